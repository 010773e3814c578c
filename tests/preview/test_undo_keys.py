"""Ctrl+Z in Chromium: it takes back the last step of the file, or what was just typed in the box; nothing elsewhere."""

import pytest

from tests.preview.conftest import holds, shown, stored

PUBLICITY, LECTURES = '[id="项-法治宣传教育.受教育"]', '[id="项-法律顾问.普法讲座"]'
VALUES = f"['{PUBLICITY}', '{LECTURES}'].map(one => document.querySelector(one).value).join()"


@pytest.fixture
def typed(page, served):
    """The page with two figures typed, one after the other."""
    page.locator(PUBLICITY).wait_for()
    assert page.evaluate(VALUES) == "3000余人次,20场"
    for field, figure in ((PUBLICITY, "33余人次"), (LECTURES, "44场")):
        page.locator(field).click()
        page.keyboard.press("Control+a")
        page.keyboard.type(figure)
        stored(served.path, figure)
    shown(page, "44场")
    holds(page, "!document.getElementById('问题').textContent.includes('正在查')")
    page.locator(
        "#查找"
    ).click()  # nothing comes any more, between whose letters the browser would part its steps
    return page


@pytest.mark.parametrize("place", ["#查找", PUBLICITY, "#看表单"])
def test_where_nothing_was_typed_it_takes_back_the_last_step_of_the_file(typed, served, place):
    typed.locator(place).focus()
    typed.keyboard.press("Control+z")
    stored(served.path, "普法讲座: 20场")
    holds(typed, f"{VALUES} === '33余人次,20场'")  # the form never came with the 44
    typed.keyboard.press("Control+z")
    holds(typed, f"{VALUES} === '3000余人次,20场'")
    typed.keyboard.press("Control+Shift+z")
    holds(typed, f"{VALUES} === '33余人次,20场'")
    typed.keyboard.press("Control+y")
    holds(typed, f"{VALUES} === '33余人次,44场'")


def test_what_was_typed_in_a_box_that_is_none_of_the_file_goes_first(typed, served):
    typed.keyboard.type("abc")
    typed.keyboard.press("Control+z")
    holds(typed, "document.getElementById('查找').value === ''")
    typed.keyboard.press("Control+Shift+z")
    holds(typed, "document.getElementById('查找').value === 'abc'")
    typed.keyboard.press("Control+z")
    holds(typed, "document.getElementById('查找').value === ''")
    assert "普法讲座: 44场" in served.path.read_text(encoding="utf-8")
    typed.keyboard.press("Control+z")
    stored(served.path, "普法讲座: 20场")
    holds(typed, f"{VALUES} === '33余人次,20场'")


def test_what_was_typed_in_a_field_goes_back_there(typed, served):
    typed.locator(LECTURES).focus()
    typed.keyboard.press("End")
    typed.keyboard.type("次")
    stored(served.path, "普法讲座: 44场次")
    typed.keyboard.press("Control+z")
    stored(served.path, "普法讲座: 44场\n")
    holds(typed, f"{VALUES} === '33余人次,44场'")
