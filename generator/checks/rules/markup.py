"""文字: marks of Markdown in an edited draft, which the official page does not show."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.patterns import pattern

_ESCAPED = pattern(r"\\.")
_LEADING = pattern(r"(?:\s|[-*+]\s|#+\s|>|\d{1,2}[.)]\s)*")
"""What begins a heading or an item, and sets nothing off."""


@rule(
    "文字-23",
    "文稿里有加粗、斜体一类的记号",
    bad="街道坚持**依法行政**，规范执法程序。",
    good="街道坚持依法行政，制作3*4米展板5块。",
)
def set_off(material: Material) -> Iterator[Finding]:
    r"""查 .md 文稿里有没有加粗、斜体、删除线的记号。

    查什么：成对的“**”“*”“_”“~~”“`”；“3*4米”“5~8月”“召开会议*次”里的原样印出，不算。
    为什么：公文正文不加粗、不用斜体，这些记号不会印出来；是数字还没有填的星号，要补上数字。
    怎么改：删去记号；是文字的，前面加“\”。
    """
    for number, block in enumerate(material.blocks if material.source else ()):
        raw = material.source[block.line - 1] if 0 < block.line <= len(material.source) else ""
        written = _ESCAPED.sub("", _LEADING.sub("", raw, count=1))
        lost = [mark for mark in "*_~`" if written.count(mark) > block.text.count(mark)]
        if lost:
            yield Finding(f"记号“{lost[0]}”不会印出来。", "删去记号；是文字的，前面加“\\”。", number)
