"""大节.yaml: the headings of a new facts file, and a user's own; each slip in it is named."""

import re

import pytest

from generator.problems import UserError
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.grouping import GROUPING, read_grouping
from generator.topics.topic import worded
from tests.each import each

BUILTIN = read_grouping(Templates())
TOPICS = read_topics(Templates()).measures
CLAIMS = re.compile(
    "坚持|健全|完善|优化|深化|强化|提升|规范(?!性文件)|严格|严把|夯实|营造|发挥|用好|办好|源头|多元|依法(?!决策|防控|治)|机制"
)
"""Words that tell how or how well: a title of the program's stands over facts that need not say so."""


def own(folder, text):
    (folder / GROUPING).write_text(text, encoding="utf-8")
    return read_grouping(Templates.with_own(folder))


def test_every_topic_stands_under_exactly_one_heading():
    names = [name for one in BUILTIN for name in one.topics]
    assert sorted(names) == sorted(TOPICS)
    assert 6 <= len(BUILTIN) <= 9


def test_the_usual_topics_need_no_more_headings_than_a_report_has():
    usual = [one for one in BUILTIN if any(TOPICS[name].usual for name in one.topics)]
    assert 6 <= len(usual) <= 9


@pytest.mark.parametrize("group", BUILTIN, ids=lambda group: group.topics[0])
def test_a_title_has_wordings_says_no_result_and_is_no_topics_own(group):
    texts = [one.text for one in group.headings]
    assert len(worded(group.headings, None)) >= 2
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert 6 <= len(text) <= 20
        assert not re.search("成效|显著|提升|明显|有力|有效|良好|圆满|全面|切实|不断|持续|走深|新台阶", text)
        assert not CLAIMS.search(text), text
        assert text not in {title for topic in TOPICS.values() for title in topic.titles}


@each("topic", list(read_topics(Templates())), ids=lambda topic: topic.name)
def test_a_topics_title_and_labels_only_name_its_work(topic):
    labels = re.findall(r'"([^"]+)"', "".join(re.findall(r"\{% 要点 .*", topic.body)))
    assert [text for text in (*topic.titles, *labels) if CLAIMS.search(text)] == []


def test_an_own_file_takes_the_place_of_the_built_in_one(tmp_path):
    (group,) = own(tmp_path, "- 标题: [规范执法, {文: 涉企执法, 起: 2025}]\n  主题: [行政执法, 安全生产]\n")
    assert group.topics == ("行政执法", "安全生产")
    assert worded(group.headings, 2024) == ("规范执法",)
    assert worded(group.headings, 2025) == ("规范执法", "涉企执法")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 标题: @甲\n", "第1行不合 YAML 格式"),
        ("", "应逐条写“- 标题: …”"),
        ("标题: 甲\n主题: 行政执法\n", "应逐条写"),
        ("- 标题: 甲\n", "第1条应有“标题”和“主题”两项"),
        ("- {标题: 甲, 主题: 行政执法, 说明: 乙}\n", "第1条应有“标题”和“主题”两项"),
        ("- {标题: 甲, 主题: {行政执法: 是}}\n", "第1条的“主题”应为主题的名称"),
        ("- {标题: 甲, 主题: ''}\n", "第1条的“主题”应为主题的名称"),
        ("- {标题: {文: 甲, 自: 2020}, 主题: 行政执法}\n", "第1条里的“标题”应为文字"),
        ("- {标题: [{文: 甲, 起: 2020}], 主题: 行政执法}\n", "第1条里的“标题”至少要有一个不限年份的"),
        ("- {标题: 甲, 主题: 行政执发}\n", "第1条里没有“行政执发”这个主题，是不是“行政执法”"),
        ("- {标题: 甲, 主题: 行政执法}\n- {标题: 乙, 主题: 行政执法}\n", "“行政执法”在第1条和第2条都写了"),
    ],
)
def test_a_slip_is_told_with_the_file_and_the_entry(tmp_path, text, told):
    with pytest.raises(UserError, match=re.escape(told)) as caught:
        own(tmp_path, text)
    assert GROUPING in caught.value.message
    assert caught.value.fix
