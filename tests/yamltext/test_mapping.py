"""A small YAML mapping: its texts, the lines of its keys, and what is said of each mistake."""

import pytest

from generator.problems import FactsError
from generator.yamltext.mapping import near_advice, read_mapping
from tests.each import each

TEXT = """# 批注
标题: 年度报告
空: ~
版式:
  页边: [1厘米, "2 厘米"]
  项:
    - 甲: 1
"""


def test_texts_and_lines():
    given = read_mapping(TEXT, file="报告.md", line=10)
    assert given.data == {
        "标题": "年度报告",
        "空": "",
        "版式": {"页边": ["1厘米", "2 厘米"], "项": [{"甲": "1"}]},
    }
    assert given.lines["标题",] == 11
    assert given.lines["版式", "页边", 1] == 14
    assert given.lines["版式", "项", 0, "甲"] == 16
    assert given.place("版式", "没有").line == 13
    assert given.place("没有").line == 10
    inner = given.inside("版式")
    assert (inner.data, inner.line, inner.lines["页边",]) == (given.data["版式"], 13, 14)


@pytest.mark.parametrize("text", ["", "\n", "# 只有批注\n"])
def test_nothing_is_an_empty_mapping(text):
    assert read_mapping(text).data == {}


WRONG = [
    ("标题: 甲\n标题: 乙\n", [("“标题”写了两次", "请删去其中一处。", 6, "标题")]),
    ("页:\n  宽: 1\n  宽: 2\n页: 3\n", [("“宽”写了两次", "请删去其中一处。", 7, "页.宽"), ("“页”写了两次", "请删去其中一处。", 8, "页")]),
    ("甲: &a 1\n", [("用了 YAML 的特殊记号（& * !）", "请给这一项的内容加上引号。", 5, "")]),
    ("甲: 1\n乙: *a\n", [("用了 YAML 的特殊记号（& * !）", "请给这一项的内容加上引号。", 6, "")]),
    ("甲: !!int 1\n", [("用了 YAML 的特殊记号（& * !）", "请给这一项的内容加上引号。", 5, "")]),
    ("甲: [[[[[[[[1]]]]]]]]\n", [("层次太深", "最多写三层。", 5, "")]),
    ("甲: " + "[" * 50 + "]" * 50, [("层次太深", "最多写三层。", 5, "")]),
    ("- 甲\n", [("应为“名称: 内容”的形式", "每行写一个名称，后面是半角冒号和空格。", 5, "")]),
    ("只是一句话\n", [("应为“名称: 内容”的形式", "每行写一个名称，后面是半角冒号和空格。", 5, "")]),
    ("甲：1\n", [("应为“名称: 内容”的形式", "每行写一个名称，后面是半角冒号和空格。", 5, "")]),
    ("甲: 1\n---\n乙: 2\n", [("写法有误，读不出来", "请核对冒号、引号和缩进；内容以特殊符号开头的，请加引号。", 6, "")]),
    ("甲：1\n乙: 2\n", [("写法有误，读不出来", "名称后面请用半角冒号加空格。", 6, "")]),
    ("甲:\n\t乙: 2\n", [("写法有误，读不出来", "缩进请用空格，不用制表符。", 6, "")]),
    ("甲: 1\n乙: 'x\n", [("写法有误，读不出来", "请核对冒号、引号和缩进；内容以特殊符号开头的，请加引号。", 7, "")]),
]  # fmt: skip


@each(("text", "problems"), WRONG)
def test_mistakes_are_named_with_their_lines(text, problems):
    with pytest.raises(FactsError) as caught:
        read_mapping(text, file="报告.md", line=5, code="版式-01")
    said = caught.value.problems
    assert [(one.message, one.fix, one.place.line, one.field) for one in said] == problems
    assert {(one.code, one.place.file) for one in said} == {("版式-01", "报告.md")}


def test_advice_for_an_unknown_name():
    assert near_advice("标提", ("标题", "单位")) == "是不是“标题”？"
    assert near_advice("页", ("标题", "单位")) == "可以写的有：标题、单位。"
