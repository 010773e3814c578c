"""截至: what the report prints where figures end before the year does, all of them or one; and the comparison then."""

import pytest

from generator.drafting import compose
from tests.drafting.drafting import drafted, load, part
from tests.each import each

HEAD = """年度: 2025
{until}单位: {{名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇, 上级: 清河县}}
"""
UNTIL = "截至: 2025-12-20\n"


def report(topics, *, until=UNTIL, last=None, more=""):
    text = f"{more}举措成效: {{{topics}}}\n"
    return drafted(text, head=HEAD.format(until=until), last=last)


def last_year(topics, until=""):
    head = HEAD.format(until=until).replace("2025", "2024")
    return load(f"举措成效: {{{topics}}}\n", head=head)


def said(topics, **rest):
    return part(report(topics, **rest), 1)


@each(
    ("topics", "whole_year", "to_a_day"),
    [
        ("矛盾纠纷化解: {排查: 231件, 化解: 198起}", "全年排查", "排查矛盾纠纷231件，化解198起"),
        ("信访工作: {信访: 67件, 进京上访: 2批}", "全年", "受理信访事项67件"),
        ("复议应诉: {应诉案件: 4件}", "全年行政应诉案件4件", "行政应诉案件4件"),
    ],
)
def test_no_figure_is_of_the_whole_year_where_the_file_ends_before(topics, whole_year, to_a_day):
    assert whole_year in said(topics, until="")
    assert said(topics, until="截至: 2025-12-31\n") == said(topics, until="")
    assert to_a_day in said(topics)
    assert "全年" not in report(topics)


@each(
    ("opening", "told"),
    [
        ("", "现将2025年度法治政府建设情况报告如下（数据截至2025年12月20日）："),
        ("导语: {举措: 依法履职}\n", "现将2025年度法治政府建设情况报告如下（数据截至2025年12月20日）："),
        (
            "导语: {正文: 一年来做了些事。现将有关情况报告如下：}\n",
            "一年来做了些事。现将有关情况报告如下（数据截至2025年12月20日）：",
        ),
        (
            "导语: {正文: 化解纠纷【起数：3起】，情况如下：}\n",
            "化解纠纷3起，情况如下（数据截至2025年12月20日）：",
        ),
        ("导语: {正文: 一年来做了些事。}\n", "一年来做了些事。本报告数据截至2025年12月20日。"),
        ("导语: {正文: 一年来做了些事}\n", "一年来做了些事。本报告数据截至2025年12月20日。"),
        ("导语: {正文: 本文的数截至12月20日。}\n", "本文的数截至12月20日。"),
        ("导语: {正文: 数据截至2025年12月20日，情况如下：}\n", "数据截至2025年12月20日，情况如下："),
    ],
)
def test_the_reader_is_told_once_where_the_opening_ends(opening, told):
    text = report("矛盾纠纷化解: {化解: 198起}", more=opening)
    assert text.split("\n\n")[1].endswith(told)
    assert text.count("截至") == 1
    assert "截至" not in report("矛盾纠纷化解: {化解: 198起}", more=opening, until="").replace(told, "")


@each(
    ("until", "opening"),
    [
        ("截至: 2025-11-30\n", "数据截至11月底，情况如下："),
        ("截至: 2025-11-30\n", "数据截止到2025年11月末，情况如下："),
        ("截至: 2025-11-30\n", "数据截止2025年11月30日，情况如下："),
    ],
)
def test_the_last_of_a_month_is_told_by_its_other_names(until, opening):
    text = report("矛盾纠纷化解: {化解: 198起}", more=f"导语: {{正文: {opening}}}\n", until=until)
    assert text.split("\n\n")[1] == opening


def test_the_end_of_a_month_is_no_other_day_of_it():
    text = report("矛盾纠纷化解: {化解: 198起}", more="导语: {正文: 数据截至12月底。}\n")
    assert text.split("\n\n")[1] == "数据截至12月底。本报告数据截至2025年12月20日。"


def test_the_day_is_a_fact_of_the_file():
    facts = load("举措成效: {矛盾纠纷化解: {化解: 198起}}\n", head=HEAD.format(until=UNTIL))
    (told,) = [one for one in compose(facts).sentences if "截至" in one.text]
    assert "截至" in told.grounds


