"""The pieces of text that carry out a plan: each replaces what stands between two characters, or adds lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.amending.amendment import is_fact
from generator.amending.passages import changed_passages
from generator.amending.plan import Planned
from generator.amending.sources import source_passage
from generator.amending.spans import Located, Node
from generator.amending.writing import (
    BEHIND_NAME,
    IN_BRACKETS,
    IN_LIST,
    bracket_entries,
    entry_lines,
    in_brackets,
    item_lines,
    written_text,
)
from generator.yamltext.path import Path, content_at

_BLOCK = ("|", ">")


class Edit(NamedTuple):
    """What stands in text[start:end] becomes `text`; of several at one place, the deepest new lines come first."""

    start: int
    end: int
    text: str
    depth: int = 1000


def plan_edits(located: Located, plan: Planned, before: Any, *, whole: bool) -> list[Edit]:
    """Give the edits that carry out a plan, none overlapping another.

    Of a text that stands on several lines only what differs is replaced, unless it is to be written anew as a `whole`.
    """
    edits: list[Edit] = []
    for path, text in plan.texts.items():
        edits += _text_edits(located, path, text, content_at(before, path), whole=whole)
    for path, content in plan.additions.items():
        edits += _additions(located, path, content)
    for path, length in plan.lengths.items():
        items = [*located.node(path).children.values()]
        end = items[-1].end if located.node(path).flow else located.line_end(items[-1].end)
        begin = items[length - 1].end
        edits.append(Edit(begin if located.node(path).flow else located.line_end(begin), end, ""))
    for path, sources in plan.sources.items():
        edits.append(Edit(*source_passage(located, path, sources), depth=0))
    return sorted(edits, key=lambda edit: (edit.start, -edit.depth))


def spliced(text: str, edits: list[Edit]) -> str:
    """Give the text with the edits made."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _text_edits(located: Located, path: Path, text: str, old: str, *, whole: bool) -> list[Edit]:
    node = located.node(path)
    if located.lines_of(node) > 1 and not whole:
        passages = changed_passages(located.text, node.start, old, text)
        if passages:
            return [Edit(*passage) for passage in passages]
    if node.style in _BLOCK and (block := _in_block(located, node, text)):
        return [block]
    return [_span(located, node, written_text(text, _frame(node, path), node.style))]


def _frame(node: Node, path: Path) -> str:
    if node.flow:
        return IN_BRACKETS
    return IN_LIST if isinstance(path[-1], int) else BEHIND_NAME


def _span(located: Located, node: Node, written: str) -> Edit:
    """Put what is written in the place of a value; where nothing stood, it is set off from the colon or dash."""
    glued = node.start == node.end and located.text[node.start - 1 : node.start] in {":", "-"}
    left = located.text[node.end : located.line_end(node.end)]
    end = node.end + len(left) if glued and not left.strip() else node.end  # no blanks behind what is written
    return Edit(node.start, end, " " * (glued and written != "") + written)


def _in_block(located: Located, node: Node, text: str) -> Edit | None:
    """Write a text below its `|` or `>`, as far in as it was; None where it would not be read back so."""
    header = located.line_end(node.start)
    content = located.text[header : node.end].lstrip("\r\n")
    indent = content[: len(content) - len(content.lstrip(" "))]
    if (
        header >= node.end
        or not indent
        or text[:1].isspace()
        or not text
        or (node.style == ">" and "\n" in text)
    ):
        return None
    lines = [f"{indent}{line}" if line else "" for line in text.split("\n")]
    return Edit(header, node.end, located.new_lines(lines))


def _additions(located: Located, path: Path, content: Any) -> Iterator[Edit]:
    node = located.node(path)
    if node.kind == "text":
        yield from _filled(located, path, node, content)
    elif node.kind == "mapping" and not isinstance(content, Mapping):
        yield from _as_first(located, path, node, content)
    elif node.flow:
        yield _into_brackets(node, content)
    elif isinstance(content, Mapping):
        yield from _into_mapping(located, path, node, content)
    else:
        yield _lines(located, path, (node.end, node.column), item_lines(content, node.column, located.step))


def _filled(located: Located, path: Path, node: Node, content: Any) -> Iterator[Edit]:
    """Write a mapping or a list where a text stands, or none."""
    if node.flow or is_fact(content) or node.end > node.start:
        yield _span(located, node, in_brackets(content))
        return
    above = located.node(path[:-1])
    indent = above.column + (2 if above.kind == "list" else located.step)
    lines = entry_lines if isinstance(content, Mapping) else item_lines
    yield _lines(located, path, (node.end, indent), lines(content, indent, located.step))


def _as_first(located: Located, path: Path, node: Node, content: Any) -> Iterator[Edit]:
    """Make a mapping the first of a list: in brackets, or with a dash in the blanks before it."""
    if node.flow:
        yield Edit(node.start, node.start, "[")
        yield Edit(node.end, node.end, "".join(f", {in_brackets(one)}" for one in content) + "]")
        return
    dash = max(node.start - 2, node.start - node.column)
    yield Edit(dash, node.start, "- ")
    column = node.column - (node.start - dash)
    yield _lines(located, path, (node.end, column), item_lines(content, column, located.step))


def _into_brackets(node: Node, content: Any) -> Edit:
    entries = (
        bracket_entries(content) if isinstance(content, Mapping) else [in_brackets(one) for one in content]
    )
    children = [*node.children.values()]
    if not children:
        return Edit(node.start + 1, node.start + 1, ", ".join(entries))
    last = children[-1]
    at = last.end if last.end > last.start else node.end - 1
    return Edit(at, at, "".join(f", {entry}" for entry in entries))


def _into_mapping(located: Located, path: Path, node: Node, content: Mapping[str, Any]) -> Iterator[Edit]:
    """Add what fits on one line behind the last that does, the rest behind everything."""
    short = {name: one for name, one in content.items() if isinstance(one, str) or is_fact(one)}
    long = {name: one for name, one in content.items() if name not in short}
    ends = [child.end for child in node.children.values() if child.one_line]
    for entries, at in ((short, max(ends, default=node.end)), (long, node.end)):
        if entries:
            yield _lines(located, path, (at, node.column), entry_lines(entries, node.column, located.step))


def _lines(located: Located, path: Path, behind: tuple[int, int], lines: Iterator[str]) -> Edit:
    at = located.place_behind(*behind)
    return Edit(at, at, located.new_lines(lines), len(path))
