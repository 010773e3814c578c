"""A facts file's text as the page shows it: what can be read is drafted, what cannot is named."""

from pathlib import Path

import pytest

from generator.checks.index import rules_by_code
from generator.commands.check import check_file
from generator.commands.steps import Given, prepare_report
from generator.document.page.layout import read_layout
from generator.preview.rendered import SupersededError, judged, problems_of, rendered_text
from generator.problems import FactsError
from generator.resources import Templates
from tests.finished import EXAMPLES

LAYOUT = read_layout(Templates(), None)


def rendered(path, change=("", "")):
    text = path.read_bytes().decode()
    return rendered_text(text.replace(*change) if change[0] else text, path, Given(), LAYOUT)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_is_the_commands_report_with_the_commands_problems(path):
    shown = rendered(path)
    assert shown.prepared.markdown == prepare_report(path, Given()).markdown
    assert problems_of(shown, Given()) == check_file(path, Given()).problems


def test_a_mistake_is_named_and_the_rest_is_shown():
    (path,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    shown = rendered(path, ("普法活动: 50余次", "普法活动: 66余次"))
    (mistake,) = shown.mistakes
    assert mistake.field.endswith("法治宣传教育.普法活动")
    assert "受教育群众3000余人次" in shown.prepared.markdown
    assert mistake in problems_of(shown, Given())


def test_what_is_no_yaml_is_refused():
    with pytest.raises(FactsError):
        rendered_text("年度: [", Path("甲镇-2023.yaml"), Given(), LAYOUT)


def test_the_words_of_the_parts_are_those_that_the_notice_is_held_to():
    (path,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    text = path.read_bytes().decode()
    plain = rendered_text(text, path, Given(), LAYOUT)
    assert (plain.wanted, plain.fits) == ("", True)
    assert [one.title[:2] for one in plain.lengths] == ["开头", "一、", "二、", "三、", "四、"]
    short = rendered_text(text + "\n通知: {字数: 不超过100}\n", path, Given(), LAYOUT)
    told = next(one for one in problems_of(short, Given()) if one.code == "篇幅-07")
    assert f"全文{sum(one.words for one in short.lengths)}字" in told.message
    assert (short.wanted, short.fits) == ("不超过100", False)


def test_the_rules_are_left_as_soon_as_nobody_waits_for_them():
    asked = []

    def between():
        asked.append(True)
        if len(asked) == 3:
            raise SupersededError

    assert judged(rendered(EXAMPLES[0]), Given(), between) == ()
    assert len(asked) == 3


def test_remedies_are_left_too_as_soon_as_nobody_waits_for_them():
    (path,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    figure = "      受教育: 3000余人次\n"
    shown = rendered(path, (figure, f"{figure}      亮点:\n        - 在大杨村,建成公园。\n"))
    asked = []
    assert any(one.mend for one in problems_of(shown, Given(), lambda: asked.append(True)))
    most = len(asked) - 1
    assert most > len(rules_by_code()), "the rules are asked once more"

    def between():
        asked.append(True)
        if len(asked) == most:
            raise SupersededError

    asked.clear()
    assert judged(shown, Given(), between) == ()
    assert len(asked) == most
