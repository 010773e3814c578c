"""What is shown of the open file goes on, whatever goes wrong behind it; what is shown is of the file that is open."""

import asyncio
import shutil
from contextlib import suppress
from threading import Event
from time import sleep

import pytest

from generator.commands.steps import Given
from generator.preview import rendered
from generator.preview.actions import SetText
from generator.preview.rendered import SupersededError
from generator.resources import Templates
from tests.finished import EXAMPLES
from tests.preview.asgi import living, post, request, run, until

FACTS = "年度: 2025\n单位:\n  名称: {}人民政府\n举措成效:\n  法治宣传教育:\n    普法活动: {}\n"


@pytest.fixture
def path(tmp_path):
    (example,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    return shutil.copy(example, tmp_path / example.name)


def is_checked(live):
    return "正在查" not in live.parts.get("问题", "正在查")


def test_half_a_character_is_refused(path):
    async def sent():
        async with living(path) as (_, app):
            text = (await request(app, "/text")).data
            half = {"kind": "SetText", "text": "\ud83d" + text["text"], "base": text["version"]}
            return await post(app, "/act", half)

    answer = run(sent())
    assert answer.status == 409
    assert answer.data["message"] == "第1个字不完整，存不进文件。"


def test_the_page_goes_on_after_something_that_nobody_foresaw(path):
    """Half a character can be neither written nor laid beside what another program wrote."""

    async def gone_through():
        async with living(path) as (live, app):
            await until(live, is_checked)
            text = (await request(app, "/text")).data["text"]
            with suppress(UnicodeEncodeError):
                await live.work(lambda session: session.do(SetText(text + "# \ud83d\n", session.version)))
            path.write_text(text.replace("3000余人次", "2000余人次"), encoding="utf-8")
            await until(live, lambda live: "merging.py" in live.parts["问题"])
            undone = [await post(app, "/undo", None) for _ in range(2)]
            path.write_text(text.replace("3000余人次", "1000余人次"), encoding="utf-8")
            await until(live, lambda live: any("1000余人次" in live.parts[name] for name in live.lists["纸"]))
            await until(live, lambda live: "意料之外" not in live.parts["问题"])
            return [one.status for one in undone]

    assert run(gone_through()) == [200, 200]


def test_a_file_is_not_shown_as_checked_with_what_was_found_in_another(tmp_path):
    paths = [tmp_path / "甲.yaml", tmp_path / "乙.yaml"]
    for path, unit, figure in zip(paths, ("临江镇", "河口镇"), ("50次，另有，。，错", "50次"), strict=True):
        path.write_text(FACTS.format(unit, figure), encoding="utf-8")

    async def opened():
        async with living(folder=tmp_path) as (live, _):
            others_turn = Event()
            busy = asyncio.ensure_future(live.hands.slowly(others_turn.wait))
            await live.open(paths[0])
            await until(live, lambda live: live.rendered is not None)
            await asyncio.sleep(0.9)  # the first file waits for the rules
            await live.open(paths[1])
            await until(live, lambda live: live.rendered is not None)
            others_turn.set()
            await busy
            await until(live, is_checked)
            return live.parts["文件名"], live.parts["问题"]

    name, problems = run(opened())
    assert "乙.yaml" in name
    assert "另有，。，错" not in problems
    assert "甲.yaml" not in problems


def test_a_fault_in_the_form_keeps_nobody_from_the_report(path, tmp_path):
    """The form reads the library of shortcomings, the report does not where none is chosen from it."""
    own = tmp_path / "模板"
    own.mkdir()
    (own / "不足库.yaml").write_text("- 没有名称的\n", encoding="utf-8")

    async def asked():
        async with living(path) as (live, app):
            await until(live, is_checked)
            live.given = Given(Templates.with_own(own))
            await live.work(lambda session: session.do(SetText(session.text + "# 一\n", session.version)))
            await until(live, lambda live: "常见条目库" in live.parts["问题"])
            return await request(app, "/report/md")

    assert run(asked()).status == 200


def test_no_report_of_an_earlier_text_is_given_while_the_file_cannot_be_read(path):
    async def asked():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            text = (await request(app, "/text")).data
            broken = {"kind": "SetText", "text": "年度: [\n" + text["text"], "base": text["version"]}
            await post(app, "/act", broken)
            refused = await request(app, "/report/md")
            await post(app, "/undo", None)
            return refused, await request(app, "/report/md")

    refused, given = run(asked())
    assert refused.status == 409
    assert refused.data["message"].endswith("。")
    assert given.status == 200


def test_the_rules_end_with_the_page(path, monkeypatch):
    """Whoever presses Ctrl-C need not wait until all rules have been asked."""
    begun, ended = Event(), Event()

    def without_end(*_, between):
        begun.set()
        for _ in range(2_000):
            try:
                between()
            except SupersededError:
                ended.set()
                raise
            sleep(0.005)

    monkeypatch.setattr(rendered, "check_prepared", without_end)

    async def opened():
        async with living(path) as (live, _):
            with live.tabs.watched():
                await asyncio.to_thread(begun.wait, 30)

    run(opened())
    assert ended.wait(30)
