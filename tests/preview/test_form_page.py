"""The form in Chromium, as a clerk fills it in: by mouse, by keyboard, with a Chinese input method, at 200%."""

import pytest

from tests.preview.conftest import compositions, gone, holds, shown, stored

TOPIC = "矛盾纠纷化解"
HEADINGS = "[...document.querySelectorAll('#表单 .块.级2 h3')].slice(0, 3).map(one => one.textContent).join()"

SLOW = """() => { const quick = window.fetch;
    window.fetch = async (...all) => { await new Promise(done => setTimeout(done, 300)); return quick(...all); }; }"""


def entry(page, name):
    """Give the field of an entry, by what the form calls it."""
    return page.locator(f'[id="项-{name}"]')


def sentence(page):
    """Give the last sentence of the topic: the blank one."""
    return page.locator(f"#块-{TOPIC} .框 textarea").last


def focused(page):
    return page.evaluate("document.activeElement.id")


@pytest.fixture
def form(page):
    """The page with its form shown."""
    page.wait_for_selector("#表单 .块.级2")
    return page


def test_a_figure_typed_changes_its_sentence_and_its_problem_comes_and_goes(form, served):
    field = entry(form, "法治宣传教育.受教育")
    field.fill("3元")
    wrong = form.locator('[id="错-项-法治宣传教育.受教育"] .错误')
    wrong.wait_for()
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("4000余人次")
    shown(form, "4000余人次")
    wrong.wait_for(state="detached")
    assert focused(form) == "项-法治宣传教育.受教育"
    stored(served.path, "受教育: 4000余人次")
    form.click("[data-post='/undo']")
    holds(form, "document.getElementById('项-法治宣传教育.受教育').value === '3000余人次'")


def test_a_field_that_the_file_has_not_is_found_by_a_word_and_typed(form, served):
    form.locator("#查找").press_sequentially("复议调解")
    form.locator("#查找栏 .查到 button").first.wait_for()
    form.keyboard.press("Enter")
    holds(form, "document.activeElement.id === '项-复议应诉.复议调解'")
    form.keyboard.type("2件")
    stored(served.path, "复议应诉:\n      复议调解: 2件\n")
    shown(form, "2件")
    assert form.locator("#查找栏 .查到").inner_text() == ""


def test_a_sentence_is_written_with_marks_and_its_chips_edit_it(form, served):
    sentence(form).click()
    form.keyboard.type("老赵调解室单独调处【调解室调处：41件】，都没有反复，另有3件在办。")
    shown(form, "老赵调解室单独调处41件")
    chip = form.locator(f"#块-{TOPIC} [data-mark='0']").last
    chip.fill("43件")
    shown(form, "老赵调解室单独调处43件")
    stored(served.path, "【调解室调处：43件】")
    words = form.locator(f"#块-{TOPIC} .框 textarea").nth(-2)
    words.evaluate(
        "area => { area.focus(); area.setSelectionRange(area.value.indexOf('3件在'), area.value.indexOf('在办')) }"
    )
    row = form.locator(f"#块-{TOPIC} .项").filter(has_text="正文第1句")
    row.locator("[data-label]").fill("在办")
    row.locator("[data-wrap]").click()
    stored(served.path, "另有【在办：3件】在办。")
    form.wait_for_selector(f"#块-{TOPIC} [data-mark='1']")


def test_what_is_written_and_taken_back_leaves_no_empty_line(form, served):
    before = served.path.read_text(encoding="utf-8")
    assert "正文" not in before
    area = sentence(form)
    area.fill("写错了。")
    stored(served.path, "- 写错了。")
    area.fill("")
    form.locator("#查找").focus()
    gone(served.path, "正文")
    assert served.path.read_text(encoding="utf-8") == before


def test_a_shortcoming_is_chosen_with_its_plan_and_taken_back(form, served):
    form.locator("#块-不足 select").select_option("执法力量薄弱")
    form.get_by_role("button", name="选用，连同安排").click()
    stored(served.path, "- 问题: 执法力量薄弱\n")
    stored(served.path, "- 选用: 充实执法力量\n")
    shown(form, "执法力量薄弱")
    holds(
        form,
        "document.activeElement.closest('.块')?.querySelector('h4')?.textContent.includes('执法力量薄弱')",
    )
    form.click("[data-post='/undo']")
    gone(served.path, "充实执法力量")
    gone(served.path, "问题: 执法力量薄弱")


def test_headings_move_by_keyboard_alone(form, served):
    before = form.evaluate(HEADINGS).split(",")
    menu = form.locator("#表单 .块.级2 .调 summary").first
    menu.focus()
    form.keyboard.press("Enter")
    button = form.locator("#表单 .块.级2").first.get_by_role("button", name="下移")
    button.focus()
    form.keyboard.press("Enter")
    holds(form, f"{HEADINGS} === '{','.join([before[1], before[0], before[2]])}'")
    assert form.evaluate("document.activeElement.textContent") == "下移"
    form.keyboard.press("Enter")
    holds(form, f"{HEADINGS} === '{','.join([before[1], before[2], before[0]])}'")
    text = served.path.read_text(encoding="utf-8")
    assert text.index(before[1]) < text.index(before[2]) < text.index(before[0])


