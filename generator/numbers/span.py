"""How long a text is to be, as notices say it: 2500至5000, 不超过3000, 3000左右."""

from __future__ import annotations

from dataclasses import dataclass

from generator.numbers.numerals import read_chinese
from generator.patterns import pattern

_NEAR = 10  # 左右: a tenth more or less
_NOT = "不(?:得|要|能|可|宜|应)?"
_LEAD = pattern("^(?:全文|正文|报告)?(?:总?字数|篇幅)?(?:一般|原则上)?")
_ASIDE = pattern(r"[（(][^（）()]*[）)]$")
_CHINESE = pattern("[零〇一二两三四五六七八九十百千万]+")


def _both(low: str, high: str) -> tuple[int, int]:
    return int(low), int(high)


_SHAPES = (
    (pattern(r"(?:控制在)?(\d{1,6})字?[至到—–~～-]+(\d{1,6})字?(?:之间|以内|之内)?"), _both),
    (pattern(r"(\d{1,6})字?以上[、至到]?(\d{1,6})字?(?:以下|以内|之内)"), _both),
    (
        pattern(rf"(?:{_NOT}(?:超过|多于|高于)|最多|控制在)(\d{{1,6}})字?(?:以内|之内)?"),
        lambda most: (0, int(most)),
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
