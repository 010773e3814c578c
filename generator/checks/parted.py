"""Parts that are told by what they are parted, or with 共 behind the last of them, and do not come to their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from generator.checks.figures import Statement, added_up
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
    added = added_up(run)
    wholes = {one.number for one in earlier}
    wholes |= {added_up(earlier[at:]) for at in range(len(earlier))}
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
    added = added_up(run)
    plain = all(part.exact and not _NO_PART.search(part.before) for part in run)
    if plain and total.exact and added != total.number:
        yield total, run, added


_NO_PART = pattern("每|各|退出|减少|净")
"""What is no part of a sum as it stands: 每村2人."""
NO_SUMMAND = pattern(r"编制|空编|缺编|核定|每|各(?=$|[自有设建配派聘选出举组办审开调排检]|就|均)")
"""What counts the things of each of several, or posts, and is no part of a sum as it stands: 7个村各设1处."""


_MADE_UP = pattern(r"[，,]?由[^，,；;。\d]{0,16}$")
_MAKES_UP = pattern(r"[^，,；;。\d等]{0,6}(?:组成|构成)")
_EACH_OF = pattern(r"^[，,；;：:](?:其中)?分别(?:为|是|有)[^，,；;。\d]{1,16}$")
_TWO_KINDS = pattern(r"(?P<one>[一-龥]{2})(?:和|与|及|以及|、)[^，,；;。、\d]{0,8}(?P<other>[一-龥]{2})$")
_AMONG_THEM = pattern(r"^[，,（(：:](?:其中|包括)?[^，,；;。\d]{0,12}$")
_NAMES_BACK = 24
"""So many characters before a whole name the two kinds that it is of: 代表建议和政协提案."""


def made_up(statement: Statement, total: Figure, run: tuple[Figure, ...]) -> Iterator[Parted]:
    """Give a whole with all its parts, told as such, that do not come to it: 由甲8名、乙6名组成; 分别为甲3名、乙2名.

    Of 建议和提案14件 the two kinds are all, too: 其中建议8件、提案5件.
    """
    if not (total.like(run[0]) and total.exact and all(part.exact for part in run)):
        return
    text, between = statement.text, statement.between(total, run[0])
    all_told = _MADE_UP.fullmatch(between) and _MAKES_UP.match(text, run[-1].end)
    in_turn = _EACH_OF.search(between) and not PARTIAL.search(text, run[-1].end, run[-1].end + 2)
    added = added_up(run)
    if (all_told or in_turn or _are_its_kinds(text, total, run, between)) and added != total.number:
        yield total, run, added


def _are_its_kinds(text: str, total: Figure, run: tuple[Figure, ...], between: str) -> bool:
    """Tell whether two parts are of the two kinds that the whole names, one each."""
    named = _TWO_KINDS.search(text, max(0, total.start - _NAMES_BACK), total.start)
    if not named or len(run) != len(named.groups()) or not _AMONG_THEM.search(between):
        return False
    return [part.before[-2:] for part in run] == [named["one"], named["other"]]


_AMONG = pattern(r"[^，,；;。、\d]{0,8}中[，,]?[^，,；;。、\d]{0,6}")
_AND_SO = pattern(r"[^，,；;。、\d]{0,8}[、，,][^，,；;。、\d其另]{0,6}")
_OF_EACH = pattern("每|各|均|平均")


def more_than_whole(statement: Statement) -> Iterator[Parted]:
    """Give what is more than the whole that it is among: 9起违法行为中8起已处罚、2起责令改正."""
    figures = statement.figures
    for at, total in enumerate(figures[:-2]):
        if not (figures[at + 1].like(total) and _AMONG.fullmatch(statement.between(total, figures[at + 1]))):
            continue
        parts = [figures[at + 1]]
        for figure in figures[at + 2 : at + _FIGURES_BACK]:
            if not (figure.like(total) and _AND_SO.fullmatch(statement.between(parts[-1], figure))):
                break
            parts.append(figure)
        added = added_up(parts)
        plain = all(part.exact and not _OF_EACH.search(part.before) for part in (total, *parts))
        if plain and len(parts) > 1 and added > total.number > max(part.number for part in parts):
            yield total, tuple(parts), added
