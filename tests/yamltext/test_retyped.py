"""A line typed anew gives what reading the whole text gives, whatever is typed; the plainest are not read whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import FactsError
from generator.yamltext.retyped import read_after
from generator.yamltext.source import read_source
from tests.yamltext.test_source import EXAMPLE

FILE = "甲.yaml"
NESTED = """\
年度: 2023
多行: 第一行
  第二行
引号: "第一行
  第二行"
原样: |
  - 甲
  名称: 乙
花括号: {
  甲: 1,
  乙: 2
}
方括号: [
  甲,
  乙
]
各条:
  - 甲
  - - 乙
    - 丙
  - 丁: 戊
    己:
      庚
  -
    辛: 壬
空的:
"""
TYPED = st.one_of(
    st.text(alphabet="甲乙12年，。【】：件.-/%", max_size=8),
    st.text(alphabet="甲1 :-#'\"[]{},&*!|>?~%\t\u200b\u3000…", max_size=8),
    st.sampled_from(["~", "null", "", " ", "---", "...", "2024-01-20", "甲: 乙", "- 甲", "甲 # 乙", "1,000"]),
)


def read(reader, *arguments):
    """Give what is read, or what is wrong."""
    try:
        return reader(*arguments)
    except FactsError as error:
        return error.problems


FORMS = st.sampled_from([("", "\n"), ("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
"""The byte-order mark and the line ends of a file."""


@given(st.sampled_from([EXAMPLE, NESTED]), FORMS, st.data())
def test_it_is_what_the_whole_text_gives(text, form, data):
    (mark, end), lines = form, text.split("\n")
    before = read_source((mark + end.join(lines)).encode(), FILE)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        start = data.draw(st.integers(0, len(lines[at])))
        lines[at] = (
            lines[at][:start] + data.draw(TYPED) + lines[at][data.draw(st.integers(start, len(lines[at]))) :]
        )
        after = mark + end.join(lines)
        told = read(read_after, before, after, FILE)
        assert told == read(read_source, after.encode(), FILE)
        if not isinstance(told, tuple) or hasattr(told, "data"):
            before = told


@pytest.mark.parametrize(("mark", "end"), [("", "\n"), ("\ufeff", "\r\n")], ids=["plain", "windows"])
@pytest.mark.parametrize(
    ("old", "new", "alone"),
    [
        ("普法活动: 50余次", "普法活动: 51余次", True),
        ("- 投入10余万元", "- 投入11余万元，【调解：198件】", True),
        ("问题: 执法装备不全", "问题: 执法装备不全、不新", True),
        ("级别: 街道 ", "级别: 乡 ", False),
        ("普法活动: 50余次", "普法活动:", False),
        ("普法活动: 50余次", "普法活动: 50: 次", False),
        ("普法活动: 50余次", "普法活动: null", False),
        ("普法活动: 50余次", "普法活动: 50余次\n    # 甲", False),
        ("值: 10次", "值: 11次", False),
    ],
)
def test_only_a_plain_value_is_taken_alone(old, new, alone, mark, end):
    written = mark + EXAMPLE.replace("\n", end)
    before, after = read_source(written.encode(), FILE), written.replace(old, new)
    assert after != written
    told = read(read_after, before, after, FILE)
    assert (getattr(told, "places", None) is before.places) is alone


def test_what_was_read_before_stays_as_it_was():
    before = read_source(EXAMPLE.encode(), FILE)
    read_after(before, EXAMPLE.replace("普法活动: 50余次", "普法活动: 51余次"), FILE)
    assert before == read_source(EXAMPLE.encode(), FILE)
