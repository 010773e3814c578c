"""Rows of tables that were pasted as one line."""

from generator.intake.piped import sentence_of_row
from tests.each import each


@each(
    ("line", "sentence"),
    [
        ("执法队案件 | 立案（件） | 20 | 已结（件） | 18", "执法队案件：立案20件，已结18件"),
        ("立案 | 20件", "立案 | 20件"),
        ("河长制报表 ｜ 河长 ｜ 26名 ｜ 走河 ｜ 900余次", "河长制报表：河长26名，走河900余次"),
        ("立案 | 20件 | 罚款 | 2.2万元", "立案20件，罚款2.2万元"),
        ("科室 | 联系人 | 电话", "科室 | 联系人 | 电话"),
        ("全年立案20件。", "全年立案20件。"),
    ],
)
def test_a_row_is_read_as_a_sentence(line, sentence):
    assert sentence_of_row(line) == sentence
