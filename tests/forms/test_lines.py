"""What is written as YAML is read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.lines import commented, entry, group, inline, leading_to, optional, scalar, value_lines
from generator.yamltext.source import read_source

TEXT = st.text(
    st.characters(codec="gbk", exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp"]), min_size=1
).filter(lambda text: text.strip(" \u3000\xa0") == text)


def _read(lines):
    return read_source("\n".join(["首: 1", *lines]).encode(), "x.yaml").data


def test_what_the_report_says_stands_behind_an_arrow():
    assert leading_to("例：8件", "办理案件8件") == "例：8件 → 办理案件8件"
    assert leading_to("例：8件", "") == "例：8件"


@given(TEXT)
def test_any_text_is_read_back(text):
    assert _read(entry("键", text))["键"] == text


@given(st.lists(TEXT, min_size=2, max_size=4))
def test_any_list_is_read_back(values):
    assert _read(value_lines("键", values, "说明"))["键"] == values


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("稷下街道办事处", "稷下街道办事处"),
        ("“平安稷下”建设", "“平安稷下”建设"),
        ("10余万元", "10余万元"),
        ("~", '"~"'),
        ("null", '"null"'),
        ("取得实效 #一号工程#", '"取得实效 #一号工程#"'),
        ("比例: 3", '"比例: 3"'),
        ("- 一", '"- 一"'),
        ("*重点*", '"*重点*"'),
        ("{{ 7*7 }}", '"{{ 7*7 }}"'),
        ("", ""),
    ],
)
def test_quotes_only_where_needed(text, written):
    assert scalar(text) == written


def test_a_key_to_fill_in_ends_where_its_value_belongs():
    assert entry("立案", "", "件。全年立案数", 2) == ["    # 件。全年立案数", "    立案: "]
    assert entry("问题", "", "一句话", 2, dash=True) == ["  # 一句话", "  - 问题: "]


def test_a_key_that_may_be_left_out_counts_when_its_mark_is_deleted():
    line = optional("立案", "件。全年立案数", 2)
    assert line == "    # 立案:    # 件。全年立案数"
    assert _read(["举措成效:", "  行政执法:", line.replace("# ", "", 1)])["举措成效"] == {
        "行政执法": {"立案": ""}
    }


def test_a_commented_group_counts_when_its_marks_are_deleted():
    lines = commented([*group("信访工作", "", 1), inline("信访件", "件", 2)], 1)
    assert lines == ["  # 信访工作:", "  #   信访件:    # 件"]
    alive = [line.replace("# ", "", 1) for line in lines]
    assert _read(["举措成效:", *alive])["举措成效"] == {"信访工作": {"信访件": ""}}
