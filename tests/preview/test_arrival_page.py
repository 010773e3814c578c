"""What is dropped, in Chromium: where the cursor goes, and that no hasty press puts it all away."""

import pytest

from tests.preview.conftest import SIZE, holds, stored
from tests.preview.test_form_page import SLOW, entry
from tests.preview.test_in_turn import click, to_it
from tests.preview.test_page import DROP

NOTES = "司法所：今年开展社区矫正，在册矫正对象7人，新增矫正对象3人，解除矫正对象2人。\n综治办：排查矛盾纠纷999件。\n"
IN_SIGHT = """id => { const box = document.getElementById(id).getBoundingClientRect();
    return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }"""


@pytest.fixture(autouse=True)
def _put_away(page):
    """Leave the program, which other tests use too, with nothing dropped."""
    yield
    page.set_viewport_size(SIZE)
    if page.locator("#收起来件").count():
        page.click("#收起来件")
        page.locator("#收起来件").wait_for(state="detached")


@pytest.fixture
def arrived(page):
    """The page with notes dropped on it, of which two are sure and two are not."""
    page.evaluate(DROP, ["材料.txt", NOTES])
    page.locator("#都采用").wait_for()
    return page


def test_after_what_is_sure_the_next_to_decide_is_gone_to(arrived):
    arrived.locator("#都采用").focus()
    arrived.keyboard.press("Enter")
    arrived.locator("#都采用").wait_for(state="detached")
    for left in (2, 1):
        holds(arrived, f"document.getElementById('来件名').textContent.includes('还有{left}条')")
        holds(arrived, "document.activeElement.textContent === '采用'")
        arrived.keyboard.press("Enter")
    holds(arrived, "document.getElementById('来件名').textContent.includes('还有0条')")
    holds(arrived, "document.activeElement.id === '填写'")


def test_the_second_of_a_double_click_puts_nothing_away(arrived):
    to_it(arrived, arrived.locator("#都采用"))
    click(arrived, 1)
    arrived.locator("#都采用").wait_for(state="detached")
    to_it(arrived, arrived.locator("#收起来件"))  # as if it had come under the mouse
    click(arrived, 2)
    arrived.wait_for_timeout(300)
    assert "还有2条没有决定" in arrived.inner_text("#来件")
    click(arrived, 1)
    holds(arrived, "document.getElementById('来件').textContent.trim() === ''")


def test_at_twice_the_size_what_comes_and_what_is_said_is_seen(page):
    page.set_viewport_size({"width": 683, "height": 384})
    entry(page, "法治宣传教育.受教育").scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 0
    page.evaluate(DROP, ["材料.txt", NOTES])
    holds(page, "document.activeElement.id === '来件名'")
    assert page.evaluate(IN_SIGHT, "来件名")
    entry(page, "法治宣传教育.受教育").scroll_into_view_if_needed()
    page.evaluate(DROP, ["另一份.txt", NOTES])
    holds(page, "document.getElementById('连接').textContent.includes('没有收')")
    assert page.evaluate("scrollY") > 0
    assert page.evaluate(IN_SIGHT, "连接")


def test_what_is_put_in_without_a_key_after_enter_goes_into_the_field_that_was_found(page, served):
    """As an input method does with a mark, and a clipboard of its own."""
    page.locator("#查找").press_sequentially("复议调解")
    page.locator("#查找栏 .查到 button").first.wait_for()
    page.evaluate(SLOW)
    page.keyboard.press("Enter")
    page.keyboard.type("2件")
    stored(served.path, "复议调解: 2件")
    assert page.locator("#查找").input_value() == "复议调解"
