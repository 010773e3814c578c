"""通知: what the front matter says that the superior's notice asks of the report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from generator.numbers.part_shares import PartsShare, read_parts_share
from generator.numbers.span import Span, read_count, read_share, read_span
from generator.patterns import pattern
from generator.problems import Problem
from generator.yamltext.mapping import Mapping

NOTICE = "通知"
NOTICE_KEYS = ("标题", "部分标题", "字数", "举措占比", "部分占比", "小标题", "禁用词", "不写", "截止")
_ORDINAL = pattern(r"^[一二三四五六七八九十]{1,3}、\s*")


class Demands(NamedTuple):
    """What a notice asks for: the title, the parts' titles by the key of each in their order, length and last day.

    `share` is how much of the whole 举措成效 may take, `headings` how many second-level headings may stand in it,
    `part_shares` how much other parts may take. `banned` are words, `unsaid` kinds of things, that are not to be there.
    """

    title: str = ""
    chapters: tuple[tuple[str, str], ...] = ()
    length: Span | None = None
    share: Span | None = None
    headings: Span | None = None
    deadline: date | None = None
    part_shares: tuple[PartsShare, ...] = ()
    banned: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()

    def titles_of(self, part: str) -> list[str]:
        """Give the title that is asked for a part, whose key begins with `part`; none where none is."""
        return [title for key, title in self.chapters if key.startswith(part)]


def demands(front: Mapping) -> Demands:
    """Give what is asked for; nothing where the front matter has no 通知."""
    asked = front.data.get(NOTICE)
    if not isinstance(asked, dict):
        return Demands()
    chapters = asked.get("部分标题", {})
    return Demands(
        asked.get("标题", ""),
        tuple((name, bare_heading(title)) for name, title in chapters.items()),
        read_span(asked.get("字数", "")),
        read_share(asked.get("举措占比", "")),
        read_count(asked.get("小标题", "")),
        _day(asked.get("截止", "")),
        tuple(filter(None, map(read_parts_share, asked.get("部分占比", ())))),
        tuple(asked.get("禁用词", ())),
        tuple(asked.get("不写", ())),
    )


def bare_heading(text: str) -> str:
    """Give a first-level heading without its number."""
    return _ORDINAL.sub("", text.strip())


def notice_faults(front: Mapping, code: str) -> Iterator[Problem]:
    """Name what cannot be read of 通知."""
    asked = front.data.get(NOTICE)
    if not isinstance(asked, dict):
        return
    for key, right, fix in (
        ("标题", lambda one: isinstance(one, str), "写整个标题，一行。"),
        (
            "部分标题",
            lambda one: isinstance(one, dict) and all(isinstance(title, str) for title in one.values()),
            "逐行写“部分: 标题”，例如“不足: 存在的不足和原因”。",
        ),
        ("字数", lambda one: isinstance(one, str) and read_span(one), "例如“字数: 2500至5000”。"),
        ("举措占比", lambda one: isinstance(one, str) and read_share(one), "例如“举措占比: 不超过一半”。"),
        ("部分占比", _are_part_shares, "例如“部分占比: [第三、四部分合计不超过四分之一]”。"),
        ("禁用词", _are_lines, "例如“禁用词: [亮点, 大力]”。"),
        ("不写", _are_lines, "例如“不写: [姓名, 企业名称]”。"),
        ("小标题", lambda one: isinstance(one, str) and read_count(one), "例如“小标题: 不超过6个”。"),
        ("截止", lambda one: isinstance(one, str) and _day(one), "例如“截止: 2024-03-01”。"),
    ):
        if key in asked and not right(asked[key]):
            yield front.problem(code, f"“{NOTICE}.{key}”读不出来", fix, NOTICE, key)


def _are_lines(written: object) -> bool:
    return isinstance(written, list) and all(isinstance(one, str) for one in written)


def _are_part_shares(written: object) -> bool:
    return isinstance(written, list) and all(
        isinstance(one, str) and read_parts_share(one) for one in written
    )


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
