"""Records of the head as lines, derived from their models."""

from generator.facts.head import Head, Rectified, Signature
from generator.forms.records import asked_item, blank, filled, note_of


def test_a_note_is_the_models_own_description():
    assert note_of(Head, "年度") == "报告年度，四位数字"
    assert note_of(Head, "没有") == ""


def test_filled_in_asked_for_and_left_out():
    lines = list(filled(Signature, {"单位": ("甲镇党委", "甲镇政府")}, 1, asked=("日期",)))
    assert lines[1] == "  日期: "
    assert lines[3:6] == ["  单位:", "    - 甲镇党委", "    - 甲镇政府"]
    assert lines[-1].startswith("  # 印章:    # ")


def test_every_key_of_a_record_stands_with_its_explanation():
    lines = list(blank(Rectified, 1, item=True))
    assert [line.partition("#")[0].strip(" -") for line in lines] == [
        "问题:",
        "计划:",
        "措施:",
        "成效:",
        "状态:",
    ]
    assert lines[0].startswith("  - 问题:    # ")
    assert lines[2].startswith("    措施:    # ")


def test_an_item_of_a_list_asks_first_and_offers_the_rest():
    lines = list(asked_item(Rectified, {"问题": "甲"}, ("问题", "成效"), note="上年的计划"))
    assert lines[0] == "  # 上年的计划"
    assert "  - 问题: 甲" in lines
    assert "    成效: " in lines
    assert lines[-1].startswith("    # 状态:    # ")


def test_a_further_item_needs_no_explanation():
    assert list(asked_item(Rectified, {}, ("问题", "成效"), explained=False)) == ["  - 问题: ", "    成效: "]
