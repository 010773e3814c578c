"""Tables as Excel shows them: values, shares, merged cells; hidden, broken and huge ones are told or refused."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook

from generator.intake.sheets import MAX_ROWS, Cell, csv_sheet, text_sheet, workbook_sheets
from generator.problems import UserError


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def first(book):
    return workbook_sheets(saved(book), "表.xlsx")[0]


def texts(sheet):
    return [[cell.text if cell else "" for cell in row] for row in sheet.rows]


def test_a_cell_is_what_excel_shows():
    book = Workbook()
    for column, (value, form) in enumerate(
        [
            (198, "0"),
            (12.5, "0.0"),
            (0.974, "0.0%"),
            (1.0, "0%"),
            (dt.date(2024, 12, 31), "yyyy-m-d"),
            (" 52场 ", "@"),
        ],
        1,
    ):
        cell = book.active.cell(1, column, value)
        cell.number_format = form
    sheet = first(book)
    assert texts(sheet) == [["198", "12.5", "97.4%", "100%", "2024年12月31日", "52场"]]
    assert sheet.rows[0][2] == Cell("97.4%", "Sheet!C1")


def test_merged_words_stand_in_each_place_and_a_figure_in_the_first():
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["A3"], sheet["B3"] = "普法宣传", "合计", 5
    sheet.merge_cells("A1:B2")
    sheet.merge_cells("B3:C3")
    assert texts(first(book)) == [
        ["普法宣传", "普法宣传", ""],
        ["普法宣传", "普法宣传", ""],
        ["合计", "5", ""],
    ]


def test_what_is_hidden_or_not_worked_out_is_told():
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["A3"] = "排查", "=1+1", "旧数", "#N/A"
    sheet["A3"].data_type = "e"
    sheet.row_dimensions[2].hidden = True
    book.create_sheet("草稿").sheet_state = "hidden"
    shown, hidden = workbook_sheets(saved(book), "表.xlsx")
    assert texts(shown) == [["排查", ""], ["", ""], ["", ""]]
    told = "".join(shown.told + hidden.told)
    assert "Sheet!B1 是公式，文件里没有存它的结果" in told
    assert "Sheet!A3 显示的是错误" in told
    assert "第2行等隐藏的行没有读" in told
    assert "“草稿”是隐藏的" in told


def test_a_stray_cell_far_below_is_not_read():
    book = Workbook()
    book.active["A1"], book.active["A1048576"] = "排查", 5
    sheet = first(book)
    assert len(sheet.rows) == MAX_ROWS
    assert "只读了前" in sheet.told[0]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return out.getvalue()


def with_entities():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "不是 .xlsx 表格"),
        (b"PK\x03\x04" + b"0" * 99, "不是 .xlsx 表格"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "不是 .xlsx 表格"),
        (bomb, "解开后太大"),
        (with_entities(), "文档类型声明"),
        (b"0" * 20_000_001, "太大"),
    ],
    ids=["empty", "torn", "xls", "bomb", "entities", "large"],
)
def test_what_is_no_sound_table_is_refused(data, message):
    data = data() if callable(data) else data
    with pytest.raises(UserError, match=message):
        workbook_sheets(data, "表.xlsx")


def test_another_archive_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("甲.txt", "乙")
    with pytest.raises(UserError, match="打不开"):
        workbook_sheets(out.getvalue(), "表.xlsx")


def test_text_between_commas_or_tabs_is_a_table():
    assert texts(text_sheet("项目,数\n排查,231件\n")) == [["项目", "数"], ["排查", "231件"]]
    assert texts(text_sheet("项目\t数\n排查\t1,200件\n")) == [["项目", "数"], ["排查", "1,200件"]]
    assert texts(csv_sheet("项目,数".encode("gb18030"), "表.csv")) == [["项目", "数"]]
