"""What a file says beside its figures: that they are compared with last year's, those, and their last day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from generator.facts.days import UNTIL, is_last_of_year, is_same_span
from generator.facts.earlier import BEFORE, SAME_SPAN, figure_ends_on
from generator.facts.facts import EarlierFigure, Section, TopicFacts
from generator.numbers.dates import DateError, read_date
from generator.problems import NOWHERE, Place, Problem
from generator.topics.kinds import MisreadError, choose, read, shortened
from generator.topics.loading import OWN_FIGURES, OWN_WORDS
from generator.topics.topic import DUTIES, MEASURES, Field, Topics
from generator.yamltext.path import Path, dotted

COMPARED = "同比"
_YES, _NO = "是", "否"
FIGURES = frozenset({"数量", "金额", "比率", "频次"})
"""The kinds of fields beside which last year's figure can stand."""
DATED = FIGURES | {"名单"}
"""The kinds of fields that a day can end: a list may name figures, 社区调委会17个、企业调委会4个."""
T = TypeVar("T")


class Answers(NamedTuple):
    """What is said beside figures, by their paths: what is compared, what not, their days, last year's; what is wrong.

    Last year's are of the whole year (`before`), or end on the same day as this year's (`alike`).
    """

    compared: frozenset[Path] = frozenset()
    uncompared: frozenset[Path] = frozenset()
    days: Mapping[Path, date] = MappingProxyType({})
    before: Mapping[Path, EarlierFigure] = MappingProxyType({})
    alike: Mapping[Path, EarlierFigure] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()

    @property
    def holders(self) -> frozenset[Path]:
        """The topics, or their 其他数据, beside whose figures something is said."""
        said = (self.compared, self.uncompared, self.days, self.before, self.alike)
        return frozenset(path[:-1] for part in said for path in part)


class _Read(NamedTuple):
    """The sections of a file: each figure's field by its path, None for one of 其他数据; and where what stands."""

    figures: Mapping[Path, Field | None]
    topics: frozenset[Path]
    places: Mapping[Path, Place]

    def problem(self, path: Path, key: str, message: str, fix: str) -> Problem:
        here = (*path, key)
        return Problem("事实-01", message, fix, self.places.get(here, NOWHERE), dotted(here))

    def is_told(self, path: Path) -> bool:
        """Tell whether what stands in no topic that was read, or is no field of its topic, is told already."""
        unknown = path[:-1] in self.topics and path not in self.figures and path[-1] not in OWN_WORDS
        within = any(path[:end] in self.topics for end in range(len(path)))
        return unknown or (path[0] in (MEASURES, DUTIES) and not within)


def answers_beside(
    said: Mapping[str, Mapping[Path, Any]],
    sections: Sequence[Section],
    topics: Topics,
    places: Mapping[Path, Place],
) -> Answers:
    """Read what is `said`, by its key, beside the figures of these sections."""
    if not any(said.values()):
        return Answers()
    parts = [topic for section in sections for topic in section.topics]
    figures = {path: field for topic in parts for path, field in _figures_of(topic, topics)}
    known = _Read(figures, frozenset(topic.path for topic in parts), places)
    problems = [*_refused_comparisons(said[COMPARED], known)]
    days = dict(_each(said[UNTIL], _DAY, known, problems))
    before, alike = (dict(_each(said[one.name], one, known, problems)) for one in (_LAST_YEARS, _ALIKE))
    compared, uncompared = (
        frozenset(path for path, one in said[COMPARED].items() if one == answer) for answer in (_YES, _NO)
    )
    return Answers(compared, uncompared, days, before, alike, tuple(problems))


def _figures_of(topic: TopicFacts, topics: Topics) -> Iterator[tuple[Path, Field | None]]:
    fields = topic.topic.fields if topic.topic else topics.duty_fields if topic.path[0] == DUTIES else {}
    yield from (((*topic.path, name), field) for name, field in fields.items())
    yield from (((*topic.path, OWN_FIGURES, label), None) for label in topic.own.figures)


def section_with(section: Section, answers: Answers, until: date | None, last_called: str) -> Section:
    """Tell the topics of a section what is said beside figures, on which day others end, and last year's name."""
    holders = answers.holders
    topics = (
        topic._replace(until=until, last_called=last_called)
        if holders.isdisjoint((topic.path, (*topic.path, OWN_FIGURES)))
        else _topic_with(topic, answers, until)._replace(last_called=last_called)
        for topic in section.topics
    )
    return section._replace(topics=tuple(topics))


