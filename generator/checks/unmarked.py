"""Which figures of own sentences stand unmarked, and how the sentence would be with the marks that are certain."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from generator.checks.naming import is_name
from generator.facts import EMPTY, Facts
from generator.facts.books import typed_figure
from generator.facts.mark_values import agree, shown
from generator.facts.own_words import OwnPassage, own_passages
from generator.facts.sentences import cut_sentence, without_brackets
from generator.numbers.quantity import Quantity
from generator.numbers.units import split_scale
from generator.patterns import pattern
from generator.recognition.likeness import CLOSE
from generator.recognition.matcher import (
    Matcher,
    Recognised,
    matcher_for,
    undisputed,
    without_rivals,
)
from generator.recognition.spoken import FIGURES
from generator.recognition.unknown import label_alone
from generator.topics.kinds import choose, read
from generator.topics.topic import DUTIES, Topics
from generator.yamltext.path import Path

_ASKED = 2
_WHAT = {
    "元": "金额",
    "人": "人数",
    "名": "人数",
    "人次": "人次",
    "户": "户数",
    "%": "比率",
    "平方米": "面积",
}
_DIFFERENCE = pattern(
    "(?:[比较](?:上一?年|去年)[^，。；]{0,6}(?:多|少)|(?:再?增加|增长|上升|提高|下降|减少|降低))了?$"
)
"""What stands before a figure that says how much another one changed: it is no fact of its own."""


class UnmarkedFigure(NamedTuple):
    """One figure that stands unmarked at `start:end` of an own text as it is written.

    `label` is what a mark would call it, empty where nothing is certain; `field` tells that this is a declared one.
    `likely` is a field that it may be, `told` the other value that the file gives under the label; `known` tells that
    the file gives this very value, so that the mark need only refer to it. `near` are marks for fields whose names are
    so like the label that the clerk is asked.
    """

    start: int
    end: int
    written: str
    label: str
    field: bool = False
    likely: str = ""
    told: str = ""
    known: bool = False
    near: tuple[str, ...] = ()

    def marked(self, written: str) -> str:
        """Give the mark to write in its place, with the figure as the file writes it."""
        return f"【{self.label}】" if self.field and self.known else f"【{self.label}：{written}】"


class UnmarkedText(NamedTuple):
    """An own text with figures that stand unmarked, in their order."""

    passage: OwnPassage
    figures: tuple[UnmarkedFigure, ...]

    @property
    def path(self) -> Path:
        """The path of the text in the file."""
        return self.passage.path

    @property
    def marks(self) -> tuple[UnmarkedFigure, ...]:
        """The figures that can be marked."""
        return tuple(one for one in self.figures if one.label and not one.near)

    @property
    def settled(self) -> tuple[UnmarkedFigure, ...]:
        """The figures that nobody need look at again: fields, and labels of what no field is like."""
        return tuple(one for one in self.marks if one.field or not (one.likely or one.told))


def unmarked_texts(facts: Facts, topics: Topics) -> Iterator[UnmarkedText]:
    """Give the own texts of a file in which figures stand unmarked that can be facts."""
    matcher = matcher_for(topics)
    ledger = _Ledger(facts)
    told_before = _counted_in_head(facts)
    passages = [one for one in own_passages(facts) if any(sign.isdigit() for sign in one.text)]
    told = [(one, tuple(_recognised(one, matcher))) for one in passages]
    numbers = undisputed(figure for _passage, found in told for figure in found)
    for passage, found in told:
        sure = without_rivals(found, numbers)
        facts_alone = (one for one in sure if not _is_no_fact(one, passage.text, told_before))
        figures = tuple(_judged(one, passage, topics, ledger) for one in facts_alone)
        if figures:
            yield UnmarkedText(passage, _apart(figures, passage, ledger))


def _counted_in_head(facts: Facts) -> frozenset[str]:
    """Give how many villages and communities there are, as a sentence says it: 14个村, 13个社区."""
    territory = facts.head.unit.territory
    places = (("村", territory.villages), ("行政村", territory.villages), ("社区", territory.communities))
    counts = ((kind, len(one) if isinstance(one, tuple) else one.number) for kind, one in places if one)
    return frozenset(f"{count}个{kind}" for kind, count in counts)


def _is_no_fact(one: Recognised, text: str, told_before: Collection[str]) -> bool:
    """Tell whether a figure only says how much another changed, or what the head of the file says already."""
    if not one.sure and _DIFFERENCE.search(text[: one.start]):
        return True
    return any(
        text.startswith(said, one.start) and text[one.start + len(said) :][:1] not in _SMALLER
        for said in told_before
    )


_SMALLER = tuple("民级规组庄")
"""Behind 14个村 it is another thing that is counted: 14个村民小组."""


class _Ledger:
    """What each label of a topic or of an item stands for so far, so that none comes to stand for two values."""

    def __init__(self, facts: Facts) -> None:
        self._values: dict[tuple[str | Path, str], Any] = {}
        for topic in facts.reported:
            given = {label: typed_figure(one) for label, one in topic.own.figures.items()}
            given |= {label: one.value for label, one in topic.marked.items()}
            for label, value in {**given, **topic.values}.items():
                if value is not EMPTY:
                    self._values[topic.name, label] = value

    def other(self, owner: str | Path, label: str, value: Any) -> Any:
        """Give the value that stands under a label, where it says another thing; None where there is none."""
        known = self._values.get((owner, label))
        return None if known is None or agree(known, value) else known

    def holds(self, owner: str | Path, label: str, written: str) -> bool:
        """Tell whether a label stands for a value that is printed to the letter as it is written here."""
        known = self._values.get((owner, label))
        return known is not None and shown(known) == written

    def named_so(self, owner: str, written: str) -> str:
        """Give the one label of a topic that stands for a value printed so, of two digits or more; else nothing."""
        alike = [
            name for (home, name), one in self._values.items() if home == owner and shown(one) == written
        ]
        return alike[0] if len(alike) == 1 and sum(map(str.isdigit, written)) > 1 else ""

    def keep(self, owner: str | Path, label: str, value: Any) -> None:
        """Keep what a label is going to stand for."""
        self._values.setdefault((owner, label), value)


def _recognised(passage: OwnPassage, matcher: Matcher) -> Iterator[Recognised]:
    """Give the figures that stand outside marks, at their places in the text as it is written."""
    bare = without_brackets(passage.text, cut_sentence(passage.text))
    read = (
        matcher.recognise(bare.text, passage.home, passage.label) if passage.total else label_alone(bare.text)
    )
    for one in read:
        if bare.is_free(one.start, one.end):
            yield one._replace(start=bare.places[one.start], end=bare.places[one.end - 1] + 1)


def _judged(one: Recognised, passage: OwnPassage, topics: Topics, ledger: _Ledger) -> UnmarkedFigure:
    """Decide what a figure may be called: a sure field, unless the file gives it another value; else its own label."""
    matcher = matcher_for(topics)
    figure = UnmarkedFigure(one.start, one.end, one.written, "")
    given_as = "" if one.sure else ledger.named_so(passage.home, one.written)
    if given_as:
        return figure._replace(likely=given_as, known=True)
    if one.field is not None:
        name = one._replace(sure=True).name(passage.home)
        _wording, rest = choose(one.written, one.field)
        value = read(rest, one.field) if one.sure else typed_figure(one.written)
        other = ledger.other(one.home, one.field.name, value)
        figure = figure._replace(known=ledger.holds(one.home, one.field.name, one.written))
        if one.sure and other is None:
            ledger.keep(one.home, one.field.name, value)
            return figure._replace(label=name, field=True)
        if one.sure or other is None:
            figure = figure._replace(likely=name, told=shown(other) if other is not None else "")
    homes = matcher.homes_with(one.label, passage.home) if passage.total else ()
    if not homes:
        if not is_name(one.label) or one.label.endswith(_named_otherwise(topics, passage.home)):
            return figure
        near = _near(one, passage, matcher) if passage.total and not figure.likely else ()
        return figure._replace(label=one.label, near=near)
    given = [home for home in homes if ledger.holds(home, one.label, one.written)]
    if not figure.likely and len(given) == 1:
        named = one.label if given == [passage.home] else f"{given[0]}.{one.label}"
        return figure._replace(likely=named, known=True)
    return figure


@lru_cache(maxsize=256)
def _named_otherwise(topics: Topics, home: str) -> tuple[str, ...]:
    """Give the names under which a topic, or any where there is none, asks for a list, a tick or words: no figures."""
    asked = topics.duty_fields if home == DUTIES else {}
    homes = [topics.measures[home]] if home in topics.measures else ([] if home else [*topics])
    fields = [*asked.values(), *(field for topic in homes for field in topic.fields.values())]
    return tuple(
        name for field in fields if field.kind not in FIGURES for name in (field.name, *field.aliases)
    )


def _near(one: Recognised, passage: OwnPassage, matcher: Matcher) -> tuple[str, ...]:
    """Give the fields whose names are much like the label that a figure would have, as a mark there calls them."""
    like = matcher.like(one.label, passage.home, one.unit, CLOSE) if passage.home else ()
    like = like or matcher.like(one.label, "", one.unit, CLOSE)
    return tuple(
        each.field.name if each.home == passage.home else f"{each.home}.{each.field.name}"
        for each in like[:_ASKED]
    )


def _apart(
    figures: tuple[UnmarkedFigure, ...], passage: OwnPassage, ledger: _Ledger
) -> tuple[UnmarkedFigure, ...]:
    """Tell labels of their own apart that would stand for two values: by what is counted, else there is none."""
    owner: str | Path = passage.home if passage.total and passage.home else passage.path[:2]
    if not passage.total:
        owner = passage.path[:-1]
    return tuple([one._replace(label=_free_label(one, owner, ledger)) for one in figures])


def _free_label(one: UnmarkedFigure, owner: str | Path, ledger: _Ledger) -> str:
    if one.field or not one.label:
        return one.label
    value = typed_figure(one.written)
    other = ledger.other(owner, one.label, value)
    told_apart = other is None or _unit(other) != _unit(value)
    ways = (one.label, one.label + _what(value)) if told_apart else ()
    label = next((way for way in ways if ledger.other(owner, way, value) is None), "")
    if label:
        ledger.keep(owner, label, value)
    return label


def _what(value: Any) -> str:
    """Say what a quantity counts: 金额, 人数, 件数."""
    unit = _unit(value)
    return _WHAT.get(unit, f"{unit}数")


def _unit(value: Any) -> str:
    return split_scale(value.unit)[1] if isinstance(value, Quantity) else ""


def with_marks(text: str, figures: tuple[UnmarkedFigure, ...]) -> str:
    """Write a text with marks around figures of it."""
    for one in reversed(figures):
        text = f"{text[: one.start]}{one.marked(text[one.start : one.end])}{text[one.end :]}"
    return text
