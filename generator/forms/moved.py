"""Last year's words moved on to this year: what is sure is changed, what is likely of last year alone is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.formulations import Library
from generator.numbers.numerals import chinese_number, read_chinese
from generator.patterns import pattern
from generator.yamltext.path import Path

_YEAR = pattern(r"(?<![\d—–－~～至〔\[-])20\d\d(?=年(?!\d{1,2}月|[—–－~～至-]))")
_YEARS = pattern(r"(?<!\d)20\d\d(?!年\d{1,2}月)年?")
_TITLE = pattern("《[^》]*》")
_MARKS = pattern("【(?!【)[^】]*】")
_HOTLINE = r"12\d{3}(?![\d.,%]|[余多]?[万千百件起次人名份户个条元场本册])"
_COUNT = "[0-9]{1,3}|[一二三四五六七八九十百]{1,5}"
_NTH_DAY = pattern(f"第(?P<count>{_COUNT})个(?P<day>“?[一-龥]{{3,9}})")
_LIKELY_PAST = {
    "日期": pattern(
        r"(?:20\d\d年)?\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}月(?:[上中下]旬|底|初)?|[上下]半年|第?[一二三四]季度"
    ),
    "届次": pattern(f"第(?:{_COUNT})[届次期批轮]"),
    "会议": pattern("(?<!定期)(?<!每[月季周年])召开[^，。；]{0,24}?会议?"),
    "没有标注的数": pattern(
        rf"(?<![\d第“·.,〔/A-Za-z+＋×-])(?!{_HOTLINE})(?!(?:19|20)\d\d(?:年|[—–－~～至-]\d))"
        r"\d+(?:[.,]\d+)*(?!\d|[.,]\d)(?:%|[余多]?[万千百亿]?[余多]?(?![年月日号时点〕”·+＋×])[一-龥]?)"
        "|(?<![第一二三四五六七八九十百千])[两二三四五六七八九十百千]+[余多]?(?:次|场|件|起|期|名|户|份|批)"
    ),
    "做成一回的事": pattern(
        "首[次个家批创]|新建|建成|落成|揭牌|挂牌|成立|启用|荣获|获评|被评|授予|获得|[一二三]等奖"
    ),
    "上年的结论": pattern(
        r"没有[^，。；、\n]{1,20}|未(?:发生|出现|接到|收到|有)[^，。；\n]{0,20}"
        r"|无(?:一[例件起人]|被|重大|较大|违法|行政|败诉|事故|投诉|上访|发生)[^，。；、\n]{0,8}"
        "|零(?:事故|投诉|发案|差错|上访|败诉|发生|新增|复发|延误)"
        r"|(?<![平人户年])均(?![分等衡]|为?\n)[^，。；、\n]{1,8}|全部[^，。；、\n]{1,8}|全覆盖|全面完成"
        "|(?:明显|显著|大幅|有效)(?:减少|下降|降低|提升|提高|改善|增强)"
    ),
}


class Moved(NamedTuple):
    """A text for this year, and what of it is to be looked at, in Chinese."""

    text: str
    doubts: tuple[str, ...] = ()


class YearTurn(NamedTuple):
    """The year that a text was written for, the one that it is wanted for, and the library of dated formulations.

    `withheld` are the paths of what was for the superior alone, and stays so, `open` what the old file still doubts.
    """

    before: int
    year: int
    library: Library
    withheld: frozenset[Path] = frozenset()
    open: Mapping[Path, tuple[str, ...]] = MappingProxyType({})


def moved_heading(text: str, years: YearTurn) -> Moved:
    """Move a title, a heading or another text on that tells no deed: its year, the plenum, the count of a day."""
    text = _with_guidance(_with_days(_with_year(text, years), years), years)
    return Moved(text, tuple(_outdated(text, years)))


def moved_opening(text: str, years: YearTurn) -> Moved:
    """Move an opening paragraph on as a heading; what is likely of last year alone is named."""
    moved = moved_heading(text, years)
    return moved._replace(doubts=(*moved.doubts, *_likely_past(moved.text, years)))


def moved_sentence(text: str, years: YearTurn) -> Moved:
    """Move a sentence on that tells what was done; a year that was changed is named, for the deed may be last year's.

    The plenum that it names is not changed: what was studied is a fact.
    """
    dated = _with_days(text, years)
    moved = _with_year(dated, years)
    doubts = [f"年份由{years.before}年改成了{years.year}年"] if moved != dated else []
    doubts += [f"{years.year}年的提法是“{now}”" for old, now in _guidance(years) if old in moved][:1]
    return Moved(moved, (*doubts, *_outdated(moved, years), *_likely_past(moved, years)))


def _with_year(text: str, years: YearTurn) -> str:
    """Put the new year for the last, but not in the title of a document, a range or a date."""
    titles = [match.span() for match in _TITLE.finditer(text)]

    def follow(match: re.Match[str]) -> str:
        inside = any(start < match.start() < end for start, end in titles)
        return str(years.year) if int(match[0]) == years.before and not inside else match[0]

    return _YEAR.sub(follow, text)


def _with_days(text: str, years: YearTurn) -> str:
    """Count a yearly day on, 第十个国家宪法日, where last year's count was right."""

    def follow(match: re.Match[str]) -> str:
        named = match["day"].lstrip("“")
        base = next(
            (first for day, first in years.library.anniversaries.items() if named.startswith(day)), None
        )
        count = match["count"]
        number = int(count) if count.isdecimal() else read_chinese(count)
        if base is None or number != years.before - base:
            return match[0]
        now = years.year - base
        return f"第{now if count.isdecimal() else chinese_number(now)}个{match['day']}"

    return _NTH_DAY.sub(follow, text)


def _guidance(years: YearTurn) -> Iterator[tuple[str, str]]:
    """Give what guided last year's report with what guides this year's, the longest first, where they differ."""
    pairs = []
    for name in years.library.openings:
        before, now = (years.library.opening(name, year) for year in (years.before, years.year))
        if before and now and before != now:
            pairs.append((before, now))
    yield from sorted(pairs, key=lambda pair: -len(pair[0]))


def _with_guidance(text: str, years: YearTurn) -> str:
    for old, now in _guidance(years):
        text = text.replace(old, now)
    return text


def _outdated(text: str, years: YearTurn) -> Iterator[str]:
    """Name formulations that have ceased to be current, and what is written now."""
    if any(word in text for word in years.library.words.get("回顾", ())):
        return
    for one in years.library:
        if one.kind != "主题" and one.outdated(years.year) and not one.too_early(years.before):
            said = next((mark for mark in one.marks or (one.wording,) if mark in text), None)
            if said and not (one.successor and one.successor in text):
                instead = f"，现在写“{one.successor}”" if one.successor else ""
                yield f"“{said}”到{one.until}为止{instead}"


def _likely_past(text: str, years: YearTurn) -> Iterator[str]:
    """Name what is likely of last year alone; what stands in marks is asked for by itself."""
    text = _MARKS.sub("\n", text)
    others = [one[0] for one in _YEARS.finditer(text) if int(one[0][:4]) != years.year]
    for name, past in {
        "年份": others,
        **{name: one.findall(text) for name, one in _LIKELY_PAST.items()},
    }.items():
        if past:
            yield f"{name}“{'”“'.join(dict.fromkeys(past))}”"
