"""Leaving the page in Chromium: what was typed a moment ago is kept, and a page of an ended program takes no more."""

import pytest

from tests.preview.conftest import holds, serving, stored

FIELD = '[id="项-法治宣传教育.受教育"]'


@pytest.mark.parametrize("times", range(3))
def test_what_was_typed_right_before_a_reload_is_kept(page, served, times):
    page.locator(FIELD).click()
    page.keyboard.press("Control+a")
    with page.expect_navigation():
        page.evaluate(
            """field => {
                const one = document.querySelector(field);
                for (const words of ['4', '41', '412', '4123', '4123余人次']) {
                    one.value = words;
                    one.dispatchEvent(new Event('input', {bubbles: true}));
                }
                location.reload();
            }""",
            FIELD,
        )
    stored(served.path, "受教育: 4123余人次")
    holds(page, f"document.querySelector('{FIELD}')?.value === '4123余人次'")
    assert page.locator("#状态 .通告").count() == 0


def test_the_page_of_a_program_that_was_begun_anew_takes_no_more(page, served, example, tmp_path, window):
    program = serving(example, tmp_path)
    port = program.address.split(":")[2].split("/")[0]
    old = window.new_page()
    old.goto(program.address)
    old.locator(FIELD).fill("41余人次")
    stored(example, "受教育: 41余人次")
    program.process.terminate()
    program.process.communicate(timeout=30)
    again = serving(example, tmp_path, "--port", port)
    try:
        old.wait_for_selector("#连接 >> text=填了也不会存")
        assert old.locator(FIELD).get_attribute("readonly") is not None
        assert old.locator(FIELD).input_value() == "41余人次"
        assert old.locator("[data-post='/undo']").is_disabled()
    finally:
        again.process.terminate()
        again.process.communicate(timeout=30)
        old.close()


def test_what_a_program_that_was_begun_anew_did_not_take_is_asked_about_on_leaving(page, served):
    page.route("**/act", lambda route: route.fulfill(status=401, json={"message": "口令不对。", "fix": ""}))
    asked = []
    page.on("dialog", lambda one: (asked.append(one.type), one.accept()))
    try:
        page.locator(FIELD).click()
        page.keyboard.type("4")
        page.wait_for_selector("#连接 >> text=填了也不会存")
        page.reload()
        assert asked == ["beforeunload"]
    finally:
        page.unroute("**/act")
