"""Which sentences of many reports are alike: an inverted index of whole sentences, then one of rare pieces of four.

Nothing is kept for a sentence but a few numbers: forty thousand reports stand in memory as one text each.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, combinations, product
from typing import NamedTuple

from generator.likeness.reading import TO_THE_LETTER

ALIKE = 85
"""Two sentences of which so much in a hundred is the same, counted in characters, are alike."""

_PARTS = 16
_AT_ONCE = 300_000
"""So many sentences, or a sixteenth of all pieces, are in memory as objects at a time."""
_PIECE = 4
_RARE, _RARE_OF_FEW = 12, 3
"""Pieces begin with one of the rarest characters, which make up one in so many; of few reports there may be more."""
_EACH_WITH_EACH = 24
"""Of so many places that have a piece or a sentence, each is held against each; of more against the next alone."""
_COMMON = 240
"""A piece that so many sentences have is not rare."""
_SAMPLED = 2000

_TO_THE_LETTER = re.compile(f"(?m)^{TO_THE_LETTER}.*")

SentencePair = tuple[int, int]


class LikeSentences(NamedTuple):
    """The sentences that two reports share: pairs of their numbers within each; `one` is the earlier of the two."""

    one: int
    other: int
    pairs: tuple[SentencePair, ...]


class _Corpus:
    """Many reports, each a text of lines, and where each of all their sentences stands."""

    def __init__(self, reports: Sequence[str]) -> None:
        self.reports = reports
        counts = [text.count("\n") + 1 if text else 0 for text in reports]
        self.firsts = array("I", accumulate(counts, initial=0))
        self.starts, self.ends = array("I"), array("I")
        for text in filter(None, reports):
            ends = [*accumulate([len(line) + 1 for line in text.split("\n")], initial=0)]
            self.starts.extend(ends[:-1])
            self.ends.extend([end - 1 for end in ends[1:]])

    def report_of(self, sentence: int) -> int:
        return bisect_right(self.firsts, sentence) - 1

    def text_of(self, sentence: int, report: int) -> str:
        return self.reports[report][self.starts[sentence] : self.ends[sentence]]


def like_sentences(reports: Sequence[str], compared: Callable[[int, int], bool]) -> Iterator[LikeSentences]:
    """Give the sentences alike of every two reports, each report a text with a sentence's normal form on each line.

    `compared` tells of the numbers of two reports whether they are to be held against each other.
    """
    corpus = _Corpus(reports)
    found: dict[tuple[int, int], set[SentencePair]] = defaultdict(set)

    def keep(one: int, other: int) -> None:
        first, second = sorted(((corpus.report_of(one), one), (corpus.report_of(other), other)))
        if first[0] != second[0] and compared(first[0], second[0]):
            at, to = first[1] - corpus.firsts[first[0]], second[1] - corpus.firsts[second[0]]
            found[first[0], second[0]].add((at, to))

    same = _same_sentences(corpus)
    for numbers in same.values():
        for one, other in _pairs(numbers):
            keep(one, other)
    for one, other in _nearly_same(corpus, _said_before(corpus, same)):
        those, others = (same.get(number, [number])[:_EACH_WITH_EACH] for number in (one, other))
        for first, second in product(those, others):
            keep(first, second)
    for one, other in sorted(found):
        yield LikeSentences(one, other, tuple(sorted(found[one, other])))


def _same_sentences(corpus: _Corpus) -> dict[int, list[int]]:
    """Give the sentences that are the same, by the first of them, which is among them."""
    keys = array("q")
    for text in filter(None, corpus.reports):
        keys.extend(map(hash, text.split("\n")))
    same: dict[int, list[int]] = {}
    parts = 1 + len(keys) // _AT_ONCE
    for part in range(parts):
        first: dict[int, int] = {}
        for number, key in enumerate(keys):
            if key % parts == part and (earlier := first.setdefault(key, number)) != number:
                same.setdefault(earlier, [earlier]).append(number)
    return same


def _said_before(corpus: _Corpus, same: Mapping[int, Sequence[int]]) -> bytearray:
    """Give a mark for each sentence that an earlier one is the same as."""
    marks = bytearray(corpus.firsts[-1])
    for numbers in same.values():
        for number in numbers[1:]:
            marks[number] = 1
    return marks


def _pairs(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Give each with each, or of very many each with the first few and with the next few."""
    if len(numbers) <= _EACH_WITH_EACH:
        return combinations(numbers, 2)
    near = ((one, other) for step in (1, 2, 3) for one, other in zip(numbers, numbers[step:], strict=False))
    return chain(((first, one) for first in numbers[:3] for one in numbers[3:]), near)


