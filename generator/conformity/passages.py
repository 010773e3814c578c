"""The paragraphs of a Word file's body, each with what it is in a report, and its runs with what each is part of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.document.page.formats import HEADINGS
from generator.document.text.block import Block, BlockKind
from generator.document.text.roles import assign_roles
from generator.document.text.titles import is_report_title, is_short, numbered_rank, run_in_parts
from generator.document.word.paragraphs import local, paragraph_text, pieces

BODY = "正文"
_LIKE_BODY = frozenset({BlockKind.NOTE, BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.PARAGRAPH})
_HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


class Run(NamedTuple):
    """A run (w:r) with text in it, and what that is: 正文, a level of headings …"""

    element: Any
    text: str
    role: str


class ReportParagraph(NamedTuple):
    """A paragraph (w:p) with text in it: what it is, its number among all of the body, and its runs.

    `cut` is where in the text a heading ends whose paragraph runs on, 0 where there is none.
    """

    element: Any
    number: int
    text: str
    role: str
    cut: int
    runs: tuple[Run, ...]


def passages(body: Any) -> tuple[ReportParagraph, ...]:
    """Give the paragraphs of a body (w:body) that hold text, those of tables, text boxes and notes aside."""
    numbered = [
        (number, one) for number, one in enumerate(_paragraphs(body), 1) if paragraph_text(one).strip()
    ]
    texts = [paragraph_text(one) for _number, one in numbered]
    blocks = assign_roles([_block(text, first=number == 0) for number, text in enumerate(texts)])
    return tuple(
        _passage(element, number, text, block)
        for (number, element), text, block in zip(numbered, texts, blocks, strict=True)
    )


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if local(child) == "p":
            yield child
        elif local(child) in _HOLDERS:
            yield from _paragraphs(child)


def _block(text: str, *, first: bool) -> Block:
    plain = " ".join(text.split())
    rank = numbered_rank(plain)
    heading = rank if rank and (is_short(plain) or run_in_parts(plain)) else 0
    level = 1 if not heading and (is_report_title(plain) or (first and is_short(plain))) else heading
    return Block(BlockKind.HEADING if level else BlockKind.PARAGRAPH, plain, level)


def _passage(element: Any, number: int, text: str, block: Block) -> ReportParagraph:
    role = _role(block)
    run_in = run_in_parts(" ".join(text.split())) if role in HEADINGS and not is_short(block.text) else None
    cut = text.index("。") + 1 if run_in and "。" in text else 0
    return ReportParagraph(element, number, text, role, cut, tuple(_runs(element, role, cut)))


def _role(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return HEADINGS[block.level - 2] if 2 <= block.level <= len(HEADINGS) + 1 else BODY
    return BODY if block.kind in _LIKE_BODY and block.kind is BlockKind.PARAGRAPH else block.kind.value


def _runs(paragraph: Any, role: str, cut: int) -> Iterator[Run]:
    """Give the runs with text; behind the end of a heading (`cut`) the paragraph is body text."""
    at = 0
    texts: dict[Any, str] = {}
    starts: dict[Any, int] = {}
    for text, element in pieces(paragraph):
        run = element.getparent()
        starts.setdefault(run, at)
        texts[run] = texts.get(run, "") + text
        at += len(text)
    for run, text in texts.items():
        if local(run) == "r" and text.strip():
            yield Run(run, text, BODY if cut and starts[run] >= cut else role)
