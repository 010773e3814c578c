"""Own sentences stand at the points of the template where the fields that they mark are told, in the file's order."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.placing import field_places
from generator.resources import Templates
from generator.topics import read_topics
from tests.drafting.drafting import drafted, part
from tests.each import each
from tests.often import often

ENFORCING = read_topics(Templates()).measures["行政执法"]


def measures(lines, topic="行政执法"):
    return part(drafted(f"举措成效:\n  {topic}:\n" + lines), 1)


def test_a_field_has_the_place_where_its_template_prints_it_first():
    places = field_places(ENFORCING)
    assert places.keys() == ENFORCING.fields.keys()
    order = ["公示条数", "执法事项", "持证人员", "执法检查", "立案", "法制审核", "自评案卷"]
    assert sorted(order, key=places.__getitem__) == order
    assert places["立案"].point == places["办结"].point != places["持证人员"].point


@each(
    ("lines", "order"),
    [
        # 队伍, 检查, 办案, 案卷, wherever the sentences stand in the file
        ("持证人员: 5人\n立案: 9件\n自评案卷: 4卷\n正文: [检查【检查单位：30户次】。]", "5人 30户次 9件 4卷"),
        ("正文: [检查【检查单位：30户次】。]\n持证人员: 5人\n立案: 9件", "5人 30户次 9件"),
        # what is a kind of a whole is told behind the whole
        ("案件种类: 占道2件、违建1件\n正文: 立案【立案：3件】。", "立案3件 占道2件"),
        # the file's order of own sentences stands, and one that goes back is told behind the point it stands in
        (
            "公示条数: 7条\n办结: 8件\n正文: [立案【立案：9件】。, 持证【持证人员：5人】。, 甲。]",
            "7条 9件 8件 5人 甲。",
        ),
        # one that marks no field, or refers to another, stays behind it
        (
            "持证人员: 5人\n自评案卷: 4卷\n正文: [立案【立案：9件】。, 乙。, 其中持证的办【新增持证：6件】。]",
            "5人 9件 乙。 6件 4卷",
        ),
        ("自评案卷: 4卷\n正文: [立案【立案：9件】。, 均由【辅助人员：3人】协助送达。]", "9件 均由3人 4卷"),
        ("自评案卷: 4卷\n正文: [立案【立案：9件】。, 对此，办了【执法培训：2次】。]", "9件 对此，办了2次 4卷"),
        ("自评案卷: 4卷\n正文: [立案【立案：9件】。, 均衡配备【辅助人员：3人】。]", "9件 均衡配备3人 4卷"),
        ("自评案卷: 4卷\n正文: [立案【立案：9件】；, 有【辅助人员：3人】参加。]", "9件 3人 4卷"),
        # one that comes first and marks no field goes before the next, but not before the field above it
        ("自评案卷: 4卷\n正文: [甲。, 立案【立案：9件】。]", "4卷 甲。 9件"),
        ("正文: [甲。, 立案【立案：9件】。]\n自评案卷: 4卷", "甲。 9件 4卷"),
        # one that rests on a figure that cannot be told stands where the file has it
        ("正文: [其余3项在改。]\n执法事项: 36项\n整改问题: 9项", "其余3项 36项 9项"),
        # own words that say themselves where they stand are one block
        ("自评案卷: 4卷\n正文: [一是立案【立案：9件】。, 二是有【辅助人员：3人】。]", "4卷 9件 3人"),
        # none of them marks a field: as before, all behind the field that stands before them, or all in front
        ("持证人员: 5人\n自评案卷: 4卷\n正文: [甲【乙：3件】。]", "5人 4卷 3件"),
        ("正文: [甲【乙：3件】。]\n持证人员: 5人\n自评案卷: 4卷", "3件 5人 4卷"),
        ("持证人员: 5人\n亮点: [丙]\n正文: [立案【立案：9件】。]", "5人 9件 丙"),
    ],
)  # fmt: skip
def test_own_sentences_stand_in_the_order_of_the_matter(lines, order):
    text = measures("".join(f"    {line}\n" for line in lines.split("\n")))
    found = [text.index(one) for one in order.split()]
    assert found == sorted(found), text


@each(
    ("lines", "order"),
    [
        # what two figures leave stands behind both, wherever 正文 stands in the file
        ("正文: [其余33件正在调解。]\n排查: 231件\n化解: 198件", "化解198件 其余33件"),
        ("正文: [专职【人民调解员：3名】。, 其余33件正在调解。]\n排查: 231件\n化解: 198件", "专职3名 化解198件 其余33件"),
        ("调解: 320件\n正文: [尚有33件未化解。, 乙。]\n排查: 231件\n化解: 198件", "化解198件 尚有33件 乙。"),
        ("正文: [甲。, 其余33件正在调解。]\n排查: 231件\n化解: 198件", "甲。 化解198件 其余33件"),
        # so does 这231件 behind that figure, and a rest behind the one figure that is more
        ("正文: [这231件都建了台账。]\n人民调解员: 3名\n排查: 231件", "排查231件 这231件"),
        ("正文: [其余33件正在调解。]\n人民调解员: 300名\n排查: 231件", "排查231件 其余33件"),
        # where the sentence marks a field that is told before, the field above it in the file stands before it still
        ("排查: 231件\n正文: [其余33件由专职【人民调解员：3名】包保。]", "排查231件 其余33件"),
        # the sentence before it has the figure: own words stay as they are
        ("正文: [收到240件。, 其余33件正在调解。]\n排查: 231件\n化解: 198件", "收到240件 其余33件 排查231件"),
        # of several in one point it stands behind them all
        ("正文: [其余3件正在调解。]\n排查: 231件\n调解受理: 90件\n行政调解: 12件", "行政调解12件 其余3件"),
    ],
)  # fmt: skip
def test_what_rests_on_a_total_stands_behind_it(lines, order):
    text = measures("".join(f"    {line}\n" for line in lines.split("\n")), "矛盾纠纷化解")
    text = text.replace("矛盾纠纷", "").replace("出231", "231")
    found = [text.index(one) for one in order.split()]
    assert found == sorted(found), text


def test_a_long_topic_in_own_sentences_is_parted_by_its_points():
    long = "，".join(["另有情况" * 5] * 5)
    lines = [
        f"持证【持证人员：5人】，{long}。",
        f"检查【检查单位：30户次】，{long}。",
        f"自评【自评案卷：4卷】，{long}。",
    ]
    text = measures(f"    正文: [{', '.join(lines)}]\n")
    assert re.findall(r"[一二三四]是(?:持证5人|检查30户次|自评4卷)，", text) == [
        "一是持证5人，",
        "二是检查30户次，",
        "三是自评4卷，",
    ]


MARKED = ["持证人员：5人", "检查单位：30户次", "立案：9件", "自评案卷：4卷", "公示条数：7条", "自己的：2次"]
FIELDS = [
    "法制审核: 6件",
    "执法人员: 8人",
    "执法检查: 10次",
    "拆除违建: 11处",
    "评查案卷: 12卷",
    "联合执法: 13次",
]


@given(
    st.lists(st.sampled_from(MARKED), unique=True, max_size=6),
    st.permutations(FIELDS),
    st.integers(0, 6),
)
@often(60)
def test_nothing_is_lost_and_own_sentences_keep_their_order(marked, fields, at):
    own = [f"甲{number}乙【{one}】。" for number, one in enumerate(marked)]
    rows = [*fields[:at], *([f"正文: [{', '.join(own)}]"] if own else []), *fields[at:]]
    text = measures("".join(f"    {row}\n" for row in rows))
    assert [text.count(one.partition(": ")[2]) for one in fields] == [1] * len(fields)
    assert re.findall(r"甲\d乙", text) == [f"甲{number}乙" for number in range(len(own))]
