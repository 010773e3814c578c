"""The Excel form: what a clerk sees, what collect finds again, the same bytes for the same facts."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator.forms.asking import form_for_all
from generator.forms.workbook import BASE_SHEET, TO_MEND, Entry, ToMend, cell_name, form_workbook, sheet_title
from tests.collecting.forms import TOPIC, asked, blank, office_form, opened, row_of

KEY = f"{TOPIC}.普法活动"


def test_the_same_facts_give_the_same_bytes():
    assert form_workbook(office_form()) == blank()


def test_every_field_has_a_row_a_hidden_name_and_its_base():
    workbook, form = opened(), office_form()
    base = {row[0]: row[2] for row in workbook[BASE_SHEET].iter_rows(min_row=6, values_only=True)}
    assert base == {row.key: row.base or None for row in form.rows}
    for row in form.rows:
        name = workbook.defined_names[cell_name(row.key)]
        sheet, at = row_of(workbook, row.key)
        assert (name.attr_text, name.hidden) == (f"'{sheet.title}'!$G${at}", True)
        assert sheet[f"G{at}"].value == (row.base or None)
    assert workbook[BASE_SHEET].sheet_state == "veryHidden"


def test_labels_are_protected_without_a_password_and_cells_to_fill_are_free():
    workbook = opened()
    sheet, at = row_of(workbook, KEY)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet[f"A{at}"].protection.locked
    assert not sheet[f"G{at}"].protection.locked
    assert not sheet[f"H{at}"].protection.locked
    assert sheet.column_dimensions["I"].hidden


def test_it_prints_across_a4_under_its_heading():
    sheet = opened().worksheets[0]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "B5"


def test_what_is_typed_is_only_warned_of():
    helps = [help_ for sheet in opened().worksheets for help_ in sheet.data_validations.dataValidation]
    assert {help_.errorStyle for help_ in helps} == {"warning"}
    assert all(len(help_.prompt) <= 255 and len(help_.promptTitle) <= 32 for help_ in helps)
    assert all(len(help_.formula1) <= 255 for help_ in helps)
    assert any(help_.formula1 == '"是,否"' for help_ in helps)


def test_a_form_for_all_has_a_sheet_a_topic():
    facts, topics = asked()
    workbook = load_workbook(BytesIO(form_workbook(form_for_all(facts, topics))))
    assert workbook.sheetnames[:3] == [TOPIC, "法律明白人", "行政执法"]


@pytest.mark.parametrize(
    ("name", "title"), [("甲/乙:丙*", "甲_乙_丙_"), ("长" * 40, "长" * 31), ("", "填报")]
)
def test_a_sheets_name_is_one_that_excel_takes(name, title):
    assert sheet_title(name) == title


def test_what_is_to_be_mended_is_linked_and_said_in_a_comment():
    said = "“普法活动”写的是“若干”。请写成“50余次”。"
    data = form_workbook(
        office_form(), {KEY: Entry("若干", "台账")}, [ToMend(KEY, said), ToMend("", "另一处")]
    )
    workbook = load_workbook(BytesIO(data))
    first, (sheet, at) = workbook.worksheets[0], row_of(workbook, KEY)
    assert first.title == TO_MEND
    assert first["A3"].hyperlink.location == f"'{sheet.title}'!G{at}"
    assert first["B3"].value == said
    assert (sheet[f"G{at}"].value, sheet[f"G{at}"].comment.text, sheet[f"H{at}"].value) == (
        "若干",
        said,
        "台账",
    )


def test_words_that_begin_as_a_formula_stay_words():
    data = form_workbook(office_form(), {KEY: Entry("=1+1")})
    workbook = load_workbook(BytesIO(data))
    sheet, at = row_of(workbook, KEY)
    assert sheet[f"G{at}"].data_type == "s"
