"""How a notice says what is not to stand in a report, how large parts may be, and what last year is called."""

from __future__ import annotations

from collections.abc import Callable

from generator.numbers.part_shares import PartsShare, read_parts_share
from generator.numbers.width import fold_width
from generator.patterns import pattern
from generator.topics.kinds import MisreadError, shortened

UNSAID = ("姓名", "企业名称", "荣誉排名", "表格")
"""What a notice may ask to leave out, as the checks look for it."""
LAST_YEAR, BY_YEAR = "上年", "年份"
"""What last year is called: so, or by its number, 较2023年增长5%."""
_ALSO = {
    **dict.fromkeys(("人名", "个人姓名", "当事人姓名", "自然人姓名", "点名", "名字"), "姓名"),
    **dict.fromkeys(("企业", "公司名称", "企业名", "商户名"), "企业名称"),
    **dict.fromkeys(("荣誉", "排名", "名次", "表彰"), "荣誉排名"),
    **dict.fromkeys(("表", "图表", "附表"), "表格"),
}
_APART = pattern(r"\s*[、，,；;]\s*")
_QUOTES = "“”\"'‘’《》 。"


def read_part_shares(texts: tuple[str, ...], name: str) -> tuple[PartsShare, ...]:
    """Read how much parts may take together, one a line; raises MisreadError."""
    return tuple([_part_share(one, name) for one in texts])


def _part_share(text: str, name: str) -> PartsShare:
    share = read_parts_share(fold_width(text))
    if share is None:
        fix = "请写成“不足、计划合计不超过四分之一”“第三、四部分合计不超过25%”“第一责任人不少于20%”。"
        raise MisreadError(f"“{name}”写的是“{shortened(text)}”", fix)
    return share


def read_banned_words(texts: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Read words that are not to be used; raises MisreadError for a single character, which stands in any word."""
    words = tuple(dict.fromkeys(one.strip(_QUOTES) for text in texts for one in _APART.split(text)))
    if short := next((one for one in words if one and len(one) < 2), ""):
        raise MisreadError(f"“{name}”里有一个字的“{short}”", "一个字的查不准，请写两个字以上的词。")
    return tuple(filter(None, words))


def read_unsaid(texts: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Read what is not to be told, as one of UNSAID; raises MisreadError."""
    written = [one.strip(_QUOTES) for text in texts for one in _APART.split(text)]
    kinds = [_ALSO.get(one, one) for one in written if one]
    if unknown := next((one for one in kinds if one not in UNSAID), ""):
        message = f"“{name}”里的“{shortened(unknown)}”程序查不了"
        raise MisreadError(message, f"可写{'、'.join(UNSAID)}；是一个词的，写到“禁用词”里。")
    return tuple(dict.fromkeys(kinds))


def read_last_year(written: str, name: str) -> str:
    """Read what last year is called, 上年 or 年份; raises MisreadError."""
    if written not in (LAST_YEAR, BY_YEAR):
        raise MisreadError(f"“{name}”写的是“{shortened(written)}”", f"请写“{LAST_YEAR}”或“{BY_YEAR}”。")
    return written


LINED: dict[str, tuple[Callable[[tuple[str, ...], str], tuple[object, ...]], str]] = {
    "各占比": (read_part_shares, "如 不足、计划合计不超过四分之一，每行一个"),
    "词": (read_banned_words, "词，用顿号隔开，或每行一个"),
    "不写": (read_unsaid, f"{'、'.join(UNSAID)}，用顿号隔开，或每行一个"),
}
"""The kinds of a notice's keys that take several lines: what reads them, and how they are written."""
