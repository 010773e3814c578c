"""Several topics under one heading: one paragraph of 一是…二是… over them, or a paragraph each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.drafting import marks
from generator.drafting.paragraphs import is_loose, listed_points, prose, told_as_one, write_paragraphs
from generator.drafting.points import Label, Point
from generator.wording import ordinal_point

_MANY, _LONG, _ONE_PARAGRAPH = 3, 300, 400


class Telling(NamedTuple):
    """What is told of one topic: the wordings of its title (the clerk's own is marked), its points, its first and last words."""

    titles: tuple[Label, ...]
    points: Sequence[Point]
    opening: str = ""
    closing: str = ""

    @property
    def whole(self) -> Point:
        """The topic as one point, labels of templates left out."""
        return Point(self.titles, self.opening + prose(self.points) + self.closing)


def join_topics(tellings: Sequence[Telling]) -> str:
    """Give the paragraphs under a heading.

    Each topic is one point with its title as the label; a long one, or one of two, is told by its own points where it has
    three. Where that makes fewer than three points each topic is a plain paragraph, but a single sentence is none. A short
    text is one paragraph.
    """
    if len(tellings) == 1:
        (only,) = tellings
        return _titled(only, write_paragraphs(only.points, only.opening, only.closing))
    parts = [_parts(one, split=len(tellings) < _MANY or _length(one.whole.text) > _LONG) for one in tellings]
    groups = listed_points(point for part in parts for point in part)
    if not groups:
        texts = [_titled(one, one.whole.text) for one in tellings]
        return ("" if any(map(_is_one_sentence, texts)) else "\n\n").join(texts)
    told = [f"{ordinal_point(number)}{told_as_one(one)}" for number, one in enumerate(groups, start=1)]
    if sum(map(_length, told)) <= _ONE_PARAGRAPH:
        return "".join(told)
    starts = [any(group[0] is part[0] for part in parts) for group in groups]
    return "".join(("\n\n" if start else "") + text for start, text in zip(starts, told, strict=True)).strip()


def _titled(telling: Telling, text: str) -> str:
    """Put a title of the clerk's own before the text; one from a template is left out."""
    return f"{telling.whole.label}。{text}" if telling.whole.named and text else text


def _parts(telling: Telling, *, split: bool) -> list[Point]:
    """Give a topic as the points that it is told by: its own, own words beside them, or itself as one."""
    if not (split and listed_points(telling.points)):
        return [telling.whole]
    points: list[Point] = []
    before = telling.opening
    for one in telling.points:
        if not is_loose(one):
            points.append(one._replace(text=before + one.text))
            before = ""
        elif points:
            points[-1] = points[-1]._replace(text=points[-1].text + one.text)
        else:
            before += one.text
    return [*points[:-1], points[-1]._replace(text=points[-1].text + telling.closing)]


def _is_one_sentence(text: str) -> bool:
    return sum(text.count(sign) for sign in "。！？") == 1


def _length(text: str) -> int:
    return len(marks.strip_marks(text))
