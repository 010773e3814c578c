"""Blocks -> a Word file: GB/T 9704-2012 for Word, WPS and LibreOffice alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.document.markup import XML_HEAD, escape_xml
from generator.document.page.layout import Layout
from generator.document.text.block import Document
from generator.document.text.measure import without_blanks
from generator.document.word.body import write_body
from generator.document.word.comments import Comment, Margin, comments_xml
from generator.document.word.package import bind, deflated, stored
from generator.document.word.skeleton import content_types, document_relations, skeleton_of

__all__ = ["Comment", "write_docx"]

# a tenth larger than with the most effort, in half the time
_EFFORT = 3
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日$")
_CORE = (
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def write_docx(document: Document, layout: Layout, comments: Sequence[Comment] = ()) -> bytes:
    """Give the Word file of a document, its margin holding the comments; the same document gives the same bytes.

    Raises FactsError for a mistake in the front matter's 版式, UserError when a chart cannot be drawn.
    """
    layout = layout_of(document, layout)
    skeleton = skeleton_of(layout)
    body = write_body(document, layout, Margin(comments))
    pictures, noted = len(body.pictures), len(comments)
    extra = pictures or noted
    parts = [content_types(pictures, noted) if extra else skeleton.types, *skeleton.parts]
    author = escape_xml(author_of(document))
    parts.append(stored("docProps/core.xml", _core(document, layout, author).encode()))
    parts.append(stored("docProps/app.xml", _app(author).encode()))
    parts.append(deflated("word/document.xml", skeleton.opening + body.xml + skeleton.closing, _EFFORT))
    parts.append(document_relations(pictures, noted) if extra else skeleton.relations)
    if noted:
        parts.append(deflated("word/comments.xml", comments_xml(comments, _when(document.date)), _EFFORT))
    parts += [stored(f"word/media/image{number}.png", data) for number, data in enumerate(body.pictures, 1)]
    return bind(parts)


def layout_of(document: Document, layout: Layout) -> Layout:
    """Give the layout with what the document's own front matter changes in it."""
    return layout.changed(document.front.inside("版式")) if document.head.get("版式") else layout


def author_of(document: Document) -> str:
    """Give the issuing units: those that sign, else those that the front matter or the title names."""
    if units := document.units:
        return "、".join(units)
    given = document.head.get("单位", "")
    named = given if isinstance(given, list) else [given] if given else []
    title = without_blanks(re.split(r"\d{4}|关于", document.title)[0])
    return "、".join(named) or title or document.title


def _when(date: str) -> str:
    """Give a report's own date as a time; without one, the first day that the format knows."""
    found = _DAY.match(date)
    year, month, day = (int(part) for part in found.groups()) if found else (1980, 1, 1)
    return f"{year:04}-{min(max(month, 1), 12):02}-{min(max(day, 1), 28 if month == 2 else 30):02}T00:00:00Z"


def _core(document: Document, layout: Layout, author: str) -> str:
    date, time = document.date, 'xsi:type="dcterms:W3CDTF"'
    dated = ""
    if _DAY.match(date):
        when = _when(date)
        dated = f"<dcterms:created {time}>{when}</dcterms:created><dcterms:modified {time}>{when}</dcterms:modified>"
    return (
        f"{XML_HEAD}<cp:coreProperties{_CORE}><dc:title>{escape_xml(document.title)}</dc:title>"
        f"<dc:subject>{escape_xml(layout.text('属性.主题'))}</dc:subject><dc:creator>{author}</dc:creator>"
        f"<dc:language>{escape_xml(layout.text('属性.语言'))}</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"{dated}</cp:coreProperties>"
    )


def _app(company: str) -> str:
    return f'{XML_HEAD}<Properties xmlns="{_APP}"><Application>nianbao</Application><Company>{company}</Company></Properties>'
