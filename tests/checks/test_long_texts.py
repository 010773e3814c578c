"""A text of one kind, however long, is read to its end: each finding is there, in a time that grows with the text."""

import pytest

from generator.checks.registry import all_rules
from tests.checks.examples import material

RULES = {rule.code: rule for rule in all_rules()}
CHARACTERS = 24_000
TEXTS = [
    ("数据-01", "立案5件，办结3件，办结率61%，", True),
    ("数据-01", "立案5件，办结3件，办结率60%，", False),
    ("数据-01", "共走访5件，其中调解3件，占61%，", True),
    ("数据-01", "甲率和", False),
    ("数据-02", "立案5件，办结3件，办结率100%，", None),
    ("数据-05", "立案5件，办结8件，", True),
    ("数据-06", "共9件，其中甲3件、乙7件，", True),
    ("文字-03", "“《", True),
    ("文字-04", "（《", True),
    ("文字-11", "和", False),
    ("文字-21", "《（", None),
    ("文字-25", "司法所对照清单，司法所废止，", None),
    ("文字-25", "3件，", False),
    ("文字-38", "《", False),
    ("结构-10", "（一）\n\n", False),
    ("结构-25", "1.甲。\n\n2.乙。\n\n", False),
]
"""A rule, what is written over and over, and whether each is a fault; None where all of it is one."""


@pytest.mark.parametrize(("code", "text", "wrong"), TEXTS)
def test_a_long_text_of_one_kind_is_read_to_its_end(code, text, wrong):
    times = CHARACTERS // len(text)
    found = list(RULES[code].find(material(text * times, year=2023, level="镇")))
    if wrong is None:
        assert len(found) == 1
    else:
        assert len(found) >= times if wrong else not found
