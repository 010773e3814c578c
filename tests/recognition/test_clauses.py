"""The figures of a sentence that can be facts, with the words of their clauses."""

import pytest

from generator.recognition.clauses import said_figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全年排查矛盾纠纷231件，化解198起。", [("231件", "全年排查矛盾纠纷", ""), ("198起", "化解", "")]),
        ("投入约10万元，近20场", [("约10万元", "投入", ""), ("近20场", "", "")]),
        ("开展了49场普法活动。", [("49场", "开展了", "普法活动")]),
        ("立案19件办结18件", [("19件", "立案", ""), ("18件", "办结", "")]),
        # 日期、年份、文号、序号、时刻、时限，引号和书名号里的，都不是数据
        ("2023年3月11日9点30分印发〔2023〕5号文件，第3次修订，7×24小时值守", []),
        ("落实“1件事1次办”和《矛盾排查20条》", []),
        ("两个维护、三级网络、一村一法律顾问", []),
    ],
)
def test_figures_come_with_their_clause(text, said):
    found = list(said_figures(text))
    assert [(text[one.start : one.end], one.before, one.after) for one in found] == said


@pytest.mark.parametrize("text", ["7个工作日内办结", "值守33天", "任期5年"])
def test_a_time_is_mostly_no_fact(text):
    assert [one.vague for one in said_figures(text)] == [True]


def test_what_was_said_before_is_at_hand():
    one = list(said_figures("建成调解室。依托网格，全年化解198起"))[-1]
    assert (one.passage, one.sentence, one.before) == ("建成调解室。", "依托网格，", "全年化解")


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("每两月1次开展学习", True),
        ("以每季度1次的频次研判", True),
        ("全年研判1次", False),
        ("每村配备3名", False),
    ],
)
def test_how_often_a_thing_is_done_is_no_fact(text, vague):
    (one,) = said_figures(text)
    assert one.vague is vague


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("召开党工委（扩大）会议26次", "召开党工委会议"),
        ("开展法治宣传进机关、进农村（村社）、进校园活动12场次", "开展法治宣传活动"),
        # 只进一处的是另一件事；别的括号还是断开
        ("开展法治宣传进校园活动5场", "开展法治宣传进校园活动"),
        ("走进社区开展2场次", "走进社区开展"),
        ("立案查处12件（其中简易程序3件", "立案查处"),
    ],
)
def test_what_says_where_or_how_wide_leaves_the_name_whole(text, before):
    assert next(said_figures(text)).before == before


def test_a_bracket_that_only_adds_a_kind_of_place_cuts_nothing():
    (one,) = said_figures("建成13个乡（镇）公共法律服务站（室），")
    assert one.after == "个乡（镇）公共法律服务站"[1:]
