"""A rendered template -> its points; records' points -> headings with paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from generator.drafting import marks
from generator.patterns import pattern
from generator.wording import ordinal_point, ordinal_section

LENGTH = 30
"""So many characters are enough for a point."""

_FACTS, _LONGEST_HEADING = 2, 26
_SHORT = 24
_SPOKEN_OF = 0.6
_OWN = pattern(r"\.(?:做法|亮点|正文|活动)(?:\.|$)")
_BESIDE = ("上年：", "提法：")
"""Grounds that go with another fact: last year's figure with this year's, the name of a plan with what follows it."""

_VERB = pattern("^(?:抓好|做好|加强|推进|推动|开展|落实)(?=..)")
_PAUSE = pattern("[，。；]")
_BODY = pattern(r"\.正文\.")
_BREAKS = marks.NEW_PARAGRAPH + marks.RUN_ON
_ORDINAL = pattern("(?:[一二三四五六七八九十]{1,2}是|[（(]?[一二三四五六七八九十]{1,3}[、）)]|首先)")


def facts_among(grounds: Iterable[str]) -> frozenset[str]:
    """Give the grounds that are facts by themselves."""
    return frozenset(one for one in grounds if not one.startswith(_BESIDE))


def is_own_ground(ground: str) -> bool:
    """Tell a ground in the clerk's own words, or in an activity."""
    return _OWN.search(ground) is not None


class Label(NamedTuple):
    """One wording of a point's label, and the grounds that it speaks of; none: all that stands below it."""

    text: str
    grounds: frozenset[str] = frozenset()


def leading_in(label: str) -> str:
    """Give the words of a label that lead in to the unit's own sentence: 抓好文件管理 is 文件管理方面 there.

    What was done the sentence tells itself: a verb of the template's would claim it once more, or what it denies.
    """
    return f"{matter}方面，" if (matter := _VERB.sub("", label, count=1)) != label else f"{label}，"


