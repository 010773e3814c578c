"""The page that is filled in a browser: in Chromium, as a file, without a network, judging as the program does."""

import re
from pathlib import Path

import pytest

from generator.collecting.filled import CellText
from generator.collecting.merging import merge_forms
from generator.collecting.page_file import read_page_file
from generator.collecting.values import settled_cell
from generator.commands.form import read_asking
from generator.commands.steps import Given
from generator.forms.asking import Asked, forms_by_office
from generator.forms.page_rules import row_rules
from generator.forms.webform import form_page, form_pages
from generator.resources import yaml_texts
from generator.topics import Field
from tests.cli.command import EXAMPLES
from tests.collecting.forms import TOPIC, office_form, rows
from tests.each import each

CASES = yaml_texts((Path(__file__).parent / "page_cases.yaml").read_text(encoding="utf-8"))
JUDGED = [
    (case, str(text), good)
    for case in CASES
    for good, key in ((True, "对"), (False, "错"))
    for text in case[key]
]


def field_of(case):
    return Field(
        "甲",
        case["类型"],
        "说明",
        tuple(case.get("单位", ())),
        wordings=case.get("说法", {}),
        zero=case.get("零", ""),
        numerator=case.get("分子", ""),
        denominator=case.get("分母", ""),
    )


def asked_of(case):
    return Asked("主题", "甲", "甲", field=field_of(case))


@pytest.fixture(scope="module")
def page():
    return form_page(office_form())


@pytest.fixture
def form(window, tab, tmp_path, page):
    """The page of an office, opened as a file; it asks for nothing but itself."""
    path = tmp_path / "司法所.html"
    path.write_text(page, encoding="utf-8")
    asked = []
    window.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    yield tab
    assert {one for one in asked if not one.startswith("blob:")} == {path.as_uri()}


def downloaded(form, press):
    """Save the form in some way, and read what the browser stored as the program does."""
    with form.expect_download() as saving:
        press()
    return read_page_file(Path(saving.value.path()).read_bytes(), saving.value.suggested_filename)


def saved(form):
    return downloaded(form, form.get_by_role("button", name="保存").click)


@each(("case", "text", "good"), JUDGED, ids=lambda one: one if isinstance(one, str) else "")
def test_the_program_judges_the_cases(case, text, good):
    assert bool(settled_cell(CellText(text), asked_of(case)).wrong) is not good


def test_the_page_judges_the_cases_as_the_program_does(form):
    judged = [[text, row_rules(asked_of(case))] for case, text, _ in JUDGED]
    told = form.evaluate("cases => cases.map(([text, row]) => window.填报.judge(text, row))", judged)
    assert len(told) == len(JUDGED)
    wrong = [(text, said) for (_, text, good), said in zip(JUDGED, told, strict=True) if bool(said) is good]
    assert wrong == []


def test_the_page_runs_as_it_is_and_asks_nobody(form, page):
    assert (
        form.locator("html").get_attribute("data-ready") == "1"
    )  # its script ran: the policy's hash is right
    assert "default-src 'none'" in page
    for word in ("http://", "https://", "@import", "url(", "src=", " style=", " onclick"):
        assert word not in page


@pytest.mark.parametrize(
    "name",
    # the longest usually, all of them in the soak run
    [
        pytest.param(path.name, marks=pytest.mark.soak if number else ())
        for number, path in enumerate(sorted(EXAMPLES.glob("*.yaml"), key=lambda one: -one.stat().st_size))
    ],
)
def test_a_page_stays_small(name):
    asking = read_asking(EXAMPLES / name, Given())
    for form in forms_by_office(asking.facts, asking.topics):
        pages = form_pages(form)
        assert all(len(page.encode()) <= 150_000 for page in pages.values())
        assert sum(page.count("<legend>") for page in pages.values()) == len(form.topics)


def number_of(key):
    return next(number for number, row in enumerate(office_form().rows) if row.key == key)


def cell(form, kind, key):
    """The value, the remark or the name of a row."""
    return form.locator(f"#{kind}{number_of(key)}")


def test_what_is_filled_in_is_saved_and_collected(form):
    for kind, key, text in (
        ("v", f"{TOPIC}.普法活动", "61次"),
        ("m", f"{TOPIC}.普法活动", "台账：“老”的 #1"),
        ("v", f"{TOPIC}.其他数据.新1", "300册"),
        ("n", f"{TOPIC}.其他数据.新1", "印发工作手册"),
        ("v", f"{TOPIC}.正文.新1", '编排"普法"快板【快板：3个】。'),
    ):
        cell(form, kind, key).fill("")
        cell(form, kind, key).press_sequentially(text)
    form.get_by_label("填报日期").fill("1月5日")
    filled = saved(form)
    assert filled.file == "云岭镇-2024-司法所.yaml"
    assert (filled.unit, filled.year, filled.office, filled.day) == ("云岭镇", "2024", "司法所", "1月5日")
    assert filled.identity == office_form().identity
    merged = merge_forms([filled], rows())
    assert {told.row.key: (told.value, told.origin) for told in merged.taken} == {
        f"{TOPIC}.普法活动": ("61次", "司法所1月5日，台账：“老”的 #1"),
        f"{TOPIC}.其他数据.印发工作手册": ("300册", "司法所1月5日"),
        f'{TOPIC}.正文.新.编排"普法"快板【快板：3个】。': ('编排"普法"快板【快板：3个】。', "司法所1月5日"),
    }
    assert merged.problems == []


