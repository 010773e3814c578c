"""The title among what a copy has around it."""

import pytest

from generator.importing.front import find_front, is_furniture
from generator.intake.reading import plain_lines

TITLE = "云岭镇2023年法治政府建设年度报告"
OPENING = "2023年，云岭镇推进法治政府建设，取得成效。现将情况报告如下："


def front(*lines):
    return find_front(plain_lines("\n".join(lines)))


@pytest.mark.parametrize(
    "line",
    [
        "来源：县政府办 发布时间：2024-03-13 16:19 字体：[大 中 小]",
        "发布时间：2024-03-13",
        "您当前所在位置：首页>政务公开",
        "（此件公开发布）",
        "- 全部留言",
        "- /",
        "责任编辑：张三",
        "浏览次数：21",
    ],
)
def test_furniture(line):
    assert is_furniture(line)
    assert front(TITLE, line, OPENING).dropped == (line,)


@pytest.mark.parametrize(
    "line", ["一、信息来源不断拓宽", "通过网站发布信息12条。", OPENING, "（一）推进政务公开"]
)
def test_no_furniture(line):
    assert not is_furniture(line)


def test_the_title_once_more_is_dropped_and_told():
    found = front(TITLE, "云岭镇", "2023年法治政府建设年度报告", "县委、县政府：", OPENING)
    assert found.title == TITLE
    assert found.dropped == ("云岭镇", "2023年法治政府建设年度报告")
    assert [one.text for _number, one in found.lines] == ["县委、县政府：", OPENING]


def test_a_title_in_two_lines():
    found = front("云岭街道办事处", "2023年法治政府建设年度报告", OPENING)
    assert found.title == "云岭街道办事处2023年法治政府建设年度报告"
    assert found.told == ("标题分两行，已合为一行",)
    assert found.dropped == ()


def test_units_beside_the_title():
    found = front("2020年度法治政府建设工作报告", "中共青山区委 青山区人民政府", "市委、市政府：", OPENING)
    assert found.units == ("中共青山区委", "青山区人民政府")


def test_what_stands_behind_the_date_is_dropped():
    found = front(TITLE, OPENING, "云岭镇人民政府", "2024年1月20日", "联系电话", "附注")
    assert [one.text for _number, one in found.lines][-1] == "2024年1月20日"
    assert found.dropped == ("联系电话", "附注")


def test_numbers_are_those_of_the_old_lines():
    assert [number for number, _line in front("", TITLE, "", OPENING).lines] == [4]


def test_no_title():
    assert front(OPENING).title == ""


def test_a_title_of_a_summary_and_a_plan_is_kept():
    lines = ["渌河镇2023年工作总结及2024年工作计划", "县人民政府：", "2023年，渌河镇推进各项工作。"]
    read = front(*lines)
    assert read.title == lines[0]
    assert [one.text for _number, one in read.lines] == lines[1:]
    assert read.dropped == ()
