"""Blocks -> one web page that looks like the paper: no scripts, nothing loaded from elsewhere, every text escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from generator.document.charts import draw
from generator.document.formal_html import imprint_html, letterhead_html
from generator.document.markup import escape_xml
from generator.document.page.formats import ALONE, levels_of
from generator.document.page.layout import Layout, layout_of
from generator.document.page.signature import signature_of
from generator.document.page.title import title_lines
from generator.document.sheet import style_sheet
from generator.document.text.block import Block, BlockKind, Document
from generator.document.text.roles import appendix_parts, stop_after

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write_html(document: Document, layout: Layout) -> str:
    """Give the page of a document; it stands on the width of the paper, and prints on it.

    Raises FactsError for a mistake in the front matter's 版式, UserError when a chart cannot be drawn.
    """
    layout = layout_of(document, layout)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape_xml(layout.text("属性.语言"))}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape_xml(document.title)}</title>\n'
        f"<style>\n{style_sheet(layout)}</style>\n</head>\n<body>\n<main>\n{''.join(_body(document, layout))}"
        f"</main>\n</body>\n</html>\n"
    )


def _body(document: Document, layout: Layout) -> Iterator[str]:
    head, blocks = document.head, document.blocks
    if head.get("版头"):
        yield from letterhead_html(head["版头"])
    number = 0
    while number < len(blocks):
        block = blocks[number]
        following = blocks[number + 1].kind if number + 1 < len(blocks) else None
        if block.kind is BlockKind.HEADING and _runs_in(block, layout) and following is BlockKind.PARAGRAPH:
            yield _heading(block, blocks[number + 1].text)
            number += 2
            continue
        yield _block(block, document, layout)
        number += 1
    if head.get("版记"):
        yield from imprint_html(head["版记"])


def _block(block: Block, document: Document, layout: Layout) -> str:
    text = escape_xml(block.text)
    if block.kind is BlockKind.TITLE:
        return f"<h1>{'<br>'.join(map(escape_xml, title_lines(document, layout)))}</h1>\n"
    if block.kind is BlockKind.HEADING:
        return _heading(block, "")
    if block.kind is BlockKind.TABLE:
        return _table(block)
    if block.kind is BlockKind.CHART and block.chart:
        data = b64encode(draw(block.chart, layout)).decode()
        picture = f'<img alt="{escape_xml(block.chart.alt)}" src="data:image/png;base64,{data}">'
        return f"<figure>{picture}<figcaption>{text}</figcaption></figure>\n"
    if block.kind is BlockKind.APPENDIX:
        label, title = map(escape_xml, appendix_parts(block.text))
        return f'<p class="label appendix">{label}</p>\n<h1>{title}</h1>\n'
    names = {
        BlockKind.ADDRESSEE: "addressee",
        BlockKind.NOTE: "note",
        BlockKind.SIGNATURE: "issuer",
        BlockKind.DATE: "date",
        BlockKind.CAPTION: "caption",
    }
    named = f' class="{names[block.kind]}"' if block.kind in names else ""
    return f"<p{named}{_placed(block, document, layout)}>{text}</p>\n"


def _placed(block: Block, document: Document, layout: Layout) -> str:
    """Give the right indent of a line of the signature."""
    if block.kind not in {BlockKind.SIGNATURE, BlockKind.DATE}:
        return ""
    placing = signature_of(document, layout)
    right = placing.rights[-1 if block.kind is BlockKind.DATE else document.units.index(block.text)]
    return f' style="padding-right:{right / 20:g}pt"'


def _runs_in(block: Block, layout: Layout) -> bool:
    return levels_of(layout)[block.level - 2].form != ALONE


def _heading(block: Block, after: str) -> str:
    """Give a heading, with the text that runs on after it if there is any."""
    level, text = block.level, escape_xml(block.text)
    if not after:
        return f"<h{level}>{text}</h{level}>\n"
    run_in = f'<h{level} class="run-in">{text}{stop_after(block.text)}</h{level}>'
    return f'<div class="text">{run_in}{escape_xml(after)}</div>\n'


def _table(block: Block) -> str:
    aligned = [f' style="text-align:{side}"' if side else "" for side in block.aligns]
    rows = []
    for number, row in enumerate(block.rows):
        tag, sides = ("td", aligned) if number else ("th", [""] * len(row))
        rows.append(
            "".join(f"<{tag}{side}>{escape_xml(cell)}</{tag}>" for cell, side in zip(row, sides, strict=True))
        )
    body = "".join(f"<tr>{row}</tr>\n" for row in rows[1:])
    return f"<table>\n<thead><tr>{rows[0]}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
