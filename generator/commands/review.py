"""The review copy: the Word file with each sentence's ground in the margin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.commands.explain import Explained, Ground, explain_sentences
from generator.commands.steps import Prepared
from generator.document.word.comments import Comment

AUTHOR = "年报依据"


def ground_comments(prepared: Prepared) -> tuple[Comment, ...]:
    """Give a margin comment for every sentence that rests on facts or on dated formulations.

    Raises UserError for a text without facts behind it.
    """
    return tuple(_comments(prepared))


def _comments(prepared: Prepared) -> Iterator[Comment]:
    """Find each sentence again in the document: both stand in reading order."""
    blocks = prepared.document.blocks
    block, at = 0, 0
    for sentence in explain_sentences(prepared):
        here, start = block, at
        while (
            here < len(blocks) and (place := blocks[here].text.find(sentence.text.rstrip("。："), start)) < 0
        ):
            here, start = here + 1, 0
        if here == len(blocks):
            continue
        block, at = here, place + len(sentence.text)
        if sentence.grounds or sentence.formulas:
            yield Comment(block, place, at, AUTHOR, _words(sentence))


def _words(sentence: Explained) -> str:
    lines = [_line(ground) for ground in sentence.grounds]
    if sentence.formulas:
        lines.append(f"提法：{'、'.join(sentence.formulas)}")
    return "\n".join(lines)


def _line(ground: Ground) -> str:
    origin = f"（来源：{ground.origin}）" if ground.origin else ""
    return f"{ground.place.file}第{ground.place.line}行：{ground.line}{origin}"
