"""Reports in any form and encoding become the same blocks."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.text.block import BlockKind
from generator.intake.reading import decoded, read_plain, read_report
from generator.problems import UserError
from tests.each import each

TEXT = """稷下街道2023年法治政府建设年度报告

2023年，街道认真落实各项任务。
一、主要举措和成效
（一）强化普法宣传
全年开展普法活动50余次。
二、存在的不足
稷下街道办事处
2024年1月20日
"""


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_the_encodings_that_offices_use(code, tmp_path):
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(code))
    blocks = read_report(path).document.blocks
    assert [block.text for block in blocks] == [line for line in TEXT.split("\n") if line]


def test_headings_title_and_signature_are_known_by_their_form():
    found = [(block.kind, block.level) for block in read_plain(TEXT).document.blocks]
    assert found == [
        (BlockKind.TITLE, 1),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.SIGNATURE, 0),
        (BlockKind.DATE, 0),
    ]


def test_lines_are_counted_with_the_empty_ones():
    assert [block.line for block in read_plain(TEXT).document.blocks] == [1, 3, 4, 5, 6, 7, 8, 9]


def test_a_word_file_counts_its_paragraphs(tmp_path):
    document = docx.Document()
    for line in TEXT.split("\n"):
        document.add_paragraph(line)
    path = tmp_path / "报告.docx"
    document.save(path)
    assert [block.text for block in read_report(path).document.blocks] == [
        line for line in TEXT.split("\n") if line
    ]
    assert [block.line for block in read_report(path).document.blocks] == [1, 3, 4, 5, 6, 7, 8, 9]


def test_a_run_in_heading_stays_a_paragraph():
    (block,) = read_plain("（一）强化普法宣传。全年开展普法活动50余次，发放资料1000余份。").document.blocks
    assert (block.kind, block.level) == (BlockKind.PARAGRAPH, 0)


def test_markdown_is_read_with_its_marks(tmp_path):
    path = tmp_path / "报告.md"
    path.write_text("# 甲镇2023年法治政府建设年度报告\n\n## 一、乙\n\n丙。\n", encoding="utf-8")
    assert [block.level for block in read_report(path).document.blocks] == [1, 2, 0]


@pytest.mark.parametrize(
    ("name", "words"),
    [("甲.doc", "读不了"), ("甲.wps", "读不了"), ("甲.xlsx", "不认识"), ("没有.txt", "找不到")],
)
def test_what_cannot_be_read_is_refused_with_advice(name, words, tmp_path):
    if not name.startswith("没有"):
        (tmp_path / name).write_bytes(b"a")
    with pytest.raises(UserError, match=words) as caught:
        read_report(tmp_path / name)
    assert caught.value.fix


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    try:
        read_plain(decoded(data, "甲.txt"))
    except UserError as error:
        fix = error.fix
    else:
        fix = "read"
    assert fix


def test_a_word_file_named_docx_that_is_none(tmp_path):
    path = tmp_path / "甲.docx"
    path.write_bytes(io.BytesIO(b"hello").getvalue())
    with pytest.raises(UserError, match="不是 Word"):
        read_report(path)


TITLES = [
    "稷下街道2023年法治政府建设年度报告",
    "稷下街道2023年法治政府建设年度报告（公开版）",
    "稷下街道办事处关于2023年法治政府建设情况的报告",
    "稷下街道2023年法治政府建设工作总结",
    "稷下街道2023年度依法行政工作汇报",
    "稷下街道2023年法治政府建设情况",
]
NO_TITLES = [
    "一、2023年法治政府建设情况",
    "（一）法治政府建设工作情况",
    "现将2023年法治政府建设情况报告如下：",
    "2023年，街道认真落实法治政府建设各项任务。",
    "附件1 法治政府建设情况",
    "法治政府建设领导小组",
]


@each("line", [*TITLES, *NO_TITLES])
def test_a_title_is_known_whatever_kind_of_report_it_names(line):
    assert (read_plain(f"{line}\n正文。").document.title == line) == (line in TITLES)


def test_nothing_below_a_heading_is_a_title():
    assert not read_plain("一、主要举措\n稷下街道2023年法治政府建设年度报告\n正文。").document.title
