"""What a facts file may hold, and what is said of each mistake in it, word for word, in said/.

`python -m tests.facts.said` writes the files anew and shows what has changed;
they are to be read as a clerk reads them.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.head import Head
from generator.facts.records import HEAD_KINDS, Record, parts_of
from generator.problems import Problem

SAID = Path(__file__).parent / "said"


def keys() -> list[str]:
    """Give every key of the head with its kind, its note and what it is where none is written; then of activities."""
    kinds = [f"{name}：{kind.hint}" for name, kind in HEAD_KINDS.items()]
    given = ("".join(one.units) + f"　{one.example}" for one in ACTIVITY_FIELDS.values())
    activity = [
        f"活动.{one.name}　{one.kind}　{one.note}　{what}"
        for one, what in zip(ACTIVITY_FIELDS.values(), given, strict=True)
    ]
    return [*kinds, *_keys(Head, ""), *activity]


def _keys(record: type[Record], above: str) -> Iterator[str]:
    for attribute, one in parts_of(record).items():
        default = getattr(record(), attribute)
        empty = "" if default in ("", (), None) or isinstance(default, Record) else f"　{default}"
        yield f"{above}{one.name}　{one.kind}　{one.note}{empty}"
        if one.record:
            yield from _keys(one.record, f"{above}{one.name}.")


def mistakes(told: Iterable[tuple[str, list[Problem]]]) -> list[str]:
    """Give each faulty text in one line, and below it all that is said of it."""
    return [
        line
        for text, problems in told
        for line in (
            text.replace("\n", "\\n"),
            *(f"  {one.code} {one.place} {one.field} {one.message}{one.fix}" for one in problems),
        )
    ]


def held(name: str) -> list[str]:
    """Give the lines of one of the files."""
    path = SAID / f"{name}.txt"
    return path.read_text(encoding="utf-8").split("\n") if path.exists() else []


def refresh() -> None:
    """Write every file anew; show what has changed."""
    from tests.facts.test_loading import every_mistake

    SAID.mkdir(exist_ok=True)
    for name, lines in (("栏目", keys()), ("错误", mistakes(every_mistake()))):
        sys.stdout.writelines(
            f"{line[:300]}\n" for line in difflib.unified_diff(held(name), lines, lineterm="", n=0)
        )
        (SAID / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    refresh()
