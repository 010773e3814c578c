"""Blocks -> a Word file: GB/T 9704-2012 for Word, WPS and LibreOffice alike."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from generator.document.markup import escape_xml
from generator.document.page.layout import Layout, layout_of
from generator.document.text.block import Document
from generator.document.text.measure import without_blanks
from generator.document.word.archive import add_part
from generator.document.word.body import Body, write_body
from generator.document.word.comments import Comment, placed_comments
from generator.document.word.ours import state_of_text
from generator.document.word.skeleton import Skeleton, skeleton_of
from generator.patterns import pattern

# a tenth larger than with the most effort, in half the time
_EFFORT = 3
_PICTURE = (
    '<Relationship Id="image{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    ' Target="media/image{0}.png"/>'
)
_TIMES = pattern(r"<dcterms:(?:created|modified).+?</dcterms:\w+>")
_DAY = pattern(r"(\d{4})年(\d{1,2})月(\d{1,2})日$")


def write_docx(document: Document, layout: Layout, comments: Sequence[Comment] = (), when: str = "") -> bytes:
    """Give the Word file of a document, its margin holding the comments; the same document gives the same bytes.

    `when` is the time that the comments bear, such as 2024-01-20T00:00:00Z; without one it is the report's own day.
    Raises FactsError for a mistake in the front matter's 版式, UserError when a chart cannot be drawn.
    """
    layout = layout_of(document, layout)
    skeleton = skeleton_of(layout)
    body = write_body(document, layout)
    data = _bound(skeleton, body, _properties(document, layout))
    if not comments:
        return data
    from generator.document.word.remarks import remark

    return remark(data, list(placed_comments(document, body, comments)), when or _when(document.date))


def _bound(skeleton: Skeleton, body: Body, properties: dict[str, str]) -> bytes:
    pictures = "".join(map(_PICTURE.format, range(1, len(body.pictures) + 1)))
    relations = skeleton.relations.replace("</Relationships>", pictures + "</Relationships>")
    core = skeleton.core if properties["when"] else _TIMES.sub("", skeleton.core)
    out = BytesIO(skeleton.archive)
    with ZipFile(out, "a") as archive:
        add_part(archive, "docProps/core.xml", core.format_map(properties), _EFFORT)
        add_part(archive, "docProps/app.xml", skeleton.app.format_map(properties), _EFFORT)
        add_part(archive, "docProps/custom.xml", skeleton.custom.format_map(properties), _EFFORT)
        add_part(
            archive, "word/document.xml", skeleton.opening + "".join(body.xml) + skeleton.closing, _EFFORT
        )
        add_part(archive, "word/_rels/document.xml.rels", relations, _EFFORT)
        for number, data in enumerate(body.pictures, 1):
            add_part(archive, f"word/media/image{number}.png", data)
    return out.getvalue()


def _properties(document: Document, layout: Layout) -> dict[str, str]:
    """Give the words of the file's properties as XML, and the time, if the document is dated."""
    words = {
        "title": document.title,
        "subject": layout.text("属性.主题"),
        "author": author_of(document),
        "language": layout.text("属性.语言"),
        "when": _when(document.date) if _DAY.match(document.date) else "",
        "state": state_of_text(document),
    }
    return {name: escape_xml(text) for name, text in words.items()}


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
    match = _DAY.match(date)
    year, month, day = (int(part) for part in match.groups()) if match else (1980, 1, 1)
    month = min(max(month, 1), 12)
    return f"{year:04}-{month:02}-{min(max(day, 1), monthrange(year, month)[1]):02}T00:00:00Z"
