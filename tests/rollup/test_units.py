"""Each unit once a year, and the county not among its own parts."""

from pathlib import Path

import pytest

from generator.numbers.quantity import parse
from generator.problems import FactsError, UserError
from generator.rollup.figures import CountedFigure, UnitFigures
from generator.rollup.units import Sharing, count_units, gather_units, units_called
from tests.rollup.units import TEMPLATES, write_unit


def _unit(name: str, level: str | None, year: int = 2023) -> UnitFigures:
    return UnitFigures(Path(f"{name}-{year}.yaml"), name, year, level, "临江区")


def test_a_second_file_of_the_same_unit_and_year_is_told_and_left_out() -> None:
    """Of another year it is counted."""
    counted = count_units([_unit("甲镇", "镇"), _unit("甲镇", "镇"), _unit("甲镇", "镇", 2022)])
    assert [(one.unit, one.year) for one in counted.units] == [("甲镇", 2023), ("甲镇", 2022)]
    assert [one.code for one in counted.problems] == ["汇总-02"]
    assert counted.years == (2022, 2023)


def test_a_county_is_left_out_among_its_townships_only() -> None:
    """A city adds up its counties."""
    among = count_units([_unit("甲镇", "镇"), _unit("临江区", "县区")])
    assert [one.unit for one in among.units] == ["甲镇"]
    assert [one.code for one in among.problems] == ["汇总-03"]
    alone = count_units([_unit("临江区", "县区"), _unit("临河县", "县区")])
    assert (len(alone.units), alone.problems) == (2, ())


def test_the_countys_name_is_what_its_units_call_it() -> None:
    """Where two name it differently, nobody knows."""
    both = [_unit("甲镇", "镇"), _unit("乙镇", "镇")._replace(superior="")]
    assert count_units(both).superior == "临江区"
    assert count_units([*both, _unit("丙镇", "镇")._replace(superior="临河县")]).superior == ""


@pytest.mark.parametrize(
    ("levels", "called"),
    [
        (["镇", "乡"], "乡镇"),
        (["镇", "街道"], "乡镇（街道）"),
        (["街道"], "街道"),
        (["部门"], "部门"),
        (["部门", "镇"], "单位"),
        ([None], "单位"),
        (["县区"], "单位"),
    ],
)
def test_what_units_are_called_together(levels: list[str | None], called: str) -> None:
    """By their levels."""
    assert units_called([_unit(f"甲{at}", one) for at, one in enumerate(levels)]) == called


def test_nothing_to_count_is_told(tmp_path: Path) -> None:
    """A folder in which no file names its unit."""
    write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  化解: 5件").write_text("年度: 2023\n", encoding="utf-8")
    with pytest.raises(FactsError, match="没有写单位的名称"):
        gather_units([tmp_path], TEMPLATES)
    with pytest.raises(UserError, match="没有数可以汇总"):
        count_units([])


def test_what_is_broken_in_the_only_file_is_told(tmp_path: Path) -> None:
    """With its path and line."""
    path = write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  化解: 5件")
    path.write_text("年度: 2023\n单位: [\n", encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        gather_units([path], TEMPLATES)
    assert {one.place.file for one in caught.value.problems} == {str(path)}


def test_units_have_in_common_what_is_the_same() -> None:
    """The figures stay what they are."""
    ones = [
        UnitFigures(
            Path(name),
            name,
            2023,
            "镇",
            figures=(CountedFigure("信访工作", "接访群众", parse("8批次"), "", at),),
        )
        for at, name in enumerate(("甲镇", "乙镇"))
    ]
    first, second = map(Sharing().of, ones)
    assert (first, second) == tuple(ones)
    assert first.figures[0].value is second.figures[0].value
