"""What the report says otherwise than at opening, and than last year's."""

from pathlib import Path

import pytest

from generator.commands.steps import Given
from generator.document.page.layout import read_layout
from generator.preview.differences import differences, said_in
from generator.preview.rendered import rendered_text
from generator.problems import UserError
from generator.resources import Templates
from tests.preview.material import FACTS as FORM_FACTS

FACTS = FORM_FACTS.replace("      特色活动: [甲, 乙]\n", "")
LAYOUT = read_layout(Templates(), None)


def report(text, path="甲镇-2025.yaml"):
    return rendered_text(text, Path(path), Given(), LAYOUT)


def test_what_was_changed_since_opening_is_marked_word_by_word():
    before = report(FACTS)
    assert "没有" in differences(before, "opened", said_in(before), Given())
    after = report(FACTS.replace("领导班子学法: 6次", "领导班子学法: 8次"))
    shown = differences(after, "opened", said_in(before), Given())
    assert "<del>6次</del>" in shown
    assert "<ins>8次</ins>" in shown


def test_last_years_report_is_made_to_be_held_against(tmp_path):
    (tmp_path / "甲镇-2024.yaml").write_text(
        FACTS.replace("年度: 2025", "年度: 2024").replace("学法: 6次", "学法: 5次"), encoding="utf-8"
    )
    this = report(FACTS, tmp_path / "甲镇-2025.yaml")
    shown = differences(this, "last", said_in(this), Given())
    assert "与2024年度的报告比" in shown
    assert "<del>5次</del>" in shown


@pytest.mark.parametrize("against", ["last", "别的"])
def test_without_last_year_that_is_said(against):
    with pytest.raises(UserError, match="没有上年的事实文件"):
        differences(report(FACTS), against, (), Given())


def test_what_stands_in_a_sentence_is_escaped():
    before = report(FACTS)
    after = report(FACTS.replace("全年没有越级上访。", "全年没有<b>越级</b>上访。"))
    shown = differences(after, "opened", said_in(before), Given())
    assert "<b>" not in shown
    assert "&lt;b&gt;" in shown
