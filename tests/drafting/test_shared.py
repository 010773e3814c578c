"""Headings of the unit's own in the report: how several topics read under them, and last year's figures."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.explain import explain_sentences
from generator.commands.steps import Prepared
from generator.drafting import compose
from tests.drafting.drafting import END, drafted, load, part
from tests.drafting.test_parts import headings, measures
from tests.often import often

THREE = """\
  规范权力运行:
    行政执法: {立案: 19件, 三项制度: 是}
    法律顾问: {政府法律顾问: 2名, 村法律顾问: 13名}
    政务公开: {主动公开: 141条, 依申请公开: 3件}
"""
SHORT = """\
  平安:
    信访工作: {信访: 9件, 办结: 9件}
    禁毒: {禁毒宣传: 18场, 反邪教宣传: 5场}
    基层治理: {网格: 8个, 网格员: 9名}
"""
LONG = "甲" * 310


def paragraphs(text):
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def test_three_topics_are_three_points_of_one_paragraph():
    text = measures(THREE)
    assert headings(text) == ["（一）规范权力运行"]
    (only,) = paragraphs(text)
    assert only.startswith("一是")
    assert (
        only.index("19件")
        < only.index("二是")
        < only.index("13名")
        < only.index("三是")
        < only.index("141条")
    )


def test_the_points_of_a_long_text_have_a_paragraph_each():
    told = paragraphs(measures(f"{THREE}    街区治理: {{做法: [{LONG}。{LONG}]}}\n"))
    assert [one[:2] for one in told] == ["一是", "二是", "三是", "四是"]
    assert told[3].startswith(f"四是街区治理。{LONG}。{LONG}。")


def test_topics_of_one_short_fact_are_a_point_of_their_own_beside_the_others():
    short = "    社区矫正: {新增矫正: 6人}\n    禁毒: {禁毒宣传: 18场}\n"
    (only,) = paragraphs(measures(f"{THREE}    街区治理: {{做法: [甲]}}\n{short}"))
    assert re.search("四是街区治理。甲。五是新接收(?:社区)?矫正对象6人；开展禁毒宣传(?:活动)?18场。$", only)


def test_short_topics_alone_are_not_counted():
    text = measures(
        "  平安:\n    社区矫正: {新增矫正: 6人}\n    禁毒: {禁毒宣传: 18场}\n    信访工作: {信访: 9件}\n"
    )
    assert "一是" not in text


def test_the_points_of_all_headings_have_a_paragraph_each_where_those_of_one_are_long():
    told = paragraphs(measures(f"{THREE}    街区治理: {{做法: [{LONG}。{LONG}]}}\n{SHORT}"))
    assert [one[:2] for one in told] == ["一是", "二是", "三是", "四是", "一是", "二是", "三是"]


def test_a_long_topic_is_told_by_its_own_points():
    fields = "三项制度: 是, 执法责任制: 是, 持证人员: 5人, 执法培训: 2次, 立案: 19件, 办结: 19件"
    long = f"    行政执法: {{{fields}, 亮点: [{LONG}]}}\n"
    (only,) = paragraphs(measures(THREE.replace("    行政执法: {立案: 19件, 三项制度: 是}\n", long)))
    assert (
        only.index("5人") < only.index("三是") < only.index("19件") < only.index("四是") < only.index("13名")
    )


def test_a_topic_too_long_for_one_point_is_told_by_two():
    rows = (
        "三项制度: 是, 责任追究: 是, 权责清单: 是, 全程公开: 是, 全程记录: 是, 法制审核入卷: 是, 裁量基准: 是"
    )
    rows += ", 立案: 19件, 办结: 19件, 专项行动: 12次, 检查单位: 194户次, 执法文书: 80余份, 简易程序: 3件, 听证: 2次"
    long = f"    行政执法: {{{rows}}}\n"
    (only,) = paragraphs(measures(THREE.replace("    行政执法: {立案: 19件, 三项制度: 是}\n", long)))
    assert only.index("裁量权") < only.index("二是") < only.index("194户次") < only.index("三是")
    assert only.index("三是") < only.index("13名") < only.index("四是") < only.index("141条")
    assert max(map(len, re.split("[一二三四]是", only))) <= 180


def test_among_many_topics_each_is_one_point_unless_it_is_very_long():
    rows = (
        "三项制度: 是, 责任追究: 是, 权责清单: 是, 全程公开: 是, 全程记录: 是, 法制审核入卷: 是, 裁量基准: 是"
    )
    rows += ", 立案: 19件, 办结: 19件, 专项行动: 12次, 检查单位: 194户次, 执法文书: 80余份, 简易程序: 3件, 听证: 2次"
    text = THREE.replace("行政执法: {立案: 19件, 三项制度: 是}", f"行政执法: {{{rows}}}")
    more = "    信访工作: {信访: 9件, 办结: 9件}\n    禁毒: {禁毒宣传: 18场, 反邪教宣传: 5场}\n"
    assert re.findall("[一二三四五六]是", measures(text + more)) == ["一是", "二是", "三是", "四是", "五是"]


def test_a_cause_that_is_a_sentence_is_not_run_on():
    text = measures(THREE.replace("政府法律顾问: 2名", "针对: 村居分散, 政府法律顾问: 2名"))
    assert "二是村居分散。" in text


def test_where_topics_are_too_few_their_points_are_told():
    fields = "三项制度: 是, 执法责任制: 是, 持证人员: 5人, 执法培训: 2次, 立案: 19件, 办结: 19件"
    text = measures(
        f"  抓两头:\n    行政执法: {{{fields}}}\n    法律顾问: {{政府法律顾问: 2名, 参与事务: 9次}}\n"
    )
    (only,) = paragraphs(text)
    assert only.index("5人") < only.index("三是") < only.index("19件") < only.index("2名")
    assert re.search("四是(现有|有|共有)街道办事处法律顾问2名；", only)


def test_own_words_behind_a_templates_last_point_are_not_put_under_it():
    fields = "三管三必须: 是, 责任书: 60份, 检查领域: 燃气、消防, 安全检查: 9次, 整改通知书: 5份, 安全培训: 8场, 培训人次: 870余人次"
    own = "正文: 去年挂牌的隐患年底前销号，县里派人看过。"
    text = measures(f"  守安全:\n    安全生产: {{{fields}}}\n    生态环保: {{环境检查: 90次, 河长: 26名}}\n")
    assert [one[:2] for one in re.findall("[一二三四]是", text)] == ["一是", "二是", "三是", "四是"]
    text = measures(
        f"  守安全:\n    安全生产: {{{fields}, {own}}}\n    生态环保: {{环境检查: 90次, 河长: 26名}}\n"
    )
    assert "一是" not in text
    assert text.index("870余人次") < text.index("县里派人看过。") < text.index("90次")


def test_a_heading_over_one_topic_reads_as_a_topic_by_itself():
    fields = "立案: 19件, 三项制度: 是, 持证上岗: 是"
    alone = measures(f"  行政执法: {{{fields}}}\n")
    assert measures(f"  规范执法:\n    行政执法: {{{fields}}}\n") == f"### （一）规范执法\n\n{alone}"


def test_two_topics_are_plain_paragraphs_where_neither_has_three_points():
    text = measures("  抓两头:\n    信访工作: {做法: [甲: 子, 乙: 丑]}\n    法律顾问: {做法: [寅, 卯]}\n")
    assert paragraphs(text) == ["甲，子。乙，丑。", "寅。卯。"]


def test_the_points_of_two_topics_are_counted_on():
    text = measures(
        "  抓两头:\n    信访工作: {做法: [甲: 子, 乙: 丑, 寅, 丙: 卯]}\n    街区治理: {做法: [辰, 巳]}\n"
    )
    assert paragraphs(text) == ["一是甲。子。二是乙。丑。寅。三是丙。卯。四是街区治理。辰。巳。"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("[甲]", "[乙]"), ["甲。乙。"]), (("[甲。丙]", "[乙。丁]"), ["甲。丙。", "乙。丁。"])],
)
def test_two_topics_with_a_point_each_stand_plain_and_a_single_sentence_by_the_other(words, expected):
    text = measures("  抓两头:\n    信访工作: {{亮点: {}}}\n    法律顾问: {{亮点: {}}}\n".format(*words))
    assert paragraphs(text) == expected


def test_of_three_topics_a_label_of_the_clerks_own_opens_its_sentence():
    text = measures(f"{THREE}    信访工作: {{做法: [建队伍: 新增3人, 乙]}}\n")
    assert text.partition("四是")[2].endswith("建队伍，新增3人。乙。")


def test_a_short_sentence_of_the_clerks_own_is_not_run_on():
    words = "{亮点: [加强信访工作。甲, 办结30件，回访45件，答复60件]}"
    text = measures(f"{THREE}    信访工作: {words}\n")
    assert "加强信访工作。甲。" in text


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


@pytest.mark.parametrize(
    ("now", "last", "said"),
    [
        ("{值: 0, 同比: 是}", "1件", "未被申请行政复议，上年为1件。"),
        ("{值: 0, 同比: 是}", "0", "未被申请行政复议。"),
        ("0", "1件", "未被申请行政复议。"),
    ],
)
def test_what_is_none_this_year_is_told_with_last_years_where_asked(now, last, said):
    head = "年度: 2022\n单位: {名称: 稷下街道办事处}\n"
    earlier = load(f"举措成效: {{复议应诉: {{复议案件: {last}}}}}\n", head=head)
    facts = load(f"举措成效: {{复议应诉: {{复议案件: {now}}}}}\n", last=earlier)
    assert said in compose(facts).markdown


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


def test_own_words_have_a_leading_in_where_their_first_clause_does_not_say_what_they_are_about():
    topics = """\
  推进治理:
    矛盾纠纷化解: {排查: 30件, 化解: 29件}
    社区矫正: {矫正对象: 2人, 衔接: 1人}
    综治中心: {正文: 12月，有关单位进驻综治中心。}
    复议应诉: {正文: 没有行政复议和行政诉讼。}
