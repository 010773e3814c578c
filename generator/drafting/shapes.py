"""What a topic's template can say, clause by clause, as shapes with slots: the way back from a report to its facts.

Every line of a sentence is taken with all that its conditions and choices leave open. A shape says what a text may
mean, not that it does: whoever reads by shapes drafts the facts again and holds the two texts against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from jinja2 import nodes

from generator.drafting import marks
from generator.drafting.environment import environment
from generator.drafting.parts import Setting
from generator.drafting.tags import SENTENCE
from generator.drafting.values import Absent, Value
from generator.patterns import pattern
from generator.resources import Templates
from generator.topics.topic import Field, Topic, Topics

_BREAK = "\n"
_LONGEST = 160
_OF_FIGURE = "(?:不足|不到|不少于|超过|[约近逾超达])?[0-9一二三四五六七八九十百千两数几第][^，。；：]{0,30}?"
_OF_TIME = "[^，。；：]{1,40}?"
_OF_TEXT = f"[^。；]{{1,{_LONGEST}}}?"
_TREND = "(?:与上年持平|较上年[^，。；]{2,20})"
_INSIDE = {**dict.fromkeys(("数量", "金额", "比率", "名次"), _OF_FIGURE), "频次": _OF_TIME, "日期": _OF_TIME}
_ONCE = pattern(f"{marks.ONCE}[^{marks.ONCE_TEXT}]*{marks.ONCE_TEXT}([^{marks.ONCE_END}]*){marks.ONCE_END}")


class Slot(NamedTuple):
    """A place of a shape that tells something of a field.

    `how` is the filter that printed it, empty for the plain value, 是 for a tick, 零 for nothing, 说法 for how it is
    said, 同 for the value of the field `argument`; else `argument` is what the filter was given.
    """

    field: str
    how: str = ""
    argument: str = ""


class _Said(NamedTuple):
    """What an expression may print: a pattern with numbered groups for its slots.

    One of `anchors` is in all that it prints, one of `some` in all but the empty text.
    """

    pattern: str
    anchors: tuple[str, ...] = ()
    literal: str | None = None
    some: tuple[str, ...] = ()


class ClauseShape:
    """One clause of a topic: the pattern that it has, and by group what its slots tell."""

    def __init__(self, topic: str, number: int, said: _Said, slots: Mapping[str, Slot]) -> None:
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


class TopicShapes(NamedTuple):
    """All that a topic's template can say: its clauses in their order, and the labels of its points and itself."""

    clauses: tuple[ClauseShape, ...]
    labels: frozenset[str]


def shapes_of(topics: Topics, setting: Setting) -> Mapping[str, TopicShapes]:
    """Take the templates of all topics apart for the unit and year of a setting; what cannot be told is left out."""
    return _shapes(topics, setting.templates, _Words(setting.words))


