"""Where each sentence of a report stands in its blocks, and which sentences rest on which lines of the facts file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.commands.explain import FORMULA, LAST
from generator.document.text.block import Block
from generator.drafting.marks import GroundedSentence
from generator.facts import Facts


class SentencePlace(NamedTuple):
    """A sentence in its block: from which character to which, and its number in reading order."""

    block: int
    start: int
    end: int
    number: int


def sentences_in(blocks: Sequence[Block], sentences: Iterable[GroundedSentence]) -> tuple[SentencePlace, ...]:
    """Give the place of each sentence; one whose words the blocks have not as they are has none."""
    places = []
    block, at = 0, 0
    for number, sentence in enumerate(sentences):
        words = sentence.text.strip()
        for there in range(block, len(blocks)):
            start = blocks[there].text.find(words, at if there == block else 0)
            if words and start >= 0:
                block, at = there, start + len(words)
                places.append(SentencePlace(there, start, at, number))
                break
    return tuple(places)


def sentences_by_line(sentences: Sequence[GroundedSentence], facts: Facts) -> Mapping[int, tuple[int, ...]]:
    """Give the numbers of the sentences that rest on each line of the file of these facts."""
    lines: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentences):
        own = (path for path in sentence.grounds if not path.startswith((FORMULA, LAST)))
        for line in {facts.place(path).line for path in own}:
            lines.setdefault(line, []).append(number)
    return {line: tuple(numbers) for line, numbers in lines.items()}


def is_formulaic(sentence: GroundedSentence) -> bool:
    """Tell whether no fact of the file stands behind a sentence."""
    return all(path.startswith(FORMULA) for path in sentence.grounds)


def sentences_by_field(sentences: Sequence[GroundedSentence]) -> Mapping[str, int]:
    """Give, by its path, the first sentence that prints each fact; of several the one with the fewest facts."""
    first: dict[str, tuple[int, int]] = {}
    for number, sentence in enumerate(sentences):
        for path in sentence.grounds:
            if not path.startswith((FORMULA, LAST)):
                first[path] = min(first.get(path, (10_000, 0)), (len(sentence.grounds), number))
    return {field: number for field, (_, number) in first.items()}
