"""数据: days that don't exist, dates outside the report year, spans that run backwards, figures cut off early."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator

from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import Example, rule
from generator.checks.scan import has_shape, is_character, sentence_end
from generator.patterns import pattern
from generator.problems import Level

_DAY = pattern(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]"
)
_MONTH = pattern(r"(?<![\d.至到—\-－、])(?:(?:19|20)\d\d\s?年\s?)?(?P<month>\d{1,2})\s?月(?!\s?\d)")
_DOTTED = pattern(
    r"(?<![\d.\-/])(?P<year>20\d\d)(?P<sign>[.\-/])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d.\-/])"
)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


@rule(
    "数据-07",
    "日期不存在",
    level=Level.ERROR,
    bad="2023年2月30日，组织开展法治讲座1场。",
    good="2023年2月28日，组织开展法治讲座1场。",
)
def impossible_date(material: Material) -> Iterator[Finding]:
    """查写出的日期在日历上有没有。

    查什么：2月30日、13月、平年的2月29日、6月31日，“12日4月”。
    为什么：日期写错，活动就无从查证。
    怎么改：按台账核对月、日。
    """
    for shape, words in ((_DAY, ("月",)), (_DOTTED, (".", "-", "/"))):
        for block, match in material.matches(shape, *words):
            year = int(match["year"] or material.year or 2024)
            if not _exists(year, int(match["month"]), int(match["day"])):
                yield Finding(
                    f"日历上没有{match.group()}这一天。", "按台账核对月和日。", block, *match.span()
                )
    for block, match in material.matches(_TURNED, "日"):
        fix = f"改为{match['month']}月{match['day']}日或{match['day']}月{match['month']}日，按台账核对。"
        yield Finding(f"“{match.group()}”月和日颠倒了。", fix, block, *match.span(), level=Level.WARNING)
    for block, match in material.matches(_MONTH, "月"):
        after = material.blocks[block].text[match.end() : match.end() + 1]
        told = bool(after) and (is_character(after) or after in "，,。、" or after.isspace())
        if not 1 <= int(match["month"]) <= 12 and told and after not in "龄度":
            yield Finding(f"没有{match['month']}月这个月份。", "按台账核对月份。", block, *match.span())


_TURNED = pattern(
    r"(?<![\d月—–\-－至到和、])(?P<day>[12]\d|3[01]|[1-9])日(?P<month>1[0-2]|[1-9])月(?![\d份底末初中上下至到—])"
)
"""A day before its month: 12日4月."""

_DONE = pattern(
    r"讲解|发放|设台|设点|摆放|走进|深入|启动|宣传|悬挂|张贴|接受|联合|邀请|主持|审议|听取|开展|举办|召开|组织|学习|培训|宣讲|检查|办理|调解|举行|讲授|走访|排查|化解|查处|参加|印发"
)
_PAST = pattern(
    r"施行|公布|发布|颁布|修订|修正|修改|实施|通过|成立|以来|自20|自\d|截至|截止|建成|挂牌|投用|启用|启动|签订|签署|聘|被评|获|荣|授予|命名|起|曾|上年|去年|原|较|比|同期|增"
    r"|减|文件|号|纪念|第.{1,3}个|周年"
)
_AHEAD = pattern(r"将|拟|计划|至20|到20")
_TITLES = pattern(r"《[^》《]{0,80}》|[（(][^）)（(]{0,80}[）)]")


_OF_THE_YEAR = pattern("本报告|年度报告|述法|述职|述责|年度考核|年度总结|年终总结|民主生活会")
"""What looks back on a year is held in the first weeks of the next one."""


@rule(
    "数据-08",
    "日期不在报告年度内",
    yields_to=("数据-41",),
    bad=Example("2022年12月4日，街道联合司法所开展宪法宣传活动。", year=2023),
    good=Example("2023年12月4日，街道联合司法所开展宪法宣传活动。", year=2023),
)
def date_outside_year(material: Material) -> Iterator[Finding]:
    """查写明年月的做法是不是本年度做的。

    查什么：举措成效里“……年……月”开展的活动，年份不是报告年度；年终述法、述职、考核在次年初进行的，不算。
    为什么：把上年的活动留在今年的报告里，是照搬旧稿的痕迹；次年初的事应写进下一年。
    怎么改：核对年份；确需回顾往年的，写明“自……以来”。
    """
    if material.year is None:
        return
    for sentence in material.sentences:
        if material.parts[sentence.block] is ReportPart.PLANS or material.ranks[sentence.block]:
            continue
        plain = _TITLES.sub(lambda match: "　" * len(match.group()), sentence.text)
        done = max((match.start() for match in _DONE.finditer(plain)), default=-1)
        told = not _PAST.search(plain) and not _AHEAD.search(plain)
        for match in re.finditer(r"(20\d\d)\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?", plain):
            if _is_to_come(material, match, plain):
                yield _later(sentence.block, sentence.start + match.start(), match.group())
                continue
            if _ISSUED.match(plain, match.end()) or _INTO_YEAR.match(plain, match.end()):
                continue
            if not told or int(match[1]) == material.year or match.end() > done:
                continue
            if int(match[1]) == material.year + 1 and has_shape(_OF_THE_YEAR, plain):
                continue
            start = sentence.start + match.start()
            yield Finding(
                f"“{match.group()}”不在{material.year}年度内。",
                "核对年份；确需回顾往年的，写明“自……以来”。",
                sentence.block,
                start,
                start + len(match.group()),
            )


_ISSUED = pattern(
    r"[^，。；]{0,6}(?:印发|出台|制定|签订|签署|成立|建成|颁布|下发|启用|投用|修订|启动|批准|组建)的"
)
"""What says how old a thing is that was used in the year: 2022年12月印发的办法."""
_INTO_YEAR = pattern("(?:起|开始|中旬|下旬|底)?(?:至|到|—)(?:次年|翌年|今年|本年|20)")
"""What began before the year and went on into it: 2023年12月至次年2月."""
_WILL_BE = pattern(r"将|拟|计划|至20|到20|前|起施行|力争|预计|截至|截止|规划|目标|有效期|任期|届满|以后|之后")


def _is_to_come(material: Material, match: re.Match[str], plain: str) -> bool:
    """Tell whether a day is told as one that was, though it is after the day of signing."""
    if material.signed is None or has_shape(_WILL_BE, plain):
        return False
    month, day = int(match[2]), int(match[3] or 1)
    return 1 <= month <= 12 and (int(match[1]), month, day) > (
        material.signed.year,
        material.signed.month,
        material.signed.day,
    )


def _later(block: int, start: int, said: str) -> Finding:
    return Finding(
        f"“{said}”在成文日期之后。", "核对年份；是打算的，写明“将”“计划”。", block, start, start + len(said)
    )


_SPAN = pattern(
    r"(?:(?P<y1>20\d\d)年)?(?P<m1>\d{1,2})月(?:(?P<d1>\d{1,2})日)?(?:份|初|底)?(?:起|开始|以后)?，?(?:至|到|—|－|-|~)"
    r"(?:(?P<y2>20\d\d)年)?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
)
_DAYS = pattern(
    r"(?<![\d月])(?P<month>\d{1,2})月(?P<d1>\d{1,2})日(?:起)?，?(?:至|到|—|－|-|~)(?:(?P=month)月)?(?P<d2>\d{1,2})日(?![内前])"
)
_BEGAN = (
    r"(?:(?P<y1>20\d\d)年)?(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:起|正式|全面)*"
    r"(?:开工|动工|开建|施工|启动|筹建|立案|受理)"
)
_ENDED = (
    r"(?:(?P<y2>20\d\d)年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日(?:正式|全面|顺利)*"
    r"(?:通过|完工|竣工|建成|验收|投入使用|投用|启用|办结|结案|调解成功|达成|审结)"
)
_STEPS = pattern(
    r"(?<![月年\d])(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日[^。；\d]{0,36}?(?:立案|受理|接到[一-龥]{0,8}(?:举报|投诉)|提出申请|收到申请|提交申请)"
    r"(?![^。；]{0,80}(?:[次翌明上去][一]?年|预计|计划|拟于|另|此前|曾|[参比按依对]照|根据|依据))[^。；\d]{0,50}?"
    r"(?<=[，,；于])(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日[^。；，,\d]{0,8}?(?:作出|送达|下达|准予|结案|办结|审结|履行|缴纳|缴清)(?!的)"
)
"""The steps of one case, without years: 5月18日立案，4月26日作出决定."""
_LATE = 10
"""What began so late in the year may have ended in the next, though that is not said."""
_COURSE = pattern(
    rf"{_BEGAN}(?![^。；]{{0,80}}(?:[次翌明]年|上年|去年|预计|计划|拟|经查|该户))[^。；\d]{{0,40}}{_ENDED}"
)
_YEARS = pattern(r"(?<!\d)(?P<y1>20\d\d)年?(?:至|到|—|－|-|~|——)(?P<y2>20\d\d)年")


@rule(
    "数据-09",
    "起止时间颠倒",
    level=Level.ERROR,
    bad="2023年9月至2023年3月，开展食品安全专项检查。",
    good="2023年3月至2023年9月，开展食品安全专项检查。",
)
def backward_span(material: Material) -> Iterator[Finding]:
    """查起止时间是不是前早后晚。

    查什么：“……年……月至……年……月”“……年至……年”“4月15日至4月10日”，止早于起；开工、立案的日子晚于同一句里竣工、作出决定、办结的，提醒；没写年份、跨年的（11月至次年2月）不算。
    为什么：起止颠倒多半是改年份时漏改了一个。
    怎么改：核对起止两个时间。
    """
    told = set[tuple[int, int]]()
    for block, match in material.matches(_SPAN, "月"):
        if not match["y1"] or (not match["y2"] and int(match["m1"]) > int(match["m2"])):
            continue
        begin = (int(match["y1"]), int(match["m1"]), int(match["d1"] or 0))
        close = (int(match["y2"] or match["y1"]), int(match["m2"]), int(match["d2"] or 31))
        if close < begin:
            told.add((block, match.end()))
            yield _backward(block, match)
    for block, match in material.matches(_DAYS, "日"):
        if int(match["d2"]) < int(match["d1"]) and (block, match.end()) not in told:
            yield _backward(block, match)
    courses = {(block, match.start("d2")): match for block, match in _courses(material)}
    for (block, _start), match in courses.items():
        yield _backward(block, match)._replace(level=Level.WARNING)
    for block, match in material.matches(_YEARS, "20"):
        if int(match["y2"]) < int(match["y1"]):
            yield _backward(block, match)


def _courses(material: Material) -> Iterator[tuple[int, re.Match[str]]]:
    """Give what is told to have ended before it began."""
    for block, match in material.matches(_COURSE, "月"):
        late = not match["y1"] and int(match["m1"]) >= _LATE
        if bool(match["y1"]) == bool(match["y2"]) and not late and _day(match, "2") < _day(match, "1"):
            yield block, match
    for block, match in material.matches(_STEPS, "立案", "受理", "举报", "投诉", "申请"):
        begin, close = ((int(match[f"m{one}"]), int(match[f"d{one}"])) for one in "12")
        if close < begin and begin[0] < _LATE:
            yield block, match


def _day(match: re.Match[str], end: str) -> tuple[int, int, int]:
    return int(match[f"y{end}"] or 0), int(match[f"m{end}"]), int(match[f"d{end}"])


def _backward(block: int, match: re.Match[str]) -> Finding:
    return Finding(f"起止时间颠倒：{match.group()}。", "核对起止两个时间。", block, *match.span())


_CUT = pattern(r"截[至止](?:目前|到)?(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末|份)?")


_CUT_YEAR = pattern(r"截[至止]到?(?P<year>20\d\d)年(?:底|末|年底|12月底|12月31日)")
_GREW = pattern(r"新增|增加|增至|发展到|提高|上升|较|比|原有|基础上")


@rule(
    "数据-10",
    "数据没有截到年底",
    only_with=("截至", "截止"),
    bad=Example("截至2023年9月底，共调解矛盾纠纷120件。", year=2023),
    good=Example("截至2023年12月底，共调解矛盾纠纷120件。", year=2023),
)
def cut_off_early(material: Material) -> Iterator[Finding]:
    """查“截至……”的日子是不是年底。

    查什么：“截至”后面的年月早于报告年度的11月，或在报告年度之前，后面写了数据。
    为什么：年度报告报的是全年数，用半年、三季度的数会少报，也没法与上年比。
    怎么改：换成全年数，写“全年”或“截至12月31日”。
    """
    for block, match in material.matches(_CUT_YEAR, "截"):
        text = material.blocks[block].text
        told = text[match.end() : sentence_end(text, match.end())]
        past = material.year and int(match["year"]) < material.year
        if past and re.search(r"\d", told) and not _GREW.search(told):
            yield Finding(
                f"数据只截到{match['year']}年底，报告年度是{material.year}年。",
                f"改为{material.year}年底，或写全年数。",
                block,
                *match.span(),
            )
    counted = sorted((one.block, one.at(figure)[0]) for one in material.statements for figure in one.figures)
    for block, match in material.matches(_CUT, "截"):
        text = material.blocks[block].text
        rest = range(match.end(), sentence_end(text, match.end()))
        last = material.written
        if last and (int(match["year"]), int(match["month"])) > (last.year, last.month):
            yield _later(block, match.start(), match.group())
            continue
        early = material.year and (int(match["year"]), int(match["month"])) < (material.year, 11)
        at = bisect_left(counted, (block, rest.start))
        if early and at < len(counted) and counted[at] < (block, rest.stop):
            yield Finding(
                f"数据只截到{match['year']}年{match['month']}月，不是{material.year}年全年数。",
                "换成全年数，写“全年”或“截至12月31日”。",
                block,
                *match.span(),
            )
