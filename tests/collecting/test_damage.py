"""What offices do to a form before they give it back: each kind is read right, or refused by the cell's address."""

import csv
import io
import unicodedata
import zipfile
from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from generator.collecting.merging import merge_forms
from generator.collecting.reading import read_filled
from generator.document.office import converted
from generator.forms.workbook import BASE_SHEET
from generator.problems import UserError
from tests.collecting.forms import TOPIC, asked, fill, form_for_all, office_form, opened, row_of, rows, saved
from tests.conftest import lacking

ACTIVITIES, LEAFLETS, REACHED = (f"{TOPIC}.{name}" for name in ("普法活动", "宣传资料", "受教育"))
TRAINED = "法律明白人.培训人数"
FILLED = {ACTIVITIES: "61次", REACHED: "3000余人次", TRAINED: "160名"}


def collected(tmp_path, data, name="司法所.xlsx"):
    """What is taken, by key, and what is told: the place and the words."""
    path = tmp_path / name
    path.write_bytes(data)
    merged = merge_forms([read_filled(path, [row.key for row in rows()])], rows())
    taken = {told.row.key: told.value for told in merged.taken}
    return taken, [(one.place.file, one.message + one.fix) for one in merged.problems]


def filled():
    return fill(opened(), FILLED)


def cell(workbook, key, column="G"):
    sheet, row = row_of(workbook, key)
    return sheet[f"{column}{row}"]


def bands_unmerged(sheet):
    """Excel moves merged cells with their rows, openpyxl does not."""
    for reach in [*sheet.merged_cells.ranges]:
        sheet.unmerge_cells(str(reach))


def row_inserted(workbook):
    sheet, row = row_of(workbook, ACTIVITIES)
    bands_unmerged(sheet)
    sheet.insert_rows(row)  # moves the cells and, unlike Excel, not the names


def names_moved_with_an_inserted_row(workbook):
    sheet, row = row_of(workbook, ACTIVITIES)
    bands_unmerged(sheet)
    sheet.insert_rows(row)
    for defined in workbook.defined_names.values():
        head, _, at = defined.attr_text.rpartition("$")
        if f"'{sheet.title}'" in head and int(at) >= row:
            defined.attr_text = f"{head}${int(at) + 1}"


def row_sorted(workbook):
    swap(workbook, columns="ABCDEFGHI")


def row_sorted_without_its_hidden_key(workbook):
    swap(workbook, columns="ABCDEFGH")


def swap(workbook, columns):
    sheet, one = row_of(workbook, ACTIVITIES)
    _, other = row_of(workbook, REACHED)
    for column in columns:
        first, second = sheet[f"{column}{one}"], sheet[f"{column}{other}"]
        first.value, second.value = second.value, first.value


def sheet_renamed(workbook):
    sheet, _ = row_of(workbook, ACTIVITIES)
    sheet.title = "司法所报"


def column_inserted(workbook):
    sheet, _ = row_of(workbook, ACTIVITIES)
    bands_unmerged(sheet)
    sheet.insert_cols(3)


def column_moved(workbook):
    sheet, _ = row_of(workbook, ACTIVITIES)
    bands_unmerged(sheet)
    for row in range(4, sheet.max_row + 1):
        sheet[f"K{row}"].value = sheet[f"G{row}"].value
        sheet[f"G{row}"].value = None


def key_column_deleted(workbook):
    sheet, _ = row_of(workbook, ACTIVITIES)
    sheet.delete_cols(9)


def heading_rewritten(workbook):
    sheet, _ = row_of(workbook, ACTIVITIES)
    sheet["G4"] = "请在这里填"


def names_broken(workbook):
    for defined in workbook.defined_names.values():
        defined.attr_text = "#REF!"


def names_deleted(workbook):
    workbook.defined_names.clear()


def hidden_sheet_deleted(workbook):
    del workbook[BASE_SHEET]


def rows_hidden(workbook):
    sheet, row = row_of(workbook, ACTIVITIES)
    sheet.row_dimensions[row].hidden = True


def merged_in_its_row(workbook):
    sheet, row = row_of(workbook, ACTIVITIES)
    sheet.merge_cells(f"G{row}:H{row}")


