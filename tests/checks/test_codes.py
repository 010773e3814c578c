"""Every code that is printed is explained, and its example shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.batch.hands import one_by_one
from generator.batch.keys import with_state
from generator.batch.plan import plan_jobs
from generator.batch.table_facts import made_facts
from generator.batch.work import do_jobs
from generator.checks.codes import CODES, GROUP_TITLES
from generator.checks.gather import Known
from generator.checks.reference import describe_code
from generator.checks.registry import all_rules
from generator.collecting.filled import Answer, CellText, Filled
from generator.collecting.merged import OfficeValue
from generator.collecting.proving import not_written, unwritten_problem
from generator.commands.check import check_files
from generator.commands.collect import collect_forms
from generator.commands.form import read_asking
from generator.commands.rules import explained_rule
from generator.commands.steps import Given
from generator.conformity.deviations import layout_problems
from generator.document.page.layout import read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.files import ready_folder
from generator.forms.asking import form_for_all
from generator.forms.cards import read_card
from generator.forms.workbook import HEAD_KEYS
from generator.intake.foreign import open_word
from generator.problems import FactsError
from generator.resources import Templates
from generator.rollup.copied import copy_reminders
from generator.rollup.outputs import roll_up
from generator.rollup.units import gather_units
from generator.yamltext.source import read_source
from tests.batch.units import fatal_order, write_units
from tests.each import each

PACKAGE = Path(__file__).parents[2] / "generator"
CODE = re.compile(r'"([一-龥]{2}-\d\d)"')
HEAD = "年度: 2023\n单位:\n  名称: 甲镇人民政府\n  简称: 甲镇\n  级别: 镇\n落款:\n  日期: 2024-01-20\n"


def printed() -> set[str]:
    """Give the codes that stand as texts of their own anywhere in the program, but for the table of explanations."""
    files = (path for path in PACKAGE.rglob("*.py") if path.name != "codes.py")
    return {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_that_is_printed_is_explained_and_no_other():
    rules = {rule.code for rule in all_rules()}
    codes = {one.code for one in CODES}
    assert printed() - rules == codes
    assert len(codes) == len(CODES)
    assert list(dict.fromkeys(one.group for one in CODES)) == list(GROUP_TITLES)


@each("one", CODES, ids=lambda one: one.code)
def test_a_code_says_what_why_and_how(one):
    assert explained_rule(one.code) == explained_rule(one.title) == describe_code(one)
    for part in ("查什么", "为什么", "怎么改"):
        assert f"{part}：" in describe_code(one)


def _facts(text, folder):
    """Lines behind the head of a facts file; last year's lies beside it."""
    for year in ("2022", "2023"):
        lines = f"{HEAD}{text}\n" if year == "2023" else HEAD
        written = re.sub(
            r"\[U\+([0-9A-F]{4})]", lambda sign: chr(int(sign[1], 16)), lines.replace("2023", year)
        )
        (folder / f"甲镇-{year}.yaml").write_text(written, encoding="utf-8")
    return folder / "甲镇-2023.yaml"


def _named(text, folder):
    """The file that a command names; only 甲镇-2023.yaml is there."""
    _facts("", folder)
    return folder / text.rpartition(" ")[2]


def _whole(text, folder):
    file = folder / "甲镇-2023.yaml"
    file.write_text(text + "\n", encoding="utf-8")
    return file


def _saved(text, folder):
    """A file as it is said to be saved: its size, its encoding, a character cut in two."""
    name, _, how = text.partition("，")
    content = HEAD
    if how.endswith(" MB"):
        content += "# 注\n" * int(float(how.removesuffix(" MB")) * 1_000_000 / len("# 注\n".encode()))
    data = content.encode(how.removeprefix("编码 ") if how.startswith("编码") else "utf-8")
    if how.endswith("只剩一半"):
        data = data.replace("镇".encode(), "镇".encode()[:-1], 1)
    (folder / name).write_bytes(data)
    return folder / name


def _draft(text, folder):
    file = folder / "甲镇.md"
    file.write_text(text + "\n", encoding="utf-8")
    return file


def _collected(text, folder):
    """What is told of an office's form of one row, as the page saves it, where the facts file has 化解: 52起."""
    file = _facts("举措成效:\n  矛盾纠纷化解:\n    化解: 52起", folder)
    asking = read_asking(file, Given())
    form = form_for_all(asking.facts, asking.topics)
    head = dict(zip(HEAD_KEYS, ("", form.unit, str(form.year), form.office, form.identity), strict=True))
    row = dict(re.findall(r"(?m)^(.+?): ?(.*)$", text))
    head |= {key: row.pop(key) for key in HEAD_KEYS if key in row}
    filled = folder / "各科室.yaml"
    filled.write_text(yaml.safe_dump({"填报表": head, "各项": [row]}, allow_unicode=True), encoding="utf-8")
    return collect_forms([filled], file, Given()).merged.problems


