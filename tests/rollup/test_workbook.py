"""The Excel file: what stands in it, and how."""

import io
from pathlib import Path

import openpyxl
import pytest

from generator.numbers.quantity import parse
from generator.rollup import workbook
from generator.rollup.cell_looks import shape_of
from generator.rollup.topic_sheet import sheet_name
from generator.rollup.workbook import workbook_of
from tests.rollup.units import rolled_up, write_unit

UNITS = {
    "甲镇": "矛盾纠纷化解:\n  化解: 200余起\n  排查: 300件",
    "乙街道": "矛盾纠纷化解:\n  化解:\n  排查: 31件\n  其他数据: {=1+1: 3座}",
    "丙镇": "信访工作:\n  接访群众: 8批次",
}


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    """Read the workbook of three units back."""
    rolled = rolled_up(tmp_path / "乡镇", UNITS)
    data = workbook_of(rolled.rows, rolled.counted, rolled.topics, tmp_path)
    assert data == workbook_of(rolled.rows, rolled.counted, rolled.topics, tmp_path)
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def test_sheets(book: openpyxl.Workbook) -> None:
    """One with all totals, one a topic, one with the sources."""
    assert book.sheetnames == ["总表", "矛盾纠纷化解", "信访工作", "出处"]
    assert [sheet.freeze_panes for sheet in book] == ["D3", "C4", "C4", "B2"]


def test_the_sheet_of_totals(book: openpyxl.Workbook) -> None:
    """Zero, empty and missing apart, and who owes it by name."""
    rows = {row[2]: row for row in book["总表"].iter_rows(min_row=3, values_only=True)}
    assert rows["排查"][:9] == (2023, "矛盾纠纷化解", "排查", "331件", 3, 2, 0, 0, 1)
    assert rows["化解"][3:9] == ("200余件", 3, 1, 0, 1, 1)
    assert rows["化解"][13] == "乙街道、丙镇"
    assert rows["排查"][9:12] == ("甲镇300", "乙街道31", 165.5)


def test_a_topics_sheet(book: openpyxl.Workbook) -> None:
    """Numbers are numbers; 余 and another measure word stand in their format; no text is a formula."""
    sheet = book["矛盾纠纷化解"]
    heads = [cell.value for cell in sheet[2]]
    resolved, own = heads.index("化解（件）"), heads.index("=1+1（座）")
    assert sheet[2][own].data_type == "s"
    assert [sheet.cell(row, 1).value for row in (3, 4, 5, 6)] == ["合计", "丙镇", "乙街道", "甲镇"]
    cells = [sheet.cell(row, resolved + 1) for row in (3, 4, 5, 6)]
    assert [one.value for one in cells] == [200, "未填", "待填", 200]
    assert cells[0].number_format == '#,##0"余"'
    assert cells[3].number_format == '#,##0"余起"'
    assert [sheet.cell(row, own + 1).value for row in (4, 5, 6)] == [None, 3, None]
    assert len(sheet._charts) == 1  # openpyxl tells no other way


@pytest.mark.parametrize("limit", ["_MOST_UNITS", "_MOST_FIGURES"])
def test_of_very_many_units_or_figures_there_are_the_totals_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """And the title says where the rest is."""
    monkeypatch.setattr(workbook, limit, 2)
    rolled = rolled_up(tmp_path / "乡镇", UNITS)
    book = openpyxl.load_workbook(
        io.BytesIO(workbook_of(rolled.rows, rolled.counted, rolled.topics, tmp_path))
    )
    assert book.sheetnames == ["总表"]
    assert book["总表"]["A1"].value.endswith("（2023年度3个单位；数太多，各单位的数和出处见明细）")


