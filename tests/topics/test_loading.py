"""Template files into topics: what a declaration may say, what is refused, and that all built-in ones hold."""

import re
from pathlib import Path

import jinja2.meta
import pytest

from generator.drafting.context import basis_of, common
from generator.drafting.environment import environment
from generator.facts import Facts
from generator.facts.head import Head
from generator.facts.levels import LEVELS
from generator.formulations import library
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import Years, read_topics
from generator.topics.kinds import read, sample
from generator.topics.topic import worded
from tests.each import each

TOPICS = read_topics(Templates())
ALL = list(TOPICS)
TEMPLATES = Path(__file__).parents[2] / "templates"
ASKED_FOR = [
    "组织领导",
    "学法用法",
    "法治宣传教育",
    "法律明白人",
    "矛盾纠纷化解",
    "信访工作",
    "行政执法",
    "规范性文件",
    "合法性审查",
    "重大行政决策",
    "法律顾问",
    "公共法律服务",
    "政务公开",
    "政务服务",
    "营商环境",
    "复议应诉",
    "权力监督",
    "热线办理",
    "基层治理",
    "示范创建",
    "履职清单",
    "平安建设",
    "府院联动",
    "扫黑除恶",
    "禁毒",
    "社区矫正",
    "安全生产",
    "生态环保",
    "疫情防控",
    "乡村振兴",
]


def test_all_topics_are_there():
    assert set(ASKED_FOR) <= set(TOPICS.measures)
    assert len(TOPICS.measures) >= 30
    assert len(TOPICS.duties) >= 3


