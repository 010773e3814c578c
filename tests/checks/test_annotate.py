"""Findings as comments in somebody's Word file, of which nothing else changes."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from generator.checks.annotate import comment_foreign, finding_comments, remarks
from generator.checks.gather import Known, gather
from generator.document.word.comments import Remark
from generator.intake.foreign import open_word
from generator.intake.reading import word
from generator.problems import UserError
from tests.checks.examples import material
from tests.intake.documents import STRICT, W, archive, para, word_parts

WHEN = "2024-01-20T00:00:00Z"


def made() -> bytes:
    document = docx.Document()
    document.add_paragraph("稷下街道2023年法治政府建设年度报告", style="Title")
    paragraph = document.add_paragraph("全年参与行政应诉案件14起，")
    paragraph.add_run("胜诉13").bold = True
    paragraph.add_run("起，胜诉率达92.85%，发放资料近500余份。")
    document.add_table(1, 1).cell(0, 0).text = "法治讲座4余次"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    return [one.text for one in document.paragraphs] + [document.tables[0].cell(0, 0).text]


def covered(data: bytes) -> list[str]:
    """Give what each comment's range covers, from the XML itself."""
    tree = docx.Document(io.BytesIO(data)).element.body
    found: dict[str, str] = {}
    open_: set[str] = set()
    for element in tree.iter():
        name = element.tag.rpartition("}")[2]
        number = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
        if name == "commentRangeStart":
            open_.add(number)
        elif name == "commentRangeEnd":
            open_.discard(number)
        elif name == "t":
            for one in open_:
                found[one] = found.get(one, "") + (element.text or "")
    return [found[key] for key in sorted(found, key=int)]


def examined(data: bytes) -> list[Remark]:
    reading = word(data, "报告.docx")
    return remarks(gather(reading.document, Known(year=2023), file="报告.docx", source=reading.source))


def test_each_finding_stands_at_its_words():
    data = made()
    out = comment_foreign(data, "报告.docx", examined(data), WHEN)
    assert texts(out) == texts(data)
    assert {"92.85%", "近500余份", "4余次"} <= set(covered(out))
    comments = [one.text for one in docx.Document(io.BytesIO(out)).comments]
    assert any("数据-01" in text and "改法：" in text for text in comments)


def test_runs_keep_their_form_where_they_are_cut():
    data = made()
    out = comment_foreign(
        data,
        "报告.docx",
        [Remark(2, 14, 16, "年报检查", "胜诉1"), Remark(2, 15, 20, "年报检查", "交错")],
        WHEN,
    )
    runs = docx.Document(io.BytesIO(out)).paragraphs[1].runs
    assert "".join(run.text for run in runs if run.bold) == "胜诉13"
    assert sorted(covered(out)) == sorted([texts(data)[1][14:16], texts(data)[1][15:20]])


def test_comments_that_are_there_stay():
    data = made()
    once = comment_foreign(data, "报告.docx", [Remark(1, 0, 2, "年报检查", "第一次")], WHEN)
    twice = comment_foreign(once, "报告.docx", [Remark(2, 0, 2, "年报检查", "第二次")], WHEN)
    assert [one.text for one in docx.Document(io.BytesIO(twice)).comments] == ["第一次", "第二次"]
    assert len({one.comment_id for one in docx.Document(io.BytesIO(twice)).comments}) == 2


def test_a_remark_without_a_place_goes_to_the_first_paragraph():
    out = comment_foreign(made(), "报告.docx", [Remark(0, 0, 0, "年报检查", "全文偏短")], WHEN)
    assert covered(out) == ["稷下街道2023年法治政府建设年度报告"]


def test_other_parts_are_byte_for_byte_the_same():
    data = made()
    out = comment_foreign(data, "报告.docx", [Remark(1, 0, 2, "年报检查", "批注")], WHEN)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(out)) as new:
        for name in set(old.namelist()) - {
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
        }:
            assert old.read(name) == new.read(name)
    assert comment_foreign(data, "报告.docx", [Remark(1, 0, 2, "年报检查", "批注")], WHEN) == out


def test_our_own_word_file_takes_the_same_findings_as_comments():
    found = finding_comments(material("全年应诉14起，胜诉13起，胜诉率92.85%。"))
    assert [(one.block, one.start, one.end) for one in found] == [(0, 17, 23)]
    assert "数据-01" in found[0].text


