"""The same sentence with the same figure in two units is told, and is no figure of the county's."""

from pathlib import Path

import pytest

from generator.rollup.copied import copy_reminders
from generator.rollup.county_choice import chosen_totals
from generator.rollup.workbook import remark_on
from tests.rollup.units import rolled_up, total_of

SENTENCE = "镇里把调解室搬进农贸市场，逢集日坐班，全年单独调处【市场调处：43起】。"
COPY = f"矛盾纠纷化解:\n  化解: 60件\n  正文:\n    - {SENTENCE}"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (COPY, 1),
        (COPY.replace("43起", "44起"), 0),
        (COPY.replace("逢集日", "每逢集日"), 0),
        ("矛盾纠纷化解:\n  其他数据: {市场调处: 43起}", 0),
    ],
)
def test_what_is_a_copy(tmp_path: Path, other: str, told: int) -> None:
    """Word for word, with the same number."""
    rolled = rolled_up(tmp_path, {"甲镇": COPY, "乙镇": other})
    assert len([*copy_reminders(rolled.rows)]) == told
    assert str(total_of(rolled, "矛盾纠纷化解.市场调处").amount) == ("87起" if "44起" in other else "86起")
    chosen, _ = chosen_totals(rolled.totals[2023], rolled.counted.units, rolled.topics, 2023)
    assert ("市场调处" in {one.total.field for one in chosen}) == (not told)


def test_what_is_said_of_it(tmp_path: Path) -> None:
    """Both units by name, and where their sentences stand."""
    rolled = rolled_up(tmp_path, {"甲镇": COPY, "乙镇": COPY})
    (told,) = copy_reminders(rolled.rows)
    assert (told.code, told.place.file, told.place.line) == ("汇总-05", str(tmp_path / "甲镇-2023.yaml"), 9)
    assert told.message.startswith(
        "乙镇、甲镇有一字不差的一句话，数也相同（市场调处43起），合计里都加了：“镇里把"
    )
    assert "乙镇-2023.yaml:9" in told.fix
    remark = "同一句话、同一个数，请问清是谁的：乙镇、甲镇各43起"
    assert remark_on(total_of(rolled, "矛盾纠纷化解.市场调处")) == remark
    _, left = chosen_totals(rolled.totals[2023], rolled.counted.units, rolled.topics, 2023)
    assert [one.why for one in left] == [remark]
