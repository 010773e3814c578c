"""A facts file put in order: indents, order, comments with their line, and nothing else changed."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arranging import arranged_text
from generator.drafting import compose
from generator.facts.loading import facts_from
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


WORDS = """\
      - 一句，
        接着。
      - |
         块  文
           再深
      # 末
      - "引:
        号"
"""


def arranged(text):
    return arranged_text(text, TOPICS)


def data(text):
    return read_source(text.encode(), "甲.yaml").data


def report(text):
    return compose(facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", TEMPLATES)).markdown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "# 甲镇的事实\n单位:\n    级别: 镇   # 级别\n    名称: 甲镇\n年度: 2023\n",
            "# 甲镇的事实\n年度: 2023\n单位:\n  名称: 甲镇\n  级别: 镇   # 级别\n",
        ),
        (
            "# 文件\n\n# 单位的话\n单位: {名称: 甲镇}\n# 年度的话\n年度: 2023",
            "# 文件\n\n# 年度的话\n年度: 2023\n# 单位的话\n单位: {名称: 甲镇}\n",
        ),
        (
            "不足:\n- 原因: 忙\n  # 问题的话\n  问题: 学法不深\n-   问题: 装备\n    原因: 钱\n",
            "不足:\n    # 问题的话\n  - 问题: 学法不深\n    原因: 忙\n  - 问题: 装备\n    原因: 钱\n",
        ),
        (
            "举措成效:\n    行政执法:\n        办结: 1件\n        # 立案的话\n        立案: 1件\n        # 还可以填\n    甲: {做法: 乙}\n",
            "举措成效:\n  行政执法:\n    # 立案的话\n    立案: 1件\n    办结: 1件\n    # 还可以填\n  甲: {做法: 乙}\n",
        ),
        (
            "举措成效:\n  行政执法:\n    办结: 1件\n    正文: 话。\n    立案: 1件\n",
            "举措成效:\n  行政执法:\n    办结: 1件\n    正文: 话。\n    立案: 1件\n",
        ),
        (
            f"举措成效:\n   甲:\n      做法:\n{WORDS.replace('- |', '-  |')}",
            f"举措成效:\n  甲:\n    做法:\n{WORDS}",
        ),
        (
            "计划:\n-\n  措施: 一\n- {措施: 二,\n   针对: 三}\n",
            "计划:\n  -\n    措施: 一\n  - {措施: 二,\n     针对: 三}\n",
        ),
        (
            "单位:\r\n   级别: 镇\r\n   名称: 甲镇\r\n年度: 2023\r\n",
            "年度: 2023\r\n单位:\r\n  名称: 甲镇\r\n  级别: 镇\r\n",
        ),
        (
            "年度: 2023\n别的: 1\n标题: 甲\n单位: {名称: 甲镇}\n",
            "年度: 2023\n别的: 1\n单位: {名称: 甲镇}\n标题: 甲\n",
        ),
        ("{年度: 2023}\n", "{年度: 2023}\n"),
    ],
)
def test_in_order_and_indented(before, after):
    assert arranged(before) == after
    assert arranged(after) == after


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_in_order_already_or_say_the_same(path):
    text = path.read_text(encoding="utf-8")
    done = arranged(text)
    assert data(done) == data(text)
    assert sorted(done.splitlines()) == sorted(text.splitlines())
    assert report(done) == report(text)
    assert arranged(done) == done


@pytest.mark.parametrize("full", [False, True])
def test_a_new_file_is_in_order(full):
    text = scaffold(Request("甲镇", 2025, full=full))
    assert arranged(text) == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_deeper_indent_comes_back(path):
    text = arranged(path.read_text(encoding="utf-8"))
    deeper = re.sub("^( +)", r"\1\1", text, flags=re.MULTILINE)
    deeper = re.sub("^( *)- ", r"\1-   ", deeper, flags=re.MULTILINE)
    assert arranged(deeper) == text


@given(st.randoms(use_true_random=False), st.sampled_from(EXAMPLES))
def test_whatever_stands_first_comes_into_order(chance, path):
    text = arranged(path.read_text(encoding="utf-8"))
    head, *parts = re.split(r"^(?=[^\s#-])", text, flags=re.MULTILINE)
    chance.shuffle(parts)
    mixed = head + "".join(parts)
    assert arranged(mixed) == text
