"""What the routes answer: a figure typed, a file typed, a step taken back, and a sentence for what cannot be done."""

import asyncio
import json
import re
import shutil

import pytest

from generator.preview.stream import events
from tests.finished import EXAMPLES
from tests.preview.asgi import living, post, request, run, until


@pytest.fixture
def path(tmp_path):
    (example,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    return shutil.copy(example, tmp_path / example.name)


def shown(live):
    return "".join(live.parts[name] for name in live.lists["纸"])


OWN = "      受教育: 3000余人次\n      亮点:\n        - 在大杨村,建成公园。\n"
FIELD = ["举措成效", "强化法治宣传教育，夯实法治建设基础", "法治宣传教育", "受教育"]


def test_a_figure_typed_is_in_the_file_and_on_the_page_and_can_be_taken_back(path):
    async def typed():
        async with living(path) as (live, app):
            action = {"kind": "SetValue", "path": FIELD, "text": "4000余人次", "was": "3000余人次"}
            answer = await post(app, "/act", action)
            await until(live, lambda live: "4000余人次" in shown(live))
            text = (await request(app, "/text")).data
            undone = await post(app, "/undo", None)
            await until(live, lambda live: "3000余人次" in shown(live))
            redone = await post(app, "/redo", None)
            return answer.data, text, undone.data, redone.data

    answer, text, undone, redone = run(typed())
    assert answer == {"version": 2, "typed": 2}
    assert undone == {"version": 3, "told": "已撤销：“法治宣传教育”的“受教育”改为“3000余人次”。"}
    assert redone == {"version": 4, "told": "已重做：“法治宣传教育”的“受教育”改为“4000余人次”。"}
    assert text["version"] == 2
    assert text["name"] == "稷下街道-2023.yaml"
    assert "受教育: 4000余人次" in text["text"]
    assert "受教育: 4000余人次" in path.read_text(encoding="utf-8")


def test_two_tabs_that_type_at_once_are_each_told_what_they_typed(path):
    """Whoever was told the other's number would take out what the other typed, without a word."""

    async def typed():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            start = (await request(app, "/text")).data
            texts = [start["text"] + f"# {one}\n" for one in "甲乙"]
            wishes = [{"kind": "SetText", "text": text, "base": start["version"]} for text in texts]
            return await asyncio.gather(
                *(post(app, "/act", one) for one in wishes), request(app, "/text"), request(app, "/text")
            ), texts

    (first, second, *shown_texts), texts = run(typed())
    assert first.data["typed"] < second.data["typed"] < second.data["version"]
    assert [one.data["text"] for one in shown_texts] == [texts[0]] * 2
    assert [one.data["version"] for one in shown_texts] == [second.data["version"]] * 2


def test_the_problems_come_and_go(path):
    async def typed():
        async with living(path) as (live, app):
            await until(live, lambda live: "正在查" not in live.parts.get("问题", "正在查"))
            before = live.parts["问题"]
            await post(app, "/act", {"kind": "SetValue", "path": FIELD, "text": "33余人次"})
            await until(live, lambda live: "33余人次" in live.parts.get("问题", ""))
            await post(app, "/undo", None)
            await until(live, lambda live: live.parts["问题"] == before)

    run(typed())


def test_another_programs_save_is_on_the_page_without_asking(path):
    async def saved():
        async with living(path) as (live, _):
            await until(live, lambda live: live.lists["纸"])
            path.write_text(
                path.read_text(encoding="utf-8").replace("3000余人次", "2000余人次"), encoding="utf-8"
            )
            await until(live, lambda live: "2000余人次" in shown(live))

    run(saved())


def test_a_file_that_cannot_be_read_leaves_the_last_report_standing(path):
    async def broken():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            before = live.rendered
            text = (await request(app, "/text")).data
            await post(
                app, "/act", {"kind": "SetText", "text": "年度: [\n" + text["text"], "base": text["version"]}
            )
            await until(live, lambda live: "读不出来" in live.parts.get("状态", ""))
            return before is live.rendered, live.parts["问题"]

    same, problems = run(broken())
    assert same
    assert 'class="错误"' in problems


def test_a_conflict_is_shown_and_decided(path):
    async def decided():
        async with living(path) as (live, app):
            action = {"kind": "SetValue", "path": FIELD, "text": "<b>1人次</b>", "was": "另一个数"}
            await post(app, "/act", action)
            await until(live, lambda live: "冲突-1" in live.parts.get("状态", ""))
            state = live.parts.get("状态", "")
            await post(app, "/settle", {"number": 1, "mine": False})
            await until(live, lambda live: "冲突-1" not in live.parts["状态"])
            return state

    state = run(decided())
    assert "保留我在这里改的" in state
    assert "改用文件里的" in state
    assert "3000余人次" in state
    assert "&lt;b&gt;1人次&lt;/b&gt;" in state


def test_sentences_and_lines_know_each_other(path):
    line = next(
        number
        for number, one in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if "受教育: 3000余人次" in one
    )

    async def asked():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            (number, *_) = (await request(app, f"/line/{line}")).data["sentences"]
            card = (await request(app, f"/sentence/{number}")).data
            return live.rendered.sentences[number].text, card, (await request(app, "/sentence/99999")).data

    sentence, card, nothing = run(asked())
    assert "3000余人次" in sentence
    assert "“法治宣传教育”的“受教育”</b><br>受教育：3000余人次" in card["html"]
    assert nothing == {"html": "", "field": "", "line": 0}


@pytest.mark.parametrize(
    ("route", "body"),
    [
        ("/act", b"{"),
        ("/act", b"[" * 100_000),
        ("/act", b"\xff\xfe"),
        ("/act", b'{"kind":"SetValue","path":["\\u5e74\\u5ea6","x"],"text":"1"}'),
        ("/settle", b'{"number":"1","mine":1}'),
        ("/settle", b"null"),
    ],
)
def test_what_cannot_be_done_is_said(path, route, body):
    async def sent():
        async with living(path) as (_, app):
            return await request(app, route, "POST", body=body)

    answer = run(sent())
    assert answer.status == 409
    assert answer.data["message"].endswith("。")
    assert path.read_bytes() == next(one for one in EXAMPLES if one.name == path.name).read_bytes()


def test_without_a_file_nothing_is_done():
    async def sent():
        async with living() as (_, app):
            return await post(app, "/undo", None), await request(app, "/text")

    for answer in run(sent()):
        assert answer.status == 409
        assert answer.data["message"] == "还没有打开事实文件。"


def test_a_tab_is_sent_everything_and_then_what_has_changed(path):
    async def heard():
        async with living(path) as (live, app):
            await until(live, lambda live: "正在查" not in live.parts.get("问题", "正在查"))
            tab = events(live, "")
            first = json.loads((await tab.__anext__()).removeprefix("data: "))
            await post(app, "/act", {"kind": "SetValue", "path": FIELD, "text": "4000余人次"})
            later = json.loads((await tab.__anext__()).removeprefix("data: "))
            await tab.aclose()
            return first, later

    first, later = run(heard())
    assert {
        "开始",
        "文件名",
        "状态",
        "来件",
        "工具",
        "大纲",
        "字数",
        "问题",
        "改动",
        *first["lists"]["纸"],
        *first["lists"]["表单"],
    } == set(first["parts"])
    assert later["version"] == 2
    assert set(later["parts"]) < set(first["parts"])


def test_what_a_rule_has_a_remedy_for_is_mended_at_a_press(path):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("      受教育: 3000余人次\n", OWN, 1), encoding="utf-8")

    async def mended():
        async with living(path) as (live, app):
            await until(live, lambda live: "照改" in live.parts.get("问题", ""))
            (one,) = re.findall(r"data-mend='([^']+)'", live.parts["问题"])
            wanted = json.loads(one.replace("&#34;", '"'))
            answer = await post(app, "/mend", wanted)
            await until(live, lambda live: "照改" not in live.parts["问题"])
            again = await post(app, "/mend", wanted)
            await post(app, "/undo", None)
            return answer.status, again.status

    assert run(mended()) == (200, 409)


def test_a_move_tells_what_it_has_worded_anew(path):
    async def moved():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            act = {"kind": "MoveTopic", "path": FIELD[:-1], "heading": "完善工作机制，规范权力运行"}
            told = (await post(app, "/act", act)).data["told"]
            quiet = (await post(app, "/act", {"kind": "SetValue", "path": ["年度"], "text": "2023"})).data
            return told, quiet

    told, quiet = run(moved())
    assert told.startswith("移动以后，有")
    assert "told" not in quiet


def test_a_download_that_is_kept_back_says_where_to_go(path):
    path.write_text(
        path.read_text(encoding="utf-8").replace("受教育: 3000余人次", "受教育: "), encoding="utf-8"
    )

    async def asked():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            return await request(app, "/report/docx")

    answer = run(asked())
    assert answer.status == 409
    assert answer.data["where"]["field"].endswith("法治宣传教育.受教育")
    assert "行" not in answer.data["fix"]
