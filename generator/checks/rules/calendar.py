"""提法: days of the year beside another name, and five years beside another plan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.five_years import first_of_five
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.vocabulary import names
from generator.patterns import pattern

_DAY = pattern(
    r"(?<!\d)(?<!\d年)(?:20\d\d年)?[“\"]?(?P<month>1[0-2]|[1-9])"
    r"(?:月(?P<day>[12]\d|3[01]|[1-9])日|[·.．](?P<dot>[12]\d|3[01]|[1-9])(?!\d))[”\"]?"
    r"(?:这[一]?天)?(?:是|为|的|第[一二三四五六七八九十\d]{1,3}个)?“?(?P<name>[一-龥]{3,12})"
)


@cache
def _days() -> dict[str, tuple[int, int]]:
    """Give the month and the day of each day that has a name."""
    days = {}
    for one in names()["日子"]:
        name, _, written = one.partition("/")
        month, _, day = written.partition("-")
        days[name] = (int(month), int(day))
    return days


@rule(
    "提法-33",
    "有名称的日子写成了别的日期",
    bad="4月25日全民国家安全教育日期间，在中小学开设主题班会31节。",
    good="4月15日全民国家安全教育日期间，在中小学开设主题班会31节；4月12日在全民国家安全教育日前开展宣讲。",
)
def day_of_another_name(material: Material) -> Iterator[Finding]:
    """查纪念日、节日前面写的月、日对不对。

    查什么：“4月25日全民国家安全教育日”“‘12·14’国家宪法日”这样日期与名称紧挨着的。
    为什么：日期记错或多敲少敲一个数字，名称没有错，容易漏看。
    怎么改：按提示改日期；在那天前后办的活动，写“……日前后”。
    """
    for block, match in material.matches(_DAY, *_days()):
        name = next((one for one in _days() if match["name"].startswith(one)), "")
        written = (int(match["month"]), int(match["day"] or match["dot"]))
        if name and written != _days()[name]:
            month, day = _days()[name]
            end = match.start("name") + len(name)
            message = f"{name}是{month}月{day}日，这里写{written[0]}月{written[1]}日。"
            yield Finding(message, "核对日期。", block, match.start("month"), end)


_PLAN = pattern(
    r"(?:第(?P<long>[六七八九]|十[二三四五六])个五年|“(?P<short>[六七八九]|十[二三四五六])五”)"
    r"(?P<between>[^。；《》（(]{0,16})[（(](?P<first>20\d\d)\s?年?[—－\-~～至–]{1,2}(?P<last>20\d\d)年?[）)]"
)


@rule(
    "提法-34",
    "第几个五年与年份不合",
    only_with=("个五年", "五”"),
    bad="制定《关于开展法治宣传教育的第八个五年规划（2021—2026年）》实施方案。",
    good="落实“八五”普法规划（2021—2025年），编制“十四五”平安建设规划（2022—2025年）。",
)
def other_five_years(material: Material) -> Iterator[Finding]:
    """查“第八个五年”“十四五”后面括号里的起止年份。

    查什么：年份超出了那五年的：“八五”普法2021年至2025年，“九五”普法2026年至2030年，“十四五”2021年至2025年，“十五五”2026年至2030年。
    为什么：起止年份常按印发的年份推，或照旧稿改漏了一头。
    怎么改：按提示改。
    """
    for block, match in material.matches(_PLAN):
        numeral = match["long"] or match["short"]
        first = first_of_five(numeral)
        last = first + 4
        if int(match["first"]) < first or int(match["last"]) > last:
            said = f"{match['first']}—{match['last']}年"
            message = f"“{numeral}五”是{first}—{last}年，这里写{said}。"
            yield Finding(message, f"改为{first}—{last}年。", block, match.start("first"), match.end("last"))
