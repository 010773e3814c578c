"""Looking for many words at once, and what stands around a place in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from generator.checks.vocabulary import simplified
from generator.patterns import pattern

Entry = TypeVar("Entry")
Hit = TypeVar("Hit")

_FULL = str.maketrans("(),:;?!-－–０１２３４５６７８９", "（），：；？！———0123456789")
NARROW = frozenset(map(chr, _FULL))
"""What `half_width` puts another character for."""
_TO_FULL = pattern(f"[{re.escape(''.join(NARROW))}]")
DIGITS = "0123456789０１２３４５６７８９"
BLANKS = (" ", "\t", "\n", "\u00a0", "\u2002", "\u2003", "\u2009", "\u3000")
"""The digits and blanks that a text may have, as \\d and \\s of a pattern; U+2002 to U+2009 are those of web pages."""
_END = pattern(r"[。！？；\n]")
_STARTS_OR_ENDS = pattern(r"(?<![\\\[])[\^$]")
_TITLE = pattern(r"《[^《》\n]{1,80}》")
QUOTE = pattern(r"“[^“”\n]{1,60}”")


class WordSearch:
    """Many fixed words, all of them found in one pass over a text."""

    def __init__(self, words: Iterable[str]) -> None:
        """Put the words, of which there must be some, into one automaton."""
        import ahocorasick

        self._automaton = ahocorasick.Automaton()
        for word in words:
            self._automaton.add_word(word, word)
        self._automaton.make_automaton()

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Give each word wherever it stands, within others too, with the place of its last character."""
        places: Iterator[tuple[int, str]] = self._automaton.iter(text)
        return places


class Lexicon(Generic[Entry]):
    """Many words, found in one pass over a text; a longer word hides the shorter ones within it.

    `spared` are words that stand for nothing but hide what is within them.
    """

    def __init__(self, entries: Mapping[str, Entry], spared: Iterable[str] = ()) -> None:
        """Keep what the words stand for."""
        self._entries = entries
        self._words = WordSearch({*entries, *spared})

    def find(self, text: str) -> Iterator[tuple[int, str, Entry]]:
        """Give each word found, from left to right, with where it starts and what it stands for."""
        entries, at = self._entries, 0
        longest_first = sorted(
            (end - len(word) + 1, -len(word), word) for end, word in self._words.places(text)
        )
        for start, _length, word in longest_first:
            if start < at:
                continue
            at = start + len(word)
            if word in entries:
                yield start, word, entries[word]


@lru_cache(maxsize=1024)
def hits(lexicon: Lexicon[Entry], text: str) -> tuple[tuple[int, str, Entry], ...]:
    """Give what a lexicon finds in a text, remembered for the next rule that asks."""
    return tuple(lexicon.find(text))


@lru_cache(maxsize=512)
def half_width(text: str) -> str:
    """Give the text with full-width signs, half-width digits and one sort of dash, character for character."""
    return text.translate(_FULL) if _TO_FULL.search(text) else text


