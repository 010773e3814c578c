"""One mistake in a facts file hides nothing that does not depend on it: the rules look at what could be read."""

import pytest

from generator.commands.check import check_file
from generator.commands.steps import Given

HEAD = """\
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道, 上级: 临淄区}
举措成效:
"""
END = """\
第一责任人: {领导班子学法: 6次}
不足: [{问题: 执法装备不全, 原因: 尚未配备执法记录仪}]
计划: [{标题: 配齐装备, 措施: 配齐执法记录仪, 针对: 执法装备不全}]
"""
WRONG_RATE = "  复议应诉: {应诉案件: 14起, 胜诉: 13起, 胜诉率: 92.85%}\n"


def told(tmp_path, topics, end=END, year="年度: 2023"):
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_text(HEAD.replace("年度: 2023", year) + topics + end, encoding="utf-8")
    return [(one.code, one.field) for one in check_file(path, Given()).problems]


@pytest.mark.parametrize(
    ("topics", "end", "mistake"),
    [
        ("  行政执法: {立案: 3斤}\n", END, ("事实-01", "举措成效.行政执法.立案")),
        ("  行政执发: {立案: 3件}\n", END, ("事实-02", "举措成效.行政执发")),
        ("  行政执法: {正文: 立案【立安：3件】【立案}\n", END, ("标注-01", "举措成效.行政执法.正文")),
        ("", END.replace("问题: ", "间题: "), ("事实-02", "不足.1.间题")),
    ],
)
def test_what_has_nothing_to_do_with_a_mistake_is_found_beside_it(tmp_path, topics, end, mistake):
    found = told(tmp_path, topics + WRONG_RATE, end)
    assert mistake in found
    assert ("数据-20", "举措成效.复议应诉.胜诉率") in found
    assert ("检查-02", "") in found


def test_what_may_come_of_a_mistake_is_not_told(tmp_path):
    """A rate cannot be had of a figure that was misread; a part that was misread is not missing."""
    found = told(
        tmp_path, "  行政执法: {立案: 3斤, 办结: 3件, 办结率: 计算}\n", END.replace("问题: ", "间题: ")
    )
    assert {code for code, _field in found} == {"事实-01", "事实-02", "检查-02"}


def test_a_secret_is_found_beside_a_figure_that_is_wrong(tmp_path):
    found = told(
        tmp_path, "  行政执法: {立案: 3斤, 亮点: [张小明（身份证号37030219800101123X）参加。], 办结: }\n"
    )
    assert ("隐私-01", "举措成效.行政执法.亮点.1") in found


def test_a_mistake_in_last_years_file_hides_nothing_of_this_years(tmp_path):
    (tmp_path / "稷下街道-2022.yaml").write_text(
        HEAD.replace("2023", "2022") + "  甲乙: 丙\n", encoding="utf-8"
    )
    found = told(
        tmp_path, "  行政执法: {立案: 3件, 亮点: [张小明（身份证号37030219800101123X）参加。]}\n" + WRONG_RATE
    )
    assert {"事实-04", "数据-20"} <= {code for code, _field in found}


def test_a_file_without_a_mistake_is_looked_at_whole(tmp_path):
    assert "检查-02" not in {code for code, _field in told(tmp_path, WRONG_RATE)}


@pytest.mark.parametrize(
    ("switch", "codes"),
    [
        ("", ["标注-03"]),
        ("检查: {停用: [{规则: 标注-03, 内容: 讲话稿, 原因: 文件名}]}\n", []),
        ("检查: {停用: [{规则: 标注-03, 内容: 别的字, 原因: 文件名}]}\n", ["标注-03", "检查-01"]),
        ("检查: {停用: [{规则: 标注-03}]}\n", ["标注-03", "检查-01"]),
    ],
)
def test_what_reading_reminds_of_can_be_set_aside(tmp_path, switch, codes):
    path = tmp_path / "甲.yaml"
    topics = "  法治宣传教育: {普法活动: 50余场, 正文: 学习【讲话稿】。}\n"
    path.write_text(HEAD + topics + END + switch, encoding="utf-8")
    outcome = check_file(path, Given())
    told = [one.code for one in outcome.problems if one.code in {"标注-03", "检查-01"}]
    assert sorted(told) == sorted(codes)
    assert [one.reason for one in outcome.waived] == ([] if codes else ["文件名"])