@each(
    ("topics", "until", "told"),
    [
        # a figure of a day of its own says so, and has no 全年
        (
            "矛盾纠纷化解: {排查: 231件, 化解: {值: 198起, 截至: 2025-11-30}}",
            UNTIL,
            "排查矛盾纠纷231件，化解198起（截至11月30日）。",
        ),
        (
            "矛盾纠纷化解: {化解: {值: 198起, 截至: 2025-11-30}}",
            "",
            "化解矛盾纠纷198起（截至11月30日）。",
        ),
        # so do several that begin a sentence, once
        (
            "行政执法: {立案: {值: 24件, 截至: 2025-11-30}, 办结: {值: 18件, 截至: 2025年11月30日}}",
            UNTIL,
            "对行政违法案件立案24件，办结18件，办结率75%（均截至11月30日）。",
        ),
        # a rate of figures of different days is none
        (
            "行政执法: {立案: {值: 24件, 截至: 2025-11-30}, 办结: 18件}",
            UNTIL,
            "对行政违法案件立案24件（截至11月30日），办结18件。",
        ),
        # the report's own day needs no telling, nor the last of a whole year
        ("矛盾纠纷化解: {化解: {值: 198起, 截至: 2025-12-20}}", UNTIL, "化解矛盾纠纷198起。"),
        ("矛盾纠纷化解: {化解: {值: 198起, 截至: 2025-12-31}}", "", "全年化解矛盾纠纷198起。"),
        ("矛盾纠纷化解: {化解: {值: 198起, 截至: 2025-12-31}}", UNTIL, "化解矛盾纠纷198起（截至12月31日）。"),
        # nothing happened until that day
        (
            "信访工作: {信访: 67件, 越级上访: {值: 0, 截至: 2025-11-30}}",
            UNTIL,
            "受理信访事项67件；截至11月30日未发生越级上访。",
        ),
        # lists and figures of one's own
        (
            "矛盾纠纷化解: {调委会分类: {值: 社区调委会17个、企业调委会4个, 截至: 2025-11-30}}",
            UNTIL,
            "现有社区调委会17个、企业调委会4个（截至11月30日）。",
        ),
        (
            "矛盾纠纷化解: {其他数据: {代办: 12件, 手册: {值: 300册, 截至: 2025-11-30}}}",
            UNTIL,
            "代办12件，手册300册（截至11月30日）。",
        ),
        # all of it is done only where both figures are of one day
        (
            "府院联动: {司法建议: 4份, 建议办复: {值: 4份, 截至: 2025-11-30}}",
            UNTIL,
            "司法建议4份，办复4份（截至11月30日）。",
        ),
        # a mark stays as it is written
        (
            "矛盾纠纷化解: {化解: {值: 198起, 截至: 2025-11-30}, 正文: 到11月底化解【化解】。}",
            UNTIL,
            "到11月底化解198起。",
        ),
        ("矛盾纠纷化解: {化解: {值: , 截至: 2025-11-30}}", UNTIL, "化解矛盾纠纷【待填：化解（件）】。"),
    ],
)
def test_one_figure_may_end_on_a_day_of_its_own(topics, until, told):
    assert told in said(topics, until=until)


@each(
    ("topics", "last", "until", "last_until", "told"),
    [
        ("矛盾纠纷化解: {调解: 64件}", "矛盾纠纷化解: {调解: 91件}", "", "", "64件，较上年下降29.7%"),
        ("矛盾纠纷化解: {调解: 64件}", "矛盾纠纷化解: {调解: 91件}", UNTIL, "", "64件。"),
        ("矛盾纠纷化解: {调解: 64件}", "矛盾纠纷化解: {调解: 91件}", "", "截至: 2024-12-20\n", "64件。"),
        (
            "矛盾纠纷化解: {调解: 64件}",
            "矛盾纠纷化解: {调解: 91件}",
            UNTIL,
            "截至: 2024-12-20\n",
            "64件，较上年同期下降29.7%",
        ),
        (
            "矛盾纠纷化解: {调解: 64件}",
            "矛盾纠纷化解: {调解: 64件}",
            UNTIL,
            "截至: 2024-12-20\n",
            "64件，与上年同期持平",
        ),
        (
            "矛盾纠纷化解: {调解: {值: 64件, 截至: 2025-11-30}}",
            "矛盾纠纷化解: {调解: {值: 91件, 截至: 2024-11-30}}",
            UNTIL,
            "",
            "64件（截至11月30日），较上年同期下降29.7%",
        ),
        (
            "矛盾纠纷化解: {调解: {值: 64件, 截至: 2025-12-31}}",
            "矛盾纠纷化解: {调解: 91件}",
            UNTIL,
            "",
            "64件（截至12月31日），较上年下降29.7%",
        ),
        (
            "行政执法: {立案: 24件, 办结: 18件, 办结率: {值: 计算, 同比: 是}}",
            "行政执法: {立案: 20件, 办结: 18件}",
            UNTIL,
            "",
            "办结率75%。",
        ),
        (
            "信访工作: {集体访: {值: 0, 同比: 是}}",
            "信访工作: {集体访: 2批}",
            UNTIL,
            "截至: 2024-12-20\n",
            "未发生集体访，上年同期为2批",
        ),
        (
            "矛盾纠纷化解: {化解: 64件, 正文: 化解【化解】，【化解同比】。}",
            "矛盾纠纷化解: {化解: 91件}",
            UNTIL,
            "截至: 2024-12-20\n",
            "化解64件，较上年同期下降29.7%。",
        ),
    ],
)
def test_figures_are_compared_only_where_they_end_on_the_same_day(topics, last, until, last_until, told):
    assert told in said(topics, until=until, last=last_year(last, last_until))


