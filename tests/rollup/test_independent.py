"""The totals proved by another way: YAML's own reader, a pattern for numbers, and sums by DuckDB."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from generator.rollup.outputs import RolledUp, roll_up
from generator.rollup.units import gather_units
from generator.rollup.writing import write_output
from tests.rollup.made import write_units
from tests.rollup.units import TEMPLATES

EXAMPLES = Path(__file__).parents[2] / "examples"
NUMBER = re.compile(r"\D*?(\d+(?:\.\d+)?)(万)?[余多]?(万)?[余多]?(元|[^\d余多万元]*)")
MARK = re.compile(r"【([^【】：:]+)[：:]([^【】]+)】")


def numbers(path: Path) -> Iterator[tuple[str, str, Decimal]]:
    """Give topic, field and number of all figures of a facts file, without a line of ours."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # makes only texts

    def below(mapping: dict[str, Any], topic: str) -> Iterator[tuple[str, str, Decimal]]:
        for key, one in mapping.items():
            value = one["值"] if isinstance(one, dict) and "值" in one else one
            if isinstance(value, dict) and key != "其他数据":
                yield from below(value, key)
            elif isinstance(value, dict):
                yield from below(value, topic)
            elif isinstance(value, list):
                for text in value:
                    words = text if isinstance(text, str) else "".join(map(str, text.values()))
                    for label, written in MARK.findall(words):
                        yield from below({label: written}, topic)
            elif found := NUMBER.fullmatch(value.replace("两", "2")):
                scale = 10_000 if found[2] or found[3] else 1
                yield topic, key, Decimal(found[1]) * scale

    yield from below(data["举措成效"], "")
    for _, field, number in below(data.get("第一责任人") or {}, ""):
        yield "第一责任人", field, number


def sums(files: list[Path]) -> dict[tuple[str, str], Decimal]:
    """Let DuckDB add them up."""
    table = duckdb.connect()
    table.execute("create table figures (topic varchar, field varchar, number decimal(24, 6))")
    rows = [row for path in files for row in numbers(path)]
    table.executemany("insert into figures values (?, ?, ?)", rows)
    found = table.execute("select topic, field, sum(number) from figures group by all").fetchall()
    return {(topic, field): number for topic, field, number in found}


def proved(rolled: RolledUp, files: list[Path]) -> int:
    """Hold each total of one measure word and 说法 to the independent sum, and count them."""
    expected = sums(files)
    count = 0
    for one in rolled.rows:
        if one.amount and not one.rests_on and not one.unlike and not one.unusual:
            assert one.amount.number == expected[one.topic, one.field], one.label
            count += 1
    return count


@pytest.mark.parametrize("units", [24, pytest.param(300, marks=pytest.mark.soak)])
def test_the_totals_of_made_units(tmp_path: Path, units: int) -> None:
    """Each total, each mark and own label."""
    write_units(tmp_path / "乡镇", units)
    rolled = roll_up(gather_units([tmp_path / "乡镇"], TEMPLATES), TEMPLATES, None, "")
    assert len(rolled.counted.units) == units
    assert proved(rolled, sorted((tmp_path / "乡镇").glob("*.yaml"))) > 35


@pytest.mark.parametrize("year", [2020, 2021, 2023])
def test_the_totals_of_the_examples_townships(tmp_path: Path, year: int) -> None:
    """The county among them is not counted."""
    for path in EXAMPLES.glob(f"*-{year}.yaml"):
        if not path.name.startswith("马村区"):
            shutil.copy(path, tmp_path)
    rolled = roll_up(gather_units([EXAMPLES], TEMPLATES), TEMPLATES, year, "")
    assert proved(rolled, sorted(tmp_path.glob("*.yaml"))) >= 8


def test_the_long_table_adds_up_to_the_same(tmp_path: Path) -> None:
    """By DuckDB over the CSV and over the Parquet, as the docs show it."""
    write_units(tmp_path / "乡镇", 24)
    rolled = roll_up(gather_units([tmp_path / "乡镇"], TEMPLATES), TEMPLATES, None, "")
    for name in ("明细.csv", "明细.parquet"):
        write_output(rolled, tmp_path / name, force=False)
        query = f"""select 主题, 字段, sum(数) from '{tmp_path / name}' where 说法 = '' or 说法 is null group by all"""
        found = {
            (topic, field): Decimal(str(number))
            for topic, field, number in duckdb.sql(query).fetchall()
            if number is not None
        }
        told = {
            (one.topic, one.field): one.amount.number
            for one in rolled.rows
            if one.amount and not one.rests_on and not one.unlike
        }
        assert len(told) > 35
        assert {key: found[key] for key in told} == told


def entries(mapping: dict[str, Any], topic: str = "") -> Iterator[tuple[str, str, str, str]]:
    """Give topic, field, value and 来源 of all totals of a county's facts file; an own label as the units have it."""
    for key, one in mapping.items():
        if "值" in one:
            yield topic, key.removeprefix("有关乡镇（街道）"), one["值"], one["来源"]
        else:
            yield from entries(one, topic if key == "其他数据" else key)


def test_what_the_countys_file_tells_is_the_sum_of_those_that_reported(tmp_path: Path) -> None:
    """Number by number; it is no exact one where some have no line for it, by their files, nor any word of why."""
    write_units(tmp_path / "乡镇", 24)
    files = sorted((tmp_path / "乡镇").glob("*.yaml"))
    rolled = roll_up(gather_units([tmp_path / "乡镇"], TEMPLATES), TEMPLATES, None, "")
    write_output(rolled, tmp_path / "全县.yaml", force=False)
    expected = sums(files)
    reporting = Counter(
        key for path in files for key in {(topic, field) for topic, field, _ in numbers(path)}
    )
    data = yaml.load((tmp_path / "全县.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    bounds = 0
    for topic, field, value, origin in entries(data["举措成效"]):
        found = NUMBER.fullmatch(value)
        number = Decimal(found[1]) * (10_000 if found[2] else 1) if found else None
        assert number == expected[topic, field], (topic, field)
        bounded = value.startswith(("不少于", "超过"))
        everyone = reporting[topic, field] == len(files)
        assert bounded or everyone or "个填报" not in origin or "，其余" in origin, (topic, field)
        bounds += bounded and not everyone
    assert bounds > 20
