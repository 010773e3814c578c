"""提法: 第几个 and 几周年, reckoned from the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.checks.dated import looks_ahead, shelf
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.scan import sentence_at
from generator.formulations import Library
from generator.numbers.numerals import chinese_number, read_chinese
from generator.patterns import pattern
from generator.problems import Level

_NUMBER = r"(?P<number>[一二三四五六七八九十百]{1,5}|\d{1,3})"
_YEAR = pattern(r"(20[0-4]\d)\s?年")


def _read(text: str) -> int | None:
    return int(text) if text.isdigit() else read_chinese(text)


@lru_cache(maxsize=256)
def _named(sentence: str) -> frozenset[int]:
    return frozenset(int(year) for year in _YEAR.findall(sentence))


def _years(material: Material, block: int, sentence: str) -> frozenset[int]:
    """Give the years that a sentence may be about: those it names, else the report year, and the next for a plan."""
    named = _named(sentence)
    if material.year is None:
        return named
    own = named | {material.year}
    return own | {material.year + 1} if looks_ahead(material, block, sentence) else own


@lru_cache(maxsize=8)
def _counting(books: Library) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, books.anniversaries), key=len, reverse=True))
    return pattern(rf"第{_NUMBER}(?:个|届|次)(?:全国|国际)?“?(?P<name>{names})")


@lru_cache(maxsize=8)
def _jubilee(books: Library) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, books.jubilees), key=len, reverse=True))
    return pattern(rf"(?P<name>{names})”?(?:[^，。；、\d]{{0,10}}?){_NUMBER}周年")


def _wrong(number: int, years: frozenset[int], bases: Mapping[str, int], name: str) -> int | None:
    """Give the right number where the written one fits none of the years."""
    right = {year - bases[name] for year in years}
    return None if number in right or not right else max(right)


@rule(
    "提法-15",
    "第几个纪念日算错",
    only_with=("第",),
    level=Level.ERROR,
    bad=Example("开展第十个国家宪法日宣传活动，发放资料800份。", year=2024),
    good=Example("开展第十一个国家宪法日宣传活动，发放资料800份。", year=2024),
)
def wrong_count(material: Material) -> Iterator[Finding]:
    """查“第几个国家宪法日”与年份合不合。

    查什么：国家宪法日（2014年为第一个）、宪法宣传周（2018年）、全民国家安全教育日（2016年）、民法典宣传月（2021年）等。
    为什么：照旧稿改，第几个最容易忘了加一。
    怎么改：按年份推算。
    """
    books = shelf(material)
    for block, match, years in _matches(material, _counting(books)):
        number = _read(match["number"])
        right = _wrong(number, years, books.anniversaries, match["name"]) if number else None
        if right is not None and right > 0:
            written = str(right) if match["number"].isdigit() else chinese_number(right)
            yield Finding(
                f"“{match.group().replace('“', '')}”算错了：{max(years)}年是第{written}个。",
                f"改为第{written}个。",
                block,
                *match.span("number"),
                mend=written,
            )


@rule(
    "提法-16",
    "几周年算错",
    only_with=("周年",),
    bad=Example("以纪念建党100周年为契机，开展法治文艺巡演。", year=2023),
    good=Example("以庆祝建党100周年为契机，开展法治文艺巡演。", year=2021),
)
def wrong_jubilee(material: Material) -> Iterator[Finding]:
    """查“几周年”与年份合不合。

    查什么：中国共产党成立（1921年）、新中国成立（1949年）、改革开放（1978年）、“枫桥经验”（1963年）、现行宪法公布施行（1982年）等。
    为什么：照旧稿改，周年数会留下旧的。
    怎么改：按年份推算；不是当年的纪念，就不写周年。
    """
    books = shelf(material)
    for block, match, years in _matches(material, _jubilee(books)):
        number = _read(match["number"])
        right = _wrong(number, years, books.jubilees, match["name"]) if number else None
        if right is not None:
            yield Finding(
                f"“{match.group()}”算错了：{max(years)}年是{right}周年。",
                f"改为{right}周年，或删去。",
                block,
                *match.span("number"),
            )


def _matches(
    material: Material, shape: re.Pattern[str]
) -> Iterator[tuple[int, re.Match[str], frozenset[int]]]:
    if material.year is None:
        return
    for number in material.saying(("第", "周年")):
        text = material.wide[number]
        for match in shape.finditer(text):
            yield number, match, _years(material, number, sentence_at(text, match.start()))
