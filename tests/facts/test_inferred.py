"""What would betray a withheld figure, and is not printed either."""

from hypothesis import given
from hypothesis import strategies as st

from generator.facts.inferred import addends, betraying
from generator.facts.public import public_facts
from generator.facts.withheld import covers
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.path import dotted
from tests.each import each
from tests.facts.test_loading import facts

TOPICS = read_topics(Templates())
MANY = [100 + 31 * number for number in range(20)]


def activities(*times):
    return ", ".join(f"{{名称: 讲{number}, 场次: {count}场}}" for number, count in enumerate(times))


def villages(*cases):
    return ", ".join(f"村{number}: {count}件" for number, count in enumerate(cases))


@each(
    ("text", "hidden"),
    [
        ("{行政执法: {立案: {值: 19件, 公开: 否}, 办结: 18件}}", {"立案", "办结率"}),
        (
            "{复议应诉: {应诉案件: 14件, 胜诉: 11件, 败诉: {值: 3件, 公开: 否}}}",
            {"应诉案件", "败诉", "胜诉率", "败诉率"},
        ),
        ("{复议应诉: {应诉案件: 14件, 胜诉: 10件, 败诉: {值: 3件, 公开: 否}}}", {"败诉", "败诉率"}),
        ("{行政执法: {其他数据: {甲: 9册, 乙: 4册, 丙: {值: 5册, 公开: 否}}}}", {"甲", "丙"}),
        ("{甲项: {正文: [{正文: 有【丁：3件】。, 公开: 否}, 共【总：9件】，戊【戊：6件】。]}}", {"丁", "总"}),
        (
            "{矛盾纠纷化解: {人民调解员: {值: 67名, 公开: 否}, 专职调解员: 9名, 兼职调解员: 58名}}",
            {"人民调解员", "兼职调解员"},
        ),
        (
            f"{{法治宣传教育: {{普法活动: 150场, 活动: [{activities(10, 20, 30, 40)}, {{名称: 密, 场次: 50场, 公开: 否}}]}}}}",
            {"普法活动"},
        ),
        (
            "{法治宣传教育: {普法活动: {值: 6场, 公开: 否}, 活动: [{名称: 甲, 场次: 2场}, {名称: 乙, 场次: 4场}]}}",
            {"普法活动"},
        ),
        ("{行政执法: {立案: 41件, 办结: 40件, 办结率: {值: 97.6%, 公开: 否}}}", {"办结", "办结率"}),
        (
            f"{{甲项: {{其他数据: {{总: {sum(MANY) + 7}件, 密: {{值: 7件, 公开: 否}}, {villages(*MANY)}}}}}}}",
            {"总", "密"},
        ),
        (
            f"{{甲项: {{其他数据: {{总: {{值: {sum(MANY)}件, 公开: 否}}, {villages(*MANY)}}}}}}}",
            {"总", "村19"},
        ),
        (
            f"{{法治宣传教育: {{普法活动: {sum(MANY) + 7}场, 活动: [{activities(*MANY)}, {{名称: 密, 场次: 7场, 公开: 否}}]}}}}",
            {"普法活动"},
        ),
        ("{行政执法: {公开: 否, 立案: 19件}}", {"立案"}),
        ("{行政执法: {立案: {值: 19件, 公开: 是}}}", set()),
    ],
)
def test_what_may_not_be_printed(text, hidden):
    read = facts(f"举措成效: {text}\n")
    paths = betraying(read, TOPICS)
    assert hidden <= {path[-1] for path in paths}
    shown = {
        path[-1]
        for topic in read.reported
        for path in [*map(topic.path_of, topic.values), *(one.path for one in topic.marked.values())]
        if not covers(paths, path)
    }
    assert not shown & hidden
    assert all(dotted(path).startswith("举措成效") for path in paths)


@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.sampled_from(["字段", "活动", "标注"]), st.booleans()),
        min_size=2,
        max_size=18,
    ),
    st.booleans(),
)
def test_no_withheld_figure_follows_from_those_printed(chosen, summed):
    figures, held, sentences = [], [], []
    amounts = [*chosen, (sum(one[0] for one in chosen), "字段", False)] if summed else chosen
    for number, (amount, kind, secret) in enumerate(amounts):
        answer = f", 公开: {'否' if secret else '是'}"
        if kind == "字段":
            figures.append(f"数{number}: {{值: {amount}场{answer}}}")
        elif kind == "活动":
            held.append(f"{{名称: 讲{number}, 场次: {amount}场{answer}}}")
        else:
            sentences.append(f"{{正文: 又办【会{number}：{amount}场】。{answer}}}")
    parts = {
        "其他数据": f"{{{', '.join(figures)}}}",
        "活动": f"[{', '.join(held)}]",
        "正文": f"[{', '.join(sentences)}]",
    }
    topic = ", ".join(f"{key}: {text}" for key, text in parts.items() if len(text) > 2)
    read = facts(f"举措成效: {{甲项: {{{topic}}}}}\n")
    public = public_facts(read, TOPICS).topics.get("甲项")
    printed = {one.path: one for one in addends(public)} if public else {}
    everything = sum(one.value.number for one in printed.values())
    for secret in addends(read.topics["甲项"]):
        if not covers(read.withheld, secret.path):
            continue
        assert secret.path not in printed
        assert not (not secret.of_activity and len(printed) > 1 and secret.value.number == everything)
        for one in printed.values():
            others = everything - one.value.number
            assert not (not one.of_activity and others and one.value.number - others == secret.value.number)
