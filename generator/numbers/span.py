"""How long a text is to be, as notices say it: 2500至5000, 不超过3000, 3000左右."""

from __future__ import annotations

from dataclasses import dataclass

from generator.patterns import pattern

_NEAR = 10  # 左右: a tenth more or less
_SHAPES = (
    (pattern(r"(\d{1,6})字?[至到—–~～-]+(\d{1,6})字?"), lambda low, high: (int(low), int(high))),
    (pattern(r"(?:不超过|不多于|不高于|最多|控制在)(\d{1,6})字?(?:以内|之内)?"), lambda most: (0, int(most))),
    (pattern(r"(\d{1,6})字?(?:以内|之内|以下)"), lambda most: (0, int(most))),
    (pattern(r"(?:不少于|不低于|至少|最少)(\d{1,6})字?"), lambda least: (int(least), None)),
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
    bare = text.replace(",", "").replace("，", "").replace(" ", "")
    for shape, bounds in _SHAPES:
        if found := shape.fullmatch(bare):
            low, high = bounds(*found.groups())
            possible = high is None or (low <= high and high > 0)
            return Span(text.strip(), low, high) if possible else None
    return None
