"""One template taken apart: each line of its sentences becomes the shape of a clause, with slots for its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from jinja2 import nodes

from generator.drafting import marks
from generator.drafting.shape_texts import Spelled, grouped, in_a_row, one_of, spelled
from generator.drafting.tags import SENTENCE
from generator.drafting.values import Absent, Value
from generator.patterns import pattern
from generator.topics.topic import Field, Topic
from generator.topics.wordings import EITHER_HEAD

_BREAK, _GROUP = "\n", "领导小组"
_OF_FIGURE = "(?:不足|不到|不少于|超过|[约近逾超达])?[0-9一二三四五六七八九十百千两数几第][^，。；：]{0,30}?"
_OF_TIME = "[^，。；：]{1,40}?"
_OF_TEXT = "[^。；]{1,160}?"
_OF_TREND = r"(?:与(?:上年|20\d\d年)(?:同期)?持平|较(?:上年|20\d\d年)[^，。；]{2,20})"
_INSIDE = {
    **dict.fromkeys(("数量", "金额", "比率", "名次"), _OF_FIGURE),
    **dict.fromkeys(("频次", "日期"), _OF_TIME),
}
_ONCE = pattern(f"{marks.ONCE}[^{marks.ONCE_TEXT}]*{marks.ONCE_TEXT}([^{marks.ONCE_END}]*){marks.ONCE_END}")


class Slot(NamedTuple):
    """A place of a shape that tells something of a field.

    `how` is the filter that printed it, empty for the plain value, 是 for a tick, 零 for nothing, 说法 for how it is
    said, 同 for the value of the field `argument`; else `argument` is what the filter was given.
    """

    field: str
    how: str = ""
    argument: str = ""


class ClauseShape:
    """One clause of a topic, the `number` of its line there, and by group what its slots tell."""

    def __init__(self, topic: str, number: int, said: Spelled, slots: Mapping[str, Slot]) -> None:
        """Keep the pattern; it is compiled where it is first asked for."""
        self.topic, self.number, self.slots = topic, number, slots
        self.anchors = said.anchors or said.some
        self._pattern = said.pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the whole clause, without the sign behind it."""
        return re.compile(self._pattern)

    def may_stand_in(self, text: str) -> bool:
        """Tell whether a text has what every clause of this shape has; quick."""
        return not self.anchors or any(one in text for one in self.anchors)


class _UnreadableError(Exception):
    """An expression whose text cannot be told."""


