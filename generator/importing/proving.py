"""The proof of an import: the report that the facts file gives, held against the old one sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.document.text.blocks import read_blocks
from generator.document.text.measure import without_blanks
from generator.document.text.titles import numbered_rank
from generator.importing.assembling import OldReport
from generator.importing.marking import MarkedLine, State
from generator.importing.outline import OldParagraph, unnumbered_heading
from generator.importing.passages import old_sentences
from generator.patterns import pattern

_STOPS = pattern("[。：:；]")
_RUNS_IN = 3
"""The level of headings that stand before their text where the layout has them so."""
_SHOWN = 16


class Changed(NamedTuple):
    """What stands in the old report and, in its place, in the new one; either may be empty."""

    old: str
    new: str


class Proof(NamedTuple):
    """How much of an old report the new one says to the letter.

    `sentences` counts those of the old report, `kept` those that are there word for word, `typed` those of `kept`
    whose figures all have a field or are none; `own` counts figures under a label of their own, `bare` those without
    one, `doubtful` the places to look at. `cut` tells of paragraphs and headings that the new report cuts otherwise,
    `paragraphs` how many the old and the new one have, `left_out` how many lines and tables no facts file holds.
    """

    sentences: int
    kept: int
    typed: int
    own: int
    bare: int
    doubtful: int
    changed: tuple[Changed, ...]
    cut: tuple[str, ...] = ()
    paragraphs: tuple[int, int] = (0, 0)
    left_out: int = 0

    @property
    def likeness(self) -> str:
        """Say how the report that the facts file gives is like the old one: no more than was proved."""
        differences = []
        if self.changed:
            differences.append(f"{len(self.changed)}处文字不同")
        if self.cut:
            before, after = self.paragraphs
            differences.append(f"{len(self.cut)}处分段不同，原文{before}段，它{after}段")
        if self.left_out:
            differences.append(f"少了没有写入的{self.left_out}处")
        if not differences:
            return "由它生成的报告，句子、标题和分段都与原文相同"
        return f"由它生成的报告与原文相比，{'；'.join(differences)}；其余相同"

    @property
    def summary(self) -> str:
        """Say it in one sentence."""
        parts = [f"原文{self.sentences}句：{self.kept}句照录"]
        parts[0] += f"，其中{self.typed}句的数字都认出了字段" if self.typed else ""
        if self.cut:
            parts.append(f"{len(self.cut)}处分段与原文不同")
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
    before = [without_blanks(one) for one in _old_sentences(old)]
    after = [without_blanks(one) for one in _sentences_of_text(markdown)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    kept: Counter[str] = Counter()
    changed: list[Changed] = []
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            kept.update(before[start:end])
        elif start < end:
            changed.append(Changed("".join(before[start:end]), "".join(after[begin:stop])))
    old_paragraphs, new_paragraphs = list(_old_paragraphs(old)), list(_new_paragraphs(old, markdown))
    figures = [figure for line in lines for figure in line.figures]
    typed = sum(_is_typed(line) and kept[without_blanks(line.old.text)] > 0 for line in lines)
    return Proof(
        sentences=len(lines),
        kept=sum(kept[without_blanks(line.old.text)] > 0 for line in lines),
        typed=typed,
        own=sum(one.state is State.OWN for one in figures),
        bare=sum(one.state is State.BARE for one in figures),
        doubtful=sum(one.state is State.DOUBTFUL or bool(one.likely) for one in figures),
        changed=tuple(changed),
        cut=tuple(_cut_otherwise(old_paragraphs, new_paragraphs)),
        paragraphs=(len(old_paragraphs), len(new_paragraphs)),
        left_out=len(old.outline.dropped) + len(old.tables),
    )


def _cut_otherwise(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Tell of each paragraph that says the same cut otherwise; what says something else is told with the sentences."""
    for tag, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for old, count in _parted(before[start:end], after[begin:stop]):
            yield f"“{old[:_SHOWN]}……”原文是1段，生成的报告分为{count}段"
        for new, count in _parted(after[begin:stop], before[start:end]):
            yield f"“{new[:_SHOWN]}……”原文是{count}段，生成的报告合为1段"


def _parted(wholes: Sequence[str], parts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Give the paragraphs that stand among others as several, with how many."""
    rest = list(parts)
    for whole in wholes:
        pieces: list[str] = []
        while rest and not _signless(whole).startswith(_signless(rest[0])):
            rest.pop(0)
        while rest and _signless(whole).startswith(_signless("".join([*pieces, rest[0]]))):
            pieces.append(rest.pop(0))
        if len(pieces) > 1 and _signless(whole) == _signless("".join(pieces)):
            yield whole, len(pieces)


def _old_paragraphs(old: OldReport) -> Iterator[str]:
    """Give the paragraphs of the old report as they stand there, without the numbers before headings."""
    yield without_blanks(old.front.title)
    yield from (_paragraph(one.text) for _number, one in old.front.lines)


def _new_paragraphs(old: OldReport, markdown: str) -> Iterator[str]:
    """Give the paragraphs of the new report as Word shows them: where headings run in, one with what is below them."""
    heading = ""
    for block in read_blocks(markdown).blocks:
        lines = [_paragraph(line) for line in block.text.split("\n")]
        if block.level == _RUNS_IN and not old.outline.on_own_line:
            yield from filter(None, [heading])
            heading = lines[0]
            continue
        yield from (f"{heading}。{lines[0]}" if heading else lines[0], *lines[1:])
        heading = ""


def _paragraph(text: str) -> str:
    """Give a paragraph without the number before its heading, the blanks in it and the stop behind it."""
    return without_blanks(unnumbered_heading(text) if numbered_rank(text) else text).rstrip("。：:；")


def _signless(text: str) -> str:
    return _STOPS.sub("", text)


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
