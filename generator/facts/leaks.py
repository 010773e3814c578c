"""Reminders of what a version for the public may still tell: what the program cannot leave out by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.facts.books import typed_figure
from generator.facts.facts import Facts
from generator.facts.inferred import StatedFigure, betraying, beyond_reckoning, stated_figures
from generator.facts.marked import OwnText
from generator.facts.own_words import MARKABLE, UNMARKED, head_texts, texts_without_marks, topic_texts
from generator.facts.withheld import covers
from generator.numbers.prose import figures
from generator.numbers.quantity import Quantity
from generator.numbers.units import same_kind
from generator.patterns import pattern
from generator.problems import Level, Problem
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import Topics
from generator.yamltext.path import Path, dotted

_MARK = pattern("【[^】]*】")


class _Passage(NamedTuple):
    """A text that is printed as it is written, the topic under which it stands, and whether it may mark facts."""

    text: str
    path: Path
    home: str = ""
    markable: bool = True


def possible_leaks(facts: Facts, topics: Topics) -> Iterator[Problem]:
    """Remind of figures that are not public but stand unmarked in a text, and of sums that were not looked at."""
    hidden = betraying(facts, topics)
    secrets = [
        (topic.name, one)
        for topic in facts.topics.values()
        for one in stated_figures(topic)
        if covers(hidden, one.path)
    ]
    for passage in _passages(facts) if secrets else ():
        if covers(hidden, passage.path):
            continue
        for home, secret in secrets:
            if _tells(passage.text, secret.value):
                yield _told(facts, passage, home, secret)
    for topic in facts.topics.values():
        yield from (
            _uncertain(facts, secret, count)
            for secret, count in beyond_reckoning(topic, hidden)
            if covers(facts.withheld, secret.path)
        )


def _passages(facts: Facts) -> Iterator[_Passage]:
    """Give every text in the clerk's own words, the names of headings and activities too."""
    for section in (*facts.sections, *facts.duty_sections):
        yield _Passage(section.heading, section.path, markable=False)
        yield from (_Passage(_unmarked(words.text), words.path) for words in section.lead)
        for topic in section.topics:
            yield from (_Passage(_unmarked(text), path, topic.name) for text, path in topic_texts(topic))
            yield from (
                _Passage(text, path, topic.name, markable=False)
                for text, path in texts_without_marks(topic)
                if not (OWN_FIGURES in path and isinstance(typed_figure(text), Quantity))
            )
    yield from (
        _Passage(_unmarked(text), path, markable=path[0] in MARKABLE)
        for text, path in head_texts(facts.head, MARKABLE | UNMARKED)
    )


def _unmarked(text: str) -> str:
    """Give a text without its marks, which are left out where what they print is not public."""
    return _MARK.sub("、", text.written if isinstance(text, OwnText) else text)


def _tells(text: str, value: Quantity) -> bool:
    return any(
        one.quantity.number == value.number and (one.unit == value.unit or same_kind(one.unit, value.unit))
        for one in figures(text)
    )


def _told(facts: Facts, passage: _Passage, home: str, secret: StatedFigure) -> Problem:
    label = str(secret.path[-1])
    why = "不公开" if covers(facts.withheld, secret.path) else "能推算出不公开的数，公开版不印"
    mark = f"【{label if passage.home == home else f'{home}.{label}'}】"
    how = (
        f"写成{mark}，公开版就不印这一句"
        if passage.markable and not secret.of_activity
        else "改写这一处，不写这个数"
    )
    return Problem(
        "事实-06",
        f"“{home}”的“{label}”{secret.value}{why}，这里也写着同样的数。",
        f"是同一个数的，{how}；不是的，可不理会。",
        facts.place(dotted(passage.path)),
        dotted(passage.path),
        Level.WARNING,
    )


def _uncertain(facts: Facts, secret: StatedFigure, count: int) -> Problem:
    field = dotted(secret.path)
    return Problem(
        "事实-07",
        f"“{secret.path[-1]}”不公开，同一主题里公开的同类的数有{count}个，程序没有逐一核对它们相加、相减能否得出它。",
        "请核对公开版；能得出的，给合计或其中一项也写上“公开: 否”。",
        facts.place(field),
        field,
        Level.WARNING,
    )
