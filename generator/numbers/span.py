"""How long a text is to be, as notices say it: 2500至5000, 不超过3000, 3000左右; how large a part, how many headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.numbers.numerals import read_chinese
from generator.patterns import pattern

_NEAR = 10  # 左右: a tenth more or less
_NOT = "不(?:得|要|能|可|宜|应)?"
_LEAD = pattern("^(?:全文|正文|报告)?(?:总?字数|篇幅)?(?:一般|原则上)?")
_ASIDE = pattern(r"[（(][^（）()]*[）)]$")
_CHINESE = pattern("[零〇一二两三四五六七八九十百千万]+")
WHOLE = 1_000_000
"""All of a text, of which the bounds of a share are told."""
_NUMERAL = "[一二三四五六七八九十]"
_SHARE = pattern(
    rf"(?P<half>半数|一?半)|(?P<tenths>{_NUMERAL}|\d)成|百分之(?P<hundredths>{_NUMERAL}{{1,3}})(?!百)"
    rf"|(?P<below>{_NUMERAL})分之(?P<above>{_NUMERAL})"
    r"|(?P<over>\d{1,2})/(?P<under>\d{1,2})|(?P<percent>\d{1,2}(?:\.\d+)?)[%％]"
)
_OF_ALL = pattern("^占比?|(?:全文|总?字数|篇幅)的?(?!$)")
_MORE = pattern("^(?:超过?|过)(?=[半一二三四五六七八九十百0-9])")
"""超过60% and 过半 say the least that there is to be."""
_HEADINGS = pattern("(?:[一二]级|小)?标题")


def _both(low: str, high: str) -> tuple[int, int]:
    return int(low), int(high)


_SHAPES = (
    (pattern(r"(?:控制在)?(\d{1,6})字?[至到—–~～-]+(\d{1,6})字?(?:之间|以内|之内)?"), _both),
    (pattern(r"(\d{1,6})字?以上[、至到]?(\d{1,6})字?(?:以下|以内|之内)"), _both),
    (
        pattern(rf"(?:{_NOT}(?:超?过|多于|高于)|最多|控制在)(\d{{1,6}})字?(?:以内|之内)?"),
        lambda most: (0, int(most)),
    ),
    (
        pattern(
            rf"(?:{_NOT}(?:少于|低于)|至少)(\d{{1,6}})字?[、；]?[但且也]?(?:{_NOT}(?:超过|多于|高于)|最多)(\d{{1,6}})字?"
        ),
        _both,
    ),
    (pattern(r"(\d{1,6})字?(?:以内|之内|以下)"), lambda most: (0, int(most))),
    (pattern(rf"(?:{_NOT}(?:少于|低于)|至少|最少)(\d{{1,6}})字?"), lambda least: (int(least), None)),
    (pattern(r"(\d{1,6})字?以上"), lambda least: (int(least), None)),
    (
        pattern(r"约?(\d{1,6})字?(?:左右|上下)?"),
        lambda about: (int(about) * (_NEAR - 1) // _NEAR, int(about) * (_NEAR + 1) // _NEAR),
    ),
)


@dataclass(frozen=True)
class Span:
    """A length as it was written, and its bounds in characters; `high` is None where there is none."""

    written: str
    low: int
    high: int | None

    def __str__(self) -> str:
        """Give the span exactly as it was read."""
        return self.written

    def __contains__(self, length: object) -> bool:
        """Tell whether a length is within both bounds."""
        return isinstance(length, int) and self.low <= length and (self.high is None or length <= self.high)


def read_span(text: str) -> Span | None:
    """Read a span; 3000左右 and 3000 alone allow a tenth more or less. None for any other text."""
    bounds = _bounds(text)
    if bounds is None:
        return None
    low, high = bounds
    possible = high is None or (low <= high and high > 0)
    return Span(text.strip(), low, high) if possible else None


def read_share(text: str) -> Span | None:
    """Read how much of the whole a part may take, 不超过一半, 40%至60%: its bounds are parts of `WHOLE`."""
    bare = _MORE.sub("不少于", _OF_ALL.sub("", text.replace(" ", "")))
    if not _SHARE.search(bare) or pattern(r"\d").search(_SHARE.sub("", bare)):
        return None
    span = read_span(_SHARE.sub(_of_whole, bare))
    return span and Span(text.strip(), span.low, span.high)


def read_count(text: str) -> Span | None:
    """Read how many headings there may be, 不超过6个, 不超过6个标题; 6个 is just so many."""
    bare = _HEADINGS.sub("", text.replace(" ", ""))
    span = None if "字" in bare else read_span(bare.replace("个", ""))
    exact = pattern("([0-9]{1,3}|[一二三四五六七八九十]{1,3})个?").fullmatch(bare)
    number = exact and (int(exact[1]) if exact[1].isdigit() else read_chinese(exact[1]))
    if number:
        return Span(text.strip(), number, number)
    return span and Span(text.strip(), span.low, span.high)


def _of_whole(share: re.Match[str]) -> str:
    """Give a share in parts of `WHOLE`, as digits."""
    if share["half"]:
        part = 1 / 2
    elif share["tenths"]:
        tenths = share["tenths"]
        part = (int(tenths) if tenths.isdigit() else read_chinese(tenths) or 0) / 10
    elif share["hundredths"]:
        part = (read_chinese(share["hundredths"]) or 0) / 100
    elif share["below"]:
        part = (read_chinese(share["above"]) or 0) / (read_chinese(share["below"]) or 1)
    elif share["over"]:
        part = int(share["over"]) / max(int(share["under"]), 1)
    else:
        part = float(share["percent"]) / 100
    return str(int(part * WHOLE))


def mended_span(text: str) -> str:
    """Give 2500至5000 for 5000-2500; an empty text where no bounds are reversed."""
    low, high = _bounds(text) or (0, None)
    return f"{high}至{low}" if high and low > high else ""


def _bounds(text: str) -> tuple[int, int | None] | None:
    bare = text.replace(",", "").replace("，", "").replace(" ", "")
    bare = _LEAD.sub("", _ASIDE.sub("", bare))
    bare = _CHINESE.sub(lambda number: str(read_chinese(number[0]) or number[0]), bare)
    for shape, bounds in _SHAPES:
        if match := shape.fullmatch(bare):
            low, high = bounds(*match.groups())
            return low, high
    return None
