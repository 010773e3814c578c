"""Own sentences that rest on a total told elsewhere: 其余7件正在调解, 这231件都建了台账, 另有2件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.numbers.prose import Figure, figures
from generator.patterns import pattern

_SENTENCE = pattern("[^。！？；\n]+[。！？；]?[”）]*")
_REST, _SAME, _MORE = "其余", "这", "另有"
_OPENS = pattern(
    rf"[\s”）]*(?:(?P<{_REST}>其余|余下|剩余|剩下|尚有|尚余)|(?P<{_SAME}>这|上述|前述|以上(?!率下))|(?P<{_MORE}>另有|另外还?有?|还有))的?"
)
_NOUN = pattern("[^，、由在为向对把将与和按经被参到于因均都]{0,6}")
"""What may stand between that word and its figure: 尚有信访积案3件; not 其余的由3名干部包保, nor 这项工作开展3次."""
_NOTHING = pattern("")


class Resting(NamedTuple):
    """A sentence that begins so, by the kind of its first word; the figure behind that, where there is one."""

    text: str
    kind: str
    figure: Figure | None

    def may_rest_on(self, other: Figure) -> bool:
        """Tell whether another figure can be what it rests on: more than a rest, just as much as 这231件."""
        mine = self.figure
        if mine is None:
            return self.kind == _SAME and other.counted
        if not mine.like(other):
            return False
        if self.kind == _REST:
            return other.number > mine.number
        return self.kind == _MORE or other.number == mine.number

    def is_left_of(self, whole: Figure, part: Figure) -> bool:
        """Tell a rest that is just what one figure leaves of another."""
        mine = self.figure
        counted = mine is not None and self.kind == _REST and mine.like(whole) and mine.like(part)
        return counted and mine is not None and whole.number - part.number == mine.number


def resting_sentences(text: str) -> Iterator[tuple[Resting, str]]:
    """Give the sentences of an own text that rest on what is told before them, each with what the text says before."""
    for one in _SENTENCE.finditer(text):
        opens = _OPENS.match(one[0])
        if opens is None:
            continue
        first = next(iter(figures(one[0])), None)
        noun = _NOUN if not opens[_SAME] else _NOTHING
        near = first if first and noun.fullmatch(one[0], opens.end(), first.start) else None
        if near or (opens[_SAME] and opens[_SAME] != _SAME):
            yield Resting(one[0], opens.lastgroup or "", near), text[: one.start()]


def rests_within(resting: Resting, told: str) -> bool:
    """Tell whether what a text says before such a sentence has a figure that it can rest on."""
    return any(map(resting.may_rest_on, figures(told)))


def resting_fields(resting: Resting, known: Sequence[tuple[str, Figure]]) -> list[str]:
    """Give the names of the figures that such a sentence rests on; all that may be meant, where that is not known."""
    pairs = [
        (whole, part) for whole, total in known for part, done in known if resting.is_left_of(total, done)
    ]
    if len(pairs) == 1:
        return [*pairs[0]]
    return [name for name, figure in known if resting.may_rest_on(figure)]