def stray_rows(workbook):
    sheet, _ = row_of(workbook, ACTIVITIES)
    for row in range(20_000, 20_500):
        sheet[f"D{row}"] = " "
    sheet["G1048576"] = " "


def sheet_copied(workbook):
    sheet, _ = row_of(workbook, ACTIVITIES)
    workbook.copy_worksheet(sheet)


def own_sheet_added(workbook):
    workbook.create_sheet("草稿", 0)["A1"] = "随手记的：普法活动99次"


def notes_beside(workbook):
    sheet, row = row_of(workbook, ACTIVITIES)
    sheet[f"L{row}"] = "这个数再核一下"
    sheet.freeze_panes = None
    sheet.auto_filter.ref = "A4:H9"


LAYOUT = [
    row_inserted,
    names_moved_with_an_inserted_row,
    row_sorted,
    row_sorted_without_its_hidden_key,
    sheet_renamed,
    column_inserted,
    column_moved,
    key_column_deleted,
    heading_rewritten,
    names_broken,
    names_deleted,
    rows_hidden,
    merged_in_its_row,
    stray_rows,
    sheet_copied,
    own_sheet_added,
    notes_beside,
]


@pytest.mark.parametrize("damage", LAYOUT, ids=lambda one: one.__name__)
def test_what_is_moved_about_is_read_right(tmp_path, damage):
    workbook = filled()
    damage(workbook)
    taken, problems = collected(tmp_path, saved(workbook))
    assert taken == FILLED
    assert problems == []


READ = [
    (61, None, "61场"),
    (61.0, None, "61"),
    ("61", None, "61"),
    ("６１场", None, "６１场"),
    ("1,261场", None, "1,261场"),
    ("'61", None, "61"),
    ("1.2E4", None, "12000"),
    (12000.0, "0.00E+00", "12000"),
    (61, '0"场"', "61场"),
    (61, "0场", "61场"),
    (61, '#,##0"场"', "61场"),
    (0.1 + 0.2, '0.0"万场"', "0.3万场"),
    ("\u00a061 场\u3000", None, "61 场"),
    ("61场\n", None, "61场"),
    ("61\n场", None, "61 场"),
    ("60余场", None, "60余场"),
    ("0", None, "0"),
    ("\u200b61场", None, "61场"),
]
NAME = "{name}"  # of the field, which is then told with what is wrong
REFUSED = [
    ("无", "没有发生的填 0"),
    ("没有", "没有发生的填 0"),
    ("-", "没有发生的填 0"),
    ("／", "没有发生的填 0"),
    ("同上", "写全"),
    ("五六十场吧", NAME),
    (-5, NAME),
    (date(2024, 1, 5), "成了日期2024-01-05"),
    (time(12, 30), "时间"),
    (True, NAME),
    ("#N/A", "错误值"),
    ("=A1+1", "没有存下算出的结果"),
    ("=未算", "没有存下算出的结果"),
    ("61元", "单位应为"),
    ("92.86%", "应为数量"),
    ("61场\ue000", "不能进入报告"),
]


def in_forms(cases):
    """Give cases by the form and the cell that each stands in: as many a form as have cells that ask for so many 场."""
    asked_for = [row for row in office_form().rows if row.field and row.unit == "场"]
    keys = [row.key for row in asked_for if row.field.kind == "数量"]
    return [[*zip(keys, cases[at : at + len(keys)], strict=False)] for at in range(0, len(cases), len(keys))]


def test_figures_are_read_as_they_were_meant(tmp_path):
    for form in in_forms(READ):
        workbook = opened()
        for key, (value, shown, _) in form:
            cell(workbook, key).value = value
            cell(workbook, key).number_format = shown or "General"
        taken, problems = collected(tmp_path, saved(workbook))
        assert [*taken] == [key for key, _ in form]
        assert [
            (case, taken[key])
            for key, case in form
            if taken[key] not in (case[2], case[2].removesuffix("场"))
        ] == []
        assert problems == []