"""
    text = measures(topics)
    assert re.search(
        r"一是[^。]*排查[^。]*。二是在册[^。]*。三是综治中心[^。，]*方面，12月，有关单位进驻综治中心。四是没有行政复议和行政诉讼。",
        text,
    )


FIELDS = {
    "行政执法": "公示条数: 89条, 法制审核: 4件, 执法培训: 6次, 培训人次: 96人次, 拆除违建: 31处, 拆除面积: 2460平方米",
    "矛盾纠纷化解": "整合机构: 5个, 调解培训: 3场, 排查活动: 12次, 排查: 400件, 化解: 390件, 调解: 327件, 调解成功: 321件",
    "安全生产": "检查单位: 426家次, 隐患排查: 317处",
    "信访工作": "信访: 264件, 办结: 264件",
}
OWN = {
    "正文": "正文: 甲{0}家。",
    "做法": "做法: [乙{0}家。]",
    "亮点": "亮点: [丙{0}家。]",
    "其他数据": "其他数据: {{丁{0}家: 16台}}",
    "成效": "成效: 戊{0}家",
    "针对": "针对: 己{0}家",
}


@st.composite
def shared_headings(draw):
    """Two to four topics under one heading, each with some of its fields and some of each kind of own words."""
    lines, told = ["举措成效:\n  自己的标题:"], []
    for number, topic in enumerate(draw(st.permutations(sorted(FIELDS)))[: draw(st.integers(2, 4))]):
        fields = draw(st.lists(st.sampled_from(FIELDS[topic].split(", ")), unique=True, min_size=1))
        own = draw(st.lists(st.sampled_from(sorted(OWN)), unique=True))
        rows = draw(st.permutations([*fields, *(OWN[one].format("甲乙丙丁"[number]) for one in own)]))
        lines.append(f"    {topic}: {{{', '.join(rows)}}}")
        told += [f"{'甲乙丙丁戊己'[list(OWN).index(one)]}{'甲乙丙丁'[number]}家" for one in own]
        told += [one.partition(": ")[2] for one in fields]
    return "\n".join(lines) + "\n", told


@given(shared_headings())
@often(60)
def test_nothing_that_the_clerk_wrote_is_lost_under_a_shared_heading(made):
    """Own words without a label, joined to points that have none, once made them fall out of the 一是…二是…."""
    text, told = made
    report = part(drafted(text), 1)
    assert [one for one in told if one not in report] == []


def test_short_topics_side_by_side_are_one_sentence_and_a_thin_one_by_a_long_one_a_paragraph():
    short = "    禁毒: {禁毒宣传: 18场}\n    平安建设: {反诈宣传: 33场}\n"
    (only,) = paragraphs(measures("  平安:\n" + short))
    assert re.fullmatch("全年开展禁毒宣传(?:活动)?18场；开展反诈宣传33场。", only)
    long, thin = paragraphs(measures(f"  平安:\n    综治中心: {{正文: {'甲' * 160}。乙。}}\n" + short))
    assert long.endswith("乙。")
    assert thin.endswith("开展反诈宣传33场。")


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("应诉案件: 4件, 胜诉: 3件", "抓好行政应诉工作"),
        ("复议案件: 5件", "抓好行政复议工作"),
    ],
)
def test_a_title_names_no_more_than_its_topic_tells(fields, title):
    assert headings(measures(f"  复议应诉: {{{fields}}}\n  禁毒: {{反邪教宣传: 5场}}\n")) == [
        f"（一）{title}",
        "（二）做好反邪教工作",
    ]


def test_a_practice_is_titled_by_its_name_and_tells_it_once():
    facts = "    特色做法: {做法名称: 火塘调解, 参加力量: 德古、寨老, 参加人员: 26人, 化解纠纷: 90件}\n"
    text = measures(
        "  治理:\n    矛盾纠纷化解: {排查: 30件, 化解: 29件}\n    信访工作: {信访: 67件, 办结: 64件}\n"
        + facts
    )
    assert "三是开展“火塘调解”，德古、寨老参加，共26人" in text


def test_what_is_a_part_is_told_behind_the_whole_that_own_words_tell():
    text = measures("  行政执法: {案件种类: 占道2件、违建1件, 正文: 立案【立案：3件】。}\n")
    assert text.index("立案3件") < text.index("占道2件")
