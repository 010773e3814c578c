"""提法: the day from which a law is said to be in force, and deeds that rest on it before that day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.dated import shelf
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.formulations import Formulation, Library
from generator.numbers.dates import chinese_date
from generator.patterns import pattern

_LAW = r"《(?:中华人民共和国)?(?P<name>[一-龥、]{2,40})(?:（[^）]*）)?》"
_DAY = r"(?:(?P<year>20\d\d)年|(?P<this>今年|本年))?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_SAID = (
    pattern(
        rf"{_LAW}(?:已|将)?(?:于|自|从)?{_DAY}(?:零时)?起?(?:已|将)?(?:正式|开始|全面)?(?:施行|实施|生效)(?![情细条办方周第][况则例法案年])"
    ),
    pattern(
        rf"(?:自|从|于)?{_DAY}(?:零时)?起?，?(?:新修[订正改](?:后)?的|新版|新)?{_LAW}(?:已|将)?(?:正式|开始|全面)?(?:施行|实施|生效)(?![一-龥\d])"
    ),
)
"""Behind a day and a law nothing may follow: 5月1日《信访工作条例》实施一周年 tells of no day of force."""
_SINCE = 2015
"""Of the versions before, the table of laws does not hold all."""
_NEWER = pattern(r"新修[订正改]|修[订正改](?:后)?的|新版|新的?《")


@rule(
    "提法-32",
    "法律施行的日子写错",
    only_with=("》",),
    bad=Example("《信访工作条例》自2022年6月1日起施行，街道组织培训3场。", year=2022),
    good=Example("《信访工作条例》自2022年5月1日起施行，街道组织培训3场。", year=2022),
)
def day_of_force(material: Material) -> Iterator[Finding]:
    """查写到的法律、法规的施行日期与公布的是不是一致，有没有在施行以前就依照它办事。

    查什么：“《……》自……年……月……日起施行”的日子；“……年……月，依据《……》”的月份在施行日以前。
    为什么：公布日和施行日常常混淆，照旧材料写也会差几个月。
    怎么改：按提示改；新修订的法律，写明是修订前还是修订后的。
    """
    books = shelf(material)
    for shape in _SAID:
        for block, match in material.matches(shape, "》"):
            right = _right(match, books, material.year)
            if right is not None:
                yield Finding(
                    f"《{match['name']}》{chinese_date(right)}起施行，这里写的是{match['month']}月{match['day']}日。",
                    f"改为{chinese_date(right)}。",
                    block,
                    match.start("year") if match["year"] else match.start("month"),
                    match.end("day") + 1,
                )
    yield from _rested_on_too_early(material, books)


def _right(match: re.Match[str], books: Library, year: int | None) -> date | None:
    """Give the day on which a law came into force, where another one is said; None where all is well or unknown."""
    told = int(match["year"]) if match["year"] else year
    versions = books.laws.get(match["name"], ())
    days = [one.since for one in versions if one.since and one.since.year >= _SINCE]
    if not days or told is None:
        return None
    said = (told, int(match["month"]), int(match["day"]))
    if said in [(day.year, day.month, day.day) for day in days]:
        return None
    near = min(days, key=lambda day: abs(day.year - told))
    return near if abs(near.year - told) <= 1 else None


_DONE = pattern(
    rf"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>1[0-2]|[1-9])月(?:\d{{1,2}}日|初|底|中旬|上旬|下旬|份)?，[^。；，]{{0,16}}"
    rf"(?:依据|依照|按照|根据|适用|违反)(?:新修[订正改](?:后)?的|新)?{_LAW}[^。；]{{0,30}}?(?:\d|作出|查处|调处|处罚|办理|审查|立案)"
)


def _rested_on_too_early(material: Material, books: Library) -> Iterator[Finding]:
    """Give what was done in a month under a law that came into force later."""
    for block, match in material.matches(_DONE, "》"):
        year = int(match["year"]) if match["year"] else material.year
        law = _version(match, books)
        if year is None or law is None or law.since is None:
            continue
        if (year, int(match["month"])) < (law.since.year, law.since.month) and law.since.year - year <= 1:
            yield Finding(
                f"《{match['name']}》{chinese_date(law.since)}起施行，{year}年{match['month']}月还不能依照它办事。",
                "核对办事的日期，或换成当时有效的法律。",
                block,
                *match.span(),
            )


def _version(match: re.Match[str], books: Library) -> Formulation | None:
    """Give the version of a law that is meant, if it is the first, or is said to be the new one."""
    versions = books.laws.get(match["name"], ())
    first = next((one for one in versions if not one.revision), None)
    if first is not None:
        return first
    return versions[-1] if versions and _NEWER.search(match.group()) else None
