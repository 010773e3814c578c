"""Where the cursor goes on the page, and what is shown there, in Chromium."""

import re

import pytest

from tests.preview.conftest import holds, stored

TOPIC = "矛盾纠纷化解"


def test_a_figure_is_marked_by_keyboard_alone(page, served):
    page.wait_for_selector("#表单 .块.级2")
    page.locator(f"#块-{TOPIC} .框 textarea").last.click()
    page.keyboard.type("老赵调处41件。")
    stored(served.path, "老赵调处41件。")
    page.evaluate(
        "() => { const area = document.activeElement; const at = area.value.indexOf('41件');"
        " area.setSelectionRange(at, at + 3) }"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("'label' in document.activeElement.dataset")
    page.keyboard.type("调处")
    page.keyboard.press("Tab")
    assert page.evaluate("'wrap' in document.activeElement.dataset")
    page.keyboard.press("Shift+Tab")
    page.locator(f"#块-{TOPIC} .项:focus-within [data-label]").focus()
    page.keyboard.press("Enter")
    stored(served.path, "老赵调处【调处：41件】。")
    assert page.evaluate("[...document.querySelectorAll('[data-label]')].every(one => one.value === '')")


def test_what_is_chosen_into_a_blank_item_is_shown_in_its_box(page, served):
    text = served.path.read_text(encoding="utf-8")
    items = "document.querySelectorAll('[id^=\"块-不足.\"]').length"
    there = page.evaluate(items)
    served.path.write_text(text.replace("\n不足:\n", "\n不足:\n  - 问题:\n    原因:\n"), encoding="utf-8")
    holds(page, f"{items} === {there + 1}")
    page.locator("#块-不足 select").select_option("执法力量薄弱")
    page.get_by_role("button", name="选用，连同安排").click()
    stored(served.path, "- 问题: 执法力量薄弱\n")
    holds(page, "document.activeElement.value === '执法力量薄弱'")


def test_a_field_that_goes_while_the_cursor_is_in_it_leaves_the_page_alive(page, served):
    text = served.path.read_text(encoding="utf-8")
    served.path.write_text(
        text.replace(f"  {TOPIC}:\n", f"  {TOPIC}:\n      追回欠薪: 5万元\n"), encoding="utf-8"
    )
    row = page.locator(f"#块-{TOPIC} .项").filter(has_text="追回欠薪").first
    row.locator("input").first.click()
    row.get_by_role("button", name="不报这一项").click()
    rows = f"[...document.querySelectorAll('#块-{TOPIC} .项')]"
    holds(page, f"{rows}.every(one => !one.textContent.includes('追回欠薪'))")
    assert "追回欠薪" not in served.path.read_text(encoding="utf-8")


def test_a_topic_that_is_hidden_is_told_and_lights_nothing(page, served):
    block = page.locator(f"#块-{TOPIC}")
    block.locator(".调 summary").click()
    block.get_by_role("button", name="收起不报").click()
    holds(page, "document.getElementById('连接').textContent.includes('已收起“')")
    holds(page, f"!document.getElementById('块-{TOPIC}')")
    assert page.locator("#纸 .照").count() == 0
    page.click("[data-post='/undo']")
    holds(page, "document.getElementById('连接').textContent.startsWith('已撤销')")


CARET = "() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]"
FIGURE = '[id="项-法治宣传教育.受教育"]'


def found(page, served):
    page.locator("#查找").press_sequentially("受教育")
    page.locator("#查找栏 .查到 button", has_text="法治宣传教育").first.wait_for()
    page.locator("#查找栏 .查到 button", has_text="法治宣传教育").first.press("Enter")


def asked_after(page, served):
    now = served.path.read_text(encoding="utf-8")
    served.path.write_text(now.replace("3000余人次", "33余人次x"), encoding="utf-8")
    page.locator("#问题 li.错误 button[data-go]", has_text="受教育").first.click()


@pytest.mark.parametrize(("way", "was"), [(found, "3000余人次"), (asked_after, "33余人次x")])
def test_a_figure_that_was_asked_for_is_selected_and_what_is_typed_takes_its_place(page, served, way, was):
    way(page, served)
    holds(page, f"document.activeElement.id === '{FIGURE[5:-2]}'")
    assert page.evaluate(CARET) == [0, len(was)]
    page.keyboard.type("41余人次", delay=30)
    stored(served.path, "受教育: 41余人次")
    assert page.locator(FIGURE).input_value() == "41余人次"


def test_what_the_cursor_is_moved_to_is_gone_on_with(page, served):
    text = served.path.read_text(encoding="utf-8")
    own = "      正文:\n        - 头一句。\n        - 第二句。\n"
    served.path.write_text(text.replace("      化解: 198起\n", f"      化解: 198起\n{own}"), encoding="utf-8")
    row = page.locator(f"#块-{TOPIC} .项").filter(has_text="正文第1句")
    row.locator("textarea").focus()
    row.get_by_role("button", name="删去").press("Enter")
    holds(page, "document.activeElement.value === '第二句。'")
    assert page.evaluate(CARET) == [4, 4]


def test_who_is_typing_keeps_the_caret_while_things_are_moved_elsewhere(page, served):
    """What was typed is not selected, which the next key would take away."""
    page.locator(FIGURE).click()
    page.keyboard.press("Control+a")
    page.keyboard.type("41")
    stored(served.path, "受教育: 41")
    text = served.path.read_text(encoding="utf-8")
    block = re.search(r"(?m)^ *法治宣传教育:\n(?: {6,}.*\n)*", text)[0]
    headed = re.search(r"(?m)^  (?=\S)(?! *#).*:\n", text.partition("举措成效:\n")[2])[0]
    order = "[...document.querySelectorAll('#表单 > .块')].findIndex(one => one.id === '块-法治宣传教育')"
    place = page.evaluate(order)
    served.path.write_text(text.replace(block, "", 1).replace(headed, headed + block, 1), encoding="utf-8")
    holds(page, f"{order} !== {place}")
    page.keyboard.type("余人次")
    stored(served.path, "受教育: 41余人次")
