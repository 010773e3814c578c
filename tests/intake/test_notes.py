"""Notes of every kind are lines with their speaker, and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.intake.notes import NoteLine, NoteTable, notes_of_text, read_notes
from generator.problems import UserError
from tests.intake.documents import word_file

CHAT = """司法所 张三 1月5日 10:21
普法52场
资料120份

综治办：排查231件
化解225件
"""


def test_each_line_knows_its_speaker():
    lines = [(one.text, one.place, one.speaker.origin) for one in notes_of_text(CHAT).parts]
    assert lines == [
        ("普法52场", "第2行", "司法所1月5日"),
        ("资料120份", "第3行", "司法所1月5日"),
        ("排查231件", "第5行", "综治办1月5日"),
        ("化解225件", "第6行", "综治办1月5日"),
    ]


def test_lines_with_tabs_are_a_table():
    text, table = notes_of_text("报数：\n指标\t数值\t单位\n排查\t231\t件\n").parts
    assert isinstance(text, NoteLine)
    assert isinstance(table, NoteTable)
    assert [(one.label, one.written, one.place) for one in table.figures] == [("排查", "231", "第3行")]


def cell(text, more=""):
    return f"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def test_a_word_file_gives_its_lines_and_its_tables(tmp_path):
    rows = (("指标", "数值"), ("排查", "231件"))
    table = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    path = tmp_path / "材料.docx"
    path.write_bytes(word_file(f"<w:p><w:r><w:t>普法52场</w:t></w:r></w:p><w:tbl>{table}</w:tbl>"))
    notes = read_notes(path)
    line, held = notes.parts
    assert (line.text, line.place, notes.name) == ("普法52场", "第1段", "材料.docx")
    assert [(one.label, one.written, one.place) for one in held.figures] == [
        ("排查", "231件", "表1第2行第2列")
    ]


def test_a_workbook_and_a_text_table(tmp_path):
    book = Workbook()
    book.active.append(["指标", "数值", "单位"])
    book.active.append(["排查", 231, "件"])
    book.save(tmp_path / "表.xlsx")
    (tmp_path / "表.csv").write_text("指标,数值\n排查,231件\n", encoding="gb18030")
    for name in ("表.xlsx", "表.csv"):
        (table,) = read_notes(tmp_path / name).parts
        assert [one.label for one in table.figures] == ["排查"]


def test_a_file_or_a_sheet_that_is_named_after_an_office_is_its(tmp_path):
    (tmp_path / "司法所2024年数据.txt").write_text("普法52场\n综治办：排查5件", encoding="utf-8")
    assert [one.speaker.origin for one in read_notes(tmp_path / "司法所2024年数据.txt").parts] == [
        "司法所",
        "综治办",
    ]
    book = Workbook()
    book.active.title = "执法队"
    book.active.append(["立案", "36件"])
    book.save(tmp_path / "表.xlsx")
    assert [one.speaker.origin for one in read_notes(tmp_path / "表.xlsx").parts] == ["执法队"]


@pytest.mark.parametrize("name", ["表.xls", "表.et", "图.png", "没有后缀"])
def test_other_files_are_refused(tmp_path, name):
    with pytest.raises(UserError, match="读不了这种材料"):
        read_notes(tmp_path / name)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    assert all(one.place for one in notes_of_text(text).parts if isinstance(one, NoteLine))


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("一、司法所 小孙\n调解12件\n二、信访办 王姐\n信访9件", ["司法所", "信访办"]),
        (
            "3. 司法所老邓发的语音转文字（12月5日）\n调解12件\n10. 复议应诉\n复议2件",
            ["司法所12月5日", "司法所12月5日", "", ""],
        ),
        ("党政办（赵雪梅）12月5日\n1、学法5次\n一、学法\n考试2次", ["党政办12月5日"] * 3),
        ("应急所：演练18次\n主要负责人：讲法治课2次", ["应急所", ""]),
        ("13. 明年打算\n司法所：培训4期\n便民中心：代办20项", ["", "司法所", "便民中心"]),
    ],
)
def test_the_head_of_a_part_says_who_speaks_up_to_the_next_one(text, origins):
    assert [one.speaker.origin for one in notes_of_text(text).parts] == origins
