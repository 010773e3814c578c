"""A new facts file: filled in by its own comments it passes, whatever the level; nothing is frozen in it."""

from functools import cache
from pathlib import Path

import pytest

from generator.commands.new import start_facts
from generator.drafting import compose
from generator.facts import EMPTY
from generator.facts.head import OpeningFacts, optional_paths
from generator.facts.levels import LEVELS
from generator.facts.loading import facts_from
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.forms.schema import FILE_NAME
from generator.problems import FactsError, UserError
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source
from tests.forms.filling import fill, uncomment

TEMPLATES = Templates()
UNITS = {
    "乡": "黄桑乡",
    "民族乡": "长安瑶族民族乡",
    "镇": "城东镇",
    "街道": "稷下街道",
    "县区": "马村区",
    "部门": "区司法局",
}


@cache
def new_file(unit, year=2024, *, full=False):
    """Give a new file, made once for all tests."""
    return scaffold(Request(unit, year, full=full))


def facts(text):
    return facts_from(read_source(text.encode(), "新.yaml"), "新.yaml", TEMPLATES)


def _ways():
    """Give each level, the usual file and the full one, as it is and uncommented: two of the four usually, in turn."""
    for number, level in enumerate(LEVELS):
        for full in (False, True):
            for alive in (False, True):
                usual = (full is alive) is (number % 2 == 0)
                yield pytest.param(level, full, alive, marks=() if usual else pytest.mark.soak)


@pytest.mark.parametrize(("level", "full", "alive"), [*_ways()])
def test_filled_in_it_passes(level, full, alive):
    text = new_file(UNITS[level], 2024, full=full)
    read = facts(fill(uncomment(text) if alive else text))
    assert read.gaps == ()
    assert read.level == level


@pytest.mark.parametrize("level", LEVELS)
def test_not_filled_in_it_asks_for_every_empty_key(level):
    text = new_file(UNITS[level], 2024)
    asked = [gap for gap in facts(text).gaps if gap.code == "待填-02"]
    may_be = {f"{path[-1]}: " for path in optional_paths()}
    empty = [line for line in text.splitlines() if line.endswith(": ") and line.lstrip() not in may_be]
    assert len(asked) == len([*empty, "导语:"]) > 60
    assert len({gap.place.line for gap in asked}) == len(asked)


@pytest.mark.parametrize("level", LEVELS)
def test_all_uncommented_it_has_every_topic_and_field(level):
    read = facts(fill(uncomment(new_file(UNITS[level], 2024, full=True))))
    suiting = {name: one for name, one in read_topics(TEMPLATES).measures.items() if one.suits(level, 2024)}
    assert {one.name for one in read.measures} == set(suiting)
    for one in read.measures:
        fields = suiting[one.name].fields.values()
        assert set(one.values) == {field.name for field in fields if field.suits(level, 2024)}
    assert set(read.duties.values) == set(read_topics(TEMPLATES).duty_fields)


def test_the_usual_file_has_the_usual_topics_and_fields():
    read = facts(new_file("稷下街道", 2024))
    topics = read_topics(TEMPLATES).measures
    assert [one.name for one in read.measures] == [name for name, one in topics.items() if one.usual]
    for one in read.measures:
        assert list(one.values) == [name for name, field in topics[one.name].fields.items() if field.usual]
        assert all(value is EMPTY for value in one.values.values())


def test_every_field_has_its_unit_and_explanation():
    asked = (("街道", 2021), ("街道", 2025), ("街道", 2026), ("县区", 2025), ("部门", 2026))
    text = "\n".join(new_file(UNITS[level], year, full=True) for level, year in asked)
    for topic in read_topics(TEMPLATES):
        for field in topic.fields.values():
            assert field.note in text, f"{topic.name}.{field.name}"
            assert field.kind != "数量" or f"{'、'.join(field.units)}。{field.note}" in text


def test_a_bureau_is_not_asked_for_what_only_townships_have():
    text = new_file("清河县教育局", 2024, full=True)
    assert "    立案: " in text
    assert "赋权事项承接不畅" not in text
    assert "执法监督偏弱" in text
    for theirs in ("村法律顾问:", "网格:", "司法所人员:", "履职清单:", "综合行政执法队提供"):
        assert theirs not in text
        assert theirs in new_file("清河镇", 2024, full=True)


def test_what_no_figure_bears_out_is_the_clerks_to_choose():
    text = new_file("稷下街道", 2024)
    assert "台账里没有依据" in text
    assert "\n  # 法治思想: 习近平法治思想\n" in text
    assert "\n  # 会议精神: 党的二十大和二十届二中、三中全会精神\n" in text
    read = facts(text)
    assert read.head.opening == OpeningFacts()
    (asked,) = [gap for gap in read.gaps if gap.field == "导语"]
    assert "去掉行首的“# ”" in asked.fix
    assert facts(fill(text)).head.opening.thought == "习近平新时代中国特色社会主义思想"


def test_nothing_that_the_program_chooses_is_written_out():
    head = facts(new_file("稷下街道", 2024)).head
    assert head.title == ""
    assert head.letterhead is None
    assert head.imprint is None
    assert head.addressees == ()
    assert head.notice == type(head.notice)()
    assert head.unit.territory == type(head.unit.territory)()
    assert head.last_file == ""


@pytest.mark.parametrize(
    ("level", "to"),
    [
        ("镇", "报上一级党委和政府"),
        ("街道", "报上一级党委和政府"),
        ("县区", "人大常委会"),
        ("部门", "上一级主管部门"),
    ],
)
def test_the_days_of_submission_and_publication_are_told_by_level(level, to):
    (line,) = [line for line in new_file(UNITS[level], 2024).splitlines() if "3月1日前" in line]
    assert line.startswith("# ")
    assert "2025年3月1日前" in line
    assert to in line
    assert "4月1日前公开" in line
    assert "3月1日前" not in new_file(UNITS[level], 2018)


