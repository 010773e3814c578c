"""What is the same in every Word file of one layout: styles, settings, fonts, footers, made and deflated once a process.

The parts are our own and not those of a library's default template, whose unused styles, theme fonts, comments and
compatibility mode are what makes offices send such files back.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.document.markup import XML_HEAD, R, W, attributes, escape_xml, run_properties
from generator.document.page.layout import Layout
from generator.document.word.package import Part, deflated
from generator.document.word.styles import styles_xml

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
# the parts that word/document.xml always refers to, by name; the place in the list gives the id
_PARTS = ("styles", "settings", "fontTable", "footer1", "footer2")
_DRAWING = (
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


class Skeleton(NamedTuple):
    """The parts that never change, and what stands before and after the body in document.xml."""

    parts: tuple[Part, ...]
    types: Part
    relations: Part
    opening: str
    closing: str


@lru_cache(maxsize=8)
def skeleton_of(layout: Layout) -> Skeleton:
    """Give the skeleton of a layout; it is built once for each layout object."""
    fixed = {
        "_rels/.rels": _root_relations(),
        "word/styles.xml": styles_xml(layout),
        "word/settings.xml": _settings(layout),
        "word/fontTable.xml": _font_table(layout),
        "word/footer1.xml": _footer(layout, "PageNumber"),
        "word/footer2.xml": _footer(layout, "PageNumberEven"),
    }
    return Skeleton(
        tuple(deflated(name, xml) for name, xml in fixed.items()),
        content_types(),
        document_relations(),
        f'{XML_HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"{_DRAWING}><w:body>',
        f"{_section(layout)}</w:body></w:document>",
    )


def content_types(pictures: int = 0, comments: int = 0) -> Part:
    """Give [Content_Types].xml; pictures and comments are named only where there are any."""
    overrides = [("word/document.xml", _TYPE + "document.main+xml")]
    overrides += [(f"word/{name}.xml", f"{_TYPE}{name.rstrip('12')}+xml") for name in _PARTS]
    overrides += [("word/comments.xml", _TYPE + "comments+xml")] if comments else []
    overrides += [("docProps/core.xml", _CORE_TYPE), ("docProps/app.xml", _APP_TYPE)]
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    if pictures:
        defaults["png"] = "image/png"
    inside = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
    inside += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return deflated(
        "[Content_Types].xml", f'{XML_HEAD}<Types xmlns="{_PACKAGE}content-types">{inside}</Types>'
    )


def document_relations(pictures: int = 0, comments: int = 0) -> Part:
    """Give word/_rels/document.xml.rels; the pictures are image1.png … with the ids image1 …."""
    found = [(f"rId{n}", name.rstrip("12"), f"{name}.xml") for n, name in enumerate(_PARTS, 1)]
    found += [("comments", "comments", "comments.xml")] if comments else []
    found += [(f"image{n}", "image", f"media/image{n}.png") for n in range(1, pictures + 1)]
    inside = "".join(
        f'<Relationship Id="{id_}" Type="{_RELATION}{kind}" Target="{to}"/>' for id_, kind, to in found
    )
    xml = f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{inside}</Relationships>'
    return deflated("word/_rels/document.xml.rels", xml)


def _root_relations() -> str:
    found = (
        ("rId1", _RELATION + "officeDocument", "word/document.xml"),
        ("rId2", _PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", _RELATION + "extended-properties", "docProps/app.xml"),
    )
    inside = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{to}"/>' for id_, kind, to in found)
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{inside}</Relationships>'


def _section(layout: Layout) -> str:
    margins = {
        "top": layout.twips("页边.天头"),
        "right": layout.twips("页边.切口"),
        "bottom": layout.twips("页边.地脚"),
        "left": layout.twips("页边.订口"),
        "header": layout.twips("页边.页眉"),
        "footer": layout.twips("页边.页脚"),
        "gutter": 0,
    }
    paper = {"w": layout.twips("纸张.宽"), "h": layout.twips("纸张.高")}
    # a grid of a type would make LibreOffice set lines and characters by it and not by the exact measures
    return (
        '<w:sectPr><w:footerReference w:type="even" r:id="rId5"/><w:footerReference w:type="default" r:id="rId4"/>'
        f"<w:pgSz{attributes(paper)}/><w:pgMar{attributes(margins)}/>"
        '<w:pgNumType w:start="1"/>'
        f'<w:cols w:space="425"/><w:docGrid w:linePitch="{layout.line}"/></w:sectPr>'
    )


def _settings(layout: Layout) -> str:
    language = escape_xml(layout.text("属性.语言"))
    modern = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    uri = "http://schemas.microsoft.com/office/word"
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in modern.items()
    )
    return (
        f'{XML_HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:useFELayout/>{compat}</w:compat>"
        f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _font_table(layout: Layout) -> str:
    families = {layout.names(key)[0]: key for key in layout.values if key.startswith("字体.")}
    inside = ""
    for key in families.values():
        name, *others = layout.names(key)
        alternative = f'<w:altName w:val="{escape_xml(others[0])}"/>' if others else ""
        # 86 is the Chinese character set; the pitch of a Chinese font is fixed, that of the Latin one is not
        kind = ("00", "roman", "variable") if key == "字体.西文" else ("86", "auto", "fixed")
        inside += (
            f'<w:font w:name="{escape_xml(name)}">{alternative}<w:charset w:val="{kind[0]}"/><w:family w:val="{kind[1]}"/>'
            f'<w:pitch w:val="{kind[2]}"/></w:font>'
        )
    return f'{XML_HEAD}<w:fonts xmlns:w="{W}">{inside}</w:fonts>'


def _footer(layout: Layout, style: str) -> str:
    run = run_properties(rFonts={"hint": "eastAsia"})

    def text(key: str) -> str:
        return f'<w:r>{run}<w:t xml:space="preserve">{escape_xml(layout.text(key))}</w:t></w:r>'

    field = "".join(
        f"<w:r>{run}{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    paragraph = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text("页码.左线")}{field}{text("页码.右线")}</w:p>'
    )
    return f'{XML_HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{R}">{paragraph}</w:ftr>'
