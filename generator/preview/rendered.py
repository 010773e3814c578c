"""The text of a facts file -> all that the page shows of it: the report in pages, its sentences, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.commands.explain import Explained, explain_sentences
from generator.commands.steps import Given, Prepared, check_prepared, draft_report, material_of
from generator.document.page.layout import Layout, layout_of
from generator.document.page.paging import Page, pages_of
from generator.document.text.block import BlockKind, Document
from generator.document.text.notice import demands
from generator.drafting.marks import GroundedSentence
from generator.facts import reading_with_last
from generator.facts.last import files_beside
from generator.formulations import LIBRARY
from generator.preview.actions import Bring
from generator.preview.faults import faults_of
from generator.preview.sentences import SentencePlace, sentences_by_field, sentences_by_line, sentences_in
from generator.preview.stamps import Beside
from generator.preview.told_here import about_words_there, located
from generator.problems import Place, Problem, UserError
from generator.topics.topic import DUTIES
from generator.yamltext.retyped import read_after
from generator.yamltext.source import Source, copied, read_source


class Length(NamedTuple):
    """How many words a part of the report has, as Word counts them."""

    title: str
    words: int


@dataclass(frozen=True)
class Rendered:
    """One version of a facts file as a report; `mistakes` are what of it could not be read.

    `beside` are the files beside it that the report depends on.
    """

    prepared: Prepared
    mistakes: tuple[Problem, ...]
    layout: Layout
    source: Source
    beside: Beside

    @property
    def file(self) -> str:
        """The name of the facts file."""
        return self.prepared.source.name

    @cached_property
    def document(self) -> Document:
        """The report as blocks."""
        return self.prepared.document

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The report on its pages."""
        return pages_of(self.document, self.layout)

    @property
    def topics(self) -> tuple[str, ...]:
        """The names of the topics that the file has."""
        return tuple(self.prepared.facts.topics) if self.prepared.facts else ()

    @property
    def written_fields(self) -> frozenset[str]:
        """The fields whose keys the file has, as topic.field."""
        paths = (path for path in self.source.places if len(path) > 1)
        return frozenset(f"{DUTIES if path[0] == DUTIES else path[-2]}.{path[-1]}" for path in paths)

    @property
    def said(self) -> tuple[GroundedSentence, ...]:
        """Every sentence as it was drafted, with the paths of its facts."""
        return self.prepared.draft.sentences if self.prepared.draft else ()

    @cached_property
    def sentences(self) -> tuple[Explained, ...]:
        """Every sentence with its grounds."""
        return explain_sentences(self.prepared)

    @cached_property
    def places(self) -> tuple[SentencePlace, ...]:
        """Where each sentence stands."""
        return sentences_in(self.document.blocks, self.said)

    @cached_property
    def by_line(self) -> Mapping[int, tuple[int, ...]]:
        """The sentences that rest on a line of the file."""
        return sentences_by_line(self.said, self.prepared.facts) if self.prepared.facts else {}

    @cached_property
    def by_field(self) -> Mapping[str, int]:
        """The sentence that prints a fact."""
        return sentences_by_field(self.said)

    def sentences_of(self, problem: Problem) -> tuple[int, ...]:
        """Give the sentences that a problem is about: those that print its field, else those of its line."""
        if problem.field in self.by_field:
            return (self.by_field[problem.field],)
        return self.by_line.get(problem.place.line, ()) if problem.place.line else ()

    @cached_property
    def lengths(self) -> tuple[Length, ...]:
        """The words of what stands before the first part, then of each part, as 篇幅-07 counts them."""
        return tuple(_lengths(self.document))

    @property
    def wanted(self) -> str:
        """How long the notice wants the report, as it is written; an empty text where it does not say."""
        asked = demands(self.document.front).length
        return str(asked) if asked else ""

    @property
    def fits(self) -> bool:
        """Tell whether the report is as long as the notice asks."""
        asked = demands(self.document.front).length
        return asked is None or sum(one.words for one in self.lengths) in asked


