"""Years in title, opening and headings; the day of signature."""

from __future__ import annotations

import pytest

from generator.checks.sample import SAMPLE, whole
from tests.checks.examples import codes, levels

FAULTS = [
    ("结构-13", "城东镇2022年法治政府建设年度报告"),
    ("结构-13", "2022年度法治政府建设工作报告"),
    ("结构-15", "四、2023年推进法治政府建设的主要安排"),
    ("结构-15", "四、2025年工作打算"),
    ("结构-16", "2023年，我镇将进一步加强执法队伍建设。"),
    ("结构-19", "2023.6.8，街道召开法治工作会。"),
]
SOUND = [
    "落实《法治政府建设实施纲要（2021—2025年）》《提升行政执法质量三年行动计划（2023—2025年）》。",
    "2024年，街道将继续加强执法队伍建设。",
    "到2025年，实现“法律明白人”村（社区）全覆盖。",
    "2023年，街道将法治建设纳入绩效考核。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]


DATES = [
    ("2024年1月20日", []),
    ("2024年3月31日", []),
    ("2024年4月2日", ["提醒"]),
    ("2023年12月28日", ["提醒"]),
    ("2023年1月20日", ["错误"]),
    ("2025年1月20日", ["错误"]),
]


@pytest.mark.parametrize(("day", "found"), DATES)
def test_the_day_of_signature_is_held_to_its_term(day, found):
    assert levels(SAMPLE.replace("2024年1月20日", day), "结构-18", name="稷下街道") == found


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("稷下街道办事处\n\n2024年1月20日", "", True),
        ("\n\n2024年1月20日", "", True),
        ("2024年1月20日", "二〇二四年一月二十日", False),
    ],
)
def test_unit_and_day_stand_at_the_end(old, new, missing):
    assert ("结构-17" in codes(whole(old, new))) is missing


@pytest.mark.parametrize(
    ("title", "poor"),
    [
        ("稷下街道2023年度法治政府建设情况报告", False),
        ("关于稷下街道2023年度法治政府建设情况的报告", False),
        ("稷下街道法治政府建设年度报告", True),
        ("稷下街道2023年法治政府建设情况", True),
        ("稷下街道2023年法治政府年度报告", True),
        ("稷下街道2023年度法治政府建设年度报告", True),
    ],
)
def test_the_title_has_unit_year_subject_and_kind(title, poor):
    assert (
        "结构-20" in codes(SAMPLE.replace("稷下街道2023年法治政府建设年度报告", title), name="稷下街道")
    ) is poor


def test_a_part_on_last_year_s_shortcomings_may_name_last_year():
    text = SAMPLE.replace("## 一、推进", "## 一、2022年度问题整改情况\n\n已全部整改。\n\n## 二、推进")
    assert "结构-14" not in codes(text, name="稷下街道")


def test_a_plan_may_name_both_years():
    assert "结构-15" not in codes("四、2023年存在的问题和2024年工作安排")


@pytest.mark.parametrize(("year", "past"), [("2023", True), ("2024", False)])
def test_a_term_in_the_plans_is_not_past(year, past):
    text = SAMPLE.replace("配齐执法记录仪", f"{year}年6月底前配齐执法记录仪")
    assert ("结构-16" in codes(text, name="稷下街道")) is past


def test_a_term_that_was_kept_may_be_told():
    assert "结构-16" not in codes("按照要求，2023年6月底前完成全部整改任务。")


@pytest.mark.parametrize(
    "text",
    [
        "2月底，街道向区委、区政府报送2022年度法治政府建设情况报告。",
        "认真整改2022年法治政府建设年度报告反映的问题3个。",
        "将法治政府建设纳入2023年重点工作安排。",
        "按照2023年普法工作计划，开展宣传12场。",
    ],
)
def test_other_years_papers_may_be_told_of(text):
    assert not [code for code in codes(text) if code.startswith(("结构", "雷同"))]
