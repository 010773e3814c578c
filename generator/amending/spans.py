"""Where each value of a facts file stands in its text, from which character to which; for writing at that place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from generator.patterns import pattern
from generator.resources import text_loader
from generator.yamltext.path import Path

_LINE_END = pattern(r"\r\n|\r|\n")
_BLANKS = " \t"


@dataclass(slots=True)
class Node:
    """A value: text[start:end]; `column` is where a mapping's names or a list's dashes stand, counted from 0.

    `children` are those of a mapping or a list, by name or index, in order; `flow` tells that it is or stands in
    brackets.
    """

    kind: str  # "text", "mapping" or "list"
    start: int
    end: int
    column: int = 0
    style: str = ""
    flow: bool = False
    children: dict[str | int, Node] = field(default_factory=dict)

    @property
    def one_line(self) -> bool:
        """Tell what stands behind its name, not below it."""
        return self.flow or (self.kind == "text" and self.style not in ("|", ">"))


class Located(NamedTuple):
    """A text and its values, and how much further in than its name a mapping stands there (blanks)."""

    text: str
    root: Node
    step: int

    def node(self, path: Path) -> Node:
        """Give the value at a path that there is."""
        node = self.root
        for part in path:
            node = node.children[part]
        return node

    def lines_of(self, node: Node) -> int:
        """Count the lines that a value takes."""
        return len(_LINE_END.findall(self.text, node.start, node.end)) + 1

    def new_lines(self, lines: Iterable[str]) -> str:
        """Give lines to be put behind the end of another, broken as the file breaks its first."""
        ending = _LINE_END.search(self.text)
        return "".join(f"{ending.group() if ending else chr(10)}{line}" for line in lines)

    def line_end(self, at: int) -> int:
        """Give where the line ends on which a character stands, its line break not counted."""
        ending = _LINE_END.search(self.text, at)
        return ending.start() if ending else len(self.text)

    def place_behind(self, at: int, column: int) -> int:
        """Give where lines that start at a column are put behind a character: its line's end, remarks on it passed.

        A comment further in belongs to what stands above it; so does one at the same column right below it that heads
        nothing.
        """
        end = behind = self.line_end(at)
        parted = False
        while begin := _LINE_END.match(self.text, end):
            end = self.line_end(begin.end())
            line = self.text[begin.end() : end]
            parted = parted or not line.strip()
            if not line.strip():
                continue
            if not line.lstrip(_BLANKS).startswith("#"):
                break
            if _indent(line) > column or (
                _indent(line) == column and not parted and self._heads_nothing(end, column)
            ):
                behind = end
        return behind

    def _heads_nothing(self, end: int, column: int) -> bool:
        """Tell of a comment at a column whether an empty line, one further out or the end follows it and its like."""
        for line in _LINE_END.split(self.text[end:])[1:]:
            if not line.strip() or _indent(line) < column:
                return True
            if not line.lstrip(_BLANKS).startswith("#"):
                return False
        return True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(_BLANKS))


def locate(text: str) -> Located:
    """Find where the values of a facts file stand; `text` is one that read_source takes, without a byte-order mark."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    # to the parser all line ends are alike and a tab is a blank, as when the file is read; columns stay the same
    loader = text_loader()(_LINE_END.sub("\n", text).replace("\t", " "))
    walk = _Walk(text, [*starts, len(text)])
    try:
        while event := loader.get_event():
            walk.take(event)
    finally:
        loader.dispose()
    columns = [*_steps(walk.root)]
    return Located(text, walk.root, min(columns, default=2))


def _steps(node: Node) -> Iterator[int]:
    for child in node.children.values():
        if node.kind == child.kind == "mapping" and not child.flow and child.column > node.column:
            yield child.column - node.column
        yield from _steps(child)


class _Walk:
    """Builds the nodes from the parser's events."""

    def __init__(self, text: str, starts: list[int]) -> None:
        self.text = text
        self.starts = starts
        self.root = Node("mapping", 0, 0)
        self.open: list[tuple[Node, str | None]] = []

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            start = self._offset(event.start_mark)
            named = "mapping" if kind is yaml.MappingStartEvent else "list"
            node = Node(named, start, start, event.start_mark.column, flow=bool(event.flow_style))
            self._put(node)
            self.open.append((node, None))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            node, _ = self.open.pop()
            if node.flow:
                node.end = self._offset(event.end_mark)
            else:
                node.end = max((child.end for child in node.children.values()), default=node.start)

    def _scalar(self, event: Any) -> None:
        if self.open:
            node, key = self.open[-1]
            if node.kind == "mapping" and key is None:
                self.open[-1] = (node, event.value.strip())
                return
        style = event.style or ""
        start, end = self._offset(event.start_mark), self._offset(event.end_mark)
        if style in ("|", ">"):
            end = self._content_end(event.start_mark.line, event.end_mark)
        self._put(Node("text", start, end, event.start_mark.column, style))

    def _put(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent, key = self.open[-1]
        node.flow = node.flow or parent.flow
        name: str | int = len(parent.children) if key is None else key
        parent.children[name] = node
        self.open[-1] = (parent, None)

    def _content_end(self, header: int, end: Any) -> int:
        """Give where the last line of a block of text ends; blank lines and comments behind it are not its own."""
        lines = range(header, end.line + (end.column > 0))
        written = [self._line(number) for number in lines]
        first = next((line for line in written[1:] if line.strip()), "")
        indent = len(first) - len(first.lstrip(" "))
        last = max(
            (
                number
                for number, line in enumerate(written)
                if line.strip() and (number == 0 or len(line) - len(line.lstrip(" ")) >= indent)
            ),
            default=0,
        )
        return self.starts[header + last] + len(written[last])

    def _line(self, number: int) -> str:
        return self.text[self.starts[number] : self.starts[number + 1]].rstrip("\r\n")

    def _offset(self, mark: Any) -> int:
        if mark.line >= len(self.starts):
            return len(self.text)
        at: int = self.starts[mark.line] + mark.column
        return min(at, len(self.text))