def _topic_with(topic: TopicFacts, answers: Answers, until: date | None) -> TopicFacts:
    """Last year's figure beside this year's asks for the comparison, unless the file says 否.

    That of the whole year is none to compare with where this year's ends before the year does.
    """

    def under(around: Path, told: Mapping[Path, T]) -> dict[str, T]:
        return {str(path[-1]): one for path, one in told.items() if path[:-1] == around}

    days = {
        path: day
        for path, day in answers.days.items()
        if day != until and not (until is None and is_last_of_year(day))
    }
    labels = (*topic.path, OWN_FIGURES)
    own = topic.own._replace(days=under(labels, days))
    dated = topic._replace(own=own, until=until, days=under(topic.path, days))

    def last_years(around: Path, ends_on: Callable[[str], date | None]) -> dict[str, EarlierFigure]:
        given = under(around, answers.before)
        whole = {name: one for name, one in given.items() if is_same_span(ends_on(name), None)}
        return whole | under(around, answers.alike)

    def answered(around: Path, told: frozenset[Path]) -> frozenset[str]:
        return frozenset(under(around, dict.fromkeys(told, True)))

    def compared(around: Path, before: Mapping[str, EarlierFigure]) -> frozenset[str]:
        return (answered(around, answers.compared) | before.keys()) - answered(around, answers.uncompared)

    before = last_years(topic.path, partial(figure_ends_on, dated))
    of_labels = last_years(labels, dated.label_ends_on)
    return dated._replace(
        own=own._replace(
            before=of_labels,
            compared=compared(labels, of_labels),
            uncompared=answered(labels, answers.uncompared),
        ),
        before=before,
        compared=compared(topic.path, before),
        uncompared=answered(topic.path, answers.uncompared),
    )


def _refused_comparisons(asked: Mapping[Path, Any], known: _Read) -> Iterator[Problem]:
    """Refuse an answer that is neither 是 nor 否, and 同比 of what is no figure of a topic."""
    for path, one in asked.items():
        if one not in (_YES, _NO):
            yield known.problem(path, COMPARED, "“同比”只填“是”或“否”。", "要写与上年比较的，写“同比: 是”。")
        elif one == _YES and path not in known.figures and not known.is_told(path):
            message = f"“{dotted(path)}”写不了同比：只有主题的字段和“其他数据”能与上年比较。"
            yield known.problem(path, COMPARED, message, "删去“同比: 是”；要写的，照写在自己的话里。")


class _Key(NamedTuple):
    """A key beside a value: beside which kinds of fields it may stand, and what reads it."""

    name: str
    kinds: frozenset[str]
    read: Callable[[Any, Field | None], Any]


def _each(
    said: Mapping[Path, Any], key: _Key, known: _Read, problems: list[Problem]
) -> Iterator[tuple[Path, Any]]:
    """Read what stands beside each figure; what is wrong, or stands beside what is none, is added to the problems."""
    for path, written in said.items():
        field = known.figures.get(path)
        if path not in known.figures or (field and field.kind not in key.kinds):
            if not known.is_told(path):
                message = f"“{dotted(path)}”旁边写不了“{key.name}”：只有主题的字段和“其他数据”里的数能写。"
                fix = f"删去“{key.name}”；要写的，照写在自己的话里。"
                problems.append(known.problem(path, key.name, message, fix))
            continue
        try:
            yield path, key.read(written, field)
        except MisreadError as error:
            problems.append(known.problem(path, key.name, f"{error.message}。", error.fix))


def _day(written: Any, _field: Field | None) -> date:
    if not isinstance(written, str):
        raise MisreadError(f"“{UNTIL}”只填一个日期，写的是一组", "例如“截至: 2025-11-30”。")
    try:
        return read_date(written)
    except DateError as error:
        raise MisreadError(f"“{UNTIL}”写的是“{shortened(written)}”，{error.message}", error.fix) from error


def _earlier(key: str, written: Any, field: Field | None) -> EarlierFigure:
    if not isinstance(written, str):
        raise MisreadError(f"“{key}”只填一个数，写的是一组", f"例如“{key}: 91件”。")
    if field is None:
        return EarlierFigure(written.strip())
    wording, rest = choose(written, field)
    try:
        return EarlierFigure(read(rest, field), wording)
    except MisreadError as error:
        raise MisreadError(f"{key}的{error.message}", error.fix) from error


_DAY = _Key(UNTIL, DATED, _day)
_LAST_YEARS, _ALIKE = (_Key(one, FIGURES, partial(_earlier, one)) for one in (BEFORE, SAME_SPAN))
