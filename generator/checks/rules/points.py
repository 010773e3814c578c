"""文字: points of a list that are out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.numbers.numerals import read_chinese
from generator.patterns import pattern
from generator.problems import Level

_COUNTS = pattern("[一二三四五六七八九十首][是要，,、先]")
"""What is in every paragraph that the three patterns below are about, and in few others."""
_POINT = pattern(
    r"(?<![^。；：，、\s！？”）;:,])(?P<number>[一二三四五六七八九十]{1,2})(?:是|要)(?![否非由素件点求]|指(?![引导挥派]))"
)
_RANK = pattern(r"(?<![^。；：，、\s;:])第(?P<number>[一二三四五六七八九十]{1,2})[，,、]")
_FIRST = pattern(r"(?<![^。；：，\s])首先[，,]")


def _runs(material: Material) -> Iterator[tuple[int, re.Match[str], int]]:
    """Give each 一是, 二是 with the number that stood before it in the same list (0 at a list's head)."""
    counting = [bool(_COUNTS.search(block.text)) for block in material.blocks]
    for shape in (_POINT, _RANK):
        last = 0
        for number, block in enumerate(material.blocks):
            points = list(shape.finditer(block.text)) if counting[number] else []
            if not points or points[0].start() > 12 or material.ranks[number]:
                last = 0
            if shape is _RANK and counting[number] and _FIRST.search(block.text):
                last = 1
            for match in points:
                value = read_chinese(match["number"]) or 0
                yield number, match, last
                last = value
            if len(block.text) > 600:
                last = 0


@rule(
    "文字-08",
    "“一是”“二是”不连续",
    level=Level.ERROR,
    bad="一是学法不深；二是力量不足；四是形式单一。",
    good="一是学法不深；二是力量不足；三是形式单一。",
)
def restarted_points(material: Material) -> Iterator[Finding]:
    """查“一是……二是……三是……”和“第一、第二”有没有跳号、重号。

    查什么：一是后面是三是，两个二是，一是后面又是一是，一是后面是“二、”“（二）”。
    为什么：增删一条后忘了重编，或者少贴了一条。
    怎么改：重编；缺了内容的，补上。
    """
    for block, match, last in _runs(material):
        value = read_chinese(match["number"]) or 0
        if (
            value == last + 1
            or (last == 0 and not _opens(material, block, match))
            or (value == 1 and last > 1)
        ):
            continue
        if last == 0 and value == 1:
            continue
        yield Finding(
            f"“{match.group()}”不连续，按顺序应是第{last + 1}条。",
            "重编；缺了内容的，补上。",
            block,
            *match.span(),
        )
    for block, match, right in _inline(material):
        message = f"“{match['number']}”不连续，按顺序应是第{right}条。"
        yield Finding(message, "重编；缺了内容的，补上。", block, *match.span())
    for block, match in _other_marks(material):
        mark = match["number"]
        yield Finding(f"前面是“一是”，这里是“{mark}”。", "改为“二是”。", block, *match.span("number"))


_INLINE = (
    (
        pattern(r"(?<![一-龥\d件号法])[（(](?P<number>[0-9]{1,2})[）)](?=[一-龥“《])"),
        ("（1", "(1", "（01", "(01"),
    ),
    (pattern(r"(?P<number>[①-⑳])"), ("①",)),
    (pattern(r"(?<![一-龥])其(?P<number>[一二三四五六七八九])[，,是、]"), ("其一",)),
)
"""The marks of a paragraph's own list, with the first, one of which every list has that is looked at."""
_CIRCLED = ord("①") - 1


def _inline(material: Material) -> Iterator[tuple[int, re.Match[str], int]]:
    """Give what of a paragraph's own list, which begins with 1, is out of order, and which it should be."""
    for shape, firsts in _INLINE:
        for number in material.saying(firsts):
            for at, match in enumerate(shape.finditer(material.blocks[number].text), 1):
                sign = match["number"]
                value = int(sign) if sign.isascii() else read_chinese(sign) or ord(sign) - _CIRCLED
                if value != at:
                    if at > 1:
                        yield number, match, at
                    break


_MIXED_IN = pattern(r"(?<=[。；])(?P<number>二、|（二）|[(]二[)]|2[.．、](?!\d)|第二[，、]|其二[，、])")


def _other_marks(material: Material) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the second point of a paragraph that begins with 一是 and goes on with another sort of number."""
    for number, block in enumerate(material.blocks):
        first = _POINT.search(block.text) if _COUNTS.search(block.text) else None
        second = _MIXED_IN.search(block.text, first.end()) if first and first["number"] == "一" else None
        if second and "二是" not in block.text:
            yield number, second


def _opens(material: Material, block: int, match: re.Match[str]) -> bool:
    """Tell whether a list begins here after a colon, so that it must begin with 一."""
    return material.blocks[block].text[max(0, match.start() - 1) : match.start()] in ("：", ":")
