"""结构: the numbers before headings: none left out, none twice, written as the standard has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import whole
from generator.numerals import chinese_number, read_chinese
from generator.problems import Level

_HEAD = re.compile(
    r"\s*(?P<chapter>[一二三四五六七八九十]{1,3})[、，,.．]\s*(?=\S)|\s*[（(](?P<section>[一二三四五六七八九十]{1,3})[）)]"
)


@dataclass(frozen=True)
class _Number:
    block: int
    written: str
    value: int
    end: int


def _numbers(material: Material, kind: str) -> Iterator[_Number | None]:
    """Give the numbers of one kind in order, None where a heading of a higher rank begins a new series."""
    for number, block in enumerate(material.blocks):
        found = _HEAD.match(block.text)
        if found and found[kind]:
            value = read_chinese(found[kind])
            if value:
                yield _Number(number, found.group().strip(), value, found.end())
        elif kind == "section" and (found or (material.ranks[number] in (1, 2))):
            yield None


def _breaks(material: Material, kind: str) -> Iterator[tuple[_Number, int]]:
    """Give each number that doesn't follow the one before, with the one that should stand there."""
    last = 0
    begun = material.whole
    for number in _numbers(material, kind):
        if number is None:
            last, begun = 0, True
            continue
        if number.value != last + 1 and (last or begun):
            yield number, last + 1
        last = number.value


def _finding(number: _Number, wanted: int, what: str) -> Finding:
    message = f"{what}序号写作“{number.written}”，按顺序应是第{wanted}个。"
    if number.value < wanted:
        message = f"{what}序号“{number.written}”重复或倒退，按顺序应是第{wanted}个。"
    right = number.written.replace(chinese_number(number.value), chinese_number(wanted))
    return Finding(message, "重编序号；缺了内容的，补上。", number.block, 0, number.end, mend=right)


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
    for number, wanted in _breaks(material, "chapter"):
        yield _finding(number, wanted, "一级标题")


@rule(
    "结构-11",
    "二级标题序号不连续",
    level=Level.ERROR,
    bad=whole("### （二）", "### （三）"),
    good=whole(),
)
def broken_sections(material: Material) -> Iterator[Finding]:
    """查（一）（二）（三）有没有跳号、重号，每个一级标题下是不是从（一）重新开始。

    查什么：二级标题的序号。
    为什么：从旧稿删去一节或插入一节后忘了重编。
    怎么改：重编序号；缺了内容的，补上。
    """
    for number, wanted in _breaks(material, "section"):
        yield _finding(number, wanted, "二级标题")


_FORMS = (
    (re.compile(r"^\s*([（(][一二三四五六七八九十]{1,3}[）)])[、.．，,]"), r"\1", "括号序号后面不加标点"),
    (re.compile(r"^\s*([一二三四五六七八九十]{1,3})[)）]"), r"（\1）", "少了左括号"),
    (
        re.compile(
            r"^\s*[(（]([一二三四五六七八九十]{1,3})(?=[^一二三四五六七八九十）)]{2})(?![^，。]{0,4}[）)])"
        ),
        r"（\1）",
        "少了右括号",
    ),
    (re.compile(r"^\s*([一二三四五六七八九十]{1,3})[.．，,](?=[^\d])"), r"\1、", "一级标题序号后面用顿号"),
    (re.compile(r"^\s*(\d{1,2})[、．](?=[^\d])"), r"\1.", "阿拉伯数字序号后面用半角圆点"),
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
        for pattern, right, why in _FORMS:
            found = pattern.match(block.text)
            if found:
                mend = found.expand(right)
                yield Finding(
                    f"序号“{found.group().strip()}”写法不对：{why}。",
                    f"改为“{mend}”。",
                    number,
                    found.start(),
                    found.end(),
                    mend=mend,
                )
                break
