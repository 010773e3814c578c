"""Of claims of one field, those that notes uphold and those that they say not to hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.mark_values import agree
from generator.suggesting.claims import NoteClaim
from generator.suggesting.suggestion import Unplaced
from generator.topics.kinds import choose, read


def upheld(claims: Sequence[NoteClaim]) -> tuple[list[NoteClaim], list[NoteClaim]]:
    """Part claims from those of which others of their field say that they don't hold.

    What else a sentence says that holds a refuted figure is sure no more; what its own paper refutes it with, neither.
    """
    held = [one for one in claims if one.holds]
    against = [
        (one, other)
        for one in claims
        for other in held
        if not one.holds and one.key == other.key and not agree(one.typed, other.typed)
    ]
    refuted = [*{id(one): one for one, _other in against}.values()]
    counted = {
        (one.sentence, one.home, _unit(one.value))
        for one, other in against
        if one.sentence and one.paper == other.paper
    }
    refuted += [
        one
        for one in claims
        if not one.holds and one not in refuted and (one.sentence, one.home, _unit(one.value)) in counted
    ]
    doubted = {one.sentence for one in refuted}
    return [_beside(one) if one.sentence in doubted else one for one in claims if one not in refuted], refuted


def _beside(claim: NoteClaim) -> NoteClaim:
    """Give a claim whose sentence holds a figure that is void: only asked after, unless it is the one that holds."""
    if claim.holds or not claim.sure:
        return claim
    return claim._replace(sure=False, doubt="同一句里有一个数不作数")


def instead(
    refuted: Sequence[NoteClaim], claims: Sequence[NoteClaim], named: Sequence[Unplaced]
) -> Iterator[NoteClaim]:
    """Ask whether the one figure that holds and has no field is the one thing of which the figure was refuted."""
    answered, told = {one.key for one in claims}, {one.value for one in claims}
    for figure in {one.written: one for one in named if one.written not in told}.values():
        alike = [
            one for one in refuted if _unit(one.value) == _unit(figure.written) and one.key not in answered
        ]
        if len({one.key for one in alike}) == 1:
            field = alike[0].field
            typed = read(choose(figure.written, field)[1], field)
            yield alike[0]._replace(
                value=figure.written, typed=typed, sure=False, heard=figure.heard, holds=True
            )


def contended(claims: Sequence[NoteClaim]) -> list[NoteClaim]:
    """Give claims, those unsure that contradict a sure one said elsewhere as rivals of it, and it as theirs.

    Both are then set side by side: a figure that another paper, or another line, has otherwise is never taken.
    """
    sure = [one for one in claims if one.sure]
    against = {
        id(one)
        for one in claims
        if one.contends
        and not one.sure
        and any(
            one.key == other.key and one.sentence != other.sentence and not agree(one.typed, other.typed)
            for other in sure
        )
    }
    return [one._replace(sure=True) if id(one) in against else one for one in claims]


def _unit(value: str) -> str:
    return value.lstrip("0123456789.,")
