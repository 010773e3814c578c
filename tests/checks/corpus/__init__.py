"""The corpus of faulty and sound passages, half of it set aside by the hash of the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from generator.checks import run
from generator.problems import Problem
from tests.checks.examples import material


@dataclass(frozen=True)
class Case:
    text: str
    year: int
    level: str
    date: str
    bad: bool

    @property
    def aside(self) -> bool:
        return sha256(self.text.encode()).digest()[0] % 2 == 1


@cache
def cases(name: str) -> tuple[Case, ...]:
    data = yaml.load(
        (Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    return tuple(
        Case(row["文"], int(row["年"]), row["级"], row.get("日", ""), bad=kind == "坏")
        for kind in ("坏", "好")
        for row in data[kind]
    )


@cache
def flags(case: Case) -> tuple[Problem, ...]:
    return tuple(run(material(case.text, year=case.year, level=case.level, date=case.date)))