class TemplateReader:
    """Goes through the nodes of one template: all that its conditions and choices leave open."""

    def __init__(self, topic: Topic, words: Mapping[str, Any]) -> None:
        """Begin with the words that all templates share; `labels` gathers those of the template's points."""
        self.labels: list[str] = []
        self._topic, self._words = topic, words
        self._set: dict[str, nodes.Expr] = {}
        self._slots: dict[str, Slot] = {}
        self._number = 0

    def clauses(self, body: Sequence[nodes.Node]) -> Iterator[ClauseShape]:
        """Give the clauses of a template's sentences; one whose text cannot be told is left out."""
        for node in body:
            if isinstance(node, nodes.Assign):
                self._keep(node)
            elif isinstance(node, nodes.Output):
                self.labels += _label_texts(node)
            elif isinstance(node, nodes.FilterBlock) and node.filter.name == SENTENCE:
                yield from self._lines(node.body)
            elif isinstance(node, nodes.If):
                yield from self.clauses(node.body)

    def _keep(self, node: nodes.Assign) -> None:
        if isinstance(node.target, nodes.Name) and isinstance(node.node, nodes.Expr):
            self._set[node.target.name] = node.node

    def _lines(self, body: Sequence[nodes.Node]) -> Iterator[ClauseShape]:
        """Cut what a sentence holds into its lines, each a clause."""
        line: list[nodes.Node] = []
        for node in _flat(body):
            if isinstance(node, nodes.Assign):
                self._keep(node)
            elif isinstance(node, nodes.TemplateData):
                first, *rest = node.data.split(_BREAK)
                line.append(nodes.TemplateData(first))
                for text in rest:
                    yield from self._clause(line)
                    line = [nodes.TemplateData(text)]
            else:
                line.append(node)
        yield from self._clause(line)

    def _clause(self, line: Sequence[nodes.Node]) -> Iterator[ClauseShape]:
        self._slots = {}
        try:
            said = in_a_row([self._said(node) for node in _bare(line)])
        except _UnreadableError:
            return
        if said.pattern:
            self._number += 1
            yield ClauseShape(self._topic.name, self._number, said, self._slots)

    def _said(self, node: nodes.Node) -> Spelled:
        """Give what an expression, or a statement within a line, may print."""
        parts = _PARTS.get(type(node))
        if parts is not None:
            return in_a_row([self._said(one) for one in parts(node)])
        ways = _WAYS.get(type(node))
        if ways is not None:
            return one_of([in_a_row([self._said(one) for one in way]) for way in ways(node)])
        if isinstance(node, (nodes.TemplateData, nodes.Const)):
            return spelled(node.data if isinstance(node, nodes.TemplateData) else str(node.value))
        if isinstance(node, nodes.Name):
            return self._named(node.name)
        if isinstance(node, nodes.Call):
            return self._called(node)
        return self._filtered(node)

    def _named(self, name: str) -> Spelled:
        if name in self._topic.fields:
            return self._slot(Slot(name), _INSIDE.get(self._topic.fields[name].kind, _OF_TEXT))
        if name in self._set:
            return self._said(self._set[name])
        word = self._words.get(name)
        if name == _GROUP:  # the file itself may call it otherwise
            return Spelled(f"[一-龥]{{2,20}}{_GROUP}", (_GROUP,))
        if isinstance(word, (Value, Absent)):
            return _formula(word)
        if not isinstance(word, str):
            raise _UnreadableError
        once = _ONCE.fullmatch(word)
        return one_of([spelled(once[1]), spelled("")]) if once else spelled(marks.unescape(word))

    def _slot(self, slot: Slot, inside: str) -> Spelled:
        """Give a group of its own for a slot."""
        name = f"s{len(self._slots)}"
        self._slots[name] = slot
        return Spelled(f"(?P<{name}>{inside})")

    def _called(self, node: nodes.Call) -> Spelled:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name in {"选", "轮"}:
            return one_of([self._said(one) for one in node.args])
        if name == "一次":
            return one_of([self._said(node.args[0]), spelled("")])
        if name == marks.SUBJECT:
            return one_of([self._subject(node.args[0]), spelled("")])
        if name in {"起", "止"}:
            return self._said(node.args[1])
        if name == "提法" and isinstance(node.args[0], nodes.Const):
            return _formula(self._words[name](node.args[0].value))
        raise _UnreadableError

    def _subject(self, of: nodes.Node) -> Spelled:
        """Give who may have done a thing: each of the two heads by the 说法 that names him."""
        field = self._topic.fields.get(of.name) if isinstance(of, nodes.Name) else None
        if field is None:
            return self._said(of)
        named = {marks.strip_marks(self._words[marks.SUBJECT](one)): one for one in field.wordings.values()}
        said = named or {marks.strip_marks(self._words[marks.SUBJECT](EITHER_HEAD)): ""}
        return one_of(
            [
                self._slot(Slot(field.name, "说法", who), re.escape(text))._replace(anchors=(text,))
                if who
                else spelled(text)
                for text, who in said.items()
            ]
        )

    def _filtered(self, node: nodes.Node) -> Spelled:
        """Give what a filter may print."""
        if not isinstance(node, nodes.Filter):
            raise _UnreadableError
        field = self._topic.fields.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if node.name in _FIXED:
            return _FIXED[node.name](node.args)
        if node.name in {"则", "零则"}:
            return self._where(field, node)
        if field is None:
            raise _UnreadableError
        if node.name == "说法":
            return self._worded(field)
        if node.name == "均":
            return self._all_of(field, node.args)
        if node.name not in _PRINTING:
            raise _UnreadableError
        argument = _argument(node.args, 0)
        return self._slot(Slot(field.name, node.name, argument), _PRINTING[node.name](re.escape(argument)))

    def _where(self, field: Field | None, node: nodes.Filter) -> Spelled:
        """Give a sentence that stands where a fact is there; of a tick, or of nothing, it tells the fact itself."""
        name = f"s{len(self._slots)}"
        told = field is not None and (node.name == "零则" or field.kind == "是否" or bool(field.zero))
        if told and field is not None:
            self._slots[name] = Slot(field.name, "是" if field.kind == "是否" else "零")
        said, *other = [self._said(one) for one in node.args]
        return one_of([grouped(name, said) if told else said, *other])

    def _worded(self, field: Field) -> Spelled:
        words = sorted(dict.fromkeys(field.wordings.values()), key=len, reverse=True)
        slot = self._slot(Slot(field.name, "说法"), "|".join(map(re.escape, words)))
        return slot._replace(anchors=tuple(words) if all(words) else ())

    def _all_of(self, part: Field, arguments: Sequence[nodes.Node]) -> Spelled:
        """Give 办复1份, or 均已办复 where the part is the whole."""
        whole = arguments[0]
        if not isinstance(whole, nodes.Name):
            raise _UnreadableError
        # each way has slots of its own
        verb, done = (self._said(arguments[1]) if len(arguments) > 1 else spelled("") for _way in range(2))
        figure = self._slot(Slot(part.name), _OF_FIGURE)
        all_done = self._slot(Slot(part.name, "同", whole.name), f"均?已{done.pattern}")
        return one_of([in_a_row([verb, figure]), all_done._replace(anchors=("已",))])


