"""A document's blocks set as rows of lines, before it is cut into pages: the galleys.

A galley is what is one paragraph in the Word file: a heading that stands at the head of its paragraph and the text
after it are one. (段首分隔 is one paragraph in Word too; LibreOffice shows two.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.document.page.columns import CELL_EDGE, column_widths
from generator.document.page.fit import Fit, document_fit, kept_block
from generator.document.page.formats import ALONE, HEADINGS, levels_of
from generator.document.page.layout import Layout
from generator.document.page.letterhead import room_above_title
from generator.document.page.lines import Line, Measure, broken
from generator.document.page.signature import signature_of
from generator.document.page.title import title_lines
from generator.document.text.block import BlockKind, Document
from generator.document.text.measure import text_width
from generator.document.text.roles import appendix_parts, stop_after
from generator.patterns import pattern

_LABEL = pattern(r"(?:附件：)?(?:\d{1,2}[.．])?")
_PARAGRAPH = BlockKind.PARAGRAPH  # an Enum is slow to give it for every heading
_TABLE = "这一面有表格，行高随字体有出入，换页处可能差一行"
_CHART = "这一面有图，高度随字体有出入，换页处可能差一行"
_FOREIGN = "这一面有生僻的字母或符号，宽度随字体有出入，换行处可能不同"
# Latin letters that are measured, punctuation, numbers in circles, Chinese characters and marks of full width
_KNOWN = pattern(
    "[ -~·×°\u2010-\u203b\u2103\u2160-\u217f\u2190-\u21ff\u2460-\u24ff\u2500-\u27bf"
    "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]*"
)


class Row(NamedTuple):
    """One line on the paper: its height in twips, and the lines of one or two blocks that stand on it."""

    height: int
    lines: tuple[tuple[int, Line], ...]


class Galley(NamedTuple):
    """The rows of a paragraph or a table's row, the room above and below them, and how they keep together.

    `keeps` asks that it stay on a page with what follows, `repeats` is the height of a table's head that stands above
    it where it begins a page, `doubt` says why its height or its lines are not sure. All heights in twips.
    """

    rows: tuple[Row, ...]
    above: int = 0
    below: int = 0
    keeps: bool = False
    begins_page: bool = False
    repeats: int = 0
    doubt: str = ""


def galleys_of(document: Document, layout: Layout) -> list[Galley]:
    """Set all blocks of a document in order."""
    compositor = _Compositor(document, layout, document_fit(document, layout))
    galleys: list[Galley] = []
    number = 0
    while number < len(document.blocks):
        set_ = list(_SETTINGS[document.blocks[number].kind](compositor, number))
        galleys += set_
        number = max(block for galley in set_ for row in galley.rows for block, _ in row.lines) + 1
    return galleys


class _Compositor:
    """Sets one document; each method takes a block's number and gives the galleys that begin with it."""

    def __init__(self, document: Document, layout: Layout, fitted: Fit) -> None:
        self.blocks, self.layout, self.respaced = document.blocks, layout, fitted.respaced
        self.kept = kept_block(document.blocks, fitted)
        self.levels = levels_of(layout)
        self.title_lines = title_lines(document, layout)
        self.above = room_above_title(document.head, layout)
        self.placing = signature_of(document, layout)
        self.notes = [n for n, block in enumerate(document.blocks) if block.kind is BlockKind.NOTE]
        self.body = Measure(layout.text_width, layout.twips("正文.首行"), layout.character, layout.pitch)

    def title(self, number: int) -> Iterator[Galley]:
        high = self.layout.twips("标题.行距")
        rows = [Row(high, ((number, line),)) for line in _given(self.blocks[number].text, self.title_lines)]
        yield Galley(tuple(rows), self.above, self.layout.twips("标题.段后"), keeps=True)

    def plain(self, number: int) -> Iterator[Galley]:
        measure = self.spaced(number, self.body)
        yield self.galley(number, measure, keeps=number == self.kept)

    def addressee(self, number: int) -> Iterator[Galley]:
        yield self.galley(number, self.body._replace(first=0, character=self.character("主送机关.字号")))

    def heading(self, number: int) -> Iterator[Galley]:
        """Set a heading on its own line, or at the head of the paragraph that follows."""
        block = self.blocks[number]
        section, form = HEADINGS[block.level - 2], self.levels[block.level - 2].form
        measure = self.body._replace(
            first=self.layout.twips(f"{section}.首行"), character=self.character(f"{section}.字号")
        )
        following = self.blocks[number + 1].kind if number + 1 < len(self.blocks) else None
        if form == ALONE or following is not _PARAGRAPH:
            yield self.galley(number, measure, keeps=True)
            return
        text = block.text + stop_after(block.text)
        measure = self.spaced(number, self.body)._replace(
            first=measure.first, head=len(text), head_character=measure.character
        )
        whole = text + self.blocks[number + 1].text
        rows = [
            Row(self.layout.line, tuple(_parted(line, number, len(block.text), len(text))))
            for line in broken(whole, measure)
        ]
        yield Galley(tuple(rows), keeps=number + 1 == self.kept, doubt=_doubt(whole))

    def table(self, number: int) -> Iterator[Galley]:
        """Set a table: a galley for each row, which is not split; the first stands with the second."""
        block, layout = self.blocks[number], self.layout
        character = self.character("表格.字号")
        widths = column_widths(block.rows, layout.text_width, character)
        heights = [_row_height(row, widths, character, layout) for row in block.rows]
        lengths = [len(" ".join(cell for cell in row if cell)) + 1 for row in block.rows]
        places = [0, *accumulate(lengths)]
        for at, (start, end) in enumerate(pairwise(places)):
            line = Line(start, min(end, len(block.text)), 0, stretched=False)
            rows = (Row(heights[at], ((number, line),)),)
            yield Galley(rows, keeps=at == 0, repeats=heights[0] if at else 0, doubt=_TABLE)

    def chart(self, number: int) -> Iterator[Galley]:
        text = self.blocks[number].text
        picture = Row(self.layout.twips("图表.高"), ((number, Line(0, 0, 0, stretched=False)),))
        yield Galley((picture,), keeps=bool(text), doubt=_CHART)
        if text:
            yield self.under(number, keeps=False)

    def caption(self, number: int) -> Iterator[Galley]:
        yield self.under(number, keeps=True)

    def under(self, number: int, *, keeps: bool) -> Galley:
        """Set what stands over a table or under a chart."""
        measure = self.body._replace(first=0, character=self.character("表格.题字号"), pitch=0)
        return self.galley(number, measure, keeps=keeps)

    def note(self, number: int) -> Iterator[Galley]:
        """Set 附件说明: its name begins after 附件： and its number, and goes on under its own first character."""
        text, character = self.blocks[number].text, self.layout.character
        label = _LABEL.match(text)
        if len(self.notes) > 1:
            label, hanging = pattern("附件：").match(text), round(0.75 * character)
            left = self.layout.twips("附件说明.左空") + round(3 * character) + hanging
        else:
            hanging = round(text_width(label.group() if label else "") * character)
            left = self.layout.twips("附件说明.左空") + hanging
        first = -round(3 * character) - hanging if len(self.notes) > 1 and label else -hanging
        measure = self.body._replace(width=self.layout.text_width - left, first=first)
        above = self.layout.twips("附件说明.段前") if number == self.notes[0] else 0
        yield self.galley(number, measure, keeps=True)._replace(above=above)

    def signature(self, number: int) -> Iterator[Galley]:
        which = sum(1 for one in self.blocks[:number] if one.kind is BlockKind.SIGNATURE)
        yield self.closing(number, which, keeps=True)

    def date(self, number: int) -> Iterator[Galley]:
        yield self.closing(number, -1, keeps=False)

    def closing(self, number: int, which: int, *, keeps: bool) -> Galley:
        width = self.layout.text_width - round(self.placing.rights[which])
        measure = self.body._replace(width=max(width, round(self.layout.character)), first=0)
        return self.galley(number, measure, keeps=keeps)._replace(above=self.placing.above[which])

    def appendix(self, number: int) -> Iterator[Galley]:
        text, layout = self.blocks[number].text, self.layout
        title = appendix_parts(text)[1]
        cut = len(text) - len(title)
        label = Row(layout.line, ((number, Line(0, cut, 0, stretched=False)),))
        if not title:
            yield Galley((label,), keeps=True, begins_page=True)
            return
        measure = Measure(layout.text_width, 0, self.character("附件.标题字号"), 0)
        lines = [
            line._replace(start=line.start + cut, end=line.end + cut, stretched=False)
            for line in broken(title, measure)
        ]
        room, high = layout.twips("附件.标题段前"), layout.twips("附件.标题行距")
        rows = [Row(high + (0 if at else room), ((number, line),)) for at, line in enumerate(lines)]
        yield Galley((label, *rows), below=layout.twips("附件.标题段后"), keeps=True, begins_page=True)

    def character(self, key: str) -> float:
        return 20 * self.layout.points(key)

    def spaced(self, number: int, measure: Measure) -> Measure:
        """Give the measure of a paragraph that may have to be set tighter or wider; `number` is its first block."""
        return measure._replace(pitch=measure.pitch + self.respaced.get(number, 0))

    def galley(self, number: int, measure: Measure, *, keeps: bool = False) -> Galley:
        text = self.blocks[number].text
        rows = tuple(Row(self.layout.line, ((number, line),)) for line in broken(text, measure))
        return Galley(rows, keeps=keeps, doubt=_doubt(text))


