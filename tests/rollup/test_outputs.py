"""What is written, by the name that is asked for; and what the page in docs says of it."""

import re
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from generator.problems import UserError
from generator.rollup.outputs import roll_up
from generator.rollup.units import gather_units
from generator.rollup.writing import write_output
from generator.topics.topic import NOT_SUMMED
from tests.rollup.made import write_units
from tests.rollup.units import TEMPLATES, rolled_up, write_unit

PAGE = (Path(__file__).parents[2] / "docs" / "汇总.md").read_text(encoding="utf-8")
UNITS = {"甲镇": "矛盾纠纷化解:\n  化解: 5件", "乙街道": "矛盾纠纷化解:\n  化解: 7件"}


def test_a_folder_gets_all_that_the_page_names(tmp_path: Path) -> None:
    """Written again, nothing is changed; what was changed by hand is left alone."""
    rolled = rolled_up(tmp_path / "乡镇", UNITS)
    written = write_output(rolled, tmp_path / "汇总", force=False)
    names = {one.path.name for one in written}
    assert names == set(re.findall(r"^\| (\S+\.\w+) \|", PAGE, re.MULTILINE))
    before = {one.path: one.path.read_bytes() for one in written}
    assert write_output(rolled, tmp_path / "汇总", force=False) == written
    assert {path: path.read_bytes() for path in before} == before
    facts = tmp_path / "汇总" / "临江区-2023.yaml"
    facts.write_text("手工改过\n", encoding="utf-8")
    with pytest.raises(UserError, match="写好以后又改过"):
        write_output(rolled, tmp_path / "汇总", force=False)
    kept = [one.kept for one in write_output(rolled, tmp_path / "汇总", force=True) if one.kept]
    assert [one.read_text(encoding="utf-8") for one in kept] == ["手工改过\n"]


def test_a_file_that_is_asked_for_twice_is_written_once(tmp_path: Path) -> None:
    """By the folder, and by its name."""
    rolled = rolled_up(tmp_path / "乡镇", UNITS)
    folder = tmp_path / "汇总"
    folder.mkdir()
    written = write_output(rolled, folder, folder / "汇总.xlsx", folder / "另存.csv", force=False)
    names = [one.path.name for one in written]
    assert len(names) == len({*names}) == 6


@pytest.mark.parametrize("edited", ["汇总.xlsx", "临江区-2023-明细.csv", "明细.csv", "历年.html"])
def test_all_is_written_or_nothing(tmp_path: Path, edited: str) -> None:
    """The files say the same: where one must not be written over, the others stay as they are."""
    folder = tmp_path / "汇总"
    write_output(rolled_up(tmp_path / "乡镇", UNITS), folder, force=False)
    with (folder / edited).open("ab") as file:
        file.write("县里填的\n".encode())
    before = {one: one.read_bytes() for one in folder.iterdir()}
    more = UNITS | {"丙镇": "矛盾纠纷化解:\n  化解: 9件"}
    with pytest.raises(UserError, match=r"写好以后又改过.*一个也没有写"):
        write_output(rolled_up(tmp_path / "乡镇", more), folder, force=False)
    assert {one: one.read_bytes() for one in folder.iterdir()} == before


def test_the_countys_own_file_beside_theirs_is_not_added_to_them(tmp_path: Path) -> None:
    """Even where it has no name yet."""
    for name in ("", "临江区"):
        write_output(rolled_up(tmp_path, UNITS, name), tmp_path, force=False)
    counted = gather_units([tmp_path], TEMPLATES)
    assert {one.unit for one in counted.units} == {"甲镇", "乙街道"}
    assert {one.code for one in counted.problems} == {"汇总-03"}


@pytest.mark.parametrize("name", ["汇总.docx", "汇总.txt"])
def test_other_suffixes_are_refused(tmp_path: Path, name: str) -> None:
    """And what can be written is told."""
    with pytest.raises(UserError, match="不会写") as caught:
        write_output(rolled_up(tmp_path, UNITS), tmp_path / name, force=False)
    assert ".xlsx" in caught.value.fix


def test_a_facts_file_is_of_one_year(tmp_path: Path) -> None:
    """Of several years the one that is meant has to be told; a year that nobody reports is told too."""
    write_unit(tmp_path, "甲镇", UNITS["甲镇"], year=2022)
    rolled = rolled_up(tmp_path, UNITS)
    with pytest.raises(UserError, match="只写一年"):
        write_output(rolled, tmp_path / "全县.yaml", force=False)
    assert list(rolled.totals) == [2023, 2022]
    assert [one.unit for one in roll_up(rolled.counted, TEMPLATES, 2022, "").counted.units] == ["甲镇"]
    with pytest.raises(UserError, match="没有2019年度"):
        roll_up(rolled.counted, TEMPLATES, 2019, "")


def test_the_query_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the CSV and over the Parquet, with the same result."""
    for year in (2022, 2023):
        write_units(tmp_path / "乡镇", 12, year)
    rolled = roll_up(gather_units([tmp_path / "乡镇"], TEMPLATES), TEMPLATES, None, "")
    for name in ("明细.csv", "明细.parquet"):
        write_output(rolled, tmp_path / "汇总" / name, force=False)
    query = re.search(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    assert query
    monkeypatch.chdir(tmp_path)
    results = [
        duckdb.sql(query[1].replace("明细.csv", name)).fetchall() for name in ("明细.csv", "明细.parquet")
    ]
    unit_totals = {unit: (before, now) for unit, before, now in results[0]}
    assert unit_totals == {
        unit: (before and float(before), now and float(now)) for unit, before, now in results[1]
    }
    amount = next(one.amount for one in rolled.totals[2023] if one.field == "化解")
    assert amount is not None
    assert sum(Decimal(str(now or 0)) for _, now in unit_totals.values()) == amount.number


def test_the_page_names_what_is_not_added_up(tmp_path: Path) -> None:
    """The table at its end is that of the templates."""
    measures = rolled_up(tmp_path, UNITS).topics.measures.values()
    apart = {
        topic.name: [
            one.name
            for one in topic.fields.values()
            if one.kind in ("数量", "金额") and one.adding == NOT_SUMMED
        ]
        for topic in measures
    }
    told = dict(
        re.findall(r"^\| (\S+) \| (\S+、?\S*) \|$", PAGE.partition("## 不相加的数量")[2], re.MULTILINE)
    )
    assert {name: "、".join(fields) for name, fields in apart.items() if fields} == {
        name: fields for name, fields in told.items() if name != "主题"
    }
