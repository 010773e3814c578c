"""The names that the package itself gives: load, draft, render, check."""

from pathlib import Path

import pytest

from generator import check, draft, load, render
from generator.problems import FactsError, UserError

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
    import generator

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
