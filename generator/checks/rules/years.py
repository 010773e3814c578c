"""结构: the years in title, opening and headings, and how a date is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import Example, rule
from generator.checks.rules.structure import chapters
from generator.checks.sample import whole
from generator.patterns import pattern
from generator.problems import Level

_REPORTS = pattern(
    r"(?P<year>20\d\d)\s?年?(?:度|年度)?(?:全面)?(?:推进)?(?:依法行政|法治政府|法治建设)[^。，,；]{0,16}?(?:报告|汇报)"
)
_YEAR = pattern(r"(?<![\d—－\-])(20\d\d)\s?年(?!—|－|-|至)")
_PLAN = pattern(
    r"(?P<year>20\d\d)\s?年(?:度)?(?:推进)?(?:法治政府|法治建设)?(?:建设)?(?:工作)?的?(?:主要|重点|工作)?(?:工作)?(?:安排|打算|计划安排|工作计划|思路)"
)


_REPORTED = pattern(
    r"(?:现将|现就|谨将)[^。；《]{0,12}?(?P<year>20\d\d)年(?:度)?(?!以来)[^。；《]{0,16}?(?:情况|工作)[^。；《]{0,6}(?:报告|汇报|公布|公示)如下"
)
_NOW = pattern(r"(?:现将|现就|谨将|将)[^。，；]{0,16}$")
_ALONE = 40


def _stands_alone(text: str) -> bool:
    """Tell whether a line is a title or a heading by its look: short, and no sentence."""
    return len(text) <= _ALONE and not re.search(r"[。；，：]", text)


def _is_of_report(material: Material, block: int, match: re.Match[str]) -> bool:
    text = material.blocks[block].text
    return _stands_alone(text) or bool(_NOW.search(text[max(0, match.start() - 20) : match.start()]))


_CHARACTERS = pattern(
    r"(?P<year>二[〇○零Ｏ0][一二][〇○零一二三四五六七八九])年(?:度)?[^。；《]{0,16}?(?:报告|汇报|总结)(?:如下)?(?=[。：，]|$)"
)


def _in_characters(material: Material) -> Iterator[Finding]:
    """Give the years written in characters, in a title or 现将……报告如下, that are not the report's."""
    for block, match in material.matches(_CHARACTERS, "年"):
        year = int(
            "".join(
                str("〇一二三四五六七八九".find(sign) if sign in "一二三四五六七八九" else 0)
                for sign in match["year"]
            )
        )
        if material.year and year != material.year and _is_of_report(material, block, match):
            message = f"这里写的是{year}年，报告年度是{material.year}年。"
            yield Finding(message, f"改为{material.year}年。", block, *match.span("year"))


@rule(
    "结构-13",
    "标题或导语的年份不是报告年度",
    level=Level.ERROR,
    bad=Example("现将2022年度法治政府建设情况报告如下：", year=2023),
    good=Example("现将2023年度法治政府建设情况报告如下：", year=2023),
)
def wrong_report_year(material: Material) -> Iterator[Finding]:
    """查大标题和“现将……报告如下”里的年份。

    查什么：“……年度法治政府建设（情况）报告”里的年份与报告年度不同。
    为什么：照去年的稿子改，最容易漏改这两处。
    怎么改：改成报告年度。
    """
    yield from _in_characters(material)
    told = {(block, match.start("year")): match for block, match in material.matches(_REPORTED, "如下")}
    titles = ((block, match) for block, match in material.matches(_REPORTS, "20"))
    told |= {
        (block, match.start("year")): match
        for block, match in titles
        if _is_of_report(material, block, match)
    }
    for (block, _start), match in sorted(told.items()):
        if material.year and int(match["year"]) != material.year:
            yield Finding(
                f"这里写的是{match['year']}年，报告年度是{material.year}年。",
                f"改为{material.year}年。",
                block,
                match.start("year"),
                match.end("year"),
            )


