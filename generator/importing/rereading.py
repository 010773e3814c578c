"""A text that our own templates printed, read back: clause by clause into topics, fields and own words.

Of all ways to cut the text into clauses that a template can say, the one is taken that explains most of it by the
templates' own words. It is a reading, not yet a proof: the report is drafted from it and held against the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.drafting.points import leading_in
from generator.drafting.shape_reading import ClauseShape
from generator.drafting.shapes import TopicShapes
from generator.importing.clause_values import SAME, clause_values
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.recognition.clauses import said_figures
from generator.recognition.labels import own_label
from generator.topics.kinds import choose, read
from generator.topics.topic import Field, Topic

_CUT = pattern("[，。；：\n]")
_STOPS = "。\n"
_ORDINAL = pattern("[一二三四五六七八九十]{1,2}是")
_COUNTED = pattern("(?:^|[。；\n])[一二三四五六七八九十]{1,2}是$")
"""What stands before a label that leads in to an own sentence."""
_LABELLED = pattern("([^，。；：\n]{2,26})。(?=[^\n])")
_CAUSE = pattern("(?:(?:针对|结合)([^。\n]{2,80}?)(?:的实际)?|从([^。\n]+?(?:问题|现象))入手)，")
_NUMBER = "[0-9][^，。]{0,16}"
_ACTIVITY = pattern(
    "(?:(?P<时间>(?:20[0-9]{2}年)?[0-9]{1,2}月[^，。]{0,12}|[上下]半年|[一二三四]季度)，)?"
    "(?P<主体>[^，。]{2,30}?)??"
    "(?:在(?P<地点>[^，。]{2,24}?))?(?:面向(?P<对象>[^，。]{2,24}?))?"
    f"开展(?P<名称>[^，。]{{2,40}}?)(?P<场次>[约近]?{_NUMBER})?(?:，(?P<参加>[^，。]{{2,40}})参加)?"
    "(?:，(?P<内容>(?!发放资料|受教育)[^。]+?))?"
    f"(?:，发放资料(?P<资料>[约近]?{_NUMBER}))?(?:，受教育(?P<受教育>[约近]?{_NUMBER}))?"
)
_TELLING = ("时间", "场次", "对象", "资料", "受教育")
"""Parts one of which an activity has, and a sentence of one's own hardly."""
_SUMS = pattern("(?:以上活动共|共发放资料|共受教育)[^。]*")
_MOST_CUTS, _MOST_WAYS = 14, 24
_WORD = 2
_WORDS = frozenset({"文字", "名单"})
_OF_WORD, _OF_PAUSE, _OF_FIGURE, _OF_UNIT, _OF_ANYTHING = 0.03, 0.8, 0.3, 1.5, 3.0
"""What a value costs: each character, each pause within it, a figure within a text, a measure word that is none of its
field's, a clause that is nothing else."""
_OF_SWITCH, _OF_TURN, _OF_OWN, _OF_RECORD, _OF_SIGN, _OF_LABEL = 0.6, 1.0, 4.0, 3.0, 0.05, 0.1
"""What a reading costs: another topic, a step back in it, a sentence of nobody's, a record, each sign of the two, a
label."""


class ReadClause(NamedTuple):
    """A clause of a topic at `start:end` of the text: what its slots tell, by the names of the fields."""

    topic: str
    values: Mapping[str, str]
    start: int = 0
    end: int = 0


class OwnPiece(NamedTuple):
    """A sentence that no template says, with the label before it, if it has one."""

    text: str
    label: str = ""
    begins: bool = False


class Cause(NamedTuple):
    """针对: why what follows was done."""

    text: str


class ReadRecord(NamedTuple):
    """A sentence of 活动 (its parts by their names) or of 其他数据 (figures by their labels)."""

    key: str
    parts: Mapping[str, str]
    text: str


class TopicLabel(NamedTuple):
    """The label of a topic or of one of its points: what follows is of that topic."""

    topic: str


