"""Numbers typed before a title: the report counts its titles and points itself, and would print two."""

from __future__ import annotations

from generator.patterns import pattern
from generator.topics.kinds import MisreadError, shortened

_COUNT = "[一二三四五六七八九十]"
_TYPED = pattern(
    rf"[（(](?:{_COUNT}{{1,3}}|\d{{1,2}})[）)]|{_COUNT}{{1,3}}[、.．]|\d{{1,2}}[.．、](?!\d)|[①-⑳]"
    rf"|第{_COUNT}{{1,2}}[，、：]|{_COUNT}{{1,2}}是(?!否)"
)


def typed_number(title: str) -> str:
    """Give the number that is typed before a title, or an empty text."""
    found = _TYPED.match(title)
    return found.group() if found else ""


def take_away(number: str) -> str:
    """Say how to mend a title with a number."""
    return f"序号由程序编，请删去“{number}”。"


def unnumbered(title: str, name: str) -> str:
    """Give the title that stands under a name, without a number before it; raises MisreadError."""
    if number := typed_number(title):
        raise MisreadError(f"“{name}”写的是“{shortened(title)}”，里面写了序号", take_away(number))
    return title
