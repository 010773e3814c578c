"""The topics of a new facts file."""

import pytest

from generator.facts import EMPTY
from generator.facts.loading import facts_from
from generator.forms.request import Request
from generator.forms.sections import scaffold_duties, scaffold_measures
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.grouping import read_grouping
from generator.topics.topic import worded
from generator.yamltext.source import read_source

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)


def last(text):
    return facts_from(read_source(text.encode(), "旧.yaml"), "旧.yaml", TEMPLATES)


LAST = last("""\
年度: 2023
单位: {简称: 甲镇}
举措成效:
  河湖长制:
    标题: 护好河湖
    做法: 巡河。
    其他数据: {巡河: 48次}
  矛盾纠纷化解:
    化解: {值: 198起, 来源: 司法所台账}
    参与部门: 司法、信访
    三级体系: [镇, 村（社区）, 网格]
  行政执法:
    标题: 管好执法
""")


def test_topics_that_are_not_shown_are_named():
    text = "\n".join(scaffold_measures(Request("甲镇", 2024)))
    for topic in (one for one in TOPICS.measures.values() if one.years.hold(2024)):
        assert topic.name in text
        assert topic.usual == (f"\n    {topic.name}:\n" in text)


@pytest.mark.parametrize("level", ["甲镇", "甲街道"])
def test_fields_that_are_not_shown_are_named_under_their_topic(level):
    request = Request(level, 2025)
    lines = [*scaffold_measures(request), *scaffold_duties(request)]
    told = "\n".join(lines)
    for topic in (one for one in TOPICS if one.usual or one.part != "举措成效"):
        start = f"    {topic.name}:" if topic.usual else f"  # {topic.name}："
        block = told.partition(f"\n{start}")[2].partition("还可以填：")
        names = {*block[2].partition("\n")[0].split("、")}
        for field in topic.fields.values():
            if field.suits(request.known_level, 2025):
                assert field.name in names or f"{field.name}: " in block[0], f"{topic.name}.{field.name}"


def test_topics_by_name_come_with_their_usual_fields():
    assert "热线办理（工单、办结、超期办结、满意率）" in "\n".join(scaffold_measures(Request("甲镇", 2025)))


def test_the_full_file_shows_each_topic():
    lines = list(scaffold_measures(Request("甲镇", 2024, full=True)))
    for topic in (one for one in TOPICS.measures.values() if one.years.hold(2024)):
        commented = (f"    # {topic.name}:    # ", f"  #   {topic.name}:    # ")
        assert f"    {topic.name}:" in lines or any(line.startswith(commented) for line in lines)


def test_last_years_order_own_topics_and_own_figures():
    lines = list(scaffold_measures(Request("", 2024, last=LAST)))
    keys = [line for line in lines if line.startswith("  ") and line.endswith(":") and line[2] not in " #"]
    assert keys == ["  河湖长制:", "  矛盾纠纷化解:", "  行政执法:"]
    assert "    标题: 护好河湖" in lines
    assert lines[lines.index("      # 上年：48次") + 1] == "      巡河: "


def test_last_years_figure_is_a_remark_with_its_origin():
    lines = list(scaffold_measures(Request("", 2024, last=LAST)))
    place = lines.index("    化解: ")
    assert lines[place - 1].endswith("上年：198起（司法所台账） → 全年化解矛盾纠纷198起")


def test_names_stand_on_one_line_unless_one_would_be_split():
    lines = list(scaffold_measures(Request("", 2024, last=LAST)))
    assert "    参与部门: 司法、信访" in lines
    place = lines.index("    三级体系:")
    assert lines[place + 1 : place + 4] == ["      - 镇", "      - 村（社区）", "      - 网格"]


def test_a_topic_without_a_field_to_fill_asks_for_words():
    lines = list(scaffold_measures(Request("", 2024, last=LAST)))
    topic = lines[lines.index("  行政执法:") :]
    assert "    做法: " in topic


