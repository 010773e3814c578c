"""What is dropped beside an open file: proposals, taken one by one into the file as it is by then."""

import asyncio
from urllib.parse import quote

import pytest

from generator.commands.steps import Given, prepare_report
from generator.document.page.layout import read_layout
from generator.document.word.docx import write_docx
from generator.preview.actions import Bring
from generator.preview.arrivals import Arrival, Offer, read_arrival
from generator.problems import UserError
from generator.resources import Templates
from tests.preview.asgi import OURS, living, post, request, run, until

NOTES = "司法所 小孙：今年排查矛盾纠纷240件，化解231件。\n"
FACTS = """\
年度: 2025
单位: {名称: 甲镇人民政府, 级别: 镇}
举措成效:
  矛盾纠纷化解:
    排查: 200件
第一责任人:
  领导班子学法: 6次
不足:
  - 问题: 执法人员不足
    原因: 编制少
计划:
  - 措施: 充实执法人员
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "甲镇-2025.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


async def dropped(app, name, data):
    return await request(app, "/arrival", "POST", OURS | {"x-file-name": quote(name)}, data)


def test_notes_are_taken_one_by_one_beside_what_is_typed_meanwhile(path):
    async def taken():
        async with living(path) as (live, app):
            answer = await dropped(app, "来件.txt", NOTES.encode())
            await until(live, lambda live: "化解" in live.parts.get("来件", ""))
            offers = live.arrival.offers
            new, other = (
                next(number for number, one in enumerate(offers) if one.state.startswith(state))
                for state in ("文件里还没有", "与文件不同")
            )
            await post(app, "/act", {"kind": "SetValue", "path": ["年度"], "text": "2024", "was": "2025"})
            first = await post(app, "/take", {"number": new, "yes": True})
            second = await post(app, "/take", {"number": other, "yes": True})
            await until(live, lambda live: "还有0条没有决定" in live.parts["来件"])
            undone = await post(app, "/undo", None)
            await until(live, lambda live: "还有1条没有决定" in live.parts["来件"])
            again = await post(app, "/take", {"number": other, "yes": True})
            await until(live, lambda live: "还有0条没有决定" in live.parts["来件"])
            twice = await post(app, "/undo", None)
            return answer, offers[other], first, second, undone, again, twice

    answer, other, *answers = run(taken())
    assert {one.status for one in (answer, *answers)} == {200}
    assert (other.now, other.then) == ("200件", "240件")
    text = path.read_text(encoding="utf-8")
    assert "年度: 2024" in text
    assert "231件" in text
    assert "来源: 司法所" in text
    assert "排查: 200件" in text, "the last one was taken back"


def test_what_is_not_wanted_is_left(path):
    async def left():
        async with living(path) as (live, app):
            await dropped(app, "来件.txt", NOTES.encode())
            await post(app, "/take", {"number": 0, "yes": False})
            await until(live, lambda live: "没有采用" in live.parts.get("来件", ""))
            await post(app, "/leave", None)
            await until(live, lambda live: "来件.txt" not in live.parts["来件"])
            return await post(app, "/take", {"number": 0, "yes": True})

    assert run(left()).status == 409
    assert path.read_text(encoding="utf-8") == FACTS


def test_another_file_waits_until_the_offers_of_the_first_are_decided(path):
    async def two():
        async with living(path) as (live, app):
            await dropped(app, "甲.txt", NOTES.encode())
            refused = await dropped(app, "乙.txt", NOTES.encode())
            kept = live.arrival.name
            for number in range(len(live.arrival.offers)):
                await post(app, "/take", {"number": number, "yes": False})
            taken = await dropped(app, "乙.txt", NOTES.encode())
            return refused, kept, taken, live.arrival.name

    refused, kept, taken, name = run(two())
    assert (refused.status, kept) == (409, "甲.txt")
    assert "甲.txt 还有2条没有决定，乙.txt 没有收" in refused.data["message"]
    assert (taken.status, name) == (200, "乙.txt")


LONG = (
    "老赵家和老李家因为宅基地的排水沟闹了三年多的矛盾，今年在网格员的协调下老李家终于同意"
    "把多收的工钱退了她68元，另外还有群众送来锦旗2面感谢镇里的工作人员"
)


@pytest.mark.parametrize(
    ("name", "notes", "written", "sentence"),
    [
        ("甲.txt", "法律明白人44个，一个村4个。", "4个", "法律明白人44个，一个村【一个村：4个】。"),
        ("甲.txt", LONG, "68元", f"{LONG}。".replace("68元", "【同意把多收的工钱退了她：68元】")),
        ("甲.txt", LONG, "2面", f"{LONG}。".replace("2面", "【群众送来锦旗：2面】")),
        ("甲.txt", "| 林地 | 数 | 21.6 | 万亩 |", "21.6", ""),
        ("甲.csv", "名称,项目,数值,单位\n林地,数,21.6,万亩\n", "21.6万亩", ""),
    ],
)
def test_a_figure_without_a_field_is_offered_in_its_whole_sentence_at_its_own_place(
    path, name, notes, written, sentence
):
    arrival = read_arrival(name, notes.encode(), path, Given())
    (left,) = [one for one in arrival.left if one.written == written]
    assert left.sentence == sentence
    assert written in left.words or not sentence


def test_what_is_no_sentence_is_not_written_among_the_sentences(path):
    async def placed():
        async with living(path) as (live, app):
            await dropped(app, "甲.txt", "| 林地 | 数 | 21.6 | 万亩 |".encode())
            await until(live, lambda live: "没归处-0" in live.parts.get("来件", ""))
            return live.parts["来件"], await post(app, "/place", {"number": 0, "name": "矛盾纠纷化解"})

    shown, answer = run(placed())
    assert ("填到" in shown, "写进正文" in shown) == (True, False)
    assert answer.status == 409
    assert "不是一句话" in answer.data["message"]


MARKED = FACTS.replace(
    "    排查: 200件\n", "    正文:\n      - 全年排查【排查：200件】，化解【化解：190件】，移送3件。\n"
)


def test_two_figures_of_one_sentence_are_taken_each_by_itself(path):
    path.write_text(MARKED, encoding="utf-8")
    arrival = read_arrival("来件.txt", NOTES.encode(), path, Given())
    assert [(one.now, one.then) for one in arrival.offers] == [("200件", "240件"), ("190件", "231件")]
    texts = [MARKED]
    for number in range(2):
        arrival.taken[number] = arrival.taking(number, texts[-1])
        texts.append(arrival.taken[number].applied(texts[-1], path.name))
    assert [arrival.waiting(one) for one in texts] == [2, 1, 0]
    reworded = texts[2].replace("全年排查", "全年共排查")
    assert [arrival.is_in(number, reworded) for number in range(2)] == [True, True]
    mended = texts[2].replace("排查：240件", "排查：241件")
    assert [arrival.is_in(number, mended) for number in range(2)] == [False, True]
    assert [arrival.is_in(number, texts[1]) for number in range(2)] == [True, False]
    assert arrival.waiting("年度: [") == 0, "nothing of a file that cannot be read is asked anew"


def test_two_values_on_one_line_are_taken_each_by_itself(path):
    path.write_text(FACTS.replace(":\n    排查: 200件\n", ": {排查: 200件, 化解: 190件}\n"), encoding="utf-8")
    arrival = read_arrival("来件.txt", NOTES.encode(), path, Given())
    text = path.read_text(encoding="utf-8")
    for number in range(2):
        arrival.taken[number] = arrival.taking(number, text)
        text = arrival.taken[number].applied(text, path.name)
    assert arrival.waiting(text) == 0


def test_another_file_waits_while_figures_of_the_first_have_no_field(path):
    async def two():
        async with living(path) as (live, app):
            await dropped(app, "甲.txt", "法律明白人一个村4个。".encode())
            refused = await dropped(app, "乙.txt", NOTES.encode())
            await post(app, "/place", {"number": 0, "name": "矛盾纠纷化解"})
            return refused, await dropped(app, "乙.txt", NOTES.encode()), live.arrival.name

    refused, taken, name = run(two())
    assert refused.status == 409
    assert "甲.txt 还有1项没有归处，乙.txt 没有收。" in refused.data["message"]
    assert (taken.status, name) == (200, "乙.txt")


def test_a_figure_that_the_file_says_already_keeps_no_other_file_waiting(path):
    own = "    正文:\n      - 法律明白人一个村4个。\n"
    path.write_text(FACTS.replace("    排查: 200件\n", f"    排查: 200件\n{own}"), encoding="utf-8")

    async def two():
        async with living(path) as (live, app):
            await dropped(app, "甲.txt", "法律明白人一个村4个。".encode())
            (left,) = live.arrival.left
            return left.elsewhere, await dropped(app, "乙.txt", NOTES.encode()), live.arrival.name

    elsewhere, taken, name = run(two())
    assert "矛盾纠纷化解" in elsewhere
    assert (taken.status, name) == (200, "乙.txt")


def test_a_figure_put_where_another_stands_is_not_said_to_be_written(path):
    async def placed():
        async with living(path) as (live, app):
            await dropped(app, "甲.txt", "法律明白人一个村4个。".encode())
            await until(live, lambda live: "没归处-0" in live.parts.get("来件", ""))
            name = {"number": 0, "name": "矛盾纠纷化解.排查"}
            answers = [await post(app, "/place", name) for _ in range(2)]
            await until(live, lambda live: "文件里的" in live.parts["状态"])
            return answers, live.parts["来件"]

    answers, shown = run(placed())
    assert [one.status for one in answers] == [409, 409], "the second press finds the clash of the first"
    assert "请选一个" in answers[1].data["fix"]
    assert "已写进" not in shown
    assert path.read_text(encoding="utf-8") == FACTS


@pytest.mark.parametrize("mine", [True, False])
def test_a_figure_that_clashes_is_placed_once_it_is_settled_so(path, mine):
    async def settled():
        async with living(path) as (live, app):
            await dropped(app, "甲.txt", "司法所：法律明白人一个村4个。".encode())
            await until(live, lambda live: "没归处-0" in live.parts.get("来件", ""))
            await post(app, "/place", {"number": 0, "name": "矛盾纠纷化解.排查"})
            await until(live, lambda live: "文件里的" in live.parts["状态"])
            (number,) = live.session.clashes
            await post(app, "/settle", {"number": number, "mine": mine})
            await until(live, lambda live: "文件里的" not in live.parts["状态"])
            shown, waiting = live.parts["来件"], live.arrival.left_waiting(live.session.text)
            await post(app, "/undo", None)
            await until(live, lambda live: "已写进" not in live.parts["来件"])
            return shown, waiting

    shown, waiting = run(settled())
    assert ("已写进“矛盾纠纷化解 · 排查”" in shown, waiting) == (mine, int(not mine))


def test_a_sentence_is_written_once_however_often_it_is_pressed(path):
    async def pressed():
        async with living(path) as (live, app):
            await dropped(app, "甲.txt", "法律明白人一个村4个。".encode())
            await until(live, lambda live: "没归处-0" in live.parts.get("来件", ""))
            name = {"number": 0, "name": "矛盾纠纷化解"}
            return [(await post(app, "/place", name)).status for _ in range(2)]

    assert run(pressed()) == [200, 200]
    assert path.read_text(encoding="utf-8").count("一个村") == 2, "its label and the words before it"


def test_of_two_files_that_are_read_at_once_the_first_stays(path):
    async def two():
        async with living(path) as (live, app):
            answers = await asyncio.gather(*(dropped(app, f"{one}.txt", NOTES.encode()) for one in "甲乙"))
            return [one.status for one in answers], live.arrival.name

    statuses, name = run(two())
    assert sorted(statuses) == [200, 409]
    assert name == ("甲.txt", "乙.txt")[statuses.index(200)]


def test_a_value_changed_meanwhile_is_not_written_over(path):
    arrival = read_arrival("来件.txt", NOTES.encode(), path, Given())
    number = next(number for number, one in enumerate(arrival.offers) if one.now == "200件")
    action = arrival.taking(number, FACTS)
    with pytest.raises(UserError):
        action.applied(FACTS.replace("200件", "210件"), path.name)
    with pytest.raises(UserError):
        arrival.taking(99, FACTS)


def test_a_report_that_was_edited_in_word_comes_back(path):
    prepared = prepare_report(path, Given())
    layout = read_layout(Templates(), None)
    data = write_docx(prepared.document, layout)
    unchanged = read_arrival("报告.docx", data, path, Given())
    assert unchanged.offers == ()
    assert "一字不差" in unchanged.told[-1]
    path.write_text(FACTS.replace("200件", "210件"), encoding="utf-8")
    changed = write_docx(prepare_report(path, Given()).document, layout)
    path.write_text(FACTS, encoding="utf-8")
    arrival = read_arrival("报告.docx", changed, path, Given())
    (offer,) = arrival.offers
    assert "210件" in offer.then
    assert "排查: 210件" in arrival.taking(0, FACTS).applied(FACTS, path.name)


@pytest.mark.parametrize(("name", "data"), [("来件.docx", b"PK"), ("来件.zip", b"PK"), ("", b"\xff\xfe")])
def test_what_cannot_be_read_is_said(path, name, data):
    async def sent():
        async with living(path) as (_, app):
            return await dropped(app, name, data)

    answer = run(sent())
    assert answer.status == 409
    assert answer.data["message"]


def test_all_that_is_sure_is_taken_in_one_step_and_taken_back_in_one(path):
    notes = "司法所：化解矛盾纠纷231件，调解成功229件。排查矛盾纠纷240件。\n"
    path.write_text(FACTS, encoding="utf-8")

    async def taken():
        async with living(path) as (live, app):
            await dropped(app, "来件.txt", notes.encode())
            await until(live, lambda live: "都采用" in live.parts.get("来件", ""))
            answer = await post(app, "/take-sure", None)
            await until(live, lambda live: "还有1条没有决定" in live.parts["来件"])
            text = live.session.text
            again = await post(app, "/take-sure", None)
            await post(app, "/undo", None)
            await until(live, lambda live: "还有3条没有决定" in live.parts["来件"])
            return answer, again, text

    answer, again, text = run(taken())
    assert (answer.status, again.status) == (200, 409)
    assert "231件" in text
    assert "229件" in text
    assert "排查: 200件" in text, "what the file has otherwise is the clerk's to decide"
    assert path.read_text(encoding="utf-8") == FACTS


PLACED = [
    ("矛盾纠纷化解.排查活动", "排查活动: {值: 12次, 来源: 司法所}", "矛盾纠纷化解 · 排查活动"),
    ("矛盾纠纷化解", "      - 开展夜间巡防【夜间巡防：12次】。", "矛盾纠纷化解 · 正文"),
    ("应急处置.应急演练", "  应急处置:\n    应急演练: {值: 12次, 来源: 司法所}", "应急处置 · 应急演练"),
]


@pytest.mark.parametrize(("name", "written", "said"), PLACED, ids=[one[0] for one in PLACED])
def test_a_figure_without_a_field_is_put_where_the_clerk_says(path, name, written, said):
    async def placed():
        async with living(path) as (live, app):
            await dropped(app, "来件.txt", "司法所：开展夜间巡防12次。\n".encode())
            await until(live, lambda live: "没有归处" in live.parts.get("来件", ""))
            refused = await post(app, "/place", {"number": 0, "name": "没有的.没有"})
            taken = await post(app, "/place", {"number": 0, "name": name})
            await until(live, lambda live: f"已写进“{said}”" in live.parts["来件"])
            text = path.read_text(encoding="utf-8")
            await post(app, "/undo", None)
            await until(live, lambda live: "已写进" not in live.parts["来件"])
            assert "给“12次”找一项" in live.parts["来件"]
            await post(app, "/redo", None)
            await until(live, lambda live: f"已写进“{said}”" in live.parts["来件"])
            return refused.status, taken.status, text

    *answered, text = run(placed())
    assert answered == [409, 200]
    assert "".join(written.split()) in "".join(text.split())
    assert path.read_text(encoding="utf-8") == text


def test_what_is_mended_by_hand_afterwards_is_not_in_the_file_any_more_and_the_rest_is(path):
    notes = "司法所：化解矛盾纠纷231件，调解成功229件。\n"

    async def mended():
        async with living(path) as (live, app):
            await dropped(app, "来件.txt", notes.encode())
            await until(live, lambda live: "都采用" in live.parts.get("来件", ""))
            await post(app, "/take-sure", None)
            await until(live, lambda live: "还有0条没有决定" in live.parts["来件"])
            path.write_text(path.read_text(encoding="utf-8").replace("231件", "230件"), encoding="utf-8")
            await until(live, lambda live: "还有1条没有决定" in live.parts["来件"])
            return [live.arrival.is_in(number, live.session.text) for number in range(2)]

    assert sorted(run(mended())) == [False, True]


def test_a_line_that_stands_elsewhere_too_is_not_taken_for_the_one_that_was_written(path):
    text = FACTS.replace("第一责任人:\n", "  行政执法:\n    化解: 3件\n第一责任人:\n")
    arrival = Arrival("来件.txt", (Offer("矛盾纠纷化解 · 化解", "", "3件"),), lambda numbers: text)
    taken = text.replace("    排查: 200件\n", "    排查: 200件\n    化解: 3件\n")
    arrival.taken[0] = Bring(text, taken)
    assert (arrival.is_in(0, text), arrival.is_in(0, taken)) == (False, True)


def test_a_figure_that_an_own_sentence_says_already_is_told(path):
    own = "    正文:\n      - 全年化解矛盾纠纷231件，都没有反复。\n"
    path.write_text(FACTS.replace("    排查: 200件\n", f"    排查: 200件\n{own}"), encoding="utf-8")
    arrival = read_arrival("来件.txt", NOTES.encode(), path, Given())
    told = [one for one in arrival.offers if one.then.startswith("231件")]
    assert [("已写在“矛盾纠纷化解”" in one.state, one.sure) for one in told] == [(True, False)] * len(told)
    assert told


def test_what_a_person_has_to_confirm_is_not_sure_though_the_notes_uphold_it(path):
    notes = "复议我办报16件，未含信息公开和宅基地的2件，司法所18件为准。\n"
    arrival = read_arrival("更正.txt", notes.encode(), path, Given())
    upheld = [one for one in arrival.offers if "以这个为准" in one.state and "要请人确认" in one.state]
    assert upheld
    assert not any(one.sure for one in upheld)