_PARTS: Mapping[type[nodes.Node], Callable[[Any], Sequence[nodes.Node]]] = {
    nodes.Output: lambda node: node.nodes,
    nodes.Concat: lambda node: node.nodes,
    nodes.Add: lambda node: (node.left, node.right),
}
"""What nodes print one behind the other."""
_WAYS: Mapping[type[nodes.Node], Callable[[Any], Sequence[Sequence[nodes.Node]]]] = {
    nodes.If: lambda node: (node.body, *(one.body for one in node.elif_), node.else_),
    nodes.CondExpr: lambda node: ((node.expr1,), (node.expr2,) if node.expr2 else ()),
    nodes.Or: lambda node: ((node.left,), (node.right,)),
}
"""What nodes print one of."""
_FIXED: Mapping[str, Callable[[Sequence[nodes.Node]], Spelled]] = {
    "其中": lambda _arguments: one_of([spelled("其中"), spelled("")]),
    "包括": lambda arguments: one_of([*map(spelled, _listings(_argument(arguments, 1) or "其中"))]),
    "同比": lambda _arguments: Spelled(_OF_TREND),
}
"""What filters print that look at facts and show none."""
_PRINTING: Mapping[str, Callable[[str], str]] = {
    "顿号": lambda _noun: _OF_TEXT,
    "顿号等": lambda noun: f"{_OF_TEXT}(?:等{noun})?",
    "引号": lambda _noun: f"(?:“{_OF_TEXT}”)+",
    "书名号": lambda _noun: f"(?:《{_OF_TEXT}》)+",
    "计数": lambda unit: f"“{_OF_TEXT}”[一二三四五六七八九十]+{unit}",
    "引号计数": lambda unit: f"(?:“{_OF_TEXT}”)+(?:[0-9]+{unit})?",
    "定语": lambda noun: f"(?:{noun}{_OF_FIGURE}|{_OF_FIGURE}{noun})",
}
"""What filters print of a value, by the argument that they are given."""


def _argument(arguments: Sequence[nodes.Node], at: int) -> str:
    given = arguments[at] if at < len(arguments) else None
    return str(given.value) if isinstance(given, nodes.Const) else ""


def _listings(before_one: str) -> tuple[str, ...]:
    return ("包括", "为", before_one, f"{before_one.removesuffix('有')}有")


def _formula(value: Value | Absent) -> Spelled:
    return spelled("" if isinstance(value, Absent) else value.text)


def _flat(body: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    """Give the nodes of a body, those of an output one by one."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield from node.nodes
        else:
            yield node


def _bare(line: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Give a line without the blanks around it and the sign that parts it from the next."""
    kept = list(line)
    if isinstance(kept[0], nodes.TemplateData):
        kept[0] = nodes.TemplateData(kept[0].data.lstrip())
    if isinstance(kept[-1], nodes.TemplateData):
        kept[-1] = nodes.TemplateData(kept[-1].data.rstrip("；，。 "))
    return kept


def _label_texts(node: nodes.Output) -> Iterator[str]:
    """Give the wordings of the labels that an output holds."""
    if any(isinstance(one, nodes.TemplateData) and one.data == marks.POINT for one in node.nodes):
        for one in node.find_all(nodes.Const):
            if isinstance(one.value, str):
                yield one.value
