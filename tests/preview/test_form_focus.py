"""Where the cursor goes on the page, and what is shown there, in Chromium."""

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


def test_a_topic_that_is_hidden_is_told_and_lights_nothing(page, served):
    block = page.locator(f"#块-{TOPIC}")
    block.locator(".调 summary").click()
    block.get_by_role("button", name="收起不报").click()
    holds(page, "document.getElementById('连接').textContent.includes('已收起“')")
    holds(page, f"!document.getElementById('块-{TOPIC}')")
    assert page.locator("#纸 .照").count() == 0
    page.click("[data-post='/undo']")
    holds(page, "document.getElementById('连接').textContent.startsWith('已撤销')")
