"""Headings of the unit's own in the report: how several topics read under them, and last year's figures."""

import pytest

from generator.commands.explain import explain_sentences
from generator.commands.steps import Prepared
from generator.drafting import compose
from generator.resources import Templates
from generator.topics import read_topics
from tests.drafting.drafting import END, drafted, load, part
from tests.drafting.test_parts import headings, measures

THREE = """\
  规范权力运行:
    行政执法: {立案: 19件, 三项制度: 是}
    法律顾问: {政府法律顾问: 2名}
    政务公开: {主动公开: 141条}
"""


def paragraphs(text):
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def test_three_topics_are_three_points_each_with_its_title_and_a_paragraph():
    text = measures(THREE)
    assert headings(text) == ["（一）规范权力运行"]
    assert [one[:2] for one in paragraphs(text)] == ["一是", "二是", "三是"]
    first = paragraphs(text)[0]
    assert "立案19件" in first
    assert first.count("是") == first.count("一是")


def test_a_heading_over_one_topic_reads_as_a_topic_by_itself():
    fields = "立案: 19件, 三项制度: 是, 持证上岗: 是"
    alone = measures(f"  行政执法: {{{fields}}}\n")
    assert measures(f"  规范执法:\n    行政执法: {{{fields}}}\n") == f"### （一）规范执法\n\n{alone}"


def test_the_points_of_two_topics_are_counted_on():
    text = measures("  抓两头:\n    信访工作: {做法: [甲: 子, 乙: 丑]}\n    街区治理: {做法: [寅, 卯]}\n")
    assert paragraphs(text) == ["一是甲。子。二是乙。丑。", "三是街区治理。寅。卯。"]


def test_a_point_without_a_label_joins_the_one_before_it():
    text = measures("  抓两头:\n    信访工作: {做法: [子, 甲: 丑, 寅]}\n    法律顾问: {做法: [乙: 卯]}\n")
    first, second = paragraphs(text)
    assert first.startswith("一是")
    assert first.endswith("子。二是甲。丑。寅。")
    assert second == "三是乙。卯。"


def test_a_topics_only_point_is_told_under_the_topics_title():
    text = measures("  抓两头:\n    信访工作: {做法: [甲: 子, 乙: 丑]}\n    法律顾问: {政府法律顾问: 2名}\n")
    title = paragraphs(text)[1].removeprefix("三是").partition("。")[0]
    assert title in read_topics(Templates()).measures["法律顾问"].titles


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("[甲]", "[乙]"), ["甲。乙。"]), (("[甲。丙]", "[乙。丁]"), ["甲。丙。", "乙。丁。"])],
)
def test_two_topics_with_a_point_each_stand_plain_and_a_single_sentence_by_the_other(words, expected):
    text = measures("  抓两头:\n    信访工作: {{亮点: {}}}\n    法律顾问: {{亮点: {}}}\n".format(*words))
    assert paragraphs(text) == expected


def test_of_three_topics_a_label_of_the_clerks_own_opens_its_sentence():
    text = measures(f"{THREE}    信访工作: {{做法: [建队伍: 新增3人, 乙]}}\n")
    assert paragraphs(text)[3].startswith("四是")
    assert paragraphs(text)[3].endswith("。建队伍，新增3人。乙。")


def test_titles_and_labels_of_the_clerks_own_are_kept():
    text = measures(
        "  治理有方:\n    信访工作: {标题: 信访有序, 亮点: [建队伍: 新增3人]}\n    街区治理: {做法: [甲]}\n"
    )
    assert paragraphs(text) == ["信访有序。建队伍，新增3人。", "街区治理。甲。"]


def test_a_heading_whose_topics_have_nothing_to_tell_is_left_out_and_its_number_with_it():
    text = measures(
        "  甲甲: {行政执法: {三项制度: 否}}\n  乙乙: {信访工作: {亮点: [子]}}\n  法律顾问: {标题: 丙, 亮点: [丑]}\n"
    )
    assert headings(text) == ["（一）乙乙", "（二）丙"]


def test_a_gap_under_a_heading_is_asked_after():
    assert "【待填：立案（件）】" in measures("  规范执法:\n    行政执法:\n      立案:\n      办结:\n")


def test_part_two_has_the_units_headings_and_those_of_duties_beside_them():
    end = END.replace(
        "{领导班子学法: 6次}",
        "\n  强化组织领导: {领导班子学法: 6次, 研讨会: 定期}\n  集体讨论: 是\n"
        "  办实事:\n    做法: [访贫问苦: 走访3次, 带头学法用法: 撰写心得]\n",
    )
    text = part(drafted("", end=end), 2)
    assert headings(text)[0] == "（一）强化组织领导"
    assert headings(text)[2] == "（三）办实事"
    assert len(headings(text)) == 3
    assert "走访3次" in text
    assert "撰写心得" in text.split("（三）")[1]


def test_facts_are_compared_with_last_year_whatever_heading_they_stood_under(tmp_path):
    head = "年度: 2022\n单位: {名称: 稷下街道办事处}\n"
    last = load("举措成效:\n  上年的标题:\n    政务公开:\n      主动公开: 100条\n", head=head)
    facts = load("举措成效:\n  今年的标题:\n    政务公开:\n      主动公开: 141条\n", last=last)
    draft = compose(facts)
    assert "较上年增长41%" in draft.markdown
    (one,) = [one for one in explain_sentences(Prepared(tmp_path, "", facts, draft)) if "较上年" in one.text]
    assert [(ground.field, ground.place.line, ground.line) for ground in one.grounds] == [
        ("举措成效.今年的标题.政务公开.主动公开", 6, "主动公开: 141条"),
        ("举措成效.上年的标题.政务公开.主动公开", 6, "主动公开: 100条"),
    ]


def test_a_rate_is_derived_from_figures_under_two_headings():
    text = measures("  管执法:\n    行政执法: {立案: 20件}\n  抓办案:\n    行政执法: {办结: 19件}\n")
    assert text.endswith("19件，办结率95%。")
    given = measures(
        "  管执法:\n    行政执法: {立案: 20件, 办结率: 95.0%}\n  抓办案:\n    行政执法: {办结: 19件}\n"
    )
    assert given.count("办结率") == 1


@pytest.mark.parametrize("heading", ["规范执法", "行政执法"])
def test_each_sentence_is_explained_by_the_lines_of_its_facts(heading, tmp_path):
    facts = load(f"举措成效:\n  {heading}:\n    行政执法:\n      立案: 19件\n      办结: 19件\n")
    (one,) = [
        one for one in explain_sentences(Prepared(tmp_path, "", facts, compose(facts))) if "19件" in one.text
    ]
    assert [(ground.field, ground.line) for ground in one.grounds][:2] == [
        (f"举措成效.{heading}.行政执法.立案", "立案: 19件"),
        (f"举措成效.{heading}.行政执法.办结", "办结: 19件"),
    ]