def test_what_is_no_word_file_is_refused():
    with pytest.raises(UserError, match="不是 Word 文件"):
        comment_foreign(b"text", "报告.docx", [], WHEN)


ODD = {
    "remarks under a root of another kind": ("word/comments.xml", b"", b"<a/>"),
    "a relation without Id": ("word/_rels/document.xml.rels", b'Id="rId1"', b""),
    "a relation without Target": ("word/_rels/document.xml.rels", b"Target=", b"Aim="),
    "relations under a root of another kind": ("_rels/.rels", b"", b"<a/>"),
    "types under a root of another kind": ("[Content_Types].xml", b"", b"<a/>"),
    "a type without a name": ("[Content_Types].xml", b"</Types>", b"<Override/></Types>"),
    "remarks declared as something else": ("[Content_Types].xml", b".comments+xml", b".styles+xml"),
}


@pytest.mark.parametrize("odd", ODD)
def test_a_file_that_no_rule_of_the_format_allows_is_refused_in_chinese(odd):
    name, old, new = ODD[odd]
    noted = comment_foreign(made(), "报告.docx", [Remark(1, 0, 2, "年报检查", "批注")], WHEN)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(noted)) as sound, zipfile.ZipFile(out, "w") as spoilt:
        for part in sound.namelist():
            text = sound.read(part)
            changed = text.replace(old, new) if old else new
            assert part != name or changed != text
            spoilt.writestr(part, changed if part == name else text)
    with pytest.raises(UserError, match=r"报告\.docx"):
        comment_foreign(out.getvalue(), "报告.docx", [Remark(1, 0, 2, "年报检查", "再批")], WHEN)


def test_parts_that_lead_on_and_on_are_refused_in_chinese():
    """python-docx follows each relation within the one before, deeper than Python goes."""
    named = 'Id="rId99" Type="http://a.b/next" Target="/word/{}.xml"/></Relationships>'
    head = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", b"<Relationship " + named.format(0).encode())
            new.writestr(name, text)
        for number in range(980):
            new.writestr(f"word/{number}.xml", "<a/>")
            new.writestr(f"word/_rels/{number}.xml.rels", head + named.format(number + 1))
        new.writestr("word/980.xml", "<a/>")
    with pytest.raises(UserError, match="不合规范"):
        comment_foreign(out.getvalue(), "报告.docx", [Remark(1, 0, 2, "年报检查", "批注")], WHEN)


def respelt(data: bytes, old: str, new: str) -> bytes:
    """Give a file with one of its parts under another name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as other:
        for part in package.namelist():
            other.writestr(new if part == old else part, package.read(part))
    return out.getvalue()


def test_the_list_of_types_may_be_spelt_in_small_letters():
    data = respelt(made(), "[Content_Types].xml", "[content_types].xml")
    out = comment_foreign(data, "报告.docx", [Remark(1, 0, 2, "年报检查", "批注")], WHEN)
    back = respelt(out, "[content_types].xml", "[Content_Types].xml")
    assert [one.text for one in docx.Document(io.BytesIO(back)).comments] == ["批注"]


def test_a_file_without_a_list_of_types_is_refused_in_chinese():
    data = respelt(made(), "[Content_Types].xml", "types.xml")
    with pytest.raises(UserError, match="不合规范"):
        comment_foreign(data, "报告.docx", [Remark(1, 0, 2, "年报检查", "批注")], WHEN)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_strict_files_are_told_from_those_in_another_encoding(code):
    parts = word_parts(para("甲乙"))
    text = parts["word/document.xml"].decode()
    sound = archive({**parts, "word/document.xml": text.encode(code)})
    assert comment_foreign(sound, "报告.docx", [Remark(1, 0, 1, "年报检查", "批注")], WHEN)
    strict = archive({**parts, "word/document.xml": text.replace(W, STRICT).encode(code)})
    assert [one.text for one in open_word(strict, "报告.docx").lines] == ["甲乙"]
    with pytest.raises(UserError, match="严格 Open XML"):
        comment_foreign(strict, "报告.docx", [Remark(1, 0, 1, "年报检查", "批注")], WHEN)
