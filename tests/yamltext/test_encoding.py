"""Bytes to text: what is read, what is refused by name, what cannot stand in a report."""

import sys
import zipfile
from io import BytesIO

import pytest

from generator.problems import FactsError, Place
from generator.yamltext.encoding import MAX_BYTES, decode, is_seen, name_unusable
from generator.yamltext.pitfalls import FOREIGN_BLANK
from generator.yamltext.source import read_source
from tests.each import each

TEXT = "年度: 2023\n单位:\n  名称: 稷下街道办事处\n"


def refusal(data):
    with pytest.raises(FactsError) as caught:
        decode(data, "甲.yaml")
    return caught.value.problems


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.replace("\n", "\r\n").encode("gb2312"),
    ],
)
def test_utf8_and_gb18030_are_read_alike(data):
    assert decode(data, "甲.yaml") == (TEXT, [])


@pytest.mark.parametrize("text", ["年度: 2023\n单位: 𠮷林镇\n", "单位: 㙍镇 \U0002a7dd\n年度: 2023\n"])
def test_rare_characters_survive_both_encodings(text):
    assert decode(text.encode(), "")[0] == decode(text.encode("gb18030"), "")[0] == text


def docx(inner):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(inner, "x")
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@each(
    ("data", "code", "named"),
    [
        (TEXT.encode("utf-16"), "文件-03", "UTF-16"),
        (TEXT.encode("utf-16-le"), "文件-03", "UTF-16"),
        (TEXT.encode("utf-16-be"), "文件-03", "UTF-16"),
        (TEXT.encode("utf-32"), "文件-03", "UTF-32"),
        ("年度: 2023\n單位: 稷下街道\n".encode("big5"), "文件-03", "Big5"),
        (bytes(range(128, 256)), "文件-03", "认不出"),
        (b"\x80\x81\xff" * 40, "文件-03", "认不出"),
        (docx("word/document.xml"), "文件-02", "这是 Word 文件，不是事实文件"),
        (docx("xl/workbook.xml"), "文件-02", "Excel"),
        (docx("ppt/presentation.xml"), "文件-02", "演示文稿"),
        (docx("甲.txt"), "文件-02", "压缩包"),
        (OLE + "WordDocument".encode("utf-16-le"), "文件-02", "旧版 Word 文件"),
        (OLE + "Workbook".encode("utf-16-le"), "文件-02", "旧版 Excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "文件-02", "打开密码"),
        (OLE, "文件-02", "旧版 Office"),
        (b"%PDF-1.7\n", "文件-02", "PDF"),
        (b"{\\rtf1\\ansi", "文件-02", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "文件-02", "图片"),
        (b"\xff\xd8\xff\xe0", "文件-02", "图片"),
        (b"Rar!\x1a\x07", "文件-02", "压缩包"),
        (b"a" * (MAX_BYTES + 1), "文件-01", "1 MB"),
        (docx("word/document.xml") + b"\0" * MAX_BYTES, "文件-02", "Word"),
    ],
)
def test_other_files_are_refused_by_name(data, code, named):
    (problem,) = refusal(data)
    assert problem.code == code
    assert named in problem.message
    assert problem.fix
    assert problem.place.file == "甲.yaml"


def test_advice_for_an_encoding_that_is_not_read():
    assert "另存为" in refusal(TEXT.encode("utf-16"))[0].fix
    assert "nianbao new" in refusal(docx("word/document.xml"))[0].fix


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_damaged_utf8_is_not_taken_for_gb18030(ending):
    lines = [f"单位{n}: 稷下街道办事处" for n in range(4)]
    data = [line.encode() for line in lines]
    data[1] = data[1][:-1]
    data[3] = data[3].replace("街".encode(), b"\xe8\xa1")
    found = refusal(ending.encode().join(data))
    assert [(p.code, p.place.line, p.place.column) for p in found] == [("文件-04", 2, 12), ("文件-04", 4, 8)]


@each(
    ("character", "named"),
    [
        ("\0", "控制字符"),
        ("\x07", "单元格标记"),
        ("\x0b", "手动换行符"),
        ("\x0c", "分页符"),
        ("\x1b", "控制字符"),
        ("\x7f", "控制字符"),
        ("\x85", "控制字符"),
        ("\u2028", "手动换行符"),
        ("\u200b", "看不见的字符"),
        ("\u202e", "看不见的字符"),
        ("\ufeff", "看不见的字符"),
        ("\ue000", "自造字"),
        ("\U000f0001", "自造字"),
        ("\ufffd", "损坏"),
        ("\ufffe", "损坏"),
        ("\uffff", "损坏"),
    ],
)
def test_unusable_characters_are_named_with_place_and_code_point(character, named):
    text, problems = decode(f"年度: 2023\n单位: 稷下{character}街道\n".encode(), "甲.yaml")
    (problem,) = problems
    assert (problem.code, problem.place.line, problem.place.column) == ("文件-05", 2, 7)
    assert named in problem.message
    assert f"U+{ord(character):04X}" in problem.message
    assert character not in problem.message + problem.fix + text


def test_manual_line_break_is_offered_as_a_line_break():
    assert "另起一条" in decode(b"a: x\x0by", "")[1][0].fix


def test_what_a_report_can_hold_is_left():
    text = "a: 𠮷林、“八五”普法；①②㎡℃ é — ……〔2024〕12号 葛\U000e0100 👍\n"
    assert decode(text.encode(), "") == (text, [])


def test_many_unusable_characters_are_counted_not_listed():
    problems = decode(("\x01" * 1000).encode(), "")[1]
    assert len(problems) == 21
    assert "980处" in problems[-1].message


@pytest.mark.parametrize("escape", ["\\x0b", "\\u200b", "\\uE000", "\\a", "\\u2028"])
def test_escapes_do_not_smuggle_characters_in(escape):
    with pytest.raises(FactsError) as caught:
        read_source(f'年度: 2023\n其他情况: "甲{escape}乙"\n'.encode(), "甲.yaml")
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("文件-05", 2, 7)


def test_characters_and_form_are_named_in_one_run():
    with pytest.raises(FactsError) as caught:
        read_source("年度：2023\n单位:\n  名称: 稷下\x0b街道\n".encode(), "甲.yaml")
    assert [problem.code for problem in caught.value.problems] == ["格式-02", "文件-05"]


def test_what_is_seen_holds_no_sign_that_is_refused_or_mended():
    """A text of which `is_seen` is true isn't looked through any further."""
    signs = [chr(code) for code in range(sys.maxunicode + 1)]
    seen = "".join(sign for sign in signs if is_seen(sign))
    assert "年" in seen
    assert "\n" in seen
    assert not is_seen("年\t度")
    assert name_unusable(seen.replace("\n", "") + "\t", Place()) == []
    assert not FOREIGN_BLANK.search(seen)
