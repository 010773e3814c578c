"""Blocks -> the body of document.xml, as text: one short paragraph of XML for each block, its format held by styles."""

from __future__ import annotations

from typing import NamedTuple

from generator.document.charts import draw
from generator.document.page.fit import document_fit, kept_block
from generator.document.page.formats import ALONE, RUN_IN_SEPARATED, levels_of
from generator.document.page.layout import Layout
from generator.document.page.signature import signature_of
from generator.document.page.title import title_lines
from generator.document.text.block import BlockKind, Document
from generator.document.text.measure import text_width
from generator.document.text.roles import appendix_parts, stop_after
from generator.document.word import grid
from generator.document.word.formal import imprint, letterhead
from generator.document.word.grid import paragraph_xml
from generator.document.word.runs import runs
from generator.patterns import pattern

_LABEL = pattern(r"附件：(?:\d{1,2}[.．])?")
_NUMBER = pattern(r"\d{1,2}[.．]")
_KEEP = "<w:keepNext/>"
_PARAGRAPH = BlockKind.PARAGRAPH  # an Enum is slow to give it for every heading


class Spot(NamedTuple):
    """Where a block was written: in which piece of the XML, in which paragraph of that, from which character on."""

    piece: int
    paragraph: int = 0
    offset: int = 0


class Body(NamedTuple):
    """The XML within w:body without its section, piece by piece, the pictures in it, and the blocks' places."""

    xml: tuple[str, ...]
    pictures: tuple[bytes, ...]
    spots: tuple[Spot, ...]


def write_body(document: Document, layout: Layout) -> Body:
    """Write all blocks of a document.

    Raises UserError when a chart is wanted and cannot be drawn.
    """
    writer = _Writer(document, layout)
    number = 0
    while number < len(document.blocks):
        writer.spots.append(Spot(len(writer.out)))
        number += _WRITERS[document.blocks[number].kind](writer, number)
    writer.finish()
    return Body(tuple(writer.out), tuple(writer.pictures), tuple(writer.spots))


