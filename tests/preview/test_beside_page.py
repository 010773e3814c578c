"""In Chromium, by keyboard alone: what is said beside a figure, and a reminder that is let stand."""

import pytest

from tests.preview.conftest import EXAMPLE, holds, shown, stored
from tests.preview.test_form_page import entry, focused

FIGURE = "矛盾纠纷化解.化解"
DOUBLED = "群众安全感明显提升显著提升。"


@pytest.fixture
def form(page):
    """The page with its form shown."""
    page.wait_for_selector("#表单 .块.级2")
    return page


def beside(page, key):
    return page.locator(f'[id="旁-{key}-项-{FIGURE}"]')


def to_beside(page, key):
    """Go by keyboard from the figure to what is said beside it."""
    entry(page, FIGURE).focus()
    for _ in range(6):
        page.keyboard.press("Alt+ArrowDown")
        if focused(page) == f"旁-{key}-项-{FIGURE}":
            return
    raise AssertionError(f"{key} is not reached")


def test_a_figures_own_day_and_last_years_are_set_and_cleared_by_keyboard(form, served):
    to_beside(form, "截至")
    form.keyboard.type("2023-11-30")
    stored(served.path, "化解: {值: 198起, 截至: 2023-11-30}")
    shown(form, "198起（截至11月30日）")
    assert focused(form) == f"旁-截至-项-{FIGURE}"
    beside(form, "上年同期").wait_for()
    to_beside(form, "上年同期")
    form.keyboard.type("176起")
    stored(served.path, "上年同期: 176起")
    to_beside(form, "同比")
    form.keyboard.press("Space")
    shown(form, "较上年同期增长12.5%")
    form.keyboard.press("Escape")
    assert focused(form) == f"项-{FIGURE}"
    holds(form, "document.querySelector('.旁话')?.textContent === '截至 2023-11-30，上年同期 176起，写同比'")
    to_beside(form, "同比")
    form.keyboard.press("Space")
    for key in ("上年同期", "截至"):
        to_beside(form, key)
        form.keyboard.press("Control+a")
        form.keyboard.press("Delete")
    stored(served.path, "化解: 198起\n")
    assert served.path.read_bytes() == EXAMPLE.read_bytes()
    form.locator("#查找").focus()
    holds(form, "!document.querySelector('.旁话')")


def test_a_wrong_day_is_told_at_its_figure_and_gone_to(form, served):
    to_beside(form, "截至")
    form.keyboard.type("2022-11-30")
    stored(served.path, "截至: 2022-11-30")
    told = form.locator(f'[id="错-项-{FIGURE}"]').get_by_text("不在2023年度里")
    told.wait_for()
    form.locator("#查找").focus()
    form.locator("#问题 [data-go]").filter(has_text="不在2023年度里").press("Enter")
    holds(form, f"document.activeElement.id === '旁-截至-项-{FIGURE}'")


def test_a_reminder_is_let_stand_and_told_again_by_keyboard(form, served, violations):
    text = served.path.read_text(encoding="utf-8")
    served.path.write_text(
        text.replace("      化解: 198起\n", f"      化解: 198起\n      正文: 宣传之后{DOUBLED}\n"),
        encoding="utf-8",
    )
    button = form.locator("#问题 li").filter(has_text="两遍“提升”").get_by_role("button", name="此处不再提醒")
    button.wait_for()
    button.focus()
    form.keyboard.press("Enter")
    stored(served.path, "检查:\n  停用:\n    - 规则: 文字-26\n")
    button.wait_for(state="detached")
    holds(form, "document.getElementById('连接').textContent.includes('不再提醒的')")
    assert form.evaluate("document.activeElement !== document.body")
    block = form.locator("#块-检查")
    block.locator("summary").press("Enter")
    assert "一个分句里写了两遍“提升”" in block.inner_text()
    reason = block.locator("[data-path]").first
    reason.fill("原话如此")
    stored(served.path, "原因: 原话如此")
    serious = [one["id"] for one in violations(form) if one["impact"] in {"serious", "critical"}]
    assert serious == []
    reason.focus()
    form.keyboard.press("Alt+ArrowDown")
    while form.evaluate("document.activeElement.textContent") != "恢复提醒":
        form.keyboard.press("ArrowRight")
    form.keyboard.press("Enter")
    button.wait_for()
    assert "停用" not in served.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (683, 384)])
def test_what_stands_beside_fits_and_can_be_read_aloud(form, violations, width, height):
    form.set_viewport_size({"width": width, "height": height})
    to_beside(form, "截至")
    assert form.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    wide = "document.getElementById('表单栏').scrollWidth - document.getElementById('表单栏').clientWidth"
    assert form.evaluate(wide) <= 0
    serious = [one["id"] for one in violations(form) if one["impact"] in {"serious", "critical"}]
    assert serious == []
