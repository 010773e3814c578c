"""What nobody says of a report is read off its text."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checks.gather import Known, gather, report_year, signature_date, unit_level, unit_names
from generator.checks.sample import SAMPLE
from generator.document.text.blocks import read_blocks

YEARS = [
    (("稷下街道2023年法治政府建设年度报告",), 2023),
    (("2020年度法治政府建设工作报告",), 2020),
    (("关于2024年度法治政府建设情况的报告",), 2024),
    (("现将2025年度法治政府建设情况报告如下：",), 2025),
    (("2022年，街道认真落实各项任务。",), 2022),
    (("认真落实《法治政府建设实施纲要（2021—2025年）》。",), None),
    ((), None),
]
NAMES = [
    (("重庆市长寿区凤城街道办事处2020年法治政府建设年度报告",), ("重庆市", "长寿区", "凤城街道")),
    (("中共马村区委 马村区人民政府", "2020年度法治政府建设工作报告"), ()),
    (("一", "二", "三", "四", "湘潭县石鼓镇人民政府", "2021年12月30日"), ("湘潭县", "石鼓镇")),
    (("全年化解矛盾纠纷198起，发放宣传资料。",), ()),
]


@pytest.mark.parametrize(("texts", "year"), YEARS)
def test_the_year_is_read_off_title_or_opening(texts, year):
    assert report_year(texts) == year


@pytest.mark.parametrize(("texts", "names"), NAMES)
def test_unit_and_superiors(texts, names):
    assert unit_names(texts) == names


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("正文。", "2024年1月20日"), date(2024, 1, 20)),
        (("正文。", "2024年2月30日"), None),
        (("2024年1月20日，开会。",), None),
    ],
)
def test_the_day_stands_on_a_line_of_its_own(texts, day):
    assert signature_date(texts) == day


@pytest.mark.parametrize(
    ("texts", "names", "level"),
    [
        ((), ("长寿区", "凤城街道"), "街道"),
        (("我镇高度重视。",), (), "镇"),
        (("全街道上下。",), (), "街道"),
        (("我区制定方案。",), (), "县区"),
        (("普法。",), (), ""),
    ],
)
def test_the_level_is_told_by_name_or_by_what_the_unit_calls_itself(texts, names, level):
    assert unit_level(texts, names) == level


def test_what_is_known_goes_before_what_is_read():
    material = gather(read_blocks(SAMPLE), Known(year=2022, level="镇", names=("甲镇",)), source=SAMPLE)
    assert (material.year, material.level, material.names) == (2022, "镇", ("甲镇",))
    material = gather(read_blocks(SAMPLE), Known(), source=SAMPLE)
    assert (material.year, material.level, material.names, material.signed) == (
        2023,
        "街道",
        ("稷下街道",),
        date(2024, 1, 20),
    )


def test_signature_and_date_stand_before_the_appendices():
    from generator.checks import run
    from generator.checks.gather import Known, gather
    from generator.document.text.blocks import read_blocks

    table = "| 主题 | 项目 | 2023年 |\n| :-- | :-- | --: |\n| 行政执法 | 立案 | 19件 |\n"
    chapters = "".join(f"## {number}、甲{number}\n\n内容。\n\n" for number in "一二")
    text = (
        f"# 稷下街道2023年法治政府建设年度报告\n\n{chapters}稷下街道办事处\n\n2024年1月20日\n\n"
        f"# 附件1 数据表\n\n{table}\n# 附件2 说明\n\n一\n\n二\n\n三\n\n四\n"
    )
    material = gather(read_blocks(text), Known())
    assert str(material.signed) == "2024-01-20"
    assert not [problem for problem in run(material) if problem.code in {"结构-17", "结构-18"}]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("甲镇贯彻《法治政府建设实施纲要（2021—2025年）》2023年度法治政府建设情况报告", 2023),
        ("甲镇贯彻《法治政府建设实施方案（2020—2025年）》情况的报告", None),
        ("甲镇2023年度依法行政工作汇报", 2023),
    ],
)
def test_the_year_is_not_taken_from_the_name_of_a_plan(title, year):
    assert report_year((title,)) == year
