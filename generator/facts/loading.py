"""A facts file, from its bytes to Facts: read, typed, with every problem named at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from generator.facts.beside import ORIGIN, taken_apart
from generator.facts.compared import COMPARED, answers_beside, section_with
from generator.facts.days import UNTIL
from generator.facts.earlier import BEFORE, SAME_SPAN
from generator.facts.facts import Facts, Section
from generator.facts.head import Head, optional_paths
from generator.facts.leaks import possible_leaks
from generator.facts.levels import level_of
from generator.facts.library import fill_in, said_by_libraries
from generator.facts.looked_at import not_looked_at
from generator.facts.required import NOTICE, excuses_told, misread_requirements, with_required
from generator.facts.resolving import Resolver, WrittenFile
from generator.facts.sections import Reader, nearest_place
from generator.facts.withheld import PUBLIC, refused_answers, withheld_paths
from generator.files import read_bytes
from generator.problems import NOWHERE, FactsError, Level, Place, Problem
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.topic import DUTIES, MEASURES, Topics
from generator.yamltext.path import Path, dotted, path_in_words
from generator.yamltext.source import Source, read_source
from generator.yamltext.source_notes import has_notes, note_above

_OPENING = "导语"
_WRITE_OPENING = (
    "请写导语的各个成分；new 生成的文件里，下面有写好的，符合实际的去掉行首的“# ”；不写导语的，删去这一行。"
)


def load_facts(path: FilePath, templates: Templates | None = None, last: Facts | None = None) -> Facts:
    """Read one facts file.

    Raises UserError when the file cannot be opened, FactsError with every mistake in it. What is
    required and not there yet is no mistake: it stands in `Facts.gaps`.
    """
    return facts_from(read_source(read_bytes(path), path.name), path.name, templates or Templates(), last)


class Reading(NamedTuple):
    """What could be read of a facts file, and every mistake for which something in it could not."""

    facts: Facts
    problems: tuple[Problem, ...] = ()

    def whole(self) -> Facts:
        """Give the facts of a file without a mistake; raises FactsError."""
        if self.problems:
            raise FactsError(self.problems)
        return self.facts


def facts_from(source: Source, file: str, templates: Templates, last: Facts | None = None) -> Facts:
    """Give the facts of a source that was read already; raises FactsError."""
    return readable_facts(source, file, templates, last).whole()


def readable_facts(source: Source, file: str, templates: Templates, last: Facts | None = None) -> Reading:
    """Give of a source that was read already what facts there are, and what is wrong in it; the rest is left out."""
    data, beside = taken_apart(source)
    origins = {path: str(one) for path, one in beside.of(ORIGIN).items()}
    public = {path: one[PUBLIC] for path, one in beside.said.items() if PUBLIC in one}
    reader = Reader(file, read_topics(templates), source.places)
    head = reader.head(data)
    sections = reader.sections(data.get(MEASURES, {}))
    duties = reader.duty_sections(data.get(DUTIES, {}))
    head = fill_in(head, templates, reader.problems, source.places)
    written = WrittenFile(file, source.places, source.value_places, source.lines)
    last = None if (other_year := tuple(_wrong_year(head, last))) else last
    figures = {key: beside.of(key) for key in (COMPARED, UNTIL, BEFORE, SAME_SPAN)}
    answers = answers_beside(figures, (*sections, *duties), reader.topics, source.places)
    told = [section_with(one, answers, head.until, head.last_called) for one in (*sections, *duties)]
    marks = Resolver(written, reader.topics, head, told, last)
    refused = (*answers.problems, *refused_answers(public, source.places))
    wrong = (one for one in marks.problems if one.level is Level.ERROR)
    problems = (*reader.problems, *wrong, *other_year, *refused)
    head = marks.head
    origins |= _origins_of_marked(source, marks.sentences, origins)
    facts = Facts(
        file,
        head,
        tuple(one for one in marks.sections if one.path[0] == MEASURES),
        tuple(one for one in marks.sections if one.path[0] == DUTIES),
        {**source.places, **marks.places} if marks.places else source.places,
        origins,
        gaps=(
            *_missing_parts(source, marks, file),
            *_unfilled(data, source.places, {*marks.answered, *said_by_libraries(data, templates)}),
            *marks.gaps,
        ),
        warnings=_reminders(source, marks, file),
        lines=source.lines,
        last=last,
        withheld=withheld_paths(public, marks.sentences),
        beside=beside.said,
    )
    facts = _with_leaks(facts, reader.topics) if facts.withheld else facts
    return _with_demands(Reading(facts, problems), reader.topics)


def _with_demands(reading: Reading, topics: Topics) -> Reading:
    """Ask after what the notice requires by name, and name what in 必报 and 免报 means nothing."""
    facts = reading.facts
    if not facts.head.notice.required and not facts.head.notice.excused:
        return reading
    misread = [
        Problem(
            one.code,
            f"{one.message}。",
            one.fix,
            facts.place(dotted((NOTICE, *one.path))),
            dotted((NOTICE, *one.path)),
        )
        for one in misread_requirements(facts.head.notice.required, topics)
    ]
    told = tuple(excuses_told(facts, topics))
    wrong = (one for one in told if one.level is Level.ERROR)
    reminders = (one for one in told if one.level is Level.WARNING)
    facts = replace(with_required(facts, topics), warnings=(*facts.warnings, *reminders))
    return Reading(facts, (*reading.problems, *misread, *wrong))


def _origins_of_marked(
    source: Source, sentences: Mapping[Path, Path], origins: Mapping[Path, str]
) -> dict[Path, str]:
    """Give the origins of marked facts: what is said beside their sentences, or of each in a comment above."""
    told = {fact: origins[own] for fact, own in sentences.items() if own in origins}
    if not has_notes(source.lines):
        return told
    for fact, own in sentences.items():
        place = source.value_places.get(own) or source.value_places.get(own[:-1])
        note = note_above(source.lines, place.line - 1) if place else None
        if note and (who := note.sources.get(str(fact[-1]))):
            told[fact] = who
    return told


def _reminders(source: Source, marks: Resolver, file: str) -> tuple[Problem, ...]:
    doubtful = (one for one in marks.problems if one.level is Level.WARNING)
    return (*source.warnings, *doubtful, *not_looked_at(source.lines, file))


def _with_leaks(facts: Facts, topics: Topics) -> Facts:
    return replace(facts, warnings=(*facts.warnings, *possible_leaks(facts, topics)))


def _wrong_year(head: Head, last: Facts | None) -> Iterator[Problem]:
    """Refuse figures of any other year than the one before: the report would call them 上年."""
    if last is not None and head.year is not None and last.year != head.year - 1:
        written = f"写的是{last.year}年度" if last.year else "没有写年度"
        message = f"上年的事实文件{written}，不是{head.year - 1}年度，算不了同比。"
        fix = "请核对两份文件的“年度”，或在“上年”里、用 --last 另指一份。"
        yield Problem("事实-04", message, fix, last.place("年度"), "年度")


def _missing(head: Head, places: Mapping[Path, Place], file: str) -> Iterator[Problem]:
    def gap(path: Path, fix: str) -> Problem:
        return Problem(
            "待填-01", f"还缺“{dotted(path)}”。", fix, nearest_place(places, path, file), dotted(path)
        )

    unit = head.unit
    if head.year is None:
        yield gap(("年度",), "请写报告年度，例如“年度: 2023”。")
    if not (unit.names or unit.short):
        yield gap(("单位", "名称"), "请写发文机关全称，例如“名称: 稷下街道办事处”。")
    if unit.level is None and not any(level_of(name) for name in (*unit.names, unit.short)):
        yield gap(("单位", "级别"), "请在乡、民族乡、镇、街道、县区、部门中选一个。")
    if not head.shortcomings:
        yield gap(("不足",), "年度报告应写明不足和原因，请至少写一条。")
    if not head.plans:
        yield gap(("计划",), "年度报告应写明下一年度的安排，请至少写一条。")
    yield from (gap(path, fix) for path, fix in _missing_in_items(head))


def _missing_in_items(head: Head) -> Iterator[tuple[Path, str]]:
    for index, one in enumerate(head.shortcomings):
        if not one.problem and not one.body:
            yield ("不足", index, "问题"), "请用一句话写明不足。"
    for index, plan in enumerate(head.plans):
        if not plan.measures and not plan.body:
            yield ("计划", index, "措施"), "请写明具体做法。"


def _unanswered(head: Head, places: Mapping[Path, Place], file: str) -> Iterator[Problem]:
    """Ask after items of 上年整改 that say what was promised and not what was done; an empty key asks by itself."""
    for index, one in enumerate(head.mended):
        path: Path = ("上年整改", index)
        if not (one.measure or one.effect or one.state) and not {(*path, "措施"), (*path, "成效")} & {
            *places
        }:
            asked = (*path, "措施")
            yield Problem(
                "待填-01",
                f"“{dotted(path)}”没有写今年做了什么。",
                "请写“措施”或“成效”；没有做完的，写“状态: 持续推进”；不写进报告的，整条删去。",
                nearest_place(places, asked, file),
                dotted(asked),
            )


def _untold(sections: Sequence[Section], places: Mapping[Path, Place], file: str) -> Iterator[Problem]:
    """Ask after topics of which the file says no more than a title, or why something was done."""
    for topic in (one for section in sections for one in section.topics):
        meant = not topic.values or topic.own.cause or topic.heading  # else 否 and 0 say that it was not done
        if topic.says_nothing and meant and topic.path in places:
            written = f"只写了{'、'.join(topic.keys)}" if topic.keys else "是空的"
            yield Problem(
                "待填-02",
                f"“{dotted(topic.path)}”{written}，还没有写做了什么。",
                "请补上字段、“做法”或“正文”；没有这项工作的，删去这个主题。",
                nearest_place(places, topic.path, file),
                dotted(topic.path),
            )


def _missing_parts(source: Source, marks: Resolver, file: str) -> Iterator[Problem]:
    """Ask after what a report must have and the file has no line for; an empty line is asked after by itself."""
    yield from _missing(marks.head, source.places, file)
    yield from _unanswered(marks.head, source.places, file)
    written = {section.path[0] for section in marks.sections} | ({MEASURES} if marks.head.mended else set())
    for part in (MEASURES, DUTIES):
        if part not in written and source.data.get(part) != "":
            fix = f"请写“{part}:”，各个主题写在下面；用 nianbao topics 可列出能写什么。"
            yield Problem("待填-01", f"还缺“{part}”。", fix, source.places.get((part,), Place(file, 1)), part)
    yield from _untold(marks.sections, source.places, file)


def _unfilled(data: Any, places: Mapping[Path, Place], answered: Collection[Path]) -> Iterator[Problem]:
    """Every key without a value is asked after, unless it is answered or its note says what stands for it then."""
    empty: list[Path] = []
    _gather_empty(data, (), empty)
    for path in (one for one in empty if one not in (*answered, *optional_paths())):
        message = f"“{path_in_words(path)}”还没有填。"
        lacking = "没有这项工作的" if path[0] in (MEASURES, DUTIES) else "可以不写的"
        fix = _WRITE_OPENING if path == (_OPENING,) else f"请填上；{lacking}，删去这一行。"
        yield Problem("待填-02", message, fix, places.get(path, NOWHERE), dotted(path))


def _gather_empty(data: dict[str, Any] | list[Any], path: Path, empty: list[Path]) -> None:
    pairs: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, one in pairs:
        if not isinstance(one, str):
            _gather_empty(one, (*path, key), empty)
        elif not one:
            empty.append((*path, key))
