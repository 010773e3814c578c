"""What is said beside a figure, in the form: its own 截至, last year's figure, 同比 and where it comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.preview.actions import action_of
from generator.preview.form_html import form_pieces
from generator.preview.form_values import SetBeside
from generator.problems import FactsError
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.each import each
from tests.often import often
from tests.preview.material import FACTS, FILE, block_called, entry_called, form_material

TOPIC = ("举措成效", "化解纠纷", "矛盾纠纷化解")
UNTIL = "年度: 2025\n截至: 2025-12-20\n"
HELD = FACTS.replace(
    "[甲, 乙]", "[甲, 乙]\n      其他数据:\n        手册: 300册\n      调解室: [甲调解室, 乙调解室]"
)


def beside(text, block="矛盾纠纷化解", label="排查"):
    """Give what can be said beside an entry's figure: the key of each and what is said."""
    entry = entry_called(block_called(block, text), label)
    return {one.key: one.text for one in entry.beside}


@each(
    ("text", "block", "label", "offered"),
    [
        (HELD, "矛盾纠纷化解", "排查", {"来源": "", "截至": "", "上年": "", "同比": ""}),
        (HELD, "矛盾纠纷化解", "手册", {"来源": "", "截至": "", "上年": "", "同比": ""}),
        (HELD, "行政执法", "立案", {"来源": "执法队台账", "截至": "", "上年": "", "同比": ""}),
        (HELD, "组织领导", "同部署", {"来源": ""}),
        (HELD, "组织领导", "领导小组会议", {}),
        (HELD, "矛盾纠纷化解", "调解室", {}),
        (
            HELD.replace("年度: 2025\n", UNTIL),
            "行政执法",
            "办结",
            {"来源": "", "截至": "", "上年同期": "", "同比": ""},
        ),
        (
            HELD.replace("排查: 231件", "排查: {值: 231件, 截至: 2025-11-30, 上年: 91件, 同比: 是}"),
            "矛盾纠纷化解",
            "排查",
            {"来源": "", "截至": "2025-11-30", "上年": "91件", "上年同期": "", "同比": "是"},
        ),
        (
            HELD.replace("排查: 231件", "排查: {值: 231件, 截至: 不是日子}"),
            "矛盾纠纷化解",
            "排查",
            {"来源": "", "截至": "不是日子", "上年": "", "同比": ""},
        ),
        (
            HELD.replace("排查: 231件", "排查: {值: , 截至: 2025-11-30}"),
            "矛盾纠纷化解",
            "排查",
            {"来源": "", "截至": "2025-11-30", "上年同期": "", "同比": ""},
        ),
    ],
)
def test_what_may_stand_beside_a_figure_is_offered(text, block, label, offered):
    assert beside(text, block, label) == offered


def test_what_the_template_compares_by_itself_is_not_asked_for():
    text = FACTS.replace("      排查: 231件\n", "      排查: 231件\n      化解: 198起\n")
    topic = form_material(text).topics.measures["矛盾纠纷化解"]
    assert topic.compared
    name = next(iter(topic.compared))
    shown = beside(FACTS.replace("      排查: 231件\n", f"      {name}: 231件\n"), label=name)
    assert "同比" not in shown
    assert "上年" in shown


def test_what_is_said_is_seen_without_going_there_and_its_mistake_stands_at_the_figure():
    text = FACTS.replace("排查: 231件", "排查: {值: 231件, 截至: 2024-11-30, 上年同期: 91件, 来源: 台账}")
    entry = entry_called(block_called("矛盾纠纷化解", text), "排查")
    assert entry.said_beside == "截至 2024-11-30，上年同期 91件"
    assert any("不在2025年度里" in one.message for one in entry.problems)
    html = next(one.html for one in form_pieces(form_material(text), {}).values() if "231件" in one.html)
    assert "截至 2024-11-30，上年同期 91件" in html


SET = [
    ("截至", "2025-11-30", "{值: 231件, 截至: 2025-11-30}"),
    ("上年", "91件", "{值: 231件, 上年: 91件}"),
    ("上年同期", "91件", "{值: 231件, 上年同期: 91件}"),
    ("同比", "是", "{值: 231件, 同比: 是}"),
    ("来源", "台账, 甲", '{值: 231件, 来源: "台账, 甲"}'),
]


@each(("key", "said", "written"), SET)
@each("ends", ["\n", "\r\n"])
@each("mark", ["", "\ufeff"])
def test_it_is_written_beside_the_figure_and_cleared_it_leaves_the_figure_alone(
    key, said, written, ends, mark
):
    before = mark + FACTS.replace("\n", ends)
    path = (*TOPIC, "排查", key)
    after = SetBeside(path, said).applied(before, FILE)
    assert after == before.replace("231件", written)
    assert SetBeside(path, "").applied(after, FILE) == before
    assert SetBeside(path, "").applied(before, FILE) == before


@pytest.mark.parametrize(
    ("held", "key", "left"),
    [
        ("{值: 231件, 截至: 2025-11-30, 来源: 台账}", "截至", "{值: 231件, 来源: 台账}"),
        ("{值: '231件', 截至: 2025-11-30}", "截至", "231件"),
        ('{截至: 2025-11-30, 值: "231件"}   # 台账', "截至", "231件   # 台账"),
        ("\n        值: 231件\n        截至: 2025-11-30", "截至", "\n        值: 231件"),
        ("{值: '', 截至: 2025-11-30}", "截至", '""'),
    ],
)
def test_what_else_is_said_there_stays(held, key, left):
    before, after = (FACTS.replace("排查: 231件", f"排查: {one}") for one in (held, left))
    assert SetBeside((*TOPIC, "排查", key), "").applied(before, FILE) == after


def test_beside_a_figure_in_brackets():
    text = "举措成效: {矛盾纠纷化解: {排查: {值: 231件, 截至: 2025-11-30}, 化解: 3起}}\n"
    path = ("举措成效", "矛盾纠纷化解", "排查", "截至")
    bare = SetBeside(path, "").applied(text, FILE)
    assert bare == "举措成效: {矛盾纠纷化解: {排查: 231件, 化解: 3起}}\n"
    assert SetBeside(path, "2025-11-30").applied(bare, FILE) == text


@often(40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["截至", "上年", "上年同期", "同比", "来源"]),
            st.text("甲1件,:'\"#{}[] ", max_size=6),
        ),
        max_size=6,
    )
)
def test_whatever_is_typed_and_cleared_reads_as_what_was_typed_last(steps):
    text, said = FACTS, {}
    for key, words in steps:
        action = action_of({"kind": "SetBeside", "path": [*TOPIC, "排查", key], "text": words}, Templates())
        try:
            text = action.applied(text, FILE)
        except FactsError:
            pytest.fail("the file could not be read any more")
        said[key] = words.strip()
    held = read_source(text.encode(), FILE).data["举措成效"]["化解纠纷"]["矛盾纠纷化解"]["排查"]
    given = held if isinstance(held, dict) else {"值": held}
    assert {key: one.strip() for key, one in given.items() if one.strip()} == {
        "值": "231件",
        **{key: one for key, one in said.items() if one},
    }
