"""What an office wrote that is taken or not, and never without a word: rows put in, units that do not fit."""

import pytest
from openpyxl import load_workbook

from generator.commands.collect import collect_forms
from generator.commands.form import write_workbooks
from generator.commands.steps import Given
from tests.collecting.forms import row_of, saved
from tests.commands.test_collect_sentences import HEAD

FACTS = f"""{HEAD}  行政执法:
    立案:
    正文:
      - 评查案卷【评查案卷：】，查处非法采砂【非法采砂：】。
  矛盾纠纷化解:
    排查:
"""


def with_row(tmp_path, label, value, before=""):
    """Collect a form into which the office put a row before that of a key, or behind all rows."""
    facts = tmp_path / "红岩乡-2025.yaml"
    facts.write_text(FACTS, encoding="utf-8")
    [form] = write_workbooks(facts, Given(), tmp_path / "总表.xlsx", by_office=False, force=True)
    workbook = load_workbook(form.path)
    sheet, row = row_of(workbook, before or "矛盾纠纷化解.正文.新2")
    for reach in [*sheet.merged_cells.ranges]:
        sheet.unmerge_cells(str(reach))
    if before:
        sheet.insert_rows(row)
    else:
        row = sheet.max_row + 1
    sheet[f"A{row}"], sheet[f"G{row}"] = label, value
    form.path.write_bytes(saved(workbook))
    return f"总表.xlsx {sheet.title}!G{row}", collect_forms([form.path], facts, Given())


@pytest.mark.parametrize(
    ("label", "value", "before", "written"),
    [
        ("非法采砂", "2起", "行政执法.评查案卷", "【非法采砂：2起】"),
        ("评查案卷", "8卷", "行政执法.立案", "【评查案卷：8卷】"),
        ("排查", "174件", "", "排查: {值: 174件"),
    ],
)
def test_a_row_put_in_that_names_a_figure_is_taken(tmp_path, label, value, before, written):
    _, came = with_row(tmp_path, label, value, before)
    assert [one.message for one in came.merged.problems] == []
    assert written in came.content.decode()


@pytest.mark.parametrize(
    ("label", "value", "before"),
    [("查处占道经营", "2起", "行政执法.评查案卷"), ("信访积案", "2件", ""), ("", "3件", "行政执法.立案")],
)
def test_a_row_put_in_that_names_none_is_told_by_its_cell(tmp_path, label, value, before):
    place, came = with_row(tmp_path, label, value, before)
    assert not came.changed
    [problem] = came.merged.problems
    assert (problem.code, problem.place.file) == ("收数-03", place)
    assert label in problem.message
    assert value in problem.message
    assert [path.name for path, _ in came.returned] == ["总表-请改.xlsx"]
