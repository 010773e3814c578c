"""A text of one kind, however long, is read to its end: each finding is there, in a time that grows with the text."""

import time

import pytest

from generator.checks.registry import all_rules
from tests.checks.cases import rule_cases
from tests.checks.examples import material

RULES = {rule.code: rule for rule in all_rules()}
CHARACTERS = 12_000
"""More than twice what a long report has, and than Python nests calls; how time grows, the soak run looks at."""
TEXTS = [
    ("数据-01", "立案5件，办结3件，办结率61%，", True),
    ("数据-01", "立案5件，办结3件，办结率60%，", False),
    ("数据-01", "共走访5件，其中调解3件，占61%，", True),
    ("数据-01", "甲率和", False),
    ("数据-02", "立案5件，办结3件，办结率100%，", None),
    ("数据-05", "立案5件，办结8件，", True),
    ("数据-06", "共9件，其中甲3件、乙7件，", True),
    ("数据-56", "3件、", False),
    ("数据-56", "调解纠纷3件，", False),
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


SHORT, LONG = 5_000, 20_000
MOST = 2.5
"""So many times what four times the text should take; where time grows by the square it is four times as much."""
FELT = 0.1
"""Seconds of the processor; what takes less is not looked at."""
_WORDS = """委员会 甲 的 和 不 是 了 年 月 日 镇 县 局 党 人 村 法治 会 政府 街道办事处 书记、镇长 党委 司法所 习近平 二十大 全会 精神 依法
推进 开展 工作 进一步 其中 共 等 及 与 或 并 为 以 在 对 上年 下一年 2022年 2023年 1 1. 一 一是 （一） 第 条 % 5% 办结率 同比增长 3件
3件， 3件、 立案5件 万元 元 名 人次 《 》 “ ” （ ） 、 ， 。 ； ： ！ ？ - — … · A @ http://a 13800138000 110101199001011234"""
PIECES = [
    *_WORDS.split(),
    " ",
    "\u3000",
    "\n\n",
    "甲\n\n",
    "1.甲\n\n",
    "（一）甲\n\n",
    "一、甲\n\n",
    "甲。\n\n",
]


def over_and_over(text, characters):
    return material(
        text * max(1, characters // len(text)), year=2023, level="镇", name="云岭镇", date="2024-01-20"
    )


def time_of(rule, said):
    start = time.process_time()
    for _finding in rule.find(said):
        pass
    return time.process_time() - start


def grows_faster(rule, text):
    """Tell whether a rule takes longer over a text four times as long than four times as long; the best of three."""
    times = [[time_of(rule, over_and_over(text, size)) for size in (SHORT, LONG)] for _ in range(3)]
    short, long = map(min, zip(*times, strict=True))
    return long > FELT and long > MOST * LONG / SHORT * short


@pytest.mark.soak
@pytest.mark.parametrize("text", PIECES)
def test_the_time_of_a_rule_grows_with_a_text_of_one_piece(text):
    said = over_and_over(text, LONG)
    slow = [rule for rule in RULES.values() if time_of(rule, said) > FELT]
    assert [rule.code for rule in slow if grows_faster(rule, text)] == []


@pytest.mark.soak
@pytest.mark.parametrize("code", RULES)
def test_the_time_of_a_rule_grows_with_a_text_of_its_cases(code):
    """As they are, and without a stop, so that all of it is one sentence."""
    texts = {case.example.text for case in rule_cases() if case.code == code} - {""}
    texts |= {text.strip("。；\n") for text in texts} - {""}
    slow = [text for text in sorted(texts) if time_of(RULES[code], over_and_over(text, LONG)) > FELT]
    assert [text for text in slow if grows_faster(RULES[code], text)] == []
