"""Blocks under the four parts."""

import pytest

from generator.importing.outline import unnumbered_heading
from generator.topics.topic import DUTIES, MEASURES
from tests.importing.reports import FOUR_PARTS, JOINT, SIX_CHAPTERS, old_report


def headings(text, part):
    return [one.text for one in old_report(text).outline.parts[part].headings if one.paragraphs]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        (FOUR_PARTS, (MEASURES, DUTIES, "不足", "计划")),
        (SIX_CHAPTERS, (MEASURES, "不足", "计划")),
        (JOINT, (DUTIES, MEASURES, "不足", "计划")),
    ],
)
def test_parts_in_their_order(text, order):
    assert old_report(text).outline.order == order


def test_run_in_headings_and_those_on_their_line():
    assert headings(FOUR_PARTS, MEASURES) == ["多元化解矛盾纠纷，守住平安底线", "规范行政执法"]


def test_chapters_over_work_are_headings():
    assert headings(SIX_CHAPTERS, MEASURES) == [
        "加强学习，提高能力",
        "规范执法，服务群众",
        "化解纠纷，维护稳定",
    ]


def test_what_was_mapped_is_told():
    assert "“不足”没有标题" in "；".join(old_report(SIX_CHAPTERS).told)
    assert "“三、存在的问题及整改措施”分为“不足”和“计划”" in old_report(JOINT).told


def test_a_part_that_stood_in_several_places_is_told():
    text = FOUR_PARTS.replace("三、推进", "三、规范政务公开\n公开信息3条。\n四、推进", 1).replace(
        "四、2024", "五、2024"
    )
    assert "“举措成效”在原文里分在几处，已合在一起" in old_report(text).told


def test_the_rest_of_a_report():
    outline = old_report(FOUR_PARTS).outline
    assert (outline.addressee, outline.units, outline.date) == (
        "区委、区政府",
        ("云岭街道办事处",),
        "2024年1月20日",
    )
    assert [one.text for one in outline.opening] == [
        "2023年，云岭街道在区委、区政府的坚强领导下，扎实推进法治政府建设。现将有关情况报告如下："
    ]


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("（一）规范执法", "规范执法"),
        ("二、存在问题：", "存在问题"),
        ("1.加强学习", "加强学习"),
        ("规范执法", "规范执法"),
    ],
)
def test_a_heading_without_its_number(written, bare):
    assert unnumbered_heading(written) == bare


def test_a_points_heading_stands_in_its_paragraph():
    text = FOUR_PARTS.replace("执法队参加上级培训。", "1.加强培训\n执法队参加上级培训。")
    paragraphs = [one.text for one in old_report(text).outline.parts[MEASURES].paragraphs]
    assert "1.加强培训。执法队参加上级培训。" in paragraphs


_HEADS_AMONG = (
    "云岭镇2023年法治政府建设年度报告\n2023年，云岭镇推进依法行政。现将有关情况报告如下：\n一、主要举措和成效\n"
    "（一）加强学习\n组织集体学法8次。\n（二）履行第一责任人职责\n镇长听取汇报2次。\n（三）规范执法\n办理行政处罚案件3件。\n"
)
_HEADS_APART = (
    "云岭镇2023年法治政府建设年度报告\n2023年，云岭镇推进依法行政。现将有关情况报告如下：\n一、主要举措和成效\n"
    "（一）加强学习\n组织集体学法8次。\n二、第一责任人履职情况\n（一）带头学法\n镇长听取汇报2次。\n（二）规范执法\n研究执法3次。\n"
)


@pytest.mark.parametrize(
    ("text", "measures", "duties"),
    [
        (_HEADS_AMONG, ["加强学习", "规范执法"], 1),
        (_HEADS_APART, ["加强学习"], 2),
    ],
)
def test_one_heading_on_the_heads_among_the_work_takes_none_of_the_rest(text, measures, duties):
    assert headings(text, MEASURES) == measures
    assert len(headings(text, DUTIES)) == duties
