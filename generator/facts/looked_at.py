"""What the program wrote into a file for the clerk to look at: `# 请核对：…`, told until the comment is taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.patterns import pattern
from generator.problems import Level, Place, Problem
from generator.yamltext.path import Path

if TYPE_CHECKING:
    from generator.facts.facts import Facts

TO_LOOK_AT = "请核对"
_COMMENT = pattern(rf"(?:^|\s)(?P<sign>#) {TO_LOOK_AT}[：:]\s*(?P<what>.*)$")


def not_looked_at(lines: Sequence[str], file: str) -> Iterator[Problem]:
    """Remind of each comment that asks to look at something."""
    for number, line in enumerate(lines, 1):
        if TO_LOOK_AT in line and (comment := _COMMENT.search(line)):
            yield Problem(
                "待填-03",
                f"还没有核对：{comment['what'].rstrip('。')}。",
                f"请照实改好这一项，再删去“# {TO_LOOK_AT}”这条批注；今年没有的，连同内容一起删去。",
                Place(file, number, comment.start("sign") + 1),
                level=Level.WARNING,
            )


def comments_to_look_at(facts: Facts) -> dict[Path, tuple[str, ...]]:
    """Give what such comments right above a passage say, by its path."""
    above: dict[int, tuple[str, ...]] = {}
    waiting: list[str] = []
    for number, line in enumerate(facts.lines, 1):
        if line.lstrip().startswith("#"):
            comment = _COMMENT.search(line)
            waiting += [comment["what"]] if comment else []
        else:
            if waiting:
                above[number] = tuple(waiting)
            waiting = []
    return {path: above[place.line] for path, place in facts.places.items() if place.line in above}
