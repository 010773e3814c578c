"""The whole story: a facts file or an edited text becomes a report on disk, or a named refusal."""

import zipfile
from pathlib import Path

import pytest

from generator.commands.render import Wishes, render_reports
from generator.commands.steps import Given, prepare_report
from generator.problems import UserError

FACTS = """\
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道}
举措成效:
  法治宣传教育: {普法活动: 50余次, 宣传资料: 1000余份}
  行政执法: {立案: 19件, 办结: 19件}
第一责任人: {领导班子学法: 6次, 专题党课: 10次}
不足:
  - {问题: 执法装备不全, 原因: 执法办尚未配备执法记录仪}
计划:
  - {措施: 配齐执法记录仪, 针对: 执法装备不全}
落款: {日期: 2024-01-20}
"""
WISHES = Wishes()


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


def one(source, target, wishes=WISHES):
    (result,) = render_reports([source], target, Given(), wishes)
    return result


@pytest.mark.parametrize("suffix", [".md", ".docx", ".html"])
def test_a_report_in_each_form(facts, suffix):
    target = facts.with_name(f"报告{suffix}")
    result = one(facts, target)
    assert (result.path, result.error) == (target, None)
    assert target.stat().st_size > 500


def test_the_default_is_a_word_file_named_by_the_title_beside_the_facts(facts):
    assert one(facts, None).path == facts.with_name("稷下街道2023年法治政府建设年度报告.docx")


def test_a_folder_takes_several_reports(facts, tmp_path):
    other = facts.with_name("乙街道-2023.yaml")
    other.write_text(FACTS.replace("稷下", "乙"), encoding="utf-8")
    same = facts.with_name("丙.yaml")
    same.write_text(FACTS, encoding="utf-8")
    results = list(render_reports([facts, other, same], tmp_path / "out", Given(), WISHES))
    assert len({result.path for result in results}) == 3
    assert all(result.path.parent == tmp_path / "out" for result in results)


def test_reports_in_different_folders_may_have_one_name(facts, tmp_path):
    there = tmp_path / "另一个文件夹" / facts.name
    there.parent.mkdir()
    there.write_text(FACTS, encoding="utf-8")
    here, other = render_reports([facts, there], None, Given(), WISHES)
    assert here.path.name == other.path.name
    assert (here.path.parent, other.path.parent) == (facts.parent, there.parent)


def test_a_bad_file_does_not_stop_the_others(facts, tmp_path):
    bad = facts.with_name("坏.yaml")
    bad.write_text("年度: 二三\n", encoding="utf-8")
    results = {
        result.source: result
        for result in render_reports([bad, facts, tmp_path / "无.yaml"], tmp_path / "out", Given(), WISHES)
    }
    assert results[facts].path
    assert results[bad].problems[0].field == "年度"
    assert "找不到" in results[tmp_path / "无.yaml"].error.message


def test_an_edited_text_gives_the_same_word_file_as_the_facts(facts):
    text = one(facts, facts.with_name("稿.md")).path
    by_text, by_facts = (
        one(text, facts.with_name("甲.docx")).path,
        one(facts, facts.with_name("乙.docx")).path,
    )
    assert by_text.read_bytes() == by_facts.read_bytes()


def test_what_is_still_missing_stops_a_final_file_only(facts):
    facts.write_text(FACTS.replace("50余次", ""), encoding="utf-8")
    refused = one(facts, facts.with_name("甲.docx"))
    assert refused.path is None
    assert [problem.field for problem in refused.problems if problem.code.startswith("待填")] == [
        "举措成效.法治宣传教育.普法活动"
    ]
    draft = one(facts, facts.with_name("甲.md"))
    assert "【待填：普法活动（场）】" in draft.path.read_text(encoding="utf-8")
    assert [problem.field for problem in draft.problems if problem.code.startswith("待填")] == [
        "举措成效.法治宣传教育.普法活动"
    ]
    assert one(draft.path, facts.with_name("乙.docx")).path is None
    assert one(facts, facts.with_name("甲.docx"), Wishes(unfinished=True)).path


