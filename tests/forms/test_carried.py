"""Last year's own words in this year's file: their marks emptied, the figures told, the doubts named."""

import pytest

from generator.facts.loading import facts_from
from generator.forms.carried import carried_words, doubtful, emptied, marked_in_words
from generator.forms.moved import YearTurn
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.formulations import library
from generator.resources import Templates
from generator.yamltext.source import read_source

YEARS = YearTurn(2023, 2024, library())


@pytest.mark.parametrize(
    ("written", "text", "before"),
    [
        ("全年排查【排查：231件】。", "全年排查【排查：】。", ("排查231件",)),
        (
            "立案【立案：十余件】、办结【办结：19】",
            "立案【立案：】、办结【办结：】",
            ("立案十余件", "办结19"),
        ),
        ("援助【法律援助：转办12件】", "援助【法律援助：】", ("法律援助转办12件",)),
        ("化解率【化解率】", "化解率【化解率】", ()),
        ("在【调解室：老赵调解室】调解", "在【调解室：老赵调解室】调解", ()),
        ("【矛盾纠纷化解.化解：5件】", "【矛盾纠纷化解.化解：】", ("矛盾纠纷化解.化解5件",)),
        ("印发【【2023】5号", "印发【【2023】5号", ()),
    ],
)
def test_figures_are_taken_out_of_their_marks(written, text, before):
    assert emptied(written) == (text, before)


def test_a_doubt_is_a_comment():
    assert doubtful(["日期“3月5日”", "会议"]) == "# 请核对：日期“3月5日”；会议"
    assert doubtful([]) == ""


TEXT = """\
年度: 2023
单位: {简称: 甲镇}
举措成效:
  矛盾纠纷化解:
    针对: 外来人口多
    做法:
      - 议事: 每月开庭【开庭：12次】。
    正文: 全年排查【排查：231件】。
    活动:
      - {名称: 宣讲, 时间: 12月4日, 主体: 司法所、妇联, 受教育: 420人次}
    亮点: 建成调解中心。
    成效: 降到【租赁纠纷：27件】。
"""


def test_own_words_stay_and_figures_are_asked_for():
    (topic,) = facts_from(read_source(TEXT.encode(), "旧.yaml"), "旧.yaml", Templates()).measures
    assert list(carried_words(topic, YEARS, 0)) == [
        "针对: 外来人口多",
        "做法:",
        "  - 议事: 每月开庭【开庭：】。    # 上年：开庭12次",
        "正文:",
        "  - 全年排查【排查：】。    # 上年：排查231件",
        "活动:",
        "  # 请核对：上年的活动，今年没有的删去",
        "  - 名称: 宣讲",
        "    # 上年：12月4日",
        "    时间: ",
        "    主体: 司法所、妇联",
        "    # 上年：420人次",
        "    受教育: ",
        "亮点:",
        "  # 请核对：上年的亮点，今年没有的删去；做成一回的事“建成”",
        "  - 建成调解中心。",
        "# 上年：降到【租赁纠纷：27件】。",
        "成效: ",
    ]


TABLE = """\
年度: 2023
单位: {简称: 甲镇}
举措成效:
  矛盾纠纷化解:
    正文:
      # 疑：“231件”认作“矛盾纠纷化解.排查”，请核对
      # 疑：“4件”可能是“信访工作.积案化解”，请核对
      - 全年排查【排查：231件】，积案【积案：4件】。
      - "【另起一段】类型"
      - "【另起一段】婚姻家庭"
      - "【另起一段】74"
      - "【另起一段】73"
      - "【另起一段】调解员走村入户。"
"""


def test_a_table_is_told_and_not_carried_and_what_was_in_doubt_is_asked_again():
    read = facts_from(read_source(TABLE.encode(), "旧.yaml"), "旧.yaml", Templates())
    text = scaffold(Request("", 2024, last=read))
    body = text[text.index("    # 请核对：上年这里") :]
    assert body.split("\n")[:5] == [
        "    # 请核对：上年这里有一张表，没有照抄（类型、婚姻家庭、74、73），要用的照今年的数写成句子",
        "    正文:",
        "      # 请核对：上年的“231件”认作“矛盾纠纷化解.排查”；上年的“4件”可能是“信访工作.积案化解”",
        "      - 全年排查【排查：】，积案【积案：】。    # 上年：排查231件、积案4件",
        '      - "【另起一段】调解员走村入户。"',
    ]


def test_what_a_sentence_marks_is_asked_for_there():
    facts = facts_from(read_source(TEXT.encode(), "旧.yaml"), "旧.yaml", Templates())
    names = {path[-1] for path in marked_in_words(facts)}
    assert names == {"开庭", "排查"}