def test_what_is_no_figure_is_refused_by_its_address(tmp_path):
    for form in in_forms(REFUSED):
        workbook = filled()
        for key, (value, _) in form:
            place = cell(workbook, key)
            place.value = value
            if value == "#N/A":
                place.data_type = "e"
        taken, problems = collected(tmp_path, saved(workbook))
        assert taken == {key: one for key, one in FILLED.items() if key not in dict(form)}
        told = dict(problems)
        assert len(told) == len(problems) == len(form)
        for key, (_, words) in form:
            sheet, row = row_of(workbook, key)
            assert words.format(name=key.partition(".")[2]) in told[f"司法所.xlsx {sheet.title}!G{row}"]


@pytest.mark.parametrize(
    ("value", "form", "meant"),
    [(0.9286, "0.00%", "92.86%"), (0.9286, "0%", "92.86%"), ("92.86%", "@", "92.86%"), (1, "0%", "100%")],
)
def test_a_percentage_is_read_as_it_is_shown(tmp_path, value, form, meant):
    text = "年度: 2024\n单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇}\n举措成效:\n  行政执法: {持证率: }\n"
    workbook = opened("综合行政执法队", text)
    cell(workbook, "行政执法.持证率").value = value
    cell(workbook, "行政执法.持证率").number_format = form
    path = tmp_path / "执法队.xlsx"
    path.write_bytes(saved(workbook))
    merged = merge_forms([read_filled(path, ())], form_for_all(*asked(text)).rows)
    assert [told.value for told in merged.taken] == [meant]


def test_a_formula_with_its_result_is_read(tmp_path):
    workbook = filled()
    place = cell(workbook, ACTIVITIES)
    place.value = "=30+31"
    data = saved(workbook)
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as after:
        for name, part in parts.items():
            after.writestr(name, part.replace(b"<f>30+31</f><v></v>", b"<f>30+31</f><v>61</v>"))
    assert out.getvalue() != data
    taken, problems = collected(tmp_path, out.getvalue())
    assert (taken[ACTIVITIES], problems) == ("61", [])


def test_cells_merged_over_rows_are_refused_each(tmp_path):
    workbook = filled()
    sheet, row = row_of(workbook, ACTIVITIES)
    sheet.merge_cells(f"G{row}:G{row + 1}")
    taken, problems = collected(tmp_path, saved(workbook))
    assert ACTIVITIES not in taken
    assert {f"司法所.xlsx 填报!G{row}", f"司法所.xlsx 填报!G{row + 1}"} <= {where for where, _ in problems}
    assert all("合并" in words for _, words in problems)


def test_a_row_under_another_label_is_refused(tmp_path):
    workbook = filled()
    place = cell(workbook, ACTIVITIES)
    cell(workbook, ACTIVITIES, "A").value = "执法次数"
    taken, problems = collected(tmp_path, saved(workbook))
    assert ACTIVITIES not in taken
    assert problems[0][0] == f"司法所.xlsx 填报!{place.coordinate}"
    assert "执法次数" in problems[0][1]


def test_a_row_that_was_deleted_is_told(tmp_path):
    workbook = filled()
    sheet, row = row_of(workbook, ACTIVITIES)
    bands_unmerged(sheet)
    sheet.delete_rows(row)
    names_broken(workbook)
    taken, problems = collected(tmp_path, saved(workbook))
    assert taken == {REACHED: "3000余人次", TRAINED: "160名"}
    assert problems == [("司法所.xlsx", "表里少了1行，少了的按没有填算。请看一眼，要改的在事实文件里改。")]


def test_a_copied_sheet_that_differs_is_refused_with_both_places(tmp_path):
    workbook = filled()
    sheet, row = row_of(workbook, ACTIVITIES)
    workbook.copy_worksheet(sheet)[f"G{row}"] = "99次"
    taken, problems = collected(tmp_path, saved(workbook))
    assert ACTIVITIES not in taken
    assert f"填报!G{row}、填报 Copy!G{row}" in problems[0][1]


def test_without_the_hidden_sheet_what_differs_is_laid_side_by_side(tmp_path):
    workbook = filled()
    hidden_sheet_deleted(workbook)
    taken, problems = collected(tmp_path, saved(workbook))
    assert taken == {REACHED: "3000余人次", TRAINED: "160名"}
    assert "事实文件里是“50余次”" in problems[0][1]
    assert "是“61次”" in problems[0][1]