def test_the_duties_stand_side_by_side():
    text = "举措成效:\n  行政执法: {立案: 1件}\n" + "\n".join(scaffold_duties(Request("甲镇", 2024)))
    read = facts_from(read_source(f"年度: 2024\n{text}".encode(), "新.yaml"), "新.yaml", TEMPLATES)
    usual = [name for name, field in TOPICS.duty_fields.items() if field.usual]
    assert list(read.duties.values) == usual
    assert all(value is EMPTY for value in read.duties.values.values())


HEADED = last("""\
年度: 2023
单位: {简称: 甲镇}
举措成效:
  抓执法，促规范:
    行政执法: {立案: 19件, 标题: 管好执法}
    街区治理: {做法: 议事。}
  法律顾问: {政府法律顾问: 2名}
  “12·4”: {行政执法: {办结: 19件}}
第一责任人:
  强化领导: {领导班子学法: 6次, 其他数据: {批示: 3次}}
  集体讨论: 是
  办实事: {做法: 走访。}
""")


def test_the_usual_topics_stand_under_headings():
    read = last("年度: 2024\n" + "\n".join(scaffold_measures(Request("甲镇", 2024))))
    assert 6 <= len(read.sections) <= 9
    for section in read.sections:
        (one,) = [one for one in read_grouping(TEMPLATES) if section.topics[0].name in one.topics]
        assert section.heading in worded(one.headings, 2024)
        assert [topic.name for topic in section.topics] == [
            name for name in one.topics if TOPICS.measures[name].usual
        ]


def test_headings_differ_from_unit_to_unit():
    def headings(name):
        return [
            line
            for line in scaffold_measures(Request(name, 2024))
            if line[:2] == "  " and line[2] not in " #"
        ]

    assert headings("甲镇") == headings("甲镇")
    assert len({tuple(headings(name)) for name in ("甲镇", "乙镇", "丙镇", "丁镇")}) > 1


def test_last_years_headings_stay_with_their_topics_and_fields():
    text = "\n".join(
        [*scaffold_measures(Request("", 2024, last=HEADED)), *scaffold_duties(Request("", 2024, last=HEADED))]
    )
    read = last(f"年度: 2024\n{text}")
    assert [(one.heading, [topic.name for topic in one.topics]) for one in read.sections] == [
        ("抓执法，促规范", ["行政执法", "街区治理"]),
        ("", ["法律顾问"]),
        ("“12·4”", ["行政执法"]),
    ]
    assert [list(one.values) for one in read.measures] == [["立案"], [], ["政府法律顾问"], ["办结"]]
    assert text.count("    标题: 管好执法") == 1
    assert "# 立案" not in text
    assert text.count("# 持证人员:") == text.count("# 听取汇报:") == 1
    assert "# 办结" not in text
    assert [(one.heading, list(one.topics[0].values)) for one in read.duty_sections] == [
        ("强化领导", ["领导班子学法"]),
        ("办实事", []),
        ("", ["集体讨论"]),
    ]
    assert "上年：6次" in text
    assert "上年：3次" in text
    assert read.duties.values["领导班子学法"] is EMPTY


def test_topics_of_no_heading_stand_by_themselves(tmp_path):
    (tmp_path / "大节.yaml").write_text("- {标题: 规范执法, 主题: 行政执法、安全生产}\n", encoding="utf-8")
    templates = Templates.with_own(tmp_path)
    read = last("年度: 2024\n" + "\n".join(scaffold_measures(Request("甲镇", 2024, templates=templates))))
    assert read.sections[0].heading == "规范执法"
    assert {one.heading for one in read.sections[1:]} == {""}
    assert {one.name for one in read.measures} == {one.name for one in TOPICS.measures.values() if one.usual}


def test_own_sentences_over_topics_and_under_headings_stay():
    text = "举措成效:\n  正文: 总的说，办了【办事：5件】。\n  抓执法:\n    正文: 引语。\n    行政执法: {立案: 1件}\n"
    lines = list(scaffold_measures(Request("", 2024, last=last(f"年度: 2023\n单位: {{简称: 甲镇}}\n{text}"))))
    at = lines.index("  正文:")
    assert lines[at + 1] == "    - 总的说，办了【办事：】。    # 上年：办事5件"
    assert lines[lines.index("  抓执法:") + 1 :][:2] == ["    正文:", "      - 引语。"]