def test_what_is_kept_gives_the_same_topics(tmp_path, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    made, kept = (list(read_topics.__wrapped__(Templates())) for _ in range(2))
    assert any(tmp_path.rglob("*.kept"))
    assert [(one.name, one.headings, one.fields) for one in made] == [
        (one.name, one.headings, one.fields) for one in kept
    ]
    assert {type(part) for topic in kept for one in topic.fields.values() for part in one} <= {
        *(type(part) for topic in made for one in topic.fields.values() for part in one)
    }


def words():
    facts = Facts("甲.yaml", Head(), (), (), {})
    return set(common(basis_of(facts, library())))


@each("topic", ALL, ids=lambda topic: topic.name)
def test_every_declared_field_is_used_and_every_used_name_declared(topic):
    used = jinja2.meta.find_undeclared_variables(environment(Templates()).parse(topic.body))
    assert set(topic.fields) - used == set(), "声明了没有用到"
    assert used - set(topic.fields) - words() == set(), "用到了没有声明"


@each("topic", ALL, ids=lambda topic: topic.name)
def test_the_words_that_a_template_asks_for_are_declared(topic):
    worded = {name for name, field in topic.fields.items() if field.wordings}
    assert {*re.findall(r"(\w+) \| 说法", topic.body), *re.findall(r"主语\((\w+)\)", topic.body)} >= worded


@each("topic", ALL, ids=lambda topic: topic.name)
def test_every_field_explains_itself_and_its_example_can_be_read(topic):
    assert topic.note
    for field in topic.fields.values():
        assert len(field.note) >= 4, field.name
        read(sample(field), field)


@pytest.mark.parametrize("topic", ALL, ids=lambda topic: topic.name)
def test_the_whole_year_is_said_only_of_what_a_field_asks_of_the_year(topic):
    for said in re.findall(r"全年 \}\}([^\n]*?\{\{ (?!选\b)[^\n]*)", topic.body):
        named = [name for name in re.findall(r"\{\{ (\w+)", said) if name in topic.fields]
        assert all("年" in topic.fields[name].note for name in named[-1:]), named


def test_who_is_asked_for_a_topic_or_a_field_is_named_as_levels_are():
    for topic in ALL:
        assert set(topic.levels) <= set(LEVELS), topic.name
        for field in topic.fields.values():
            assert set(field.levels) <= set(LEVELS), f"{topic.name}.{field.name}"
            assert not field.levels or any(topic.suits(one) for one in field.levels), field.name


@each("topic", ALL, ids=lambda topic: topic.name)
def test_wordings_are_several_so_that_neighbours_differ(topic):
    assert len(topic.titles) >= 3
    assert re.search(r"选\((?:[^,()]|\([^()]*\))+,(?:[^,()]|\([^()]*\))+,", topic.body)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("没有声明", "声明"),
        ("---\n标题: [甲\n---\n", "不合 YAML 格式"),
        ("---\n- 甲\n---\n", "键: 值"),
        ("---\n题目: 甲\n---\n", "“题目”不认识"),
        ("---\n次序: 前\n---\n", "次序"),
        ("---\n字段:\n  甲: {类型: 数字}\n---\n", "类型“数字”不认识"),
        ("---\n字段:\n  甲: {类型: 数量}\n---\n", "应写明单位"),
        ("---\n字段:\n  甲: {类型: 文字, 最大: 3}\n---\n", "“最大”不认识"),
        ("---\n字段:\n  甲: 文字\n---\n", "应写成"),
        ("---\n字段:\n  亮点: {类型: 文字}\n---\n", "另有用处"),
        ("---\n字段:\n  甲: {类型: 比率, 分子: 乙, 分母: 丙}\n---\n", "没有这个字段"),
        ("---\n字段:\n  甲: {类型: 数量, 单位: 件, 不超过: 乙}\n---\n", "没有这个字段"),
        ("---\n字段:\n  乙: {类型: 数量, 单位: 件}\n  甲: {类型: 比率, 分子: 乙}\n---\n", "同时写"),
        ("---\n字段: 甲\n---\n", "逐行写"),
        ("---\n次序: ²\n---\n", "次序"),
        ("---\n标题: []\n---\n", "“标题”应为文字"),
        ("---\n标题: [[甲]]\n---\n", "“标题”应为文字"),
        ("---\n标题: [甲, {文: 乙, 起: 明年}]\n---\n", "“标题”里的“起”“止”应为年份"),
        ("---\n起: 2023\n止: 2020\n---\n", "声明里的“起”“止”应为年份"),
        ("---\n字段:\n  甲: {类型: 文字, 起: 明年}\n---\n", "字段“甲”里的“起”“止”应为年份"),
        ("---\n标题: [甲, {文: 乙, 自: 2023}]\n---\n", "“标题”应为文字"),
        ("---\n标题: [甲, {起: 2023}]\n---\n", "“标题”应为文字"),
        ("---\n标题: [{文: 乙, 起: 2023}]\n---\n", "不限年份"),
        ("---\n说明: [甲]\n---\n", "“说明”应为文字"),
        ("---\n字段:\n  甲: {类型: [数量]}\n---\n", "“类型”应为文字"),
        ("---\n字段:\n  甲: {类型: 数量, 单位: {件: 起}}\n---\n", "“单位”应为文字"),
        ("---\n字段:\n  甲: {类型: 文字, 说法: [乙, [丙]]}\n---\n", "“说法”应为"),
        ("---\n字段:\n  甲: {类型: 文字, 说法: [乙, 乙]}\n---\n", "“说法”应为"),
        ("---\n字段:\n  甲: {类型: 文字, 说法: 乙}\n---\n", "“说法”应为"),
        ("---\n字段:\n  甲: {类型: 文字, 又称: {乙: 丙}}\n---\n", "“又称”应为文字，或一组文字"),
        ("---\n字段:\n  甲: {类型: 是否, 说法: {是: [乙]}}\n---\n", "“说法”应为"),
        ('---\n字段:\n  甲: {类型: 是否, 说法: {"": 乙}}\n---\n', "“说法”应为"),
        ("---\n字段:\n  甲 乙: {类型: 文字}\n---\n", "不能叫“甲 乙”"),
        ("---\n字段:\n  甲: {类型: 数量, 单位: 件, 可加: 能}\n---\n", "“可加”只写“是”“本级”或“否”"),
        ("---\n可加: 能\n字段:\n  甲: {类型: 文字}\n---\n", "“可加”只写“是”“本级”或“否”"),
        ("---\n字段:\n  甲: {类型: 比率, 可加: 是}\n---\n", "类型是比率，不能相加"),
    ],
)
def test_a_declaration_that_does_not_hold_is_refused(tmp_path, text, reason):
    (tmp_path / "举措成效").mkdir()
    (tmp_path / "举措成效" / "新主题.md.j2").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_topics(Templates.with_own(tmp_path))
    assert reason in caught.value.message
    assert "新主题.md.j2" in caught.value.message


def test_an_own_folder_adds_and_replaces_topics(tmp_path):
    (tmp_path / "举措成效").mkdir()
    text = "---\n标题: 甲\n字段:\n  场次: {类型: 数量, 单位: 次}\n---\n{% 分句 %}\n办{{ 场次 }}\n{% 完 %}\n"
    for name in ("特色工作", "行政执法"):
        (tmp_path / "举措成效" / f"{name}.md.j2").write_text(text, encoding="utf-8")
    topics = read_topics(Templates.with_own(tmp_path))
    assert set(topics.measures) == {*TOPICS.measures, "特色工作"}
    assert list(topics.measures["行政执法"].fields) == ["场次"]


def test_counts_add_up_unless_their_field_or_topic_says_otherwise(tmp_path):
    """A rate, a rank, a date never does; a field's own word goes before its topic's."""
    (tmp_path / "举措成效").mkdir()
    fields = "  甲: {类型: 数量, 单位: 件}\n  乙: {类型: 金额, 可加: 是}\n  丙: {类型: 比率}\n  丁: {类型: 数量, 单位: 分, 可加: 否}"
    for name, head in (("一", ""), ("二", "可加: 本级\n")):
        text = f"---\n{head}字段:\n{fields}\n---\n"
        (tmp_path / "举措成效" / f"{name}.md.j2").write_text(text, encoding="utf-8")
    topics = read_topics(Templates.with_own(tmp_path)).measures
    assert [one.adding for one in topics["一"].fields.values()] == ["是", "是", "否", "否"]
    assert [one.adding for one in topics["二"].fields.values()] == ["本级", "是", "否", "否"]


