"""A facts file as text, drafted: what the tests of this folder start from."""

import textwrap

from generator.drafting import compose
from generator.facts import facts_from
from generator.resources import Templates
from generator.yamltext.source import read_source

HEAD = """\
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道, 上级: 临淄区}
"""
END = """\
第一责任人: {领导班子学法: 6次}
不足: [{问题: 执法装备不全, 原因: 尚未配备执法记录仪}]
计划: [{措施: 配齐执法记录仪}]
"""


def load(text, *, head=HEAD, end=END, last=None):
    """Give the facts of a few lines of YAML between a usual head and end."""
    source = read_source((head + textwrap.dedent(text) + end).encode(), "甲.yaml")
    return facts_from(source, "甲.yaml", Templates(), last)


def drafted(text, **rest):
    """Give the Markdown of these facts."""
    return compose(load(text, **rest)).markdown


def part(markdown, number):
    """Give the text under the number-th 一级标题."""
    return markdown.split("\n## ")[number].partition("\n\n")[2].strip()
