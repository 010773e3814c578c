"""A rendered topic -> its points; points -> one paragraph, or headings with paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.drafting import marks
from generator.patterns import pattern
from generator.topics import Wording
from generator.wording import ordinal_point, ordinal_section

_LONGEST_HEADING = 26
_PAUSE = pattern("[，。；]")
_OWN = pattern(r"\.(?:做法|亮点|正文)(?:\.|$)")
_ORDINAL = pattern("(?:[一二三四五六七八九十]{1,2}是|[（(]?[一二三四五六七八九十]{1,3}[、）)]|首先)")


_LABELS = pattern(r"要点 选\((.*?)\) *%\}")
_WORDING = pattern(r'(?:起\((?P<since>\d+), *)?(?:止\((?P<until>\d+), *)?"(?P<text>[^"]+)"')


@lru_cache(maxsize=128)
def label_choices(body: str) -> tuple[tuple[Wording, ...], ...]:
    """Give the wordings among which each point of a template chooses its label."""
    return tuple(tuple(map(_wording, _WORDING.finditer(label))) for label in _LABELS.findall(body))


def _wording(match: re.Match[str]) -> Wording:
    return Wording(match["text"], int(match["since"] or 0), int(match["until"] or 9999))


class Point(NamedTuple):
    """One point: its label, perhaps empty, and its sentences, both still marked."""

    label: str
    text: str


def points_of(rendered: str) -> list[Point]:
    """Cut a rendered template into its points; empty ones vanish, points of one label become one.

    A point whose label is itself a fact stands without sentences too.
    """
    found: dict[str, Point] = {}
    for index, piece in enumerate(rendered.split(marks.POINT)):
        label, _, body = piece.rpartition(marks.POINT_END)
        text = body.strip()
        if "\n" in text:
            text = "".join(map(str.strip, text.splitlines()))
        if not text and marks.OPEN not in label:
            continue
        nameless = not label or marks.MISSING in label
        key = str(index) if nameless else label if marks.OPEN not in label else marks.strip_marks(label)
        before = found.get(key)
        if before:
            found[key] = Point(before.label, before.text + text)
        else:
            found[key] = Point("" if nameless else label, text)
    return list(found.values())


def join_points(points: Sequence[Point]) -> str:
    """Give one paragraph: 一是label。sentences二是…; one point alone stands without its label, unless the clerk wrote it.

    Own words without a label are no point: they stand before the points, or below them, as they are written.
    """
    counted = [one for one in points if not _is_loose(one)]
    told = _alone(counted[0]) if len(counted) == 1 else _counted(counted)
    first = points.index(counted[0]) if counted else 0
    before, after = (
        "".join(one.text for one in side if _is_loose(one)) for side in (points[:first], points[first:])
    )
    return f"{before}{told}\n\n{after}" if after and len(counted) > 1 else f"{before}{told}{after}"


def _alone(point: Point) -> str:
    return f"{point.label}。{point.text}" if marks.OPEN in point.label or not point.text else point.text


def _counted(points: Sequence[Point]) -> str:
    return "".join(
        ordinal_point(number) + (f"{one.label}。" if one.label else "") + one.text
        for number, one in enumerate(points, start=1)
    )


def _is_loose(point: Point) -> bool:
    """Tell own words without a label."""
    return not point.label and any(map(_OWN.search, marks.grounds(point.text)))


def sections(points: Iterable[Point]) -> str:
    """Give a part as （一） headings with paragraphs where every label can be a heading, else as 一是 paragraphs."""
    points = list(points)
    if len(points) > 1 and all(_is_heading(one.label) for one in points):
        return "\n\n".join(
            f"### {ordinal_section(number)}{one.label}" + (f"\n\n{one.text}" if one.text else "")
            for number, one in enumerate(points, start=1)
        )
    if len(points) == 1:
        only = points[0]
        return (f"{only.label}。" if only.label else "") + only.text
    counted = any(_ORDINAL.match(marks.strip_marks(one.label or one.text)) for one in points)
    return "\n\n".join(
        ("" if counted else ordinal_point(number)) + (f"{one.label}。" if one.label else "") + one.text
        for number, one in enumerate(points, start=1)
    )


def _is_heading(label: str) -> bool:
    text = marks.unescape(marks.strip_marks(label))
    return 0 < len(text) <= _LONGEST_HEADING and not _PAUSE.search(text)