def test_an_output_edited_by_hand_is_not_overwritten(facts):
    target = facts.with_name("稿.md")
    one(facts, target)
    target.write_text("领导改过的稿子", encoding="utf-8")
    refused = one(facts, target)
    assert "--force" in refused.error.fix
    assert target.read_text(encoding="utf-8") == "领导改过的稿子"
    forced = one(facts, target, Wishes(force=True))
    assert forced.kept.read_text(encoding="utf-8") == "领导改过的稿子"


def test_the_input_is_never_the_output(facts):
    text = one(facts, facts.with_name("稿.md")).path
    assert "同一个文件" in one(text, text).error.message


@pytest.mark.parametrize("name", ["报告.txt", "报告.wps"])
def test_an_unknown_form_is_refused(facts, name):
    with pytest.raises(UserError) as caught:
        one(facts, facts.with_name(name))
    assert caught.value.status == 2
    assert ".docx" in caught.value.fix


def test_an_unknown_input_is_refused(tmp_path):
    path = tmp_path / "甲.xlsx"
    path.write_bytes(b"")
    assert one(path, tmp_path / "甲.md").error.status == 2


def test_several_reports_do_not_go_into_one_file(facts):
    with pytest.raises(UserError, match="同一个文件"):
        list(render_reports([facts, facts], facts.with_name("甲.docx"), Given(), WISHES))


def test_last_year_beside_this_gives_the_comparison(facts):
    facts.write_text(FACTS.replace("立案: 19件", "涉企检查: 38次, 立案: 19件"), encoding="utf-8")
    last = FACTS.replace("2023", "2022").replace("立案: 19件", "涉企检查: 32次, 立案: 19件")
    facts.with_name("稷下街道-2022.yaml").write_text(last, encoding="utf-8")
    prepared = prepare_report(facts, Given())
    assert prepared.facts.last.year == 2022
    assert "较上年增长18.8%" in prepared.markdown


def test_last_year_can_be_named(facts, tmp_path):
    last = tmp_path / "旧.yaml"
    last.write_text(FACTS.replace("2023", "2022"), encoding="utf-8")
    assert prepare_report(facts, Given(last=last)).facts.last.year == 2022


def test_same_facts_same_bytes(facts):
    first = one(facts, facts.with_name("甲.docx")).path.read_bytes()
    assert one(facts, facts.with_name("乙.docx")).path.read_bytes() == first


def test_the_public_names():
    import generator

    path = Path("稷下街道-2023.yaml")
    assert {"load", "draft", "render", "check"} <= set(dir(generator)), path


def test_a_review_copy_has_the_grounds_in_its_margin(facts):
    text = facts.read_text(encoding="utf-8").replace("普法活动: ", "贯彻规划: 是, 普法活动: ")
    facts.write_text(text, encoding="utf-8")
    result = one(facts, None, Wishes(reviewed=True))
    assert result.path.name == "稷下街道2023年法治政府建设年度报告（审阅稿）.docx"
    with zipfile.ZipFile(result.path) as package:
        comments = package.read("word/comments.xml").decode()
        body = package.read("word/document.xml").decode()
    assert "稷下街道-2023.yaml第4行：法治宣传教育" in comments
    assert "提法：普法规划" in comments
    assert (
        comments.count("<w:comment ")
        == body.count("<w:commentRangeStart")
        == body.count("<w:commentReference")
    )


def test_a_review_copy_is_a_word_file_only(facts):
    with pytest.raises(UserError) as caught:
        one(facts, facts.with_name("甲.md"), Wishes(reviewed=True))
    assert caught.value.fix == "可写成：.docx。"


