"""公开: which facts and sentences are for the superior alone, and what else would betray them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import reduce
from itertools import combinations
from operator import add
from typing import Any, NamedTuple

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.books import typed_figure
from generator.facts.facts import Facts, TopicFacts
from generator.facts.own_words import MARKABLE
from generator.numbers.quantity import Quantity
from generator.numbers.units import same_family
from generator.problems import NOWHERE, Place, Problem
from generator.topics.loading import OWN_FIGURES, SENTENCES
from generator.topics.topic import DUTIES, MEASURES, Field, Topics
from generator.yamltext.path import Path, dotted

PUBLIC = "公开"
_YES, _NO = "是", "否"
_LISTS_OF_SENTENCES = frozenset({SENTENCES, "做法", "亮点", "其他情况"})
_MAY_BE_WITHHELD = frozenset({MEASURES, DUTIES, *MARKABLE})
_MOST_ADDENDS = 3


def takes_answer(data: Mapping[str, Any], path: Path) -> bool:
    """Tell whether a 公开 in a mapping says whether it is public; among 其他数据 it is the label of a figure."""
    return PUBLIC in data and bool(path) and path[-1] != OWN_FIGURES


def without_answer(data: Mapping[str, Any], path: Path) -> Any:
    """Give a mapping without its 公开; {正文: …, 公开: 否} among sentences is the sentence."""
    rest = {key: one for key, one in data.items() if key != PUBLIC}
    among = path[-2] if len(path) > 1 and isinstance(path[-1], int) else path[-1]
    return rest[SENTENCES] if among in _LISTS_OF_SENTENCES and set(rest) == {SENTENCES} else rest


def withheld_paths(answers: Mapping[Path, Any], sentences: Mapping[Path, Path]) -> frozenset[Path]:
    """Give the paths of what is not public, and of the facts that only a sentence gives that is not.

    `answers` are those to 公开, `sentences` tells in which own text a fact stands that no line gives.
    """
    told = frozenset(path for path, answer in answers.items() if answer == _NO)
    return told | {fact for fact, own in sentences.items() if covers(told, own)} if told else told


def covers(paths: Collection[Path], path: Path) -> bool:
    """Tell whether a path or something around it is among those."""
    return any(path[:end] in paths for end in range(1, len(path) + 1))


def refused_answers(answers: Mapping[Path, Any], places: Mapping[Path, Place]) -> Iterator[Problem]:
    """Refuse an answer that is neither 是 nor 否, and one where nothing can be left out."""
    for path, answer in answers.items():
        if answer not in (_YES, _NO):
            message, fix = "“公开”只填“是”或“否”。", "只报上级、不上网的，写“公开: 否”；其余的不用写。"
        elif path[0] not in _MAY_BE_WITHHELD:
            message = f"“{dotted(path)}”写不了“公开”：只有主题、句子和不足、计划等各条可以不公开。"
            fix = "删去“公开”；文件里的这一项不单独印进报告。"
        else:
            continue
        here = (*path, PUBLIC)
        yield Problem("事实-01", message, fix, places.get(here, NOWHERE), dotted(here))


class _Figure(NamedTuple):
    path: Path
    value: Quantity


def betraying(facts: Facts, topics: Topics) -> frozenset[Path]:
    """Give the paths of all facts that may not be printed: those withheld, and those from which they follow.

    These are rates of a withheld figure, and a total where the other parts of it are printed.
    """
    hidden = {path for topic in facts.reported for path in _paths(topic) if covers(facts.withheld, path)}
    hidden |= facts.withheld
    before: set[Path] = set()
    while hidden != before:
        before = set(hidden)
        for topic in facts.topics.values():
            hidden |= {*_rates(topic, topics, hidden), *_totals(topic, hidden)}
    return frozenset(hidden)


def _paths(topic: TopicFacts) -> Iterator[Path]:
    yield from map(topic.path_of, topic.values)
    yield from ((*topic.path, OWN_FIGURES, label) for label in topic.own.figures)
    yield from (one.path for one in topic.marked.values())


def _fields(topic: TopicFacts, topics: Topics) -> Mapping[str, Field]:
    return topic.topic.fields if topic.topic else topics.duty_fields if topic.path[0] == DUTIES else {}


def _rates(topic: TopicFacts, topics: Topics, hidden: Collection[Path]) -> Iterator[Path]:
    for field in _fields(topic, topics).values():
        parts = [topic.path_of(one) for one in (field.numerator, field.denominator) if one]
        if any(covers(hidden, path) for path in parts):
            yield topic.path_of(field.name)


def _totals(topic: TopicFacts, hidden: Collection[Path]) -> Iterator[Path]:
    """Find totals from which a hidden figure is left when the other parts, which are printed, are taken away."""
    figures = list(_exact(topic))
    shown = [one for one in figures if not covers(hidden, one.path)]
    for secret in (one.value for one in figures if covers(hidden, one.path)):
        alike = [one for one in shown if same_family(one.value.unit, secret.unit)]
        for total in alike:
            others = [one.value.number for one in alike if one is not total and one.value.number]
            sums = (
                reduce(add, some)
                for count in range(1, _MOST_ADDENDS + 1)
                for some in combinations(others, count)
            )
            if total.value.number > secret.number and total.value.number - secret.number in sums:
                yield total.path


def _exact(topic: TopicFacts) -> Iterator[_Figure]:
    """Give every exact figure of a topic, those of its activities too."""
    own = topic.own
    figures: Iterable[tuple[Path, Any]] = (
        *((topic.path_of(name), value) for name, value in topic.values.items()),
        *(((*topic.path, OWN_FIGURES, label), typed_figure(one)) for label, one in own.figures.items()),
        *((one.path, one.value) for one in topic.marked.values()),
        *(
            ((*one["路径"], name), one[name])
            for one in own.activities
            for name in ACTIVITY_FIELDS
            if name in one
        ),
    )
    for path, value in figures:
        if isinstance(value, Quantity) and value.exact and not value.percent and value.number:
            yield _Figure(path, value)
