"""Papers that come together: what one corrects, or has otherwise, is never taken from another as sure."""

import pytest

from bench.sets import FOLDER, count_set
from generator.intake.notes import notes_of_text
from generator.suggesting.suggest import suggest
from generator.suggesting.suggestion import Standing
from tests.suggesting.test_suggest import GROUPS, TOPICS, facts

EMPTY = "年度: 2025\n单位: {名称: 石桥镇人民政府, 简称: 石桥镇, 级别: 镇}\n"
VOID = "材料里说不以它为准"


def heard(**papers):
    notes = [notes_of_text(text)._replace(name=f"{name}.txt") for name, text in papers.items()]
    return suggest(notes, facts(EMPTY), TOPICS, GROUPS)


def told(made, field):
    return {one.value: (one.standing, one.holds) for one in made.offered if one.field.name == field}


@pytest.mark.parametrize(
    ("first", "second", "field", "holding", "void"),
    [
        ("调解受理231件", "前面报的调解受理231件作废，调解受理以238件为准", "调解受理", "238件", "231件"),
        ("调解受理231件", "更正：调解受理是238件", "调解受理", "238件", "231件"),
        ("信访92件", "信访：全年97件\n原来报的92件是截至11月底的，报告里用全年97件", "信访", "97件", "92件"),
        (
            "法律明白人45名",
            "法律明白人现在43名，另一张表上的45是年初数，写43。",
            "法律明白人",
            "43名",
            "45名",
        ),
        ("网格58个", "网格58个是10月的，12月调整以后网格61个，以61个为准", "网格", "61个", "58个"),
        ("调解受理231件", "表还没来得及改，少1件。调解受理238件。以这条为准", "调解受理", "238件", "231件"),
        ("调解受理231件", "报表有错，以这封为准！！\n调解受理238件", "调解受理", "238件", "231件"),
        ("低保家庭421户", "低保家庭是412户1036人，不是开头写的421户，写颠倒了", "低保家庭", "412户", "421户"),
    ],
)
def test_a_paper_that_corrects_another_is_offered_first_and_the_void_figure_told_as_void(
    first, second, field, holding, void
):
    made = heard(甲=first, 乙=second)
    assert list(told(made, field)) == [holding]
    assert told(made, field)[holding][1]
    assert (void, VOID) in {(one.written, one.why) for one in made.unplaced}


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ("行政复议案件3件", "以本镇政府为被申请人的行政复议案件2件", "复议案件"),
        ("网格86个", "网格88个", "网格"),
        ("信访71件", "今年的信访有74件", "信访"),
    ],
)
def test_two_offices_that_differ_are_set_side_by_side(first, second, field):
    made = heard(司法所=first, 执法队=second)
    assert {standing for standing, _holds in told(made, field).values()} == {Standing.RIVAL}
    places = [one.heard[0].place for one in made.offered if one.field.name == field]
    assert places == ["司法所.txt 第1行", "执法队.txt 第1行"]


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ("信访74件", "信访71件（综治中心报的是74件，还没对上）", "信访"),
        ("12345热线工单4120件", "便民中心报的工单4098件，综治中心是4120件，还没核", "工单"),
    ],
)
def test_what_another_paper_says_is_not_settled_is_only_asked(first, second, field):
    standings = {standing for standing, _holds in told(heard(甲=first, 乙=second), field).values()}
    assert standings <= {Standing.ASKED, Standing.RIVAL}
    assert standings


@pytest.mark.parametrize(
    ("first", "second", "field", "value"),
    [
        ("网格86个", "上年网格80个", "网格", "86个"),
        ("网格86个", "网格86个", "网格", "86个"),
        ("行政执法人员14人", "行政执法人员还有2人没证", "执法人员", "14人"),
        ("合同审查48份", "其中合同审查12份是村里的", "合同审查", "48份"),
        ("合法性审查：提出法律意见412条，采纳406条", "未采纳的6条，都书面说明了理由", "意见采纳", "406条"),
        ("政府法律顾问5名", "20个村（社区）配齐，律师9名", "政府法律顾问", "5名"),
        ("领导包案23件", "书记：\n包案5件", "包案件数", "23件"),
        ("网格员12名", "复议12件不对，以13件为准", "网格员", "12名"),
        ("网格员12名", "以这条路为准划网格，网格15个", "网格员", "12名"),
        ("低保家庭421户", "低保家庭都是上户核的，不是坐在屋里写的名单，走了412户", "低保家庭", "421户"),
        ("热线满意率96.1%", "评查别用96分那一卷", "满意率", "96.1%"),
        ("执法检查700次", "以这条为准。联合执法48次", "执法检查", "700次"),
        ("热线满意率96.1%", "热线满意率这个词别用在标题里", "满意率", "96.1%"),
        ("热线满意率96.1%", "满意率是全年累计算出来的，没有问题", "满意率", "96.1%"),
        ("人大建议24件", "信访26件，以综治办24件为准", "人大建议", "24件"),
    ],
)
def test_another_figure_that_is_none_of_the_year_or_the_unit_takes_nothing_away(first, second, field, value):
    assert told(heard(甲=first, 乙=second), field)[value][0] is Standing.NEW


def test_what_stands_beside_a_figure_that_another_paper_refutes_stays():
    made = heard(甲="全年调解受理231件，调解成功226件", 乙="调解受理231件作废，调解受理以238件为准")
    assert told(made, "调解成功")["226件"][0] is Standing.NEW


@pytest.mark.parametrize(
    "said",
    [
        "满意率别用96.1，那是11月单月的",
        "原来讲的96.1系区平均，不可用",
        "@党政办 满意率先别用",
        "满意率，那是11月单月的",
        "满意率这个数是区平均",
        "满意率不要写，还要核",
    ],
)
def test_a_figure_that_a_later_message_says_not_to_use_is_never_sure(said):
    made = heard(甲="热线满意率96.1%", 乙=said)
    assert {standing for standing, _holds in told(made, "满意率").values()} <= {Standing.ASKED}


def test_a_rate_that_stands_beside_a_refuted_one_stays():
    made = heard(甲="热线按时办结率99.6%，满意率96.1%", 乙="满意率别用96.1，那是11月单月的")
    assert told(made, "按时办结率")["99.6%"][0] is not Standing.ASKED
    assert "满意率" not in {one.field.name for one in made.offered}


def test_one_paper_is_quoted_without_its_name_and_several_with_it():
    assert heard(甲="网格86个").offered[0].heard[0].place == "第1行"
    made = heard(甲="网格86个", 乙="项目\t数\t备注\n人民调解员\t58\t名，其中专职4名")
    assert {one.heard[0].place for one in made.offered} == {"甲.txt 第1行", "乙.txt 第2行"}


@pytest.mark.parametrize("unit", sorted(FOLDER.iterdir()), ids=lambda one: one.name)
def test_nothing_that_a_unit_s_offices_send_together_is_taken_for_what_it_is_not(unit):
    counts = count_set(unit, [])
    assert counts["定，错"] == 0
    assert counts["定，对"] >= 30