class _Words(dict[str, Any]):
    """The words of a setting, by identity: choices among them are made anew for every report."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple((key, one) for key, one in sorted(self.items()) if isinstance(one, str)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and hash(self) == hash(other)


@lru_cache(maxsize=8)
def _shapes(topics: Topics, templates: Templates, words: _Words) -> Mapping[str, TopicShapes]:
    return {topic.name: _of_topic(topic, templates, words) for topic in topics}


def _of_topic(topic: Topic, templates: Templates, words: _Words) -> TopicShapes:
    reader = _Reader(topic, words)
    clauses = tuple(reader.clauses(environment(templates).parse(topic.body).body))
    lines = {slot.field: one.number for one in reversed(clauses) for slot in one.slots.values()}
    zeros = (
        _zero(topic.name, field, lines.get(field.name, 0)) for field in topic.fields.values() if field.zero
    )
    return TopicShapes((*clauses, *zeros), frozenset({*reader.labels, *topic.titles}))


def _zero(topic: str, field: Field, number: int) -> ClauseShape:
    said = _Said(f"(?P<s0>{re.escape(field.zero)})", (field.zero,))
    return ClauseShape(topic, number, said, {"s0": Slot(field.name, "零")})


class _UnreadableError(Exception):
    """An expression whose text cannot be told."""


class _Reader:
    """Goes through the nodes of one template."""

    def __init__(self, topic: Topic, words: Mapping[str, Any]) -> None:
        self.topic, self.words = topic, words
        self.set: dict[str, nodes.Expr] = {}
        self.labels: list[str] = []
        self._slots: dict[str, Slot] = {}
        self._number = 0

    def clauses(self, body: Sequence[nodes.Node]) -> Iterator[ClauseShape]:
        """Give the clauses of a template's sentences."""
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
        if isinstance(node.target, nodes.Name):
            self.set[node.target.name] = node.node

    def _lines(self, body: Sequence[nodes.Node]) -> Iterator[ClauseShape]:
        """Cut what a sentence holds into its lines, each a clause."""
        line: list[nodes.Node] = []
        for node in _flat(body):
            if isinstance(node, nodes.Assign):
                self._keep(node)
                continue
            if not isinstance(node, nodes.TemplateData):
                line.append(node)
                continue
            first, *rest = node.data.split(_BREAK)
            line.append(nodes.TemplateData(first))
            for text in rest:
                yield from self._clause(line)
                line = [nodes.TemplateData(text)]
        yield from self._clause(line)

    def _clause(self, line: Sequence[nodes.Node]) -> Iterator[ClauseShape]:
        self._slots = {}
        try:
            said = _joined([self._said(node) for node in _bare(line)])
        except _UnreadableError:
            return
        if not said.pattern:
            return
        self._number += 1
        yield ClauseShape(self.topic.name, self._number, said, dict(self._slots))

    def _said(self, node: nodes.Node) -> _Said:
        """Give what an expression or a statement within a line may print."""
        if isinstance(node, nodes.TemplateData):
            return _text(node.data)
        if isinstance(node, nodes.Output):
            return _joined([self._said(one) for one in node.nodes])
        if isinstance(node, nodes.If):
            ways = [node.body, *(one.body for one in node.elif_), node.else_]
            return _either([_joined([self._said(one) for one in way]) for way in ways])
        if isinstance(node, nodes.CondExpr):
            other = self._said(node.expr2) if node.expr2 else _text("")
            return _either([self._said(node.expr1), other])
        if isinstance(node, nodes.Const):
            return _text(str(node.value))
        if isinstance(node, (nodes.Concat, nodes.Add)):
            parts = node.nodes if isinstance(node, nodes.Concat) else (node.left, node.right)
            return _joined([self._said(one) for one in parts])
        if isinstance(node, nodes.Or):
            return _either([self._said(node.left), self._said(node.right)])
        if isinstance(node, nodes.Name):
            return self._named(node.name)
        if isinstance(node, nodes.Call):
            return self._called(node)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filtered(node)
        raise _UnreadableError

    def _named(self, name: str) -> _Said:
        field = self.topic.fields.get(name)
        if field is not None:
            return self._slot(Slot(name), _INSIDE.get(field.kind, _OF_TEXT))
        if name in self.set:
            return self._said(self.set[name])
        word = self.words.get(name)
        if isinstance(word, str):
            once = _ONCE.fullmatch(word)
            return _either([_text(once[1]), _text("")]) if once else _text(marks.unescape(word))
        if isinstance(word, (Value, Absent)):
            return _formula(word)
        raise _UnreadableError

    def _slot(self, slot: Slot, inside: str) -> _Said:
        """Give a group of its own for a slot."""
        name = f"s{len(self._slots)}"
        self._slots[name] = slot
        return _Said(f"(?P<{name}>{inside})")

    def _called(self, node: nodes.Call) -> _Said:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name in {"选", "轮"}:
            return _either([self._said(one) for one in node.args])
        if name == "一次":
            return _either([self._said(node.args[0]), _text("")])
        if name in {"起", "止"}:
            return self._said(node.args[1])
        if name == "提法" and isinstance(node.args[0], nodes.Const):
            return _formula(self.words["提法"](node.args[0].value))
        raise _UnreadableError

    def _filtered(self, node: nodes.Filter) -> _Said:
        """Give what a filter may print; those that only look at a fact print nothing here."""
        field = self._field_of(node.node)
        arguments = node.args
        if node.name == "则":
            return self._where(field, "是", arguments)
        if node.name == "零则":
            return self._where(field, "零", arguments)
        if node.name == "说法" and field is not None:
            return self._worded(field)
        if node.name == "其中":
            return _either([_text("其中"), _text("")])
        if node.name == "包括":
            one_of = arguments[1].value if len(arguments) > 1 else "其中"  # type: ignore[attr-defined]
            return _either([_text(one) for one in ("包括", "为", one_of, f"{one_of.removesuffix('有')}有")])
        if node.name == "同比":
            return _Said(_TREND)
        if node.name == "均" and field is not None:
            return self._all_of(field, arguments)
        if field is None or node.name not in _PRINTING:
            raise _UnreadableError
        argument = arguments[0].value if arguments else ""  # type: ignore[attr-defined]
        slot = Slot(field.name, node.name, argument)
        return self._slot(slot, _PRINTING[node.name](re.escape(argument)))

    def _field_of(self, node: nodes.Node | None) -> Field | None:
        return self.topic.fields.get(node.name) if isinstance(node, nodes.Name) else None

    def _where(self, field: Field | None, how: str, arguments: Sequence[nodes.Node]) -> _Said:
        """Give a sentence that stands where a fact is there; of a tick it tells the fact itself."""
        told = field is not None and (how == "零" or field.kind == "是否" or bool(field.zero))
        name = f"s{len(self._slots)}"
        if told and field is not None:
            self._slots[name] = Slot(field.name, how if field.kind == "是否" else "零")
        said = self._said(arguments[0])
        other = [self._said(arguments[1])] if len(arguments) > 1 else []
        return _either([_Said(f"(?P<{name}>{said.pattern})", said.anchors) if told else said, *other])

    def _worded(self, field: Field) -> _Said:
        words = sorted(dict.fromkeys(field.wordings.values()), key=len, reverse=True)
        inside = "|".join(map(re.escape, words))
        return self._slot(Slot(field.name, "说法"), inside)._replace(
            anchors=tuple(words) if all(words) else ()
        )

    def _all_of(self, part: Field, arguments: Sequence[nodes.Node]) -> _Said:
        """Give 办复1份, or 均已办复 where the part is the whole."""
        whole = self._field_of(arguments[0])
        if whole is None:
            raise _UnreadableError
        verbs = [self._said(arguments[1]) if len(arguments) > 1 else _text("") for _way in range(2)]
        verb, done = verbs  # each with slots of its own
        figure = self._slot(Slot(part.name), _OF_FIGURE)
        all_done = self._slot(Slot(part.name, "同", whole.name), f"均?已{done.pattern}")
        return _either([_joined([verb, figure]), all_done._replace(anchors=("已",))])


