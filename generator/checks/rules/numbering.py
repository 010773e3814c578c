"""结构: the numbers before headings: none left out, none twice, written as the standard has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import whole
from generator.numbers.numerals import chinese_number, read_chinese
from generator.patterns import pattern
from generator.problems import Level

_HEAD = pattern(
    r"(?<![^。；：:！])\s*(?:(?P<chapter>[一二三四五六七八九十]{1,3})[、，,.．]\s*(?=\S)"
    r"|[（(](?P<section>[一二三四五六七八九十]{1,3})[）)]|(?P<point>\d{1,2})[.．、]\s*(?=[^\d\s]))"
)
_KINDS = ("chapter", "section", "point")


class _Number(NamedTuple):
    """A number before a heading or a point: its rank (0 for 一、), and the one that should stand there.

    One that runs on goes on from the chapter or section before, where its series should begin again.
    """

    block: int
    start: int
    end: int
    written: str
    rank: int
    value: int
    wanted: int
    runs_on: bool = False


def _breaks(material: Material, rank: int) -> Iterator[_Number]:
    """Give each number of one rank that doesn't follow the one before.

    A number of a higher rank, or a heading without one, begins a new series. A fragment may begin with any number,
    and in it a series may begin again; so may points anywhere. What goes on counting from the heading before is given
    only where it begins to.
    """
    last: list[int | None] = [0 if material.whole else None] * 3
    highest = [0] * 3
    for number, block in enumerate(material.blocks):
        heads = _heads(block.text)
        if not heads and material.ranks[number] in (1, 2):
            last[1:] = [0, 0]
        for match in heads:
            kind = str(match.lastgroup)
            at, value = _KINDS.index(kind), _value(match[kind])
            before = last[at]
            again = value == 1 and (at == 2 or not material.whole)
            if at == rank and before is not None and value != before + 1 and not again:
                start = match.end() - len(match.group().lstrip())
                runs_on = before == 0 and value == highest[at] + 1
                written = match.group().strip()
                yield _Number(number, start, match.end(), written, at, value, before + 1, runs_on)
            last[at] = highest[at] = value
            last[at + 1 :] = [0] * (2 - at)


@lru_cache(maxsize=512)
def _heads(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_HEAD.finditer(text))


def _value(written: str) -> int:
    return int(written) if written.isdigit() else read_chinese(written) or 0


def _finding(number: _Number, what: str) -> Finding:
    if number.runs_on:
        return Finding(
            f"{what}序号“{number.written}”接着上一个标题下的序号往下排。",
            "通常每个标题下从头编起；有意通排的，可以不改。",
            number.block,
            number.start,
            number.end,
            level=Level.WARNING,
        )
    slip = "重复或倒退" if number.value < number.wanted else "跳号"
    numeral = str(number.wanted) if number.rank == 2 else chinese_number(number.wanted)
    return Finding(
        f"{what}序号“{number.written}”{slip}，按顺序应是第{number.wanted}个。",
        "重编序号；缺了内容的，补上。",
        number.block,
        number.start,
        number.end,
        mend=re.sub(r"[一二三四五六七八九十\d]+", numeral, number.written, count=1),
    )


@rule(
    "结构-10",
    "一级标题序号不连续",
    level=Level.ERROR,
    bad=whole("## 三、推进", "## 四、推进"),
    good=whole(),
)
def broken_chapters(material: Material) -> Iterator[Finding]:
    """查一、二、三、四有没有跳号、重号。

    查什么：一级标题的序号，从一起逐个加一。
    为什么：增删一部分后忘了重编，或者少贴了一部分。
    怎么改：重编序号；缺了内容的，补上。
    """
    for number in _breaks(material, 0):
        yield _finding(number, "一级标题")


@rule(
    "结构-11",
    "二级标题序号不连续",
    level=Level.ERROR,
    bad=whole("### （二）", "### （三）"),
    good=whole(),
)
def broken_sections(material: Material) -> Iterator[Finding]:
    """查（一）（二）（三）有没有跳号、重号，每个一级标题下是不是从（一）重新开始。

    查什么：二级标题的序号；全文通排的（（三）接着上一部分的（二）），只提醒。
    为什么：从旧稿删去一节或插入一节后忘了重编。
    怎么改：重编序号；缺了内容的，补上。
    """
    for number in _breaks(material, 1):
        yield _finding(number, "二级标题")


_FORMS = (
    (pattern(r"^\s*([（(][一二三四五六七八九十]{1,3}[）)])[、.．，,]"), r"\1", "括号序号后面不加标点"),
    (pattern(r"^\s*([一二三四五六七八九十]{1,3})[)）]"), r"（\1）", "少了左括号"),
    (
        pattern(
            r"^\s*[(（]([一二三四五六七八九十]{1,3})(?=[^一二三四五六七八九十）)]{2})(?![^，。]{0,4}[）)])"
        ),
        r"（\1）",
        "少了右括号",
    ),
    (pattern(r"^\s*([一二三四五六七八九十]{1,3})[.．，,](?=[^\d])"), r"\1、", "一级标题序号后面用顿号"),
    (pattern(r"^\s*(\d{1,2})[、．](?=[^\d])"), r"\1.", "阿拉伯数字序号后面用半角圆点"),
    (
        pattern(r"^\s*([一二三四五六七八九十]{1,3})[ \u3000]+(?=[一-龥]{3})"),
        r"\1、",
        "一级标题序号后面用顿号",
    ),
    (pattern(r"^\s*([一二三四五六七八九十]{1,3})[:：;；](?=[一-龥])"), r"\1、", "一级标题序号后面用顿号"),
    (
        pattern(r"^\s*第([一二三四五六七八九十]{1,3})、(?=[一-龥])(?![第二三四五六七八九十])"),
        r"\1、",
        "序号有“第”字的，后面用逗号",
    ),
)


@rule(
    "结构-12",
    "序号写法不合规范",
    bad="（一）、强化组织领导。街道成立法治建设领导小组。",
    good="（一）强化组织领导。街道成立法治建设领导小组。",
)
def number_form(material: Material) -> Iterator[Finding]:
    """查层次序数的写法。

    查什么：依次是“一、”“（一）”“1.”“（1）”；“（一）、”“一）”“1、”都不对。
    为什么：GB/T 9704—2012第7.3.3条规定了结构层次序数的写法。
    怎么改：按提示改。
    """
    for number, block in enumerate(material.blocks):
        for shape, right, why in _FORMS:
            match = shape.match(block.text)
            if match:
                mend = match.expand(right)
                yield Finding(
                    f"序号“{match.group().strip()}”写法不对：{why}。",
                    f"改为“{mend}”。",
                    number,
                    match.start(),
                    match.end(),
                    mend=mend,
                )
                break


@rule(
    "结构-25",
    "1.2.3.序号不连续",
    level=Level.ERROR,
    bad="1.健全工作机制。2.加强队伍建设。4.严格监督考核。",
    good="1.健全工作机制。2.加强队伍建设。3.严格监督考核。",
)
def broken_points(material: Material) -> Iterator[Finding]:
    """查1.2.3.有没有跳号、重号。

    查什么：段首和句首的阿拉伯数字序号，逐个加一；重新从1开始的算另一组，接着上一节往下排的只提醒。
    为什么：删去一条或插入一条后忘了重编。
    怎么改：重编序号；缺了内容的，补上。
    """
    for number in _breaks(material, 2):
        yield _finding(number, "")
