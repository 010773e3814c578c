"""The points of one topic -> its paragraphs: 一是…二是… over three real points, else continuous prose.

A point is real when it has two facts or thirty characters; a thinner one joins its neighbour. A label stands only over what
it speaks of, and where the sentence below does not say it again. The clerk's own words stand as he wrote them: they are
neither joined nor named nor counted, and those without a label of their own make a paragraph beside the points.
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


def write_paragraphs(points: Sequence[Point], opening: str = "", closing: str = "") -> str:
    """Give the paragraphs of a topic; `opening` leads in to its first sentence, `closing` is its last one."""
    if not points:
        return f"{opening}{closing}" if closing else ""
    loose = [not one.named and _is_own(one) for one in points]
    groups = _joined([one for one, is_loose in zip(points, loose, strict=True) if not is_loose])
    if len(groups) < _LIST or not all(map(_is_real, groups)):
        paragraphs = _prose(points)
        if closing and not points[-1].named:
            closing = paragraphs.pop() + closing
    else:
        first = loose.index(False)
        rest = [one for one, is_loose in zip(points[first:], loose[first:], strict=True) if is_loose]
        listed = [f"{ordinal_point(number)}{_told(one)}" for number, one in enumerate(groups, start=1)]
        paragraphs = [*_prose(points[:first]), "".join(listed), *_prose(rest)]
    return opening + "\n\n".join([*paragraphs, *([closing] if closing else [])])


def _is_own(point: Point) -> bool:
    return any(_OWN.search(ground) for ground in marks.grounds(point.text))


def _is_real(points: Iterable[Point]) -> bool:
    """Tell whether points together are enough for a 一是; one that the clerk has named always is."""
    points = list(points)
    text = "".join(one.text for one in points)
    return (
        any(one.named for one in points)
        or len(_facts(text)) >= _FACTS
        or len(marks.strip_marks(text)) >= _LENGTH
    )


def _facts(text: str) -> frozenset[str]:
    """Give the facts behind a text; last year's figure belongs to this year's."""
    return frozenset(ground for ground in marks.grounds(text) if not ground.startswith("上年："))


def _joined(points: Sequence[Point]) -> list[list[Point]]:
    """Join each thin point to the one before it, the first to the one after it; named ones stay alone."""
    groups: list[list[Point]] = []
    for one in points:
        mine = [at for at, group in enumerate(groups) if not group[0].named]
        if one.named or not mine or (_is_real([one]) and _is_real(groups[mine[-1]])):
            groups.append([one])
        else:
            groups[mine[-1]].append(one)
    return groups


def _told(group: Sequence[Point]) -> str:
    text = "".join(one.text for one in group)
    label = group[0].label if group[0].named else _label(group, text)
    return f"{label}。{text}" if label else text


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
    sentence = marks.strip_marks(text.replace(marks.ONCE, "")).partition("。")[0]
    pairs = [at for at in range(len(label.text) - 1) if label.text[at : at + 2] in sentence]
    return sentence.startswith(label.text[:2]) or len({*pairs, *(at + 1 for at in pairs)}) >= _REPEATED


def _prose(points: Iterable[Point]) -> list[str]:
    """Give points one after the other, without labels; what the clerk has named stands in a paragraph of its own."""
    paragraphs = [""]
    for one in points:
        if one.named:
            paragraphs += [f"{one.label}。{one.text}", ""]
        else:
            paragraphs[-1] += one.text
    return [one for one in paragraphs if one]
