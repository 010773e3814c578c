"""Appendices made from the facts: the table of figures, the charts beside last year's."""

import pytest

from generator.document.text.block import BlockKind
from generator.document.text.blocks import read_blocks
from generator.drafting import ANNEXES, compose
from generator.problems import UserError
from tests.drafting.drafting import HEAD, load

THIS = "举措成效: {行政执法: {立案: 20件, 办结: 19件, 三项制度: 是}, 法治宣传教育: {受教育: 3000余人次}}\n落款: {日期: 2024-01-20}\n"
LAST = "举措成效: {行政执法: {立案: 16件, 办结: 16件}}\n"


@pytest.fixture
def facts():
    return load(THIS, last=load(LAST, head=HEAD.replace("2023", "2022")))


def report(facts, *names):
    return compose(facts, annexes=[ANNEXES[name](facts) for name in names]).markdown


def test_the_table_holds_every_figure_beside_last_years(facts):
    (table,) = [
        block for block in read_blocks(report(facts, "数据表")).blocks if block.kind is BlockKind.TABLE
    ]
    assert table.rows == (
        ("主题", "项目", "2023年", "2022年"),
        ("行政执法", "立案", "20件", "16件"),
        ("", "办结", "19件", "16件"),
        ("法治宣传教育", "受教育", "3000余人次", "—"),
        ("第一责任人", "领导班子学法", "6次", "6次"),
    )


def test_the_table_tells_on_which_day_figures_end_and_compares_those_that_end_on_the_same_day():
    this = THIS.replace("办结: 19件", "办结: {值: 19件, 截至: 2023-11-30}").replace(
        "20件", "{值: 20件, 上年同期: 15件}"
    )
    last = load(LAST, head=HEAD.replace("2023", "2022"))
    facts = load(this, head=f"截至: 2023-12-20\n{HEAD}", last=last)
    (table,) = [
        block for block in read_blocks(report(facts, "数据表")).blocks if block.kind is BlockKind.TABLE
    ]
    assert table.rows == (
        ("主题", "项目", "2023年（截至12月20日）", "2022年"),
        ("行政执法", "立案", "20件", "15件（截至12月20日）"),
        ("", "办结", "19件（截至11月30日）", "—"),
        ("法治宣传教育", "受教育", "3000余人次", "—"),
        ("第一责任人", "领导班子学法", "6次", "—"),
    )


def test_activities_and_other_figures_are_in_the_table_too():
    text = "举措成效: {法律顾问: {其他数据: {印发手册: 300册, 备注: 若干}, 活动: [{名称: 法律进校园, 场次: 3场}]}}\n"
    (table,) = [
        block
        for block in read_blocks(report(load(text, end=""), "数据表")).blocks
        if block.kind is BlockKind.TABLE
    ]
    assert table.rows[1:] == (("法律顾问", "法律进校园（场次）", "3场"), ("", "印发手册", "300册"))


def test_activities_that_share_a_name_or_have_none_are_told_by_their_number_and_not_compared():
    text = "举措成效: {法律顾问: {活动: [{名称: 宣讲, 场次: 3场}, {名称: 宣讲, 场次: 2场}, {名称: , 场次: 5场}]}}\n"
    last = "举措成效: {法律顾问: {活动: [{名称: 宣讲, 场次: 1场}, {场次: 4场}, {场次: 6场}]}}\n"
    before = load(last, head=HEAD.replace("2023", "2022"), end="")
    (table,) = [
        block
        for block in read_blocks(report(load(text, end="", last=before), "数据表")).blocks
        if block.kind is BlockKind.TABLE
    ]
    assert [row[1:] for row in table.rows[1:]] == [
        ("宣讲（活动1，场次）", "3场", "—"),
        ("宣讲（活动2，场次）", "2场", "—"),
        ("活动3（场次）", "5场", "—"),
    ]


BESIDE = "立案: {值: 20件, 上年: 16件}, 办结: {值: 19件, 截至: 2023-11-30, 上年同期: 14件}, 执法检查: {值: 5次, 截至: 2023-12-31}"


@pytest.mark.parametrize(
    ("day", "last", "rows"),
    [
        (
            "",
            None,
            [
                ("2023年", "2022年"),
                ("20件", "16件"),
                ("19件（截至11月30日）", "14件（截至11月30日）"),
                ("5次", "—"),
            ],
        ),
        (
            "",
            "",
            [
                ("2023年", "2022年"),
                ("20件", "16件"),
                ("19件（截至11月30日）", "14件（截至11月30日）"),
                ("5次", "—"),
            ],
        ),
        (
            "",
            "截至: 2022-11-30\n",
            [
                ("2023年", "2022年（截至11月30日）"),
                ("20件", "16件（全年）"),
                ("19件（截至11月30日）", "14件"),
                ("5次", "—"),
            ],
        ),
        (
            "截至: 2023-12-20\n",
            None,
            [
                ("2023年（截至12月20日）", "2022年"),
                ("20件", "—"),
                ("19件（截至11月30日）", "14件（截至11月30日）"),
                ("5次（全年）", "—"),
            ],
        ),
        (
            "截至: 2023-11-30\n",
            "截至: 2022-11-30\n",
            [
                ("2023年（截至11月30日）", "2022年（截至11月30日）"),
                ("20件", "16件"),
                ("19件", "14件"),
                ("5次（全年）", "—"),
            ],
        ),
    ],
)
def test_last_years_figures_beside_this_years_keep_their_day(day, last, rows):
    """上年 is of the whole year, 上年同期 up to the day of this year's; in the last row last year's file has 立案."""
    text = THIS.replace("立案: 20件, 办结: 19件, 三项制度: 是", BESIDE)
    before = last is not None and load(LAST, head=last + HEAD.replace("2023", "2022"), end="")
    facts = load(text, head=day + HEAD, last=before or None, end="")
    (table,) = [
        block for block in read_blocks(report(facts, "数据表")).blocks if block.kind is BlockKind.TABLE
    ]
    assert [row[2:] for row in table.rows[:4]] == rows


