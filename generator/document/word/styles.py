"""The styles of the Word file: the built-in ones set by the layout, and those named in Chinese that a clerk works with.

Each Chinese style is based on the built-in one that Word and WPS know (heading 1, Title, Signature …), so that the
navigation pane, a table of contents and conversions work; the built-in one holds the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.document.markup import (
    XML_HEAD,
    Property,
    W,
    attributes,
    escape_xml,
    paragraph_properties,
    run_properties,
)
from generator.document.page.formats import ALONE, HEADINGS, fonts, half_points, indent, levels_of
from generator.document.page.layout import Layout

# fonts of the marks “”—…·, which LibreOffice sets in the Latin font beside digits: one character style for each family
MARKS = {
    "仿宋": "MarksBody",
    "楷体": "MarksKai",
    "黑体": "MarksHei",
    "宋体": "MarksSong",
    "小标宋": "MarksTitle",
}
_NO_INDENT = {"firstLine": 0, "firstLineChars": 0}


class Style(NamedTuple):
    """One style: its id, its name, the style it is based on, the style of the next paragraph, and its XML inside."""

    id: str
    name: str
    based: str = ""
    next: str = ""
    inside: str = ""
    kind: str = "paragraph"
    own: bool = True


def styles_xml(layout: Layout) -> str:
    """Give word/styles.xml."""
    defaults = run_properties(
        rFonts=fonts(layout, layout.text("正文.字体")),
        sz=half_points(layout, "正文.字号"),
        szCs=half_points(layout, "正文.字号"),
        lang={"val": "en-US", "eastAsia": layout.text("属性.语言"), "bidi": "ar-SA"},
    )
    # without this list Word offers its own 370 styles beside ours
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
    )
    return (
        f'{XML_HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault><w:pPrDefault/>'
        f"</w:docDefaults>{latent}{''.join(map(_xml, _all(layout)))}</w:styles>"
    )


def _xml(style: Style) -> str:
    first = (
        ' w:default="1"' if style.id in {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"} else ""
    )
    custom = ' w:customStyle="1"' if style.own else ""
    based = f'<w:basedOn w:val="{style.based}"/>' if style.based else ""
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    shown = (
        '<w:uiPriority w:val="1"/><w:qFormat/>'
        if style.own or first
        else '<w:uiPriority w:val="9"/><w:unhideWhenUsed/>'
    )
    if style.id in {"DefaultParagraphFont", "TableNormal", "NoList"}:
        shown = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    return (
        f'<w:style w:type="{style.kind}"{first}{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{escape_xml(style.name)}"/>'
        f"{based}{following}{shown}{style.inside}</w:style>"
    )


def _all(layout: Layout) -> Iterator[Style]:
    yield from _bases(layout)
    yield from _headings(layout)
    yield from _body(layout)
    yield from _appendices(layout)
    yield from _tables(layout)
    yield from _formal(layout)
    yield from _characters(layout)


def _text(layout: Layout, section: str, prefix: str = "", **more: Property) -> str:
    """Give the run properties of an element that has 字体 and 字号 in the layout."""
    size = half_points(layout, f"{section}.{prefix}字号")
    family = layout.text(f"{section}.{prefix}字体")
    return run_properties(rFonts=fonts(layout, family), **more, sz=size, szCs=size)


def _spacing(before: int = 0, after: int = 0, line: int = 0, rule: str = "exact") -> dict[str, str | int]:
    spacing: dict[str, str | int] = {"before": before, "after": after}
    return {**spacing, "line": line, "lineRule": rule} if line else spacing


def _bases(layout: Layout) -> Iterator[Style]:
    # overflowPunct is Word's default (a mark may hang past the margin). LibreOffice up to 7.4 reads it the wrong way
    # round, so that nothing hangs there: better so, for it leaves some of its hanging marks out of a PDF.
    normal = paragraph_properties(
        widowControl=False, overflowPunct=True, spacing=_spacing(line=layout.line), jc="both"
    )
    squeezed = run_properties(
        rFonts=fonts(layout, layout.text("正文.字体")),
        spacing=layout.pitch,
        sz=half_points(layout, "正文.字号"),
        szCs=half_points(layout, "正文.字号"),
    )
    yield Style("Normal", "Normal", inside=normal + squeezed, own=False)
    yield Style("DefaultParagraphFont", "Default Paragraph Font", kind="character", own=False)
    sides = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    table = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>'
    yield Style("TableNormal", "Normal Table", inside=table, kind="table", own=False)
    yield Style("NoList", "No List", kind="numbering", own=False)
    loose = paragraph_properties(snapToGrid=False, spacing=_spacing(line=240, rule="auto"), jc="left")
    for name in ("header", "footer"):
        yield Style(name.title(), name, "Normal", inside=loose + run_properties(spacing=0), own=False)


def _headings(layout: Layout) -> Iterator[Style]:
    centred = paragraph_properties(
        keepNext=True,
        snapToGrid=False,
        spacing=_spacing(0, layout.twips("标题.段后"), layout.twips("标题.行距")),
        ind=_NO_INDENT,
        jc="center",
    )
    yield Style("Title", "Title", "Normal", "Normal", centred + _text(layout, "标题", spacing=0), own=False)
    yield Style("ReportTitle", "公文标题", "Title", "ReportBody")
    for level, section in enumerate(HEADINGS):
        alone = {"keepNext": True} if layout.text(f"{section}.排法") == ALONE else {}
        place = paragraph_properties(
            **alone, ind=indent(layout, f"{section}.首行", "firstLine"), outlineLvl=level
        )
        number = str(level + 1)
        yield Style(
            "Heading" + number,
            "heading " + number,
            "Normal",
            "Normal",
            place + _text(layout, section),
            own=False,
        )
        yield Style(levels_of(layout)[level].style, section, "Heading" + number, "ReportBody")


def _body(layout: Layout) -> Iterator[Style]:
    first = paragraph_properties(ind=indent(layout, "正文.首行", "firstLine"))
    yield Style("ReportBody", "公文正文", "Normal", inside=first)
    yield Style(
        "Addressee",
        "主送机关",
        "Normal",
        "ReportBody",
        paragraph_properties(ind=_NO_INDENT) + _text(layout, "主送机关"),
    )
    yield Style(
        "AttachmentNote",
        "附件说明",
        "Normal",
        inside=paragraph_properties(keepNext=True, ind=_NO_INDENT, jc="left"),
    )
    right = paragraph_properties(ind=_NO_INDENT, jc="right")
    yield Style("Signature", "Signature", "Normal", "Date", right, own=False)
    yield Style(
        "Issuer", "署名", "Signature", "IssueDate", paragraph_properties(keepNext=True, keepLines=True)
    )
    yield Style("Date", "Date", "Normal", "Normal", right, own=False)
    yield Style("IssueDate", "成文日期", "Date", "ReportBody")
    outside = layout.text("页码.位置") == "外侧"
    for id_, name, side in (("PageNumber", "页码", "right"), ("PageNumberEven", "双页页码", "left")):
        place = {**_NO_INDENT, **(indent(layout, "页码.空", side, "页码.字号") if outside else {})}
        inside = paragraph_properties(ind=place, jc=side if outside else "center")
        yield Style(id_, name, "Footer", inside=inside + _text(layout, "页码", spacing=0))


def _appendices(layout: Layout) -> Iterator[Style]:
    label = paragraph_properties(keepNext=True, pageBreakBefore=True, ind=_NO_INDENT, jc="left")
    yield Style("AppendixLabel", "附件标识", "Normal", "AppendixTitle", label + _text(layout, "附件", "标识"))
    title = paragraph_properties(
        keepNext=True,
        snapToGrid=False,
        spacing=_spacing(
            layout.twips("附件.标题段前"), layout.twips("附件.标题段后"), layout.twips("附件.标题行距")
        ),
        ind=_NO_INDENT,
        jc="center",
        outlineLvl=0,
    )
    yield Style(
        "AppendixTitle", "附件标题", "Normal", "ReportBody", title + _text(layout, "附件", "标题", spacing=0)
    )


def _tables(layout: Layout) -> Iterator[Style]:
    """Give the styles of tables, charts and what stands above and below them."""
    line = _spacing(line=layout.twips("表格.行距"), rule="atLeast")
    cell = paragraph_properties(snapToGrid=False, spacing=line, ind=_NO_INDENT, jc="center")
    yield Style("TableText", "表格文字", "Normal", inside=cell + _text(layout, "表格", spacing=0))
    head = run_properties(rFonts=fonts(layout, layout.text("表格.表头字体")))
    yield Style("TableHead", "表头文字", "TableText", inside=paragraph_properties(keepNext=True) + head)
    above = paragraph_properties(keepNext=True, ind=_NO_INDENT, jc="center")
    yield Style(
        "Caption", "caption", "Normal", "Normal", above + _text(layout, "表格", "题", spacing=0), own=False
    )
    yield Style("TableCaption", "表题", "Caption", "ReportBody")
    yield Style("FigureCaption", "图题", "Caption", "ReportBody", paragraph_properties(keepNext=False))
    figure = paragraph_properties(
        keepNext=True, snapToGrid=False, spacing=_spacing(line=240, rule="auto"), ind=_NO_INDENT, jc="center"
    )
    yield Style("Figure", "图", "Normal", "FigureCaption", figure)
    edge: dict[str, str | int] = {
        "val": "single",
        "sz": max(2, round(layout.twips("表格.边框") / 2.5)),
        "space": 0,
        "color": "auto",
    }
    sides = "".join(
        f"<w:{side}{attributes(edge)}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
    yield Style("ReportTable", "公文表格", "TableNormal", inside=borders, kind="table")


def _formal(layout: Layout) -> Iterator[Style]:
    """Give the styles of 版头 and 版记."""
    plain = paragraph_properties(ind=_NO_INDENT, jc="left")
    size = half_points(layout, "正文.字号")
    hei = run_properties(rFonts=fonts(layout, layout.text("版头.标识字体")), spacing=0, sz=size, szCs=size)
    yield Style("Classification", "份号密级", "Normal", inside=plain + hei)
    mark = paragraph_properties(snapToGrid=False, ind=_NO_INDENT, jc="center")
    red = run_properties(
        rFonts=fonts(layout, layout.text("版头.标志字体")), color=layout.text("版头.颜色").upper(), spacing=0
    )
    yield Style("AgencyMark", "发文机关标志", "Normal", inside=mark + red)
    number = paragraph_properties(ind=_NO_INDENT, jc="left")
    yield Style("DocumentNumber", "发文字号", "Normal", inside=number + run_properties(spacing=0))
    line = _spacing(line=layout.twips("版记.行距"))
    imprint = paragraph_properties(snapToGrid=False, spacing=line, ind=_NO_INDENT, jc="left")
    yield Style("Imprint", "版记", "Normal", inside=imprint + _text(layout, "版记", spacing=0))


def _characters(layout: Layout) -> Iterator[Style]:
    size = half_points(layout, "正文.字号")
    body = run_properties(rFonts=fonts(layout, layout.text("正文.字体")), sz=size, szCs=size)
    yield Style("RunInText", "段首标题后正文", "DefaultParagraphFont", inside=body, kind="character")
    signer = fonts(layout, layout.text("版头.签发人字体"))
    yield Style(
        "SignerName",
        "签发人姓名",
        "DefaultParagraphFont",
        inside=run_properties(rFonts=signer),
        kind="character",
    )
    for family, id_ in MARKS.items():
        chinese = layout.names(f"字体.{family}")[0]
        inside = run_properties(
            rFonts={"hint": "eastAsia", "ascii": chinese, "hAnsi": chinese, "eastAsia": chinese}
        )
        yield Style(id_, f"{family}标点", "DefaultParagraphFont", inside=inside, kind="character")
    note = paragraph_properties(
        snapToGrid=False, spacing=_spacing(line=240, rule="auto"), ind=_NO_INDENT, jc="left"
    )
    small = run_properties(spacing=0, sz=21, szCs=21)
    yield Style("CommentText", "annotation text", "Normal", inside=note + small, own=False)
    mark = run_properties(sz=21, szCs=21)
    yield Style(
        "CommentReference",
        "annotation reference",
        "DefaultParagraphFont",
        inside=mark,
        kind="character",
        own=False,
    )
