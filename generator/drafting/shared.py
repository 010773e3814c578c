"""Several topics under one heading: 一是…二是… over them or over their points, or a paragraph each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from generator.drafting import marks
from generator.drafting.paragraphs import (
    counted_points,
    listed_topics,
    parted_prose,
    real_points,
    told_in_turn,
    write_paragraphs,
)
from generator.drafting.points import Label, Point, is_own_ground, speaks_of
from generator.patterns import pattern

_PLACED = pattern(f"[{marks.NEW_PARAGRAPH}{marks.RUN_ON}]|[一二三四五六七八九十]{{1,2}}是(?!否)")
_TWO, _MANY, _CROWD, _LONG_POINT, _LONG_TOPIC, _SHORT_TEXT = 2, 3, 5, 180, 300, 400
_SHORT_PARAGRAPH, _SHORT_SENTENCE = 150, 24


@dataclass(frozen=True, eq=False)
class Telling:
    """What is told of one topic: the wordings of its title (the clerk's own is marked), points, first and last word.

    The same topic told of the same facts is one telling (`remembered`), by which what is made of it is known again.
    """

    titles: tuple[Label, ...]
    points: Sequence[Point]
    opening: str = ""
    closing: str = ""

    @property
    def heading(self) -> str:
        """The title to stand over it by itself: the first that speaks of most of its facts."""
        facts = frozenset[str]().union(*(one.facts for one in self.points))
        return next((one.text for one in self.titles if speaks_of(one, facts)), self.titles[0].text)

    @cached_property
    def whole(self) -> Point:
        """The topic as one point, under its title or the label of a point that makes up most of it."""
        narrower = (
            Label(label.text, label.grounds or point.facts)
            for point in self.points
            if not point.named
            for label in point.labels
        )
        return Point(
            (*self.titles, *narrower), self.opening + "\n\n".join(parted_prose(self.points)) + self.closing
        )


def are_short(tellings: Sequence[Telling]) -> bool:
    """Tell topics that need no headings: a short text, without titles of the clerk's own."""
    return sum(len(one.whole.bare) for one in tellings) <= _SHORT_TEXT and not any(
        one.whole.named for one in tellings
    )


def is_thin(telling: Telling) -> bool:
    """Tell a topic of a single sentence, over which no heading of ours can stand."""
    return is_one_sentence(telling.whole.text)


def join_thin_topics(tellings: Sequence[Telling]) -> str:
    """Give a paragraph for each topic, in their order; a single sentence has none by itself."""
    texts: list[str] = []
    for text in (one.whole.text for one in tellings):
        if texts and (is_one_sentence(text) or is_one_sentence(texts[-1])):
            texts[-1] += text
        else:
            texts.append(text)
    return "\n\n".join(texts)


@lru_cache(maxsize=64)
def join_topics(tellings: tuple[Telling, ...]) -> str:
    """Give the paragraphs under a heading.

    Each topic is one point with its title as the label; a long one, or one of two, is told by its own points where it
    has three (one too long for a point, where it has two), and so is any where there would be fewer than three. Else
    each topic is a plain paragraph, a short text with a single sentence in it one altogether; short sentences side by
    side are one sentence. What is counted can be parted.
    """
    if len(tellings) == 1:
        (only,) = tellings
        return _titled(only, write_paragraphs(only.points, only.opening, only.closing))
    few = len(tellings) < _MANY
    longest = _LONG_POINT if len(tellings) < _CROWD else _LONG_TOPIC
    for every in (few, True) if not any(map(_is_placed, tellings)) else ():
        parts = [_parts(one, longest, every=every) for one in tellings]
        if groups := listed_topics(parts):
            return counted_points(told_in_turn(groups))
    texts: list[str] = []
    for text in (_titled(one, one.whole.text) for one in tellings):
        if texts and _runs_on(texts[-1]) and _runs_on(marks.first_sentence(text)):
            texts[-1] = f"{texts[-1][:-1]}；{text}"
        else:
            texts.append(text)
    return _in_paragraphs(texts, _SHORT_PARAGRAPH if any(map(is_one_sentence, texts)) else 0)


def _in_paragraphs(texts: Sequence[str], longest: int) -> str:
    """Give texts in one paragraph where together they are no longer than so many characters, else in one each."""
    apart = sum(map(_length, texts)) > longest or any("\n\n" in one for one in texts)
    return ("\n\n" if apart else "").join(texts)


def _titled(telling: Telling, text: str) -> str:
    """Put a title of the clerk's own before the text; one from a template is left out."""
    return f"{telling.whole.label}。{text}" if telling.whole.named and text else text


def _parts(telling: Telling, longest: int, *, every: bool) -> list[Point]:
    """Give a topic as the points that it is told by: its own, own words beside them, or itself as one.

    A long one is told by three, and so is any where `every` topic is; one longer than `longest`, which is as much as a
    point may hold, by two of a template's.
    Own words behind a template's point would be taken for a part of it: only a long topic is parted before them.
    """
    told, length = real_points(telling.points), len(telling.whole.bare)
    templates = sum(not first.named for first, *_ in told)
    apart = any(after.is_loose and not (one.is_loose or one.named) for one, after in pairwise(telling.points))
    many = len(told) >= _MANY and (length > _LONG_TOPIC or (every and not apart))
    if not many and not (templates >= _TWO and length > longest and not apart):
        return [telling.whole]
    points: list[Point] = []
    before = telling.opening
    for one in telling.points:
        joined = replace(one, text=before + one.text)
        while joined.is_loose and points:
            joined = replace(points[-1], text=points.pop().text + joined.text)
        before = joined.text if joined.is_loose else ""
        points += [] if before else [joined]
    if not points:
        return [telling.whole]
    return [*points[:-1], replace(points[-1], text=points[-1].text + telling.closing)]


def _is_placed(telling: Telling) -> bool:
    """Tell a topic whose own words say themselves how they follow what is before: 二是…, or with a paragraph's mark."""
    return any(one.is_loose and bool(_PLACED.match(one.bare)) for one in telling.points)


def _runs_on(text: str) -> bool:
    """Tell a short single sentence of a template's, which needs no paragraph of its own."""
    short = is_one_sentence(text) and _length(text) <= _SHORT_SENTENCE and text.endswith("。")
    return short and not any(map(is_own_ground, marks.grounds(text)))


def is_one_sentence(text: str) -> bool:
    """Tell a marked text of a single sentence."""
    bare = marks.strip_marks(text)
    return sum(bare.count(sign) for sign in "。！？") == 1


def _length(text: str) -> int:
    return len(marks.strip_marks(text))
