"""版头 and 版记 of a report that is sent as a formal 公文 (GB/T 9704-2012, 7.2 and 7.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.document.markup import attributes
from generator.document.page.layout import Layout
from generator.document.page.letterhead import (
    CLASSIFIED,
    AgencyMark,
    agency_marks,
    imprint_height,
    red_line_room,
)
from generator.document.text.formal import copied_to, imprint_names, printed_on
from generator.document.word.grid import EMU, cell, cell_opening, paragraph_xml
from generator.document.word.runs import runs

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_BOTTOM = '<w:vAlign w:val="bottom"/>'
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>"


def letterhead(head: Mapping[str, Any], layout: Layout) -> str:
    """Give what stands above the title as XML: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人 and the red line."""
    above = [text for key in CLASSIFIED if (text := head.get(key))]
    family = layout.text("版头.标识字体")
    xml = "".join(paragraph_xml("Classification", runs(text, family)) for text in above)
    xml += "".join(_mark(mark, layout) for mark in agency_marks(head, layout))
    return xml + _number_row(str(head.get("发文字号", "")), imprint_names(head.get("签发人")), layout)


def imprint(head: Mapping[str, Any], layout: Layout, number: int) -> str:
    """Give 版记, 抄送, 印发机关 and 印发日期 between rules, as a run with a box at the foot of its page.

    The box is a drawing (its number must be its own in the file) that is held to the bottom of the type area; Word,
    WPS and LibreOffice all put it there, which they don't do alike with a floating table.
    """
    wide = layout.text_width
    thick, thin = _rule(layout, "版记.粗线"), _rule(layout, "版记.细线")
    character = 20 * layout.points("版记.字号")
    copies = copied_to(head)
    closing = [str(head.get("印发机关", "")), printed_on(str(head.get("印发日期", "")))]
    edge, label = layout.twips("版记.左右空", character), round(3.2 * character)
    names = wide - edge - label
    rows = ""
    if copies:
        below = thin if any(closing) else thick
        text = runs(f"{copies}。", layout.text("版记.字体"))
        cells = cell(
            edge + label, _text(runs("抄送：", layout.text("版记.字体")), "left", edge), _edges(thick, below)
        )
        cells += cell(names, _text(text, "right", edge, "both"), _edges(thick, below), 2)
        rows += _ROW.format(cells)
    if any(closing):
        above, third = thin if copies else thick, wide // 3
        left, right = (
            _text(runs(text, layout.text("版记.字体")), side, edge, side)
            for text, side in zip(closing, ("left", "right"), strict=True)
        )
        cells = cell(wide - third, left, _edges(above, thick), 2) + cell(third, right, _edges(above, thick))
        rows += _ROW.format(cells)
    if not rows:
        return ""
    third = wide // 3
    table = (
        cell_opening("TableNormal", (edge + label, wide - third - edge - label, third)) + rows + "</w:tbl>"
    )
    return _box(table, wide, imprint_height(head, layout), number)


def _box(inside: str, wide: int, high: int, number: int) -> str:
    """Give a run with a text box at the bottom of the type area; what it holds stands at its own bottom."""
    size = f'cx="{wide * EMU}" cy="{high * EMU}"'
    # a text box must end in a paragraph: one twip high
    last = '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inside}{last}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        f'<wp:docPr id="{number}" name="版记"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def _mark(mark: AgencyMark, layout: Layout) -> str:
    size = f'<w:sz w:val="{mark.half_points}"/><w:szCs w:val="{mark.half_points}"/></w:rPr>'
    text = runs(mark.text, layout.text("版头.标志字体")).replace("</w:rPr>", size)
    spacing = f'w:before="{mark.before}" w:after="{mark.after}" w:line="{mark.line}"'
    return paragraph_xml("AgencyMark", text, f'<w:spacing {spacing} w:lineRule="exact"/>')


def _number_row(number: str, signers: Sequence[str], layout: Layout) -> str:
    """Give 发文字号, in the middle or, with 签发人 beside it, at the left, and the red line below."""
    wide, family = layout.text_width, layout.text("正文.字体")
    after = f'<w:spacing w:after="{red_line_room(layout)}"/>'
    red = _rule(layout, "版头.红线宽", layout.text("版头.颜色").upper())
    if not signers:
        middle = paragraph_xml("DocumentNumber", runs(number, family), after + '<w:jc w:val="center"/>')
        return (
            cell_opening("TableNormal", (wide,))
            + _ROW.format(cell(wide, middle, _edges(None, red)))
            + "</w:tbl>"
        )
    edge, half = layout.twips("版头.左右空"), wide // 2
    left = paragraph_xml(
        "DocumentNumber", runs(number, family), f'{after}<w:ind w:left="{edge}" w:leftChars="100"/>'
    )
    lines = [signers[at : at + 2] for at in range(0, len(signers), 2)]
    right = ""
    for at, names in enumerate(lines):
        label = runs("签发人：", family) if at == 0 else ""
        text = label + runs("\u3000".join(names), layout.text("版头.签发人字体"), "SignerName")
        last = after if at == len(lines) - 1 else ""
        right += paragraph_xml(
            "DocumentNumber", text, f'{last}<w:ind w:right="{edge}" w:rightChars="100"/><w:jc w:val="right"/>'
        )
    cells = cell(half, left, _edges(None, red) + _BOTTOM) + cell(
        wide - half, right, _edges(None, red) + _BOTTOM
    )
    return cell_opening("TableNormal", (half, wide - half)) + _ROW.format(cells) + "</w:tbl>"


def _text(inside: str, side: str, edge: int, align: str = "left") -> str:
    return paragraph_xml(
        "Imprint",
        inside,
        f'<w:ind w:{side}="{edge}" w:{side}Chars="100" w:firstLineChars="0"/><w:jc w:val="{align}"/>',
    )


def _edges(top: Mapping[str, str | int] | None, bottom: Mapping[str, str | int]) -> str:
    rules = "".join(
        f"<w:{side}{attributes(rule)}/>" for side, rule in (("top", top), ("bottom", bottom)) if rule
    )
    return f"<w:tcBorders>{rules}</w:tcBorders>"


def _rule(layout: Layout, key: str, colour: str = "auto") -> dict[str, str | int]:
    """Give the attributes of a border; its width is in eighths of a point."""
    return {"val": "single", "sz": max(2, round(layout.twips(key) / 2.5)), "space": 0, "color": colour}
