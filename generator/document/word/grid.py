"""Tables and pictures of the body as XML, and the paragraphs and cells that they are made of."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.markup import escape_xml
from generator.document.page.layout import Layout
from generator.document.text.measure import text_width
from generator.document.word.runs import runs
from generator.patterns import pattern

EMU = 635
"""English Metric Units, which drawings are measured in, in a twip."""

_TWIPS_OF_A_POINT = 20
_UNBROKEN = pattern(r"[!-~]+")
"""What Word keeps on one line: between Chinese characters it may break anywhere."""

_NARROWEST, _WIDEST, _SENTENCE = 4.0, 18.0, 12.0
_LOOK = (
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>'
)
_BARE = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_MIDDLE = '<w:vAlign w:val="center"/>'


def paragraph_xml(style: str, inside: str, direct: str = "") -> str:
    """Give a paragraph of a style; `direct` is what its properties have besides."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{inside}</w:p>'


def cell(wide: int, inside: str, more: str = "", span: int = 1) -> str:
    """Give a cell; `more` is what its properties have after its width."""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{across}{more}</w:tcPr>{inside}</w:tc>'


def cell_opening(style: str, widths: Sequence[int], place: str = "", more: str = _BARE) -> str:
    """Give the beginning of a table up to its first row; `place` and `more` stand before and after its layout."""
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}'
        f'<w:tblLayout w:type="fixed"/>{more}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def table_xml(rows: Sequence[Sequence[str]], aligns: Sequence[str], layout: Layout) -> str:
    """Give a table as wide as the type area whose first row is repeated on each page; no row is split."""
    widths = _columns(rows, layout.text_width, layout.points("表格.字号") * _TWIPS_OF_A_POINT)
    sides = [aligns[n] or _side(rows, n) for n in range(len(widths))]
    high = f'<w:trHeight w:val="{layout.twips("表格.行高")}" w:hRule="atLeast"/>'
    xml = cell_opening("ReportTable", widths, '<w:jc w:val="center"/>', _LOOK)
    for number, row in enumerate(rows):
        head = number == 0
        cells = ""
        for column, content in enumerate(row):
            text = runs(content, layout.text("表格.表头字体" if head else "表格.字体"))
            direct = "" if head or sides[column] == "center" else f'<w:jc w:val="{sides[column]}"/>'
            cells += cell(
                widths[column], paragraph_xml("TableHead" if head else "TableText", text, direct), _MIDDLE
            )
        xml += f"<w:tr><w:trPr><w:cantSplit/>{high}{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"
    return xml + "</w:tbl>"


def notes(entries: Sequence[tuple[str, str]], before: str, layout: Layout) -> str:
    """Give several 附件说明 as rows without borders, so that the names stand under one another.

    `entries` are the runs of each number and name; `before` is the space above the first.
    """
    character = layout.character
    left = layout.twips("附件说明.左空")
    widths = [round(3 * character), round(0.75 * character)]
    widths.append(layout.text_width - left - sum(widths))
    xml = cell_opening("TableNormal", widths, f'<w:tblInd w:w="{left}" w:type="dxa"/>')
    for row, (number, name) in enumerate(entries):
        label, space = ("", "") if row else (runs("附件：", layout.text("正文.字体")), before)
        texts = zip(widths, (label, number, name), strict=True)
        # LibreOffice keeps a table with what follows only where its own paragraphs say so, not their style
        keep = "<w:keepNext/>" + space
        cells = "".join(cell(wide, paragraph_xml("AttachmentNote", text, keep)) for wide, text in texts)
        xml += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    return xml + "</w:tbl>"


def picture(number: int, alt: str, layout: Layout) -> str:
    """Give the run of a picture in line with the text; image `number` of the file."""
    size = f'cx="{layout.twips("图表.宽") * EMU}" cy="{layout.twips("图表.高") * EMU}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="图表{number}" descr="{escape_xml(alt)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="image{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="image{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _columns(rows: Sequence[Sequence[str]], whole: int, character: float) -> list[int]:
    """Share the width out by the longest cell of each column, within bounds.

    No column is narrower than the longest piece in it that cannot be broken, as long as all such pieces fit.
    """
    columns = list(zip(*rows, strict=True))
    wants = [min(max(_NARROWEST, max(map(text_width, one)) + 1), _WIDEST) for one in columns]
    needs = [(_longest_piece(one) + 1) * character for one in columns]
    if sum(needs) > whole:
        wants, needs = needs, [0.0] * len(needs)
    widths = [int(one) for one in _shared(wants, needs, whole)]
    widths[-1] += whole - sum(widths)
    return widths


def _longest_piece(column: Sequence[str]) -> float:
    return max((text_width(piece) for content in column for piece in _UNBROKEN.findall(content)), default=0.0)


def _shared(wants: Sequence[float], needs: Sequence[float], whole: float) -> list[float]:
    """Share a width out in proportion, after those whose share is less than they need have got that."""
    fixed: set[int] = set()
    while True:
        rest = whole - sum(needs[n] for n in fixed)
        free = sum(want for n, want in enumerate(wants) if n not in fixed)
        shares = [needs[n] if n in fixed else rest * want / free for n, want in enumerate(wants)]
        short = {n for n, share in enumerate(shares) if share < needs[n]}
        if not short:
            return shares
        fixed |= short


def _side(rows: Sequence[Sequence[str]], column: int) -> str:
    """Centre figures and short words, set sentences to the left."""
    return "left" if any(text_width(row[column]) > _SENTENCE for row in rows[1:]) else "center"
