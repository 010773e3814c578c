"""Parts that overlap, and totals that are more or less than the figures beside them, and so are no wrong sums."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate, pairwise

from generator.checks.figures import Statement, added_up
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
    over = added_up(run) - total.number
    at = statement.first_from(run[-1].end)
    twice = any(one.number == over and one.like(total) for one in statement.figures[at : at + 2])
    return (
        complete
        or twice  # 其中A证12人、B证10人，2人持双证
        or bool(_OVERLAPPING.search(behind.split("。")[0]))
        or sum(bool(_OF_WHOM.search(part.before.removeprefix("其中"))) for part in run) > 1
    )


_ADJUSTED = pattern("加上|[剔扣]除|减去|除去|重复|兼任")
_SUMMED = pattern("合计|总计|共|累计|全年|总")
_FIGURES_BACK, _FAR = 12, 120
"""How far before a total its parts may stand, in figures and in characters."""


_LEFT_OVER = pattern(
    "结转|转下|转入下|遗留|结余|剩余?|余|尚|在[办审册矫]|未|待|正在|继续|年[末底]|期末|现有|实有"
)
"""What is said of what is left at the end of a year: 上年结转3件、新受理47件，办结48件，结转下年2件."""
_OTHERS = 6
"""Of so many further figures any may belong to a sum."""


def is_summed_otherwise(statement: Statement, parts: tuple[Figure, ...], total: Figure) -> bool:
    """Tell whether a total behind its parts is that of other figures, is one of the parts or leaves the rest of them.

    甲村5件、乙村4件，加上镇级3件，合计12件; 男20人、女15人、党员18人，共计35人; 甲26次、乙24次，其他共110次，合计160次;
    结转3件，新受理47件，办结48件，结转下年2件.
    """
    if _ADJUSTED.search(statement.text, max(0, total.start - _FAR), total.start):
        return True
    at = statement.first_from(total.start)
    before = [one for one in statement.figures[max(0, at - _FIGURES_BACK) : at] if one.like(total)]
    behind = [one for one in statement.figures[at + 1 : at + _OTHERS] if one.like(total)]
    numbers = [one.number for one in before]
    added = added_up(parts)
    told = statement.text[total.end : total.end + _NEAR_BEHIND].split("。")[0]
    if _OVERLAPPING.search(told):
        return True
    runs = (accumulate(numbers[at:]) for at in range(len(numbers)))
    if any(total.number in [*run][1:] for run in runs):
        return True
    if total.number in _sums(added, [one.number for one in before if one not in parts][-_OTHERS:]):
        return True
    return _is_part_itself(total, added, behind) or _leaves(total, added, before, behind)


def is_sum_of_some(parts: tuple[Figure, ...], total: Figure) -> bool:
    """Tell whether a total is that of some of the figures before it, which may be all that belong to it."""
    numbers = [one.number for one in parts[-_FIGURES_BACK:] if one.number]
    return any(total.number in _sums(one, numbers[at + 1 :]) - {one} for at, one in enumerate(numbers))


def _is_part_itself(total: Figure, added: Decimal, behind: list[Figure]) -> bool:
    """Tell whether a sum is one of the parts of a greater one behind it."""
    wholes = {one.number for one in behind if one.number > total.number and _SUMMED.search(one.before)}
    between = [one.number for one in behind if one.number not in wholes]
    return bool(wholes & _sums(added + total.number, between))


def _leaves(total: Figure, added: Decimal, before: list[Figure], behind: list[Figure]) -> bool:
    """Tell whether what is less than the figures before it leaves what is said behind it to be left."""
    came_in = {added, *(one.number + other.number for one, other in pairwise(before))}
    rest = [one.number for one in behind[:2] if _LEFT_OVER.search(one.before)]
    return any(total.number + one in came_in for one in rest)


def _sums(base: Decimal, others: list[Decimal]) -> set[Decimal]:
    """Give what a number comes to with any of some others, or none."""
    found = {base}
    for one in others:
        found |= {so_far + one for so_far in found}
    return found


_SIDE_BY_SIDE = pattern(r"[、和及与][^，,；;。：:]*")


def listed_up_to(statement: Statement, last: Figure) -> list[Figure]:
    """Give a figure and those it is listed with before it, the nearest first: 讲座8场、咨询12场，其中……."""
    listed = [last]
    for one in reversed(statement.figures[: statement.first_from(last.start)]):
        if one.unit != last.unit or not _SIDE_BY_SIDE.fullmatch(statement.between(one, listed[-1])):
            break
        listed.append(one)
    return listed
