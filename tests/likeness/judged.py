"""How right what was found is: which planted passages are among it, and what else is."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from generator.likeness.normal import SHORTEST, NormalForms
from generator.likeness.reading import ReadForLikeness
from generator.resources import Templates


class Judged(NamedTuple):
    """Recall of passages by kind of copy, of sentences by kind, and how much of what was found is planted."""

    recall: dict[str, float]
    sentence_recall: dict[str, float]
    precision: float
    sentence_precision: float


def read_made(reports):
    """Give made reports as if they had been read; every sentence of theirs is long enough to count."""
    read = []
    for number, one in enumerate(reports):
        normal = NormalForms((one.unit, *one.villages), Templates())
        lines = [normal(text) for text in one.texts]
        lines = [line if len(line) >= SHORTEST else line + "短" * (SHORTEST - len(line)) for line in lines]
        read.append(ReadForLikeness(Path(str(number)), one.unit, 2023, "\n".join(lines)))
    return read


def judged(found, planted):
    """Hold what was found against what was planted: a passage is found where most of its sentences are."""
    pairs = defaultdict(set)
    for one in found:
        pairs[one.one, one.other] = {pair for passage in one.passages for pair in passage.pairs}
    truth = {tuple(sorted((one.donor, one.taker))): _in_order(one) for one in planted}
    hit, all_of, said, should = Counter(), Counter(), Counter(), Counter()
    for one in planted:
        key = tuple(sorted((one.donor, one.taker)))
        right = len(truth[key] & pairs.get(key, set()))
        all_of[one.kind] += 1
        hit[one.kind] += right * 2 >= len(one.pairs)
        said[one.kind] += right
        should[one.kind] += len(one.pairs)
    passages = [(one, passage) for one in found for passage in one.passages]
    right = sum(
        len({*passage.pairs} & truth.get((one.one, one.other), set())) * 2 >= len(passage.pairs)
        for one, passage in passages
    )
    every = sum(map(len, pairs.values()))
    true_pairs = sum(len(ones & truth.get(key, set())) for key, ones in pairs.items())
    return Judged(
        {kind: hit[kind] / all_of[kind] for kind in all_of},
        {kind: said[kind] / should[kind] for kind in all_of},
        right / max(1, len(passages)),
        true_pairs / max(1, every),
    )


def _in_order(one):
    return {pair if one.donor < one.taker else pair[::-1] for pair in one.pairs}
