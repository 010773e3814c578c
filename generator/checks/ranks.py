"""The rank of a heading by its number, where nothing marks it as one."""

from __future__ import annotations

from generator.document.text.blocks import Block
from generator.document.text.titles import is_report_title
from generator.patterns import pattern

_CHAPTER = pattern(r"\s*[一二三四五六七八九十]{1,3}[、，,.．]\s*\S")
_LATER_CHAPTER = pattern(r"\s*(?!一[、，,.．])[一二三四五六七八九十]{1,3}[、，,.．]")
_SECTION = pattern(r"\s*[（(][一二三四五六七八九十]{1,3}[）)]")


def rank_of(number: int, block: Block) -> int:
    """Give the rank of a block: 1 title, 2 一、, 3 （一）, 4 1., and 0 for what is no heading; `number` counts from 0."""
    if block.level:
        return block.level
    text = block.text.strip()
    if len(text) > 60 or text.endswith(("。", "；", ";")):
        return 0
    if _CHAPTER.match(text):
        return 2
    if _SECTION.match(text):
        return 3
    return 1 if number == 0 and is_report_title(text) else 0


def begins_late(chapter: str) -> bool:
    """Tell whether a heading of the first level has a later number than 一、."""
    return bool(_LATER_CHAPTER.match(chapter))
