"""Whose a file is: names with an organ behind them, a superior before them, and names that only look alike."""

import pytest

from generator.county.units import UnitList
from generator.facts.notice import ListedUnit

LISTED = UnitList(
    [
        ListedUnit("稷下街道"),
        ListedUnit("朱台镇"),
        ListedUnit("南关街道", ("南关街办",)),
        ListedUnit("上稷下街道"),
        ListedUnit("金山民族乡"),
    ]
)


@pytest.mark.parametrize(
    ("names", "unit"),
    [
        (["稷下街道"], "稷下街道"),
        (["稷下街道办事处"], "稷下街道"),
        (["临淄区稷下街道办事处"], "稷下街道"),
        (["临淄区人民政府稷下街道办事处"], "稷下街道"),
        (["稷下 街道"], "稷下街道"),
        (["中共朱台镇委员会", "朱台镇人民政府"], "朱台镇"),
        (["南关街办"], "南关街道"),
        (["上稷下街道"], "上稷下街道"),
        (["下稷下街道"], None),
        (["朱台"], None),
        ([], None),
    ],
)
def test_a_unit_is_known_by_its_names(names: list[str], unit: str | None) -> None:
    """A name that merely ends like a listed one is another's."""
    found = LISTED.of(names)
    assert (found.name if found else None) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("稷下街道2023年法治政府建设年度报告", "稷下街道"),
        ("附件1：上稷下街道法治报告", "上稷下街道"),
        ("关于报送南关街办报告的函", "南关街道"),
        ("2023年法治政府建设年度报告", None),
    ],
)
def test_a_title_speaks_of_a_unit(text: str, unit: str | None) -> None:
    """The longest name that stands in it counts."""
    found = LISTED.spoken_of(text)
    assert (found.name if found else None) == unit


def test_the_nearest_name_is_offered() -> None:
    """A slip is told with what may be meant."""
    assert LISTED.nearest(["朱抬镇"]) == "朱台镇"
    assert LISTED.nearest(["高新区"]) == ""
