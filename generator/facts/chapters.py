"""How the parts of a report and its length are written in a notice: titles, order, form of headings."""

from __future__ import annotations

from collections.abc import Callable

from generator.numbers.span import Span, mended_span, read_count, read_share, read_span
from generator.numbers.width import fold_width
from generator.patterns import pattern
from generator.topics.kinds import MisreadError, shortened

CHAPTERS = ("举措成效", "第一责任人", "不足", "计划", "其他情况")
"""The parts of a report in the order that most have, by their keys in a facts file."""

LAWFUL_ORDER = ("举措成效", "不足", "第一责任人", "计划", "其他情况")
"""The order in which 法治政府建设与责任落实督察工作规定 lists what a report holds."""

HEADING_FORMS = ("独立成行", "接排")
"""How second-level headings are set: on a line of their own, or with the text following on the same line."""

_SHORT_CHAPTERS = {"举措": "举措成效", "安排": "计划", "其他": "其他情况"}
_BETWEEN_CHAPTERS = pattern(r"\s*[、，,；;]\s*")
_ORDINAL = pattern(r"^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．，]?(?<=[、.．，）)])\s*")
_LAWFUL = "法定"


def read_length(written: str, name: str) -> Span:
    """Read a length such as 2500至5000; raises MisreadError."""
    span = read_span(fold_width(written))
    if span is None:
        message = f"“{name}”写的是“{shortened(written)}”"
        if mended := mended_span(fold_width(written)):
            raise MisreadError(f"{message}，前面的数大，后面的数小", f"请核对，写成“{mended}”。")
        raise MisreadError(message, "请写成“2500至5000”“不超过3000”“3000左右”这样的字数。")
    return span


def read_part_share(written: str, name: str) -> Span:
    """Read how much of the report a part may take, such as 不超过一半; raises MisreadError."""
    return _read_bounds(read_share, written, name, "“不超过一半”“不少于60%”“40%至60%”这样的占比")


def read_heading_count(written: str, name: str) -> Span:
    """Read how many headings there may be, such as 不超过6个; raises MisreadError."""
    return _read_bounds(read_count, written, name, "“不超过6个”“5至8个”“6个”这样的个数")


def _read_bounds(read: Callable[[str], Span | None], written: str, name: str, form: str) -> Span:
    span = read(fold_width(written))
    if span is None:
        raise MisreadError(f"“{name}”写的是“{shortened(written)}”", f"请写成{form}。")
    return span


def read_heading_form(written: str, name: str) -> str:
    """Read how second-level headings are set; raises MisreadError."""
    if written not in HEADING_FORMS:
        message = f"“{name}”写的是“{shortened(written)}”"
        raise MisreadError(message, f"请写“{'”或“'.join(HEADING_FORMS)}”。")
    return written


def read_chapter_title(written: str, name: str) -> str:
    """Read the title of a part without its number; raises MisreadError."""
    title = _ORDINAL.sub("", written).rstrip("。：: ")
    if not title:
        message = f"“{name}”写的是“{shortened(written)}”，没有标题的文字"
        raise MisreadError(message, "请写上标题的文字；通知没有定的，删去这一行。")
    return title


def read_chapter_order(texts: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Read 法定, or the parts one by one; 其他情况 may be left out and is the last then. Raises MisreadError."""
    written = [one for text in texts for one in _BETWEEN_CHAPTERS.split(text) if one]
    if written == [_LAWFUL]:
        return LAWFUL_ORDER
    if _LAWFUL in written:
        message = f"“{name}”里“{_LAWFUL}”和别的写在一起"
        raise MisreadError(message, f"请只写“{_LAWFUL}”，或写{'、'.join(CHAPTERS)}的先后。")
    order = [_SHORT_CHAPTERS.get(one, one) for one in written]
    if unknown := [one for one in order if one not in CHAPTERS]:
        message = f"“{name}”里没有“{shortened(unknown[0])}”这个部分"
        raise MisreadError(message, f"写“{_LAWFUL}”，或写{'、'.join(CHAPTERS)}的先后。")
    order += [one for one in CHAPTERS[-1:] if one not in order]
    if sorted(order) != sorted(CHAPTERS):
        twice = next((one for one in order if order.count(one) > 1), "")
        lacking = "、".join(one for one in CHAPTERS if one not in order)
        message = f"“{name}”里“{twice}”写了两次" if twice else f"“{name}”少写了{lacking}"
        raise MisreadError(message, f"请把{'、'.join(CHAPTERS[:-1])}各写一次。")
    return tuple(order)
