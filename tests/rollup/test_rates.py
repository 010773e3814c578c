"""Rates: from sums of those who reported both, never from the units' own."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.rollup.opening import open_totals
from generator.rollup.totals import missing_units
from generator.rollup.workbook import coverage_of, workbook_of
from generator.rollup.years_page import years_page
from tests.rollup.units import rolled_up, total_of


@pytest.mark.parametrize(
    ("units", "rate", "basis"),
    [
        (["立案: 40件|办结: 30件", "立案: 60件|办结: 60件"], "90%", "办结90÷立案100，2个单位"),
        (["立案: 40件|办结: 30件", "立案: 60件"], "75%", "1个单位两项都填了准数；另有1个"),
        (["立案: 40件|办结: 30件", "立案: 0件"], "75%", "办结30÷立案40，1个单位两项都填了准数，1个立案填0"),
        (["立案: 40余件|办结: 30件", "立案: 60件|办结: 60件"], "100%", "1个单位两项都填了准数；另有1个"),
        (["立案: 40件|办结: 30件|办结率: 75%", "立案: 60件|办结: 60件"], "90%", "2个单位"),
        (
            ["立案: 40件|办结: 30件", "立案: 60件|办结: {值: 60件, 截至: 2023-11-30}"],
            "75%",
            "1个单位两项都填了准数；另有1个两项截至的日子不同，没有算",
        ),
        (
            [
                "立案: 40件|办结: 30件",
                *["立案: {值: 60件, 截至: 2023-11-30}|办结: {值: 60件, 截至: 2023-11-30}"],
            ],
            "90%",
            "2个单位",
        ),
    ],
)
def test_a_rate_rests_on_the_units_that_reported_both(
    tmp_path: Path, units: list[str], rate: str, basis: str
) -> None:
    """Where there was nothing of the whole, there was nothing of the part; 约数 give none."""
    given = {f"{at}甲镇": "行政执法:\n  " + one.replace("|", "\n  ") for at, one in enumerate(units)}
    total = total_of(rolled_up(tmp_path, given), "行政执法.办结率")
    assert str(total.amount) == rate
    assert basis in total.rests_on


def test_a_rate_of_what_is_not_added_up_is_none(tmp_path: Path) -> None:
    """The items of one and the same list."""
    measures = "政务服务:\n  政务服务事项: 120项\n  网上可办: 60项\n  网上可办率: 50%"
    total = total_of(rolled_up(tmp_path, {"甲镇": measures, "乙镇": measures}), "政务服务.网上可办率")
    assert (total.amount, total.why) == (None, "比率不相加")


def test_rows_stand_in_the_order_of_the_report(tmp_path: Path) -> None:
    """A rate that no unit wrote stands where its field does."""
    rolled = rolled_up(
        tmp_path,
        {"甲镇": "行政执法:\n  行政处罚: 9件\n  立案: 40件\n  办结: 30件\n矛盾纠纷化解:\n  化解: 5件"},
    )
    fields = [*rolled.topics.measures["行政执法"].fields]
    rows = [one.field for one in rolled.rows if one.topic == "行政执法"]
    assert rows == sorted(rows, key=fields.index)
    assert "办结率" in rows


def test_nobody_owes_a_rate_that_is_worked_out(tmp_path: Path) -> None:
    """It is not said of units that they have not filled it in, nor that none of them reported it."""
    given = dict.fromkeys(("甲镇", "乙镇"), "行政执法:\n  立案: 40件\n  办结: 30件")
    rolled = rolled_up(tmp_path, given)
    total = total_of(rolled, "行政执法.办结率")
    assert missing_units(total, rolled.counted.units, rolled.topics) == ()
    assert coverage_of(total, "乡镇") == total.rests_on
    (opened,) = open_totals(rolled, "行政执法.办结率")
    assert (opened.waiting, opened.missing) == ((), ())
    assert "0个填报" not in opened.heading + years_page(rolled.rows, rolled.counted.units, "临江区")
    book = load_workbook(BytesIO(workbook_of(rolled.rows, rolled.counted, rolled.topics, tmp_path)))
    (row,) = (row for row in book["总表"].iter_rows(min_row=3, values_only=True) if row[2] == "办结率")
    assert [one or "" for one in (*row[4:9], row[13])] == [""] * 6
