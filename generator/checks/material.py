"""What a rule looks at: one report's text with what is known of it, and the facts behind it where there are any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from generator.checks.figures import Statement, statements
from generator.checks.leaves import leaves
from generator.checks.places import places_in_source
from generator.checks.ranks import begins_later, rank_of
from generator.checks.scan import NARROW, PlainReading, half_width, is_about_ends, reading
from generator.checks.switches import switch_lines
from generator.checks.vocabulary import simplified
from generator.document.text.blocks import Block, Document
from generator.document.text.notice import Demands, bare_heading, demands
from generator.facts import Facts
from generator.patterns import pattern
from generator.problems import Level, Place, Problem
from generator.topics.topic import Topics

_SENTENCE = pattern(r"[^。！？；\n]+[。！？；]?[”」）)]?|[。！？；]")

SIMPLE = str.maketrans("責問題計劃舉況職負黨設報導", "责问题计划举况职负党设报导")
"""The traditional characters of the four parts' headings: a page in them is still recognised."""


class ReportPart(str, Enum):
    """The part of the report that a paragraph stands in."""

    OPENING = "导语"
    MEASURES = "举措成效"
    DUTIES = "第一责任人"
    SHORTCOMINGS = "不足"
    PLANS = "计划"
    OTHER = "其他"


_PARTS = (
    (ReportPart.DUTIES, pattern(r"第一责任人")),
    (
        ReportPart.PLANS,
        pattern(r"(?:安排|打算|计划|思路|举措方向|努力方向|下一步|下一年|下步|工作要点|整改措施)"),
    ),
    (
        ReportPart.MEASURES,  # what was done about last year's shortcomings
        pattern(
            r"(?:上年|上一年|去年|反馈|督[察查])[^，、]{0,16}整改(?!措施|计划|方案)"
            r"|问题整改(?:落实|完成)?情况"
        ),
    ),
    (ReportPart.SHORTCOMINGS, pattern(r"(?:不足|问题|短板|差距|困难)")),
    (ReportPart.OTHER, pattern(r"其他需要报告")),
    (ReportPart.MEASURES, pattern(r"")),
)


class Sentence(NamedTuple):
    """One sentence: the number of its block, where it starts in that block's text, and its words."""

    block: int
    start: int
    text: str


class Finding(NamedTuple):
    """What a rule found: a sentence in Chinese, the remedy, and the place.

    The place is a stretch `start:end` of the text of block number `block`, or a path in the facts file such as
    `举措成效.行政执法.办结率`. `mend`, where it is given, is the text that may stand there instead without further
    thought. `level` is given only where it is not the rule's own. `against` are the paths it quarrels with.
    """

    message: str
    fix: str
    block: int | None = None
    start: int = 0
    end: int = 0
    field: str = ""
    level: Level | None = None
    mend: str | None = None
    against: tuple[str, ...] = ()


class Switch(NamedTuple):
    """A rule that the clerk switched off, with the reason; where `text` is given, only for places with those words."""

    code: str
    reason: str
    text: str = ""


