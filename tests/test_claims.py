"""No claim without a fact: take any one leaf out of any example, and its claim goes, and only that, in good Chinese.

And a fact is only a fact: whatever text it holds stands in the report as it is, never as markup or as template.
"""

import copy
import re
from functools import cache, lru_cache
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.document.text.blocks import BlockKind, read_blocks
from generator.drafting import compose
from generator.drafting.marks import unescape
from generator.facts.loading import facts_from
from generator.problems import FactsError
from generator.resources import Templates
from generator.yamltext.path import dotted
from generator.yamltext.source import read_source
from tests.each import each
from tests.finished import EXAMPLES, finished
from tests.grammar import faults
from tests.often import often

TEMPLATES = Templates()
# What the report must have: where it is gone, the draft asks after it.
REQUIRED = re.compile(r"年度|单位\.(名称|简称|级别).*|不足\.\d+\.问题|计划\.\d+\.措施.*")
# What chooses words and says nothing by itself.
CHOOSING = re.compile(r"单位\.(名称\.\d+|名称|级别|上级)|标题|落款\.印章|落款\.日期|年度|单位\.简称")
# What only dates or places another fact, and goes with it.
COMPANIONS = {
    "荣誉": {"荣誉年份"},
    "基期进京上访": {"基期"},
    "基期省级登记": {"基期"},
}
_CHOSEN = re.compile(r"^[一-龥]+(?=\d)")
"""A 说法 written before a figure; the report may say it in another place than the figure."""
_DIGITS = re.compile(r"\d")