def test_what_was_cleared_is_told_and_left(tmp_path):
    workbook = fill(opened(), {ACTIVITIES: None})
    taken, problems = collected(tmp_path, saved(workbook))
    assert taken == {}
    assert "原来填着“50余次”" in problems[0][1]


def test_comments_are_told(tmp_path):
    workbook = filled()
    place = cell(workbook, ACTIVITIES)
    place.comment = Comment("和去年口径不同", "老王")
    taken, problems = collected(tmp_path, saved(workbook))
    assert taken == FILLED
    assert f"填报!{place.coordinate} 有批注：和去年口径不同" in problems[0][1]


def test_composed_and_decomposed_characters_are_one(tmp_path):
    text = unicodedata.normalize("NFD", "“é法”讲堂、が行动")
    workbook = fill(opened(), {f"{TOPIC}.节点": text})
    taken, _ = collected(tmp_path, saved(workbook))
    assert taken == {f"{TOPIC}.节点": unicodedata.normalize("NFC", text)}


def csv_of(encoding, delimiter=","):
    sheet = filled().worksheets[0]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(
        [["" if one is None else one for one in row] for row in sheet.iter_rows(values_only=True)]
    )
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize(("encoding", "delimiter"), [("gbk", ","), ("utf-8-sig", ","), ("utf-16", "\t")])
def test_a_csv_is_read_too(tmp_path, encoding, delimiter):
    taken, problems = collected(tmp_path, csv_of(encoding, delimiter), "司法所.csv")
    assert taken == {REACHED: "3000余人次", TRAINED: "160名"}
    _, row = row_of(filled(), ACTIVITIES)
    assert [where for where, _ in problems] == [f"司法所.csv 第{row}行"]  # no hidden sheet: 50余次 or 61次?


def protected():
    out = io.BytesIO()
    out.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le"))
    return out.getvalue()


def other_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return out.getvalue()


def huge():
    out = io.BytesIO(saved(opened()))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b"<row/>" * 4_000_000)
    return out.getvalue()


def truncated():
    return saved(opened())[:-5000]


def broken_inside():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(opened()))) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name)[:400] if "sheet1" in name else before.read(name))
    return out.getvalue()


def of_another_program():
    workbook = Workbook()
    workbook.active["A1"] = "普法活动"
    workbook.active["B1"] = 61
    return saved(workbook)


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "司法所.xlsx", "是空的"),
        (b"\n \n", "司法所.csv", "是空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "司法所.xls", "旧版"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "司法所.xlsx", "旧版"),
        (protected, "司法所.xlsx", "密码"),
        (b"<html><table><tr><td>61</td></tr></table></html>", "司法所.xlsx", "不是 Excel"),
        (other_zip, "司法所.xlsx", "不是 Excel"),
        (huge, "司法所.xlsx", "空行"),
        (truncated, "司法所.xlsx", "损坏"),
        (broken_inside, "司法所.xlsx", "打不开"),
        (of_another_program, "司法所.xlsx", "不是本程序生成"),
        ("普法活动,61次\n".encode(), "司法所.csv", "不是本程序生成"),
        (b"\xff\x00\x81\xfe\x99", "司法所.csv", "编码"),
        ("年度: 2024\n".encode(), "司法所.yaml", "不是填报页"),
    ],
    ids=lambda one: one.__name__ if callable(one) else str(one)[:24],
)
def test_what_is_no_form_is_refused_in_a_sentence(tmp_path, data, name, told):
    path = tmp_path / name
    path.write_bytes(data() if callable(data) else data)
    with pytest.raises(UserError) as refused:
        read_filled(path, ())
    assert told in refused.value.message
    assert refused.value.fix


def test_what_libreoffice_saves_is_read(tmp_path, soffice):
    (data,) = converted(Path(soffice), [saved(filled())], ".xlsx", "xlsx", 180)
    if not data:
        lacking("没有安装 LibreOffice Calc（libreoffice-calc-nogui）")
    assert load_workbook(io.BytesIO(data))[BASE_SHEET].sheet_state != "visible"
    assert collected(tmp_path, data) == (FILLED, [])
