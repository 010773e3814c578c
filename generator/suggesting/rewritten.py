"""How a facts file would say what a person wrote in Word: other values, other own words, or a sentence of its own.

These are proposals: each is tried, and taken only where the report then says just that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from generator.amending import Amendment
from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.mark_values import shown
from generator.facts.marked import OwnText
from generator.facts.own_words import head_with, topic_with
from generator.facts.sentences import Mark, as_text, cut_sentence
from generator.numbers.prose import Figure, figures
from generator.numbers.units import PERCENT
from generator.suggesting.returned import without_order
from generator.yamltext.path import Path, dotted

_BODY = "正文"


class Proposal(NamedTuple):
    """Changes of the file that may make a sentence so, and what they do in Chinese; `lost` are marks that they drop."""

    changes: tuple[Amendment, ...]
    does: str
    lost: tuple[str, ...] = ()


class FileWords:
    """What each place of a facts file prints, by its path as users see it."""

    def __init__(self, facts: Facts) -> None:
        """Take the values and own words of a file apart."""
        self.facts = facts
        self.values: dict[str, str] = {}
        self.paths: dict[str, Path] = {dotted(path): path for path in facts.places}
        self.passages: dict[str, str] = {}
        for topic in facts.reported:
            for name, value in topic.values.items():
                if value is not EMPTY and isinstance(printed := _printed(value), str):
                    self.values[dotted(topic.path_of(name))] = printed
            topic_with(topic, self._note)
        head_with(facts.head, self._note)

    def _note(self, text: str, path: Path) -> str:
        self.passages[dotted(path)] = text
        return text


def _printed(value: Any) -> str | None:
    return None if isinstance(value, bool) else shown(value)


def proposals(old: str, new: str, grounds: Sequence[str], words: FileWords) -> Iterator[Proposal]:
    """Give the ways in which the file may come to say `new` in the place of `old`, the plainest first."""
    old, new = without_order(old), without_order(new)
    own = [path for path in grounds if path in words.passages and old in words.passages[path]]
    for path in own:
        yield from _own_words(old, new, words.passages[path], words.paths[path])
    if not own:
        yield from _values(old, new, grounds, words)
        yield from _own_sentence(new, grounds, words)


def _values(old: str, new: str, grounds: Sequence[str], words: FileWords) -> Iterator[Proposal]:
    """Say it by other values: what stands between them in the sentence is as it was."""
    places: list[tuple[int, int, str]] = []
    for path in grounds:
        printed = words.values.get(path) or words.passages.get(path, "")
        at = old.find(printed) if printed else -1
        if (
            at >= 0
            and path in words.paths
            and not any(at < end and start < at + len(printed) for start, end, _path in places)
        ):
            places.append((at, at + len(printed), path))
    places.sort()
    shape, edge = "", 0
    for start, end, _path in places:
        shape, edge = f"{shape}{re.escape(old[edge:start])}(.{{1,200}}?)", end
    match = re.fullmatch(shape + re.escape(old[edge:]), new) if places else None
    if match is None:
        return
    changed = [
        (path, old[start:end], said)
        for (start, end, path), said in zip(places, match.groups(), strict=True)
        if said != old[start:end]
    ]
    does = "；".join(f"{_short(path)}：{was} → {said}" for path, was, said in changed)
    yield Proposal(tuple(Amendment(words.paths[path], said) for path, _was, said in changed), does)


def _short(path: str) -> str:
    return ".".join(path.split(".")[-2:])


def _own_words(old: str, new: str, printed: str, path: Path) -> Iterator[Proposal]:
    """Say it by other own words: the sentence replaced in its passage, the marks kept whose figures still stand."""
    if not isinstance(printed, OwnText):
        at = printed.find(old)
        written = as_text(printed[:at]) + as_text(new) + as_text(printed[at + len(old) :])
        yield Proposal((Amendment(path, written),), "改写自己的话")
        return
    pieces = _pieces(printed)
    start = printed.find(old)
    before, inside, after = _parted(pieces, start, start + len(old))
    for keep_references in (True, False):
        said, lost = _rewritten(inside, new, keep_references=keep_references)
        written = "".join(one.written for one in before) + said + "".join(one.written for one in after)
        yield Proposal((Amendment(path, written),), "改写自己的话", tuple(lost))


class _Piece(NamedTuple):
    """A stretch of own words: as it is printed, as it is written, and its label where it is a mark."""

    printed: str
    written: str
    label: str = ""
    refers: bool = False


def _pieces(text: OwnText) -> list[_Piece]:
    """Give own words sign by sign, each mark as one."""
    pieces: list[_Piece] = []
    for cut, given in zip(cut_sentence(text.written).pieces, text.pieces, strict=True):
        if isinstance(cut, Mark) and not isinstance(given, str):
            written = text.written[cut.start : cut.end]
            pieces.append(_Piece(given.text, written, cut.label, cut.written is None))
        else:
            pieces += [_Piece(sign, as_text(sign)) for sign in str(given)]
    return pieces


def _parted(
    pieces: Sequence[_Piece], start: int, end: int
) -> tuple[list[_Piece], list[_Piece], list[_Piece]]:
    """Part pieces into those before, within and behind a stretch of what is printed."""
    parts: tuple[list[_Piece], list[_Piece], list[_Piece]] = ([], [], [])
    at = 0
    for one in pieces:
        parts[0 if at < start else 1 if at < end else 2].append(one)
        at += len(one.printed)
    return parts


def _rewritten(pieces: Sequence[_Piece], new: str, *, keep_references: bool) -> tuple[str, list[str]]:
    """Write a new sentence with the marks of the old one; gives it, and the labels of marks that it has no more."""
    signs = _signs(new, {one.printed for one in pieces if one.label})
    matcher = SequenceMatcher(None, [one.printed for one in pieces], signs, autojunk=False)
    said, lost = "", list[str]()
    for kind, left, right, low, high in matcher.get_opcodes():
        if kind == "equal":
            said += "".join(one.written for one in pieces[left:right])
            continue
        marks = [one for one in pieces[left:right] if one.label]
        new_figures = [sign for sign in signs[low:high] if len(sign) > 1]
        pairs = dict(zip(new_figures, marks, strict=True)) if len(marks) == len(new_figures) else {}
        lost += [one.label for one in marks if one not in pairs.values()]
        said += "".join(_sign(sign, pairs, keep_references=keep_references) for sign in signs[low:high])
    return said, lost


def _sign(sign: str, pairs: Mapping[str, _Piece], *, keep_references: bool) -> str:
    mark = pairs.get(sign)
    if mark is None or (mark.refers and not keep_references):
        return as_text(sign)
    return mark.written if mark.refers else f"【{mark.label}：{sign}】"


def _signs(text: str, wholes: set[str]) -> list[str]:
    """Give a text sign by sign, each figure, and each of some whole texts, as one."""
    stretches = {one.start: one.end for one in figures(text)}
    for whole in sorted(wholes, key=len):
        at = text.find(whole) if whole else -1
        while at >= 0:
            stretches[at] = at + len(whole)
            at = text.find(whole, at + 1)
    signs, at = [], 0
    while at < len(text):
        end = stretches.get(at, at + 1)
        signs.append(text[at:end])
        at = end
    return signs


def _own_sentence(new: str, grounds: Sequence[str], words: FileWords) -> Iterator[Proposal]:
    """Say it by a sentence of one's own under the topic, in which the fields are marked that it still says."""
    topics = [
        topic
        for topic in words.facts.reported
        if topic.name and any(path.startswith(f"{dotted(topic.path)}.") for path in grounds)
    ]
    if len(topics) != 1:
        return
    topic = topics[0]
    said, edge, marked = "", 0, set[str]()
    for one in figures(new):
        name = _field_said(new, one, topic, (grounds, words))
        if name and name not in marked:
            said += as_text(new[edge : one.start]) + f"【{name}】"
            edge = one.end
            marked.add(name)
    said += as_text(new[edge:])
    count = sum(one.path[-2:-1] == (_BODY,) and one.path[:-2] == topic.path for one in topic.sentences)
    yield Proposal((Amendment((*topic.path, _BODY, count), said),), f"写成“{topic.name}”下自己的话")


def _field_said(text: str, figure: Figure, topic: TopicFacts, known: tuple[Sequence[str], FileWords]) -> str:
    """Give the field of a topic that a figure of a sentence prints: given, or a rate that is worked out."""
    grounds, words = known
    written = text[figure.start : figure.end]
    for path in grounds:
        if words.values.get(path) == written and path.startswith(f"{dotted(topic.path)}."):
            return path.rpartition(".")[2]
    rates = topic.topic.rates if topic.topic else ()
    return next(
        (one.name for one in rates if figure.unit == PERCENT and text[: figure.start].endswith(one.name)), ""
    )
