"""How much several parts of a report may take together, as notices say it: 第三、四部分合计不超过四分之一."""

from __future__ import annotations

from typing import NamedTuple

from generator.numbers.span import Span, read_share
from generator.patterns import pattern

_KEYS = {
    "举措成效": "举措成效",
    "举措和成效": "举措成效",
    "举措": "举措成效",
    "主要工作": "举措成效",
    "第一责任人": "第一责任人",
    "履职": "第一责任人",
    "其他情况": "其他情况",
    "存在的不足": "不足",
    "存在的问题": "不足",
    "存在问题": "不足",
    "不足": "不足",
    "问题": "不足",
    "工作安排": "计划",
    "工作计划": "计划",
    "计划": "计划",
    "安排": "计划",
    "打算": "计划",
    "思路": "计划",
}
_ONE = rf"(?:(?:{'|'.join(_KEYS)})(?:情况)?|第?[一二三四五])(?:个?部分|块)?"
_PARTS = pattern(rf"(?P<parts>{_ONE}(?:[、和与及，]?{_ONE})*)")
_EACH = pattern(rf"(?P<key>{'|'.join(_KEYS)})|(?P<ordinal>[一二三四五])")
_TOGETHER = pattern(
    "(?:[两三四]个?部分|内容|的?(?:字数|篇幅))*(?:合计|一共|总共|共|之和|加起来|合起来)?[，：]?"
)
_NUMERALS = "一二三四五"


class PartsShare(NamedTuple):
    """Parts of a report, by their keys or as the 1st, 2nd …, and what they may take together, in parts of WHOLE."""

    written: str
    keys: frozenset[str]
    ordinals: frozenset[int]
    share: Span

    def __str__(self) -> str:
        """Give it as it was written."""
        return self.written


def read_parts_share(text: str) -> PartsShare | None:
    """Read 不足、计划合计不超过四分之一, 第三、四部分不超过25%; None for any other text."""
    bare = text.replace(" ", "").strip("。；")
    parts = _PARTS.match(bare)
    rest = parts and bare[parts.end() :]
    together = _TOGETHER.match(rest) if rest else None
    if not parts or not rest or not together:
        return None
    share = read_share(rest[together.end() :])
    found = [*_EACH.finditer(parts["parts"])]
    keys = frozenset(_KEYS[one["key"]] for one in found if one["key"])
    ordinals = frozenset(_NUMERALS.index(one["ordinal"]) + 1 for one in found if one["ordinal"])
    return PartsShare(text.strip(), keys, ordinals, share) if share else None
