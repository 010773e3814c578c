"""Quick presses in Chromium: each counts, in order, on what it was meant for; what takes away takes one."""

from typing import NamedTuple

import pytest

from tests.preview.conftest import EXAMPLE, holds, stored
from tests.preview.test_form_page import SLOW

TOPIC = "矛盾纠纷化解"
SENTENCES = [f"第{number}句自己的话。" for number in "一二三四五六"]
SHORTCOMINGS = [f"第{number}样不足" for number in "一二三四五六"]
FACTS = (
    EXAMPLE.read_text(encoding="utf-8")
    .replace(
        "      化解: 198起\n",
        "      化解: 198起\n      正文:\n" + "".join(f"        - {one}\n" for one in SENTENCES),
    )
    .partition("\n不足:\n")[0]
    + "\n不足:\n"
    + "".join(f"  - 问题: {one}\n    原因: 编制少\n" for one in SHORTCOMINGS)
)
WORDS = f"""[...document.querySelectorAll('#块-{TOPIC} .框 textarea')].map(one => one.value)
    .filter(one => one.includes('自己的话')).join()"""
ITEMS = """[...document.querySelectorAll('[id^="块-不足."] h4')].map(one => one.textContent.split('. ')[1]).join()"""
MINE = """() => { const one = document.activeElement; const block = one.closest('[id^="块-不足."]');
    return [one.textContent, block ? block.querySelector('h4').textContent.split('. ')[1]
        : one.closest('.项')?.querySelector('textarea').value] }"""


@pytest.fixture
def form(page, served):
    """The page on a file with six sentences of one's own and six shortcomings."""
    served.path.write_text(FACTS, encoding="utf-8")
    holds(page, f"{WORDS} === '{','.join(SENTENCES)}'")
    holds(page, f"{ITEMS} === '{','.join(SHORTCOMINGS)}'")
    holds(
        page, "!document.getElementById('问题').textContent.includes('正在查')"
    )  # nothing is put in any more
    return page


def moved(names, name, to):
    """Give the names with one of them at another place."""
    rest = [one for one in names if one != name]
    return [*rest[:to], name, *rest[to:]]


def button_of(form, name, label):
    """Give a button of a shortcoming, its menu open, or of a sentence."""
    if name in SENTENCES:
        row = form.locator(f"#块-{TOPIC} .项").nth(
            form.evaluate(
                f"""name => [...document.querySelectorAll('#块-{TOPIC} .项')]
                .findIndex(one => one.querySelector('textarea')?.value === name)""",
                name,
            )
        )
        row.locator("textarea").focus()
        return row.get_by_role("button", name=label)
    block = form.locator('[id^="块-不足."]').filter(has=form.locator("h4", has_text=name))
    block.locator(".调 summary").click()
    return block.get_by_role("button", name=label)


