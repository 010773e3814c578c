"""What was told before is told again byte by byte as it would be told anew, whatever was drafted in between."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drafting import compose
from generator.drafting.context import setting_for
from generator.drafting.remembered import remembered
from generator.facts.loading import readable_facts
from generator.formulations import library
from generator.problems import FactsError
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.drafting.drafting import load
from tests.finished import EXAMPLES

TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]
YEAR, FIGURE = re.compile("^年度: *([0-9]{4})", re.MULTILINE), re.compile("[0-9]+")


def drafted(text):
    try:
        facts = readable_facts(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates()).facts
    except FactsError:
        return None
    draft = compose(facts)
    return draft.markdown, draft.sentences


def anew(text):
    """Draft a text of which nothing is remembered: of another year every topic was told last."""
    drafted(YEAR.sub(lambda year: f"年度: {int(year[1]) - 1}", text))
    return drafted(text)


def edited(line, how, figure):
    if how == "figure":
        return FIGURE.sub(str(figure), line, count=1)
    return line.replace("组织", "开展", 1) if how == "word" else re.sub("【[^】]*：", "【", line, count=1)


EDITS = st.lists(
    st.tuples(
        st.integers(0, 500), st.sampled_from(["figure", "word", "mark", "swap", "drop"]), st.integers(0, 3000)
    ),
    min_size=1,
    max_size=4,
)


def told_as_anew(text, edits):
    drafted(text)
    lines = text.split("\n")
    for number, how, figure in edits:
        at = number % (len(lines) - 1)
        if how == "swap":
            lines[at : at + 2] = lines[at + 1], lines[at]
        elif how == "drop":
            del lines[at]
        else:
            lines[at] = edited(lines[at], how, figure)
        drafted("\n".join(lines))
    now = "\n".join(lines)
    remembered_ = drafted(now)
    assert remembered_ == anew(now)


@settings(max_examples=6)
@given(st.sampled_from(TEXTS), EDITS)
def test_after_a_few_edits_the_report_is_what_it_would_be_anew(text, edits):
    told_as_anew(text, edits)


@pytest.mark.soak
@settings(max_examples=150)
@given(st.sampled_from(TEXTS), EDITS)
def test_after_any_edits_the_report_is_what_it_would_be_anew(text, edits):
    told_as_anew(text, edits)


BASE = """\
举措成效:
  行政执法: {立案: 19件, 办结: 17件, 正文: [全年排查隐患【排查隐患：12处】。]}
  信访工作: {针对: 信访多, 亮点: [甲]}
"""


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (("", ""), []),
        (("19件", "20件"), ["行政执法"]),
        (("12处", "13处"), ["行政执法"]),
        (
            ("【排查隐患：12处】", "12处"),
            ["行政执法"],
        ),  # the words are the same, what stands behind them is not
        (("排查隐患：12处", "排查问题：12处"), ["行政执法"]),
        (("立案: 19件, 办结: 17件", "办结: 17件, 立案: 19件"), ["行政执法"]),
        (("甲", "乙"), ["信访工作"]),
    ],
)
def test_only_a_topic_of_which_something_else_is_printed_is_told_anew(change, again):
    told = []

    @remembered
    def tell(setting, facts):
        told.append(facts.name)
        return facts.name

    for text in (BASE, BASE.replace(*change) if change[0] else BASE):
        told.clear()
        facts = load(text)
        setting = setting_for(facts, Templates(), library())
        assert [tell(setting, one) for one in facts.measures] == ["行政执法", "信访工作"]
    assert told == again
