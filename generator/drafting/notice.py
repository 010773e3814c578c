"""What the superior's notice asks for, as the head of the Markdown text carries it on to page and checks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.drafting import marks
from generator.facts.chapters import CHAPTERS
from generator.facts.notice import Notice
from generator.patterns import pattern

_CHAPTER = pattern(r"^## [一二三四五六七八九十]+、(.*)$", re.MULTILINE)
_FORMS = {"独立成行": "独立成行", "接排": "段首"}


def chapter_order(notice: Notice) -> tuple[str, ...]:
    """Give the parts of the report in the order that the notice asks for, else in the usual one."""
    return notice.order or CHAPTERS


def carried(notice: Notice, title: str, marked: str, written: Sequence[str]) -> Mapping[str, Any]:
    """Give the entries of the front matter: 通知 for the checks, 版式 for the page; none where nothing is asked for.

    `title` is the title that the notice asks for, and `marked` the report, both with marks; `written` are the parts
    that have a text, in order.
    """
    worded = notice.order or notice.titles.given
    chapters = [marks.unescape(marks.strip_marks(one)) for one in _CHAPTER.findall(marked)] if worded else []
    asked = {
        "标题": marks.unescape(marks.strip_marks(title)),
        "部分标题": dict(zip(written, chapters, strict=True)) if len(chapters) == len(written) else {},
        "字数": str(notice.length or ""),
        "举措占比": str(notice.measures_share or ""),
        "部分占比": [str(one) for one in notice.part_shares],
        "小标题": str(notice.measures_headings or ""),
        "禁用词": [*notice.banned],
        "不写": [*notice.unsaid],
        "截止": str(notice.deadline or ""),
    }
    head: dict[str, Any] = {"通知": {key: one for key, one in asked.items() if one}}
    if notice.headings:
        head["版式"] = {"二级标题": {"排法": _FORMS[notice.headings]}}
    return {key: one for key, one in head.items() if one}
