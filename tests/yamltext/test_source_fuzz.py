"""Any bytes whatever as a facts file end in data or in problems: no crash, no traceback, no unbounded answer."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import FactsError, Level
from generator.yamltext.source import Source, read_source
from tests.yamltext.test_source import EXAMPLE, loader  # noqa: F401  # the fixture runs every test with both parsers

DEEP = 60_000


@pytest.mark.parametrize(
    "text",
    ["[" * DEEP + "]" * DEEP, "{" * DEEP, "- " * DEEP, "甲: " + "[{" * DEEP, "? " * DEEP, "[甲: " * DEEP],
)
def test_deep_nesting_is_refused_and_never_crashes(text):
    assert "格式-15" in {problem.code for problem in read(text.encode()).problems}


def test_thirty_levels_are_read():
    assert isinstance(read(("甲: " + "[" * 29 + "]" * 29).encode()), Source)


@pytest.mark.parametrize(
    "text",
    [
        "甲：1\n" * 20_000,
        "甲: 1\n" * 20_000,
        "甲: 乙: 丙\n" * 2_000,
        "甲: *年\n" * 2_000,
        "甲: 乙 #丙\n丁:\n" + "- 乙 #丙\n" * 5_000,
        "甲: [" + "1,000, " * 5_000 + "]",
        "甲: {" + "乙, " * 5_000 + "}",
        "甲: >\n" + " 年\n" * 20_000,
        '甲: "乙\n' * 5_000,
        "\t甲: 1\n" * 5_000,
        '"' * 50_000,
        ("单位\n" * 20 + "甲: 乙\n") * 500,
    ],
)
def test_long_hostile_files_end_in_an_answer_of_bounded_length(text):
    answer = read(text.encode())
    assert len(answer.warnings if isinstance(answer, Source) else answer.problems) <= 101


def read(data):
    """Give the source or the error; anything else that is raised fails the test."""
    try:
        return read_source(data, "甲.yaml")
    except FactsError as error:
        return error


def check_any(data):
    """Any bytes end in a Source of plain texts, or in problems that point into the file."""
    answer = read(data)
    if isinstance(answer, Source):
        check_plain(answer.data)
        return
    assert any(problem.level is Level.ERROR for problem in answer.problems)
    for problem in answer.problems:
        assert problem.message
        assert problem.fix
        assert 0 <= problem.place.line <= len(data) + 1


def check_plain(data):
    if isinstance(data, dict):
        assert all(type(key) is str and key for key in data)
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            check_plain(one)
    else:
        assert type(data) is str
        data.encode("utf-8")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\ufffe\uffff]", data)


@given(st.binary(max_size=300))
def test_any_bytes(data):
    check_any(data)


@given(st.text(max_size=200))
def test_any_text(text):
    check_any(text.encode("utf-8", "surrogatepass"))


@given(st.text(alphabet="年度单位：: -\n\t　#\"'[]{},&*!|>%@`?~\\甲乙12“”", max_size=120))
def test_any_text_of_the_signs_that_matter(text):
    check_any(text.encode())


@st.composite
def mutations(draw):
    """Give the example with some pieces taken out, doubled, or replaced by signs that mean something."""
    text = EXAMPLE
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        piece = draw(
            st.sampled_from(
                [
                    "",
                    "\t",
                    "　",
                    "：",
                    ":",
                    "- ",
                    '"',
                    "'",
                    "#",
                    " #",
                    "{",
                    "]",
                    "&",
                    "*",
                    "\n",
                    "\\",
                    text[start:end] * 2,
                ]
            )
        )
        text = text[:start] + piece + text[end:]
    return draw(st.sampled_from([text.encode(), text.encode("gb18030"), text.encode()[: len(text)]]))


@given(mutations())
def test_any_mutation_of_the_example(data):
    check_any(data)
    told = [problem.message + problem.fix for problem in getattr(read(data), "problems", ())]
    assert not re.search("expected|mapping|scalar|found|while", "".join(told))