def _read_again(text, folder):
    """What is told where a form's 化解: 56起 was taken and the facts file, read again, has this."""
    asking = read_asking(_facts(text, folder), Given())
    rows = {row.key: row for row in form_for_all(asking.facts, asking.topics).rows}
    key = "矛盾纠纷化解.化解"
    filled = Filled("司法所.xlsx", "甲镇", "2023", "司法所", "", (), "", "")
    taken = OfficeValue(rows[key], "56起", Answer(key, CellText("56起"), "填报!G7"), filled)
    return [unwritten_problem(one, "甲镇-2023.yaml") for one in not_written([taken], rows)]


def _typeset(text, folder):
    """What is told of the layout of a Word file that was set with these values of a layout in place of the usual."""
    (folder / "版式.yaml").write_text(text, encoding="utf-8")
    report = "# 甲镇2023年法治政府建设年度报告\n\n## 一、主要举措\n\n全年开展普法活动12场。\n\n甲镇人民政府\n\n2024年1月20日\n"
    layout = read_layout(Templates(), folder / "版式.yaml")
    data = write_docx(read_blocks(report, file="甲"), layout)
    return layout_problems(open_word(data, "甲.docx"), read_layout(Templates()))


def _together(text, folder):
    """What is told of several facts files, each named as 甲镇2023年, behind it a sentence of its own.

    Without a name of the unit none is written; what stands in brackets behind it is another line of the file.
    """
    for number, one in enumerate(text.split("、")):
        whole, _, own = one.partition("：")
        named, _, more = whole.removesuffix("）").partition("（")
        unit, year = named.removesuffix("年")[:-4], named.removesuffix("年")[-4:]
        name = f"单位:\n  名称: {unit}\n" if unit else ""
        measures = f"举措成效:\n  矛盾纠纷化解:\n    正文:\n      - '{own}'\n" if own else ""
        (folder / f"{number}.yaml").write_text(f"年度: {year}\n{name}{more}\n{measures}", encoding="utf-8")
    counted = gather_units([folder], Templates())
    rolled = roll_up(counted, Templates(), None, "")
    return (*rolled.counted.problems, *copy_reminders(rolled.rows))


def _one_of_many(text, folder):
    """What is told of a file of a batch that ends as is said: its name makes a step of the tests do so."""
    name = "毒" if "进程" in text else "错" if "出错" in text else "甲"
    (source,) = write_units(folder / "事实", 1)
    source = source.rename(source.with_name(f"{name}.yaml"))
    order = with_state(fatal_order(folder / "报告"))
    ready_folder(order.out)
    jobs = plan_jobs([source], {})
    records = list(one_by_one(jobs, order)) if name == "毒" else do_jobs(jobs, order)
    return [problem for record in records for problem in record.problems]


def _table(text, folder):
    """What is told of the facts made of a table."""
    (folder / "各单位.csv").write_text(text, encoding="utf-8-sig")
    made = made_facts(folder / "各单位.csv", folder / "报告", Templates())
    return [problem for record in made.refused for problem in record.problems]


READ = {
    "版式": (_whole, lambda file: read_layout(Templates(), file)),
    "卡片": (_whole, read_card),
    "存成": (_saved, lambda file: read_source(file.read_bytes(), file.name)),
}
COLLECTED = {
    "填报表": _collected,
    "读回": _read_again,
    "排版": _typeset,
    "几份文件": _together,
    "表": _table,
    "成批的一份": _one_of_many,
}
CHECKED = {"事实文件": _facts, "整个文件": _whole, "文稿": _draft, "命令": _named}


def _problems(one, text, folder):
    """What is told of an example, each with its code and message."""
    folder.mkdir()
    if one.stands_in in COLLECTED:
        return {(problem.code, problem.message) for problem in COLLECTED[one.stands_in](text, folder)}
    if one.stands_in in CHECKED:
        (outcome,) = check_files([CHECKED[one.stands_in](text, folder)], Given(), Known(), {})
        return {(problem.code, problem.message) for problem in outcome.problems}
    write, read = READ[one.stands_in]
    try:
        read(write(text, folder))
    except FactsError as error:
        return {(problem.code, problem.message) for problem in error.problems}
    return set()


@pytest.mark.parametrize("one", CODES, ids=lambda one: one.code)
def test_the_example_shows_it(one, tmp_path):
    bad, good = (_problems(one, text, tmp_path / name) for text, name in ((one.bad, "误"), (one.good, "正")))
    assert one.code in {code for code, _message in bad - good}
    assert one.code == "待填-01" or one.code not in {code for code, _message in good}
