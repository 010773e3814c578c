"""版头 and 版记 of a formal 公文 as HTML, for the web page and for the pages on paper; every text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document.markup import escape_xml
from generator.document.page.letterhead import CLASSIFIED
from generator.document.text.formal import copied_to, imprint_names, printed_on


def letterhead_html(head: dict[str, Any]) -> Iterator[str]:
    """Give what stands above the title, a paragraph at a time."""
    for key in CLASSIFIED:
        if head.get(key):
            yield f'<p class="label">{escape_xml(str(head[key]))}</p>\n'
    for mark in imprint_names(head.get("发文机关标志")):
        yield f'<p class="mark">{escape_xml(mark)}</p>\n'
    signers = "　".join(map(escape_xml, imprint_names(head.get("签发人"))))
    signed = f"<span>签发人：{signers}</span>" if signers else ""
    number = f"<span>{escape_xml(str(head.get('发文字号', '')))}</span>"
    yield f'<p class="number{" wide" if signers else ""}">{number}{signed}</p>\n'


def imprint_html(head: dict[str, Any]) -> Iterator[str]:
    """Give 抄送, 印发机关 and 印发日期, a paragraph at a time."""
    copies = copied_to(head)
    if copies:
        yield f'<p class="copies">抄送：{escape_xml(copies)}。</p>\n'
    printer, day = (
        escape_xml(str(head.get("印发机关", ""))),
        escape_xml(printed_on(str(head.get("印发日期", "")))),
    )
    if printer or day:
        yield f'<p class="printed"><span>{printer}</span><span>{day}</span></p>\n'
