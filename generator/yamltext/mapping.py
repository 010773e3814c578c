"""A small YAML mapping of a user's (front matter, chart, layout): plain texts with their lines, or what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.near import nearest_name
from generator.problems import FactsError, Level, Place, Problem
from generator.yamltext.path import Path, dotted

if TYPE_CHECKING:
    from generator.yamltext.tree import Tree

_DEEPEST = 8
_DEEP = ("层次太深", "最多写三层。")
_NO_NAMES = ("应为“名称: 内容”的形式", "每行写一个名称，后面是半角冒号和空格。")
_UNREADABLE = "写法有误，读不出来"
_LOOK = "请核对冒号、引号和缩进；内容以特殊符号开头的，请加引号。"
_KNOWN = {  # what grow() says of a facts file, and what is said here
    "格式-13": ("用了 YAML 的特殊记号（& * !）", "请给这一项的内容加上引号。"),
    "格式-14": (_UNREADABLE, _LOOK),
    "格式-15": _DEEP,
    "格式-16": _NO_NAMES,
}


class Mapping(NamedTuple):
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
    from generator.yamltext.builder import grow  # with it comes PyYAML, which most reports do without

    tree = grow(text, file)
    problems = [
        Problem(code, message, fix, Place(file, line - 1 + at), field)
        for message, fix, at, field in _mistakes(tree, text)
    ]
    if problems:
        raise FactsError(problems)
    lines = {path: line - 1 + place.line for path, place in tree.places.items() if path}
    return Mapping(tree.data or {}, lines, file, line)


def _mistakes(tree: Tree, text: str) -> Iterator[tuple[str, str, int, str]]:
    """Give message, remedy, line and field of what is wrong: the first that ends the reading, or all that don't."""
    wrong = [problem for problem in tree.problems if problem.level is Level.ERROR]
    ending = next((problem for problem in wrong if problem.code in _KNOWN), None)
    too_deep = next((place for path, place in tree.value_places.items() if len(path) > _DEEPEST), None)
    if ending:
        yield *_KNOWN[ending.code], ending.place.line, ""
    elif too_deep:
        yield *_DEEP, too_deep.line, ""
    elif tree.fault:
        yield _UNREADABLE, _advice(text, tree.fault.line), tree.fault.line + 1, ""
    elif wrong and tree.data is None:
        yield *_NO_NAMES, 1, ""
    else:
        for problem in wrong:
            yield _own_words(problem, tree)


def _own_words(problem: Problem, tree: Tree) -> tuple[str, str, int, str]:
    """Say that a key stands twice; any other slip is named as in a facts file."""
    if problem.code != "格式-10":
        return problem.message, problem.fix, problem.place.line, problem.field
    path = next(path for path in tree.places if dotted(path) == problem.field)
    return f"“{path[-1]}”写了两次", "请删去其中一处。", problem.place.line, problem.field


def near_advice(name: str, known: Iterable[str]) -> str:
    """Give the advice for an unknown name: the known one most like it, or all of them."""
    known = tuple(known)
    near = nearest_name(name, known)
    return f"是不是“{near}”？" if near else f"可以写的有：{'、'.join(known)}。"


def _advice(text: str, at: int) -> str:
    near = text.splitlines()[max(0, at - 1) : at + 1]
    if any("\t" in one for one in near):
        return "缩进请用空格，不用制表符。"
    if any("：" in one for one in near):
        return "名称后面请用半角冒号加空格。"
    return _LOOK