def _parted(line: Line, number: int, heading: int, joined: int) -> Iterator[tuple[int, Line]]:
    """Give the parts of a line that are of the heading, `heading` characters long, and of the text from `joined` on."""
    start, end, _, stretched = line
    if start < joined:
        yield number, line._replace(start=min(start, heading), end=min(end, heading))
        start = joined
        line = line._replace(indent=0.0)
    if end > joined:
        yield number + 1, Line(start - joined, end - joined, line.indent, stretched)


def _given(text: str, lines: Sequence[str]) -> Iterator[Line]:
    """Give the places in a text of lines that are the same but for their blanks."""
    at = 0
    for number, line in enumerate(lines):
        start, left = at, sum(not sign.isspace() for sign in line)
        while at < len(text) and (left or text[at].isspace() or number == len(lines) - 1):
            left -= not text[at].isspace()
            at += 1
        yield Line(start, at, 0.0, stretched=False)


def _row_height(row: Sequence[str], widths: Sequence[int], character: float, layout: Layout) -> int:
    lines = max(
        len(broken(cell, Measure(wide - 2 * CELL_EDGE, 0, character, 0)))
        for cell, wide in zip(row, widths, strict=True)
    )
    return max(layout.twips("表格.行高"), lines * layout.twips("表格.行距"))


@lru_cache(maxsize=512)
def _doubt(text: str) -> str:
    return "" if _KNOWN.fullmatch(text) else _FOREIGN


_SETTINGS = {
    BlockKind.TITLE: _Compositor.title,
    BlockKind.ADDRESSEE: _Compositor.addressee,
    BlockKind.HEADING: _Compositor.heading,
    BlockKind.PARAGRAPH: _Compositor.plain,
    BlockKind.TABLE: _Compositor.table,
    BlockKind.CHART: _Compositor.chart,
    BlockKind.CAPTION: _Compositor.caption,
    BlockKind.NOTE: _Compositor.note,
    BlockKind.SIGNATURE: _Compositor.signature,
    BlockKind.DATE: _Compositor.date,
    BlockKind.APPENDIX: _Compositor.appendix,
}
