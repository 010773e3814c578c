"""The page in Chromium, as a clerk uses it: typing, Chinese input, other programs, sleep, a second window."""

import os
import signal

import pytest

from tests.cli.command import nianbao
from tests.preview.conftest import (
    compositions,
    cut_off,
    holds,
    select,
    serving,
    shown,
    stored,
    turned_to_file,
)


def test_a_figure_typed_changes_its_sentence_and_a_problem_comes_and_goes(facts_view, served):
    page = facts_view
    holds(page, "!document.getElementById('问题').textContent.includes('正在查')")
    select(page, "3000余人次")
    page.keyboard.type("33余人次")
    stored(served.path, "受教育: 33余人次")
    page.wait_for_selector("#问题 li.错误 >> text=33余人次")
    assert page.locator("#行号 .错误").count() == 1
    select(page, "33余人次")
    page.keyboard.type("4000余人次")
    shown(page, "受教育群众4000余人次")
    holds(page, "!document.querySelector('#问题 li.错误')")
    page.click("[data-post='/undo']")
    stored(served.path, "受教育: 3000余人次")
    shown(page, "受教育群众3000余人次")
    holds(page, "document.getElementById('全文').value.includes('受教育: 3000余人次')")


@compositions
def test_compositions_lose_and_double_nothing(facts_view, served, times):
    """Nothing is sent and nothing replaced while one is open, whatever comes from outside."""
    page = facts_view
    sent = []
    page.on("request", lambda request: sent.append(request) if request.url.endswith("/act") else None)
    cdp = page.context.new_cdp_session(page)
    select(page, "3000余人次")
    page.keyboard.press("ArrowRight")
    words = ""
    for number in range(times):
        before = len(sent)
        for text in ("n", "ni", "ni h", "你好"):
            cdp.send(
                "Input.imeSetComposition",
                {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
            )
        if number % 5 == 2:  # another program saves meanwhile
            now = served.path.read_text(encoding="utf-8")
            served.path.write_text(now.replace("一村一法律顾问", f"一村{number}法律顾问"), encoding="utf-8")
            page.wait_for_timeout(400)
        assert len(sent) == before, "something was sent in the middle of a composition"
        cdp.send("Input.insertText", {"text": "你好"})
        words += "你好"
        assert page.evaluate("document.activeElement.id") == "全文"
        stored(served.path, f"受教育: 3000余人次{words}\n")
        holds(
            page,
            "words => document.getElementById('全文').value.includes(`受教育: 3000余人次${words}\\n`)",
            words,
        )
    assert served.path.read_text(encoding="utf-8").count("你好") == times


def test_another_program_and_this_one_change_the_same_value(facts_view, served):
    page = facts_view
    cut_off(page)
    select(page, "3000余人次")
    page.keyboard.type("4000余人次")
    holds(page, "document.getElementById('连接').textContent.includes('接上就送')")
    elsewhere = served.path.with_suffix(
        ".new"
    )  # saved at one stroke, as editors do: no half of it is ever read
    elsewhere.write_text(
        served.path.read_text(encoding="utf-8").replace("3000余人次", "5000余人次"), encoding="utf-8"
    )
    elsewhere.replace(served.path)
    page.context.set_offline(False)
    dialog = page.locator("[role=alertdialog]")
    dialog.wait_for()
    assert "受教育" in dialog.inner_text()
    dialog.locator("text=4000余人次").first.wait_for()
    assert "5000余人次" in dialog.inner_text()
    assert "受教育: 5000余人次" in served.path.read_text(encoding="utf-8")
    dialog.get_by_role("button", name="保留我在这里改的").click()
    stored(served.path, "受教育: 4000余人次")
    shown(page, "受教育群众4000余人次")
    dialog.wait_for(state="detached")


def test_what_was_not_taken_is_sent_again_once_a_while_and_against_what_the_file_holds(page, served):
    """The program is away: one try, then a pause. It refuses: what the file holds is still what it was."""
    sent = []

    def answer(route):
        sent.append(route.request.post_data_json)
        if len(sent) == 1:
            route.abort()
        elif len(sent) == 2:
            route.fulfill(status=409, json={"message": "没有写成。", "fix": ""})
        else:
            route.continue_()

    page.evaluate(
        """() => {
            const later = window.setTimeout.bind(window);
            window.held = [];
            window.setTimeout = (work, pause, ...more) =>
                pause === 1000 ? window.held.push(work) : later(work, pause, ...more);
        }"""
    )
    page.route("**/act", answer)
    field = page.locator('[id="项-法治宣传教育.受教育"]')
    field.fill("33余人次")
    holds(page, "document.getElementById('连接').textContent.includes('接上就送')")
    assert len(sent) == 1
    assert page.evaluate("window.held.length") == 1
    page.evaluate("() => void window.held.pop()()")
    holds(page, "document.getElementById('连接').textContent === '没有写成。'")
    field.fill("4000余人次")
    shown(page, "受教育群众4000余人次")
    stored(served.path, "受教育: 4000余人次")
    assert [one["was"] for one in sent] == ["3000余人次"] * 3
    assert page.locator("[role=alertdialog]").count() == 0


def test_a_problem_leads_to_its_place(facts_view):
    page = facts_view
    select(page, "3000余人次")
    page.keyboard.type("33余人次")
    problem = page.locator("#问题 li.错误 button").first
    problem.wait_for()
    page.click("#看表单")
    problem.click()
    holds(page, "document.activeElement.id === '项-法治宣传教育.受教育'")


def test_a_laptop_that_has_slept_catches_up(facts_view, served):
    page = facts_view
    hide = """hidden => {
        Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
        document.dispatchEvent(new Event('visibilitychange'));
    }"""
    page.evaluate(hide, arg=True)
    cut_off(page)
    page.evaluate(hide, arg=False)
    page.wait_for_selector("#连接 >> text=断了")
    served.path.write_text(
        served.path.read_text(encoding="utf-8").replace("3000余人次", "6000余人次"), encoding="utf-8"
    )
    page.context.set_offline(False)
    shown(page, "受教育群众6000余人次")
    holds(page, "document.getElementById('全文').value.includes('6000余人次')")
    holds(page, "document.getElementById('连接').textContent === ''")


def test_two_windows_show_the_same(facts_view, served, window):
    other = window.new_page()
    other.goto(served.address)
    other.click("#看文件")
    shown(other, "受教育群众3000余人次")
    select(facts_view, "3000余人次")
    facts_view.keyboard.type("7000余人次")
    shown(other, "受教育群众7000余人次")
    holds(other, "document.getElementById('全文').value.includes('7000余人次')")


@pytest.mark.parametrize(
    ("button", "wanted"), [("保留我在这里改的", "33余人次"), ("改用文件里的", "31余人次")]
)
def test_each_of_two_windows_says_and_keeps_what_was_typed_in_it(page, served, window, button, wanted):
    field = '[id="项-法治宣传教育.受教育"]'
    other = window.new_page()
    other.goto(served.address)
    other.locator(field).wait_for()
    page.locator(field).fill("32余人次")
    holds(other, "document.getElementById('项-法治宣传教育.受教育').value === '32余人次'")
    other.locator(field).fill("31余人次")
    stored(served.path, "受教育: 31余人次")
    page.locator(field).fill("33余人次")
    said = page.locator("#状态 .通告")
    said.wait_for()
    assert "在这里改的\n33余人次\n文件里的\n31余人次\n保留我在这里改的" in said.inner_text()
    told = other.locator("#状态 .通告")
    told.wait_for()
    assert (
        "另一个窗口里改的\n33余人次\n文件里的\n31余人次\n改用另一个窗口里改的 留着文件里的"
        in told.inner_text()
    )
    assert "在这里改" not in told.inner_text()
    page.reload()
    said.get_by_role("button", name=button).click()
    stored(served.path, f"受教育: {wanted}")
    told.wait_for(state="detached")


def test_a_page_that_is_reloaded_is_still_let_in_and_one_without_the_token_is_told(page, served, window):
    assert page.evaluate("location.hash") == ""
    page.reload()
    shown(page, "受教育群众3000余人次")
    stranger = window.new_page()
    stranger.goto(served.address.split("#")[0])
    stranger.wait_for_selector("#连接 >> text=请从终端里给出的网址打开")


def test_what_is_taken_away_is_what_the_command_writes(page, served):
    with page.expect_download() as waiting:
        page.click("[data-download='docx']")
    data = waiting.value.path().read_bytes()
    assert nianbao("render", str(served.path), "-o", "报告.docx", cwd=served.path.parent).returncode == 0
    assert data == (served.path.parent / "报告.docx").read_bytes()
    assert waiting.value.suggested_filename.endswith("法治政府建设年度报告.docx")


def test_what_is_not_filled_in_is_told_and_can_be_taken_away_all_the_same(facts_view, served):
    page = facts_view
    select(page, "3000余人次")
    page.keyboard.press("Delete")
    stored(served.path, "受教育: \n")
    shown(page, "张贴宣传标语20多条（幅）")
    page.wait_for_selector("#问题 >> text=受教育")
    page.click("[data-download='docx']")
    page.wait_for_selector("#连接 >> text=还没有填")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="照样下载").click()
    assert waiting.value.suggested_filename.endswith(".docx")