@rule(
    "结构-14",
    "部分标题的年份不对",
    level=Level.ERROR,
    bad=whole("一、推进法治政府建设的主要举措", "一、2022年推进法治政府建设的主要举措"),
    good=whole(),
)
def wrong_heading_year(material: Material) -> Iterator[Finding]:
    """查一级标题里的年份。

    查什么：举措、第一责任人、不足三部分的标题只能写报告年度，写成上年或更早就报。
    为什么：照去年的稿子改，标题里的年份常常漏改。
    怎么改：改成报告年度，或者去掉年份。
    """
    for number, text in chapters(material):
        years = [int(year) for year in _YEAR.findall(text)]
        if (
            material.year
            and years
            and material.parts[number] is not ReportPart.PLANS
            and material.year not in years
        ):
            match = _YEAR.search(text)
            if match and not (years == [material.year - 1] and "整改" in text):
                yield Finding(
                    f"标题写的是{years[0]}年，报告年度是{material.year}年。",
                    f"改为{material.year}年，或去掉年份。",
                    number,
                    *match.span(1),
                )


@rule(
    "结构-15",
    "计划的年份不是下一年",
    level=Level.ERROR,
    bad=whole("四、2024年推进", "四、2023年推进"),
    good=whole(),
)
def wrong_plan_year(material: Material) -> Iterator[Finding]:
    """查下一年度安排的年份。

    查什么：“……年推进法治政府建设的主要安排”应是报告年度的下一年。
    为什么：报告2023年的工作，安排的就是2024年；照旧稿改时常差一年。
    怎么改：改成下一年。
    """
    if material.year is None:
        return
    for number, block in enumerate(material.blocks):
        heading = material.ranks[number] == 2 and material.parts[number] is ReportPart.PLANS
        if not heading and not _stands_alone(block.text):
            continue
        match = _YEAR.search(block.text) if heading else _PLAN.search(block.text)
        if not match:
            continue
        years = [int(year) for year in _YEAR.findall(block.text)] if heading else [int(match["year"])]
        lead = block.text[max(0, match.start() - 12) : match.start()]
        if material.year + 1 in years or re.search(r"《|落实|按照|对照|制定|根据|完成|印发", lead):
            continue
        yield Finding(
            f"报告年度是{material.year}年，安排应写{material.year + 1}年，这里写的是{match[1]}年。",
            f"改为{material.year + 1}年。",
            number,
            *match.span(1),
        )
    for number, match in material.matches(_HEADED, "、20"):
        if int(match["year"]) != material.year + 1 and not _stands_alone(material.blocks[number].text):
            message = (
                f"报告年度是{material.year}年，打算应是{material.year + 1}年的，这里写的是{match['year']}年。"
            )
            fix = f"改为{material.year + 1}年。"
            yield Finding(message, fix, number, *match.span("year"), level=Level.WARNING)


_HEADED = pattern(rf"(?:^|(?<=[。；]))[一二三四五六七八九十]{{1,2}}、{_PLAN.pattern}(?=[：:]|[。\n]|$)")
"""A heading that stands in a paragraph: ……。三、2025年工作打算：一是……"""


_WILL = pattern(
    r"(?P<year>20\d\d)年(?:度)?[，,]?[^。，,；将拟]{0,12}(?:将(?=继续|进一步|持续|坚持|加大|深化|加强|紧紧|围绕|紧扣|重点|着力|全力|认真|严格|不断|从"
    r"|深入)|拟|计划(?=开展|组织|举办))"
)


@rule(
    "结构-16",
    "打算写成了已过去的年份",
    bad=Example("2023年，我街道将继续加大普法宣传力度。", year=2023, date="2024-01-20"),
    good=Example("2024年，我街道将继续加大普法宣传力度。", year=2023, date="2024-01-20"),
)
def plan_in_the_past(material: Material) -> Iterator[Finding]:
    """查“……年，我镇将继续……”的年份。

    查什么：用“将”说的打算，年份还是报告年度或更早；计划部分里“……年底前”的期限也是。
    为什么：报告年度已经过去，打算是下一年的事。
    怎么改：改成下一年。
    """
    for block, match in (*material.matches(_WILL), *_terms(material)):
        if material.year and int(match["year"]) <= material.year:
            yield Finding(
                f"{match['year']}年已经过去，打算是下一年（{material.year + 1}年）的事。",
                f"改为{material.year + 1}年；说的是已做的事，就把“将”去掉。",
                block,
                *match.span("year"),
            )


