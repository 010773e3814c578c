"""Last year's words moved on: what is sure is changed, what is likely of last year alone is named."""

import pytest

from generator.forms.moved import YearTurn, moved_heading, moved_opening, moved_sentence
from generator.formulations import library
from tests.each import each

YEARS = YearTurn(2023, 2024, library())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("甲镇2023年法治政府建设年度报告", "甲镇2024年法治政府建设年度报告"),
        ("2023年度，甲镇", "2024年度，甲镇"),
        ("学习《甲镇2023年要点》", "学习《甲镇2023年要点》"),
        ("2022—2023年、2023—2025年", "2022—2023年、2023—2025年"),
        ("贯彻党的二十大和二十届二中全会精神", "贯彻党的二十大和二十届二中、三中全会精神"),
        ("第十个国家宪法日", "第十一个国家宪法日"),
        ("第10个“国家宪法日”", "第11个“国家宪法日”"),
        ("第九个国家宪法日", "第九个国家宪法日"),
        ("深化普法宣传", "深化普法宣传"),
    ],
)
def test_what_is_sure_is_changed(before, after):
    assert moved_heading(before, YEARS) == (after, ())


@each(
    ("before", "doubt"),
    [
        ("3月5日开展宣讲", "日期“3月5日”"),
        ("2023年3月5日开展宣讲", "日期“2023年3月5日”"),
        ("上半年完成验收", "日期“上半年”"),
        ("举办第三届调解大赛", "届次“第三届”"),
        ("召开全镇调度会", "会议“召开全镇调度会”"),
        ("走访8户", "没有标注的数“8户”"),
        ("74。73。", "没有标注的数“74”“73”"),
        ("化解率达98.5%，罚款1.2万元", "没有标注的数“98.5%”“1.2万元”"),
        ("全乡11个行政村", "没有标注的数“11个”"),
        ("排查四次、调解二十余件", "没有标注的数“四次”“二十余件”"),
        ("受理12345件", "没有标注的数“12345件”"),
        ("复议案件【复议：】，无被纠错", "上年的结论“无被纠错”"),
        ("全年未发生较大事故", "上年的结论“未发生较大事故”"),
        ("依申请公开【依申请公开：】，均按期答复", "上年的结论“均按期答复”"),
        ("责任书全部签订", "上年的结论“全部签订”"),
        ("14个社区实现全覆盖", "上年的结论“全覆盖”"),
        ("没有行政诉讼败诉", "上年的结论“没有行政诉讼败诉”"),
        ("跑腿次数明显减少", "上年的结论“明显减少”"),
        ("荣获先进集体", "做成一回的事“荣获”"),
        ("较2021年下降", "年份“2021年”"),
        ("宣传“七五”普法", "“七五”"),
        ("学习党的二十大和二十届二中全会精神", "2024年的提法是“党的二十大和二十届二中、三中全会精神”"),
        ("2023年新增站点", "年份由2023年改成了2024年"),
    ],
)
def test_what_is_likely_of_last_year_alone_is_named(before, doubt):
    assert doubt in "；".join(moved_sentence(before, YEARS).doubts)


@pytest.mark.parametrize(
    "text",
    [
        "以“法律六进”为载体。",
        "定期召开例会。",
        "“12·4”国家宪法日集中宣传。",
        "第一责任人",
        "一村一法律顾问",
        "12345热线转办件【热线办理.工单：】、【12345热线：】",
        "办复率和满意率均为【满意率：】，人均【学时：】",
        "未成年人保护",
    ],
)
def test_what_holds_every_year_is_not_named(text):
    assert moved_sentence(text, YEARS) == (text, ())


def test_an_opening_moves_as_a_heading_and_is_looked_at_as_a_sentence():
    moved = moved_opening("2023年，贯彻党的二十大和二十届二中全会精神，4月召开推进会。", YEARS)
    assert moved.text.startswith("2024年，贯彻党的二十大和二十届二中、三中全会精神，")
    assert moved.doubts == ("日期“4月”", "会议“召开推进会”")
