"""The matcher: each figure of a sentence and the field that it is, sure or doubtful, or a label of its own.

A wrong field is worse than none. A field is sure only where its unit agrees, its own words stand in the clause,
nothing else stands there that could make it another thing, no other field fits as well, and what was said before does
not narrow it to a part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.patterns import pattern
from generator.recognition.clauses import Said, said_figures
from generator.recognition.fillers import NARROWING, STRONG, WHOLE
from generator.recognition.fits import LONG_WORD, FieldFit, clause_words, fit_of, keys_of, takes
from generator.recognition.homes import likeliest_homes
from generator.recognition.labels import is_change, own_label
from generator.recognition.likeness import LEAST, like_fields
from generator.recognition.qualifiers import is_qualified
from generator.recognition.spoken import FieldWords, spoken_fields, topic_words
from generator.topics.kinds import MisreadError, read
from generator.topics.topic import Field, Topics

_MOST_LEFT, _PAIR = 4, 2
_FIGURES = pattern("[0-9][0-9.,]*[万亿]?[一-龥%]?")
_TOOK_PART = "参加"
_HELD = frozenset({"开展", "组织", "举办", "举行", "召开"})
_LISTED = pattern("[和与及、][^，,；;。：:！？\\n]*")


@lru_cache(maxsize=8)
def matcher_for(topics: Topics) -> Matcher:
    """Give the matcher of these topics, made once."""
    return Matcher(topics)


class Recognised(NamedTuple):
    """One figure of a text, `start:end` with its words of approximation.

    `field` is the field of `home` that it is, or may be where it is not `sure`, None where none is like it; `label` is
    what it would be called in a mark where it is no field, empty where the words beside it make no label. `claim` says
    how much it claims to be the field's figure: -1 more of its clause speaks against it (容缺受理 is no 受理), 0 as
    much for it, 1 its clause says the field alone, 2 and the whole year.
    """

    start: int
    end: int
    written: str
    label: str
    field: Field | None = None
    home: str = ""
    sure: bool = False
    claim: int = 0
    number: Decimal = Decimal(0)
    unit: str = ""

    def name(self, here: str) -> str:
        """Give the label that a mark in a text under the topic `here` would have."""
        if self.field is None or not self.sure:
            return self.label
        return self.field.name if self.home == here else f"{self.home}.{self.field.name}"

    @property
    def key(self) -> tuple[str, str]:
        """The topic and the name of the field that it is or may be; two empty texts where none is like it."""
        return (self.home, self.field.name) if self.field else ("", "")


class Matcher:
    """Recognises figures by the declarations of topics, which it takes apart once."""

    def __init__(self, topics: Topics) -> None:
        """Take the declarations apart."""
        self._homes = spoken_fields(topics)
        self._fields = tuple(one for fields in self._homes.values() for one in fields)
        self._by_start: dict[str, set[int]] = {}
        for at, one in enumerate(self._fields):
            rate_of = {one.field.numerator, one.field.denominator} - {""}
            for start in {*(key[:_PAIR] for key in keys_of(one)), *rate_of}:
                self._by_start.setdefault(start, set()).add(at)
        self.homes: Collection[str] = self._homes.keys()
        """The topics under which a facts file has fields."""
        self._words = topic_words(topics)
        self._by_name = frozenset(
            (home, one.field.name)
            for home, fields in self._homes.items()
            for one in fields
            if any(phrase.startswith(home) for phrase in one.phrases)
        )

    def recognise(self, text: str, home: str = "", narrowed: str = "") -> tuple[Recognised, ...]:
        """Give the figures of a text that can be facts, in their order.

        `home` is the topic under which the text stands, 第一责任人 for its part, empty where it is under none;
        `narrowed` are words that stand before the text and say what it is about, such as a 小标题.
        """
        done: list[Recognised] = []
        for said in said_figures(text):
            one = self._one(said, home, narrowed, done, text)
            if one is not None:
                done.append(one)
        return tuple(_without_listed(without_rivals(done, undisputed(done)), text))

    def homes_of(self, text: str) -> tuple[str, ...]:
        """Give the topic that a text is of, by sure figures, then by what its declaration says; several are alike.

        Empty where it is of none.
        """
        own = {
            home: [one for one in self.recognise(text, home) if one.home == home and one.claim >= 0]
            for home in self._words
        }
        return likeliest_homes(_FIGURES.sub("|", text), self._words, own, self._by_name, LONG_WORD)

    def like(self, word: str, home: str = "", unit: str = "", least: float = LEAST) -> tuple[FieldWords, ...]:
        """Give the fields whose names are like a word, under a topic or under any, those alone that take the unit.

        `least` is the share of the word and the name that must be the same.
        """
        homes = [self._homes.get(home, ())] if home else self._homes.values()
        fields = (one for fields in homes for one in fields)
        return like_fields(word, (one for one in fields if not unit or takes(one.field, unit)), least)

    def spoken_of(self, word: str) -> frozenset[tuple[str, str]]:
        """Give the topics and fields whose printed words hold a word, or whose name the word holds."""
        return frozenset(
            (one.topic, one.field.name)
            for fields in self._homes.values()
            for one in fields
            if any(word in said for said in (*one.names, *one.phrases))
            or any(len(name) >= LONG_WORD and name in word for name in one.names)
        )

    def homes_with(self, name: str, home: str) -> tuple[str, ...]:
        """Give the topics in which a label would be a field: this topic, or under none all that have it."""
        return tuple(
            one
            for one, fields in self._homes.items()
            if one == (home or one) and any(name in (each.field.name, *each.field.aliases) for each in fields)
        )

    def _one(
        self, said: Said, home: str, narrowed: str, done: Sequence[Recognised], text: str
    ) -> Recognised | None:
        before = done[-1] if done and not _ends_between(text, done[-1].end, said.start) else None
        last = before.name(home).rpartition(".")[2] if before else ""
        written = text[said.start : said.end]
        fit = self._best(said, home, before)
        if fit is None and len(clause_words(said)) >= LONG_WORD:
            fit = self._best(said, home, None, elsewhere=True)
            fit = fit if fit and not fit[0].left and fit[0].own >= LONG_WORD else None
        label = own_label(said, last)
        if fit is None:
            plain = Recognised(said.start, said.end, written, label=label, unit=said.figure.unit)
            return None if said.vague or is_change(said) else plain
        best, alone = fit
        field = best.spoken.field
        wording = wording_said(said, field)
        claims = alone and not best.left and wording is not None and _readable(written, field)
        claims = claims and not is_qualified(said, best.spoken)
        sure = claims and _in_scope(said, best, before, narrowed, home)
        start = said.start - len(wording or "") * sure
        if text[start : said.start] != (wording or "") * sure:  # the words are those of the figure before it
            start, sure = said.start, False
        if best.left and is_change(said):
            return None
        claim = (2 if WHOLE.search(said.before) else 1) if claims else 0
        claim = -1 if best.left >= best.own and best.own < LONG_WORD else claim
        written, number = text[start : said.end], said.figure.number
        return Recognised(start, said.end, written, label, field, best.spoken.home, sure, claim, number)

    def _best(
        self, said: Said, home: str, before: Recognised | None, *, elsewhere: bool = False
    ) -> tuple[FieldFit, bool] | None:
        """Give the field of a topic, or of all others, that fits best, and whether it alone does."""
        words = clause_words(said)
        rate_of = before.field.name if before and before.field and before.sure else ""
        starts = {words[at : at + _PAIR] for at in range(len(words) - 1)} | {rate_of}
        near = sorted({at for start in starts for at in self._by_start.get(start, ())})
        fields = (self._fields[at] for at in near if (self._fields[at].home != home) is elsewhere)
        fits = [fit for one in fields if (fit := fit_of(one, said.figure.unit, words, rate_of))]
        fits.sort(key=lambda fit: (fit.left, -fit.own, not fit.named))
        best = fits[0] if fits else None
        if best is None or not (best.left <= _MOST_LEFT or best.close):
            return None
        rivals = [
            one for one in fits[1:] if (one.left, one.own, one.named) == (best.left, best.own, best.named)
        ]
        return best, not rivals


def undisputed(figures: Iterable[Recognised]) -> Mapping[tuple[str, str], Decimal | None]:
    """Give for each topic and field the one number that its figures say: of the whole year, else all of them alike.

    None where two figures that claim to be it as much say different numbers.
    """
    claims: dict[tuple[str, str], dict[Decimal, int]] = {}
    for one in figures:
        if one.claim > 0:
            numbers = claims.setdefault(one.key, {})
            numbers[one.number] = max(one.claim, numbers.get(one.number, 0))
    best = {
        key: [number for number, claim in numbers.items() if claim == max(numbers.values())]
        for key, numbers in claims.items()
    }
    return {key: numbers[0] if len(numbers) == 1 else None for key, numbers in best.items()}


def without_rivals(
    figures: Iterable[Recognised], numbers: Mapping[tuple[str, str], Decimal | None]
) -> Iterator[Recognised]:
    """Give the figures, those not sure of whose field another number is said, or none that is undisputed."""
    return (one._replace(sure=one.sure and numbers.get(one.key) == one.number) for one in figures)


def _without_listed(figures: Iterable[Recognised], text: str) -> Iterator[Recognised]:
    """Give the figures, those not sure that are items of one list for one field: 街道调委会1个、社区调委会17个."""
    known = tuple(figures)
    parts = {
        at
        for first, second in enumerate(known[1:])
        if second.field is not None
        and second.key == known[first].key
        and _LISTED.fullmatch(text, known[first].end, second.start)
        for at in (first, first + 1)
    }
    return (one._replace(sure=one.sure and at not in parts) for at, one in enumerate(known))


def marked_sentence(text: str, figures: Sequence[Recognised], home: str) -> str:
    """Write a sentence under a topic with marks around its figures; what is not sure takes a label of its own.

    Of two figures with one label only the first is marked.
    """
    names = [one.name(home) for one in figures]
    for number, one in reversed([*enumerate(figures)]):
        if (name := names[number]) and name not in names[:number]:
            text = f"{text[: one.start]}【{name}：{one.written}】{text[one.end :]}"
    return text


def wording_said(said: Said, field: Field) -> str | None:
    """Give the 说法 that stands right before a figure, empty where the first is meant; None where that can't be told."""
    others = [*field.wordings][1:] if field.units else []
    if said.before.endswith(tuple(others)) and said.start == said.figure.start:
        return max((one for one in others if said.before.endswith(one)), key=len)
    if said.before.endswith(tuple(field.wordings[one] for one in others if _says_less(field, one))):
        return ""
    heard = [one for one in others if one in said.before + said.after]
    alike = (one for one in heard if _says_less(field, one) or {field.wording, one} <= _HELD)
    return "" if [*alike] == heard else None


