"""Tables within a text: by tabs or bars; what only has a tab or a bar by chance stays a line."""

import pytest

from generator.intake.notes import NoteTable, notes_of_text


def read(text):
    return [
        [(one.label, one.written, one.unit) for one in part.figures]
        if isinstance(part, NoteTable)
        else part.text
        for part in notes_of_text(text).parts
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("项目\t数量\n网格\t86个\n网格员\t92名\n", [[("网格", "86个", ""), ("网格员", "92名", "")]]),
        ("网格\t86\t个", [[("网格", "86", "个")]]),
        ("| 项目 | 数量 |\n|---|---|\n| 网格 | 86个 |\n", [[("网格", "86个", "")]]),
        (
            "前言\n网格\t86个\n网格员\t92名\n后记",
            ["前言", [("网格", "86个", ""), ("网格员", "92名", "")], "后记"],
        ),
        ("综治办：\t今年排查231件", ["今年排查231件"]),
        ("\t网格86个\n\t网格员92名", ["网格86个", "网格员92名"]),
        ("司法所\t张三\n综治办\t李四", ["司法所\t张三", "综治办\t李四"]),
        ("执法队案件 | 立案（件） | 20", ["执法队案件 | 立案（件） | 20"]),
        ("| 执法队案件 | 立案（件） | 20 |", ["| 执法队案件 | 立案（件） | 20 |"]),
    ],
)
def test_lines_that_make_up_a_table_are_read_as_one(text, parts):
    assert read(text) == parts
