"""零: sentences that begin alike and stand beside each other are one; all others stand as they are declared."""

from generator.drafting.zeros import shared_beginning
from generator.resources import Templates
from generator.topics import read_topics
from tests.drafting.drafting import drafted, load, part
from tests.each import each


@each(
    ("topics", "told"),
    [
        (
            "信访工作: {赴省上访: 0, 越级上访: 0, 集体访: 0}",
            "全年未发生到省上访、越级上访、集体访。",
        ),
        ("信访工作: {信访: 67件, 越级上访: 0, 集体访: 0}", "67件；未发生越级上访、集体访。"),
        ("信访工作: {集体访: 0}", "未发生集体访。"),
        # what stands between parts them
        (
            "信访工作: {赴省上访: 0, 越级上访: 2件, 集体访: 0}",
            "未发生到省上访，全年发生越级上访2件，未发生集体访。",
        ),
        # another beginning, or more than a name behind it, is told by itself
        ("复议应诉: {复议案件: 0, 应诉案件: 0}", "未被申请行政复议，未发生行政应诉案件。"),
        ("热线办理: {超期办结: 0, 超期回复: 0}", "没有超期办结的工单，没有超期回复的工单。"),
        ("府院联动: {司法建议: 0, 检察建议: 0}", "全年未收到司法建议、检察建议。"),
        ("社区矫正: {收监执行: 0, 撤销缓刑: 0}", "无社区矫正对象被收监执行、撤销缓刑。"),
        # of a day of their own
        (
            "信访工作: {越级上访: {值: 0, 截至: 2023-11-30}, 集体访: {值: 0, 截至: 2023-11-30}}",
            "截至11月30日未发生越级上访、集体访。",
        ),
        (
            "信访工作: {越级上访: {值: 0, 截至: 2023-11-30}, 集体访: 0}",
            "截至11月30日未发生越级上访，未发生集体访。",
        ),
    ],
)
def test_what_did_not_happen_is_told_in_one_breath(topics, told):
    assert part(drafted(f"举措成效: {{{topics}}}\n"), 1).endswith(told)


def test_beside_last_years_figure_it_is_told_by_itself():
    last = load("举措成效: {信访工作: {集体访: 2批}}\n", head="年度: 2022\n单位: {名称: 稷下街道办事处}\n")
    text = drafted("举措成效: {信访工作: {越级上访: 0, 集体访: {值: 0, 同比: 是}}}\n", last=last)
    assert "未发生越级上访，未发生集体访，上年为2批。" in text


def test_where_the_figures_end_before_the_year_does_nothing_is_said_of_it():
    head = "年度: 2023\n截至: 2023-12-20\n单位: {名称: 稷下街道办事处}\n"
    assert "\n\n未发生越级上访、集体访。" in drafted(
        "举措成效: {信访工作: {越级上访: 0, 集体访: 0}}\n", head=head
    )


@each(
    ("sentence", "beginning"),
    [
        ("未发生集体访", "未发生"),
        ("截至11月30日未发生集体访", "截至11月30日未发生"),
        ("无在册社区矫正对象", "无在册"),
        ("没有超期办结的工单", ""),
        ("未发生集体访，上年为2批", ""),
        ("省信访系统无登记", ""),
        ("未被申请行政复议", ""),
    ],
)
def test_what_a_sentence_may_share(sentence, beginning):
    assert shared_beginning(sentence) == beginning


def test_no_name_is_empty_where_two_fields_of_a_topic_share_a_beginning():
    for topic in read_topics(Templates()):
        zeros = [field.zero for field in topic.fields.values() if field.zero]
        names = [one.removeprefix(shared_beginning(one)) for one in zeros]
        assert all(names), topic.name
