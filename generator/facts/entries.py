"""The places of a facts file in words, for those who do not see the file: “法治宣传教育”的“普法活动”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from generator.patterns import pattern
from generator.topics.topic import DUTIES, MEASURES

_WITH_HEADING = 3
"""So many names lead to a field of 举措成效 under a heading of the unit's own, which says nothing of the field."""
_SENTENCES = frozenset({"正文", "做法", "亮点"})
_DOTTED = pattern(r"“([^“”.．\s]+)((?:\.[^“”.．\d\s][^“”.．\s]*)+)”")


def entry_named(path: Iterable[str]) -> str:
    """Give the place of a path, as text by text, in words: “法治宣传教育”的“普法活动”, “不足”第1条的“原因”."""
    part, *names = [one for one in path if one] or [""]
    named = [*takewhile(lambda one: not one.isdecimal(), names)]
    if part == MEASURES and names:
        names = names[len(named) >= _WITH_HEADING :]
    else:
        names = [part, *names[part == DUTIES and len(named) > 1 :]]
    words = ""
    for number, name in enumerate(names):
        if not name:
            continue
        if name.isdecimal():
            words += f"第{name}{'句' if number and names[number - 1] in _SENTENCES else '条'}"
        else:
            words += f"的“{name}”" if words else f"“{name}”"
    return words


def in_plain_words(text: str) -> str:
    """Give a text with the paths in it, such as “举措成效.行政执法.立案”, in words."""
    return _DOTTED.sub(_entry, text)


def _entry(found: re.Match[str]) -> str:
    return entry_named([found[1], *found[2].split(".")])