def test_a_file_that_is_gone_for_a_while_gets_what_was_typed(facts_view, served):
    page, away = facts_view, served.path.with_suffix(".away")
    served.path.rename(away)
    page.wait_for_selector("#状态 >> text=还没有写进文件")
    select(page, "3000余人次")
    page.keyboard.type("8000余人次")
    shown(page, "受教育群众8000余人次")
    assert not served.path.exists()
    away.rename(served.path)
    stored(served.path, "受教育: 8000余人次")
    holds(page, "() => !document.getElementById('状态').textContent.includes('还没有写进文件')")


DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def test_what_is_dropped_is_taken_one_by_one(page, served):
    page.evaluate(DROP, ["材料.txt", "司法所：今年排查矛盾纠纷240件。"])
    offer = page.locator("#来件 li", has_text="矛盾纠纷化解 · 排查")
    offer.get_by_role("button", name="采用").click()
    stored(served.path, "240件")
    page.wait_for_selector("#来件 >> text=已写进文件")
    page.click("#来件 >> text=收起")


def test_from_nothing_to_a_report(window, tmp_path):
    program = serving(None, tmp_path)
    page = window.new_page()
    page.goto(program.address)
    page.get_by_label("单位").fill("甲镇人民政府")
    page.get_by_label("年度").fill("25")
    page.get_by_role("button", name="新建").click()
    page.wait_for_selector("#连接 >> text=请写四位数字")
    page.get_by_label("年度").fill("2025")
    page.get_by_role("button", name="新建").dblclick()
    shown(page, "甲镇2025年")
    assert page.inner_text("#连接") == "", "twice is once"
    assert (tmp_path / "甲镇-2025.yaml").is_file()
    holds(page, "() => document.getElementById('文件名').textContent === '甲镇-2025.yaml'")
    page.close()
    program.process.terminate()
    program.process.communicate(timeout=30)


