"""Each figure of a phrase with the field that it seems to be, by its own words and by what stands around it.

Notes are shorter than reports: 立案36件，办结36件 names no topic. So a figure is recognised under every topic, and of
several that it may be under, the one is taken that a heading, the office, or the figures beside it speak for; where
none of these does, it stays a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.patterns import pattern
from generator.recognition.fillers import NARROWING
from generator.recognition.matcher import Matcher, Recognised, matcher_for
from generator.suggesting.homes import Homes, merged
from generator.suggesting.phrases import Phrase
from generator.topics.topic import Topics

_CUT = pattern("[，、：:（）()]")
_PART = pattern("其中|分别|上年|去年|同期|同比|较上|比上|计划|预计|下一?年|明年")
_YEAR = pattern("(20[0-9]{2})年?(?:度)?|(上年|去年|上一年)")


class Told(NamedTuple):
    """A figure of a phrase, `start:end` in its text: the field that it is where `sure`, else may be, else its label.

    `why` says in Chinese why it is none that can be offered: of another year, a part of a sum; empty for the others.
    """

    phrase: Phrase
    start: int
    end: int
    written: str
    home: str = ""
    field: str = ""
    sure: bool = False
    label: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The topic and the field."""
        return self.home, self.field


class _Option(NamedTuple):
    home: str
    one: Recognised
    strong: bool


class NotesReader:
    """Recognises the figures of notes by the declarations of topics."""

    def __init__(self, topics: Topics, year: int | None) -> None:
        """Take the topics, and the year of the report."""
        self._matcher: Matcher = matcher_for(topics)
        self._homes = Homes(topics)
        self._year = year

    def tell(self, phrase: Phrase) -> Iterator[Told]:
        """Give the figures of a phrase that can be facts, in their order."""
        options = self._options(phrase)
        settled = {
            end: found[0].home for end, found in options.items() if len({one.home for one in found}) == 1 and found[0].strong
        }
        near = frozenset(settled.values())
        plain = {one.end: one for one in self._matcher.recognise(phrase.text)}
        for end in sorted({*options, *plain}):
            why = self._refusal(phrase, end)
            one = plain.get(end)
            told = Told(
                phrase,
                one.start if one else options[end][0].one.start,
                end,
                one.written if one else options[end][0].one.written,
                label=one.label if one else "",
                why=why,
            )
            yield told if why else self._chosen(told, options.get(end, ()), near)

    def _options(self, phrase: Phrase) -> dict[int, list[_Option]]:
        """Give for each figure, by its end, the fields that it surely is if its topic is meant."""
        options: dict[int, list[_Option]] = {}
        anywhere = {one.end: one for one in self._matcher.recognise(phrase.text) if one.sure}
        for home in self._homes.names:
            found = self._matcher.recognise(phrase.text, home)
            alone = [one for clause in _clauses(phrase.text) for one in self._alone(clause, phrase.text, home)]
            for one in {each.end: each for each in (*alone, *found) if each.sure and each.home == home}.values():
                known = anywhere.get(one.end)
                options.setdefault(one.end, []).append(_Option(home, one, known is not None and known.key == one.key))
        return options

    def _alone(self, clause: tuple[int, int], text: str, home: str) -> Iterator[Recognised]:
        """Recognise a clause by itself, where what was said before it can't narrow it."""
        start, end = clause
        if _PART.search(text, 0, end) or NARROWING.search(text, 0, end):
            return
        for one in self._matcher.recognise(text[start:end], home):
            yield one._replace(start=one.start + start, end=one.end + start)

    def _chosen(self, told: Told, options: Sequence[_Option], near: frozenset[str]) -> Told:
        """Take of several fields the one whose topic is spoken of."""
        phrase = told.phrase
        words = merged(self._homes.of_words(one) for one in phrase.context)
        office = self._homes.of_office(phrase.speaker.office) if phrase.speaker.office else frozenset()
        for homes in (words, near, office):
            meant = [one for one in options if one.home in homes]
            if len(meant) == 1:
                return _as(told, meant[0], sure=True)
            if meant:
                options = meant
        if len(options) == 1:
            return _as(told, options[0], sure=options[0].strong)
        if options:
            return _as(told, options[0], sure=False)
        return self._likely(told, (*words, *near, *office))

    def _likely(self, told: Told, homes: Sequence[str]) -> Told:
        """Give the field that a figure may be, of the topics that are spoken of, then of any."""
        for home in (*dict.fromkeys(homes), ""):
            for one in self._matcher.recognise(told.phrase.text, home):
                if one.end == told.end and one.field is not None and one.claim >= 0:
                    return told._replace(home=one.home, field=one.field.name)
        return told

    def _refusal(self, phrase: Phrase, end: int) -> str:
        """Say why a figure is not of this report: of another year, or one of the parts of a sum."""
        if phrase.part:
            return "是分项，合计另有一行"
        years = [phrase.year] if phrase.year else [one[0] for one in _YEAR.finditer(phrase.text, 0, end)]
        last = years[-1] if years else ""
        digits = "".join(sign for sign in last if sign.isdigit())
        if last and (not digits or (self._year is not None and int(digits) != self._year)):
            return f"说的是{last.removesuffix('年').removesuffix('年度') + '年' if digits else last}"
        return ""


def _as(told: Told, option: _Option, *, sure: bool) -> Told:
    one = option.one
    assert one.field is not None  # an option is a field  # noqa: S101
    return told._replace(
        start=min(one.start, told.start), written=one.written, home=one.home, field=one.field.name, sure=sure
    )


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CUT.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)
