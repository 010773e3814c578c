"""Parts that overlap, and totals that are more or less than the figures beside them, and so are no wrong sums."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import accumulate
from operator import attrgetter

from generator.checks.figures import Statement
from generator.checks.shares import REST
from generator.numbers.prose import Figure
from generator.patterns import pattern

_OVERLAPPING = pattern(r"交叉|重叠|重合|兼|同时|一并|重新|两类|多类|既[^，。]{1,8}又|重复(?:计|统|算)")
_OF_WHOM = pattern(r"^涉[^，；。]{1,6}$|^涉及")
"""One case may be about several of these: 涉农60件、涉企30件."""
_NEAR_BEHIND = 16
"""So many characters behind its last part a list says that its parts overlap."""


def may_overlap(statement: Statement, total: Figure, run: tuple[Figure, ...]) -> bool:
    """Tell whether parts are told to overlap, or the first of them are all already: 简易12件、普通14件、听证2件 of 26."""
    added = accumulate(part.number for part in run)
    closed = REST.search(run[-1].before)
    complete = not closed and any(so_far == total.number for so_far in [*added][1:-1])
    behind = statement.text[run[-1].end : run[-1].end + _NEAR_BEHIND]
    over = sum((part.number for part in run), Decimal(0)) - total.number
    at = bisect_right(statement.figures, run[-1].start, key=attrgetter("start"))
    twice = any(one.number == over and one.like(total) for one in statement.figures[at : at + 2])
    return (
        complete
        or twice  # 其中A证12人、B证10人，2人持双证
        or bool(_OVERLAPPING.search(behind.split("。")[0]))
        or sum(bool(_OF_WHOM.search(part.before.removeprefix("其中"))) for part in run) > 1
    )


_ADJUSTED = pattern("加上|[剔扣]除|减去|除去|重复|兼任")
_FIGURES_BACK, _FAR = 12, 120
"""How far before a total its parts may stand, in figures and in characters."""


def is_summed_otherwise(statement: Statement, total: Figure) -> bool:
    """Tell whether a total is that of other figures before it than its list, or is said to be more or less than they.

    甲村5件、乙村4件，加上镇级3件，合计12件; 男20人、女15人、党员18人，共计35人.
    """
    if _ADJUSTED.search(statement.text, max(0, total.start - _FAR), total.start):
        return True
    at = bisect_left(statement.figures, total.start, key=attrgetter("start"))
    parts = [one.number for one in statement.figures[max(0, at - _FIGURES_BACK) : at] if one.like(total)]
    runs = (accumulate(parts[at:]) for at in range(len(parts)))
    return any(total.number in [*run][1:] for run in runs)