def test_the_program_that_has_ended_is_missed(window, example, request):
    program = serving(example, example.parent)
    page = window.new_page()
    page.goto(program.address)
    shown(page, "受教育群众3000余人次")
    os.kill(program.process.pid, signal.SIGTERM)
    program.process.communicate(timeout=30)
    page.wait_for_selector("#连接 >> text=请再运行一次 nianbao preview")


def test_what_the_picture_is_called_is_no_markup_and_a_no_break_space_can_be_drawn(page):
    svg = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"
        aria-label="甲&lt;/title&gt;&lt;script&gt;乙"><text y="20">3\u00a0件</text></svg>"""
    page.route("**/picture", lambda route: route.fulfill(body=svg, content_type="image/svg+xml"))
    page.click("[data-picture=see]")
    page.wait_for_selector("#一图 svg")
    with page.expect_download() as waiting:
        page.click("[data-picture=png]")
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as waiting:
        page.click("[data-picture=html]")
    text = waiting.value.path().read_text(encoding="utf-8")
    assert "<title>甲&lt;/title&gt;&lt;script&gt;乙</title>" in text


# From here on the page is only looked at: it is loaded once


def test_the_enter_of_an_input_method_is_none(still):
    """Its key code is 229: what it commits is text, and nothing of the page may take it for a key of its own."""
    page = turned_to_file(still)
    select(page, "3000余人次")
    prevented = page.evaluate(
        """() => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
            {key: 'z', ctrlKey: true, keyCode: 229, bubbles: true, cancelable: true}))"""
    )
    assert not prevented
    assert page.locator("#依据").is_hidden()


def test_a_sentence_leads_to_its_line_and_a_line_to_its_sentence(still):
    page = turned_to_file(still)
    sentence = page.locator("#纸 .句", has_text="3000余").first
    sentence.hover()
    page.wait_for_selector("#依据:not([hidden]) >> text=受教育")
    page.evaluate("document.activeElement.blur()")
    sentence.click()
    holds(page, "document.activeElement.id === '全文'")
    chosen = "one => one.value.slice(one.selectionStart, one.selectionEnd)"
    assert "50余次" in page.evaluate(f"({chosen})(document.getElementById('全文'))")
    select(page, "普法讲座: 20场")
    page.locator("#纸 .照", has_text="普法讲座20场").first.wait_for()


def test_the_outline_leads_to_the_headings(still):
    page = still
    page.click("#大纲 summary")
    link = page.locator("#大纲 a", has_text="二、").first
    link.click()
    assert page.evaluate("document.querySelector(decodeURIComponent(location.hash)).textContent").startswith(
        "二、"
    )


def test_nothing_serious_stands_in_the_way_of_anybody(still, violations):
    """With the file's own text before one; the form with all that opens in it is in test_form_page.py."""
    assert [
        (one["id"], [node["html"][:120] for node in one["nodes"]][:3])
        for one in violations(turned_to_file(still))
        if one["impact"] in {"serious", "critical"}
    ] == []


def test_the_year_in_one_picture_is_seen_and_saved_as_picture_and_page(still):
    page = still
    page.click("[data-picture=see]")
    page.wait_for_selector("#一图 svg")
    assert "3000余人次" in page.inner_text("#一图")
    with page.expect_download() as waiting:
        page.click("[data-picture=png]")
    assert waiting.value.suggested_filename == "稷下街道2023年度法治政府建设，一图读懂.png"
    data = waiting.value.path().read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 2160
    assert len(data) > 50_000, "it is not empty"
    with page.expect_download() as waiting:
        page.click("[data-picture=html]")
    text = waiting.value.path().read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "3000余人次" in text
    page.click("[data-picture=close]")
    assert not page.is_visible("#一图 svg")


def test_at_twice_the_size_everything_can_still_be_reached(still):
    page = turned_to_file(still)
    page.set_viewport_size({"width": 700, "height": 450})
    for place in ("#全文", "#看表单", "[data-download='docx']"):
        page.locator(place).scroll_into_view_if_needed()
        assert page.locator(place).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
