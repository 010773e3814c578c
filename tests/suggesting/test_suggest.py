"""Notes against a facts file: what is new, the same, other, a question; where each would be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import facts_from
from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.suggest import suggest
from generator.suggesting.suggestion import Standing
from generator.topics import read_topics
from generator.topics.grouping import read_grouping
from generator.yamltext.source import read_source
from tests.often import often

TOPICS, GROUPS = read_topics(Templates()), read_grouping(Templates())
FACTS = """年度: 2024
单位: {名称: 石桥镇人民政府, 简称: 石桥镇, 级别: 镇}
举措成效:
  化解矛盾:
    矛盾纠纷化解:
      排查: 231件
      人民调解员:
      正文:
        - 化解【化解：198起】，其中邻里纠纷【邻里：】。
第一责任人: {听取汇报: 3次}
"""


def facts(text=FACTS):
    return facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates())


def suggested(text):
    return suggest([notes_of_text(text)._replace(name="材料.txt")], facts(), TOPICS, GROUPS)


@pytest.mark.parametrize(
    ("text", "name", "standing", "told", "path"),
    [
        ("矛盾纠纷排查231件", "矛盾纠纷化解.排查", Standing.SAME, "231件", ("排查",)),
        ("矛盾纠纷排查232件", "矛盾纠纷化解.排查", Standing.OTHER, "231件", ("排查",)),
        ("人民调解员58名", "矛盾纠纷化解.人民调解员", Standing.NEW, "", ("人民调解员",)),
        ("矛盾纠纷化解198件", "矛盾纠纷化解.化解", Standing.SAME, "198起", ("正文", 0)),
        ("矛盾纠纷化解200件", "矛盾纠纷化解.化解", Standing.OTHER, "198起", ("正文", 0)),
        ("邻里纠纷41件", "矛盾纠纷化解.邻里", Standing.NEW, "", ("正文", 0)),
    ],
)
def test_a_suggestion_is_held_against_the_file(text, name, standing, told, path):
    (one,) = suggested(text).offered
    assert (one.name, one.standing, one.told) == (name, standing, told)
    assert one.path == ("举措成效", "化解矛盾", "矛盾纠纷化解", *path)


def test_a_topic_that_the_file_has_not_is_put_under_the_heading_of_its_group():
    (one,) = suggested("12345热线工单143件").offered
    assert one.path == ("举措成效", "化解矛盾", "热线办理", "工单")
    assert one.origin == "材料.txt"


def test_two_senders_that_agree_are_one_and_that_do_not_are_set_apart():
    agreed = suggested("综治办：网格86个\n社会事务办：网格86个\n").offered
    assert [(one.value, one.origin) for one in agreed] == [("86个", "综治办、社会事务办")]
    apart = suggested("网格86个\n网格88个\n").offered
    assert [one.standing for one in apart] == [Standing.RIVAL, Standing.RIVAL]


def test_a_rate_is_a_question_where_its_figures_are_not_those_of_the_file():
    offered = suggested("信访67件，办结65件，办结66件，办结率97%").offered
    assert [one.standing for one in offered] == [Standing.NEW, Standing.RIVAL, Standing.RIVAL, Standing.ASKED]


@pytest.mark.parametrize(("rate", "standing"), [("85.7%", Standing.SAME), ("86%", Standing.OTHER)])
def test_a_rate_is_held_against_the_one_that_is_worked_out(rate, standing):
    (one,) = suggested(f"矛盾纠纷化解率{rate}").offered
    assert (one.name, one.standing, one.told) == ("矛盾纠纷化解.化解率", standing, "85.7%（由程序算）")


def test_what_has_no_field_is_left_with_its_words():
    (one,) = suggested("印发工作手册300册").unplaced
    assert (one.written, one.heard.words, one.heard.place) == ("300册", "印发工作手册300册", "第1行")


def test_a_mark_is_filled_in_its_sentence():
    (one,) = suggested("邻里纠纷41件").offered
    assert one.with_mark(one.sentence) == "化解【化解：198起】，其中邻里纠纷【邻里：41件】。"


@often(15)
@given(
    st.lists(
        st.sampled_from(
            [
                "司法所 张三 1月5日 10:21",
                "网格86个",
                "排查1e9件",
                "【排查：5件】",
                "\x07排查",
                "：",
                "，" * 40,
                "化解率101%",
            ]
        ),
        max_size=6,
    )
)
def test_no_notes_are_too_odd(lines):
    for one in suggested("\n".join(lines)).offered:
        assert one.value
        assert one.path


@pytest.mark.soak
def test_notes_without_end_are_cut_short():
    made = suggested("网格员92名，" * 40 + "\n" + "86个\n" * 1500)
    assert "材料里的数太多" in made.told[-1]


def test_a_figure_that_a_sentence_tells_under_nearly_its_name_is_asked_about():
    text = FACTS.replace("化解【化解：198起】，", "就地化解【就地化解：198起】，")
    notes = notes_of_text("矛盾纠纷化解198件\n矛盾纠纷化解200件")._replace(name="材料.txt")
    one, other = suggest([notes], facts(text), TOPICS, GROUPS).offered
    assert (one.name, one.standing, one.told, one.line) == (
        "矛盾纠纷化解.化解",
        Standing.ASKED,
        "就地化解198起",
        9,
    )
    assert (other.value, other.standing, other.told) == ("200件", Standing.RIVAL, "")


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("邻里64件", Standing.NEW),
        ("邻里64件（去年数）", Standing.ASKED),
        ("邻里64件（截至11月底）", Standing.ASKED),
        ("全县邻里64件", Standing.ASKED),
        ("一季度邻里64件", Standing.ASKED),
        ("邻里不少于64件", Standing.ASKED),
        ("邻里64件（含网格）", Standing.NEW),
    ],
)
def test_a_blank_is_not_filled_with_what_is_none_of_the_year_and_the_unit(text, standing):
    (one,) = suggested(text).offered
    assert (one.mark, one.standing) == ("邻里", standing)
