"""What the sentences of a file wait for, and which of it a figure of notes is: 公开“三务”信息【公开三务信息：】."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.facts import Facts
from generator.facts.own_words import OwnPassage, own_passages
from generator.facts.sentences import Mark, cut_sentence
from generator.numbers.prose import figures
from generator.numbers.units import same_family, same_kind
from generator.patterns import pattern
from generator.recognition.likeness import explained
from generator.recognition.matcher import Matcher, matcher_for
from generator.suggesting.fields import core_of
from generator.suggesting.told_figure import ToldFigure
from generator.topics.topic import DUTIES, Field, Topics
from generator.yamltext.path import Path, dotted

_IDLE = pattern("的|了|现在|现有|还是|今年|全年|年内|一共|全部|大概|[“”‘’《》（）、]")
_CUT = pattern("[，,；;。：:！？\n【】]")
_JOINS = pattern("[和与及、]$")
_SAME_AGAIN = pattern("[一二三四五](?=$)")
_COMMON = pattern("(?:群众|按[期时])?(?:满意率?|办结率?|整改率?|合格率?)(?:均为)?|受理|化解|人数|件数|次数")
_WHOSE = pattern("(?<!农)村(?!规)|社区(?!矫)|专职|兼职|新[增办聘]|[省市县]级|线上")
_SHORTEST = 2
_LONG = 4
_LIKELY, _NEARLY = 0.5, 0.75
_RATE, _MONEY = "%", "元"


class Blank(NamedTuple):
    """A mark with a place for a value: its topic, its field or one made of its own label, `unit` as of last year.

    `names` are its label and the words before it, `key` is the field that last year's figure would be in its place.
    """

    home: str
    field: Field
    names: tuple[str, ...]
    unit: str
    within: Path
    key: tuple[str, str]
    declared: bool

    def takes(self, unit: str) -> bool:
        """Tell whether a figure with that measure word can stand in it."""
        if self.declared and self.field.takes(unit):
            return True
        return not self.declared and (not self.unit or same_family(unit, self.unit))


class Filling(NamedTuple):
    """The blank that a figure belongs into, and whether that is sure."""

    blank: Blank
    sure: bool


class Blanks:
    """Knows all marks of one file that hold a value or wait for it; to be asked phrase by phrase, in their order."""

    def __init__(self, facts: Facts, topics: Topics) -> None:
        """Look through the file's own sentences, and what their comments tell of last year."""
        matcher = matcher_for(topics)
        self._all = tuple(
            blank
            for passage in own_passages(facts)
            if passage.total and "【" in passage.text
            for blank in _of_passage(passage, _remark(facts, passage), topics, matcher)
        )
        self._before: tuple[str, Path] = ("", ())

    def filling(self, told: ToldFigure) -> Filling | None:
        """Give the blank whose words a figure has, or None; a figure that is its field for sure belongs there too."""
        words = _core(told.words)
        place, within = self._before
        neighbours = within if place == told.phrase.place else ()
        ranked = sorted(
            ((_rank(one, told, words, neighbours), one) for one in self._all if one.takes(told.unit)),
            key=lambda pair: -pair[0],
        )
        if not ranked or ranked[0][0] < _LIKELY:
            return None
        rank, best = ranked[0]
        alone = len(ranked) == 1 or ranked[1][0] < rank
        keyed = told.sure and told.key == best.key
        equal = _is_called(best, words)
        if told.sure and not keyed and not equal:
            other = rank < _NEARLY or any(one.key == told.key for one in self._all)
            return None if other else Filling(best, sure=False)
        held = best.within == neighbours or best.home in told.spoken
        sure = alone and (
            keyed or (equal and (held or not _COMMON.fullmatch(words))) or (held and rank >= _NEARLY)
        )
        if not sure and (told.against(best.home) or not alone):
            return None
        if sure:
            self._before = (told.phrase.place, best.within)
        return Filling(best, sure)


def _is_called(one: Blank, words: str) -> bool:
    """Tell whether words are a blank's own, or a longer part of them."""
    return words in one.names or (
        len(words) >= _LONG and any(words in name and not _is_other(words, name) for name in one.names)
    )


def _is_other(words: str, name: str) -> bool:
    """Tell whether one says of which kind or whose, and the other doesn't: 村法律顾问 is not every 法律顾问."""
    return {*_WHOSE.findall(words)} != {*_WHOSE.findall(name)}