_PRINTING = {
    "顿号": lambda _noun: _OF_TEXT,
    "顿号等": lambda noun: f"{_OF_TEXT}(?:等{noun})?",
    "引号": lambda _noun: f"(?:“{_OF_TEXT}”)+",
    "书名号": lambda _noun: f"(?:《{_OF_TEXT}》)+",
    "计数": lambda unit: f"“{_OF_TEXT}”[一二三四五六七八九十]+{unit}",
    "引号计数": lambda unit: f"(?:“{_OF_TEXT}”)+(?:[0-9]+{unit})?",
    "定语": lambda noun: f"(?:{noun}{_OF_FIGURE}|{_OF_FIGURE}{noun})",
}
"""What each filter prints, by the argument that it was given."""


def _text(text: str) -> _Said:
    return _Said(re.escape(text), (text,) if text else (), text)


def _formula(value: Value | Absent) -> _Said:
    return _text("" if isinstance(value, Absent) else value.text)


def _joined(parts: Sequence[_Said]) -> _Said:
    """Give one behind the other; of their anchors those that are longest tell most."""
    merged: list[_Said] = []
    for one in parts:
        if one.literal is not None and merged and merged[-1].literal is not None:
            merged[-1] = _text(merged[-1].literal + one.literal)
        else:
            merged.append(one)
    if len(merged) == 1:
        return merged[0]
    anchors = max((one.anchors for one in merged), key=lambda one: min(map(len, one), default=0), default=())
    return _Said("".join(one.pattern for one in merged), anchors, some=_some(merged))


def _either(ways: Sequence[_Said]) -> _Said:
    """Give one of several; only where each of them has an anchor does the whole have some."""
    if len(ways) == 1:
        return ways[0]
    anchors = (
        tuple(anchor for one in ways for anchor in one.anchors) if all(one.anchors for one in ways) else ()
    )
    return _Said(f"(?:{'|'.join(one.pattern for one in ways)})", anchors, some=_some(ways))


def _some(parts: Sequence[_Said]) -> tuple[str, ...]:
    """Give texts one of which is there wherever any of the parts prints something."""
    there = [one.anchors or one.some for one in parts if one.pattern]
    return tuple(anchor for one in there for anchor in one) if all(there) else ()


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
