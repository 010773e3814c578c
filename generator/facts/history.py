"""How the writing of facts files has changed: each 版式版本 with what was renamed and what was given up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.resources import Templates, yaml_texts
from generator.topics.kinds import MisreadError, shortened

FORMAT, FORMAT_NOW = "版式版本", 1
"""The key by which a facts file tells how it is written, and the newest way that this program knows."""
HISTORY = "沿革.yaml"
RETIRED = {
    "不写": "导语只印写出来的成分，要印的逐行写，如“法治思想: 习近平法治思想”；“不写”这一行用 nianbao migrate 删去。"
}
"""Keys above the topics that files made before may still have, each with what to write now."""


class FormatChange(NamedTuple):
    """What came with one 版式版本: new names by `topic.field`, and what there is no longer, with what to do."""

    version: int
    renamed: Mapping[str, str]
    gone: Mapping[str, str]


def format_number(written: str) -> int:
    """Read the 版式版本 of a file; raises MisreadError for no number and for one that only a newer program knows."""
    if not (written.isascii() and written.isdecimal()):
        message = f"“{FORMAT}”应为一个整数，写的是“{shortened(written)}”"
        raise MisreadError(message, f"请写“{FORMAT}: {FORMAT_NOW}”，或删去这一行。")
    if int(written) > FORMAT_NOW:
        message = f"这份文件是更新的程序写的（{FORMAT}{int(written)}），本程序只认到{FORMAT_NOW}"
        raise MisreadError(message, "请换用新的程序；旧程序读不全它，不要改小这个数。")
    return int(written)


def history(templates: Templates | None = None) -> tuple[FormatChange, ...]:
    """Give all changes, the oldest first; raises UserError."""
    written: list[dict[str, Any]] = yaml_texts((templates or Templates()).read(HISTORY).text)
    return tuple(
        FormatChange(int(one["版本"]), one.get("改名") or {}, one.get("取消") or {}) for one in written
    )


def former_name(topic: str, key: str) -> str:
    """Tell what became of a field that a topic once had, as a remedy; an empty text where it never had it."""
    for one in reversed(history()):
        if now := one.renamed.get(f"{topic}.{key}"):
            return f"这一项现在叫“{now}”，运行 nianbao migrate 就改好。"
        if told := one.gone.get(f"{topic}.{key}"):
            return f"{told}。"
    return ""