def rendered_text(
    text: str, path: Path, given: Given, layout: Layout, before: Source | None = None
) -> Rendered:
    """Draft the report of a facts file's text; what of it cannot be read is left out and named.

    `before` is what an earlier text of it was read as: what is the same is not read again.

    Raises FactsError where the text is no YAML at all or last year's facts are at fault, UserError where a template is.
    """
    source = read_after(before, text, path.name) if before else read_source(text.encode(), path.name)
    beside = Beside((*files_beside(source, path, given.last, given.notice), path.with_name(LIBRARY)))
    own = source._replace(data=copied(source.data))  # whoever reads it may take it apart
    reading = reading_with_last(own, path, given.templates, given.last, given.notice)
    prepared = draft_report(path, reading.facts, given)
    return Rendered(prepared, reading.problems, layout_of(prepared.document, layout), source, beside)


class SupersededError(Exception):
    """There is a newer report: nobody waits any more for what the rules find in this one."""


def problems_of(
    rendered: Rendered, given: Given, between: Callable[[], None] | None = None
) -> tuple[Problem, ...]:
    """Put a rendered report before the rules, as `nianbao check` does; each problem has its entry where there is one.

    `between` is called before each rule, and may raise what ends it.

    What only the program's own 【待填：…】 give rise to is left out: the page asks after these by themselves.
    """
    from generator.commands.mistakes import beside_mistakes  # the rules are loaded after the first page

    outcome = check_prepared(rendered.prepared, given, between=between)
    if rendered.mistakes:
        outcome = beside_mistakes(rendered.file, outcome, rendered.mistakes)
    told = _with_sure_remedies(outcome.problems, rendered, given, between)
    problems = [*located(told, rendered.source)]
    said = ((rendered.said[at].text, one) for one in problems for at in rendered.sentences_of(one))
    return tuple(about_words_there(problems, said))


def judged(rendered: Rendered, given: Given, between: Callable[[], None]) -> tuple[Problem, ...]:
    """Give the problems of a rendered report; where a rule fails, that, and nothing where `between` ends it."""
    try:
        return problems_of(rendered, given, between)
    except SupersededError:
        return ()
    except Exception as error:  # noqa: BLE001  # the page goes on without what the rules find
        return faults_of(error)


def mended_text(rendered: Rendered, given: Given, code: str, place: Place) -> Bring:
    """Give what mends a problem that a rule has a remedy for; raises UserError where that is not certain."""
    mended = _mendings(rendered, given).get((code, place))
    if mended is None:
        raise UserError("这一处不能照改，可能刚在别处改过。", "请自己在这一项里改。")
    return Bring("\n".join(rendered.source.lines), mended)


def _mendings(
    rendered: Rendered, given: Given, between: Callable[[], None] | None = None
) -> Mapping[tuple[str, Place], str]:
    from generator.checks.gather import Known
    from generator.checks.mend import mendings

    text = "\n".join(rendered.source.lines)
    return mendings(text, material_of(rendered.prepared, given, Known()), between)


def _with_sure_remedies(
    problems: tuple[Problem, ...], rendered: Rendered, given: Given, between: Callable[[], None] | None
) -> tuple[Problem, ...]:
    """Give problems with their `mend` only where it is certain what of the file it stands for."""
    if not any(one.mend for one in problems):
        return problems
    sure = _mendings(rendered, given, between)
    return tuple(one if (one.code, one.place) in sure else one._replace(mend="") for one in problems)


def _lengths(document: Document) -> Iterator[Length]:
    from generator.checks.gather import before_appendices
    from generator.checks.rules.notice import word_count

    title, count = "开头", 0
    for block in before_appendices(document.blocks):
        if block.kind is BlockKind.HEADING and block.level == 2:
            yield Length(title, count)
            title, count = block.text, 0
        count += word_count(block.text)
    yield Length(title, count)