@each(
    ("beside", "last"),
    [
        ("调解: {值: 64件, 上年: 91件}", "调解: 91件"),
        ("化解: {值: 64件, 上年: 91件, 同比: 是}", "化解: 91件"),
        ("调解: {值: 64件, 上年: 91件, 同比: 是}", "调解: 91件"),
        ("调解: {值: 受理64件, 上年: 受理91件}", "调解: 受理91件"),
        ("调解: {值: 受理64件, 上年: 91件}", "调解: 受理91件"),
        ("调解: {值: 受理64件, 上年: 调解91件}", "调解: 调解91件"),
        ("化解率: {值: 85.7%, 上年: 80%, 同比: 是}", "化解率: 80%"),
        (
            "排查: {值: 80件, 上年: 100件, 同比: 否}, 化解: {值: 64件, 上年: 91件, 同比: 否}, 化解率: {值: 计算, 同比: 是}",
            "排查: 100件, 化解: 91件",
        ),
        ("其他数据: {手册: {值: 30册, 上年: 20册, 同比: 是}}", "其他数据: {手册: 20册}"),
        ("化解: {值: 64件, 上年: 91件}, 正文: 化解【化解】，【化解同比】。", "化解: 91件"),
    ],
)
def test_last_years_figure_beside_this_years_prints_as_that_of_last_years_file(beside, last):
    topics = f"矛盾纠纷化解: {{{beside}}}"
    without = f"矛盾纠纷化解: {{{beside}}}"
    for given in ("91件", "受理91件", "调解91件", "80%", "100件", "20册"):
        without = without.replace(f", 上年: {given}", "")
    without = without.replace("{值: 64件}", "64件").replace("{值: 受理64件}", "受理64件")
    with_file = said(without, until="", last=last_year(f"矛盾纠纷化解: {{{last}}}"))
    assert said(topics, until="") == with_file
    assert said(topics, until="", last=last_year("矛盾纠纷化解: {调解: 7件, 化解: 7件}")) == with_file
    assert "较上年" in with_file or "调解: 调解" in last


@each(
    ("topics", "told"),
    [
        ("矛盾纠纷化解: {化解: {值: 64件, 上年: 91件}}", "化解矛盾纠纷64件，较上年下降29.7%。"),
        ("矛盾纠纷化解: {化解: {值: 64件, 上年: 91件, 同比: 否}}", "化解矛盾纠纷64件。"),
        ("矛盾纠纷化解: {调解: {值: 64件, 上年: 91件, 同比: 否}}", "纠纷64件。"),
        ("行政执法: {行政处罚: {值: 0, 上年: 1件}}", "没有行政处罚案件，上年为1件。"),
        ("行政执法: {行政处罚: {值: 0, 上年: 1件, 同比: 否}}", "没有行政处罚案件。"),
        ("矛盾纠纷化解: {其他数据: {手册: {值: 30册, 上年: 20册}}}", "手册30册，较上年增长50%。"),
        ("矛盾纠纷化解: {其他数据: {手册: {值: 30册, 上年: 20册, 同比: 否}}}", "手册30册。"),
        ("矛盾纠纷化解: {化解: {值: 64件, 上年: 91件}, 正文: 【化解】都是化解的。}", "64件都是化解的。"),
    ],
)
def test_last_years_figure_beside_this_years_is_told_unless_the_file_says_no(topics, told):
    text = said(topics, until="")
    assert told in text
    assert ("上年" in text) == ("上年" in told)


@each(
    ("topics", "until", "told", "not_told"),
    [
        ("矛盾纠纷化解: {调解: {值: 64件, 上年同期: 91件}}", UNTIL, "64件，较上年同期下降29.7%", "91件"),
        ("矛盾纠纷化解: {调解: {值: 64件, 上年: 91件}}", UNTIL, "64件", "上年"),
        (
            "矛盾纠纷化解: {调解: {值: 64件, 上年: 91件, 截至: 2025-11-30}}",
            "",
            "64件（截至11月30日）",
            "上年",
        ),
        ("矛盾纠纷化解: {其他数据: {手册: {值: 30册, 上年: 20册, 同比: 是}}}", UNTIL, "30册", "上年"),
        (
            "矛盾纠纷化解: {其他数据: {手册: {值: 30册, 上年同期: 20册, 同比: 是}}}",
            UNTIL,
            "30册，较上年同期增长50%",
            "20册",
        ),
    ],
)
def test_a_figure_up_to_a_day_is_compared_only_with_that_of_the_same_span_beside_it(
    topics, until, told, not_told
):
    text = said(topics, until=until)
    assert told in text
    assert not_told not in text


def test_a_figure_may_be_compared_with_one_of_last_years_file_and_another_with_the_one_beside_it():
    last = last_year("矛盾纠纷化解: {排查: 100件, 调解: 80件}")
    text = said(
        "矛盾纠纷化解: {排查: {值: 90件, 同比: 是}, 调解: {值: 64件, 上年: 91件}}", until="", last=last
    )
    assert "90件，较上年下降10%" in text
    assert "64件，较上年下降29.7%" in text


@pytest.mark.parametrize("until", ["", UNTIL])
def test_two_reports_one_after_the_other_do_not_take_words_from_each_other(until):
    topics = "矛盾纠纷化解: {排查: 231件}"
    for one in ("", UNTIL, until):
        assert ("全年" in said(topics, until=one)) == (not one)
