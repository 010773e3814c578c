"""Word files of others: read where they are sound, refused with advice where they are not."""

from __future__ import annotations

import io
import socket
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.annotate import comment_foreign
from generator.document.word.comments import Remark
from generator.intake import foreign
from generator.intake.foreign import open_word
from generator.problems import UserError
from tests.intake.documents import para, word_parts
from tests.often import often

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def with_body(inside: str) -> bytes:
    body = f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'
    return archive({"word/document.xml": body.encode()})


def made(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_come_in_order_with_their_ranks():
    document = docx.Document()
    document.add_paragraph("标题", style="Title")
    document.add_paragraph("一、甲", style="Heading 1")
    document.add_table(1, 2).cell(0, 1).text = "表内"
    document.add_paragraph("正文")
    found = [(one.text, one.rank) for one in open_word(made(document), "甲.docx").lines]
    assert found == [("标题", 1), ("一、甲", 2), ("", 0), ("表内", 0), ("正文", 0)]


def test_what_was_deleted_and_what_stands_twice_is_left_out():
    inside = (
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>丙</w:t><w:tab/><w:t>丁</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    (only,) = open_word(with_body(inside), "甲.docx").lines
    assert only.text == "甲丙 丁"


REFUSED = [
    (b"%PDF-1.7", "PDF"),
    (b"{\\rtf1", "RTF"),
    (b"\x89PNG\r\n", "图片"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "旧版"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    (b"", "不是 Word"),
    (b"hello", "不是 Word"),
    (b"PK\x03\x04 broken", "损坏"),
    (archive({"xl/workbook.xml": b"<a/>"}), "不是 Word"),
    (archive({"a.txt": b"a"}), "没有正文"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_each_kind_of_wrong_file_has_its_advice(data, words):
    with pytest.raises(UserError, match=words) as caught:
        open_word(data, "甲.docx")
    assert caught.value.fix


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_declaration_is_refused_in_any_encoding(code):
    text = f'<!DOCTYPE a [<!ENTITY x "y">]><w:document xmlns:w="{W}"><w:body/></w:document>'
    with pytest.raises(UserError, match="文档类型声明"):
        _ = open_word(archive({"word/document.xml": text.encode(code)}), "甲.docx").lines


def test_xml_that_is_unsound_is_named_damaged():
    with pytest.raises(UserError, match="损坏"):
        _ = open_word(archive({"word/document.xml": b"<w:document"}), "甲.docx").lines


def test_bombs_are_stopped_by_counting(monkeypatch):
    monkeypatch.setattr(foreign, "MAX_UNPACKED", 100_000)
    with pytest.raises(UserError, match="太大"):
        open_word(archive({"word/document.xml": b" " * 200_000}), "甲.docx")


def test_an_archive_that_is_cut_short_or_has_a_wrong_sum_is_named_damaged():
    data = with_body("<w:p><w:r><w:t>全年化解矛盾纠纷198起。</w:t></w:r></w:p>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as stored:
        stored.writestr("word/document.xml", "<w:document>甲</w:document>")
    for broken in (data[:-20], data[: len(data) // 2], out.getvalue().replace("甲".encode(), "乙".encode())):
        with pytest.raises(UserError, match="损坏"):
            open_word(broken, "甲.docx")


def test_what_leads_out_of_the_file_is_neither_written_nor_fetched(tmp_path, monkeypatch):
    """Names that climb out of a folder are names, targets outside are passed over: nobody calls at the door."""
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setblocking(False)
        address = f"http://127.0.0.1:{door.getsockname()[1]}/a.xml"
        parts = word_parts(para("全年参与行政应诉案件14起，胜诉13起，胜诉率92.85%。"))
        kinds = ("styles", "numbering", "footnotes", "image", "attachedTemplate", "hyperlink")
        outside = "".join(
            f'<Relationship Id="x{kind}" Type="http://a/{kind}" Target="{address}" TargetMode="External"/>'
            for kind in kinds
        ).encode()
        relations = "word/_rels/document.xml.rels"
        parts[relations] = parts[relations].replace(b"</Relationships>", outside + b"</Relationships>")
        parts["../../出去.txt"] = b"x"
        data = archive(parts)
        assert [line.text for line in open_word(data, "甲.docx").lines] == [
            "全年参与行政应诉案件14起，胜诉13起，胜诉率92.85%。"
        ]
        remark = Remark(1, 0, 2, "年报检查", "看")
        comment_foreign(data, "甲.docx", [remark], "2024-01-20T00:00:00Z")
        with pytest.raises(BlockingIOError):
            door.accept()
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent.parent / "出去.txt").exists()


def test_too_many_parts(monkeypatch):
    monkeypatch.setattr(foreign, "MAX_PARTS", 3)
    with pytest.raises(UserError, match="太多"):
        open_word(archive({f"{number}.xml": b"" for number in range(5)}), "甲.docx")


@often(60)
@given(st.integers(min_value=0), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused_but_never_breaks(at, junk):
    data = bytearray(with_body("<w:p><w:r><w:t>全年化解矛盾纠纷198起。</w:t></w:r></w:p>"))
    start = at % len(data)
    data[start : start + len(junk)] = junk
    try:
        _ = [one.text for one in open_word(bytes(data), "甲.docx").lines]
    except UserError as error:
        fix = error.fix
    else:
        fix = "read"
    assert fix