@pytest.mark.parametrize("name", ["数据表", "对比图"])
def test_appendices_are_in_the_word_file(facts, name):
    facts.with_name("稷下街道-2022.yaml").write_text(FACTS.replace("2023", "2022"), encoding="utf-8")
    result = one(facts, facts.with_name("甲.docx"), Wishes(attached=(name,)))
    with zipfile.ZipFile(result.path) as package:
        assert "附件" in package.read("word/document.xml").decode()
        assert ("word/media/image1.png" in package.namelist()) is (name == "对比图")


def test_a_folder_is_no_input(tmp_path):
    error = one(tmp_path, tmp_path / "甲.md").error
    assert ("这是文件夹" in error.message, error.status) == (True, 2)


def test_a_number_that_is_no_year_names_no_last_year(facts):
    facts.with_name("稿-3.yaml").write_text("坏", encoding="utf-8")
    later = facts.rename(facts.with_name("稿-4.yaml"))
    assert prepare_report(later, Given()).facts.last is None


def test_the_clerks_own_formulations_lie_beside_the_facts(facts):
    own = "导语:\n  普法规划:\n    - {起: 2021-06-15, 年度: 2021—2025, 文: “八五”普法实施方案}\n提法: []\n"
    facts.with_name("提法.yaml").write_text(own, encoding="utf-8")
    text = facts.read_text(encoding="utf-8").replace("普法活动: ", "贯彻规划: 是, 普法活动: ")
    facts.write_text(text, encoding="utf-8")
    assert "“八五”普法实施方案" in prepare_report(facts, Given()).markdown


def test_many_reports_are_made_as_one_by_one(facts, tmp_path):
    """More than are made in one process, some of them bad: each as by itself, in the order given."""
    sources = [tmp_path / f"单位{number:02}-2023.yaml" for number in range(40)]
    for number, path in enumerate(sources):
        text = FACTS.replace("稷下", f"云岭{number:02}")
        path.write_text("年度: 二三\n" if number == 7 else text, encoding="utf-8")
    results = list(render_reports(sources, tmp_path / "out", Given(), WISHES))
    assert [result.source for result in results] == [sources[7], *sources[:7], *sources[8:]]
    assert results[0].problems[0].place.file == "单位07-2023.yaml"
    alone = one(sources[30], tmp_path / "独.docx")
    assert results[30].path.read_bytes() == alone.path.read_bytes()


@pytest.mark.parametrize("form", ["独立成行", "接排"])
def test_the_notice_goes_over_an_edited_text_into_the_same_word_file(facts, form):
    notice = (
        f"通知: {{二级标题: {form}, 字数: 不超过3000, 部分顺序: 法定, 标题: 情况报告, 截止: 2024-03-01}}\n"
    )
    facts.write_text(notice + FACTS, encoding="utf-8")
    direct = one(facts, facts.with_name("甲.docx")).path
    text = one(facts, facts.with_name("甲.md")).path
    over = one(text, facts.with_name("乙.docx")).path
    assert direct.read_bytes() == over.read_bytes()
    with zipfile.ZipFile(direct) as package:
        assert ("RunInText" in package.read("word/document.xml").decode()) is (form == "接排")


def test_a_version_for_the_public_has_a_name_of_its_own_and_says_what_it_leaves_out(facts):
    facts.write_text(FACTS.replace("立案: 19件", "立案: {值: 19件, 公开: 否}"), encoding="utf-8")
    result = one(facts, None, Wishes(public=True))
    assert result.path == facts.with_name("稷下街道2023年法治政府建设年度报告（公开版）.docx")
    assert (result.withheld, result.along) == (("举措成效.行政执法.立案",), ())
    target = facts.with_name("公开.md")
    assert "立案" not in one(facts, target, Wishes(public=True)).path.read_text(encoding="utf-8")


def test_of_a_text_it_cannot_be_seen_what_is_public(facts):
    text = one(facts, facts.with_name("稿.md")).path
    result = one(text, facts.with_name("公开.md"), Wishes(public=True))
    assert "看不出哪些不公开" in result.error.message