def test_a_topic_is_hidden_and_shown_again(form, served):
    before = served.path.read_text(encoding="utf-8")
    block = form.locator("#块-法律顾问")
    block.locator(".调 summary").click()
    block.get_by_role("button", name="收起不报").click()
    stored(served.path, "    # 法律顾问:\n")
    form.get_by_role("button", name="恢复“法律顾问”").click()
    form.wait_for_selector("#块-法律顾问")
    stored(served.path, "    法律顾问:\n")
    assert served.path.read_text(encoding="utf-8") == before


def test_a_heading_is_renamed_when_it_is_done(form, served):
    block = form.locator("#表单 .块.级2").first
    block.locator(".调 summary").click()
    field = block.locator("[data-kind='Rename']")
    field.fill("健全工作机制")
    assert "健全工作机制" not in served.path.read_text(encoding="utf-8")
    field.press("Enter")
    stored(served.path, "  健全工作机制:\n")
    holds(form, "document.activeElement.textContent === '健全工作机制'")
    shown(form, "健全工作机制")


@compositions
def test_compositions_in_a_sentence_lose_and_double_nothing(form, served, times):
    cdp = form.context.new_cdp_session(form)
    area = sentence(form)
    area.focus()
    name = focused(form)
    area = form.locator(f'[id="{name}"]')
    words = ""
    for number in range(times):
        for text in ("d", "di", "diao", "调解"):
            cdp.send(
                "Input.imeSetComposition",
                {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
            )
        if number % 5 == 2:  # another program saves meanwhile
            now = served.path.read_text(encoding="utf-8")
            served.path.write_text(now.replace("13名", f"{number}3名", 1), encoding="utf-8")
            form.wait_for_timeout(300)
        assert focused(form) == name
        cdp.send("Input.insertText", {"text": "调解"})
        words += "调解"
        stored(served.path, f"- {words}\n")
        assert focused(form) == name
        assert area.input_value() == words


def test_compositions_in_a_chip_lose_and_double_nothing(form, served):
    sentence(form).fill("单独调处【调解室调处：41】，没有反复。")
    shown(form, "单独调处41，没有反复")
    chip = form.locator(f"#块-{TOPIC} [data-mark='0']").last
    chip.focus()
    form.keyboard.press("End")
    cdp = form.context.new_cdp_session(form)
    for number in range(1, 6):
        for text in ("y", "yu", "余"):
            cdp.send(
                "Input.imeSetComposition",
                {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
            )
        cdp.send("Input.insertText", {"text": "余"})
        stored(served.path, f"【调解室调处：41{'余' * number}】")
        assert focused(form).startswith("签0-")
    assert chip.input_value() == "41余余余余余"


def found(form):
    """Search a field, and let what is asked afterwards take its time."""
    finder = form.locator("#查找")
    finder.press_sequentially("复议调解")
    form.locator("#查找栏 .查到 button").first.wait_for()
    form.evaluate(SLOW)
    return finder


def test_a_figure_typed_at_once_after_enter_goes_into_the_field_that_was_found(form, served):
    finder = found(form)
    form.keyboard.press("Enter")
    form.keyboard.type("12")
    holds(form, "document.activeElement.id === '项-复议应诉.复议调解'")
    form.keyboard.type("3")
    stored(served.path, "复议调解: 123")
    assert finder.input_value() == "复议调解"


def test_enter_once_more_keeps_what_was_typed_after_the_first(form, served):
    found(form)
    form.keyboard.press("Enter")
    form.keyboard.type("12")
    form.keyboard.press("Enter")
    form.keyboard.type("3")
    holds(form, "document.activeElement.id === '项-复议应诉.复议调解'")
    stored(served.path, "复议调解: 123")


def test_a_figure_typed_after_enter_goes_into_no_other_field(form):
    finder = found(form)
    other = form.locator('[id="项-法治宣传教育.受教育"]')
    before = other.input_value()
    form.keyboard.press("Enter")
    form.keyboard.type("12")
    other.focus()
    assert other.input_value() == before
    assert finder.input_value() == "复议调解12"


def test_a_figure_typed_after_an_enter_that_finds_nothing_out_stays_where_it_was_typed(form):
    finder = found(form)
    form.route("**/fields?*", lambda route: route.abort())
    try:
        form.keyboard.press("Enter")
        form.keyboard.type("12")
        holds(form, "document.getElementById('查找').value === '复议调解12'")
    finally:
        form.unroute("**/fields?*")
    assert focused(form) == finder.get_attribute("id")


def test_lines_are_typed_with_enter_and_pasted_lines_stay_apart(form, served):
    shows = form.locator('[id="项-不足.1.表现"]')
    shows.wait_for(state="attached")
    form.evaluate("one => one.closest('details')?.setAttribute('open', '')", shows.element_handle())
    shows.fill("头一样")
    form.keyboard.press("End")
    form.keyboard.press("Enter")
    form.keyboard.type("第二样")
    stored(served.path, "表现:")
    holds(form, "document.getElementById('项-不足.1.表现').value === '头一样\\n第二样'")
    stored(served.path, "第二样")
    text = served.path.read_text(encoding="utf-8")
    assert "头一样第二样" not in text
    assert "头一样\\n" not in text
    paste = """(one, words) => { one.focus(); one.setSelectionRange(one.value.length, one.value.length);
        const data = new DataTransfer(); data.setData('text/plain', words);
        const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
        if (one.dispatchEvent(event)) document.execCommand('insertText', false, words); }"""
    form.evaluate(
        paste.replace("(one, words)", "([one, words])"), [shows.element_handle(), "\n第三样\n第四样"]
    )
    stored(served.path, "第四样")
    assert "第三样第四样" not in served.path.read_text(encoding="utf-8")
    one = sentence(form)
    one.click()
    form.evaluate(
        paste.replace("(one, words)", "([one, words])"),
        [one.element_handle(), "头一段。\r\n第二段\n第三段。"],
    )
    stored(served.path, "头一段。第二段；第三段。")


def test_the_focus_goes_on_to_what_is_next_and_never_onto_what_takes_away(form, served):
    lines = [f"        - 第{number}句自己的话。\n" for number in (1, 2)]
    text = served.path.read_text(encoding="utf-8")
    served.path.write_text(
        text.replace(
            "      化解: 198起\n", f"      化解: 198起\n      疑难复杂:\n      正文:\n{''.join(lines)}"
        ),
        encoding="utf-8",
    )
    form.locator(f"#块-{TOPIC}").get_by_text("第1句自己的话").first.wait_for(state="attached")
    entry(form, f"{TOPIC}.疑难复杂").focus()
    form.keyboard.press("Alt+ArrowDown")
    form.keyboard.press("ArrowRight")
    assert form.evaluate("document.activeElement.textContent") == "不报这一项"
    form.keyboard.press("Escape")
    assert focused(form) == f"项-{TOPIC}.疑难复杂"
    form.locator(f"#块-{TOPIC}").get_by_role("button", name="其余都不报").press("Enter")
    holds(form, f"!document.getElementById('项-{TOPIC}.疑难复杂')")
    assert "疑难复杂" not in served.path.read_text(encoding="utf-8")
    holds(form, f"document.activeElement.id === '题-块-{TOPIC}'")
    row = form.locator(f"#块-{TOPIC} .项").filter(has_text="正文第1句")
    row.locator("textarea").focus()
    row.get_by_role("button", name="删去").press("Enter")
    holds(form, "document.activeElement.value === '第2句自己的话。'")
    form.click("[data-post='/undo']")
    stored(served.path, lines[0])
    assert form.evaluate("document.activeElement.dataset.post") == "/undo"
    form.locator(f"#块-{TOPIC} .调 summary").click()
    form.locator(f"#块-{TOPIC}").get_by_role("button", name="移过去").press("Enter")
    holds(
        form,
        f"document.activeElement.matches('#块-{TOPIC} input, #块-{TOPIC} textarea, #块-{TOPIC} select')",
    )


# From here on the form is only looked at: it is loaded once


@pytest.fixture
def seen(still):
    """The form of the page that is not changed."""
    still.wait_for_selector("#表单 .块.级2")
    return still


def test_the_search_is_closed_by_escape_and_keeps_the_focus(seen):
    seen.locator("#查找").fill("立案")  # asked once: a second answer would replace the button
    seen.locator("#查找栏 .查到 button").first.focus()
    seen.keyboard.press("Escape")
    assert focused(seen) == "查找"
    assert seen.locator("#查找栏 .查到").inner_text() == ""


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (683, 384)])
def test_the_form_fits_a_small_screen_and_200_percent(seen, width, height):
    seen.set_viewport_size({"width": width, "height": height})
    seen.locator("#表单 .节").first.evaluate("one => { one.open = true }")
    wide = seen.evaluate(
        "document.getElementById('表单栏').scrollWidth - document.getElementById('表单栏').clientWidth"
    )
    assert wide <= 0
    assert seen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_nothing_serious_stands_in_the_way_of_a_screen_reader(seen, violations):
    seen.evaluate("for (const one of document.querySelectorAll('#表单 details')) one.open = true")
    serious = [
        (one["id"], [node["html"][:200] for node in one["nodes"]])
        for one in violations(seen)
        if one["impact"] in {"serious", "critical"}
    ]
    assert serious == []
