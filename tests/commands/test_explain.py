"""Each sentence with its facts: what the unit did never stands without one."""

import re
from pathlib import Path

import pytest

from generator.commands.explain import explain_sentences
from generator.commands.steps import Given, prepare_report
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import read_topics
from tests.commands.test_render import FACTS
from tests.each import each

FORMULAIC = re.compile(
    r"现将\d{4}年度法治政府建设情况报告如下：|[一二三四五]、.+|（[一二三四五六七八九十]+）.+|[一二三四五六七八九十]+是[^，；]{2,16}。"
)


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_text(FACTS.replace("50余次", "{值: 50余次, 来源: 司法所台账}"), encoding="utf-8")
    return path


def test_a_sentence_names_its_facts_with_line_and_origin(facts):
    (one,) = [one for one in explain_sentences(prepare_report(facts, Given())) if "50余次" in one.text]
    first = one.grounds[0]
    assert first.field == "举措成效.法治宣传教育.普法活动"
    assert (first.place.file, first.place.line, first.origin) == ("稷下街道-2023.yaml", 4, "司法所台账")
    assert "普法活动" in first.line
    assert not one.formulaic


def test_an_own_sentence_names_its_own_line_and_each_mark(tmp_path):
    path = tmp_path / "稷下街道-2023.yaml"
    marked = "    正文: 发放资料【宣传资料：1000余份】，参加【受教育：3000余人次】。【讲座：4场】都有记录。\n"
    line = "  法治宣传教育: {普法活动: 50余次, 宣传资料: 1000余份}\n"
    text = FACTS.replace(line, f"  法治宣传教育:\n    普法活动: 50余次\n{marked}")
    path.write_text(text, encoding="utf-8")
    explained = {one.text: one for one in explain_sentences(prepare_report(path, Given()))}
    first, second = explained["发放资料1000余份，参加3000余人次。"], explained["4场都有记录。"]
    topic = "举措成效.法治宣传教育"
    assert [(one.field, one.line) for one in first.grounds] == [
        (f"{topic}.正文", marked.strip()),
        (f"{topic}.宣传资料", "【宣传资料：1000余份】"),
        (f"{topic}.受教育", "【受教育：3000余人次】"),
    ]
    assert [one.line for one in second.grounds] == ["【讲座：4场】", marked.strip()]
    assert [ground["column"] for ground in first.as_dict()["grounds"]] == [5, 13, 29]


def test_a_sentence_without_facts_is_a_heading_a_label_or_the_handover(facts):
    formulaic = [one.text for one in explain_sentences(prepare_report(facts, Given())) if one.formulaic]
    assert formulaic
    assert [text for text in formulaic if not FORMULAIC.fullmatch(text)] == []


def test_a_formulation_of_the_year_is_named(facts):
    text = facts.read_text(encoding="utf-8").replace("普法活动: ", "贯彻规划: 是, 普法活动: ")
    facts.write_text(text, encoding="utf-8")
    (one,) = [one for one in explain_sentences(prepare_report(facts, Given())) if "普法规划" in one.text]
    assert one.formulas == ("普法规划",)


def test_the_opening_rests_on_what_is_written_under_it(facts):
    facts.write_text(FACTS + "导语:\n  法治思想: 习近平法治思想\n", encoding="utf-8")
    (one,) = [
        one for one in explain_sentences(prepare_report(facts, Given())) if one.text.startswith("2023年，")
    ]
    assert ("导语.法治思想", "法治思想: 习近平法治思想") in [
        (each.field, each.line.strip()) for each in one.grounds
    ]


def test_a_comparison_rests_on_last_years_file_too(facts):
    facts.write_text(FACTS.replace("立案: 19件", "涉企检查: 30次, 立案: 19件"), encoding="utf-8")
    last = facts.with_name("稷下街道-2022.yaml")
    last.write_text(
        FACTS.replace("2023", "2022").replace("立案: 19件", "涉企检查: 24次, 立案: 19件"), encoding="utf-8"
    )
    (one,) = [one for one in explain_sentences(prepare_report(facts, Given())) if "较上年增长25%" in one.text]
    assert {ground.place.file for ground in one.grounds} == {facts.name, last.name}


def test_the_json_form(facts):
    row = explain_sentences(prepare_report(facts, Given()))[0].as_dict()
    assert row["sentence"] == "稷下街道2023年法治政府建设年度报告"
    assert set(row["grounds"][0]) == {"field", "file", "line", "column", "written", "origin", "public"}


def test_an_edited_text_has_no_facts_behind_it(tmp_path):
    path = tmp_path / "稿.md"
    path.write_text("# 甲\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        explain_sentences(prepare_report(path, Given()))
    assert caught.value.status == 2


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_example_says_anything_of_the_unit_without_a_fact(path):
    formulaic = [one.text for one in explain_sentences(prepare_report(path, Given())) if one.formulaic]
    assert [text for text in formulaic if not FORMULAIC.fullmatch(text)] == []


@each("topic", list(read_topics(Templates())), ids=lambda topic: topic.name)
def test_a_template_says_nothing_outside_its_clauses(topic):
    """A sentence of clauses falls when none of its facts is there; text beside it would stand by itself."""
    outside = re.sub(r"\{%\s*分句\s*%\}.*?\{%\s*完\s*%\}", "", topic.body, flags=re.DOTALL)
    assert re.sub(r"\{[%#].*?[%#]\}", "", outside, flags=re.DOTALL).strip() == ""


def test_what_is_not_public_is_known(tmp_path):
    path = tmp_path / "甲镇-2023.yaml"
    path.write_text(
        "年度: 2023\n单位: {简称: 甲镇}\n举措成效: {行政执法: {立案: {值: 5件, 公开: 否}, 办结: 4件}}\n",
        encoding="utf-8",
    )
    grounds = [one for said in explain_sentences(prepare_report(path, Given())) for one in said.grounds]
    assert {one.field.rpartition(".")[2]: one.withheld for one in grounds if "行政执法" in one.field} == {
        "立案": True,
        "办结": False,
    }


@each(
    ("beside", "last", "told"),
    [
        ("{值: 64件, 上年: 91件}", "", []),
        ("64件", "截至: 2022-11-30\n", ["“调解”没有写同比：本年的数是全年的，上年的截至11月30日"]),
        ("64件", "", []),
        ("{值: 64件, 截至: 2023-11-30}", "", ["“调解”没有写同比：本年的数截至11月30日，上年的是全年的"]),
    ],
)
def test_why_a_figure_is_not_compared_is_told(tmp_path, beside, last, told):
    topics = "举措成效:\n  矛盾纠纷化解:\n    调解: {}\n"
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_text(f"年度: 2023\n单位: {{名称: 稷下街道办事处}}\n{topics.format(beside)}", encoding="utf-8")
    before = f"年度: 2022\n{last}单位: {{名称: 稷下街道办事处}}\n{topics.format('90件')}"
    (tmp_path / "稷下街道-2022.yaml").write_text(before, encoding="utf-8")
    (one,) = [one for one in explain_sentences(prepare_report(path, Given())) if "64件" in one.text]
    assert list(one.remarks) == told
    assert one.as_dict()["remarks"] == told
    assert ("较上年" in one.text) is (not told)
    files = {ground.place.file for ground in one.grounds}
    assert ("稷下街道-2022.yaml" in files) is (not told and "上年" not in beside)