def test_sources_lead_to_the_line(book: openpyxl.Workbook) -> None:
    """From where the workbook lies."""
    rows = list(book["出处"].iter_rows(min_row=2, values_only=True))
    assert ("甲镇", 2023, "矛盾纠纷化解", "化解", "200余起", None, "乡镇/甲镇-2023.yaml:7") in rows


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("198件", "#,##0"),
        ("198起", '#,##0"起"'),
        ("约2000件", '"约"#,##0'),
        ("1000余件", '#,##0"余"'),
        ("12.5亩", '#,##0.######"亩"'),
        ("20件以上", '#,##0"以上"'),
    ],
)
def test_number_formats(written: str, shape: str) -> None:
    """A figure is shown as it was meant."""
    assert shape_of(parse(written), "件") == shape


@pytest.mark.parametrize(
    ("name", "taken", "given"),
    [
        ("信访工作", [], "信访工作"),
        ("信访工作", ["信访工作"], "信访工作2"),
        ("甲[乙]:丙", [], "甲-乙--丙"),
        ("长" * 40, [], "长" * 28),
        ("", [], "无名"),
    ],
)
def test_names_of_sheets(name: str, taken: list[str], given: str) -> None:
    """Such as Excel takes."""
    assert sheet_name(name, taken) == given


def test_an_own_figure_that_is_called_as_a_field_stands_in_a_column_of_its_own(tmp_path: Path) -> None:
    """Under one heading the sum would be of one of them, and the unit's cell of both."""
    units = {
        "甲镇": "矛盾纠纷化解:\n  化解: 5件\n  其他数据: {化解: 3件}",
        "乙镇": "矛盾纠纷化解:\n  化解: 7件",
    }
    rolled = rolled_up(tmp_path, units)
    data = workbook_of(rolled.rows, rolled.counted, rolled.topics, tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    rows = [*book["矛盾纠纷化解"].iter_rows(min_row=2, values_only=True)]
    assert rows == [
        ("单位", "年度", "化解（件）", "化解（其他数据）（件）"),
        ("合计", 2023, 12, 3),
        ("乙镇", 2023, 7, None),
        ("甲镇", 2023, 5, 3),
    ]


def _sheet(folder: Path, units: dict[str, str], *, values: bool) -> list[tuple[object, ...]]:
    rolled = rolled_up(folder, units)
    data = workbook_of(rolled.rows, rolled.counted, rolled.topics, folder)
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=values)["矛盾纠纷化解"]
    return [*sheet.iter_rows(min_row=2, values_only=True)]


def test_a_total_that_is_the_sum_of_its_column_is_a_formula(tmp_path: Path) -> None:
    """What does not count stands there in words; what is 约 is rounded, and a rate is none. A preview shows it too."""
    units = {
        "甲镇": "矛盾纠纷化解:\n  排查: 140件\n  化解: 163件\n  网格走访: 约2006户",
        "乙镇": "矛盾纠纷化解:\n  排查: 39件\n  化解: 38件",
        "丙镇": "矛盾纠纷化解:\n  排查: 1件\n  化解: 1件\n  人民调解员: 12名",
    }
    units["甲镇"] = units["甲镇"].replace("网格走访: 约2006户", "其他数据: {走访: 约2006户}")
    heads, totals, *rows = _sheet(tmp_path, units, values=False)
    column = dict(zip(heads, totals, strict=True))
    letter = openpyxl.utils.get_column_letter(heads.index("排查（件）") + 1)
    assert column["排查（件）"] == f"=SUM({letter}4:{letter}6)"
    assert (column["走访（户）"], column["化解率（%）"]) == (2010, 97.5)
    assert [row[heads.index("排查（件）")] for row in rows] == [1, 39, "140件（没有计入）"]
    assert dict(zip(heads, _sheet(tmp_path, units, values=True)[1], strict=True))["排查（件）"] == 40


def test_of_several_years_each_total_is_of_its_own(tmp_path: Path) -> None:
    """By the column of the years."""
    write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  排查: 140件", year=2022)
    heads, *totals = _sheet(tmp_path, {"甲镇": "矛盾纠纷化解:\n  排查: 150件"}, values=False)
    assert heads == ("单位", "年度", "排查（件）")
    assert [one[2] for one in totals[:2]] == ["=SUMIF(B5:B6,2023,C5:C6)", "=SUMIF(B5:B6,2022,C5:C6)"]