def test_the_territory_and_the_way_to_last_years_file_stay():
    text = "年度: 2023\n单位: {简称: 甲镇, 辖区: {村: [刘家村, 大杨村], 社区: 2个}}\n"
    made = scaffold(Request("", 2024, last=facts(text), last_path=Path("旧 文件/甲镇.yaml")))
    head = facts(made).head
    assert head.unit.territory == facts(text).head.unit.territory
    assert head.last_file == "旧 文件/甲镇.yaml"


def test_the_writing_of_a_topic_is_shown_as_it_prints():
    lines = new_file("城东镇", 2024).split("\n")
    start = lines.index("#      矛盾纠纷化解:")
    end = next(number for number in range(start, len(lines)) if lines[number].startswith("#      印成："))
    topic = "\n".join(f"  {line.removeprefix('#      ')}" for line in lines[start:end])
    drafted = compose(facts(f"年度: 2024\n单位: {{简称: 城东镇}}\n举措成效:\n{topic}\n")).markdown
    said = lines[end].removeprefix("#      印成：")
    assert said in drafted.replace("调解纠纷", "调解矛盾纠纷")


def test_the_unit_is_named_in_full():
    assert "名称: 稷下街道办事处\n" in new_file("稷下街道办事处", 2024)
    assert "名称: 城东镇人民政府\n" in new_file("城东镇", 2024)
    assert "简称: 城东镇\n" in new_file("城东镇人民政府", 2024)
    assert "级别: \n" in new_file("某单位", 2024), "an unknown level is asked for"


def test_a_name_cannot_become_yaml():
    name = "某镇: {{ 7*7 }} # 甲\n乙: 丙"
    assert facts(scaffold(Request(name, 2024, "镇"))).head.unit.short == name


def test_the_first_line_names_the_schema_beside_it(tmp_path):
    path, kept = start_facts(Request("稷下街道", 2024), tmp_path)
    assert path == tmp_path / "稷下街道-2024.yaml"
    assert kept is None
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={FILE_NAME}"
    assert (tmp_path / FILE_NAME).is_file()
    assert str(tmp_path) not in path.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_never_overwritten(tmp_path):
    path, _ = start_facts(Request("稷下街道", 2024), tmp_path)
    path.write_text("年度: 2024\n", encoding="utf-8")
    with pytest.raises(UserError, match="已经有了"):
        start_facts(Request("稷下街道", 2024), tmp_path)
    assert path.read_text(encoding="utf-8") == "年度: 2024\n"
    _, kept = start_facts(Request("稷下街道", 2024), tmp_path, force=True)
    assert kept.read_text(encoding="utf-8") == "年度: 2024\n"


def test_a_schema_that_was_changed_stays(tmp_path):
    (tmp_path / FILE_NAME).write_text("{}", encoding="utf-8")
    start_facts(Request("稷下街道", 2024), tmp_path)
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "{}"


def test_only_yaml_is_written(tmp_path):
    with pytest.raises(UserError, match="后缀"):
        start_facts(Request("稷下街道", 2024), tmp_path / "新.docx")


def test_a_mistake_in_filling_in_is_named_on_its_line():
    text = new_file("稷下街道", 2024).replace("      立案: ", "      立案: 很多")
    with pytest.raises(FactsError) as caught:
        facts(text)
    (problem,) = caught.value.problems
    assert text.splitlines()[problem.place.line - 1] == "      立案: 很多"


def test_what_was_marked_last_year_is_asked_after_and_its_text_is_kept_as_text():
    last = facts(
        "年度: 2023\n单位: {名称: 稷下街道办事处, 级别: 街道}\n导语: {目标: 围绕【【平安】建设【目标数：3项】任务}\n"
        "举措成效:\n  矛盾纠纷化解: {正文: 排查【排查：231件】，单独调处【老赵调处：41起】}\n"
        "计划: [{正文: 新聘【新聘：】, 针对: 【【平安】不够}]\n"
    )
    text = scaffold(Request("稷下街道", 2024, last=last))
    assert "      - 排查【排查：】，单独调处【老赵调处：】    # 上年：排查231件、老赵调处41起" in text
    assert "目标: 围绕【【平安】建设【目标数：】任务" in text
    assert "  # 请核对：“目标”里上年是目标数3项" in text
    again = facts(text)
    assert again.head.opening.goal == "围绕【平安】建设【待填：目标数】任务"
    assert "  # 上年的计划：新聘【待填：新聘】\n" in text
    assert again.head.mended[0].problem == "【平安】不够"
    assert {one.code for one in again.warnings} == {"待填-03"}


def test_the_titles_of_the_parts_stay_and_closing_words_are_told():
    last = facts(
        "年度: 2023\n单位: {名称: 甲镇人民政府}\n"
        "通知: {部分标题: {举措成效: 2023年主要工作, 计划: 2024年工作计划}, 二级标题: 独立成行, 字数: 不超过3000}\n"
        "计划: [{正文: [组织培训。, 【另起一段】特此报告。]}]\n"
    )
    text = scaffold(Request("", 2024, last=last))
    notice = facts(text).head.notice
    assert notice.titles.given == {"举措成效": "2024年主要工作", "计划": "2025年工作计划"}
    assert (notice.headings, notice.length) == ("独立成行", None)
    assert "# 上年报告以“特此报告。”结尾，没有照抄" in text