_TERM = pattern(r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日|底|末|年底)?前")


_AIM = pattern(r"(?:力争|拟于|预计|争取)(?:在|于|到)?(?P<year>20\d\d)年(?!以来|度?(?:的|已))")


def _terms(material: Material) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the terms that plans set themselves."""
    return (
        (block, match)
        for shape, parts in ((_TERM, (ReportPart.PLANS,)), (_AIM, (ReportPart.PLANS, None)))
        for block, match in material.matches(shape)
        if material.parts[block] in parts
    )


_PADDED = pattern(
    r"(?<!\d)(?P<year>20\d\d)年(?:0(?P<month>\d)|(?P<full>1[0-2]|[1-9]))月(?P<zero>0?)(?P<day>\d{1,2})日"
)
_DOTTED = pattern(
    r"(?<![\d.])(?P<year>20\d\d)[.．](?P<month>0?[1-9]|1[0-2])[.．](?P<day>0?[1-9]|[12]\d|3[01])(?![\d.])"
)
_DAY_OF_YEAR = pattern(r"“(?P<month>\d{1,2})[、，,](?P<day>\d{1,2})”")


@rule(
    "结构-19",
    "日期写法不合规范",
    bad="2024年01月05日，街道召开法治政府建设专题会议。",
    good="2024年1月5日，街道召开法治政府建设专题会议。",
)
def odd_date(material: Material) -> Iterator[Finding]:
    """查日期的写法。

    查什么：月、日前面多写的零（2024年01月05日），用圆点代替年月日（2024.1.5），“12·4”写成“12、4”。
    为什么：GB/T 9704—2012第7.3.5.4条：成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位。
    怎么改：写成“2024年1月5日”。
    """
    for shape, words in ((_PADDED, ("年0", "月0")), (_DOTTED, (".", "．"))):
        for block, match in material.matches(shape, *words):
            month = match["month"] or match["full"]
            right = f"{match['year']}年{int(month)}月{int(match['day'])}日"
            if right != match.group():
                yield Finding(
                    f"日期“{match.group()}”写法不合规范。", f"改为{right}。", block, *match.span(), mend=right
                )
    for block, match in material.matches(_DAY_OF_YEAR):
        right = f"“{match['month']}·{match['day']}”"
        message = f"{match.group()}：月和日之间用间隔号。"
        yield Finding(message, f"改为{right}。", block, *match.span(), mend=right)


@rule(
    "结构-20",
    "大标题不全",
    bad=whole("# 稷下街道2023年法治政府建设年度报告", "# 稷下街道法治政府建设年度报告"),
    good=whole(),
)
def poor_title(material: Material) -> Iterator[Finding]:
    """查大标题里有没有年份、“法治政府建设”和“报告”，年度有没有写两遍。

    查什么：“稷下街道2023年法治政府建设年度报告”，单位、年份、事由、文种四样。
    为什么：公开时按标题检索，缺年份就找不到；“年度……年度”是重复。
    怎么改：补上所缺的；“2023年度……年度报告”去掉一个“度”字。
    """
    if not material.whole or 1 not in material.ranks:
        return
    numbers = [number for number, rank in enumerate(material.ranks) if rank == 1]
    number = numbers[0]
    title = "".join(material.blocks[one].text for one in numbers)
    if material.demands.title and material.demands.title in title:
        return  # as the superior asked
    needed = (("年份", r"20\d\d"), ("“法治政府建设”", r"法治政府建设"), ("“报告”", r"报\s*告"))
    missing = [what for what, shape in needed if not re.search(shape, title)]
    first = material.blocks[number].text
    if missing:
        yield Finding(f"大标题缺{'、'.join(missing)}。", "补上所缺的。", number, 0, len(first))
    elif re.search(r"20\d\d年度[^年]*年度", first):
        remedy = "写成“2023年法治政府建设年度报告”这样的形式。"
        yield Finding("大标题里“年度”写了两遍。", remedy, number, 0, len(first))
