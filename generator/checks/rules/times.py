"""结构: times that hang on the day of writing, plans among what was done, and the years of a plan of five."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.checks.five_years import first_of_five
from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import Example, rule
from generator.checks.scan import has_shape, in_title, is_quoted, start_behind
from generator.patterns import pattern

_OF_WRITING = pattern(
    r"今年以来|(?<![比较])今年(?!.{0,8}(?:将|拟|计划))|年初以来|(?:截[至止]到?|到)(?:目前|现在|今日)(?:为止)?(?=[^。；]{0,40}\d)"
    r"|(?<!\d月，)(?:与|较|比|跟)去年(?=同期|相比|同|增|减|下|上|提|降|多|少)|(?<![一-龥])去年(?=[，,全我\d])|明年[^，。；]{0,8}(?:拟|计划|将(?!迎|是))"
    r"|(?<![一-龥])明年，[^，。；]{0,12}(?:拟|计划|将(?!迎|是))|(?:拟|计划|准备|打算|争取)(?:于|在)?明年|(?<![一-龥比较])去年(?:底|末|初|年底|年初|下半年|上半年)"
)
"""What is said of the year in which the report is written; it comes out when that is the year after."""
_OF_THE_DAY = pattern(
    r"(?<!每)(?<!每个)(?:上|下|本)(?:个)?(?:周|星期)(?:[一二三四五六日末天])?(?=[，。、\d初中末内前一-龥])(?!期|转|边|密|全|到|知|年|报|例|长|围)"
    r"|(?<!每)(?:本|上|下)个?月(?:底|初|中旬|末|上旬|下旬)?(?=[，。前内将已\d])|(?<![一-龥])[上本]个?月(?!度|份)"
    r"|(?<![一-龥\d])(?:最近|近期|不久前|不久以前|前几个月|(?:几|两|三|半|数|\d{1,2})个?(?:月|天|周|星期)(?:以)?前|本年初)(?=[，,])"
    r"|这个月(?=[，,底初内前一-龥])|(?<!每)上个?季度|(?:^|(?<=[。；]))(?:月初|月底|月末|上旬|中旬|下旬|年前|节前|当月)(?=，)|(?<![一-龥])今天(?=[，上下召])"
    r"|刚刚(?=结束|召开|完成|过去)|昨[天日](?=[，。上下\d])|前天(?=[，。上下])|明天(?=[，。上下将召])|(?<![一-龥\d])(?:近日|日前|前不久|前几天|前些天"
    r"|前段时间)(?=[，,一-龥])|(?<![一-龥])不久前(?=[一-龥])|(?<![一-龥])前年(?=以来|起|，|\d|开始)|(?<![一-龥每])下个?月(?=起|将|内|上旬|中旬|下旬|开始)"
)
_EACH = pattern("每[周月]|按[周月]|月度|逐月|周例会|制度")


@rule(
    "结构-32",
    "时间要看哪一天写的",
    only_with=(
        "年",
        "现在",
        "今日",
        "目前",
        "周",
        "星期",
        "月",
        "昨",
        "天",
        "日前",
        "近日",
        "前不久",
        "前段时间",
        "最近",
        "近期",
        "季度",
        "旬",
        "不久",
        "刚刚",
        "节前",
        "前几",
    ),
    bad=Example("今年以来，街道开展法治培训5次。", year=2023, date="2024-01-20"),
    good=Example("2023年，街道开展法治培训5次。", year=2023, date="2024-01-20"),
)
def time_of_writing(material: Material) -> Iterator[Finding]:
    """查“今年”“截至目前”“上周五”这类要看哪一天写的时间。

    查什么：成文日期在下一年，正文还写“今年以来”“截至目前……件”“较去年”“明年将”的，同一个词只报第一处；“上周五”“本月底前”“昨日”
    不论哪天成文都报；标题、计划部分和引号、书名号里的不算。
    为什么：报告成文在下一年，“今年”就成了下一年；公开以后过些日子再看，更不知道说的是哪一天。
    怎么改：写明年份和日期，如“2023年”“截至2023年底”。
    """
    later = material.year is not None and material.signed is not None and material.signed.year > material.year
    told: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for shape in (_OF_WRITING, _OF_THE_DAY) if later else (_OF_THE_DAY,):
        for block, match in material.matches(shape):
            text = material.blocks[block].text
            aside = in_title(text, match.start()) or is_quoted(text, match.start()) or _is_dated(text, match)
            regular = shape is _OF_THE_DAY and has_shape(_EACH, text)
            if (
                not (aside or regular or material.ranks[block])
                and material.parts[block] is not ReportPart.PLANS
            ):
                told[match.group()[:2]].append((block, *match.span()))
    for places in told.values():
        block, start, end = places[0]
        more = f"（全文{len(places)}处）" if len(places) > 1 else ""
        yield Finding(
            f"“{material.blocks[block].text[start:end]}”要看是哪一天写的{more}。",
            "写明年份和日期，如“2023年”“截至2023年底”。",
            block,
            start,
            end,
        )


_COMPARED = pattern(r"(?:与|较|比|跟)?去年(?:同期)?$")


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """Tell whether a year before in the sentence says which one 较去年同期 is compared with."""
    lead = text[start_behind(_STOP, text, match.start()) : match.start()]
    return bool(_COMPARED.fullmatch(match.group()) and _YEAR.search(lead))


_STOP = pattern("[。；\n]")
_YEAR = pattern(r"20\d\d年(?!以来)")
_NEXT = pattern(
    r"(?:^|(?<=[。；\n]))(?:(?:下一步|下步|接下来|下一阶段|今后)[，,]?[^，。；《]{0,10}?(?:将(?!士|军)|拟|计划|要|争取|力争|继续|进一步))"
    r"|(?:^|(?<=[。；\n]))(?:[一-龥]{0,6}(?<!原)(?<!未))?(?:计划|预计|拟|争取|力争|准备|打算|预期)(?:于|在|到|至)?(?:明年|下一?年度?|年底(?:前"
    r"|之前)|年内|下半年|上半年"
    r"|近期|下个?月|[一二三四]季度|20\d\d年(?:\d{1,2}月)?(?:底|末|初|内|上半年|下半年|[一二三四]季度)?(?:前|之前|以前)?)"
    r"|(?:拟于(?:明年|下一?年|下半年|上半年|[一二三四]季度|年底|年内|近期|\d{1,2}月))"
)

_TERM = pattern(r"20\d\d")
_ENDS = pattern("(?:^|[。；\n])(?:回顾|总结|纵观)|深感|存在[^。]{0,8}(?:不足|问题|差距)|差距|仍有不足|有待")
_AHEAD_WORDS = (
    *("下一步", "下步", "接下来", "下一阶段", "今后"),
    *("拟", "计划", "预计", "争取", "力争", "准备", "打算", "预期"),
)


@rule(
    "结构-33",
    "打算写在了成效里",
    only_with=_AHEAD_WORDS,
    bad="接下来，街道将争取资金改造信访接待室。",
    good="街道争取资金改造了信访接待室。",
)
def plan_among_results(material: Material) -> Iterator[Finding]:
    """查举措成效、第一责任人两部分里有没有“下一步，将……”。

    查什么：句首的“下一步”“接下来”“今后”后面跟着“将”“拟”“计划”，句首的“计划于……年底前”“预计明年”；不足、计划两部分里的不算。
    为什么：成效写已经做了的，打算放在下一年度安排里；混在一起，读的人分不清做没做。
    怎么改：移到计划部分，或写已经做了的。
    """
    for block, match in material.matches(_NEXT, *_AHEAD_WORDS):
        term = _TERM.search(match.group())
        if term and material.year and int(term.group()) > material.year + 1:
            continue  # a goal of several years may stand where it was set
        if material.parts[block] is None and _ENDS.search(material.blocks[block].text, 0, match.start()):
            continue  # it sums up the year, as the last part does
        if material.parts[block] in (None, ReportPart.MEASURES, ReportPart.DUTIES):
            fix = "移到计划部分，或写已经做了的。"
            if material.parts[block] is None:  # a piece of a report does not tell which part it is of
                fix = "这一段在成效部分的，移到计划部分，或写已经做了的；本来就在计划部分的，不必改。"
            yield Finding(f"“{match.group()}”说的是打算。", fix, block, *match.span())


_YEAR_OF_FIVE = pattern(
    r"(?:(?P<year>20\d\d)年|(?P<this>今年|本年度?))(?:既)?是?“?(?P<plan>十[三四五]五|[七八九]五)”?(?:普法|规划|时期|法治宣传教育|规划实施"
    r"|建设)*(?:的|实施的?|工作)*"
    r"(?P<what>开局|启动|起步|开端|第一|首|中期|收官|总结验收|验收|末|最后一|末期)(?P<end>之年|年|评估之年|评估年|之际)"
)
_PLACES = (
    (("开局", "启动", "起步", "开端", "第一", "首"), (0,)),
    (("中期",), (2, 3)),
    (("收官", "末", "最后一", "末期"), (4,)),
    (("验收", "总结验收"), (4, 5)),
)
"""What is said of which year of the five."""


@rule(
    "提法-28",
    "五年规划的年份位置不对",
    only_with=("三五", "四五", "五五", "七五", "八五", "九五"),
    bad=Example("2025年是“十四五”规划的开局之年。", year=2025),
    good=Example("2025年是“十四五”规划的收官之年。", year=2025),
)
def place_in_five_years(material: Material) -> Iterator[Finding]:
    """查“开局之年”“收官之年”与规划的起止年份合不合。

    查什么：“十三五”“十四五”“十五五”规划和“七五”“八五”“九五”普法的开局、启动在第一年，中期在第三年，收官、验收在第五年。
    为什么：照前几年的稿子改年份，常忘了改这一句。
    怎么改：改说法，或改年份。
    """
    for block, match in material.matches(_YEAR_OF_FIVE):
        year = int(match["year"]) if match["year"] else material.year
        start = first_of_five(match["plan"].removesuffix("五"))
        right = next(years for words, years in _PLACES if match["what"] in words)
        if year is not None and year - start not in right:
            yield Finding(
                f"“{match.group()}”：“{match['plan']}”是{start}年至{start + 4}年。",
                "改说法，或改年份。",
                block,
                *match.span(),
            )


_FORCE = pattern(
    r"(?<!《)(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起)?(?P<what>(?:正式)?(?:施行|实施|生效)|印发|出台|召开|举办|通过|修订|成立|挂牌|建成)"
)
_AHEAD = 2
_SLIP = pattern(
    r"(?<![\d.])(?:(?P<year>2[1-9]\d{2})年(?=[，,度]|全|\d{1,2}月|以来)"
    r"|(?<!距今)(?<!树龄)(?<!历时)(?<!长达)(?<!达到)(?<!约)(?<!近)"
    r"(?P<short>20\d)年(?!前|后|以|历史|左右|多|余|来|的历|老|树|古|间|内|一遇|、\d)|(?P<long>20\d{3,4})年)"
)
_FAR_OFF = pattern(
    r"(?<![\d.—–至到－～-])(?P<year>20(?!30|35|50|60)[3-9]\d)年(?![一-龥]?前|底前|[^，。；]{0,16}(?:届满|到期|目标|期限|规划|实现|建成))"
)
"""A year far off that no plan aims at."""


@rule(
    "数据-41",
    "没有这样的年份",
    only_with=("年",),
    bad=Example("该办法自2032年5月1日起施行。", year=2023),
    good=Example("该办法自2023年5月1日起施行。", year=2023),
)
def year_far_off(material: Material) -> Iterator[Finding]:
    """查年份是不是远在报告年度以后，是不是四位数。

    查什么：“自2032年5月1日起施行”“2032年，”这样比报告年度晚两年以上的，“2204年”“204年”“20234年”。
    为什么：多半是两位数字对调，多敲、少敲了一位。
    怎么改：核对年份。
    """
    years = {
        (block, match.span("year")): int(match["year"])
        for shape in (_FORCE, _FAR_OFF)
        for block, match in material.matches(shape)
    }
    for (block, place), year in sorted(years.items()):
        if material.year and year > material.year + _AHEAD:
            yield Finding(f"{year}年远在{material.year}年度以后。", "核对年份。", block, *place)
    for block, match in material.matches(_SLIP):
        said = str(match.lastgroup)
        yield Finding(f"没有“{match[said]}年”。", "核对年份。", block, *match.span(said))


_AGAINST = pattern(
    r"(?:较|比|与|同)(?P<year>20\d\d)年(?:度)?(?:同期)?(?:相比)?[，,]?[^，。；]{0,4}(?:增长|增加|下降|减少|提高|提升|上升|降低|多|少|翻)"
)


@rule(
    "数据-42",
    "拿本年度与本年度相比",
    bad=Example("全年受理信访件36件，较2023年下降12%。", year=2023),
    good=Example("全年受理信访件36件，较2022年下降12%。", year=2023),
)
def year_against_itself(material: Material) -> Iterator[Finding]:
    """查“较……年增长”里的年份是不是报告年度自己。

    查什么：2023年度的报告写“较2023年下降”；计划部分里的不算。
    为什么：比的是上年；照去年的稿子改年份，常把上年也改成了本年。
    怎么改：改为上一年。
    """
    for block, match in material.matches(_AGAINST, "20"):
        ahead = f"{int(match['year']) + 1}年" in material.blocks[block].text
        if (
            int(match["year"]) == material.year
            and material.parts[block] is not ReportPart.PLANS
            and not ahead
        ):
            yield Finding(
                f"“{match.group()}”：与报告年度自己相比。",
                f"改为{material.year - 1}年。",
                block,
                *match.span(),
            )
