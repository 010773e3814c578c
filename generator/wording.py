"""Pure text helpers of official Chinese: ordinals, lists, quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from generator.numbers.numerals import chinese_number
from generator.patterns import pattern

__all__ = [
    "chinese_number",
    "join_names",
    "ordinal_point",
    "ordinal_section",
    "quoted",
    "seed_of",
    "titled",
    "variant",
]


def ordinal_section(number: int) -> str:
    """Give （一） for 1, as before a second-level heading (GB/T 9704-2012, 7.3.3)."""
    return f"（{chinese_number(number)}）"


def ordinal_point(number: int) -> str:
    """Give 一是 for 1, as before a point within a paragraph."""
    return f"{chinese_number(number)}是"


def seed_of(unit: str, year: int | None) -> int:
    """Give what the wordings of one report are chosen by: 青石镇 and 青石镇人民政府 are one, with a 简称 or without."""
    unit = unit.removesuffix("人民政府").removesuffix("办事处")
    return crc32(f"{unit}{year}".encode("utf-8", "surrogatepass"))


def variant(texts: Sequence[str], seed: int) -> str:
    """Choose among wordings by unit and year, and by the place, which the first wording stands for: always the same."""
    return texts[crc32(texts[0].encode(), seed) % len(texts)]


_CLOSING = tuple("”’》〉")
_OPENING = tuple("“‘《〈")
_QUOTED = pattern("[“‘《〈]")


def join_apart(names: Iterable[str]) -> str:
    """Join names by 、; where one of them holds a 、 itself each is quoted, so that they are told apart."""
    kept = tuple(names)
    return join_names(f"“{name}”" for name in kept) if any("、" in name for name in kept) else "、".join(kept)


def join_names(names: Iterable[str]) -> str:
    """Join names by 、, but leave quoted names and titles side by side (GB/T 15834-2011, 4.5.3.5).

    甲、乙; “甲”“乙”; 《甲》《乙》; “甲”、乙. Empty names are passed over.
    """
    kept = [name for one in names if (name := one.strip())]
    text = "、".join(kept)
    if not _QUOTED.search(text):
        return text
    text = kept[0]
    for name in kept[1:]:
        text += name if name.startswith(_OPENING) and text.endswith(_CLOSING) else f"、{name}"
    return text


def quoted(name: str) -> str:
    """Put a name into “”, unless it stands in them; quotes within it become ‘’. Empty stays empty."""
    return _wrapped(name, "“”", "‘’")


def titled(name: str) -> str:
    """Put a title into 《》, unless it stands in them; titles within it get 〈〉. Empty stays empty."""
    return _wrapped(name, "《》", "〈〉")


def _wrapped(name: str, marks: str, inner_marks: str) -> str:
    """Put a text between two marks, those within it becoming the inner ones."""
    text = name.strip()
    opening, closing = marks[0], marks[1]
    if text and opening not in text and closing not in text:
        return f"{opening}{text}{closing}"
    inner = text[1:-1] if _in_one_pair(text, opening, closing) else text
    return f"{opening}{inner.translate(str.maketrans(marks, inner_marks))}{closing}" if text else ""


def _in_one_pair(text: str, opening: str, closing: str) -> bool:
    """Tell whether the first and the last character are one pair of marks: “甲”, but not “甲”和“乙”."""
    depth = 0
    for index, character in enumerate(text, start=1):
        depth += (character == opening) - (character == closing)
        if depth <= 0:
            return depth == 0 and index == len(text) and character == closing
    return False
