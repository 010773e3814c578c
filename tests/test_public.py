"""The names that the package itself gives: load, draft, render, check, and what they give and raise."""

import doctest
import inspect
import typing
from pathlib import Path

import pytest

import generator
from generator import FactsError, UserError, check, draft, load, render
from generator.facts import Facts

EXAMPLE = Path(__file__).parent.parent / "examples" / "稷下街道-2023.yaml"


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text("年度: 二〇二三\n举措成效: {行政执法: {立案: 很多}}\n", encoding="utf-8")
    return path


def test_facts_become_a_draft_and_a_file(tmp_path):
    markdown = draft(load(EXAMPLE))
    assert markdown.startswith("# 稷下街道")
    assert render(EXAMPLE, tmp_path / "甲.md").read_text(encoding="utf-8") == markdown
    assert render(str(EXAMPLE), tmp_path).suffix == ".docx"


def test_the_draft_of_the_package_stays_a_function():
    for _ in range(2):
        assert generator.draft(generator.load(EXAMPLE)).startswith("# 稷下街道")


def test_a_check_gives_what_is_wrong_and_never_raises_it(wrong, tmp_path):
    assert [one.place.line for one in check(wrong)] == [1, 2, 0]
    assert all(one.place.file == EXAMPLE.name for one in check(EXAMPLE))
    with pytest.raises(UserError):
        check(tmp_path / "没有.yaml")


def test_what_cannot_be_read_or_written_is_raised(wrong, tmp_path):
    for refused in (lambda: load(wrong), lambda: render(wrong, tmp_path / "甲.docx")):
        with pytest.raises(FactsError) as caught:
            refused()
        assert len(caught.value.problems) == 2
    with pytest.raises(UserError):
        render(EXAMPLE, tmp_path / "甲.xyz")


def test_the_examples_in_the_docstrings_are_true(tmp_path, monkeypatch):
    (tmp_path / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    outcome = doctest.testmod(generator, globs={})  # each imports what it uses, as on the page
    assert (outcome.failed, outcome.attempted >= 10) == (0, True)


TYPES = {"Facts": Facts}
FUNCTIONS = [
    getattr(generator, name) for name in generator.__all__ if inspect.isfunction(getattr(generator, name))
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.__name__)
def test_every_argument_and_result_is_told(function):
    told = inspect.getdoc(function)
    arguments = told.partition("Args:")[2].partition("Returns:")[0]
    for name in inspect.signature(function).parameters:
        assert f"    {name}: " in arguments
    for part in ("Returns:", "Raises:", "Examples:"):
        assert part in told
    assert set(typing.get_type_hints(function, vars(generator) | TYPES)) >= {
        *inspect.signature(function).parameters
    }


def test_topics_of_ones_own_and_last_year_are_taken(tmp_path):
    (tmp_path / "举措成效").mkdir()
    template = (
        "---\n标题: 管好柿子林\n责任科室: 司法所\n字段:\n  柿子树: {类型: 数量, 单位: 棵, 说明: 棵数, 例: 9棵}\n---\n"
        '{% 要点 "管护柿子林" %}{% 分句 %}\n管护柿子树{{ 柿子树 }}\n{% 完 %}\n'
    )
    (tmp_path / "举措成效" / "柿子林.md.j2").write_text(template, encoding="utf-8")
    year = "年度: {}\n单位: {{名称: 甲镇人民政府, 简称: 甲镇}}\n举措成效: {{柿子林: {{柿子树: {}棵}}}}\n"
    for name, number, trees in (("今年", 2023, 20), ("去年", 2022, 10)):
        (tmp_path / f"{name}.yaml").write_text(year.format(number, trees), encoding="utf-8")
    facts = load(tmp_path / "今年.yaml", last=tmp_path / "去年.yaml", templates=tmp_path)
    assert facts.last.year == 2022
    assert "管护柿子树20棵" in draft(facts, templates=tmp_path)
    with pytest.raises(FactsError):
        load(tmp_path / "今年.yaml")
