"""A text that our own templates printed, read back: clause by clause into topics, fields and own words.

Of all ways to cut the text into clauses that a template can say, the one is taken that explains most of it by the
templates' own words. It is a reading, not yet a proof: the report is drafted from it and held against the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.drafting.shapes import ClauseShape, Slot, TopicShapes
from generator.patterns import pattern
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.topic import Field, Topic

_CUT = pattern("[，。；：\n]")
_STOPS = "。\n"
_ORDINAL = pattern("[一二三四五六七八九十]{1,2}是")
_LABELLED = pattern("([^，。；：\n]{2,26})。(?=[^\n])")
_CAUSE = pattern("(?:针对|结合)([^。\n]{2,80}?)(的实际)?，")
_MOST_CUTS, _MOST_WAYS = 14, 24
_WORDS = frozenset({"文字", "名单"})
_OF_WORD, _OF_PAUSE, _OF_FIGURE, _OF_ANYTHING = 0.03, 0.8, 0.3, 3.0
"""What a value costs: each character, each pause within it, a figure within a text, a clause that is nothing else."""
_OF_SWITCH, _OF_TURN, _OF_OWN, _OF_SIGN, _OF_LABEL = 0.6, 1.0, 4.0, 0.05, 0.1
"""What a reading costs: another topic, a step back in it, a sentence of nobody's and each of its signs, a label."""


class ReadClause(NamedTuple):
    """A clause of a topic: what its slots tell, by the names of the fields."""

    topic: str
    values: Mapping[str, str]


class OwnPiece(NamedTuple):
    """A sentence that no template says, with the label before it, if it has one."""

    text: str
    label: str = ""
    begins: bool = False


class Cause(NamedTuple):
    """针对: why what follows was done."""

    text: str


class TopicLabel(NamedTuple):
    """The label of a topic or of one of its points: what follows is of that topic."""

    topic: str


Piece = ReadClause | OwnPiece | Cause | TopicLabel


class _Step(NamedTuple):
    """The cheapest way to a place of the text: what it costs, the state before it, and the piece that leads here."""

    cost: float
    before: _State | None = None
    piece: Piece | None = None


_State = tuple[int, str, int, frozenset[str]]
"""A place of the text, the topic whose clause ends there, that clause's number in it, and the topics before it."""


class Rereader:
    """Reads texts of a unit and a year back by the shapes of its topics."""

    def __init__(self, shapes: Mapping[str, TopicShapes], topics: Mapping[str, Topic]) -> None:
        """Keep the shapes of the topics that the texts may be of."""
        self._shapes = {name: one for name, one in shapes.items() if name in topics}
        self._topics = topics

    def pieces(self, text: str, title: str = "") -> list[Piece]:
        """Give what a text says, piece by piece; paragraphs are parted by line breaks, `title` is its heading."""
        clauses = [
            one for shapes in self._shapes.values() for one in shapes.clauses if one.may_stand_in(text)
        ]
        home = next((name for name, one in self._topics.items() if title in one.titles), "")
        ways: dict[int, dict[_State, _Step]] = {0: {(0, home, 0, frozenset()): _Step(0.0)}}
        ends = [match.start() for match in _CUT.finditer(text)] + [len(text)]
        for at in range(len(text) + 1):
            here = ways.get(at)
            if not here or at == len(text):
                continue
            edges = [*self._edges(text, at, ends, clauses), *_plain_edges(text, at)]
            for state, step in sorted(here.items(), key=lambda way: way[1].cost)[:_MOST_WAYS]:
                for edge in edges:
                    _take(ways, state, step, edge)
        last = ways.get(len(text), {})
        best = min(last, key=lambda state: last[state].cost, default=None)
        return [*reversed([*_traced(ways, best)])]

    def _edges(
        self, text: str, at: int, ends: Sequence[int], clauses: Sequence[ClauseShape]
    ) -> Iterator[_Edge]:
        for name, shapes in self._shapes.items():
            for label in shapes.labels:
                if text.startswith(f"{label}。", at):
                    yield _Edge(at + len(label) + 1, _OF_LABEL, name, -1, TopicLabel(name))
        stop = min((found for sign in _STOPS if (found := text.find(sign, at)) >= 0), default=len(text))
        near = [end for end in ends if at < end <= stop][:_MOST_CUTS]
        for one in clauses:
            if one.pattern.match(text, at) is None:
                continue
            for end in near:
                match = one.pattern.fullmatch(text, at, end)
                values = match and _values(one, match.groupdict(), self._topics[one.topic].fields)
                if values is not None:
                    fields = self._topics[one.topic].fields
                    cost = _OF_SIGN + sum(_cost(fields[name], value) for name, value in values.items())
                    anything = bool(values) and not one.anchors
                    cost += _OF_ANYTHING * anything
                    after = end + 1 if end < len(text) and text[end] != "\n" else end
                    yield _Edge(after, cost, one.topic, one.number, ReadClause(one.topic, values), anything)