def says_the_matter(label: str, text: str) -> bool:
    """Tell whether a first clause says more than half of what a label is about, which needs no leading in then."""
    matter = _VERB.sub("", label, count=1).removesuffix("工作")
    return matter[: len(matter) // 2 + 1] in _PAUSE.split(text, maxsplit=1)[0]


def speaks_of(label: Label, facts: frozenset[str]) -> bool:
    """Tell whether a label speaks of three fifths of some facts, or of whatever stands below it."""
    return not label.grounds or len(label.grounds & facts) >= _SPOKEN_OF * len(facts)


@dataclass(frozen=True)
class Point:
    """One point: the wordings of its label, the preferred one first, and its sentences, all still marked.

    A label that is itself a fact (the clerk's 小标题, a 不足) is the only one and bears its mark. `place` is the number
    of the template's point where sentences of 正文 were put among the template's.
    """

    labels: tuple[Label, ...]
    text: str
    place: int | None = None

    @property
    def label(self) -> str:
        """The preferred label, or nothing."""
        return self.labels[0].text if self.labels else ""

    @property
    def named(self) -> bool:
        """Tell whether the label is a fact, which stands in any case."""
        return bool(self.labels) and marks.OPEN in self.labels[0].text

    @cached_property
    def bare(self) -> str:
        """Its sentences without marks."""
        return marks.strip_marks(self.text)

    @property
    def grounds(self) -> tuple[str, ...]:
        """The grounds of all values in its sentences."""
        return marks.grounds(self.text)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts that its sentences rest on."""
        return facts_among(self.grounds)

    @property
    def is_own(self) -> bool:
        """Tell whether any of it is in the clerk's own words, or an activity."""
        return any(map(is_own_ground, self.grounds))

    @property
    def is_loose(self) -> bool:
        """Tell own words that have no label of their own, and activities: no 一是 stands before them."""
        return not self.labels and self.place is None and self.is_own

    @property
    def is_real(self) -> bool:
        """Tell whether it is enough for a 一是."""
        return (len(self.facts) >= _FACTS or len(self.bare) >= LENGTH) and not self.is_loose


def points_of(rendered: str) -> list[Point]:
    """Cut a rendered template into its points; empty ones vanish, points of one label become one.

    A point whose label is itself a fact stands without sentences too. A label of the clerk's that is one of the
    wordings of a template's point stands over that one, as he wrote it.
    """
    points: list[Point] = []
    for piece in rendered.split(marks.POINT):
        written, _, body = piece.rpartition(marks.POINT_END)
        text = "".join(map(str.strip, body.splitlines()))
        if not text and (marks.OPEN not in written or marks.OR in written):
            continue  # before the wordings of its label are looked at: most points of a template are empty
        point = Point(_labels(written), text)
        if not text and not point.named:
            continue
        same = next((index for index, one in enumerate(points) if _are_one(one, point)), None)
        if same is None:
            points.append(point)
        else:
            one = points[same]
            points[same] = Point(point.labels if point.named else one.labels, one.text + text)
    return points


def in_few_sentences(text: str) -> str:
    """Make one sentence of two of a template's that stand side by side and are a short clause each."""
    pieces: list[str] = []
    for piece in marks.every_sentence(text):
        if pieces and "；" not in pieces[-1] and _is_short(pieces[-1]) and _is_short(piece):
            pieces[-1] = f"{pieces[-1][:-1]}；{piece}"
        else:
            pieces.append(piece)
    return "".join(pieces)


def _is_short(sentence: str) -> bool:
    bare = marks.strip_marks(sentence)
    own = any(map(is_own_ground, marks.grounds(sentence)))
    return len(bare) <= _SHORT and "，" not in bare and sentence.endswith("。") and not own


def _labels(written: str) -> tuple[Label, ...]:
    if marks.OR not in written:
        return (Label(written),) if written and marks.MISSING not in written else ()
    wordings = dict.fromkeys(one for one in written.split(marks.OR) if one and marks.MISSING not in one)
    if marks.OPEN not in written and marks.ONCE not in written:
        return tuple(map(Label, wordings))
    labels = dict.fromkeys(Label(marks.strip_marks(one), frozenset(marks.grounds(one))) for one in wordings)
    # what names most facts is the most exact; what may stand over anything is the last
    return tuple(sorted(labels, key=lambda one: -len(one.grounds)))


def _are_one(one: Point, other: Point) -> bool:
    if not (one.labels and other.labels):
        return False
    if not (one.named or other.named):
        return one.label == other.label
    names, others = ({marks.strip_marks(label.text) for label in point.labels} for point in (one, other))
    return not names.isdisjoint(others)


def sections(points: Iterable[Point]) -> str:
    """Give a part as （一） headings with paragraphs, else as 一是 paragraphs.

    Headings are for points each of which has something below its label, and a label that can be one; over the unit's
    own sentences any label is a heading, even one alone. Own sentences without one that come first lead in to the
    headings.
    """
    points = [_said_once(one) for one in points]
    led_in = len(points) > 1 and not points[0].label and _is_own(points[0])
    headed = points[led_in:]
    alone = len(points) == 1 and not _is_own(points[0])
    if headed and not alone and all(_is_headed(one) for one in headed):
        told = (
            f"### {ordinal_section(number)}{one.label}\n\n{one.text}"
            for number, one in enumerate(headed, start=1)
        )
        return "\n\n".join((*(one.text for one in points[:led_in]), *told))
    if len(points) == 1:
        only = points[0]
        return (f"{only.label}。" if only.label else "") + only.text
    counted = any(_ORDINAL.match(marks.strip_marks(one.label or one.text).lstrip(_BREAKS)) for one in points)
    return "\n\n".join(
        ("" if counted else ordinal_point(number)) + (f"{one.label}。" if one.label else "") + one.text
        for number, one in enumerate(points, start=1)
    )


def _said_once(point: Point) -> Point:
    """Leave out what a label says where the unit's own text below it begins with the same words."""
    label = marks.strip_marks(point.label)
    sign = point.bare[len(label) : len(label) + 1]
    if not (label and _is_own(point) and point.bare.startswith(label) and _PAUSE.match(sign)):
        return point
    return replace(point, text=point.text.replace(f"{label}{sign}", "", 1))


def _is_headed(point: Point) -> bool:
    return bool(point.label and point.text) and (_is_own(point) or _is_heading(point.label))


def _is_own(point: Point) -> bool:
    """Tell a record that the unit wrote whole."""
    return any(_BODY.search(ground) for ground in marks.grounds(point.text))


def _is_heading(label: str) -> bool:
    text = marks.unescape(marks.strip_marks(label))
    return 0 < len(text) <= _LONGEST_HEADING and not _PAUSE.search(text)
