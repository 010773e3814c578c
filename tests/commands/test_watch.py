"""The report anew on each save: driven with real files, saved in the ways that editors save."""

import os
from contextlib import suppress
from itertools import count

import pytest

from generator.commands.render import Wishes
from generator.commands.steps import Given
from generator.commands.watch import saves, watch_facts
from generator.problems import UserError
from tests.commands.test_render import FACTS


class EndOfTest(Exception):  # noqa: N818
    """No more is to be done to the file."""


def edits(*steps):
    """Give a wait that does one step every third time, and ends when all are done."""
    turns, todo = count(1), iter(steps)

    def wait():
        if next(turns) % 3 == 0:
            step = next(todo, None)
            if step is None:
                raise EndOfTest
            step()

    return wait


def in_place(path, text):
    def save():
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 1))

    return save


def put_in_its_place(path, text):
    def save():
        beside = path.with_name("临时")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    return save


def until_the_end(happenings):
    """Give all that happens before the end."""
    found = []
    with suppress(EndOfTest):
        for one in happenings:
            found.append(one)  # noqa: PERF402  # what happened before the end is wanted
    return found


def seen(path, *steps):
    return until_the_end(watch_facts(path, None, Given(), Wishes(), edits(*steps)))


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


@pytest.mark.parametrize("save", [in_place, put_in_its_place])
def test_each_save_gives_the_report_and_what_changed(facts, save):
    first, second = seen(facts, save(facts, FACTS.replace("普法活动: 50余次", "普法活动: 60余次")))
    assert first.result.path == second.result.path
    assert first.changes is None
    (change,) = second.changes
    assert [piece.text for piece in change.old if piece.changed] == ["50余次"]
    assert [piece.text for piece in change.new if piece.changed] == ["60余次"]


def test_a_file_that_is_gone_for_a_moment_is_waited_for(facts):
    steps = [facts.unlink, put_in_its_place(facts, FACTS.replace("学法: 6次", "学法: 7次"))]
    first, second = seen(facts, *steps)
    assert first.result.path
    assert second.changes


def test_what_is_wrong_is_told_in_place_and_the_last_good_text_is_kept(facts):
    steps = [
        in_place(facts, FACTS.replace("立案: 19件", "立案: 很多")),
        in_place(facts, FACTS.replace("立案: 19件", "立案: 20件")),
    ]
    _, wrong, mended = seen(facts, *steps)
    assert wrong.result.path is None
    assert wrong.changes is None
    assert wrong.result.problems[0].place.line == 5
    assert mended.result.path
    assert mended.changes


def test_a_save_that_changes_nothing_in_the_report(facts):
    _, again = seen(facts, in_place(facts, f"{FACTS}# 批注\n"))
    assert again.changes == ()


def test_a_half_written_file_is_not_taken(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text("一", encoding="utf-8")
    sizes = iter([2, 3, 4, 4, 4])

    def growing():
        size = next(sizes, None)
        if size is None:
            raise EndOfTest
        if size > len(path.read_text(encoding="utf-8")):
            path.write_text("一" * size, encoding="utf-8")

    taken = until_the_end(path.read_text(encoding="utf-8") for _ in saves(path, growing))
    assert taken == ["一一一一"]


@pytest.mark.parametrize("name", ["报告.docx", "没有.yaml"])
def test_only_a_facts_file_that_is_there_is_watched(tmp_path, name):
    with pytest.raises(UserError):
        next(watch_facts(tmp_path / name, None, Given(), Wishes(), edits()))
