"""The quick way through plain names and values gives just what the careful one does."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.yamltext import builder
from generator.yamltext.builder import grow
from tests.yamltext.test_slips_everywhere import LINES, SLIPS

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def grown(text):
    """Give everything that is read of a text, the order of the places included."""
    tree = grow(text, "甲.yaml")
    return tree.data, list(tree.places.items()), list(tree.value_places.items()), tree.problems, tree.fault


def carefully(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder.Builder, "take_usual", lambda _, next_event: next_event())
        return grown(text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples(path):
    text = path.read_text(encoding="utf-8")
    assert grown(text) == carefully(text)
    assert len(grown(text)[1]) > 50


@pytest.mark.parametrize("name", SLIPS)
def test_slips(name):
    _, pattern, replacement = SLIPS[name]
    for number, line in enumerate(LINES):
        slipped = re.sub(pattern, replacement, line, count=1)
        if slipped != line:
            text = "\n".join([*LINES[:number], slipped, *LINES[number + 1 :]])
            assert grown(text) == carefully(text), slipped


PIECES = (
    "甲", "乙: ", "丙:", ": ", "- ", "  ", "\n", "\n  ", "\n- ", "\n  - ", "　", " #", "# 丁", "1", "~", "null", "“子”",
    '"', "'", "{", "}", "[", "]", ",", "&a ", "*a", "!b ", "|", ">", "?", "-", "\t", "---", "：", "甲: 乙\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_pieces(text):
    assert grown(text) == carefully(text)
