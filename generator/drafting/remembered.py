"""What was told of a topic before: whoever types a figure changes one of forty, and the rest is told as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import Any, Generic, NamedTuple, TypeVar

from generator.drafting.context import Setting
from generator.facts import TopicFacts
from generator.facts.earlier import comparable
from generator.facts.marked import OwnText
from generator.facts.own_words import topic_texts
from generator.resources import Templates
from generator.topics.topic import DUTIES
from generator.yamltext.path import Path

_MOST = 512
"""Of so many topics what was told last is kept: those of several files with all their duties."""


Told = TypeVar("Told")


class _Last(NamedTuple, Generic[Told]):
    """What was told last, all that it was made of, and what the report had said in turn afterwards."""

    made_of: tuple[Any, ...]
    told: Told
    turns: tuple[str, ...]


class _Slot:
    """The place of one topic; what stands in it is put there as a whole, so that two threads may share it."""

    last: _Last[Any] | None = None


def remembered(tell: Callable[[Setting, TopicFacts], Told]) -> Callable[[Setting, TopicFacts], Told]:
    """Tell a topic anew only where anything that is printed of it differs from the last time that it was told.

    `tell` may look at the topic's facts, at what last year's file and this one have of the same topic (`also_known`),
    at the year, the templates and the words that all of them share, and at nothing else.
    """

    @lru_cache(maxsize=_MOST)
    def slot(_templates: Templates, _path: Path, _name: str) -> _Slot:
        return _Slot()

    @wraps(tell)
    def told(setting: Setting, facts: TopicFacts) -> Told:
        own = slot(setting.templates, facts.path, facts.name)
        made_of = (setting.basis, tuple(setting.turns), *_printed_of(setting, facts))
        last = own.last
        if last is None or last.made_of != made_of:
            last = own.last = _Last(made_of, tell(setting, facts), tuple(setting.turns))
        setting.turns[:] = last.turns
        same: Told = last.told
        return same

    return told


def also_known(setting: Setting, facts: TopicFacts) -> tuple[TopicFacts | None, TopicFacts | None]:
    """Give last year's facts of a topic that this year's can be compared with, and this year's under any heading."""
    name = DUTIES if facts.topic and facts.topic.part == DUTIES else facts.name
    last = setting.facts.last
    now = setting.facts.topics.get(name)
    return comparable(now, last.topics.get(name) if last else None), now


def _printed_of(setting: Setting, facts: TopicFacts) -> Iterator[object]:
    """Give all that can be printed of a topic; a text is as its letters, and a mapping in any order, the same to ==."""
    before, whole = also_known(setting, facts)
    for one in (facts, before, None if whole is facts else whole):
        yield one
        if one is not None:
            yield [text.pieces for text, _ in topic_texts(one) if isinstance(text, OwnText)]
            yield [*one.values], [*one.wordings], [*one.marked], [*one.own.figures]
