"""What became of each report, noted in the folder of the reports, so that a run that was ended goes on from there.

A line is added when a report is written or refused, and never changed: two runs at once, in several processes and on
several machines, disturb each other in nothing. A line is found by its key, which tells all that the report was made
of (`generator.batch.keys`); the last one of a key counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from generator.files import add_to, read_bytes
from generator.problems import Level, Place, Problem

MANIFEST = ".nianbao-batch.jsonl"
MOST_PROBLEMS = 400
"""So many problems of one report are kept, more than an empty form has; `nianbao check` tells the others."""
_MOST_BYTES = 1 << 32


class UnitState(str, Enum):
    """What became of a report."""

    WRITTEN = "已生成"
    REFUSED = "没有生成"
    UNWRITTEN = "写不了"
    DIED = "处理中断"
    DOUBTFUL = "存疑"
    """The memory did not suffice beside others; it is to be tried alone."""
    SAME = "没有变化"
    EDITED = "改过"


class UnitRecord(NamedTuple):
    """What became of one report: its files with their sha256, or what is wrong.

    `key` and `unit` are empty where the facts could not be read; `wrong` counts the problems that stop it, of which
    `problems` holds the first, `reminders` those that don't; `doubts` counts the 请核对 still in it; `kept` is where an
    edited file went that was overwritten by force; `tries` counts how often it ended the process that made it.
    """

    source: str
    state: UnitState
    key: str = ""
    unit: str = ""
    files: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    wrong: int = 0
    reminders: int = 0
    doubts: int = 0
    kept: str = ""
    tries: int = 0

    @property
    def is_there(self) -> bool:
        """Tell whether the report is in the folder."""
        return self.state in {UnitState.WRITTEN, UnitState.SAME, UnitState.EDITED}


@dataclass
class Manifest:
    """What is noted in a folder: the last record of each key, and which facts file each unit's report was made of.

    `made` gives for each facts file, by its whole path, the names of all that was ever made of it.
    """

    records: dict[str, UnitRecord] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    made: dict[str, list[str]] = field(default_factory=dict)


def note_record(out: Path, record: UnitRecord) -> None:
    """Add what became of a report; raises UserError."""
    written = {
        "键": record.key,
        "事实文件": os.path.abspath(record.source),  # noqa: PTH100  # as it is called, wherever links lead
        "单位": record.unit,
        "结果": record.state.value,
        "文件": record.files,
        "问题": [one.as_dict() for one in record.problems],
        "错误": record.wrong,
        "提醒": record.reminders,
        "请核对": record.doubts,
        "试过": record.tries,
    }
    line = json.dumps({key: value for key, value in written.items() if value}, ensure_ascii=False)
    add_to(out / MANIFEST, line.encode("utf-8", "surrogatepass"))


class ManifestTail:
    """Reads what is added to a manifest, each line once."""

    def __init__(self, out: Path) -> None:
        """Begin where the manifest ends now."""
        self.path = out / MANIFEST
        self.at = self.path.stat().st_size if self.path.is_file() else 0

    def added(self) -> list[UnitRecord]:
        """Give what was added since it was last asked; nothing where that cannot be read now."""
        with suppress(OSError), self.path.open("rb") as file:
            file.seek(self.at)
            data = file.read()
            whole = data[: data.rfind(b"\n") + 1]
            self.at += len(whole)
            return list(_records(whole))
        return []


def read_manifest(out: Path) -> Manifest:
    """Give what is noted in a folder; a line that was torn by a kill tells nothing. Raises UserError."""
    manifest = Manifest()
    path = out / MANIFEST
    if path.is_file():
        for record in _records(read_bytes(path, _MOST_BYTES)):
            manifest.records[record.key] = record
            if record.state is UnitState.WRITTEN and record.unit:
                manifest.owners[record.unit] = record.source
            if record.state is UnitState.WRITTEN:
                manifest.made.setdefault(record.source, []).extend(name for name, _ in record.files)
    return manifest


def _records(data: bytes) -> Iterator[UnitRecord]:
    for line in data.split(b"\n"):
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            yield _record(json.loads(line.decode("utf-8", "surrogatepass")))


def _record(written: dict[str, Any]) -> UnitRecord:
    return UnitRecord(
        written["事实文件"],
        UnitState(written["结果"]),
        written["键"],
        written.get("单位", ""),
        tuple((name, digest) for name, digest in written.get("文件", ())),
        tuple(map(_problem, written.get("问题", ()))),
        written.get("错误", 0),
        written.get("提醒", 0),
        written.get("请核对", 0),
        tries=written.get("试过", 0),
    )


def _problem(told: dict[str, Any]) -> Problem:
    place = Place(told["file"], told["line"], told["column"])
    return Problem(told["code"], told["message"], told["fix"], place, told["field"], Level(told["level"]))
