"""Tables and pictures of the body as XML, and the paragraphs and cells that they are made of."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.markup import escape_xml
from generator.document.page.columns import column_side, column_widths
from generator.document.page.layout import Layout
from generator.document.word.runs import runs

EMU = 635
"""English Metric Units, which drawings are measured in, in a twip."""

_TWIPS_OF_A_POINT = 20
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
    widths = column_widths(rows, layout.text_width, layout.points("表格.字号") * _TWIPS_OF_A_POINT)
    sides = [column_side(rows, aligns, n) for n in range(len(widths))]
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
