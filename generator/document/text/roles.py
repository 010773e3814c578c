"""Which paragraph is what: addressee, captions, 附件说明, signature, date. A report says so by its place and form."""

from __future__ import annotations

import re

from generator.document.text.block import Block, BlockKind
from generator.document.text.measure import without_blanks
from generator.numbers.dates import is_date_line
from generator.patterns import pattern

_APPENDIX = pattern(r"附件\s?\d{0,2}(?:[\s：:].*)?$")
_ADDRESSEE = pattern(r"(?!.*(?:如下|以下)).{2,60}[：:]$")
_NOTE = pattern(r"附件\s*[：:]\s*")
_NOTE_NEXT = pattern(r"\d{1,2}[.．]\s*\S")
_CAPTION = pattern(r"[表图]\s*\d{0,2}(?:[\s：:].*)?$")
_REMARK = pattern(r"（.+）$")
_DATE_GAP = pattern(r"【待填：[^】]*日期[^】]*】$")
_UNIT = pattern(r"[^。；，：！？.;,:!?]{2,40}$")
_NO_UNIT = pattern(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|附件|[表图]\d")
_UNDATED_UNIT = pattern(r"[^。；，：！？]{0,38}(?:政府|办事处|委员会|[委局院]|办公室|街道|[镇乡])$")
_MOST_UNITS = 8
_ENDED = ("。", "？", "！", "：", "；")


def assign_roles(blocks: list[Block]) -> tuple[Block, ...]:
    """Give every block its kind, from what was read as headings and paragraphs."""
    if not blocks:
        return ()
    title, end = None, len(blocks)
    for number in [number for number, block in enumerate(blocks) if block.level == 1]:
        block = blocks[number]
        if _APPENDIX.match(block.text):
            blocks[number] = block._replace(kind=BlockKind.APPENDIX)
            end = min(end, number)
        elif title is None:
            blocks[number] = block._replace(kind=BlockKind.TITLE)
            title = number
        else:
            blocks[number] = block._replace(level=2)
    after = 0 if title is None else title + 1
    if (
        title is not None
        and after < end
        and _is_paragraph(blocks[after])
        and _ADDRESSEE.match(blocks[after].text)
    ):
        blocks[after] = blocks[after]._replace(kind=BlockKind.ADDRESSEE)
    _notes(blocks, end)
    _captions(blocks)
    _closing(blocks, after, end)
    return tuple(blocks)


def appendix_parts(text: str) -> tuple[str, str]:
    """Cut an appendix heading into its label and its title: 附件1, 工作数据表."""
    label = re.match(r"附件\s?\d{0,2}(?![^\s：:])", text)
    cut = label.end() if label else 0
    return without_blanks(text[:cut]), text[cut:].lstrip(" \u3000：:")


def stop_after(heading: str) -> str:
    """Give the stop that a heading needs before the text that runs on after it: none where it ends with a mark."""
    return "" if heading.endswith(_ENDED) else "。"


def _is_paragraph(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH


def _notes(blocks: list[Block], end: int) -> None:
    """Mark 附件：1.甲 and the 2.乙 that follow it."""
    for first in [number for number in range(end) if blocks[number].text.startswith("附件")]:
        number, form = first, _NOTE
        while number < end and _is_paragraph(blocks[number]) and form.match(blocks[number].text):
            text = _NOTE.sub("附件：", blocks[number].text, count=1)
            blocks[number] = blocks[number]._replace(kind=BlockKind.NOTE, text=text)
            number, form = number + 1, _NOTE_NEXT


def _captions(blocks: list[Block]) -> None:
    """Mark the 表1 工作数据 that stands right before its table."""
    table = BlockKind.TABLE
    for number in [number for number, block in enumerate(blocks) if block.kind is table and number]:
        above = blocks[number - 1]
        if _is_paragraph(above) and _CAPTION.match(above.text):
            blocks[number - 1] = above._replace(kind=BlockKind.CAPTION)


def _closing(blocks: list[Block], start: int, end: int) -> None:
    """Mark the date and the units above it, going up from the end; remarks in （） may follow the date."""
    at = end - 1
    while at >= start and _is_paragraph(blocks[at]) and _REMARK.match(blocks[at].text):
        at -= 1
    if at < start or not _is_paragraph(blocks[at]):
        return
    text = blocks[at].text
    dated = is_date_line(text) or _DATE_GAP.match(text)
    if dated:
        blocks[at] = blocks[at]._replace(kind=BlockKind.DATE)
        at -= 1
    unit = _UNIT if dated else _UNDATED_UNIT
    for number in range(at, max(start, at + 1 - _MOST_UNITS) - 1, -1):
        block = blocks[number]
        if not (_is_paragraph(block) and unit.match(block.text)) or _NO_UNIT.match(block.text):
            break
        blocks[number] = block._replace(kind=BlockKind.SIGNATURE)
