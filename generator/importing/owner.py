"""Whose report it is: the unit's names, its level, who stands above it, and the year, as title and signature say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.facts.levels import level_of
from generator.patterns import pattern

_YEAR = pattern("(20[0-9]{2})年?度?")
_SUBJECT = pattern(
    "(?:关于)?(?:20[0-9]{2}年?度?)?(?:推进|开展|建设)?(?:全面)?(?:依法|法治|贯彻落实|上报|报送|印发).*$"
)
_ORGAN = pattern("(?:人民政府|办事处|党工委|党委|委员会|政府)+$")
_TOWNSHIP = pattern("([一-龥]{1,8}?(?:街道|民族乡|镇|乡|苏木))$")
_ABOVE = pattern("^(?:.*(?:省|自治区|自治州|盟|市|州))?([一-龥]{1,7}?(?:市|区|县|旗))(?=[一-龥]{2,})")
_FULL = pattern("(?:人民政府|办事处|委员会|区委|县委|市委|镇委|党委|党工委|局)$")


class OwnerOfReport(NamedTuple):
    """The unit and the year of a report; what nobody says is empty, or None."""

    names: tuple[str, ...]
    short: str
    level: str | None
    superior: str
    year: int | None


def owner_of_report(title: str, signed: Sequence[str], beside: Sequence[str], opening: str) -> OwnerOfReport:
    """Tell the unit by the title, by who signed, and by names that stand as lines of their own beside the title."""
    year = next((int(match[1]) for text in (title, opening) if (match := _YEAR.search(text))), None)
    titled = _SUBJECT.sub("", title).strip("的年度 ")
    names = tuple(dict.fromkeys([*signed, *beside])) or ((titled,) if _FULL.search(titled) else ())
    longest = max([titled, *names], key=len)
    short = _short([titled, *names])
    above = _ABOVE.match(_bare(longest)) if short and short != _bare(longest) else None
    return OwnerOfReport(names, short, level_of(short), above[1] if above else "", year)


def _bare(name: str) -> str:
    return _ORGAN.sub("", name.removeprefix("中共").removeprefix("中国共产党"))


def _short(names: Iterable[str]) -> str:
    """Give the shortest of the names without what stands above the unit: 凤城街道 of 重庆市长寿区凤城街道办事处."""
    shorts = [_without_above(_bare(name)) for name in names if name]
    return min((one for one in shorts if len(one) > 1), key=len, default="")


def _without_above(name: str) -> str:
    rest = name
    while (above := _ABOVE.match(rest)) and _TOWNSHIP.search(rest[above.end() :]):
        rest = rest[above.end() :]
    return rest