def test_what_nobody_touched_comes_back_as_no_change(form):
    merged = merge_forms([saved(form)], rows())
    assert (merged.taken, merged.problems) == ([], [])


def test_a_mistake_is_told_while_typing_and_bound_to_its_field(form):
    value, number = cell(form, "v", f"{TOPIC}.普法活动"), number_of(f"{TOPIC}.普法活动")
    value.fill("五六十次吧")
    told = form.locator(f"#e{number}")
    assert told.inner_text()
    assert value.get_attribute("aria-invalid") == "true"
    assert value.get_attribute("aria-describedby") == f"t{number} e{number}"
    assert "还有1处标红的" in (saved(form) and form.locator("#说明").inner_text())
    value.fill("五十余次")
    assert (told.inner_text(), value.get_attribute("aria-invalid")) == ("", "false")


def test_nothing_is_told_of_words_that_are_being_composed(form, window):
    """An input method shows pinyin in the cell until a word is chosen."""
    value, number = cell(form, "v", f"{TOPIC}.普法活动"), number_of(f"{TOPIC}.普法活动")
    value.fill("")
    value.focus()
    keyboard = window.new_cdp_session(form)
    for typed in ("l", "liu", "liu shi ci"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
        )
        assert (value.input_value(), form.locator(f"#e{number}").inner_text()) == (typed, "")
    keyboard.send("Input.insertText", {"text": "六十次吧"})
    assert value.input_value() == "六十次吧"
    assert form.locator(f"#e{number}").inner_text()


def test_the_keyboard_is_enough(form):
    def focused():
        return form.evaluate("document.activeElement.id || document.activeElement.tagName")

    def move_to(name):
        for _ in range(400):
            if focused() == name:
                return
            form.keyboard.press("Tab")
        raise AssertionError(name)

    def type_in(name, text):
        move_to(name)
        form.keyboard.press("Control+A")
        form.keyboard.type(text)

    form.keyboard.press("Tab")
    assert focused() == "人"
    type_in("日", "1月6日")
    type_in(f"v{number_of(f'{TOPIC}.普法活动')}", "62次")
    type_in(f"m{number_of(f'{TOPIC}.普法活动')}", "台账")
    move_to("SUMMARY")
    form.keyboard.press("Enter")
    more = next(number for number, row in enumerate(office_form().rows) if not row.usual and row.field.units)
    type_in(f"v{more}", "3场")
    assert form.locator(f"#v{more}").is_visible()
    by_shortcut = downloaded(form, lambda: form.keyboard.press("Control+S"))
    move_to("存")
    by_button = downloaded(form, lambda: form.keyboard.press("Enter"))
    assert by_shortcut.answers == by_button.answers
    answers = {one.key: (one.cell.text, one.remark) for one in by_button.answers}
    assert answers[f"{TOPIC}.普法活动"] == ("62次", "台账")
    assert answers[office_form().rows[more].key] == ("3场", "")


def test_what_is_not_saved_stays_through_a_reload_and_is_asked_about_on_leaving(form):
    asked = []
    form.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    cell(form, "v", f"{TOPIC}.普法活动").fill("五六十次吧")
    form.reload()
    assert asked == ["beforeunload"]
    assert cell(form, "v", f"{TOPIC}.普法活动").input_value() == "五六十次吧"
    assert form.locator(f"#e{number_of(f'{TOPIC}.普法活动')}").inner_text()


def test_the_day_is_filled_in_where_nobody_wrote_one(form):
    form.clock.set_fixed_time("2025-01-05T10:00:00")
    assert saved(form).day == "1月5日"
    form.clock.set_fixed_time("2025-01-06T10:00:00")
    assert saved(form).day == "1月6日"
    form.get_by_label("填报日期").fill("1月3日")
    assert saved(form).day == "1月3日"


def test_the_page_breaks_no_rule_of_accessibility(form, accessible):
    for closed in form.locator("details").all():
        closed.locator("summary").click()
    cell(form, "v", f"{TOPIC}.普法活动").fill("五六十次吧")
    saved(form)
    assert accessible(form) == []


def test_every_field_has_a_label_and_ids_are_unique(page):
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    labelled = set(re.findall(r'<label for="([^"]+)"', page))
    for tag in re.findall(r"<(?:input|select|textarea)[^>]*>", page):
        name = re.search(r' id="([^"]+)"', tag)[1]
        assert name in labelled or "aria-label=" in tag, tag
    assert '<html lang="zh-CN">' in page
    assert page.count("<h1>") == page.count("<main>") == 1
    for described in re.findall(r'aria-describedby="([^"]+)"', page):
        assert set(described.split()) <= set(ids)


def test_facts_cannot_become_markup():
    row = Asked("主题", "甲", "甲<b>", base='"><script>alert(1)</script>', note="</script>")
    form = office_form()
    topic = form.topics[0]._replace(rows=(row,))
    text = form_page(form._replace(topics=(topic,)))
    assert "<script>alert" not in text
    assert text.count("</script>") == 2
