"""YAML events -> plain data and places in one pass; what YAML allows and a facts file does not is named on the way.

Built from the parser's events and not from its nodes: the C parser's composer recurses, and a file that nests
deeply enough ends the whole process there, with no exception to catch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import Level, Place, Problem
from generator.resources import text_loader
from generator.yamltext import pitfalls, scalars
from generator.yamltext.encoding import name_unusable
from generator.yamltext.path import Path, dotted
from generator.yamltext.pitfalls import Pitfall
from generator.yamltext.tree import Fault, Places, Tree

MAX_PROBLEMS = 100
LOADER = text_loader()


class _Stop(Exception):  # noqa: N818  # ends the walk; its reason is among the problems
    """Nothing behind this event can be taken."""


def grow(text: str, file: str) -> Tree:
    """Read YAML text, its characters looked through already; never raises."""
    builder = Builder(text, file)
    loader = LOADER(text)
    try:
        builder.take_all(loader.get_event)
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        builder.tree.fault = _fault(error)
    except (yaml.YAMLError, ValueError, OverflowError):  # the pure loader's own slips, such as "\UFFFFFFFF"
        line = getattr(loader, "line", 0)
        builder.tree.fault = Fault(line, 0, line, "")
    finally:
        loader.dispose()
    return builder.tree


def _fault(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    since = error.context_mark or mark
    if mark is None or since is None:
        return Fault(0, 0, 0, "")
    return Fault(mark.line, mark.column, since.line, f"{error.context or ''} {error.problem or ''}")


@dataclass(slots=True)
class _Open:
    """A mapping or a list that is being filled; `key` waits for its value, a value that is `lost` goes nowhere.

    `named` tells a mapping from a list; the key stands at `key_path`, and ends on `key_line`.
    """

    holds: Any
    path: Path
    start: Any
    flow: bool
    named: bool
    is_key: bool = False
    key: str | None = None
    key_path: Path = ()
    key_line: int | None = None
    lost: bool = False

    @property
    def wants_key(self) -> bool:
        return self.named and self.key is None

    def lose(self, end: Any) -> None:
        """Let the next value go nowhere, for there is no name before it."""
        self.key, self.key_path, self.key_line, self.lost = "", (*self.path, ""), end.line, True


class Builder:
    """Takes the parser's events one by one, looking for all that can be wrong."""

    def __init__(self, text: str, file: str) -> None:
        """Begin with an empty tree."""
        self.text = text
        self.file = file
        self.lines = [*text.split("\n"), ""]  # the parser's marks may stand behind the last line
        self.open: list[_Open] = []
        self.tree = Tree(Places(file), Places(file))
        self.places, self.value_places = self.tree.places.marks, self.tree.value_places.marks
        self.documents = 0
        self.wrong = 0

    def take_all(self, next_event: Callable[[], Any]) -> None:
        """Take every event into the tree; raises _Stop where nothing can follow."""
        takers: Mapping[Any, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._begin(event, {}),
            yaml.SequenceStartEvent: lambda event: self._begin(event, []),
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.DocumentStartEvent: self._document,
            yaml.AliasEvent: self._alias,
        }
        while event := next_event():
            if taker := takers.get(type(event)):
                taker(event)

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_notation(event)
        if event.style == '"':
            self._look_at_escapes(event)
        if not self.open:
            self._alone(event)
            return
        top = self.open[-1]
        if top.wants_key:
            self._key(top, event)
        else:
            self._value(top, event)

    def _key(self, top: _Open, event: Any) -> None:
        key, mark = event.value.strip(), event.start_mark
        path = (*top.path, key)
        if top.flow and not top.is_key:
            start, end = mark.index, event.end_mark.index
            around = self.text[max(start - 2, 0) : start], self.text[end : end + 200]
            self._note([scalars.wrong_entry(key, around, mark.line, mark.column)], path)
        again = key in top.holds
        if key.isalnum() and not again:
            self.places[path] = mark
        else:
            self._look_at_key(top, path, key, mark)
        top.key, top.key_path, top.key_line, top.lost = key, path, event.end_mark.line, again or not key

    def _look_at_key(self, top: _Open, path: Path, key: str, mark: Any) -> None:
        if not key:
            self._problem("格式-17", "冒号前面没有名称。", "请在冒号前写上这一项的名称。", mark)
        elif len(key.splitlines()) > 1:
            self._problem("格式-17", "冒号前面的名称里有换行。", "请把这一项的名称写在一行里。", mark)
        elif "\t" in key:
            self._problem("格式-17", "冒号前面的名称里有制表符。", "请删去它；要隔开的，用空格。", mark)
        elif "【" in key:
            self._note([pitfalls.marked_key(mark.line, mark.column, key, self.lines[mark.line])], path)
        elif key in top.holds:
            message = f"“{key}”重复了：第{self.tree.places[path].line}行已经写过。"
            fix = "请把两处并成一处，或把其中一处改成它自己的名称。"
            self._problem("格式-10", message, fix, mark, path)
        else:
            self.places[path] = mark
            if not top.flow and not key[0].isalnum():
                self._note([pitfalls.glued_dash(mark.line, self.lines[mark.line])], path)

    def _value(self, top: _Open, event: Any) -> None:
        first, last, key_line = event.start_mark.line, event.end_mark.line, top.key_line
        path = self._put(top, scalars.scalar_text(event, self.lines), event.start_mark)
        if not top.flow and not (first == last == key_line and "#" not in self.lines[last]):
            self._note(scalars.slips(event, self.lines, key_line), path)

    def _put(self, top: _Open, value: Any, mark: Any) -> Path:
        """Store a value where it belongs; gives its path."""
        if top.key is None:
            path: Path = (*top.path, len(top.holds))
            top.holds.append(value)
            self.places[path] = self.value_places[path] = mark
            return path
        if not top.lost:
            top.holds[top.key] = value
            self.value_places[top.key_path] = mark
        top.key = None
        return top.key_path

    def _alone(self, event: Any) -> None:
        """Take a text that is the whole file: nothing, or lines in which no name can be recognised."""
        before = len(self.tree.problems)
        self._note(pitfalls.swallowed(self.lines, event.start_mark.line, event.end_mark.line), ())
        if event.value.strip() and len(self.tree.problems) == before:
            self._outermost(event.start_mark)

    def _begin(self, event: Any, holds: Any) -> None:
        mark = event.start_mark
        if event.anchor or event.tag:
            self._refuse_notation(event)
        if len(self.open) == pitfalls.MAX_DEPTH:
            self._note([pitfalls.too_deep(mark.line, mark.column)], ())
            raise _Stop
        top = self.open[-1] if self.open else None
        path: Path = ()
        is_key = top is not None and top.wants_key
        if top is None:
            self.tree.data = holds
            self.places[path] = self.value_places[path] = mark
            if isinstance(holds, list):
                self._outermost(mark)
        elif is_key:
            message = "冒号前面应是名称，这里是一组括号或几行内容。"
            self._problem("格式-17", message, "名称里不能有花括号和方括号；是正文的，请给整句加引号。", mark)
        else:
            path = self._put(top, holds, mark)
        self.open.append(_Open(holds, path, mark, bool(event.flow_style), isinstance(holds, dict), is_key))

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        if done.is_key:
            self.open[-1].lose(event.end_mark)
        if done.flow and not (self.open and self.open[-1].flow):
            self._note(scalars.split_figures(self.text, done.start.index, event.end_mark.index), done.path)

    def _document(self, event: Any) -> None:
        self.documents += 1
        mark = event.start_mark
        if self.documents > 1:
            message = "一个文件里只能有一份事实，这里又用“---”另起了一份。"
            self._problem("格式-14", message, "请删去这一行；要写两个单位的，请分成两个文件。", mark)
            raise _Stop
        if event.version or event.tags:
            self._problem("格式-14", "事实文件不用“%”开头的声明行。", "请删去这一行。", mark)

    def _alias(self, event: Any) -> None:
        self._refuse_notation(event)
        if self.open and self.open[-1].wants_key:
            self.open[-1].lose(event.end_mark)
        elif self.open:
            self._put(self.open[-1], "", event.start_mark)

    def _refuse_notation(self, event: Any) -> None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
        message = f"“{sign}”开头的词在这里是 YAML 的特殊记号，事实文件不用。"
        self._problem("格式-13", message, "请删去这个记号；是正文的，请给整句加引号。", event.start_mark)

    def _outermost(self, mark: Any) -> None:
        message = "文件最外层应逐行写“名称: 内容”，这里不是。"
        self._problem(
            "格式-16", message, "请对照 nianbao new 生成的样表，从“年度: 2023”这样的一行写起。", mark
        )

    def _look_at_escapes(self, event: Any) -> None:
        place = self._place(event.start_mark)
        problems = (problem._replace(place=place) for problem in name_unusable(event.value, place))
        for problem in dict.fromkeys(problems):
            self._add(problem)

    def _note(self, findings: Iterable[Pitfall | None], path: Path) -> None:
        for finding in findings:
            if finding:
                self._add(finding.problem(self.file, dotted(path)))

    def _problem(self, code: str, message: str, fix: str, mark: Any, path: Path = ()) -> None:
        self._add(Problem(code, message, fix, self._place(mark), dotted(path)))

    def _add(self, problem: Problem) -> None:
        wrong = problem.level is Level.ERROR
        if wrong or len(self.tree.problems) < MAX_PROBLEMS:
            self.tree.problems.append(problem)
        self.wrong += wrong
        if self.wrong == MAX_PROBLEMS:
            raise _Stop

    def _place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)
