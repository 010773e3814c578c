"""Pages -> HTML that looks like the paper: one <section> a page, a block of lines for each paragraph, all escaped.

What stands where was decided before (page/paging.py): no line may be broken by the browser. The style sheet is
templates/页面/版面.css, the measures in it are set by `page_measures`; no style stands in the HTML itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.document.formal_html import imprint_html, letterhead_html
from generator.document.markup import escape_xml
from generator.document.page.columns import column_side, column_widths
from generator.document.page.formats import HEADINGS
from generator.document.page.layout import Layout
from generator.document.page.lines import Line
from generator.document.page.paging import Page, PagePiece
from generator.document.page.signature import signature_of
from generator.document.text.block import Block, BlockKind, Document
from generator.document.text.roles import appendix_parts, stop_after
from generator.patterns import pattern

_QUARTER = 4  # of a character: fine enough for the eye, and each a class of the style sheet
_NUMBERED = pattern(r"(?:附件：)?\d{1,2}[.．]")


class PageSpan(NamedTuple):
    """Some characters of a block that are told apart: the classes of their <span>, and a number.

    The number stands in an attribute that is named after the first class: 句 gives data-句="17".
    """

    start: int
    end: int
    classes: str
    number: int


Spans = Mapping[int, Sequence[PageSpan]]


class PrintedPage(NamedTuple):
    """A page as HTML, and all of the document that it was made of."""

    made_of: tuple[object, ...]
    html: str


def pages_html(
    document: Document,
    pages: Sequence[Page],
    layout: Layout,
    spans: Spans,
    before: Sequence[PrintedPage] = (),
) -> tuple[PrintedPage, ...]:
    """Give a <section class="page" id="页-3"> for each page.

    A paragraph is id="段-12" after its block's number, what goes on of it on a later page id="段-12-4" with that
    page's number. `spans` are those of each block; where two overlap, the one that is named first is outside. The same
    input gives the same text: a page that is made of the same as the page of its number `before` is taken from there.
    """
    printer = _Printer(document, layout, spans)
    printed = []
    for number, page in enumerate(pages):
        last = page is pages[-1]
        made_of = printer.made_of(page, last=last)
        same = number < len(before) and before[number].made_of == made_of
        printed.append(before[number] if same else PrintedPage(made_of, printer.section(page, last=last)))
    return tuple(printed)


class _Printer:
    """Writes the pages of one document."""

    def __init__(self, document: Document, layout: Layout, spans: Spans) -> None:
        self.document, self.layout, self.spans = document, layout, spans
        self.blocks = document.blocks
        self.rights = signature_of(document, layout).rights
        given = document.head.get("印章")
        self.sealed = layout.flag("落款.印章") if given is None else given == "是"

    def made_of(self, page: Page, *, last: bool) -> tuple[object, ...]:
        """Give all that the HTML of a page depends on."""
        on_it = range(page.pieces[0].block, page.pieces[-1].block + 1) if page.pieces else range(0)
        blocks = tuple(self.blocks[max(0, on_it.start - 1) : on_it.stop])
        spans = tuple(tuple(self.spans.get(block, ())) for block in on_it)
        framed = (self.document.head, self.rights, self.sealed, self.document.units, self.layout)
        return page, last, blocks, spans, framed

    def section(self, page: Page, *, last: bool) -> str:
        head, number = self.document.head, page.number
        above = below = ""
        if number == 1 and head.get("版头"):
            above = f'<header class="版头">{"".join(letterhead_html(head["版头"]))}</header>\n'
        if last and head.get("版记"):
            below = f'<footer class="版记">{"".join(imprint_html(head["版记"]))}</footer>\n'
        text = "".join(self.paragraphs(page))
        doubt = f'<p class="存疑">{escape_xml(page.unsure)}。</p>\n' if page.unsure else ""
        left, right = self.layout.text("页码.左线"), self.layout.text("页码.右线")
        side = "居中" if self.layout.text("页码.位置") == "居中" else "单页" if number % 2 else "双页"
        return (
            f'<section class="page" id="页-{number}" aria-label="第{number}面">\n<div class="版心">\n'
            f"{above}{text}{below}</div>\n"
            f'<p class="页码 {side}">{escape_xml(f"{left}{number}{right}")}</p>\n{doubt}</section>\n'
        )

    def paragraphs(self, page: Page) -> Iterator[str]:
        at = 0
        while at < len(page.pieces):
            pieces = [page.pieces[at]]
            at += 1
            while at < len(page.pieces) and page.pieces[at].joins:
                pieces.append(page.pieces[at])
                at += 1
            yield self.paragraph(pieces, page.number)

    def paragraph(self, pieces: Sequence[PagePiece], page: int) -> str:
        piece = pieces[0]
        block = self.blocks[piece.block]
        if block.kind is BlockKind.TABLE:
            return self.table(block, piece, page)
        if block.kind is BlockKind.CHART:
            return self.chart(block, piece, page)
        tag, classes = self.form(block, piece, joined=len(pieces) > 1)
        placed = [(one, line) for one in pieces for line in one.lines]
        rows: list[list[tuple[PagePiece, Line]]] = []
        for one, line in placed:
            if one.joins and line is one.lines[0]:
                rows[-1].append((one, line))
            else:
                rows.append([(one, line)])
        inside = "".join(self.row(row, joined=len(pieces) > 1) for row in rows)
        return f'<{tag} class="{classes}" {_named(piece, page)}>{inside}</{tag}>\n'

    def form(self, block: Block, piece: PagePiece, *, joined: bool) -> tuple[str, str]:
        """Give the tag and the classes of a paragraph."""
        kind = block.kind
        if kind is BlockKind.HEADING:
            name = HEADINGS[block.level - 2]
            return ("p", "正文") if joined else (f"h{block.level}", name)
        if kind is BlockKind.TITLE:
            return "h1", kind.value
        first = not piece.continued and kind not in {one.kind for one in self.blocks[: piece.block][-1:]}
        if kind is BlockKind.SIGNATURE and not first:
            return "p", f"{kind.value} {'又一枚印章' if self.sealed else ''}".rstrip()
        if first and (kind is BlockKind.SIGNATURE or (kind is BlockKind.DATE and not self.document.units)):
            return "p", f"{kind.value} {'盖章' if self.sealed else '不盖章'}"
        if kind is BlockKind.NOTE:
            return (
                "p",
                f"{kind.value}{' 首个' if first else ''}{' 编号' if _NUMBERED.match(block.text) else ''}",
            )
        return "p", kind.value

    def row(self, row: Sequence[tuple[PagePiece, Line]], *, joined: bool) -> str:
        """Give one line on the paper: its parts are of one block, or of a heading and the text after it."""
        line = row[0][1]
        classes = ["行"]
        if row[-1][1].stretched:
            classes.append("满")
        if line.indent > 0:
            classes.append("缩进")
        elif line.indent:
            classes += _quarters("左出", "左又出", -line.indent)
        classes += self.right(self.blocks[row[0][0].block])
        inside = "".join(self.part(piece, line, joined=joined) for piece, line in row)
        return f'<span class="{" ".join(classes)}">{inside}</span>'

    def part(self, piece: PagePiece, line: Line, *, joined: bool) -> str:
        block = self.blocks[piece.block]
        text = self.marked(piece.block, line.start, line.end)
        if block.kind is BlockKind.TITLE:
            return text.strip().replace(" ", "\u3000") if "<" not in text else text.strip()
        if block.kind is BlockKind.APPENDIX and line.end == len(block.text) - len(
            appendix_parts(block.text)[1]
        ):
            return f'<span class="附件标识">{text.strip()}</span>'
        if not joined:
            return text
        if block.kind is not BlockKind.HEADING:
            own = f' id="段-{piece.block}"' if not line.start else ""
            return f"<span{own}>{text}</span>"
        stop = stop_after(block.text) if line.end == len(block.text) else ""
        name = HEADINGS[block.level - 2]
        return f'<span class="段首 {name}" role="heading" aria-level="{block.level}">{text}{stop}</span>'

    def right(self, block: Block) -> list[str]:
        """Give the classes of a right indent: whole characters and quarters of one."""
        if block.kind not in {BlockKind.SIGNATURE, BlockKind.DATE}:
            return []
        which = -1 if block.kind is BlockKind.DATE else self.document.units.index(block.text)
        return _quarters("右空", "又", self.rights[which] / self.layout.character)

    def table(self, block: Block, piece: PagePiece, page: int) -> str:
        """Give the rows of a table that stand on the page, under its head, which stands on each page."""
        widths = column_widths(block.rows, self.layout.text_width, 20 * self.layout.points("表格.字号"))
        columns = "".join(f'<col width="{100 * wide / sum(widths):.2f}%">' for wide in widths)
        sides = [column_side(block.rows, block.aligns, n) for n in range(len(widths))]
        head = "".join(f"<th>{escape_xml(cell)}</th>" for cell in block.rows[0])
        here = {line.start for line in piece.lines}
        starts = accumulate((len(" ".join(filter(None, row))) + 1 for row in block.rows), initial=0)
        rows = [(at, row) for at, row in zip(starts, block.rows, strict=False) if at and at in here]
        body = "".join(
            f"<tr>{''.join(self.cells(piece.block, start, row, sides))}</tr>\n" for start, row in rows
        )
        return (
            f'<table class="表格" {_named(piece, page)}>\n<colgroup>{columns}</colgroup>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
        )

    def cells(self, block: int, at: int, row: Sequence[str], sides: Sequence[str]) -> Iterator[str]:
        for cell, side in zip(row, sides, strict=True):
            yield f'<td class="{side}">{self.marked(block, at, at + len(cell))}</td>'
            at += len(cell) + 1 if cell else 0

    def chart(self, block: Block, piece: PagePiece, page: int) -> str:
        alt = escape_xml(block.chart.alt if block.chart else "")
        picture = (
            f'<div class="图" role="img" aria-label="{alt}">（图表：{alt}）</div>'
            if not piece.continued
            else ""
        )
        title = (
            f"<figcaption>{self.marked(piece.block, 0, len(block.text))}</figcaption>" if block.text else ""
        )
        return f'<figure class="图表" {_named(piece, page)}>{picture}{title}</figure>\n'

    def marked(self, block: int, start: int, end: int) -> str:
        """Give some characters of a block with the spans that they stand in."""
        text = self.blocks[block].text
        inside = [one for one in self.spans.get(block, ()) if one.start < end and one.end > start]
        if not inside:
            return escape_xml(text[start:end])
        edges = {start, end, *(edge for one in inside for edge in one[:2] if start < edge < end)}
        places = sorted(edges)
        return "".join(
            _wrapped(text[first:after], [one for one in inside if one.start <= first and one.end >= after])
            for first, after in pairwise(places)
        )


def _quarters(whole: str, part: str, characters: float) -> list[str]:
    """Give the classes of an indent: how many whole characters, and how many quarters of one."""
    quarters = round(characters * _QUARTER)
    classes = [(whole, quarters // _QUARTER), (part, quarters % _QUARTER)]
    return [f"{name}{number}" for name, number in classes if number]


def _wrapped(text: str, spans: Sequence[PageSpan]) -> str:
    opened = "".join(
        f'<span class="{escape_xml(one.classes)}" data-{one.classes.split()[0]}="{one.number}">'
        for one in spans
    )
    return f"{opened}{escape_xml(text)}{'</span>' * len(spans)}"


def _named(piece: PagePiece, page: int) -> str:
    name = f"段-{piece.block}-{page}" if piece.continued else f"段-{piece.block}"
    return f'id="{name}" data-段="{piece.block}"'
