"""The long table: a row for each figure of each unit."""

import csv
import io
import sys
from pathlib import Path

import pytest

from generator.problems import UserError
from generator.rollup.long_table import COLUMNS, csv_data, long_rows, parquet_data, path_from
from tests.rollup.units import rolled_up

MEASURES = {
    "甲镇": "信访工作:\n  信访: 83批147人次\n  办结:\n公共法律服务:\n  法律援助: 转办1.2万件",
    "乙镇": "信访工作:\n  满意率: 98%\n  信访: {值: 近20件, 公开: 否, 截至: 2023-11-30}",
}


def test_rows(tmp_path: Path) -> None:
    """As the units wrote it, and as a number in single units; two in one are two rows; what waits has no number."""
    rolled = rolled_up(tmp_path / "乡镇", MEASURES)
    data = csv_data(long_rows(rolled.counted.units, rolled.topics, tmp_path / "汇总"))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    file = "../乡镇/{}-2023.yaml".format
    assert rows[1:] == [
        ["乙镇", "2023", "镇", "信访工作", "满意率", "", "98%", "98", "", "%", "", "否", "是", file("乙镇"), "7"],
        ["乙镇", "2023", "镇", "信访工作", "信访", "", "近20件", "20", "近", "件", "2023-11-30", "是", "否", file("乙镇"), "8"],
        ["甲镇", "2023", "镇", "信访工作", "信访", "", "83批", "83", "", "批", "", "是", "是", file("甲镇"), "7"],
        ["甲镇", "2023", "镇", "信访工作", "信访（人次）", "", "147人次", "147", "", "人次", "", "是", "是", file("甲镇"), "7"],
        ["甲镇", "2023", "镇", "信访工作", "办结", "", "待填", "", "", "", "", "是", "是", file("甲镇"), "8"],
        ["甲镇", "2023", "镇", "公共法律服务", "法律援助", "转办", "1.2万件", "12000", "", "件", "", "是", "是", file("甲镇"), "10"],
    ]  # fmt: skip


def test_no_row_is_a_table_too() -> None:
    """Parquet of nothing can be read as well."""
    assert parquet_data([]).startswith(b"PAR1")


def test_without_pyarrow_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """None in sys.modules is how Python says that a library is not there."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UserError, match="本机没有装") as caught:
        parquet_data([])
    assert ".csv" in caught.value.fix


def test_the_way_to_a_file(tmp_path: Path) -> None:
    """With `/` between folders, whatever the system."""
    assert path_from(tmp_path / "汇总", tmp_path / "乡镇" / "甲镇.yaml") == "../乡镇/甲镇.yaml"
