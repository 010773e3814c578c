"""Own sentences at the points of their topic's template to which the fields that they mark belong.

The template tells the order of a matter: what is printed first stands first. Both the template's sentences and the
unit's own keep their order among themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from generator.drafting import marks
from generator.drafting.points import Point, facts_among
from generator.drafting.values import own_sentences
from generator.facts import TopicFacts, Words
from generator.facts.marked import OwnText
from generator.facts.resting import resting_fields, resting_sentences, rests_within
from generator.numbers.prose import Figure, figures
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.topics import Topic
from generator.topics.loading import OWN_FIGURES, SENTENCES
from generator.yamltext.path import dotted

_POINT = pattern(r"\{%-?\s*要点\b.*?%\}")
_PRINTED = pattern(r"\{\{.*?\}\}")
_TEXT = pattern(r'"[^"]*"')
_NAME = pattern(r"\w+")
_REFERS = pattern(
    "(?:其(?![次它实间后])|余下|剩余|剩下|尚有|尚余|[该此这另还并也]|上述|以上|前述|同时|后者|对此|[为由因据]此"
    "|均(?![衡等价])|全部(?=[办整化按完落已])|同比|环比|[较比](?:上年|去年))"
)
"""The beginning of a sentence that goes on from the one before it."""
_ORDERED = pattern(f"[{marks.NEW_PARAGRAPH}{marks.RUN_ON}]|[一二三四五六七八九十]{{1,2}}是(?!否)")
"""Own words that say themselves where they stand."""
_BESIDE_SENTENCES = frozenset({"做法", "亮点", "活动", OWN_FIGURES})
_GOES_ON = "；，、："
_LAST = 10**6


class FieldPlace(NamedTuple):
    """Where a template first prints a field: in which of its points, and how far on."""

    point: int
    at: int


@lru_cache(maxsize=256)
def field_places(topic: Topic) -> Mapping[str, FieldPlace]:
    """Give the place of each field that a topic's template prints."""
    found: dict[str, FieldPlace] = {}
    for number, body in enumerate(_POINT.split(topic.body)):
        for at, code in enumerate(_PRINTED.findall(body)):
            for name in _NAME.findall(_TEXT.sub("", code)):
                if name in topic.fields:
                    found.setdefault(name, FieldPlace(number, at))
    return found


class _Piece(NamedTuple):
    """What is not parted any more: a sentence of a template's point, some of the unit's, or a whole point."""

    place: FieldPlace
    point: Point


def with_sentences(points: Sequence[Point], facts: TopicFacts) -> list[Point]:
    """Give the points of a topic with its own sentences: each at its point, or all before or behind the others."""
    first, told = begins_with_sentences(facts), _own_sentences(facts)
    if _are_placed(told):
        return _among(points, told, facts, first=first)
    own = Point((), own_sentences((one.text, dotted(one.path)) for one in facts.sentences))
    return [own, *points] if first else [*points, own]


def begins_with_sentences(facts: TopicFacts) -> bool:
    """Tell whether 正文, or a field that it prints, stands in the file before the first field of the template.

    Where the template prints none, the other own words are what it stands before or behind.
    """
    texts = (one.text for one in facts.sentences)
    mine = {SENTENCES, *(mark.label for text in texts if isinstance(text, OwnText) for mark in text.marks)}
    told = [key for key in facts.keys if key in mine or (key in facts.values and key not in facts.printed)]
    fields = facts.topic.fields if facts.topic else {}
    if any(not mine.isdisjoint(fields[key].wholes) for key in told if key in fields and key not in mine):
        return True  # what is a part is said behind its whole
    if mine.issuperset(told):
        told = [key for key in facts.keys if key == SENTENCES or key in _BESIDE_SENTENCES]
    return bool(told) and told[0] in mine


def _are_placed(told: Sequence[_OwnSentence]) -> bool:
    """Tell whether own sentences mark fields of their topic, and leave it to the program where they stand."""
    ordered = any(_ORDERED.search(one.words.text) for one in told)
    return not ordered and any(one.place for one in told)


def _among(
    points: Sequence[Point], told: Sequence[_OwnSentence], facts: TopicFacts, *, first: bool
) -> list[Point]:
    """Give the points of a topic with its own sentences among them, each where the fields that it marks are told.

    One that marks none, or goes on from another, stands behind the one before it in the file; where it is the first,
    before the next one, and not before the field above 正文. A point in which only
    own sentences stand has no label. `first`: beside points that tell no field they stand first.
    """
    theirs = list(_template_pieces(points, facts, first=first))
    merged: list[_Piece] = []
    for own in _own_pieces(told, facts):
        while theirs and theirs[0].place <= own.place:
            merged.append(theirs.pop(0))
        merged.append(own)
    return _as_points(one.point for one in (*merged, *theirs))