def leaves(data, path=()):
    """Give the path of every value in plain data."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if pairs is None:
        yield path
    else:
        for key, one in pairs:
            yield from leaves(one, (*path, key))


def at(data, path):
    for key in path:
        data = data[key]
    return data


def without(data, path):
    """Give the data without one leaf, and without what held nothing else."""
    data = copy.deepcopy(data)
    while path:
        *above, last = path
        holder = at(data, above)
        del holder[last]
        path = above if not holder else ()
    return data


@lru_cache
def plain(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def draft_of(data, file="某某.yaml"):
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return compose(facts_from(read_source(text.encode(), file), file, TEMPLATES), TEMPLATES)


@cache
def thinned(path, leaf):
    """Write an example without one of its leaves."""
    return draft_of(without(plain(path), leaf))


def grounds(draft):
    return {ground for sentence in draft.sentences for ground in sentence.grounds}


LEAVES = [(path, leaf) for path in EXAMPLES for leaf in leaves(plain(path))]
USUAL = [case for path in EXAMPLES for case in [one for one in LEAVES if one[0] == path][::6]]
# every sixth leaf of an example usually, the others in the soak run, too
each_leaf = each(
    ("path", "leaf"),
    USUAL,
    ids=lambda value: value.stem if isinstance(value, Path) else dotted(value),
    soaked=[case for case in LEAVES if case not in USUAL],
)


def test_an_example_has_as_many_leaves_as_a_real_file():
    assert len(LEAVES) > 450


@each_leaf
def test_without_one_leaf_its_claim_is_gone(path, leaf):
    whole, field = finished(path).prepared.draft, dotted(leaf)
    draft = thinned(path, leaf)
    found = [
        one for one in faults(draft.markdown) if not (REQUIRED.fullmatch(field) and one.startswith("待填"))
    ]
    assert found == []
    if CHOOSING.fullmatch(field):
        return
    assert draft.markdown != whole.markdown
    if not any(isinstance(key, int) for key in leaf):
        assert field not in grounds(draft) or "率" in field
        lost = {
            one.rpartition(".")[2] for one in grounds(whole) - grounds(draft) if not one.startswith("提法")
        }
        assert lost - {leaf[-1]} <= COMPANIONS.get(leaf[-1], set()), (
            "the claims of other facts are gone with it"
        )


@each_leaf
def test_without_one_leaf_its_words_and_figures_are_gone(path, leaf):
    written = at(plain(path), leaf).strip("。；， ")
    if len(written) < 2 or CHOOSING.fullmatch(dotted(leaf)):
        return
    written = _CHOSEN.sub("", written)
    own = finished(path).text.count(written)
    assert own or not _DIGITS.search(written) or written[0] == "0", f"“{written}” is not in the report"
    assert unescape(thinned(path, leaf).markdown).count(written) < max(own, 1)


# ---------------------------------------------------------------- a fact is only a fact

BASE = {
    "年度": "2023",
    "单位": {"名称": "云岭镇人民政府", "简称": "云岭镇", "级别": "镇", "上级": "清河县"},
    "主送机关": ["甲01"],
    "导语": {"目标": "甲02", "成效": "甲03"},
    "上年整改": [{"问题": "甲04", "措施": "甲05"}],
    "举措成效": {
        "矛盾纠纷化解": {"诉求平台": "甲06", "参与部门": ["甲07"], "化解": "84件"},
        "法治宣传教育": {
            "做法": [{"标签": "甲08"}],
            "亮点": ["甲09"],
            "活动": [{"名称": "甲10", "地点": "甲11"}],
            "其他数据": {"印发手册": "甲12"},
        },
        "自拟": {"标题": "甲13", "做法": ["甲14"]},
    },
    "第一责任人": {"学习计划": "甲15", "亮点": ["甲16"]},
    "不足": [{"问题": "甲17", "表现": "甲18", "原因": "甲19"}, {"问题": "甲二", "原因": "乙"}],
    "计划": [{"标题": "甲20", "措施": ["甲21"], "责任科室": "甲22"}, {"标题": "乙二", "措施": ["丙"]}],
    "其他情况": ["甲23"],
    "附件": ["甲24"],
    "落款": {"日期": "2024-01-20", "单位": ["甲25"]},
}
PLACES = [leaf for leaf in leaves(BASE) if re.fullmatch(r"甲\d\d", at(BASE, leaf))]
NASTY = [
    "# 题", "## 一、题", "- 项", "+ 项", "1. 项", "1) 项", "2020. 年", "> 引", "---", "===", "***", "```图表", "~~~", "| 甲 | 乙 |",
    "**粗**", "_斜_", "`码`", "[链](http://a.b)", "![图](x)", "<b>粗</b>", "<!-- 注", "&amp;", "&#35;", "a\\b", "\\", "~~删~~",
    "{{ 7*7 }}", '{% 要点 "假" %}', "{% 完 %}", "{# 注 #}", "{{", "%}", "{% include '报告.md.j2' %}", "${甲}", "%s%d",
    "一是甲", "：", "附件：甲", "2024年1月20日", "甲：", "http://a.b/c_d_e*f", "\u200b甲", "（一）甲", "=甲", ":-- 甲",
]  # fmt: skip
MARKED = {BlockKind.TITLE, BlockKind.HEADING, BlockKind.TABLE, BlockKind.CHART, BlockKind.APPENDIX}
# These are headings only where they hold no sentence.
HEADINGS = {"问题", "标题"}
# Signs that end a sentence or part a list are the writer's business, and a blank at an end is nobody's.
_MARKS = "。；，、：,;: \t\u3000"
_STOPS = re.compile(r"[\s。；，、：！？…—,;:!?.]*")
_TYPED = re.compile(r"[（(]?(?:第?[一二三四五六七八九十]|[0-9①-⑳])")
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text(
        st.characters(blacklist_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=20
    ),
    st.lists(
        st.sampled_from([*"#*_`[]<>|~\\&{}%-+=.:!(){}$^@\"'", "甲", "1", " "]), min_size=1, max_size=8
    ).map("".join),
)


def place_a_text(leaf, text):
    data = copy.deepcopy(BASE)
    at(data, leaf[:-1])[leaf[-1]] = text
    return data


def blocks_of(data):
    return read_blocks(draft_of(data).markdown).blocks


def blocks_or_problems(data):
    try:
        return blocks_of(data), ()
    except FactsError as error:
        return (), error.problems


def shape(blocks):
    """Tell headings, tables and charts from plain lines: a sign or an address is told by its words."""
    return [(block.kind, block.level) if block.kind in MARKED else BlockKind.PARAGRAPH for block in blocks]


@cache
def plain_shape():
    return shape(blocks_of(BASE))


@pytest.mark.parametrize("leaf", PLACES, ids=dotted)
@often(4)
@given(text=TEXT)
@example(text="{{ 7*7 }}{% 完 %}")
@example(text="**甲**_乙_`丙`<i>\\&amp;|")
@example(text="[甲](乙)|~~丙~~")
@example(text="2020. 甲")
@example(text="# 甲")
def test_any_text_stands_as_it_is(leaf, text):
    core = text.strip(_MARKS).strip()
    blocks, problems = blocks_or_problems(place_a_text(leaf, text))
    if _STOPS.fullmatch(core):
        return
    # only a text with a character that no report can hold is refused, and a number before what the report counts
    counted = leaf[-1] in HEADINGS and _TYPED.match(text.strip())
    opened = {"标注-01"} if "【" in text else set()  # a mark that is opened and not closed
    assert {one.code for one in problems} <= {"文件-05", *opened, *({"事实-01"} if counted else ())}
    if problems:
        return
    whole = "\n".join(block.text for block in blocks)
    assert " ".join(core.split("\n")) in whole
    if leaf[-1] not in HEADINGS or not re.search("[，。；]", text):
        assert shape(blocks) == plain_shape()


@often(20)
@given(text=TEXT)
@example(text="# 甲")
@example(text="**甲**_乙_`丙`<i>\\&amp;|")
@example(text="{{ 7*7 }}{% 完 %}")
def test_any_text_is_a_heading_as_it_is(text):
    data = copy.deepcopy(BASE)
    own = {"自拟甲": {"做法": ["子"]}, "自拟乙": {"做法": ["丑"]}}
    data["举措成效"] = {text: own, "行政执法": {"立案": "3件"}}
    blocks, problems = blocks_or_problems(data)
    if problems or not text.strip():
        return
    second = next(block for block in blocks if block.text.startswith("（二）"))
    assert (second.kind, second.level) == (BlockKind.HEADING, 3)
    assert " ".join(text.split()) in " ".join(second.text.split())


def test_each_place_is_in_the_report():
    text = "\n".join(block.text for block in blocks_of(BASE))
    assert [leaf for leaf in PLACES if at(BASE, leaf) not in text] == []
    assert len(PLACES) == 25