def to_it(form, button):
    """Bring the mouse over a button."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    form.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def click(form, count):
    """Click where the mouse is, for the so-many-th time at one place."""
    form.mouse.down(click_count=count)
    form.mouse.up(click_count=count)


class Moving(NamedTuple):
    """Four presses on a button of the one at `start`, that bring it to `end`."""

    names: list
    shown: str
    start: int
    label: str
    end: int

    def done(self):
        """Give the question whether it is there, and the cursor on its button."""
        name = self.names[self.start]
        order = f"{self.shown} === '{','.join(moved(self.names, name, self.end))}'"
        return f"{order} && JSON.stringify(({MINE})()) === JSON.stringify(['{self.label}', '{name}'])"


MOVES = [
    Moving(SHORTCOMINGS, ITEMS, 0, "下移", 4),
    Moving(SHORTCOMINGS, ITEMS, 5, "上移", 1),
    Moving(SHORTCOMINGS, ITEMS, 2, "上移", 0),
    Moving(SENTENCES, WORDS, 0, "下移", 4),
    Moving(SENTENCES, WORDS, 5, "上移", 1),
]


@pytest.mark.parametrize("move", MOVES, ids=lambda one: f"{one.names[one.start]}{one.label}")
def test_each_of_four_keys_moves_it_further(form, served, move):
    name = move.names[move.start]
    button_of(form, name, move.label).focus()
    for _ in range(4):
        form.keyboard.press("Enter")
    holds(form, move.done())
    form.wait_for_timeout(300)
    assert form.evaluate(move.done()), "and there it stays"
    wanted, text = moved(move.names, name, move.end), served.path.read_text(encoding="utf-8")
    assert sorted(wanted, key=text.index) == wanted


@pytest.mark.parametrize("move", MOVES, ids=lambda one: f"{one.names[one.start]}{one.label}")
def test_each_of_four_clicks_moves_it_further(form, move):
    button = button_of(form, move.names[move.start], move.label)
    to_it(form, button)
    for count in range(1, 5):
        click(form, count)
        form.wait_for_timeout(120)
    holds(form, move.done())


def test_the_mouse_has_the_button_under_it_still(form):
    """However long the clerk waits between two clicks."""
    button = button_of(form, SHORTCOMINGS[2], "下移")
    to_it(form, button)
    for place in (3, 4):
        click(form, 1)
        holds(form, f"{ITEMS} === '{','.join(moved(SHORTCOMINGS, SHORTCOMINGS[2], place))}'")
        holds(form, f"JSON.stringify(({MINE})()) === JSON.stringify(['下移', '{SHORTCOMINGS[2]}'])")


def test_of_two_presses_on_two_neighbours_each_moves_its_own(form):
    """The second is pressed while the first has changed places with it, and the page does not show that yet."""
    first, second = (button_of(form, one, "下移") for one in SHORTCOMINGS[:2])
    form.evaluate(SLOW)
    form.evaluate("all => all.forEach(one => one.click())", [first.element_handle(), second.element_handle()])
    wanted = moved(moved(SHORTCOMINGS, SHORTCOMINGS[0], 1), SHORTCOMINGS[1], 1)
    holds(form, f"{ITEMS} === '{','.join(wanted)}'")


@pytest.mark.parametrize("clicks", ["double", "keys"])
def test_a_double_press_takes_away_one(form, served, clicks):
    button = button_of(form, SHORTCOMINGS[1], "删去")
    if clicks == "double":
        to_it(form, button)
        click(form, 1)
        holds(form, f"!{ITEMS}.includes('{SHORTCOMINGS[1]}')")  # the next has come in its place
        click(form, 2)
    else:
        button.focus()
        form.keyboard.press("Enter")
        form.keyboard.press("Enter")
    left = [one for one in SHORTCOMINGS if one != SHORTCOMINGS[1]]
    holds(form, f"{ITEMS} === '{','.join(left)}'")
    form.wait_for_timeout(500)
    assert form.evaluate(ITEMS) == ",".join(left)
    assert all(one in served.path.read_text(encoding="utf-8") for one in left)


def test_as_many_are_added_as_there_are_clicks_and_the_last_is_gone_to(form):
    button = form.locator("#块-不足").get_by_role("button", name="另写一条")
    to_it(form, button)
    for count in (1, 2, 3):
        click(form, count)
    holds(form, """document.querySelectorAll('[id^="块-不足."]').length === 9""")
    holds(form, """document.activeElement.closest('[id^="块-不足."]')?.id === '块-不足.8'""")


def test_undo_waits_for_what_is_typed_and_each_press_of_it_counts(form, served):
    field = form.locator('[id="项-法治宣传教育.受教育"]')
    other = form.locator('[id="项-法律顾问.普法讲座"]')
    field.fill("31余人次")
    stored(served.path, "31余人次")
    other.fill("41场")
    stored(served.path, "41场")
    form.evaluate(SLOW)
    field.fill("32余人次")
    form.locator("[data-post='/undo']").click(click_count=3)
    stored(served.path, "受教育: 3000余人次")
    stored(served.path, "普法讲座: 20场")
    form.locator("[data-post='/redo']").click(click_count=2)
    stored(served.path, "受教育: 31余人次")
    stored(served.path, "普法讲座: 41场")
    holds(form, "document.getElementById('项-法治宣传教育.受教育').value === '31余人次'")
