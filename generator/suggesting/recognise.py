"""Each figure of a phrase with the field that it seems to be, by its own words and by what stands around it.

Notes are shorter than reports: 立案36件，办结36件 names no topic. So a figure is recognised under every topic whose words
it has, and of several that it may be under, the one is taken that its own words, the figures before it, a heading or
the office speak for; where none of these does, it stays a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.patterns import pattern
from generator.recognition.clauses import Said, said_figures
from generator.recognition.fillers import NARROWING
from generator.recognition.likeness import explained
from generator.recognition.matcher import Matcher, Recognised, matcher_for
from generator.suggesting.fields import FieldNames, core_of
from generator.suggesting.homes import Homes, merged
from generator.suggesting.phrases import Phrase
from generator.topics.topic import Topics

_CUT = pattern("[，、：:（）()]")
_PART = pattern("其中|分别|上年|去年|同期|同比|较上|比上|计划|预计|下一?年|明年")
_YEAR = pattern("(20[0-9]{2})年?(?:度)?|(上年|去年|上一年)")
_PERIOD = pattern("季度|[上下]半年|[0-9一二三四五六七八九十]月|[本当上]月|[本上这]周|月份")
_SHORT, _NAME, _LONG = 2, 3, 4


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
    """A field that a figure is if its topic is meant; `strong` where its words alone say so."""

    home: str
    field: str
    start: int
    strong: bool = False


class NotesReader:
    """Recognises the figures of notes by the declarations of topics; to be asked phrase by phrase, in their order."""

    def __init__(self, topics: Topics, year: int | None) -> None:
        """Take the topics, and the year of the report."""
        self._matcher: Matcher = matcher_for(topics)
        self._names = FieldNames(topics)
        self._homes = Homes(topics)
        self._year = year
        self._trail = ("", "")

    def tell(self, phrase: Phrase) -> tuple[Told, ...]:
        """Give the figures of a phrase that can be facts, in their order."""
        plain = {one.end: one for one in self._matcher.recognise(phrase.text)}
        options = self._options(phrase, plain)
        done: list[Told] = []
        for said in said_figures(phrase.text):
            if said.vague and said.end not in options:
                continue  # how long, how old: no fact that anybody asks after
            one = plain.get(said.end)
            told = Told(
                phrase,
                said.start,
                said.end,
                phrase.text[said.start : said.end],
                label=one.label if one else "",
                why=self._refusal(phrase, said.end),
            )
            done.append(told if told.why else self._chosen(told, said, options.get(said.end, []), done))
        if last := [one for one in done if one.sure]:
            self._trail = (phrase.speaker.origin, last[-1].home)
        return tuple(done)

    def _options(self, phrase: Phrase, plain: dict[int, Recognised]) -> dict[int, list[_Option]]:
        """Give for each figure, by its end, the fields that it surely is if its topic is meant."""
        options: dict[int, list[_Option]] = {}
        for home in self._names.homes_fitting(phrase.text):
            found = {one.end: one for one in self._alone(phrase.text, home) if one.sure and one.home == home}
            found |= {
                one.end: one
                for one in self._matcher.recognise(phrase.text, home)
                if one.sure and one.home == home
            }
            for one in found.values():
                known = plain.get(one.end)
                strong = known is not None and known.sure and known.key == one.key
                options.setdefault(one.end, []).append(_Option(*one.key, one.start, strong))
        return options

    def _alone(self, text: str, home: str) -> Iterator[Recognised]:
        """Recognise each clause by itself, where what was said before it can't narrow it."""
        for start, end in _clauses(text):
            if _PART.search(text, 0, end) or NARROWING.search(text, 0, end):
                return
            for one in self._matcher.recognise(text[start:end], home):
                yield one._replace(start=one.start + start, end=one.end + start)

    def _chosen(self, told: Told, said: Said, options: list[_Option], done: Sequence[Told]) -> Told:
        """Take of several fields the one that is spoken of."""
        before = [one.home for one in done if one.sure]
        if any(_PERIOD.search(one) for one in (*told.phrase.context, told.phrase.text[: said.start])):
            return self._likely(told, before)
        if not options and before and (field := self._names.meant(told.phrase.text, said.end, before[-1])):
            options = [_Option(before[-1], field, said.start, strong=True)]
        if not any(one.strong for one in options):
            options = self._called(said, told.phrase) or options
        meant, supported = self._narrowed(told.phrase, said, options, before)
        if not meant:
            return self._likely(told, before)
        one = meant[0]
        named = set(self._names.named(said.before + said.after, said.figure.unit))
        sure = len(meant) == 1 and (supported or one.strong) and (not named or (one.home, one.field) in named)
        return told._replace(
            start=one.start,
            written=told.phrase.text[one.start : told.end],
            home=one.home,
            field=one.field,
            sure=sure,
        )

    def _called(self, said: Said, phrase: Phrase) -> list[_Option]:
        """Give the fields whose whole name the clause is, at most without 次数 or 人数.

        Two characters (立案, 化解) say that only where no other office than the topic's own says them.
        """
        core, office = core_of(said.before), phrase.speaker.office
        earlier = phrase.text[: said.start]
        if said.after or len(core) < _SHORT or NARROWING.search(earlier) or _PART.search(earlier):
            return []
        own = self._homes.of_office(office) if office else frozenset(self._homes.names)
        return [
            _Option(one.home, one.field.name, said.start, strong=True)
            for one in self._names.called(said.before, said.figure.unit)
            if len(core) >= _NAME or one.home in own
        ]

    def _narrowed(
        self, phrase: Phrase, said: Said, options: list[_Option], before: Sequence[str]
    ) -> tuple[list[_Option], bool]:
        """Leave of the options those that most speaks for, and tell whether anything spoke for them."""
        clause = said.before + said.after
        core = core_of(said.before)
        supported = False
        for speaks in (
            lambda one: len(one.field) >= _LONG and one.field in clause,
            lambda one: len(core) >= _NAME and core == one.field,
            lambda one: explained(clause.replace(one.field, "|"), one.home) > 1,
            *self._around(phrase, before),
        ):
            meant = [one for one in options if speaks(one)]
            if meant:
                options, supported = meant, True
        return options, supported

    def _around(self, phrase: Phrase, before: Sequence[str]) -> Iterator[Callable[[_Option], bool]]:
        """Give what stands around a phrase, the nearest first: figures before it, headings, the office, the line above."""
        groups = [frozenset(before[-1:]), frozenset(before)]
        groups += [self._homes.of_words(one) for one in phrase.context]
        groups += [self._homes.of_office(phrase.speaker.office)]
        if self._trail[0] == phrase.speaker.origin:
            groups.append(frozenset({self._trail[1]}))
        for homes in groups:
            yield lambda one, homes=homes: one.home in homes  # type: ignore[misc]

    def _likely(self, told: Told, before: Sequence[str]) -> Told:
        """Give the field that a figure may be, of the topics that are spoken of, then of any."""
        phrase = told.phrase
        words = merged(self._homes.of_words(one) for one in phrase.context)
        homes = (*reversed(before), *words, *self._homes.of_office(phrase.speaker.office), "")
        for home in dict.fromkeys(homes):
            for one in self._matcher.recognise(phrase.text, home):
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
        if not last or (digits and (self._year is None or int(digits) == self._year)):
            return ""
        return f"说的是{digits}年" if digits else f"说的是{last}"


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CUT.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)
