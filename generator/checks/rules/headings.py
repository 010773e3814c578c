"""结构: how many headings a part has, whether there is enough under each, and what it names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import rule
from generator.checks.sample import facts, whole
from generator.facts.facts import Section
from generator.patterns import pattern
from generator.resources import Templates
from generator.topics.grouping import TopicGroup, read_grouping
from generator.topics.topic import worded
from generator.wording import join_names
from generator.yamltext.path import dotted

_MOST = 12
_APART = pattern("整改|上年度")
_ENDS = "。！？；"
_NUMBERS = ("三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三")
_HEADED = [f"### （{number}）推进工作{number}\n\n制定工作方案。逐项推进落实。\n\n" for number in _NUMBERS]
_LAST = "矛盾纠纷198起。\n\n"


@rule(
    "结构-26",
    "第一部分的标题太多",
    bad=whole(_LAST, _LAST + "".join(_HEADED)),
    good=whole(_LAST, _LAST + "".join(_HEADED[:-1])),
)
def too_many_headings(material: Material) -> Iterator[Finding]:
    """查主要举措和成效这一部分的二级标题有没有超过12个。

    查什么：第一部分里“（一）”这一级标题的个数。
    为什么：一个主题一个标题，报告读起来像一张表；通行的报告一般是3至12个标题，几项相近的工作写在一个标题下。
    怎么改：把相近的主题归到一个标题下；在事实文件里，先写标题，再把几个主题缩进两格写在它下面。
    """
    if not material.whole:
        return
    numbers = list(_headings(material, ReportPart.MEASURES))
    if len(numbers) > _MOST:
        yield Finding(
            f"第一部分有{len(numbers)}个标题，一般不超过{_MOST}个。",
            "把相近的主题归到一个标题下，在事实文件里写在同一个标题下面。",
            None if material.facts else numbers[_MOST],
            0,
            len(material.blocks[numbers[_MOST]].text),
            ReportPart.MEASURES.value if material.facts else "",
        )


@rule(
    "结构-27",
    "标题下面只有一句话",
    bad=whole("结合宪法宣传周开展集中宣讲。", ""),
    good=whole(),
)
def heading_over_one_sentence(material: Material) -> Iterator[Finding]:
    """查一个标题是不是只管一句话。

    查什么：第一、第二部分里“（一）”这一级标题，下面只有一句话的；上年度问题整改情况另成一节，不算。
    为什么：一句话撑不起一个标题，多半是把一项工作拆得太碎，或者材料还没有填全。
    怎么改：并到相近的标题下面；或者补上做法和数据。
    """
    if not material.whole:
        return
    for number in _headings(material, ReportPart.MEASURES, ReportPart.DUTIES):
        body, tables = "", 0
        for block, rank in zip(material.blocks[number + 1 :], material.ranks[number + 1 :], strict=True):
            if rank:
                break
            body += block.text
            tables += bool(block.rows)
        text = material.blocks[number].text
        if body and not tables and not _APART.search(text) and _is_one_sentence(body):
            fix = "并到相近的标题下面，或补上做法和数据。"
            yield Finding(
                f"标题“{text}”下面只有一句话。", fix, number, 0, len(text), _written_as(material, number)
            )


_OVER = "推进矛盾纠纷化解和基层治理:\n  矛盾纠纷化解: {排查: 231件}\n"


@rule(
    "结构-37",
    "标题说到没有写的主题",
    bad=facts(f"{_OVER}  信访工作: {{正文: 来信来访都有回音。}}"),
    good=facts(f"{_OVER}  基层治理: {{正文: 各社区都有居民公约。}}"),
)
def heading_of_what_is_not_told(material: Material) -> Iterator[Finding]:
    """查程序给的标题里点到的主题，文件里写了没有。

    查什么：“举措成效”里照程序的大节起的标题，如“推进矛盾纠纷化解和基层治理”，点了主题“基层治理”的名，而这个主题整个没有写；自己起的标题不查。
    为什么：多半是主题收起、删去以后标题没有跟着改，标题说了，下面没有。
    怎么改：改用只说写了的工作的标题，程序有合适的，`nianbao check --fix` 和本机页面的“照改”直接换上；有这项工作的，补上这个主题。
    """
    if material.facts is None or material.topics is None:
        return
    there = material.facts.topics.keys()
    used = {one.heading for one in material.facts.sections}
    for section in material.facts.sections:
        group = _group_called(section.heading)
        absent = (
            [name for name in group.topics if name in section.heading and name not in there] if group else []
        )
        if group and absent:
            fitting = next((one for one in _others(section, group, material) if one not in used), None)
            change = f"改为“{fitting}”" if fitting else "改成只说写了的工作的标题"
            names = join_names(f"“{one}”" for one in absent)
            yield Finding(
                f"标题“{section.heading}”说到{names}，文件里没有写。",
                f"{change}；有这项工作的，补上{names}。",
                field=dotted(section.path),
                mend=fitting,
            )


def _group_called(heading: str) -> TopicGroup | None:
    """Give the group of the program's own 大节.yaml that has a heading of these words."""
    groups = read_grouping(Templates())
    return next((one for one in groups if heading in [each.text for each in one.headings]), None)


def _others(section: Section, group: TopicGroup, material: Material) -> Iterator[str]:
    """Give what a heading might be called instead: one of its group, else by the one topic that stands under it.

    All that is named in it is told: both halves of “…和…” are topics of the file, and one stands under the heading.
    """
    there = material.facts.topics.keys() if material.facts else ()
    here = [one.name for one in section.topics]
    for heading in worded(group.headings, material.year):
        halves = heading.split("和")
        named = [
            next((name for name in group.topics if name in half and name in there), "") for half in halves
        ]
        if all(named) and set(named) & {*here}:
            yield heading
    if len(here) == 1 and section.topics[0].topic:
        yield from worded(section.topics[0].topic.headings, material.year)


def _is_one_sentence(body: str) -> bool:
    return sum(body.count(sign) for sign in _ENDS) <= 1


def _written_as(material: Material, number: int) -> str:
    """Give the path of what a heading of the report stands for in the facts file: the heading itself, or its topic."""
    if material.facts is None:
        return ""
    below = material.field_of(Finding("", "", number + 1))
    every = (*material.facts.sections, *material.facts.duty_sections)
    sections = (dotted(one.path) for one in every)
    return next((path for path in sections if f"{below}.".startswith(f"{path}.")), "")


def _headings(material: Material, *parts: ReportPart) -> Iterator[int]:
    """Give the numbers of the headings （一） of these parts."""
    for number, (part, rank) in enumerate(zip(material.parts, material.ranks, strict=True)):
        if rank == 3 and part in parts:
            yield number