class PlainReading(NamedTuple):
    """A text as it is to be read: simplified characters, no inline pinyin; `places` lead back to the text."""

    text: str
    places: tuple[int, ...] | None = None

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the text itself."""
        return (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)


_SOUND = pattern(r"(?<=[一-龥])[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]")


@lru_cache(maxsize=512)
def reading(text: str) -> PlainReading:
    """Give a text in simplified characters and without inline pinyin."""
    pairs = simplified()
    if pairs.keys().isdisjoint(text):
        return PlainReading(text)
    gone = {place for match in _SOUND.finditer(text) for place in range(*match.span())}
    places = tuple(place for place in range(len(text)) if place not in gone)
    return PlainReading("".join(pairs.get(text[place], text[place]) for place in places), places)


class Misused(NamedTuple):
    """A word where another is meant: the paragraph, all that was read, the word in it with its place, what is right."""

    block: int
    read: str
    word: str
    place: tuple[int, int]
    right: str


def misused(
    whole: str, readings: Sequence[PlainReading], table: Sequence[tuple[re.Pattern[str], str]]
) -> Iterator[Misused]:
    """Give each word that a table of patterns finds, by the one named group that matched, with what the table puts.

    `whole` is the text of all paragraphs, which tells which patterns are worth asking of each.
    """
    said = [(shape, right) for shape, right in table if shape.search(whole)]
    for number, read in enumerate(readings if said else ()):
        for shape, right in said:
            for match in shape.finditer(read.text):
                name = next(name for name, words in match.groupdict().items() if words)
                yield Misused(number, match.group(), match[name], read.at(*match.span(name)), right)


_MANY = 1
"""What stands in more paragraphs than this is the way of the whole text, and is named once."""


def told_together(hits: Iterable[list[Hit]]) -> Iterator[tuple[int, list[Hit], str]]:
    """Give of what was found, paragraph by paragraph, each paragraph with any, or the first where they are many.

    With each go its number, what is in it, and how many there are of it in all, such as （本段共2处）, or an empty text.
    """
    there = [(number, one) for number, one in enumerate(hits) if one]
    many = len(there) > _MANY
    total = sum(len(one) for _number, one in there)
    for number, one in there[:1] if many else there:
        count, where = (total, "全文") if many else (len(one), "本段")
        yield number, one, f"（{where}共{count}处）" if count > 1 else ""


def is_character(sign: str) -> bool:
    """Tell whether a single sign is a Chinese character, as [一-龥] of a pattern does."""
    return "一" <= sign <= "龥"


def all_characters(said: str) -> bool:
    """Tell whether a text is made of Chinese characters alone; an empty one is."""
    return all(map(is_character, said))


def sentence_at(text: str, place: int) -> str:
    """Give the sentence, up to 。！？； or the line's end, that a place stands in."""
    ends, sentences = _sentences(text)
    return sentences[bisect_left(ends, place)]


def sentence_end(text: str, place: int) -> int:
    """Give where the sentence ends that a place stands in, behind its closing sign."""
    ends, _texts = _sentences(text)
    at = bisect_left(ends, place)
    return ends[at] + 1 if at < len(ends) else len(text)


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[list[int], list[str]]:
    """Give the places of the signs that end a text's sentences, and the sentences; behind the last sign one more."""
    ends = [match.start() for match in _END.finditer(text)]
    starts = [0, *(end + 1 for end in ends)]
    return ends, [text[start : end + 1] for start, end in zip(starts, [*ends, len(text)], strict=True)]


@lru_cache(maxsize=2048)
def has_shape(shape: re.Pattern[str], text: str) -> bool:
    """Tell whether a pattern is anywhere in a text, remembered for the next that asks of the same sentence."""
    return shape.search(text) is not None


def start_behind(shape: re.Pattern[str], text: str, place: int) -> int:
    """Give where the part of a text begins that a place stands in: behind the last sign of a shape before it."""
    spans = _spans(shape, text)
    before = bisect_left(spans, (place,))
    return spans[before - 1][1] if before else 0


@lru_cache(maxsize=512)
def _spans(shape: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in shape.finditer(text))


def span_around(shape: re.Pattern[str], text: str, place: int) -> tuple[int, int] | None:
    """Give the span of the match of a pattern that a place stands in, behind its first character."""
    spans = _spans(shape, text)
    before = bisect_left(spans, (place,))
    return spans[before - 1] if before and place < spans[before - 1][1] else None


def in_title(text: str, place: int) -> bool:
    """Tell whether a place stands between 《 and 》."""
    return span_around(_TITLE, text, place) is not None


def is_quoted(text: str, place: int) -> bool:
    """Tell whether a place stands between “ and ”."""
    return span_around(QUOTE, text, place) is not None


@lru_cache(maxsize=512)
def is_about_ends(shape: str) -> bool:
    """Tell whether a pattern has a ^ or $ that stands for a text's end, and not in [^…]."""
    return bool(_STARTS_OR_ENDS.search(shape))
