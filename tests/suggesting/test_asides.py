"""What stands behind a figure and makes it none of the year and the unit."""

import pytest

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.asides import aside_of
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.topics import read_topics

TOPICS = read_topics(Templates())


def sure(text):
    """Tell whether the figure 231件 of a text is, 231件以内 as well."""
    reader = NotesReader(TOPICS, 2024)
    told = [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]
    return [one.sure for one in told if one.written.startswith("231件")] == [True]


@pytest.mark.parametrize(
    "behind",
    [
        "（计划）", "（年初目标）", "（任务数）", "（去年数）", "（上年全年数）", "（全县）", "（是全县的数据）", "（累计）", "（2020年以来）",
        "（近三年累计）", "（2023年）", "（一季度）", "（上半年数）", "（11月）", "（含去年结转）", "（含上年结转6件）", "（估计）", "（每村）", "（不含村里）",
        "，这是全县的数", "，是计划数", "，这是明年的打算", "，以上是去年的", "，以上都是累计数",
        "（含在1864件内）", "（已含在683件里）", "（包含在上面的调解数中）", "，都在460件里头，不要另加", "，成了39件，都在460件里头",
        "，那是11月单月的", "。那是11月单月的。", "。这个数是区平均", "（全区平均）", "（12月单月）", "，系上年估的", "。这是累计的。",
        "（11月底前数据）", "，扣除重复3件，实际228件", "（剔除重复的3件后228件）", "以内", "以下",
    ],
)  # fmt: skip
def test_it_makes_the_figure_a_question(behind):
    assert not sure(f"矛盾纠纷排查231件{behind}")


@pytest.mark.parametrize(
    "behind",
    [
        "", "（全年）", "（2024年）", "（2024年度）", "（含网格）", "（去年189件）", "（上年同期189件，增长22%）", "（比去年多3件）", "（其中村级30件）",
        "（占全县的3%）", "（全县第一）", "（计划生育协会）", "（含司法所直接调解20件）", "（1—12月）", "（详见台账）", "（派出所提供）",
        "（含在册重点人员20件）", "（均在综治中心办理）", "（含在外务工人员的3件）", "，都在30天内办结", "。那是干部跑出来的。", "。是11月市里点名要的数字化试点。",
        "，化解225件", "，是全县最多的镇", "，这是去年没有的", "，为明年打基础", "，其中扣除保证金2万元", "以上",
    ],
)  # fmt: skip
def test_what_says_something_else_leaves_it_sure(behind):
    assert sure(f"矛盾纠纷排查231件{behind}")


def test_what_is_said_of_all_figures_of_a_line_is_of_each():
    line = "排查矛盾纠纷231件，化解225件。以上都是去年的数。"
    assert aside_of("排查矛盾纠纷231件，化解225件", 10, line, 2024) == "后面写着“以上都是去年的数”"
    assert aside_of("排查矛盾纠纷231件，化解225件", 10, "", 2024) == ""


@pytest.mark.parametrize(
    "over",
    [
        "去年：", "2023年：", "2023年情况：", "2023年工作总结\n", "（一）2023年\n", "去年数据：\n", "目标：", "全年任务数：", "全县：", "全县情况\n", "青山村：",
        "青山村上报\n", "东河社区：", "平安社区上报\n", "平安村：", "幸福社区：", "文明村\n", "示例：", "填报说明：", "（例：",
    ],
)  # fmt: skip
def test_what_stands_over_a_figure_makes_it_a_question(over):
    assert not sure(f"{over}矛盾纠纷排查231件")


@pytest.mark.parametrize(
    "over",
    [
        "", "今年：", "2024年：", "2024年工作总结\n", "（一）2024年度\n", "目标责任考核\n", "重点任务完成情况\n", "全镇：", "全街道情况\n", "各村（社区）：",
        "村（社区）：", "民主法治示范村\n",
        "平安社区\n", "法治社区：", "无讼村：", "和谐社区\n", "智慧社区\n", "2023年以来：\n今年：", "矛盾纠纷：", "去年：法治讲座3场\n今年：",
    ],
)  # fmt: skip
def test_what_stands_over_it_and_is_of_the_year_and_the_unit_leaves_it_sure(over):
    assert sure(f"{over}矛盾纠纷排查231件")


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("全县排查矛盾纠纷5600件，调解矛盾纠纷231件", False),
        ("全县排查矛盾纠纷5600件，我镇调解矛盾纠纷231件", True),
        ("县里排查矛盾纠纷5600件，镇里调解矛盾纠纷231件", True),
        ("参加全县统一的法治考试3次，调解矛盾纠纷231件", True),
        ("兄弟乡镇调解矛盾纠纷231件", False),
    ],
)
def test_what_is_of_the_county_goes_on_until_the_unit_is_named(text, is_sure):
    assert sure(text) == is_sure
