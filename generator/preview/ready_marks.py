"""Marks that a reminder has ready for a sentence, each with the sentence as it is when that one is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.patterns import pattern
from generator.problems import Problem

_UNMARKED = "标注-04"
_READY = pattern(r"【[^【】：]{1,24}：([^【】]+)】")
_MARKED = pattern(r"【[^【】]*】")


def ready_marks(text: str, problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Give each mark that reminders of unmarked figures write out, and the text with it in the figure's place.

    A mark whose figure stands there more than once, or not at all, is left to the clerk.
    """
    offered = (ready for one in problems if one.code == _UNMARKED for ready in _READY.finditer(one.fix))
    for mark, figure in dict.fromkeys((ready[0], ready[1]) for ready in offered):
        places = [*_places_of(figure, text)]
        if len(places) == 1 and mark not in text:
            at = places[0]
            yield mark, f"{text[:at]}{mark}{text[at + len(figure) :]}"


def _places_of(figure: str, text: str) -> Iterator[int]:
    """Give where a figure stands unmarked in a text, not as the end of a longer number."""
    marked = [(one.start(), one.end()) for one in _MARKED.finditer(text)]
    for found in re.finditer(rf"(?<![\d.．]){re.escape(figure)}", text):
        if not any(begin < found.start() < end for begin, end in marked):
            yield found.start()
