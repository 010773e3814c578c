"""A small YAML mapping that a user wrote (front matter, chart, layout): plain texts with their lines, or what is wrong."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.problems import FactsError, Place, Problem
from generator.resources import text_loader

Path = tuple[str | int, ...]
_DEEPEST = 8


@dataclass(frozen=True)
class Mapping:
    """What a YAML text says: every scalar as it is written, the line of every key and list item, its own first line."""

    data: dict[str, Any]
    lines: dict[Path, int]
    file: str = ""
    line: int = 0

    def place(self, *path: str | int) -> Place:
        """Give the place of a key, or of the nearest key above it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return Place(self.file, self.lines.get(path, self.line))

    def problem(self, code: str, message: str, fix: str, *path: str | int) -> Problem:
        """Make the record of a mistake at a key."""
        return Problem(code, message, fix, self.place(*path), ".".join(map(str, path)))

    def inside(self, key: str) -> Mapping:
        """Give the mapping that stands at a key."""
        lines = {path[1:]: line for path, line in self.lines.items() if path[0] == key and len(path) > 1}
        return Mapping(self.data[key], lines, self.file, self.lines[key,])


def read_mapping(text: str, *, file: str = "", line: int = 1, code: str = "文稿-01") -> Mapping:
    """Read a YAML mapping whose first line is line `line` of the file.

    Scalars stay the texts that are written. Raises FactsError for what is no mapping, for a key given twice, and
    for anchors, tags and deep nesting, which no such text needs.
    """
    import yaml

    def fault(message: str, fix: str, at: int) -> FactsError:
        return FactsError([Problem(code, message, fix, Place(file, line + at))])

    try:
        depth = 0
        for event in yaml.parse(text, Loader=text_loader()):
            at = event.start_mark.line if event.start_mark else 0
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise fault("层次太深", "最多写三层。", at)
            if getattr(event, "anchor", None) or getattr(event, "tag", None) not in {None, "!"}:
                raise fault("用了 YAML 的特殊记号（& * !）", "请给这一项的内容加上引号。", at)
        node = yaml.compose(text, Loader=text_loader())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise fault("写法有误，读不出来", _advice(text, mark), mark.line if mark else 0) from error
    if node is None:
        return Mapping({}, {}, file, line)
    if not isinstance(node, yaml.MappingNode):
        raise fault("应为“名称: 内容”的形式", "每行写一个名称，后面是半角冒号和空格。", 0)
    lines: dict[Path, int] = {}
    doubled: list[Problem] = []
    data = _plain(node, (), lines, line)
    for path, at in _doubled(node, ()):
        fix = "请删去其中一处。"
        doubled.append(
            Problem(code, f"“{path[-1]}”写了两次", fix, Place(file, line + at), ".".join(map(str, path)))
        )
    if doubled:
        raise FactsError(doubled)
    return Mapping(data, lines, file, line)


def nearest(name: str, known: Iterable[str]) -> str:
    """Give the advice for an unknown name: the known one most like it, or all of them."""
    known = tuple(known)
    like = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"是不是“{like[0]}”？" if like else f"可以写的有：{'、'.join(known)}。"


def _advice(text: str, mark: Any) -> str:
    lines = text.splitlines()
    near = lines[max(0, mark.line - 1) : mark.line + 1] if mark else lines
    if any("\t" in one for one in near):
        return "缩进请用空格，不用制表符。"
    if any("：" in one for one in near):
        return "名称后面请用半角冒号加空格。"
    return "请核对冒号、引号和缩进；内容以特殊符号开头的，请加引号。"


def _plain(node: Any, path: Path, lines: dict[Path, int], first: int) -> Any:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return "" if node.style is None and node.value in {"~", "null"} else node.value
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            lines[(*path, number)] = first + item.start_mark.line
        return [_plain(item, (*path, number), lines, first) for number, item in enumerate(node.value)]
    found = {}
    for key, value in node.value:
        name = str(key.value)
        lines[(*path, name)] = first + key.start_mark.line
        found[name] = _plain(value, (*path, name), lines, first)
    return found


def _doubled(node: Any, path: Path) -> Iterable[tuple[Path, int]]:
    import yaml

    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _doubled(item, (*path, number))
    if not isinstance(node, yaml.MappingNode):
        return
    seen = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            yield (*path, name), key.start_mark.line
        seen.add(name)
        yield from _doubled(value, (*path, name))
