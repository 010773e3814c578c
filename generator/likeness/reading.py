"""The own sentences of a report, whoever wrote it: a facts file's own words, of any other what no template says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.checks.gather import before_appendices, report_year, unit_level, unit_names
from generator.commands.steps import FACTS
from generator.document.text.block import BlockKind
from generator.drafting import compose
from generator.facts import Facts, read_with_last
from generator.facts.facts import Section
from generator.facts.own_words import head_texts, texts_without_marks, topic_texts
from generator.facts.territory import place_names
from generator.intake.reading import read_report
from generator.likeness.known import THIS_UNIT, template_words
from generator.likeness.normal import SHORTEST, NormalForms
from generator.numbers.prose import figures
from generator.patterns import pattern
from generator.problems import FactsError, Problem, UserError
from generator.resources import Templates
from generator.yamltext.path import Path as FactPath
from generator.yamltext.path import dotted

TO_THE_LETTER = "="
"""The beginning of a normal form that is alike only where it is the same, its figures too: a template's sentence."""

_END = pattern("(?<=[。！？；\n])")
_LONG_VALUE = 16
_FEWEST_FIGURES, _TWO = 2, 2
_NOT_OURS = pattern(r"\s+")
"""Blanks say nothing in Chinese."""


class OwnSentence(NamedTuple):
    """A sentence of a report, the line (of a Word file, the paragraph) that it begins on, and its normal form."""

    text: str
    line: int
    normal: str


class ReadForLikeness(NamedTuple):
    """What is kept of one report: whose it is, of which year, and its own sentences' normal forms, a line each.

    `unit` is empty where it does not say whose it is, `superior` where it names none; `problem` is why it could not be
    read.
    """

    path: Path
    unit: str
    year: int | None
    normals: str
    problem: Problem | None = None
    superior: str = ""

    def is_of_unit(self, other: ReadForLikeness) -> bool:
        """Tell whether two reports are of one unit: 城关镇 of one county is not that of another."""
        superiors = {one.superior for one in (self, other) if one.superior}
        return bool(self.unit) and self.unit == other.unit and len(superiors) < _TWO


class _Report(NamedTuple):
    unit: str
    year: int | None
    level: str | None
    names: tuple[str, ...]
    texts: list[tuple[str, int]]
    superior: str = ""
    drafted: tuple[str, ...] = ()


def read_for_likeness(path: Path, templates: Templates, *, figures_too: bool) -> ReadForLikeness:
    """Read one report; what makes that impossible is its `problem`.

    Of the sentences of templates those that hold several figures are kept with `figures_too`, and none without.
    """
    try:
        report = _read(path, templates, figures_too=figures_too)
    except FactsError as error:
        return ReadForLikeness(path, "", None, "", error.problems[0])
    except UserError as error:
        return unread_report(path, error)
    normals = "\n".join(one.normal for one in _own(report, templates))
    return ReadForLikeness(path, report.unit, report.year, normals, superior=report.superior)


def unread_report(path: Path, error: UserError) -> ReadForLikeness:
    """Give what is kept of a report that cannot be read: why it cannot."""
    return ReadForLikeness(path, "", None, "", error.of_file(path.name))


def own_sentences_of(path: Path, templates: Templates, *, figures_too: bool) -> tuple[OwnSentence, ...]:
    """Read the own sentences of a report that can be read, in the order in which `read_for_likeness` keeps them."""
    return tuple(_own(_read(path, templates, figures_too=figures_too), templates))


def _read(path: Path, templates: Templates, *, figures_too: bool) -> _Report:
    if path.suffix.lower() in FACTS:
        facts = read_with_last(path, templates).facts
        return _of_facts(facts, templates, figures_too=figures_too)
    blocks = before_appendices(read_report(path).document.blocks)
    texts = tuple(one.text for one in blocks)
    names = unit_names(texts)
    told = [(one.text, one.line) for one in blocks if one.kind in (BlockKind.PARAGRAPH, BlockKind.TABLE)]
    superior, unit = ("", "", *names)[-2:]
    return _Report(unit, report_year(texts), unit_level(texts, names) or None, names, told, superior)


def _of_facts(facts: Facts, templates: Templates, *, figures_too: bool) -> _Report:
    unit = facts.head.unit
    names = (*unit.names, unit.short, unit.superior, *place_names(unit.territory))
    texts = [
        (text, facts.place(dotted(path)).line) for text, path in own_texts_of(facts) if isinstance(text, str)
    ]
    drafted = tuple(_drafted(facts, templates)) if figures_too else ()
    return _Report(facts.name, facts.year, facts.level, names, texts, unit.superior, drafted)


def own_texts_of(facts: Facts) -> Iterator[tuple[str, FactPath]]:
    """Give what the clerk wrote himself, in the order of the report, long values of fields too."""
    yield from _of_sections(facts.sections)
    yield from _of_sections(facts.duty_sections)
    yield from head_texts(facts.head)


def _of_sections(sections: Sequence[Section]) -> Iterator[tuple[str, FactPath]]:
    for section in sections:
        yield from ((one.text, one.path) for one in section.lead)
        for topic in section.topics:
            yield from topic_texts(topic)
            values = texts_without_marks(topic)
            yield from ((text, path) for text, path in values if len(text) >= _LONG_VALUE)


def _drafted(facts: Facts, templates: Templates) -> Iterator[str]:
    """Give the sentences of the report that print several figures."""
    for one in compose(facts, templates).sentences:
        if len(list(figures(one.text))) >= _FEWEST_FIGURES:
            yield one.text


def _own(report: _Report, templates: Templates) -> Iterator[OwnSentence]:
    """Give the sentences that have something of their own, in their order."""
    normal = NormalForms(report.names, templates)
    words = template_words(report.level, templates)
    for text, line in report.texts:
        for sentence in _END.split(text):
            told = _NOT_OURS.sub("", sentence)
            if len(told) < SHORTEST:
                continue
            left = normal(words.own_part(told.replace(report.unit, THIS_UNIT) if report.unit else told))
            if len(left) >= SHORTEST:
                yield OwnSentence(told, line, left)
    for sentence in report.drafted:
        yield OwnSentence(sentence, 0, TO_THE_LETTER + _NOT_OURS.sub("", sentence).replace(report.unit, ""))
