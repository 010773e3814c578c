"""Paper, margins, grid and page numbers of every section of a Word file, set as the layout asks."""

from __future__ import annotations

from typing import Any

from generator.conformity.pages import lies_across
from generator.document.markup import W, paragraph_properties, run_properties
from generator.document.page.formats import fonts, half_points, indent
from generator.document.page.layout import Layout
from generator.document.word.blank import page_number
from generator.document.word.paragraphs import local

_MEASURES = {
    "page_width": "纸张.宽",
    "page_height": "纸张.高",
    "top_margin": "页边.天头",
    "right_margin": "页边.切口",
    "bottom_margin": "页边.地脚",
    "left_margin": "页边.订口",
    "footer_distance": "页边.页脚",
}
_BEHIND_GRID = ("w:printerSettings", "w:sectPrChange")


def set_sheets(document: Any, layout: Layout) -> None:
    """Set the sections of a document (python-docx's) as the layout asks; one that lies across keeps its paper."""
    from docx.oxml.parser import parse_xml
    from docx.shared import Twips

    both_before = document.settings.odd_and_even_pages_header_footer
    document.settings.odd_and_even_pages_header_footer = True
    for section in document.sections:
        element = section._sectPr  # noqa: SLF001  # the grid has no name in the library
        if not lies_across(element):
            for name, key in _MEASURES.items():
                setattr(section, name, Twips(layout.twips(key)))
        for one in [one for one in element if local(one) == "docGrid"]:
            element.remove(one)
        grid = parse_xml(f'<w:docGrid xmlns:w="{W}" w:linePitch="{layout.line}"/>')
        element.insert_element_before(grid, *_BEHIND_GRID)
        if not both_before and not section.header.is_linked_to_previous:
            _copy_header(section)
        first = [(section.first_page_footer, "right")] if section.different_first_page_header_footer else []
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left"), *first):
            footer.is_linked_to_previous = False
            footer._element[:] = [parse_xml(_number(layout, side))]  # noqa: SLF001  # all of it is ours


def _copy_header(section: Any) -> None:
    """Let even pages keep the header that all pages had."""
    from copy import deepcopy

    section.even_page_header.is_linked_to_previous = False
    section.even_page_header._element[:] = deepcopy(section.header._element[:])  # noqa: SLF001  # text as it stands
    for (
        one
    ) in section.header.part.rels.values():  # the pictures and links in it, by the names that it calls them
        target = one.target_ref if one.is_external else one.target_part
        section.even_page_header.part.load_rel(one.reltype, target, one.rId, one.is_external)


def _number(layout: Layout, side: str) -> str:
    outside = layout.text("页码.位置") == "外侧"
    place = indent(layout, "页码.空", side, "页码.字号") if outside else {}
    paragraph = paragraph_properties(
        snapToGrid=False,
        spacing={"before": 0, "after": 0, "line": 240, "lineRule": "auto"},
        ind={"firstLine": 0, "firstLineChars": 0, **place},
        jc=side if outside else "center",
    )
    size = half_points(layout, "页码.字号")
    run = run_properties(rFonts=fonts(layout, layout.text("页码.字体")), spacing=0, sz=size, szCs=size)
    return page_number(layout, paragraph, run)
