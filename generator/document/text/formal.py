"""What the front matter says of 版头 and 版记, as it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.patterns import pattern

_DATE = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})$")


def copied_to(head: Mapping[str, Any]) -> str:
    """Give the units of 抄送 as one text, without its stop."""
    return "、".join(imprint_names(head.get("抄送"))).rstrip("。")


def imprint_names(value: Any) -> list[str]:
    """Give a value of the front matter as a list of texts."""
    if isinstance(value, list):
        return [str(one) for one in value if one]
    return [str(value)] if value else []


def printed_on(date: str) -> str:
    """Give 印发日期 as it is printed, 2024年1月17日印发."""
    day = _DATE.match(date)
    written = f"{day[1]}年{int(day[2])}月{int(day[3])}日" if day else date
    return written if not written or written.endswith("印发") else written + "印发"