def _rank(one: Blank, told: ToldFigure, words: str, neighbours: Path) -> float:
    """Give how near a blank is to what is said of a figure: 1 for the same words; a little more for what holds it."""
    near = max((_likeness(words, name) for name in one.names), default=0.0)
    if told.field and told.key == one.key:
        near = max(near, 1.0 if told.sure else _LIKELY)
    if near < _LIKELY or not (near >= 1 or not one.unit or same_kind(told.unit, one.unit) or one.declared):
        return 0.0
    return near + 0.2 * (one.within == neighbours) + 0.1 * (one.home in told.spoken)


def _likeness(words: str, name: str) -> float:
    """Give how like words are to a name: 1 for the same, more than half where one holds the other whole."""
    short, long = sorted((words, name), key=len)
    if len(short) < _SHORTEST:
        return 0.0
    if _is_other(words, name):
        return 0.0
    if explained(short, long) == len(short):
        return 1.0 if short == long else _LIKELY + len(short) / len(long) / 2
    pieces, others = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (short, long))
    return 2 * len(pieces & others) / (len(pieces) + len(others))


def _remark(facts: Facts, passage: OwnPassage) -> str:
    """Give what the comment beside a sentence tells of last year."""
    line = facts.place(dotted(passage.path)).line
    text = facts.lines[line - 1] if 0 < line <= len(facts.lines) else ""
    return text.rpartition("# 上年：")[2] if "# 上年：" in text else ""


def _of_passage(passage: OwnPassage, remark: str, topics: Topics, matcher: Matcher) -> Iterator[Blank]:
    cut = cut_sentence(passage.text)
    marks = [one for one in cut.marks if one.written is not None]
    values = {one: one.written or _of_last_year(one, remark) for one in marks}
    filled, ends = "", dict[int, Mark]()
    for piece in cut.pieces:
        filled += piece if isinstance(piece, str) else values.get(piece, "")
        if isinstance(piece, Mark):
            ends[len(filled)] = piece
    keys = {
        ends[one.end]: one.key
        for home in ("", passage.home)
        for one in matcher.recognise(filled, home)
        if one.sure and one.end in ends
    }
    for mark in marks:
        home, _, label = mark.label.rpartition(".")
        home = home or passage.home
        known = _declared(home, label, topics)
        unit = next((one.unit for one in figures(values[mark])), "")
        words = _words_beside(passage.text, mark)
        names = [_core(label), _core(_SAME_AGAIN.sub("", label)), words, *(known.aliases if known else ())]
        key = (home, known.name) if known else keys.get(mark, (home, label))
        yield Blank(
            home,
            known or _own_field(label, unit),
            tuple(dict.fromkeys(one for one in names if len(one) >= _SHORTEST)),
            unit,
            passage.path,
            key,
            known is not None,
        )


def _words_beside(text: str, mark: Mark) -> str:
    """Give the words before a mark, where there are none those behind it: 对【社区矫：】社区矫正对象."""
    before = _core(_CUT.split(text[: mark.start])[-1])
    return before if len(before) >= _SHORTEST else _JOINS.sub("", _CUT.split(text[mark.end :])[0])


def _of_last_year(mark: Mark, remark: str) -> str:
    """Give the figure that a comment tells of a mark: 上年：主动公开165条、依申请公开2件."""
    said = next((one for one in remark.split("、") if one.startswith(mark.label)), "")
    return said.removeprefix(mark.label).partition("（")[0].strip()


def _declared(home: str, label: str, topics: Topics) -> Field | None:
    topic = topics.measures.get(home)
    fields = topics.duty_fields if home == DUTIES else topic.fields if topic else {}
    return next((one for one in fields.values() if label in (one.name, *one.aliases)), None)


def _own_field(label: str, unit: str) -> Field:
    kind = "比率" if unit == _RATE else "金额" if unit.endswith(_MONEY) else "数量"
    return Field(label, kind, "", (unit,) if unit and kind == "数量" else ())


def _core(words: str) -> str:
    """Give the words that name what is counted, without those that change nothing."""
    return core_of(_IDLE.sub("", words))


def fillings(
    blanks: Blanks, figures_told: Sequence[ToldFigure]
) -> Iterator[tuple[ToldFigure, Filling | None]]:
    """Give each figure of a phrase with the blank that it belongs into."""
    for told in figures_told:
        yield told, None if told.why else blanks.filling(told)
