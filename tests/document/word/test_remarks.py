"""Remarks in somebody's Word file: at their place whatever the file holds, all else as it was."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as WordDocument
from lxml import etree

from generator.document.word.comments import Remark
from generator.document.word.remarks import remark

WHEN = "2024-01-20T00:00:00Z"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
RUN = "<w:r><w:t>{}</w:t></w:r>"
INSIDE = {
    "table": "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "content control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
}
CONSTRUCTS = {
    "hyperlink": '<w:hyperlink w:anchor="a"><w:r><w:t>甲乙</w:t></w:r></w:hyperlink><w:r><w:t>丙丁</w:t></w:r>',
    "inserted": '<w:ins w:id="1" w:author="a"><w:r><w:t>甲乙丙丁</w:t></w:r></w:ins>',
    "deleted": '<w:r><w:t>甲乙</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>无</w:delText></w:r></w:del>'
    "<w:r><w:t>丙丁</w:t></w:r>",
    "inline control": "<w:sdt><w:sdtContent><w:r><w:t>甲乙丙</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>丁</w:t></w:r>",
    "field": '<w:fldSimple w:instr="PAGE"><w:r><w:t>甲乙</w:t></w:r></w:fldSimple><w:r><w:t>丙丁</w:t></w:r>',
    "formula": '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>甲</m:t></m:r>'
    "</m:oMath><w:r><w:t>乙丙丁</w:t></w:r>",
}


def foreign(body: str, **parts: str) -> bytes:
    """Give python-docx's own empty file with this body, and with parts exchanged or added."""
    made = io.BytesIO()
    WordDocument().save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                head, _, tail = text.partition(b"<w:body>")
                text = head + b"<w:body>\n " + body.encode() + tail
            new.writestr(name, parts.pop(name, text))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def without_marks(xml: bytes) -> bytes:
    """Give a body without comments' marks and without what cutting leaves: each paragraph's runs joined."""
    tree = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    for name in ("commentRangeStart", "commentRangeEnd"):
        for one in list(tree.iter(f"{W}{name}")):
            one.getparent().remove(one)
    for one in list(tree.iter(f"{W}commentReference")):
        one.getparent().getparent().remove(one.getparent())
    for text in list(tree.iter(f"{W}t")):
        before = text.getparent().getprevious()
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
        if before is not None and before.tag == f"{W}r" and len(before) == 1:
            before[0].text += text.text
            text.getparent().getparent().remove(text.getparent())
    return etree.tostring(tree, method="c14n")


def covered(data: bytes) -> str:
    """Give the text between the marks of the only comment."""
    inside, text = False, ""
    for one in etree.fromstring(parts_of(data)["word/document.xml"]).iter():
        name = etree.QName(one).localname
        inside = name == "commentRangeStart" or (inside and name != "commentRangeEnd")
        text += one.text or "" if inside and name == "t" else ""
    return text


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_in_whatever_a_paragraph_holds(construct):
    data = foreign(f"<w:p>{CONSTRUCTS[construct]}</w:p>")
    out = remark(data, [Remark(1, 1, 3, "年报检查", "看这里")], WHEN)
    assert covered(out) == "乙丙"
    old, new = parts_of(data), parts_of(out)
    assert {name for name in old if old[name] != new[name]} == NOTED
    assert set(new) - set(old) == {"word/comments.xml"}
    assert without_marks(old["word/document.xml"]) == without_marks(new["word/document.xml"])
    assert remark(data, [Remark(1, 1, 3, "年报检查", "看这里")], WHEN) == out


@pytest.mark.parametrize("around", INSIDE)
def test_in_paragraphs_that_the_library_does_not_list(around):
    body = f"<w:p>{RUN.format('甲')}</w:p>" + INSIDE[around].format(f"<w:p>{RUN.format('乙丙丁')}</w:p>")
    out = remark(foreign(body), [Remark(2, 1, 2, "年报检查", "看")], WHEN)
    assert covered(out) == "丙"


def test_the_words_the_author_and_the_time():
    out = remark(
        foreign(f"<w:p>{RUN.format('甲乙')}</w:p>"), [Remark(1, 0, 0, "年报检查", "一<\x01\n二")], WHEN
    )
    (comment,) = WordDocument(io.BytesIO(out)).comments
    assert (comment.author, comment.initials, comment.text) == ("年报检查", "年报", "一<\n二")
    assert comment.timestamp.isoformat().startswith("2024-01-20T00:00:00")
    assert covered(out) == "甲乙"


@pytest.mark.parametrize("body", ["<w:p/>", "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"])
def test_where_there_is_no_such_paragraph_or_no_text(body):
    out = remark(foreign(body), [Remark(9, 0, 0, "甲", "乙"), Remark(1, 0, 0, "甲", "丙")], WHEN)
    assert 1 <= len(list(WordDocument(io.BytesIO(out)).comments)) <= 2


def test_relations_that_lead_nowhere_stay_and_do_no_harm():
    """Other programs leave such behind; python-docx by itself cannot open the file."""
    data = foreign(f"<w:p>{RUN.format('甲乙')}</w:p>")
    name = "word/_rels/document.xml.rels"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    lost = b'<Relationship Id="rId99" Type="%b" Target="NULL"/>' % kind
    relations = parts_of(data)[name].replace(b"</Relationships>", lost + b"</Relationships>")
    data = foreign(f"<w:p>{RUN.format('甲乙')}</w:p>", **{name: relations})
    out = parts_of(remark(data, [Remark(1, 0, 1, "甲", "乙")], WHEN))
    kept = {one.get("Id"): dict(one.attrib) for one in etree.fromstring(out[name])}
    assert kept["rId99"]["Target"] == "NULL"
    assert "TargetMode" not in kept["rId99"]
    assert any(one["Type"].endswith("/comments") for one in kept.values())


@pytest.mark.parametrize("between", [b"<!-- by hand -->", b"<?mso?>"])
def test_what_stands_between_relations_does_no_harm(between):
    name = "word/_rels/document.xml.rels"
    data = foreign(f"<w:p>{RUN.format('甲乙')}</w:p>")
    relations = parts_of(data)[name].replace(b"</Relationships>", between + b"</Relationships>")
    data = foreign(f"<w:p>{RUN.format('甲乙')}</w:p>", **{name: relations})
    assert covered(remark(data, [Remark(1, 0, 1, "甲", "乙")], WHEN)) == "甲"


def test_parts_that_nothing_refers_to_stay():
    data = foreign(f"<w:p>{RUN.format('甲乙')}</w:p>", **{"custom/own.xml": "<a/>"})
    assert parts_of(remark(data, [Remark(1, 0, 1, "甲", "乙")], WHEN))["custom/own.xml"] == b"<a/>"


def test_without_remarks_the_file_is_the_same():
    data = foreign("<w:p/>")
    assert remark(data, [], WHEN) == data
