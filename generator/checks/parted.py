"""Parts that are told by what they are parted, or with 共 behind the last of them, and do not come to their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from generator.checks.figures import Statement
from generator.numbers.prose import Figure
from generator.patterns import pattern

Parted = tuple[Figure, tuple[Figure, ...], Decimal]
"""A whole, its parts and what they come to."""
CLOSE = pattern(r"(?:共计|合计|总计|一共|总共)[^，,；;。：:\d]{0,10}$")
"""What stands before a total behind its parts."""
PARTIAL = pattern(r"主要|重点|特别|尤其|等")
"""What tells that a list is not all."""
_SORTED = pattern(r"[，,；;。：:]按(?:照)?[^，,；;。\d]{1,10}分[，,：:]?[^，,；;。\d]{0,16}$")
"""What parts a whole by one thing, and leaves nothing of it out: 按来访渠道分."""
_MORE = pattern("[（(等]|[，,、]其[余他它]")
"""What stands behind a list that is not all."""
_LEAD, _FIGURES_BACK = 40, 12
"""How far before its parts it is said by what they are sorted, in characters, and their whole, in figures."""


def sorted_out(statement: Statement, run: tuple[Figure, ...]) -> Iterator[Parted]:
    """Give what is parted by one thing and does not come to what is counted before it: 按渠道分，来信20件、来访30件.

    What is parted may be any of it, or several together, and may be parted twice.
    """
    run = tuple(takewhile(lambda one: not CLOSE.search(one.before), run))
    start = run[0].start if run else 0
    if not (_SORTED.search(statement.text, max(0, start - _LEAD), start) and all(part.exact for part in run)):
        return
    before = [one for one in statement.figures if one.end < start]
    earlier = [one for one in before[-_FIGURES_BACK:] if one.like(run[0]) and one.exact]
    if not earlier:
        return
    added = sum((part.number for part in run), Decimal(0))
    wholes = {one.number for one in earlier}
    wholes |= {sum((one.number for one in earlier[at:]), Decimal(0)) for at in range(len(earlier))}
    total = max(earlier, key=lambda one: one.number)
    open_end = _MORE.match(statement.text, run[-1].end) or PARTIAL.search(statement.text, total.end, start)
    if added not in wholes and not (open_end and added < total.number):
        yield total, run, added


def summed_behind(statement: Statement, run: tuple[Figure, ...]) -> Iterator[Parted]:
    """Give what a list says wrongly with 共 right behind its last item: 民警3人、调解员4人、律师2人共10人."""
    if not statement.text.startswith("共", run[-1].end):
        return
    total = next((one for one in statement.figures if one.start > run[-1].start), None)
    if total is None or statement.between(run[-1], total) not in ("共", "共计") or not total.like(run[0]):
        return
    added = sum((part.number for part in run), Decimal(0))
    plain = all(part.exact and not _NO_PART.search(part.before) for part in run)
    if plain and total.exact and added != total.number:
        yield total, run, added


_NO_PART = pattern("每|各|退出|减少|净")
"""What is no part of a sum as it stands: 每村2人."""