def _nearly_same(corpus: _Corpus, said_before: bytearray) -> Iterator[tuple[int, int]]:
    """Give the pairs of sentences that share a rare piece and are alike."""
    from rapidfuzz.fuzz import ratio

    for numbers in _sharing(corpus, said_before):
        reports = [corpus.report_of(one) for one in numbers]
        texts = [corpus.text_of(one, report) for one, report in zip(numbers, reports, strict=True)]
        for one, other in _close(len(numbers)):
            if reports[one] != reports[other] and ratio(texts[one], texts[other], score_cutoff=ALIKE):
                yield numbers[one], numbers[other]


def _close(many: int) -> Iterable[tuple[int, int]]:
    if many <= _EACH_WITH_EACH:
        return combinations(range(many), 2)
    return ((one, one + 1) for one in range(many - 1))


def _sharing(corpus: _Corpus, said_before: bytearray) -> Iterator[list[int]]:
    """Give the sentences that share each rare piece; a piece of four characters is one number of 64 bits."""
    keys, holders = _pieces(corpus, said_before)
    for part in range(_PARTS):
        rare = {key for key, count in Counter(keys[part]).items() if 1 < count <= _COMMON}
        sharing: dict[int, list[int]] = {}
        for key, holder in zip(keys[part], holders[part], strict=True):
            if key in rare:
                sharing.setdefault(key, []).append(holder)
        keys[part], holders[part] = array("Q"), array("I")
        yield from sharing.values()


def _pieces(corpus: _Corpus, said_before: bytearray) -> tuple[list[array[int]], list[array[int]]]:
    """Give the rare pieces of all sentences and the sentence that each is of, in parts that have no piece in common."""
    keys = [array("Q") for _part in range(_PARTS)]
    holders = [array("I") for _part in range(_PARTS)]
    heads = "".join(map(re.escape, _rare_heads(corpus.reports)))
    if not heads:
        return keys, holders
    pieces = re.compile(f"\n|(?=([{heads}].{{{_PIECE - 1}}}))")
    add_key, add_holder = [one.append for one in keys], [one.append for one in holders]
    for report, text in enumerate(corpus.reports):
        own = _TO_THE_LETTER.sub("", text) if TO_THE_LETTER in text else text
        found = pieces.findall(own)  # of all sentences in one go, with an empty text for the end of each
        number = corpus.firsts[report]
        # Chinese characters are each one unit of UTF-16, and four are the 64 bits of one number
        left = iter(array("Q", "".join(found).encode("utf-16-le")))
        for piece in found:
            if not piece:
                number += 1
                continue
            key = next(left)
            if not said_before[number]:
                add_key[part := key % _PARTS](key)
                add_holder[part](number)
    return keys, holders


def _rare_heads(reports: Sequence[str]) -> list[str]:
    """Give the rarest characters of a sample of the reports that stand in it more than once."""
    step = max(1, len(reports) // _SAMPLED)
    counts = Counter("".join(reports[::step]))
    del counts["\n"], counts[TO_THE_LETTER]
    rarest = sorted((one for one in counts if counts[one] > 1), key=lambda one: (counts[one], one))
    most = sum(counts.values()) / (_RARE if step > 1 else _RARE_OF_FEW)
    sums = accumulate(counts[one] for one in rarest)
    return [one for one, total in zip(rarest, sums, strict=True) if total <= most] or rarest