class _Writer:
    """Writes one document; each method takes a block's number and gives how many blocks it wrote."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self.head, self.blocks = document.head, document.blocks
        self.layout = layout
        self.spots: list[Spot] = []
        self.family, self.levels = layout.text("正文.字体"), levels_of(layout)
        self.pictures: list[bytes] = []
        above = self.head.get("版头")
        self.out: list[str] = [letterhead(above, layout)] if above else []
        self.before_title = layout.twips("版头.标题上距") if above else 0
        self.title_lines = title_lines(document, layout)
        self.placing = signature_of(document, layout)
        self.fit = document_fit(document, layout)
        self.kept = kept_block(self.blocks, self.fit)

    def finish(self) -> None:
        """Put 版记 into the last paragraph: its box stands on that paragraph's page."""
        if not self.head.get("版记"):
            return
        box = imprint(self.head["版记"], self.layout, len(self.pictures) + 1)
        if self.out and self.out[-1].endswith("</w:p>"):
            self.out[-1] = self.out[-1].removesuffix("</w:p>") + box + "</w:p>"
        else:
            self.out.append(
                paragraph_xml(
                    "Figure", box, '<w:keepNext w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>'
                )
            )

    def text(self, number: int, family: str = "", style: str = "", more: str = "") -> str:
        """Give the runs of a block, with `more` after its text."""
        return runs(self.blocks[number].text + more, family or self.family, style)

    def body(self, number: int, style: str, inside: str, direct: str = "") -> None:
        """Write a paragraph of the text that may have to be set tighter or wider; `number` is its first block."""
        if number in self.fit.respaced:
            pitch = self.layout.pitch + self.fit.respaced[number]
            inside = inside.replace("</w:rPr>", f'<w:spacing w:val="{pitch}"/></w:rPr>')
        self.out.append(paragraph_xml(style, inside, direct))

    def plain(self, number: int) -> int:
        self.body(number, "ReportBody", self.text(number), _KEEP if number == self.kept else "")
        return 1

    def addressee(self, number: int) -> int:
        self.out.append(paragraph_xml("Addressee", self.text(number, self.layout.text("主送机关.字体"))))
        return 1

    def caption(self, number: int) -> int:
        text = self.blocks[number].text.replace(" ", "\u3000")
        self.out.append(paragraph_xml("TableCaption", runs(text, self.layout.text("表格.题字体"))))
        return 1

    def title(self, _number: int) -> int:
        layout = self.layout
        inside = "<w:r><w:br/></w:r>".join(runs(line, layout.text("标题.字体")) for line in self.title_lines)
        direct = f'<w:spacing w:before="{self.before_title}"/>' if self.before_title else ""
        self.out.append(paragraph_xml("ReportTitle", inside, direct))
        return 1

    def heading(self, number: int) -> int:
        """Write a heading on its own line, or at the head of the paragraph that follows."""
        block = self.blocks[number]
        style, family, form = self.levels[block.level - 2]
        following = self.blocks[number + 1].kind if number + 1 < len(self.blocks) else None
        if form == ALONE or following is not _PARAGRAPH:
            self.out.append(paragraph_xml(style, self.text(number, family), "" if form == ALONE else _KEEP))
            return 1
        stop = stop_after(block.text)
        heading = self.text(number, family, more=stop)
        keep = _KEEP if number + 1 == self.kept else ""
        if form == RUN_IN_SEPARATED:
            # Word joins the two paragraphs at this hidden mark, its style separator; LibreOffice 7.4 doesn't
            self.body(number, style, heading, _KEEP + "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
            self.spots.append(Spot(len(self.out)))
            self.body(number, "ReportBody", self.text(number + 1), keep)
        else:
            self.spots.append(Spot(len(self.out), offset=len(block.text + stop)))
            self.body(number, style, heading + self.text(number + 1, style="RunInText"), keep)
        return 2

    def table(self, number: int) -> int:
        block = self.blocks[number]
        self.out.append(grid.table_xml(block.rows, block.aligns, self.layout))
        return 1

    def chart(self, number: int) -> int:
        chart = self.blocks[number].chart
        if chart is None:
            raise TypeError("a block of this kind has its chart")
        self.pictures.append(draw(chart, self.layout))
        picture = grid.picture(len(self.pictures), chart.alt, self.layout)
        last = "" if chart.title else '<w:keepNext w:val="0"/>'
        self.out.append(paragraph_xml("Figure", picture, last))
        if chart.title:
            self.out.append(
                paragraph_xml("FigureCaption", runs(chart.title, self.layout.text("表格.题字体")))
            )
        return 1

    def notes(self, number: int) -> int:
        """Write 附件说明: one as a paragraph, several as rows, so that their names stand under one another."""
        end = number
        while end < len(self.blocks) and self.blocks[end].kind is BlockKind.NOTE:
            end += 1
        before = f'<w:spacing w:before="{self.layout.twips("附件说明.段前")}"/>'
        if end - number == 1:
            label = _LABEL.match(self.blocks[number].text)
            hanging = round(text_width(label.group() if label else "") * 20 * self.layout.points("正文.字号"))
            left = self.layout.twips("附件说明.左空") + hanging
            ind = f'<w:ind w:left="{left}" w:hanging="{hanging}" w:firstLineChars="0"/>'
            self.out.append(paragraph_xml("AttachmentNote", self.text(number), before + ind))
        else:
            # each is a row of three paragraphs, the last its name
            names = [Spot(len(self.out), 3 * row + 2) for row in range(end - number)]
            self.spots[-1:] = names
            self.out.append(grid.notes([self._entry(one) for one in range(number, end)], before, self.layout))
        return end - number

    def _entry(self, number: int) -> tuple[str, str]:
        """Give the runs of a numbered annex: its number, its name."""
        text = self.blocks[number].text.removeprefix("附件：")
        label = _NUMBER.match(text)
        cut = label.end() if label else 0
        return runs(text[:cut], self.family), runs(text[cut:], self.family)

    def signature(self, number: int) -> int:
        which = sum(1 for one in self.blocks[:number] if one.kind is BlockKind.SIGNATURE)
        self.out.append(paragraph_xml("Issuer", self.text(number), self.placing.units[which]))
        return 1

    def date(self, number: int) -> int:
        self.out.append(paragraph_xml("IssueDate", self.text(number), self.placing.date))
        return 1

    def appendix(self, number: int) -> int:
        label, title = appendix_parts(self.blocks[number].text)
        self.out.append(paragraph_xml("AppendixLabel", runs(label, self.layout.text("附件.标识字体"))))
        if title:
            self.out.append(paragraph_xml("AppendixTitle", runs(title, self.layout.text("附件.标题字体"))))
        return 1


_WRITERS = {
    BlockKind.TITLE: _Writer.title,
    BlockKind.ADDRESSEE: _Writer.addressee,
    BlockKind.HEADING: _Writer.heading,
    BlockKind.PARAGRAPH: _Writer.plain,
    BlockKind.TABLE: _Writer.table,
    BlockKind.CHART: _Writer.chart,
    BlockKind.CAPTION: _Writer.caption,
    BlockKind.NOTE: _Writer.notes,
    BlockKind.SIGNATURE: _Writer.signature,
    BlockKind.DATE: _Writer.date,
    BlockKind.APPENDIX: _Writer.appendix,
}