class Other(NamedTuple):
    """Another report: its name, the share of this one's own words that stands in it, the sentences of each passage."""

    name: str
    share: float
    passages: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Material:
    """One report and what is known of it; `None` and "" stand for what is not known.

    `source` is the text of the file line by line as it was read (for columns), `names` are the unit's own names and
    those of its superiors. Where there is a facts file, `facts` (with last year's beside them), the declared `topics`
    and `grounds`, each sentence of the report with the paths of its facts, are given, and problems are shown in it.
    Beside the file, in `folder`, the clerk may keep formulations of his own.
    """

    document: Document
    year: int | None = None
    signed: date | None = None
    level: str = ""
    names: tuple[str, ...] = ()
    facts: Facts | None = None
    topics: Topics | None = None
    grounds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    others: tuple[Other, ...] = ()
    file: str = ""
    source: tuple[str, ...] = ()
    switches: tuple[Switch, ...] = ()
    folder: Path | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Give the report's paragraphs and headings in order."""
        return self.document.blocks

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Give all sentences, cut at 。！？； and at line ends, each with its closing sign."""
        return tuple(
            Sentence(number, match.start(), match.group())
            for number, block in enumerate(self.blocks)
            for match in _SENTENCE.finditer(block.text)
        )

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Give all sentences up to 。 that hold a figure, with their figures."""
        return statements(tuple(block.text for block in self.blocks))

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """Give each block's rank: 1 title, 2 一、, 3 （一）, 4 1., and 0 for what is no heading.

        A heading that is not marked as one (plain text, a pasted report) is known by its number and shortness.
        """
        return tuple(rank_of(number, block) for number, block in enumerate(self.blocks))

    @cached_property
    def demands(self) -> Demands:
        """Give what the superior's notice asks for, as the head of the text says it."""
        return demands(self.document.front)

    @cached_property
    def parts(self) -> tuple[ReportPart | None, ...]:
        """Give the part that each block stands in; None where a fragment doesn't tell."""
        part: ReportPart | None = ReportPart.OPENING if 1 in self.ranks or 2 in self.ranks else None
        parts: list[ReportPart | None] = []
        worded = {title: kind for kind in ReportPart for title in self.demands.titles_of(kind.value)}
        for block, rank in zip(self.blocks, self.ranks, strict=True):
            if rank == 2:
                part = worded.get(bare_heading(block.text)) or next(
                    kind for kind, shape in _PARTS if shape.search(block.text.translate(SIMPLE))
                )
            parts.append(part)
        return tuple(parts)

    @cached_property
    def whole(self) -> bool:
        """Tell a whole report: a title and a heading, or two headings from 一、 on; no piece of one is judged."""
        chapters = [block.text for block, rank in zip(self.blocks, self.ranks, strict=True) if rank == 2]
        if 1 in self.ranks:
            return bool(chapters)
        return len(chapters) >= 2 and not begins_later(chapters[0])

    @property
    def written(self) -> date | None:
        """Give the day of signature, or else the latest there may be: 31 March of the year after."""
        return self.signed or (None if self.year is None else date(self.year + 1, 3, 31))

    @cached_property
    def text(self) -> str:
        """Give all that the report says, a line for each block."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Give all the different characters of the text; words of any other need not be looked for."""
        return frozenset(self.text)

    @cached_property
    def readings(self) -> tuple[PlainReading, ...]:
        """Give each block's text as it is to be read: in simplified characters, without inline pinyin."""
        read = PlainReading if simplified().keys().isdisjoint(self.signs) else reading
        return tuple(read(block.text) for block in self.blocks)

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Give the whole text as it is written, and as it is to be read where that differs."""
        if all(one.places is None for one in self.readings):
            return (self.text,)
        return self.text, "\n".join(one.text for one in self.readings)

    @cached_property
    def wide(self) -> tuple[str, ...]:
        """Give each block's text with full-width signs and half-width digits, character for character."""
        texts = (block.text for block in self.blocks)
        return tuple(texts if self.signs.isdisjoint(NARROW) else map(half_width, texts))

    def matches(self, shape: re.Pattern[str], *words: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Give every match of a pattern with the number of its block; where `words` are given, each match has one.

        A block without such a word isn't searched. Without words the whole text is asked first, in one go, for most
        patterns are nowhere in a sound report; but for those with ^ or $, which are about the ends of a block.
        """
        if words:
            numbers: Sequence[int] = self.saying(words)
        elif is_about_ends(shape.pattern) or shape.search(self.text):
            numbers = range(len(self.blocks))
        else:
            return
        for number in numbers:
            for match in shape.finditer(self.blocks[number].text):
                yield number, match

    def saying(self, words: tuple[str, ...]) -> Sequence[int]:
        """Give the numbers of the blocks that say one of some words."""
        if words not in self._saying:
            said = [word for word in words if self.signs.issuperset(word) and word in self.text]
            blocks = enumerate(self.blocks if said else ())
            self._saying[words] = [
                number for number, block in blocks if any(word in block.text for word in said)
            ]
        return self._saying[words]

    @cached_property
    def _saying(self) -> dict[tuple[str, ...], list[int]]:
        """Remember what `saying` has given."""
        return {}

    def field_of(self, finding: Finding) -> str:
        """Give the path of the fact that a finding is about; "" where the text alone is known."""
        if finding.field or finding.block is None or self.facts is None:
            return finding.field
        text = self.blocks[finding.block].text
        for sentence, paths in self.grounds:
            at = text.find(sentence.strip())
            if paths and 0 <= at <= finding.start < at + len(sentence):
                words = text[finding.start : finding.end]
                exact = (path for path in paths if self.said.get(path) == words)  # a figure marked in it
                return next(exact, next((path for path in paths if self._holds(path, words)), paths[0]))
        return ""

    @cached_property
    def said(self) -> dict[str, str]:
        """Give every text of this year's facts by its path; nothing where there is no facts file."""
        return {} if self.facts is None else leaves(self.facts)

    def _holds(self, path: str, words: str) -> bool:
        """Tell whether the own words at a path of the facts file hold the words found."""
        return words in self.said.get(path, "")

    def place(self, finding: Finding) -> Place:
        """Give the line and column of a finding in the file; columns count characters from 1."""
        if self.facts is not None:
            return self.facts.place(self.field_of(finding))
        if finding.field:
            told = self.document.front.place(*finding.field.split("."))
            return told if told.file else Place(self.file)  # of a front that is not the file's own
        block = self.blocks[finding.block] if finding.block is not None else None
        if block is None or not block.line:
            return Place(self.file)
        lines = tuple(takewhile(str.strip, self.source[block.line - 1 :]))
        places = places_in_source(lines, block.text)
        line, column = places[finding.start] if finding.start < len(places) else (0, 1)
        return Place(self.file, block.line + line, column)

    def problem(self, code: str, level: Level, finding: Finding) -> Problem:
        """Make the record that is shown from a finding."""
        return Problem(
            code,
            finding.message,
            finding.fix + (switch_lines(code, finding.message) if "停用" in finding.fix else ""),
            self.place(finding),
            self.field_of(finding),
            finding.level or level,
            finding.mend or "",
        )