def _template_pieces(points: Sequence[Point], facts: TopicFacts, *, first: bool) -> Iterator[_Piece]:
    """Give the sentences of points that tell fields; other points are whole and follow the one before them."""
    places = [_of_grounds(one.facts, facts) for one in points]
    final = max((at for at, place in enumerate(places) if place), default=-1 if first else len(points))
    last = FieldPlace(-1, 0)
    for at, (point, place) in enumerate(zip(points, places, strict=True)):
        if place is None:
            yield _Piece(FieldPlace(_LAST, 0) if at > final else last, point)
            continue
        for sentence in marks.every_sentence(point.text):
            there = _of_grounds(facts_among(marks.grounds(sentence)), facts)
            last = max(last, there or last, FieldPlace(place.point, 0))
            yield _Piece(last, replace(point, text=sentence, place=place.point))


def _of_grounds(grounds: Iterable[str], facts: TopicFacts) -> FieldPlace | None:
    """Give the first place of the fields behind a text that the template itself prints."""
    table = field_places(facts.topic) if facts.topic else {}
    names = {one.rpartition(".")[2] for one in grounds} - facts.printed
    return min((table[name] for name in names if name in table), default=None)


def _own_pieces(told: Sequence[_OwnSentence], facts: TopicFacts) -> Iterator[_Piece]:
    """Give own sentences with their places, those that belong together as one; no place is before the last one."""
    last: FieldPlace | None = None
    for group in _belonging(told):
        place = next((one.place for one in group if one.place), _behind(facts))
        if last is None and (not group[0].place or _REFERS.match(group[0].words.text)):
            place = max(place, _behind(facts))
        text = own_sentences((one.words.text, dotted(one.words.path)) for one in group)
        here = place
        if last and place < last:  # the order of the file stands: behind all of the point that is being told
            here = last if place.point == last.point else FieldPlace(last.point, _LAST)
        yield _Piece(here, Point((), text, place.point))
        last = here


class _OwnSentence(NamedTuple):
    """An own text, the place of the total on which it rests, and its own; None where it has none."""

    words: Words
    total: FieldPlace | None
    place: FieldPlace | None


def _own_sentences(facts: TopicFacts) -> list[_OwnSentence]:
    """Give own texts with their places and those of the totals on which they rest."""
    told, found = "", []
    for one in facts.sentences:
        total = _total_of(one.text, told, facts)
        found.append(_OwnSentence(one, total, _place(one, total, facts)))
        told += f"{one.text}。"
    return found


def _total_of(text: str, told: str, facts: TopicFacts) -> FieldPlace | None:
    """Give the place of the fields on whose figures an own text rests, if they are known and it is not told itself."""
    table = field_places(facts.topic) if facts.topic else {}
    places: list[FieldPlace] = []
    for resting, before in resting_sentences(text):
        if not rests_within(resting, told + before):
            there = [table[name] for name in resting_fields(resting, [*_template_figures(facts, table)])]
            places += [max(there)] if len({place.point for place in there}) == 1 else []
    return max(places, default=None)


def _template_figures(facts: TopicFacts, names: Iterable[str]) -> Iterator[tuple[str, Figure]]:
    """Give the figures of fields that the template prints, by their names."""
    for name in names:
        value = facts.values.get(name)
        if isinstance(value, Quantity) and name not in facts.printed:
            yield from ((name, figure) for figure in figures(str(value))[:1])


def _belonging(told: Sequence[_OwnSentence]) -> list[list[_OwnSentence]]:
    """Part own sentences where one begins that has a place of its own and does not go on from the one before it."""
    groups: list[list[_OwnSentence]] = []
    for one in told:
        before = groups[-1][-1].words.text.rstrip()[-1:] if groups else ""
        goes_on = before in _GOES_ON or _REFERS.match(one.words.text) or not one.place
        waits = groups and not any(words.place for words in groups[-1])
        if groups and not one.total and (goes_on or waits):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _place(own: Words, total: FieldPlace | None, facts: TopicFacts) -> FieldPlace | None:
    """Give the place of the fields that own words mark, those of the point to which most of them belong.

    It is not before that of the total on which they rest.
    """
    table = field_places(facts.topic) if facts.topic else {}
    marked = own.text.marks if isinstance(own.text, OwnText) else ()
    places = [table[mark.label] for mark in marked if mark.label in table]
    if not places:
        return total
    ((most, _),) = Counter(place.point for place in places).most_common(1)
    here = min(place for place in places if place.point == most)
    return max(here, total or here)


def _behind(facts: TopicFacts) -> FieldPlace:
    """Give the place of the last field before 正文 in the file that the template prints."""
    table = field_places(facts.topic) if facts.topic else {}
    keys = facts.keys[: facts.keys.index(SENTENCES)] if SENTENCES in facts.keys else facts.keys
    before = (one for one in reversed(keys) if one in table and one not in facts.printed)
    return next((table[one] for one in before), FieldPlace(-1, 0))


def _as_points(pieces: Iterable[Point]) -> list[Point]:
    """Give what is of one point as that point; own sentences of a point that was told go on in the one being told."""
    points: list[Point] = []
    told: set[int | None] = {None}
    for one in pieces:
        now = points[-1] if points else None
        goes_on = one.place == now.place or (not one.labels and one.place in told) if now else False
        if now and goes_on and None not in {one.place, now.place}:
            points[-1] = replace(now, labels=now.labels or one.labels, text=now.text + one.text)
        else:
            points.append(one)
        told.add(one.place)
    return points
