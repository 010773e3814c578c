"""The proof of an import: the report that the facts file gives, held against the old one sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.document.text.blocks import read_blocks
from generator.importing.assembling import OldReport
from generator.importing.marking import MarkedLine, State
from generator.importing.outline import OldParagraph, unnumbered_heading
from generator.importing.passages import old_sentences
from generator.patterns import pattern

_BLANK = pattern(r"\s")


class Changed(NamedTuple):
    """What stands in the old report and, in its place, in the new one; either may be empty."""

    old: str
    new: str


class Proof(NamedTuple):
    """How much of an old report the new one says to the letter.

    `sentences` counts those of the old report, `kept` those that are there word for word, `typed` those of `kept`
    whose figures all have a field or are none; `own` counts figures under a label of their own, `bare` those without
    one, `doubtful` the places to look at.
    """

    sentences: int
    kept: int
    typed: int
    own: int
    bare: int
    doubtful: int
    changed: tuple[Changed, ...]

    @property
    def summary(self) -> str:
        """Say it in one sentence."""
        parts = [f"原文{self.sentences}句：{self.kept}句照录"]
        parts[0] += f"，其中{self.typed}句的数字都认出了字段" if self.typed else ""
        if self.own:
            parts.append(f"{self.own}个数字没有合适的字段，用了原文的叫法")
        if self.bare:
            parts.append(f"{self.bare}个数字起不出名称，没有标注")
        if self.doubtful:
            parts.append(f"{self.doubtful}处请看")
        return "；".join(parts)


def prove(old: OldReport, markdown: str) -> Proof:
    """Hold the Markdown text that the facts file gives against the old report."""
    lines = list(old.marked.lines)
    before = [_bare(one) for one in _old_sentences(old)]
    after = [_bare(one) for one in _sentences_of_text(markdown)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    kept: Counter[str] = Counter()
    changed: list[Changed] = []
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            kept.update(before[start:end])
        elif start < end:
            changed.append(Changed("".join(before[start:end]), "".join(after[begin:stop])))
    figures = [figure for line in lines for figure in line.figures]
    typed = sum(_is_typed(line) and kept[_bare(line.old.text)] > 0 for line in lines)
    return Proof(
        sentences=len(lines),
        kept=sum(kept[_bare(line.old.text)] > 0 for line in lines),
        typed=typed,
        own=sum(one.state is State.OWN for one in figures),
        bare=sum(one.state is State.BARE for one in figures),
        doubtful=sum(one.state is State.DOUBTFUL or bool(one.likely) for one in figures),
        changed=tuple(changed),
    )


def _is_typed(line: MarkedLine) -> bool:
    """Tell a sentence that has figures, all of them fields."""
    return bool(line.figures) and all(one.state in {State.SURE, State.DOUBTFUL} for one in line.figures)


def _old_sentences(old: OldReport) -> Iterator[str]:
    """Give all that the old report says, in the order of the new one: headings, sentences, signature."""
    report = old.marked
    yield old.front.title
    if old.outline.addressee:
        yield f"{old.outline.addressee}："
    yield from (line.old.text for line in report.opening)
    for name in old.outline.order:
        for heading in old.outline.parts[name].headings:
            if heading.text and heading.paragraphs:
                yield heading.text
            yield from (one.text for one in old_sentences(heading.paragraphs))
    yield from old.outline.units
    if old.outline.date:
        yield old.outline.date


def _sentences_of_text(markdown: str) -> Iterator[str]:
    for block in read_blocks(markdown).blocks:
        text = unnumbered_heading(block.text) if block.level > 2 else block.text
        if block.level == 2:
            continue
        yield from (one.text for one in old_sentences([OldParagraph(text, 0)])) if not block.level else [text]


def _bare(text: str) -> str:
    return _BLANK.sub("", text)
