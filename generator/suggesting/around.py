"""What stands around a figure and tells its topic: the figures before it, headings, the office, the line above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.patterns import pattern
from generator.suggesting.homes import Homes
from generator.suggesting.phrases import Phrase

_COLLECTS = pattern("党政|综合办|^办公室")


class Around(NamedTuple):
    """The topics that are spoken of around a figure.

    `before` are those of the sure figures of its sentence, in their order, `words` those that headings, categories
    and the words before a colon name, the nearest first, `trail` that of the sure figure right before its sentence
    from the same sender. `office` are all topics of the sender, which is hardly more than a hint.
    `unsure` tells that the figure right before it in its sentence is not sure, `last` is the field of one that is,
    which ends at `last_end`. `collects` tells that the sender gathers what all offices report: 党政办.
    """

    before: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    office: frozenset[str]
    trail: str
    unsure: bool = False
    last: tuple[str, str] = ("", "")
    last_end: int = 0
    collects: bool = False

    @property
    def firm(self) -> Iterator[frozenset[str]]:
        """What may decide between topics, the nearest first."""
        yield frozenset(self.before[-1:])
        yield frozenset(self.before)
        yield from self.words
        yield frozenset({self.trail} if self.trail else ())

    @property
    def near(self) -> tuple[str, ...]:
        """The topics that are spoken of, the nearest first; of a heading only where it is of one."""
        named = (home for homes in self.words if len(homes) == 1 for home in homes)
        return tuple(dict.fromkeys((*reversed(self.before), *named)))

    @property
    def spoken(self) -> Iterator[str]:
        """All topics that the figures before it and headings name."""
        yield from self.before
        for homes in self.words:
            yield from homes
        yield self.trail

    def speaks_of_nothing(self, home: str) -> bool:
        """Tell whether neither the sender nor anything around the figure is of a topic."""
        return home not in self.office and home not in self.spoken

    def leaves(self, home: str) -> bool:
        """Tell whether the figures before it leave a topic to be meant by a short word: none is of another one."""
        return not self.before or home in self.before

    def speaks_against(self, home: str) -> bool:
        """Tell whether the sender is an office of other topics, and nothing else speaks for this one."""
        if self.collects or not self.office or home in self.office:
            return False
        return home != self.trail and home not in self.before and all(home not in one for one in self.words)


def around(phrase: Phrase, before: Sequence[str], trail: str, homes: Homes) -> Around:
    """Give what stands around a figure of a phrase."""
    named = [one for one in (*phrase.context, phrase.speaker.office) if homes.is_office(one)]
    offices = [homes.of_office(one) for one in named]
    words = [homes.of_words(one) for one in phrase.context if not homes.is_office(one)]
    office = next(filter(None, offices), frozenset())
    collects = bool(named) and bool(_COLLECTS.search(named[0]))
    return Around(tuple(before), tuple(filter(None, words)), office, trail, collects=collects)