class _Edge(NamedTuple):
    """A way on: where it ends, what it costs, what is said there; `within` tells that it goes on in its topic only."""

    end: int
    cost: float
    topic: str = ""
    number: int = 0
    piece: Piece | None = None
    within: bool = False


def _cost(field: Field, value: str) -> float:
    words = field.kind in _WORDS
    figures = words and any(sign.isdigit() for sign in value)
    return _OF_WORD * len(value) * words + _OF_PAUSE * value.count("，") + _OF_FIGURE * figures


def _plain_edges(text: str, at: int) -> Iterator[_Edge]:
    """Give what no topic says: an ordinal, a break, a cause, a sentence of one's own."""
    if text[at] == "\n":
        yield _Edge(at + 1, 0.0)
        return
    begins = at == 0 or text[at - 1] == "\n"
    if ordinal := _ORDINAL.match(text, at):
        yield _Edge(ordinal.end(), 0.0)
    if cause := _CAUSE.match(text, at):
        yield _Edge(cause.end(), _OF_SWITCH + _OF_WORD * len(cause[1]), piece=Cause(cause[1]))
    stop = min((found for sign in _STOPS if (found := text.find(sign, at)) >= 0), default=len(text))
    end = stop + 1 if text[stop : stop + 1] == "。" else stop
    yield _Edge(end, _OF_OWN + _OF_SIGN * (end - at), piece=OwnPiece(text[at:end], begins=begins))
    if label := _LABELLED.match(text, at):
        stop = text.find("。", label.end())
        end = stop + 1 if stop >= 0 else len(text)
        if "\n" not in text[at:end]:
            piece = OwnPiece(text[label.end() : end], label[1], begins)
            yield _Edge(end, _OF_OWN + _OF_SIGN * (end - at), piece=piece)


def _take(ways: dict[int, dict[_State, _Step]], state: _State, step: _Step, edge: _Edge) -> None:
    """Go on by an edge where that is the cheapest way so far to where it leads."""
    _at, topic, number, before = state
    cost = step.cost + edge.cost
    here = edge.topic or topic
    if here in before or (edge.within and here != topic):
        return
    if here != topic:
        cost += _OF_SWITCH if topic else 0.0
        before, number = before | ({topic} - {""}), 0
    if edge.topic and edge.number > 0:
        cost += _OF_TURN if edge.number <= number else 0.0
        number = edge.number
    after = (edge.end, here, number, before)
    there = ways.setdefault(edge.end, {})
    if after not in there or there[after].cost > cost:
        there[after] = _Step(cost, state, edge.piece)


def _traced(ways: Mapping[int, Mapping[_State, _Step]], state: _State | None) -> Iterator[Piece]:
    while state is not None:
        step = ways[state[0]][state]
        if step.piece is not None:
            yield step.piece
        state = step.before


def _values(
    shape: ClauseShape, groups: Mapping[str, str | None], fields: Mapping[str, Field]
) -> dict[str, str] | None:
    """Give what a clause tells of its fields as a facts file writes it; None where a field cannot be so."""
    said: dict[str, str] = {}
    values: dict[str, str] = {}
    for name, slot in shape.slots.items():
        text = groups.get(name)
        if text is None:
            continue
        if slot.how == "说法":
            said[slot.field] = text
        else:
            values[slot.field] = _value(slot, text)
    for name, value in values.items():
        field = fields[name]
        if value.startswith(SAME):
            continue
        values[name] = written = _with_wording(field, value, said.get(name))
        try:
            read(choose(written, field)[1], field)
        except MisreadError:
            return None
    return values


SAME = "＝"
"""Opens a value that is that of another field: ＝办结."""
_QUOTES = pattern("[“《]([^”》]*)[”》]")
_BETWEEN = pattern("(?<=[”》])(?=[“《])")


def _value(slot: Slot, text: str) -> str:
    """Undo what a filter did to a value."""
    if slot.how == "是":
        return "是"
    if slot.how == "零":
        return "0"
    if slot.how == "同":
        return f"{SAME}{slot.argument}"
    if slot.how == "顿号等" and "、" in text:
        text = text.removesuffix(slot.argument).removesuffix("等")
    if slot.how in {"引号", "书名号", "引号计数"}:
        return "、".join(_QUOTES.findall(text))
    if slot.how == "计数":
        return "".join(_QUOTES.findall(text))
    if slot.how == "定语":
        return text.removeprefix(slot.argument).removesuffix(slot.argument)
    return _BETWEEN.sub("、", text) if slot.how == "顿号" else text


def _with_wording(field: Field, value: str, said: str | None) -> str:
    """Put the 说法 that the clerk wrote before a value; the first needs none."""
    key = next((key for key, one in field.wordings.items() if one == said), "")
    if not key or key == next(iter(field.wordings)):
        return value
    if field.kind == "是否":
        return key
    return f"{key}{value}" if field.units else f"{key} {value}"
