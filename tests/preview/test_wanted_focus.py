"""Where the focus is to go after a press waits for the form; whoever types elsewhere meanwhile stays where he is."""

import pytest

from tests.preview.conftest import EXAMPLE, holds, stored
from tests.preview.test_form_page import entry, focused

FIGURE = "法治宣传教育.受教育"


@pytest.fixture
def form(page):
    """The page with its form shown."""
    page.wait_for_selector("#表单 .块.级2")
    return page


def test_who_types_elsewhere_before_the_form_comes_keeps_the_focus(form, served):
    whole = EXAMPLE.read_text(encoding="utf-8")
    served.path.write_text(whole.replace("举措成效:\n", "举措成效: [\n", 1), encoding="utf-8")
    form.wait_for_selector("#读不出")
    opened = form.locator("#块-法治宣传教育 .还可 [data-open]").first
    name = opened.get_attribute("data-focus")
    opened.evaluate("one => one.click()")
    entry(form, FIGURE).click()
    form.keyboard.press("End")
    served.path.write_text(whole, encoding="utf-8")
    holds(form, "name => document.getElementById(name) !== null", name)
    form.wait_for_timeout(300)
    assert focused(form) == f"项-{FIGURE}"
    form.keyboard.press("Control+a")
    form.keyboard.type("4000余人次", delay=20)
    stored(served.path, "受教育: 4000余人次")
    assert focused(form) == f"项-{FIGURE}"


def test_who_waits_for_it_is_taken_there(form):
    opened = form.locator("#块-法治宣传教育 .还可 [data-open]").first
    name = opened.get_attribute("data-focus")
    form.locator("#块-法治宣传教育 .还可 summary").click()
    opened.click()
    holds(form, "name => document.activeElement.id === name", name)
