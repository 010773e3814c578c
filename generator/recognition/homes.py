"""Under which topic a text belongs: by the figures that are sure there, then by what its declaration says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from generator.recognition.likeness import explained


class Counted(Protocol):
    """What is asked of a figure: where it stands, whose field it is, and whether that is sure."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def sure(self) -> bool:
        """Whether it is the field for certain."""

    @property
    def key(self) -> tuple[str, str]:
        """The topic and the name of its field."""


def likeliest_homes(
    plain: str,
    words: Mapping[str, str],
    own: Mapping[str, Sequence[Counted]],
    by_name: Collection[tuple[str, str]],
    least: int,
) -> tuple[str, ...]:
    """Give the topics that a text without its figures, `plain`, is likest of; several where they are alike.

    `words` are what each topic's declaration says, `own` its figures in the text. A figure that one topic tells by its
    own name (`by_name`: 综治中心接待来访群众) speaks for it only where the text names it, and for another only where the
    text has words of its name. A topic without a figure needs `least` characters of its words.
    """
    nameless = {
        one.start
        for home, told in own.items()
        for one in told
        if one.sure and one.key in by_name and home not in plain
    }
    scores: dict[str, tuple[int, int, int]] = {}
    for home, said in words.items():
        spoken_of = home in plain or explained(plain, home)
        counted = [
            one
            for one in own[home]
            if one.start not in nameless or (home in plain if one.key in by_name else spoken_of)
        ]
        known = explained(plain, said)
        if own[home] or known >= least:
            scores[home] = (sum(one.sure for one in counted), known, len(counted))
    best = max(scores.values(), default=None)
    return tuple(home for home, score in scores.items() if score == best)