def _says_less(field: Field, wording: str) -> bool:
    """Tell whether the first 说法 is true wherever this one is: who held a training took part; 预案 of 修订预案."""
    said = field.wordings[wording]
    return said != wording and (_TOOK_PART in field.wording or said.endswith(field.wording))


def _readable(written: str, field: Field) -> bool:
    try:
        read(written, field)
    except MisreadError:
        return False
    return True


def _ends_between(text: str, start: int, end: int) -> bool:
    return any(sign in text[start:end] for sign in "。！？\n")


def _in_scope(said: Said, best: FieldFit, before: Recognised | None, narrowed: str, home: str) -> bool:
    """Tell whether what was said before leaves a figure to be that of the unit and the whole year."""
    clause = said.before + said.after
    if "其中" in clause and not best.spoken.is_part:
        return False
    if best.spoken.home != home and home:
        return False
    whole = WHOLE.search(clause)
    if narrowed and not whole:
        return False
    if "其中" in said.sentence and not best.spoken.is_part and not whole:
        return False
    if before is not None and not (before.sure and before.home == best.spoken.home) and not whole:
        return best.own >= LONG_WORD and not _narrows(said, best.spoken)
    return not _narrows(said, best.spoken)


def _narrows(said: Said, one: FieldWords) -> bool:
    """Tell whether what was said before may make a figure one of a part: a field of enforcement, a project, a place."""
    heard = [(NARROWING, said.sentence), (STRONG, said.passage)]
    return any(
        text[max(0, match.start() - LONG_WORD) : match.start()] not in one.words or match[0] != "领域"
        for shape, text in heard
        for match in shape.finditer(text)
    )
