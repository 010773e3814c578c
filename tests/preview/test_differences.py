"""Where the report differs from an earlier one: the marks in its pages, the list, and the buttons that show both."""

import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.preview.differences import GONE, NEW, Earlier, differences_from
from generator.preview.sentences import SentencePlace
from tests.finished import EXAMPLES
from tests.preview.asgi import living, post, run, until

FIELD = ["举措成效", "强化法治宣传教育，夯实法治建设基础", "法治宣传教育", "受教育"]


def compared(before, after):
    """Compare texts whose sentences stand one after another in block 4."""
    places, at = [], 0
    for number, sentence in enumerate(after):
        places.append(SentencePlace(4, at, at + len(sentence), number))
        at += len(sentence)
    text = "".join(after)
    found = differences_from(Earlier("打开时", tuple(before)), after, places)
    marks = [(text[span.start : span.end], span.classes, span.number) for span in found.spans.get(4, ())]
    return found, marks


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        (["甲。"], ["甲。"], []),
        (["排查231件。"], ["排查240件。"], [("240件", NEW, 0)]),
        (["甲。"], ["甲。", "乙来了。"], [("乙来了。", NEW, 0)]),
        (["甲。", "乙来了。"], ["甲。"], [("。", GONE, 0)]),
        (["全年立案5件，办结4件。"], ["全年立案5件。"], [("。", GONE, 0)]),
        (["一共立案5件，办结4件。"], ["一共立案6件，办结3件。"], [("6件", NEW, 0), ("3件", NEW, 0)]),
        (["乙来了。", "甲。"], ["甲。"], []),  # what stood before all else has no sign to mark
    ],
)
def test_marks(before, after, marks):
    found, shown = compared(before, after)
    assert shown == marks
    assert bool(found.changes) == (before != after)


TEXTS = st.lists(st.text("甲乙12，件。", min_size=1, max_size=8), max_size=6)


@given(TEXTS, TEXTS)
def test_marked_are_the_words_that_are_new(before, after):
    found, marks = compared(before, after)
    new = [piece.text for change in found.changes for piece in change.new if piece.changed]
    assert [text for text, classes, _ in marks if classes == NEW] == new


def shown(live):
    return "".join(live.parts[name] for name in live.lists["纸"])


@pytest.fixture
def path(tmp_path):
    (example,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    text = example.read_text(encoding="utf-8")
    last = text.replace("年度: 2023", "年度: 2022").replace("受教育: 3000余人次", "受教育: 2500余人次")
    (tmp_path / "稷下街道-2022.yaml").write_text(last, encoding="utf-8")
    return shutil.copy(example, tmp_path / example.name)


def test_what_was_typed_since_the_file_was_opened_is_marked_while_that_is_asked(path):
    async def typed():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            await post(app, "/act", {"kind": "SetValue", "path": FIELD, "text": "4000余人次"})
            await until(live, lambda live: "4000余人次" in shown(live))
            assert "新字" not in shown(live)
            await post(app, "/compare/opened", None)
            await until(live, lambda live: "新字" in shown(live))
            return_ = live.parts["改动"]
            await post(app, "/compare/opened", None)
            await until(live, lambda live: "新字" not in shown(live))
            return return_, live.parts["改动"]

    listed, none = run(typed())
    assert "与打开时相比，改了1句" in listed
    assert re.search("<del>3000余人</del>.*<ins>4000余人</ins>", listed, re.DOTALL)
    assert "<details" not in none


def test_last_years_report_is_made_from_its_facts(path):
    async def pressed():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            await post(app, "/compare/last", None)
            await until(live, lambda live: "新字" in shown(live))
            return live.parts["改动"]

    listed = run(pressed())
    assert "与上年的报告相比" in listed
    assert "<del>2500余人</del>" in listed


def test_without_last_year_it_is_said(path):
    (path.parent / "稷下街道-2022.yaml").unlink()

    async def pressed():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            return await post(app, "/compare/last", None)

    answer = run(pressed())
    assert "没有找到上年的事实文件" in answer.data["message"]
