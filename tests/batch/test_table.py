"""A county's table, a row a unit: read whole, and what is wrong in it named by its cell."""

import csv
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from generator.batch import table
from generator.batch.table import read_table, where_in
from generator.problems import FactsError, UserError
from generator.resources import Templates

HEADINGS = ["序号", "单位名称", "年度", "普法活动", "矛盾纠纷化解.化解（件）", "化解率"]
ROW = [1, "城东镇人民政府", 2023, "50余次", 198, 0.9286]


def workbook(path, *sheets):
    """Write an Excel file, each sheet a title and rows."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def texts(unit):
    return {".".join(map(str, place)): cell.text for place, cell in unit.cells.items()}


def test_excel_and_csv_say_the_same(tmp_path):
    rows = [["各单位法治建设数据"], [], HEADINGS[:5], ROW[:5], [], [2, "城西镇人民政府", 2023, None, 0]]
    excel = read_table(workbook(tmp_path / "表.xlsx", ("汇总", rows)), Templates())
    text = tmp_path / "表.csv"
    for encoding in ("utf-8-sig", "gb18030"):
        with text.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(rows)
        plain = read_table(text, Templates())
        assert [texts(one) for one in plain] == [texts(one) for one in excel]
    assert texts(excel[0]) == {
        "单位.名称": "城东镇人民政府",
        "年度": "2023",
        "举措成效.法治宣传教育.普法活动": "50余次",
        "举措成效.矛盾纠纷化解.化解": "198",
    }
    assert texts(excel[1])["举措成效.矛盾纠纷化解.化解"] == "0"
    assert excel[0].cells["年度",].where == "汇总!C4"
    assert plain[0].cells["年度",].where == "第4行第3列"


def test_the_rows_of_a_unit_in_several_sheets_are_one(tmp_path):
    path = workbook(
        tmp_path / "表.xlsx",
        ("说明", [["请各单位填报"]]),
        ("法治宣传教育", [["单位名称", "年度", "普法活动"], ["城东镇", 2023, 50]]),
        ("矛盾纠纷化解", [["单位名称", "年度", "化解"], ["城东镇", 2023, 198], ["城西镇", 2023, 7]]),
    )
    first, second = read_table(path, Templates())
    assert texts(first)["举措成效.法治宣传教育.普法活动"] == "50"
    assert texts(first)["举措成效.矛盾纠纷化解.化解"] == "198"
    assert texts(second)["举措成效.矛盾纠纷化解.化解"] == "7"


def test_a_heading_that_leads_nowhere_is_named_by_its_cell(tmp_path):
    path = workbook(
        tmp_path / "表.xlsx", ("汇总", [["单位名称", "普法活功", "普法活动", "普法活动"], ["甲镇"]])
    )
    with pytest.raises(FactsError) as caught:
        read_table(path, Templates())
    assert [one.place.file for one in caught.value.problems] == ["表.xlsx:汇总!B1", "表.xlsx:汇总!D1"]


@pytest.mark.parametrize(
    ("row", "where", "said"),
    [
        (["甲镇", 2023, "=1+1"], "汇总!C3", "没有算出来"),
        (["甲镇", 2023, "#REF!"], "汇总!C3", "错误值"),
        (["", 2023, 1], "汇总!A3", "没有写单位名称"),
        (["合 计", 2023, 1], "汇总!A3", "“合 计”不是单位"),
        (["全区总计", 2023, 1], "汇总!A3", "不是单位"),
        (["乙镇", 2023, 1], "汇总!A3", "“乙镇”在第2行已经写过"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(tmp_path, row, where, said):
    rows = [["单位名称", "年度", "普法活动"], ["乙镇", 2023, 1], row]
    units = read_table(workbook(tmp_path / "表.xlsx", ("汇总", rows)), Templates())
    (problem,) = (problem for unit in units for problem in unit.problems)
    assert (problem.place.file, said in problem.message) == (f"表.xlsx:{where}", True)


def test_a_sheet_may_call_units_by_their_short_names_alone(tmp_path):
    whole = [["单位名称", "简称", "年度", "普法活动"], ["城东镇人民政府", "城东镇", 2023, 50]]
    short = [["简称", "年度", "矛盾纠纷化解.化解"], ["城东镇", 2023, 198], ["城西镇", 2023, 7]]
    for sheets in ([("一", whole), ("二", short)], [("二", short), ("一", whole)]):
        units = read_table(workbook(tmp_path / "表.xlsx", *sheets), Templates())
        by_short = {one.text(("单位", "简称")): texts(one) for one in units}
        assert len(units) == len(by_short) == 2
        assert by_short["城东镇"]["单位.名称"] == "城东镇人民政府"
        assert by_short["城东镇"]["举措成效.矛盾纠纷化解.化解"] == "198"
        assert [problem for one in units for problem in one.problems] == []


def test_two_units_of_one_short_name_are_not_taken_for_one(tmp_path):
    names = [["单位名称", "简称", "年度"], ["甲县城关镇", "城关镇", 2023], ["乙县城关镇", "城关镇", 2023]]
    short = [["简称", "年度", "矛盾纠纷化解.化解"], ["城关镇", 2023, 198]]
    units = read_table(workbook(tmp_path / "表.xlsx", ("一", names), ("二", short)), Templates())
    (problem,) = (problem for one in units for problem in one.problems)
    assert (problem.place.file, "有2个单位" in problem.message) == ("表.xlsx:二!A2", True)


def test_a_quote_that_is_not_closed_swallows_no_units(tmp_path):
    rows = [
        "单位名称,年度,普法活动",
        "甲镇,2023,1",
        '"乙镇,2023,2',
        *(f"第{one}镇,2023,3" for one in range(20000)),
    ]
    for count in (5, len(rows)):
        (tmp_path / "表.csv").write_text("\n".join(rows[:count]) + "\n", encoding="utf-8")
        with pytest.raises(UserError, match="从第3行起读不出来"):
            read_table(tmp_path / "表.csv", Templates())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("表.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版"),
        ("表.xlsx", b"PK\x05\x06" + b"\0" * 18, "读不出来"),
        ("表.csv", b"\xff\xff\xff", "编码"),
        ("表.csv", "甲,乙\n1,2\n".encode(), "没有找到“单位名称”"),
        ("表.csv", b"", "没有找到"),
    ],
)
def test_what_is_no_table(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError, match=said):
        read_table(tmp_path / name, Templates())


@pytest.mark.parametrize("at", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "甲.bin"])
def test_a_table_that_is_too_large_unpacked_is_not_opened(tmp_path, monkeypatch, at):
    monkeypatch.setattr(table, "_MOST_BYTES", 3_000_000)
    with ZipFile(tmp_path / "表.xlsx", "w", ZIP_DEFLATED) as archive:
        archive.writestr(at, b"0" * 4_000_000)
    with pytest.raises(UserError, match="解开以后太大"):
        read_table(tmp_path / "表.xlsx", Templates())


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_cells_are_named_as_excel_names_them(column, letters):
    assert where_in("汇总", 5, column) == f"汇总!{letters}5"
