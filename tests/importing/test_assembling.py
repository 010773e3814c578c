"""An old report taken apart: what is said of it as a whole."""

import pytest

from tests.importing.reports import REPORTS, old_report

SUMMARY = """渌河镇2023年工作总结及2024年工作计划
县人民政府：
2023年，渌河镇推进各项工作，经济平稳发展。现将情况报告如下：
一、2023年主要工作情况
（一）经济运行稳中向好。全镇实现农林牧渔业总产值6.82亿元。
二、2024年工作计划
抓好春耕备耕。
渌河镇人民政府
2023年12月20日
"""


def test_a_text_that_speaks_of_no_rule_of_law_is_told_to_be_none_of_these_reports():
    old = old_report(SUMMARY)
    assert old.doubt.startswith("这份材料不像法治政府建设年度报告：")
    assert (old.owner.year, old.front.title) == (2023, "渌河镇2023年工作总结及2024年工作计划")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_on_the_rule_of_law_is_taken_as_one(name):
    assert old_report(REPORTS[name]).doubt == ""
