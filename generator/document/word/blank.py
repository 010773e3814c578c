"""An empty Word file of a layout, made with python-docx: page, footers, properties, content types and relations.

Nothing of that library's default template is in it, whose unused styles, theme fonts and compatibility mode are what
makes offices send such files back. Styles, settings and fonts, for which it has no words, are our own XML.
"""

from __future__ import annotations

from io import BytesIO
from typing import cast

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.settings import SettingsPart
from docx.shared import Twips
from lxml import etree

from generator.document.markup import XML_HEAD, R, W, escape_xml, run_properties
from generator.document.page.layout import Layout
from generator.document.word.ours import OUR_PROPERTY
from generator.document.word.placeholders import PLACE, UNDATED
from generator.document.word.styles import styles_xml

_NAMESPACES = (
    f' xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_MAIN = f"{XML_HEAD}<w:document{_NAMESPACES}><w:body>{PLACE}<w:sectPr/></w:body></w:document>"
_CORE = (
    f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_APP = (
    f'{XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>nianbao</Application><Company>{author}</Company></Properties>"
)
_OURS = (  # unlike those above, it is still there when Word or WPS has saved the file
    f'{XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f'<property fmtid="{{{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}}}" pid="2" name="{OUR_PROPERTY}">'
    "<vt:lpwstr>{state}</vt:lpwstr></property></Properties>"
)


def blank_file(layout: Layout) -> bytes:
    """Give the file: PLACE for its body, UNDATED, {title}, {subject}, {author}, {language}, {state} as properties."""
    package = Package()
    main = cast(
        "DocumentPart",
        DocumentPart.load(
            PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, _MAIN.encode(), package
        ),
    )
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    _properties(package)
    for name, kind, relation, xml in (
        ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles_xml(layout)),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, _settings(layout)),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, _font_table(layout)),
    ):
        held = SettingsPart if name == "settings" else Part
        part = held.load(PackURI(f"/word/{name}.xml"), kind, xml.encode(), package)
        main.relate_to(part, relation)
    _set_page(main.document, layout)
    out = BytesIO()
    package.save(out)
    return out.getvalue()


def _properties(package: Package) -> None:
    part = CorePropertiesPart.load(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, _CORE.encode(), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    core = package.core_properties
    core.title, core.subject, core.author, core.language = "{title}", "{subject}", "{author}", "{language}"
    core.last_modified_by = "{author}"
    core.created = core.modified = UNDATED
    kind, relation = CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
    package.relate_to(Part(PackURI("/docProps/app.xml"), kind, _APP.encode(), package), relation)
    kind, relation = CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
    package.relate_to(Part(PackURI("/docProps/custom.xml"), kind, _OURS.encode(), package), relation)


def _set_page(document: WordDocument, layout: Layout) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (
        Twips(layout.twips("纸张.宽")),
        Twips(layout.twips("纸张.高")),
    )
    section.top_margin, section.right_margin = (
        Twips(layout.twips("页边.天头")),
        Twips(layout.twips("页边.切口")),
    )
    section.bottom_margin, section.left_margin = (
        Twips(layout.twips("页边.地脚")),
        Twips(layout.twips("页边.订口")),
    )
    section.header_distance = Twips(layout.twips("页边.页眉"))
    section.footer_distance = Twips(layout.twips("页边.页脚"))
    section.gutter = Twips(0)
    document.settings.odd_and_even_pages_header_footer = True
    for footer, style in ((section.footer, "PageNumber"), (section.even_page_footer, "PageNumberEven")):
        footer.is_linked_to_previous = False
        element = cast("XmlPart", footer.part).element
        element[:] = [
            parse_xml(page_number(layout, _styled(style), run_properties(rFonts={"hint": "eastAsia"})))
        ]
        element.attrib.clear()
        etree.cleanup_namespaces(element)
    end = document.element.body.sectPr
    end.insert(0, end[1])  # the reference for even pages first, as Word writes them
    # a grid of a type would make LibreOffice set lines and characters by it and not by the exact measures
    for xml in (
        f'<w:pgNumType xmlns:w="{W}" w:start="1"/>',
        f'<w:cols xmlns:w="{W}" w:space="425"/>',
        f'<w:docGrid xmlns:w="{W}" w:linePitch="{layout.line}"/>',
    ):
        end.append(parse_xml(xml))


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
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:useFELayout/>{compat}</w:compat>"
        f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
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
            f'<w:font w:name="{escape_xml(name)}">{alternative}'
            f'<w:charset w:val="{kind[0]}"/><w:family w:val="{kind[1]}"/>'
            f'<w:pitch w:val="{kind[2]}"/></w:font>'
        )
    return f'{XML_HEAD}<w:fonts xmlns:w="{W}">{inside}</w:fonts>'


def _styled(style: str) -> str:
    return f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


def page_number(layout: Layout, paragraph: str, run: str) -> str:
    """Give the paragraph of a footer that holds the page number, with these properties (w:pPr, w:rPr)."""
    left, right = (
        f'<w:t xml:space="preserve">{escape_xml(layout.text(key))}</w:t>'
        for key in ("页码.左线", "页码.右线")
    )
    inside = "".join(
        f"<w:r>{run}{one}</w:r>"
        for one in (
            left,
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            right,
        )
    )
    return f'<w:p xmlns:w="{W}">{paragraph}{inside}</w:p>'