def test_the_charts_say_of_which_day_a_figure_of_another_is():
    """With last year's beside this year's alone, too."""
    text = THIS.replace("立案: 20件, 办结: 19件, 三项制度: 是", BESIDE)
    (chart,) = [
        block.chart
        for block in read_blocks(report(load(text, end=""), "对比图")).blocks
        if block.kind is BlockKind.CHART
    ]
    assert chart.labels == ("立案", "办结（截至11月30日）")
    assert [name for name, _ in chart.series] == ["2022年", "2023年"]


@pytest.mark.parametrize(
    ("figures", "drawn"),
    [
        ("{立案: {值: 20件, 上年: 16件}, 办结: {值: 19件, 上年: 14件}", ("立案", "办结", "联查", "夜查")),
        ("{立案: {值: 20件, 上年: 16件, 同比: 否}, 办结: {值: 19件, 上年: 14件}", ("办结", "联查", "夜查")),
        ("{立案: {值: 20件, 上年: 16件, 同比: 是}, 办结: {值: 19件, 同比: 否}", ("立案", "联查", "夜查")),
    ],
)
def test_the_charts_leave_out_what_is_not_to_be_compared(figures, drawn):
    """The table has it, as a record; one of 其他数据 is no other."""
    own = ", 其他数据: {联查: {值: 3件, 上年: 2件}, 夜查: {值: 5件, 上年: 4件}, 抽查: {值: 6件, 上年: 7件, 同比: 否}}}"
    facts = load(f"举措成效:\n  行政执法: {figures}{own}\n", end="")
    (chart,) = (
        one.chart for one in read_blocks(report(facts, "对比图")).blocks if one.kind is BlockKind.CHART
    )
    assert chart.labels == drawn
    assert "| 抽查 | 6件 | 7件 |" in report(facts, "数据表")


def test_without_last_year_the_table_has_one_column():
    (table,) = [
        block for block in read_blocks(report(load(THIS), "数据表")).blocks if block.kind is BlockKind.TABLE
    ]
    assert table.rows[0] == ("主题", "项目", "2023年")


def test_a_year_that_is_not_there_yet_is_asked_after():
    text = report(load(THIS, head=HEAD.replace("年度: 2023\n", "")), "数据表")
    assert "None" not in text
    assert "【待填：年度】年度法治政府建设工作数据表" in text


def test_the_charts_hold_what_is_exact_in_both_years(facts):
    (chart,) = [
        block.chart for block in read_blocks(report(facts, "对比图")).blocks if block.kind is BlockKind.CHART
    ]
    assert (chart.unit, chart.labels) == ("件", ("立案", "办结"))
    assert [(name, tuple(map(int, values))) for name, values in chart.series] == [
        ("2022年", (16, 16)),
        ("2023年", (20, 19)),
    ]


def test_appendices_are_named_before_the_signature_and_follow_it(facts):
    text = report(facts, "数据表", "对比图")
    places = [
        text.index(part)
        for part in (
            "附件：1.2023年度",
            "2.2023年度",
            "稷下街道办事处\n",
            "# 附件1 2023年度",
            "# 附件2 2023年度",
        )
    ]
    assert places == sorted(places)
    assert "附件：2023年度" in report(facts, "数据表")
    assert "# 附件 2023年度" in report(facts, "数据表")


def test_the_clerks_own_appendices_come_first():
    text = report(load(THIS + "附件: [甲表]\n"), "数据表")
    assert "附件：1.甲表\n\n2.2023年度" in text
    assert "# 附件2 2023年度" in text


def test_sentences_leave_the_appendices_out(facts):
    sentences = compose(facts, annexes=[ANNEXES["数据表"](facts)]).sentences
    assert not any("|" in one.text for one in sentences)


@pytest.mark.parametrize(
    ("text", "last", "name", "reason"),
    [
        (THIS, None, "对比图", "没有上年"),
        (THIS, "举措成效: {行政执法: {立案: 近20件}}\n", "对比图", "太少"),
        ("", None, "数据表", "没有数据"),
    ],
)
def test_nothing_to_show_is_said(text, last, name, reason):
    end = "" if not text else None
    before = load(last, head=HEAD.replace("2023", "2022"), end="") if last else None
    found = load(text, last=before, **({"end": end} if end is not None else {}))
    with pytest.raises(UserError, match=reason):
        ANNEXES[name](found)
