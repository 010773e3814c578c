"""The page that is filled in a browser: in Chromium, as a file, without a network, judging as the program does."""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest

from generator.collecting.filled import CellText
from generator.collecting.merging import merge_forms
from generator.collecting.page_file import read_page_file
from generator.collecting.values import settled_cell
from generator.commands.form import read_asking
from generator.commands.steps import Given
from generator.forms.asking import Asked, forms_by_office
from generator.forms.page_rules import page_rules, row_rules
from generator.forms.webform import form_page, form_pages
from generator.resources import Templates, yaml_texts
from generator.topics import Field
from tests.cli.command import EXAMPLES
from tests.collecting.forms import TOPIC, office_form, rows

CASES = yaml_texts((Path(__file__).parent / "page_cases.yaml").read_text(encoding="utf-8"))
JUDGED = [
    (case, str(text), good)
    for case in CASES
    for good, key in ((True, "对"), (False, "错"))
    for text in case[key]
]
SCRIPT = Templates().read("填报页/脚本.js").text


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


def dumped(chromium, page):
    command = [
        chromium,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={page.parent / 'profile'}",
        "--dump-dom",
        page.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


@pytest.fixture(scope="module")
def page():
    return form_page(office_form())


def driven(chromium, tmp_path, page, script):
    """Run a script in the page, and give what it leaves in #得; the policy is taken off to let it in."""
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    path = tmp_path / "页.html"
    path.write_text(
        text.replace("</body>", f'<pre id="得"></pre><script>{script}</script></body>'), encoding="utf-8"
    )
    found = re.search(r'<pre id="得">(.*?)</pre>', dumped(chromium, path), re.DOTALL)
    return html.unescape(found[1])


@pytest.mark.parametrize(
    ("case", "text", "good"), JUDGED, ids=lambda one: one if isinstance(one, str) else ""
)
def test_the_program_judges_the_cases(case, text, good):
    assert bool(settled_cell(CellText(text), asked_of(case)).wrong) is not good


def test_the_page_judges_the_cases_as_the_program_does(chromium, tmp_path):
    rules = {**page_rules(), "head": [], "headKeys": [], "file": "", "rows": []}
    judged = [[text, row_rules(asked_of(case))] for case, text, _ in JUDGED]
    data = json.dumps(rules, ensure_ascii=False).replace("<", "\\u003c")
    cases = json.dumps(judged, ensure_ascii=False).replace("<", "\\u003c")
    path = tmp_path / "判.html"
    path.write_text(
        f'<meta charset="utf-8"><script type="application/json" id="规则">{data}</script><script>{SCRIPT}</script>'
        f'<pre id="得"></pre><script>document.getElementById("得").textContent = JSON.stringify('
        f"{cases}.map(function (one) {{ return window.填报.judge(one[0], one[1]); }}));</script>",
        encoding="utf-8",
    )
    found = re.search(r'<pre id="得">(.*?)</pre>', dumped(chromium, path), re.DOTALL)
    told = json.loads(html.unescape(found[1]))
    assert len(told) == len(JUDGED)
    wrong = [(text, said) for (_, text, good), said in zip(JUDGED, told, strict=True) if bool(said) is good]
    assert wrong == []


def test_the_page_runs_as_it_is_and_asks_nobody(chromium, tmp_path, page):
    path = tmp_path / "司法所.html"
    path.write_text(page, encoding="utf-8")
    assert 'data-ready="1"' in dumped(chromium, path)  # its script ran, so the policy's hash is right
    assert "default-src 'none'" in page
    for word in ("http://", "https://", "@import", "url(", "src=", " style=", " onclick"):
        assert word not in page


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.yaml")))
def test_a_page_stays_small(name):
    asking = read_asking(EXAMPLES / name, Given())
    for form in forms_by_office(asking.facts, asking.topics):
        pages = form_pages(form)
        assert all(len(page.encode()) <= 150_000 for page in pages.values())
        assert sum(page.count("<legend>") for page in pages.values()) == len(form.topics)


def number_of(key):
    return next(number for number, row in enumerate(office_form().rows) if row.key == key)


FILL = """
function fill(id, text) {
  var one = document.getElementById(id);
  one.value = text;
  one.dispatchEvent(new Event("input", { bubbles: true }));
}
"""


def test_what_is_filled_in_is_saved_and_collected(chromium, tmp_path, page):
    script = FILL + "".join(
        f"fill({json.dumps(f'{kind}{number_of(key)}')}, {json.dumps(text)});"
        for kind, key, text in (
            ("v", f"{TOPIC}.普法活动", "61次"),
            ("m", f"{TOPIC}.普法活动", "台账：“老”的 #1"),
            ("v", f"{TOPIC}.其他数据.新1", "300册"),
            ("n", f"{TOPIC}.其他数据.新1", "印发工作手册"),
            ("v", f"{TOPIC}.正文.新1", '编排"普法"快板【快板：3个】。'),
        )
    )
    script += 'fill("日", "1月5日"); document.getElementById("得").textContent = window.填报.yaml();'
    saved = driven(chromium, tmp_path, page, script)
    filled = read_page_file(saved.encode(), "司法所.yaml")
    assert (filled.unit, filled.year, filled.office, filled.day) == ("云岭镇", "2024", "司法所", "1月5日")
    assert filled.identity == office_form().identity
    merged = merge_forms([filled], rows())
    assert {told.row.key: (told.value, told.origin) for told in merged.taken} == {
        f"{TOPIC}.普法活动": ("61次", "司法所1月5日，台账：“老”的 #1"),
        f"{TOPIC}.其他数据.印发工作手册": ("300册", "司法所1月5日"),
        f'{TOPIC}.正文.新.编排"普法"快板【快板：3个】。': ('编排"普法"快板【快板：3个】。', "司法所1月5日"),
    }
    assert merged.problems == []


def test_what_nobody_touched_comes_back_as_no_change(chromium, tmp_path, page):
    saved = driven(
        chromium, tmp_path, page, 'document.getElementById("得").textContent = window.填报.yaml();'
    )
    merged = merge_forms([read_page_file(saved.encode(), "司法所.yaml")], rows())
    assert (merged.taken, merged.problems) == ([], [])


def test_a_mistake_is_told_while_typing_and_bound_to_its_field(chromium, tmp_path, page):
    number = number_of(f"{TOPIC}.普法活动")
    script = (
        FILL
        + f"""
fill("v{number}", "五六十次吧");
var one = document.getElementById("v{number}");
document.getElementById("得").textContent = JSON.stringify([
  document.getElementById("e{number}").textContent, one.getAttribute("aria-invalid"),
  one.getAttribute("aria-describedby")]);
"""
    )
    told, invalid, described = json.loads(driven(chromium, tmp_path, page, script))
    assert told
    assert (invalid, described) == ("true", f"t{number} e{number}")


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
