"""The marks that a reminder has ready, as a table of the sentence and what can be taken."""

import pytest

from generator.preview.ready_marks import ready_marks
from generator.problems import Problem
from tests.preview.material import FACTS, block_called, entry_called

SAID = "全年调解矛盾231件，另有3件在办。"
READY = [
    (SAID, "写成：全年调解矛盾【调解：231件】，另有【在办：3件】在办。",
     {"【调解：231件】": "全年调解矛盾【调解：231件】，另有3件在办。", "【在办：3件】": "全年调解矛盾231件，另有【在办：3件】在办。"}),
    ("全年调解【调解：231件】，3件在办。", "写成：全年调解【调解：231件】，【在办：3件】在办。",
     {"【在办：3件】": "全年调解【调解：231件】，【在办：3件】在办。"}),
    ("成功3件，在办3件。", "是的写【在办：3件】。", {}),
    ("成功13件。", "是的写【在办：3件】。", {}),
    (SAID, "“231件”如果就是“调解”，写【调解】。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fix", "offered"), READY)
def test_a_ready_mark_is_offered_where_its_figure_stands_once(text, fix, offered):
    assert dict(ready_marks(text, [Problem("标注-04", "", fix)])) == offered
    assert dict(ready_marks(text, [Problem("标注-05", "", fix)])) == {}


def test_the_form_has_a_button_for_each_ready_mark():
    text = FACTS.replace("- 全年没有越级上访。", "- 全年排查隐患57处，没有越级上访。")
    entry = entry_called(block_called("矛盾纠纷化解", text), "正文第2句")
    taken = [one for one in entry.buttons if one.label.startswith("照这样标")]
    assert [one.act["text"].count("：57处】") for one in taken] == [1] * len(taken)
    assert taken
    assert taken[0].act == {
        "kind": "SetItem",
        "path": entry.path,
        "text": taken[0].act["text"],
        "was": entry.text,
    }
