"""The facts files that are made of a table, and the reports made of these."""

import pytest

from generator.batch.batch import make_reports
from generator.batch.order import BatchOrder
from generator.batch.table_facts import FOLDER, made_facts
from generator.facts import load_facts
from generator.resources import Templates
from tests.batch.test_table import workbook
from tests.batch.units import reports_in
from tests.cli.command import assert_chinese, nianbao, said

HEADINGS = [
    "单位名称",
    "简称",
    "年度",
    "级别",
    "普法活动",
    "矛盾纠纷化解.化解",
    "领导班子学法",
    "不足.问题",
    "不足.原因",
    "计划.措施",
    "计划.针对",
    "成文日期",
]
ROW = [
    "稷下街道办事处",
    "稷下街道",
    2023,
    "街道",
    "50余次",
    198,
    6,
    "执法装备不全",
    "执法办尚未配备执法记录仪",
    "配齐执法记录仪：开展培训",
    "执法装备不全",
    "2024-01-20",
]


def row(name, **changed):
    """Give the row of another unit."""
    cells = [name, name.removesuffix("办事处"), *ROW[2:]]
    for heading, value in changed.items():
        cells[HEADINGS.index(heading)] = value
    return cells


@pytest.fixture
def table(tmp_path):
    rows = [
        HEADINGS,
        ROW,
        row("齐都街道办事处", 级别="街", 普法活动="五十"),
        row("辛店街道办事处", 普法活动="3"),
    ]
    return workbook(tmp_path / "各单位.xlsx", ("汇总", rows))


def test_each_row_becomes_a_facts_file_and_a_report(tmp_path, table):
    made = made_facts(table, tmp_path / "报告", Templates())
    assert [one.name for one in made.paths] == ["稷下街道-2023.yaml", "辛店街道-2023.yaml"]
    facts = load_facts(made.paths[0])
    assert str(facts.topics["法治宣传教育"].values["普法活动"]) == "50余次"
    assert facts.sections[0].heading  # topics stand under the usual headings
    assert facts.gaps == ()
    make_reports(made.paths, BatchOrder(tmp_path / "报告"))
    assert sorted(name for name in (one.name for one in (tmp_path / "报告").glob("*.docx"))) == [
        "稷下街道2023年法治政府建设年度报告.docx",
        "辛店街道2023年法治政府建设年度报告.docx",
    ]


def test_a_wrong_value_is_named_by_sheet_row_and_column(tmp_path, table):
    (refused,) = made_facts(table, tmp_path / "报告", Templates()).refused
    places = {one.place.file: one.message for one in refused.problems}
    assert "“级别”写的是“街”" in places["各单位.xlsx:汇总!D3"]


def test_what_was_edited_since_is_left_alone(tmp_path, table):
    made = made_facts(table, tmp_path / "报告", Templates())
    made.paths[0].write_text("改过", encoding="utf-8")
    again = made_facts(table, tmp_path / "报告", Templates())
    assert [one.name for one in again.paths] == ["辛店街道-2023.yaml"]
    assert "改过，与表里的不一样" in again.refused[0].problems[0].message
    assert made.paths[0].read_text(encoding="utf-8") == "改过"
    made_facts(table, tmp_path / "报告", Templates(), force=True)
    assert (tmp_path / "报告" / FOLDER / "稷下街道-2023.备份.yaml").read_text(encoding="utf-8") == "改过"


def test_the_command(tmp_path, table):
    first = nianbao("batch", "各单位.xlsx", "-o", "报告", cwd=tmp_path)
    assert first.returncode == 1
    assert "各单位.xlsx:汇总!D3" in said(first)
    assert "共3份：生成2份，有错误、没有生成1份。" in said(first)
    assert_chinese(said(first).replace("!", ""))
    assert "没有变化、不必重做2份" in said(nianbao("batch", "各单位.xlsx", "-o", "报告", cwd=tmp_path))
    both = nianbao("batch", "各单位.xlsx", table.parent, "-o", "别处", cwd=tmp_path)
    assert both.returncode == 2
    assert len(reports_in(tmp_path / "报告")) == 2


def test_a_table_without_years_takes_the_one_that_is_given(tmp_path):
    path = workbook(tmp_path / "表.xlsx", ("汇总", [["单位名称", "普法活动"], ["城东镇人民政府", 5]]))
    assert "没有写年度" in made_facts(path, tmp_path / "一", Templates()).refused[0].problems[0].message
    (made,) = made_facts(path, tmp_path / "二", Templates(), year=2023).paths
    assert load_facts(made).year == 2023


def test_a_table_without_units_makes_nothing(tmp_path):
    workbook(tmp_path / "表.xlsx", ("汇总", [["单位名称", "普法活动"]]))
    process = nianbao("batch", "表.xlsx", "-o", "报告", cwd=tmp_path)
    assert "只有列名，没有单位" in said(process)
    assert process.returncode == 1
