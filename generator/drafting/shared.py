"""Several topics under one heading: a paragraph each, told by 一是…二是… where there are three things or more to tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.drafting import marks
from generator.drafting.points import Point, join_points
from generator.wording import ordinal_point

_FEWEST = 3
_ENDS = "。！？"


class Telling(NamedTuple):
    """What is told of one topic: its title, marked where the clerk wrote it himself, and its points."""

    title: str
    points: Sequence[Point]


def join_topics(tellings: Sequence[Telling]) -> str:
    """Give the paragraphs under a heading, one for each topic.

    Of three topics or more each is one point, with its title as the label and its own points run together; of two
    the points are counted on from the first to the second. A title or label of the clerk's own is kept in any case.
    """
    if len(tellings) == 1:
        (only,) = tellings
        return (f"{only.title}。" if _is_own(only.title) else "") + join_points(only.points)
    whole = len(tellings) >= _FEWEST
    paragraphs = [
        [Point(one.title, _run_together(one.points))] if whole or _is_own(one.title) else _labelled(one)
        for one in tellings
    ]
    if sum(map(len, paragraphs)) < _FEWEST:
        return _without_numbers(paragraphs)
    numbers = iter(range(1, sum(map(len, paragraphs)) + 1))
    return "\n\n".join(
        "".join(f"{ordinal_point(next(numbers))}{one.label}。{one.text}" for one in points)
        for points in paragraphs
    )


def _labelled(telling: Telling) -> list[Point]:
    """Give a topic's points, each with a label: the topic's title where it is the only one.

    Else one without a label joins the one before it, or takes the topic's title where it is the first.
    """
    points: list[Point] = []
    for one in telling.points:
        if points and not one.label:
            points[-1] = points[-1]._replace(text=points[-1].text + one.text)
        else:
            points.append(one._replace(label=one.label or telling.title))
    if len(points) == 1 and not _is_own(points[0].label):
        return [points[0]._replace(label=telling.title)]
    return points


def _without_numbers(paragraphs: Sequence[Sequence[Point]]) -> str:
    """Give the topics as plain paragraphs; where one is a single sentence, all as one paragraph."""
    texts = [
        "".join(f"{one.label}。{one.text}" if _is_own(one.label) else one.text for one in points)
        for points in paragraphs
    ]
    single = any(sum(text.count(sign) for sign in _ENDS) == 1 for text in texts)
    return ("" if single else "\n\n").join(texts)


def _run_together(points: Sequence[Point]) -> str:
    """Give points as one text: labels of templates go, those of the clerk open their sentence."""
    return "".join(
        (f"{one.label}，{one.text}" if one.text else f"{one.label}。") if _is_own(one.label) else one.text
        for one in points
    )


def _is_own(label: str) -> bool:
    """Tell a label of the clerk's own by its mark."""
    return marks.OPEN in label
