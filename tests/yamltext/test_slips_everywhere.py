"""One slip of the pen, made on each line of a good file in turn: it is named on its line, and nothing else is."""

import re

import pytest

from generator.problems import FactsError
from generator.yamltext.source import read_source
from tests.each import each
from tests.yamltext.test_source import EXAMPLE

SLIPS = {
    "全角冒号": ("格式-02", r":( |$)", "："),
    "冒号后无空格": ("格式-03", r": (?=\S)(?! *#)", ":"),
    "冒号后全角空格": ("格式-03", r": (?=\S)(?! *#)", ":　"),
    "漏冒号": ("格式-03", r":(?= *#|$)", " "),
    "制表符": ("格式-01", r"^  ", "\t"),
    "全角空格": ("格式-01", r"^  ", "　"),
    "多一格": ("格式-05", r"^(?=  )", " "),
    "少一格": ("格式-05", r"^  ", " "),
    "短横粘连": ("格式-04", r"^( *)- ", r"\1-"),
    "圆点": ("格式-04", r"^( *)- ", r"\1• "),
    "全角短横": ("格式-04", r"^( *)- ", r"\1－ "),
    "星号": ("格式-06", r"(: |- )(?=[^ #])", r"\1*重"),
    "百分号": ("格式-06", r"(: |- )(?=[^ #])", r"\1%"),
    "方括号": ("格式-06", r"(: |- )(?=[^ #])", r"\1[2024]"),
    "双引号不配对": ("格式-07", r"(: |- )(?=[^ #])", r'\1"'),
    "单引号不配对": ("格式-07", r"(: |- )(?=[^ #])", r"\1'"),
    "引号括住一半": ("格式-07", r"(: )([^ #]{2})(?=\S)", r'\1"\2"'),
    "冒号加空格": ("格式-08", r"(: )([^ #]{2})(?=\S)", r"\1\2: "),
    "花括号不配对": ("格式-09", r"(: |- )(?=[^ #])", r"\1{"),
    "截断": ("格式-11", r"(?<=[^ :}])$", " #甲#"),
}
LINES = [re.sub(" +#.*", "", line) for line in EXAMPLE.splitlines()]


@each("name", SLIPS)
def test_a_slip_is_named_on_its_line_alone(name):
    code, pattern, replacement = SLIPS[name]
    made = 0
    for number, line in enumerate(LINES):
        slipped = re.sub(pattern, replacement, line, count=1)
        if slipped == line or _still_good(name, number):
            continue
        made += 1
        text = "\n".join([*LINES[:number], slipped, *LINES[number + 1 :]])
        with pytest.raises(FactsError) as caught:
            read_source(text.encode(), "甲.yaml")
        assert [(p.place.line, p.code) for p in caught.value.problems] == [(number + 1, code)], slipped
    assert made


def _still_good(name, number):
    """A line that has no sibling may stand at any depth; a line in braces has slips of its own."""
    if name in {"多一格", "少一格"}:
        return LINES[number].lstrip().startswith(("法治宣传教育", "- 投入", "日期"))
    return "{" in LINES[number] and SLIPS[name][0] in {"格式-06", "格式-07", "格式-08", "格式-09"}
