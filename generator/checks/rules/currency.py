"""提法: formulations before their day and past it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.dated import by_wording, looks_ahead, looks_back, marks, says, shelf
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.scan import has_shape, hits, sentence_at
from generator.formulations import Formulation, Library
from generator.numbers.dates import chinese_date
from generator.patterns import pattern
from generator.problems import Level

_PLENUM = pattern(
    r"(?P<congress>十[七八九]|二十[一二三]?)届(?P<list>(?:[一二三四五六七八九十]中(?:全会)?[、和及与]?){1,8})"
)
_NUMBER = pattern(r"([一二三四五六七八九十])中")
_ANIMALS = pattern(r"猪瘟|动物|畜|禽|流感|口蹄疫|病虫")


def _sessions(material: Material) -> Iterator[tuple[int, re.Match[str], str]]:
    """Give each plenary session that a text names, one by one where they stand in a row."""
    for number in material.saying(("届",)):
        for match in _PLENUM.finditer(material.wide[number]):
            for one in _NUMBER.findall(match["list"]):
                yield number, match, f"党的{match['congress']}届{one}中全会"


_CONGRESSES = ("十七届", "十八届", "十九届", "二十届", "二十一届", "二十二届", "二十三届")


@rule(
    "提法-01",
    "全会还没有召开",
    only_with=_CONGRESSES,
    level=Level.ERROR,
    bad=Example("深入贯彻党的二十届三中全会精神，推进依法行政。", year=2023),
    good=Example("深入贯彻党的二十届三中全会精神，推进依法行政。", year=2024),
)
def session_before_its_day(material: Material) -> Iterator[Finding]:
    """查写到的全会在成文那天有没有开过。

    查什么：“十九届二中、三中、四中全会”逐次核对闭幕日期，没有成文日期的按次年3月31日算。
    为什么：照着新材料改旧年度的报告，容易写进当时还没有开的会。
    怎么改：删去成文之后才开的会，写到最近的一次为止。
    """
    if material.year is None:
        return
    known = by_wording(shelf(material))
    for block, match, name in _sessions(material):
        entry = known.get(name)
        if entry is None and not match["congress"].startswith("十七"):
            yield Finding(f"没有查到“{name}”。", "核对届次和第几次全会。", block, *match.span())
        elif entry and entry.since and entry.too_early(material.year, material.signed):
            message = f"“{name}”{chinese_date(entry.since)}才闭幕，{material.year}年度的报告还不能写。"
            yield Finding(message, "写到成文时最近的一次全会为止。", block, *match.span())


def _early(material: Material, block: int, start: int, entry: Formulation, books: Library) -> bool:
    """Tell whether a formulation stands in a report that was written before it, and not as something to come."""
    year = material.year
    if year is None or entry.kind == "主题" or not entry.too_early(year, material.signed):
        return False
    text = sentence_at(material.wide[block], start)
    if entry.use == "指导":
        prepared = entry.kind == "规划" and says(text, books, "筹备")
        return not prepared and not says(text, books, "迎接")
    signed = material.signed or date(year + 1, 3, 31)
    if says(text, books, "筹备") and (entry.kind == "规划" or (entry.since and entry.since <= signed)):
        return False
    ahead = looks_ahead(material, block, text)
    return not (ahead and ((entry.since and entry.since <= signed) or "启动" in text))


@rule(
    "提法-02",
    "提法用得过早",
    gravest=Level.ERROR,
    bad=Example("深入学习贯彻习近平法治思想，制定年度学法计划。", year=2019),
    good=Example("深入学习贯彻习近平法治思想，制定年度学法计划。", year=2023),
)
def formulation_before_its_day(material: Material) -> Iterator[Finding]:
    """查提法、文件、规划、专项行动在报告年度有没有出现。

    查什么：提法库里每条的起始日期；指导思想、会议看成文日期，所做的工作看年度末日，打算和筹备的不算。
    为什么：照着新材料改旧年度的报告，会写进当时还没有的提法。
    怎么改：换成当年的提法；用 nianbao topics --formulations --year 年度 查当年能写什么。
    """
    books = shelf(material)
    for number, text in enumerate(material.wide):
        for start, mark, entry in hits(marks(books), text):
            if entry.since is None or not _early(material, number, start, entry, books):
                continue
            if mark == "疫情防控" and has_shape(_ANIMALS, sentence_at(text, start)):
                continue
            level = Level.ERROR if entry.sure == "高" else Level.WARNING
            said = _said(text, start, mark)
            yield Finding(
                f"“{said}”{chinese_date(entry.since)}以后才有，{material.year}年度的报告写得过早。",
                "换成当年的提法。",
                number,
                start,
                start + len(said),
                level=level,
            )


def _said(text: str, start: int, mark: str) -> str:
    """Give what a text says where a mark was found: to the end of the brackets that the mark breaks off in."""
    end = start + len(mark)
    closing = text.find("）", end) + 1 if mark.count("（") > mark.count("）") else 0
    return text[start:closing] if end < closing <= end + 8 else mark


def _newer(entry: Formulation, text: str) -> bool:
    """Tell whether what took its place stands in the same paragraph, so that the old one is only part of a row."""
    return entry.kind == "会议" and ("二十大" in text or "二十届" in text or "十九大" in entry.successor)


@rule(
    "提法-03",
    "提法已经陈旧",
    bad=Example("大力实施“七五”普法规划，开展普法活动30场。", year=2023),
    good=Example("巩固“七五”普法成果，开展“八五”普法活动30场。", year=2021),
)
def formulation_past_its_day(material: Material) -> Iterator[Finding]:
    """查已经结束、被取代的提法是不是还当现行的写。

    查什么：“七五”普法、“十三五”、旧纲要、专项斗争等，过了止期还在用；回顾性的句子（……以来、总结、巩固……成果）不算。
    为什么：照旧稿改，最容易留下前几年的提法。
    怎么改：换成现行的；确是回顾的，写明“……以来”“……期间”。
    """
    if material.year is None:
        return
    books = shelf(material)
    for number, text in enumerate(material.wide):
        for start, mark, entry in hits(marks(books), text):
            if (
                entry.kind == "主题"
                or not entry.outdated(material.year, material.signed)
                or entry.until is None
            ):
                continue
            if looks_back(sentence_at(text, start), books) or _newer(entry, text):
                continue
            if mark == "疫情防控" and has_shape(_ANIMALS, sentence_at(text, start)):
                continue
            instead = f"，现在的写法是{entry.successor}" if entry.successor else ""
            said = _said(text, start, mark)
            yield Finding(
                f"“{said}”到{chinese_date(entry.until)}为止，{material.year}年度已经陈旧{instead}。",
                f"改为{entry.successor or '现行的提法'}；确是回顾的，写明“……以来”“……期间”。",
                number,
                start,
                start + len(said),
            )


@rule(
    "提法-04",
    "全会精神已经陈旧",
    only_with=_CONGRESSES,
    bad=Example("全面贯彻党的十九届四中、五中全会精神，依法履职尽责。", year=2024),
    good=Example("全面贯彻党的二十届二中、三中全会精神，依法履职尽责。", year=2024),
)
def session_past_its_day(material: Material) -> Iterator[Finding]:
    """查是不是还只写上一届党代会的全会。

    查什么：新一届党代会以后，导语里只有上一届的全会；同段写了新一届的不算，“……以来”不算。
    为什么：指导思想以最近一届党代会为准，旧的全会不再单独写。
    怎么改：换成最近一届党代会及其全会的精神。
    """
    if material.year is None:
        return
    books = shelf(material)
    known = by_wording(books)
    seen = set()
    for block, match, name in _sessions(material):
        entry, text = known.get(name), material.blocks[block].text
        if (
            entry is None
            or not entry.outdated(material.year, material.signed)
            or (block, match.start()) in seen
        ):
            continue
        if not looks_back(sentence_at(text, match.start()), books) and not _newer(entry, text):
            seen.add((block, match.start()))
            message = f"“{name}”之后已开过{entry.successor}，{material.year}年度只写它就陈旧了。"
            yield Finding(message, f"改为{entry.successor}和此后的全会精神。", block, *match.span())


_OCCASION = pattern(r"主题|宣传周|教育日|生产月|宣传月")


@rule(
    "提法-05",
    "活动主题不是当年的",
    bad=Example("围绕“大力弘扬宪法精神，推动进一步全面深化改革”主题开展宪法宣传周活动。", year=2023),
    good=Example("围绕“大力弘扬宪法精神，建设社会主义法治文化”主题开展宪法宣传周活动。", year=2023),
)
def theme_of_another_year(material: Material) -> Iterator[Finding]:
    """查宪法宣传周、全民国家安全教育日、安全生产月的主题是哪一年的。

    查什么：写到的主题与报告年度不是同一年。
    为什么：这些主题一年一换，照旧稿改会留下上年的。
    怎么改：换成当年的主题。
    """
    if material.year is None:
        return
    books = shelf(material)
    for number, text in enumerate(material.wide):
        for start, mark, entry in hits(marks(books), text):
            if entry.kind != "主题" or entry.since is None or entry.since.year == material.year:
                continue
            sentence, goes_on = sentence_at(text, start), text.startswith("——", start + len(mark))
            if goes_on or f"{entry.since.year}年" in sentence or not has_shape(_OCCASION, sentence):
                continue
            yield Finding(
                f"“{mark}”是{entry.since.year}年的主题，报告年度是{material.year}年。",
                "换成当年的主题。",
                number,
                start,
                start + len(mark),
            )
