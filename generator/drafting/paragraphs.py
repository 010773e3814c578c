"""Points -> paragraphs: 一是…二是… over three real points, else continuous prose.

A point is real when it has two facts or thirty characters; a thinner one joins its neighbour. A label stands only over what
it speaks of, and where the sentence below does not say it again. The clerk's own words stand as he wrote them: they are
neither joined nor dropped, and those without a label of their own make a paragraph beside the points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.drafting import marks
from generator.drafting.points import Label, Point
from generator.patterns import pattern
from generator.wording import ordinal_point

_LIST, _FACTS, _LENGTH = 3, 2, 30
_REPEATED = 5
_SPOKEN_OF = 2 / 3
_OWN = pattern(r"\.(?:做法|亮点|正文|活动)(?:\.|$)")
_BESIDE = ("上年：", "提法：")
"""Grounds that belong to another fact: last year's figure to this year's, the name of a plan in force to what follows it."""


def write_paragraphs(points: Sequence[Point], opening: str = "", closing: str = "") -> str:
    """Give the paragraphs of a topic; `opening` leads in to its first sentence, `closing` is its last one."""
    listed = listed_points(points)
    if not points:
        paragraphs = []
    elif listed:
        first = next(at for at, one in enumerate(points) if not is_loose(one))
        loose = [[one for one in side if is_loose(one)] for side in (points[:first], points[first:])]
        told = [f"{ordinal_point(number)}{one}" for number, one in enumerate(map(told_as_one, listed), start=1)]
        paragraphs = [*prose(loose[0]), "".join(told), *prose(loose[1])]
    else:
        paragraphs = prose(points)
        if not points[-1].named:
            closing = paragraphs.pop() + closing
    paragraphs += [closing] if closing else []
    return opening + "\n\n".join(paragraphs) if paragraphs else ""


def listed_points(points: Iterable[Point]) -> list[list[Point]]:
    """Give the points that are told by 一是…二是…, thin ones joined to their neighbours; none where they are too few."""
    groups: list[list[Point]] = []
    for one in points:
        if is_loose(one):
            continue
        mine = [group for group in groups if not group[0].named]
        if one.named or not mine or (_is_real([one]) and _is_real(mine[-1])):
            groups.append([one])
        else:
            mine[-1].append(one)
    return groups if len(groups) >= _LIST and all(map(_is_real, groups)) else []


def is_loose(point: Point) -> bool:
    """Tell own words that have no label of their own, and activities: no 一是 stands before them."""
    return not point.labels and any(_OWN.search(ground) for ground in marks.grounds(point.text))


def told_as_one(group: Sequence[Point]) -> str:
    """Give points as one: under the label of the clerk's, or one that speaks of them, or none."""
    text = "".join(one.text for one in group)
    label = group[0].label if group[0].named else _label(group, text)
    return f"{label}。{text}" if label else text


def prose(points: Iterable[Point]) -> list[str]:
    """Give points one after the other, without labels; what the clerk has named stands in a paragraph of its own."""
    paragraphs = [""]
    for one in points:
        if one.named:
            paragraphs += [f"{one.label}。{one.text}", ""]
        else:
            paragraphs[-1] += one.text
    return [one for one in paragraphs if one]


def _is_real(points: Iterable[Point]) -> bool:
    """Tell whether points together are enough for a 一是; one that the clerk has named always is."""
    points = list(points)
    text = "".join(one.text for one in points)
    return (
        points[0].named or len(_facts(text)) >= _FACTS or len(marks.strip_marks(text)) >= _LENGTH
    )


def _facts(text: str) -> frozenset[str]:
    return frozenset(ground for ground in marks.grounds(text) if not ground.startswith(_BESIDE))


def _label(group: Sequence[Point], text: str) -> str:
    """Choose a label: it speaks of two thirds of the facts below, and the first sentence does not say it again."""
    facts = _facts(text)
    for one in sorted(group, key=lambda point: -len(_facts(point.text))):
        for label in one.labels:
            spoken_of = (label.grounds or _facts(one.text)) & facts
            if len(spoken_of) >= _SPOKEN_OF * len(facts) and not _is_echoed(label, text):
                return label.text
    return ""


def _is_echoed(label: Label, text: str) -> bool:
    """Tell whether the first sentence begins with the label's verb or says five of its characters again."""
    sentence = marks.strip_marks(text).removeprefix("全年").partition("。")[0]
    pairs = [at for at in range(len(label.text) - 1) if label.text[at : at + 2] in sentence]
    return sentence.startswith(label.text[:2]) or len({*pairs, *(at + 1 for at in pairs)}) >= _REPEATED