def test_what_is_no_amount_of_many_units_is_not_added_up():
    """Averages and shares of one and the same list say nothing when they are added."""
    for topic in TOPICS:
        for one in topic.fields.values():
            if one.name.startswith(("人均", "平均", "基期")) or one.kind not in ("数量", "金额"):
                assert one.adding == "否", f"{topic.name}.{one.name}"


def test_duties_share_one_list_of_fields(tmp_path):
    (tmp_path / "第一责任人").mkdir()
    one = next(iter(TOPICS.duty_fields))
    text = f"---\n标题: 甲\n字段:\n  {one}: {{类型: 文字}}\n---\n"
    (tmp_path / "第一责任人" / "另一项.md.j2").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=one):
        read_topics(Templates.with_own(tmp_path))


def test_a_field_is_of_its_topics_years_unless_it_names_its_own(tmp_path):
    (tmp_path / "举措成效").mkdir()
    fields = "甲: {类型: 文字, 例: [子, {文: 丑, 止: 2020}]}\n  乙: {类型: 文字, 起: 2021}"
    text = f"---\n起: 2020\n止: 2022\n字段:\n  {fields}\n---\n"
    (tmp_path / "举措成效" / "新主题.md.j2").write_text(text, encoding="utf-8")
    topic = read_topics(Templates.with_own(tmp_path)).measures["新主题"]
    one, other = topic.fields.values()
    assert topic.years == one.years == Years(2020, 2022)
    assert other.years == Years(2021, 2022)
    assert [one.suits("镇", year) for year in (2019, 2020, 2022, 2023, None)] == [
        False,
        True,
        True,
        False,
        True,
    ]
    assert [sample(one, year) for year in (2020, 2021, None)] == ["丑", "子", "子"]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (Years(), ""),
        (Years(2023), "2023年度起"),
        (Years(last=2022), "到2022年度为止"),
        (Years(2020, 2022), "2020至2022年度"),
        (Years(2025, 2025), "2025年度"),
    ],
)
def test_years_say_what_they_are(years, said):
    assert str(years) == said


@pytest.mark.parametrize(
    ("year", "titles"),
    [
        (2019, ("甲",)),
        (2020, ("甲", "乙")),
        (2023, ("甲", "乙", "丙")),
        (2024, ("甲", "丙")),
        (None, ("甲",)),
    ],
)
def test_titles_are_of_their_years(tmp_path, year, titles):
    (tmp_path / "举措成效").mkdir()
    text = "---\n标题: [甲, {文: 乙, 起: 2020, 止: 2023}, {文: 丙, 起: 2023}]\n---\n"
    (tmp_path / "举措成效" / "新主题.md.j2").write_text(text, encoding="utf-8")
    topic = read_topics(Templates.with_own(tmp_path)).measures["新主题"]
    assert worded(topic.headings, year) == titles
    assert topic.titles == ("甲", "乙", "丙")


def test_other_names_are_of_one_field_of_their_topic():
    """A 又称 that another field of the topic has, too, and in the same unit, would make both doubtful."""
    for topic in read_topics(Templates()):
        names = [(name, one.units) for one in topic.fields.values() for name in (one.name, *one.aliases)]
        assert len(set(names)) == len(names), topic.name
    assert read_topics(Templates()).measures["行政执法"].fields["首违免罚"].aliases[0] == "首违不罚"


def test_what_is_wrong_in_an_own_template_is_named_with_its_line(tmp_path):
    folder = tmp_path / "举措成效"
    folder.mkdir()
    text = "---\n标题: 甲\n字段:\n  甲: {类型: 数量, 单位: 件}\n  乙:\n    类型: 数目\n---\n"
    (folder / "甲.md.j2").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="第5行：字段“乙”的类型“数目”不认识"):
        read_topics(Templates.with_own(tmp_path))


_AMONG = re.compile(r"([^\s{(]+) \| 其中\(([^)]+)\)")


@each("path", sorted(TEMPLATES.glob("*/*.md.j2")), ids=lambda path: path.name)
def test_what_is_told_as_a_part_may_not_exceed_its_whole(path):
    pairs = set(_AMONG.findall(path.read_text(encoding="utf-8")))
    fields = {one.name: one.fields for one in ALL}.get(path.name.removesuffix(".md.j2"), {})
    assert [f"{part} {whole}" for whole, part in sorted(pairs) if fields[part].at_most != whole] == []