Barred = frozenset[tuple[int, str, str]]
"""Places of a text, each with the topic and the field that it is not."""

Piece = ReadClause | OwnPiece | Cause | ReadRecord | TopicLabel


class _Step(NamedTuple):
    """The cheapest way to a place of the text: what it costs, the state before it, and the piece that leads here."""

    cost: float
    before: _State | None = None
    piece: Piece | None = None


_State = tuple[int, str, int, frozenset[str]]
"""A place of the text, the topic whose clause ends there, that clause's number in it, and the topics before it."""


class Rereader:
    """Reads texts of a unit and a year back by the shapes of its topics."""

    def __init__(
        self,
        shapes: Mapping[str, TopicShapes],
        topics: Mapping[str, Topic],
        of_anything: float = _OF_ANYTHING,
    ) -> None:
        """Keep the shapes of the topics that texts may be of; `of_anything` is the cost of a clause without words."""
        self._shapes = {name: one for name, one in shapes.items() if name in topics}
        self._topics = topics
        self._of_anything = of_anything

    def within(self, text: str) -> Rereader:
        """Give what reads pieces of one text: with the shapes and labels alone that can stand in it."""
        shapes = {
            name: TopicShapes(
                tuple(clause for clause in one.clauses if clause.may_stand_in(text)),
                frozenset(label for label in one.labels if label in text or leading_in(label) in text),
            )
            for name, one in self._shapes.items()
        }
        return Rereader(shapes, self._topics, self._of_anything)

    def led_in(self, text: str) -> Iterator[int]:
        """Give where a point's sentence begins behind a label that leads in to it."""
        labels = {leading_in(label) for shapes in self._shapes.values() for label in shapes.labels}
        return (len(one) for one in labels if text.startswith(one))

    def without_rates(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Give topics without the rates that follow from two of their figures and need not have been written."""
        kept: dict[str, Any] = dict(told)
        for name, one in told.items():
            if name in self._topics and isinstance(one, dict):
                rates = {rate.name for rate in self._topics[name].rates}
                kept[name] = {key: value for key, value in one.items() if key not in rates}
        return kept

    def pieces(self, text: str, title: str = "", barred: Barred = frozenset()) -> list[Piece]:
        """Give what a text says, piece by piece; paragraphs are parted by line breaks, `title` is its heading.

        What is `barred` is not taken for its field: another reading is asked for.
        """
        clauses = [
            one for shapes in self._shapes.values() for one in shapes.clauses if one.may_stand_in(text)
        ]
        labels = [
            (name, written)
            for name, shapes in self._shapes.items()
            for label in shapes.labels
            for written in (f"{label}。", leading_in(label))
            if written in text
        ]
        home = next((name for name, one in self._topics.items() if title in one.titles), "")
        ways: dict[int, dict[_State, _Step]] = {0: {(0, home, 0, frozenset()): _Step(0.0)}}
        ends = [match.start() for match in _CUT.finditer(text)] + [len(text)]
        for at in range(len(text) + 1):
            here = ways.get(at)
            if not here or at == len(text):
                continue
            edges = [
                *(
                    _Edge(at + len(label), _OF_LABEL, name, -1, TopicLabel(name))
                    for name, label in labels
                    if text.startswith(label, at) and (label[-1] == "。" or _COUNTED.search(text, 0, at))
                ),
                *self._edges(text, at, ends, clauses, barred),
                *_plain_edges(text, at),
            ]
            for state, step in sorted(here.items(), key=lambda way: way[1].cost)[:_MOST_WAYS]:
                for edge in edges:
                    _take(ways, state, step, edge)
        last = ways.get(len(text), {})
        best = min(last, key=lambda state: last[state].cost, default=None)
        return [*reversed([*_traced(ways, best)])]

    def _edges(
        self, text: str, at: int, ends: Sequence[int], clauses: Sequence[ClauseShape], barred: Barred
    ) -> Iterator[_Edge]:
        stop = min((found for sign in _STOPS if (found := text.find(sign, at)) >= 0), default=len(text))
        near = [end for end in ends if at < end <= stop][:_MOST_CUTS]
        for one in clauses:
            if one.pattern.match(text, at) is None:
                continue
            for end in near:
                match = one.pattern.fullmatch(text, at, end)
                values = match and clause_values(one, match.groupdict(), self._topics[one.topic].fields)
                if values is not None and not any((at, one.topic, name) in barred for name in values):
                    fields = self._topics[one.topic].fields
                    cost = _OF_SIGN + sum(_cost(fields[name], value) for name, value in values.items())
                    anything = bool(values) and end - at - sum(map(len, values.values())) < _WORD
                    cost += self._of_anything * anything
                    after = end + 1 if end < len(text) and text[end] != "\n" else end
                    yield _Edge(
                        after, cost, one.topic, one.number, ReadClause(one.topic, values, at, end), anything
                    )


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
    typed = None if value.startswith(SAME) else read(choose(value, field)[1], field)
    strange = (
        isinstance(typed, Quantity) and bool(typed.unit) and not (typed.percent or field.takes(typed.unit))
    )
    pauses = _OF_PAUSE * value.count("，")
    return _OF_WORD * len(value) * words + pauses + _OF_FIGURE * figures + _OF_UNIT * strange


def _plain_edges(text: str, at: int) -> Iterator[_Edge]:
    """Give what no topic says: an ordinal, a break, a cause, a sentence of one's own."""
    if text[at] == "\n":
        yield _Edge(at + 1, 0.0)
        return
    begins = at == 0 or text[at - 1] == "\n"
    if ordinal := _ORDINAL.match(text, at):
        yield _Edge(ordinal.end(), 0.0)
    if cause := _CAUSE.match(text, at):
        yield _Edge(cause.end(), _OF_SWITCH + _OF_WORD * len(cause[0]), piece=Cause(cause[1] or cause[2]))
    stop = min((found for sign in _STOPS if (found := text.find(sign, at)) >= 0), default=len(text))
    end = stop + 1 if text[stop : stop + 1] == "。" else stop
    yield _Edge(end, _OF_OWN + _OF_SIGN * (end - at), piece=OwnPiece(text[at:end], begins=begins))
    yield from _record_edges(text, at, end)
    if label := _LABELLED.match(text, at):
        stop = text.find("。", label.end())
        end = stop + 1 if stop >= 0 else len(text)
        if "\n" not in text[at:end]:
            piece = OwnPiece(text[label.end() : end], label[1], begins)
            yield _Edge(end, _OF_OWN + _OF_SIGN * (end - at), piece=piece)


def _record_edges(text: str, at: int, end: int) -> Iterator[_Edge]:
    """Give a sentence as a record: an activity, figures side by side, or the sums of activities, which are no facts."""
    sentence = text[at:end].rstrip("。")
    cost = _OF_RECORD + _OF_SIGN * (end - at)
    if _SUMS.fullmatch(sentence):
        yield _Edge(end, _OF_LABEL)
    elif (activity := _ACTIVITY.fullmatch(sentence)) and any(activity[one] for one in _TELLING):
        parts = {name: one for name, one in activity.groupdict().items() if one}
        yield _Edge(end, cost, piece=ReadRecord("活动", parts, text[at:end]))
    elif figures := _labelled_figures(sentence):
        yield _Edge(end, cost, piece=ReadRecord("其他数据", figures, text[at:end]))


def _labelled_figures(sentence: str) -> dict[str, str]:
    """Give figures that stand behind their labels alone, as 其他数据 prints them; none where one does not."""
    figures: dict[str, str] = {}
    for clause in sentence.split("，"):
        said = [*said_figures(clause)]
        if len(said) != 1 or said[0].end != len(clause) or own_label(said[0]) != clause[: said[0].start]:
            return {}
        figures[clause[: said[0].start]] = clause[said[0].start :]
    return figures


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
