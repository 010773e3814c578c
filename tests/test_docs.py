"""What the documents say is so: examples run, every option is described, the README begins as it promises."""

import re
import shlex
from pathlib import Path

import click
import pytest

from generator.cli.app import COMMANDS, program
from tests.cli.command import EXAMPLES, nianbao, said
from tests.conformity.samples import somebody_elses
from tests.each import each
from tests.walking import blocks, runs, walk

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "命令.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", MANUAL, re.DOTALL | re.MULTILINE))
CONTEXT = click.Context(program)
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)


@pytest.fixture
def folder(tmp_path):
    for path in EXAMPLES.glob("*.yaml"):
        if path.stem in MANUAL:  # of every file that lies in a folder many commands make something
            (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "稷下街道-2022.yaml").write_text(text.replace("年度: 2023", "年度: 2022"), encoding="utf-8")
    (tmp_path / "未填完.yaml").write_text(f"{text}\n其他情况:\n", encoding="utf-8")
    (tmp_path / "材料.txt").write_text("综治办：网格86个，网格员92名\n", encoding="utf-8")
    (tmp_path / "旧报告.md").write_text(
        "全年参与行政应诉案件14起，胜诉13起，胜诉率92.85%。\n", encoding="utf-8"
    )
    (tmp_path / "别人的报告.docx").write_bytes(somebody_elses())
    imported = (ROOT / "docs" / "导入.md").read_text(encoding="utf-8")
    report = re.search(r"```text\n(.*?)```", imported, re.DOTALL)[1]
    (tmp_path / "去年的报告.txt").write_text(report, encoding="utf-8")
    county = (ROOT / "docs" / "批量.md").read_text(encoding="utf-8")
    (tmp_path / "各单位.csv").write_text(
        re.search(r"```csv\n(.*?)```", county, re.DOTALL)[1], encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("name", SECTIONS)
def test_the_examples_of_a_command_run(folder, name):
    lines = re.findall(r"^\$ nianbao (.*)$", SECTIONS[name], re.MULTILINE)
    assert lines
    for line in lines:
        expected = re.search(r"退出码 (\d)", line)
        process = nianbao(*shlex.split(line, comments=True), cwd=folder)
        assert process.returncode == int(expected[1] if expected else 0), f"{line}\n{said(process)}"


def test_every_command_has_its_section():
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name):
    params = program.get_command(CONTEXT, name).params
    for param in params:
        for option in param.opts if param.param_type_name == "option" and param.name != "help" else ():
            assert f"`{option}`" in SECTIONS[name], option
    for option in re.findall(r"`(--?\w+)`", SECTIONS[name]):
        assert any(option in param.opts for param in params), option


def test_the_readmes_first_block_holds_two_commands():
    block = re.search(r"```\w*\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    assert block.splitlines() == ["python3 run.py examples", "python3 run.py test"]


def test_the_readmes_facts_are_facts():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    facts = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]
    from generator.facts.loading import facts_from
    from generator.resources import Templates
    from generator.yamltext.source import read_source

    assert facts_from(read_source(facts.encode(), "README.md"), "README.md", Templates()).gaps == ()


def test_the_page_on_the_notice_shows_what_its_facts_give(tmp_path):
    text = (ROOT / "docs" / "通知.md").read_text(encoding="utf-8")
    this, last, ended = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "今年.yaml").write_text(this, encoding="utf-8")
    (tmp_path / "去年.yaml").write_text(last, encoding="utf-8")
    process = nianbao("render", "今年.yaml", "-o", "-", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    quoted = re.findall(r"^ *> (.+)$", text, re.MULTILINE)
    assert len(quoted) == 8
    assert [one for one in quoted if one not in said(process)] == []
    assert nianbao("render", "今年.yaml", cwd=tmp_path).returncode == 0
    (tmp_path / "截至.yaml").write_text(ended, encoding="utf-8")
    process = nianbao("render", "截至.yaml", "-o", "-", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    printed = re.findall(r"```text\n(.*?)```", text, re.DOTALL)[-1]
    assert [one for one in printed.strip().split("\n") if one not in said(process)] == []
    assert "全年" not in said(process)
    assert nianbao("render", "截至.yaml", cwd=tmp_path).returncode == 0


def test_the_page_on_the_public_version_shows_what_its_facts_give(tmp_path):
    page = (ROOT / "docs" / "公开版.md").read_text(encoding="utf-8")
    (tmp_path / "甲.yaml").write_text(re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1], encoding="utf-8")
    full, public = (
        said(nianbao("render", "甲.yaml", "-o", "-", *more, cwd=tmp_path)) for more in ([], ["--public"])
    )
    reported, *published = (text.strip() for text in re.findall(r"```text\n(.*?)```", page, re.DOTALL))
    assert reported in full
    assert [text for text in published if text not in public] == []
    for word in ("败诉", "应诉案件", "198", "7件", "走访", "矫正", "装备不全"):
        assert word in full
        assert word not in public
    assert nianbao("render", "甲.yaml", "--public", cwd=tmp_path).returncode == 0


def test_the_manuals_headings_are_headings():
    from tests.facts.test_loading import facts

    text = re.search(r"```yaml\n(举措成效:.*?)```", MANUAL, re.DOTALL)[1]
    read = facts(text)
    assert [(one.heading, len(one.topics)) for one in read.sections] == [
        ("规范权力运行，推进政务公开", 3),
        ("", 1),
    ]
    assert [one.heading for one in read.duty_sections] == ["带头学法，推动落实", ""]


def test_the_contributors_example_is_a_topic(tmp_path):
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    template = re.search(r"```jinja\n(.*?)```", text, re.DOTALL)[1].replace("\n   ", "\n").removeprefix("   ")
    (tmp_path / "举措成效").mkdir()
    (tmp_path / "举措成效" / "河湖长制.md.j2").write_text(template, encoding="utf-8")
    facts = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    facts = facts.replace("举措成效:\n", "举措成效:\n  河湖长制:\n    巡河: 近50次\n    整治问题: 6处\n", 1)
    (tmp_path / "甲.yaml").write_text(facts, encoding="utf-8")
    process = nianbao("render", "甲.yaml", "-o", "-", "--templates", tmp_path, cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert "近50次，整治问题6处。" in said(process)


def test_the_contributors_table_has_every_package():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    packages = (
        one.stem for one in (ROOT / "generator").iterdir() if one.suffix in ("", ".py") and one.stem[0] != "_"
    )
    assert [one for one in packages if not re.search(rf"\b{one}\b", table)] == []


DOCS = sorted((ROOT / "docs").glob("*.md"))
MADE = {"主题.md", "检查.md", "接口.md"}
"""Pages made from code, whose examples are tested where they stand."""
ELSEWHERE = {"汇总.md", "进度.md"}
"""Pages that need a county's folder; their examples are run in tests/rollup/test_outputs.py and tests/county."""


WALKED = [
    page
    for page in DOCS
    if "```console" in page.read_text(encoding="utf-8") and page.name not in {"命令.md", *ELSEWHERE}
]


@pytest.mark.parametrize("page", WALKED, ids=lambda page: page.name)
def test_a_page_comes_to_what_it_says(page, folder):
    walk(page.read_text(encoding="utf-8"), folder)


def test_the_heading_font_is_changed_as_the_page_says(folder):
    from docx import Document

    walk((ROOT / "docs" / "版式.md").read_text(encoding="utf-8"), folder)

    def font(file, style):
        based = Document(str(folder / file)).styles[style].base_style
        [fonts] = based.element.xpath("w:rPr/w:rFonts")
        return fonts.get(f"{{{fonts.nsmap['w']}}}eastAsia"), based.font.size.pt

    assert font("报告.docx", "一级标题") == ("黑体", 16)
    assert font("换了标题字体.docx", "一级标题") == ("方正小标宋简体", 18)
    assert font("换了标题字体.docx", "二级标题") == ("楷体_GB2312", 16)
    assert font("华文中宋.docx", "公文标题")[0] == "华文中宋"


@each("page", [ROOT / "README.md", *DOCS], ids=lambda page: page.name)
def test_every_command_that_is_named_could_be_typed(page):
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`nianbao ([^`]+)`", text.replace("\n", ""))
    for _, shown in blocks(text):
        if shown.kind == "console":
            named += [run.line for run in runs(shown.body)]
        elif shown.kind == "sh":
            named += re.findall(r"^nianbao (.*)$", shown.body, re.MULTILINE)
    for line in named:
        first, *rest = shlex.split(line, comments=True)
        if first in COMMANDS and rest != ["--help"]:
            command = program.get_command(CONTEXT, first)
            command.make_parser(click.Context(command)).parse_args(rest)
        else:
            assert first.startswith("-") or (first, rest) == ("命令", ["--help"]) or first in COMMANDS, line


@pytest.mark.parametrize(
    "page", [page for page in DOCS if page.name not in {*MADE, *ELSEWHERE}], ids=lambda page: page.name
)
def test_every_piece_of_a_facts_file_can_be_read(page):
    from generator.facts.loading import facts_from
    from generator.resources import Templates
    from generator.yamltext.source import read_source

    example = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    for _, shown in blocks(page.read_text(encoding="utf-8")):
        if shown.kind != "yaml" or shown.file or "` 里有" in shown.before:
            continue  # what is saved is run, what stands in a file is looked for there
        own = set(re.findall(r"^(\S+):", shown.body, re.MULTILINE))
        assert own, shown.body
        parts = re.split(r"^(?=\S)", example, flags=re.MULTILINE)
        kept = [part for part in parts if "年度" not in own and part.partition(":")[0] not in own]
        facts_from(read_source(("".join(kept) + shown.body).encode(), page.name), page.name, Templates())


def test_nothing_of_the_program_reaches_for_a_network():
    reaching = re.compile(
        r"^\s*(?:import|from) (?:urllib\.request|http\.client|ftplib|smtplib|requests|httpx)\b", re.MULTILINE
    )
    for path in (ROOT / "generator").rglob("*.py"):
        assert not reaching.search(path.read_text(encoding="utf-8")), path


def test_the_tests_that_stand_for_a_promise_are_there():
    page = (ROOT / "docs" / "数据与安全.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[^`]+)`", page)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).is_file()] == []


@each("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@each("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_machine(page):
    text = page.read_text(encoding="utf-8")
    for word in ("/work", "/tmp", "/root", "../shared", "pypi.org"):
        assert word not in text


def test_the_marked_sentences_of_the_manual_print_as_it_says():
    from generator.drafting import compose
    from generator.facts.loading import facts_from
    from generator.resources import Templates
    from generator.yamltext.source import read_source

    page = (ROOT / "docs" / "标注句.md").read_text(encoding="utf-8")
    text, printed = (re.search(rf"```{kind}\n(.*?)```", page, re.DOTALL)[1] for kind in ("yaml", "text"))
    facts = facts_from(read_source(text.encode(), "标注句.md"), "标注句.md", Templates())
    assert facts.gaps == facts.warnings == ()
    markdown = compose(facts).markdown
    assert printed in markdown
    assert "只有4名，主要因为编制有限，231件纠纷" in markdown
    assert "【" not in markdown


def test_the_page_on_imports_shows_what_its_report_gives(tmp_path):
    text = (ROOT / "docs" / "导入.md").read_text(encoding="utf-8")
    report, summary = re.findall(r"```text\n(.*?)```", text, re.DOTALL)
    (facts,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "旧.txt").write_text(report, encoding="utf-8")
    process = nianbao("import", "旧.txt", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert summary in said(process)
    written = (tmp_path / "云岭镇-2023.yaml").read_text(encoding="utf-8")
    kept = [line for line in written.split("\n") if line and not line.lstrip().startswith("#")]
    assert kept == facts.rstrip("\n").split("\n")


def test_the_page_on_collecting_shows_what_its_commands_do(tmp_path):
    from openpyxl import load_workbook

    text = (ROOT / "docs" / "收数.md").read_text(encoding="utf-8")
    before, after = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    rows = re.findall(
        r"^\| (\S+) \| (\S+) \| (\S*) ?\|$", text.partition("司法所的表里填了")[2], re.MULTILINE
    )
    form, collect = re.findall(r"^\$ nianbao (.*)$", text, re.MULTILINE)
    (tmp_path / "云岭镇-2024.yaml").write_text(before, encoding="utf-8")
    assert nianbao(*shlex.split(form), cwd=tmp_path).returncode == 0
    path = tmp_path / shlex.split(collect)[1]
    workbook = load_workbook(path)
    filled = 0
    for label, value, remark in rows[1:]:
        for cells in workbook.worksheets[0].iter_rows():
            if cells[0].value == label:
                cells[6].value, cells[7].value = value, remark
                filled += 1
    assert filled == 3
    workbook.save(path)
    process = nianbao(*shlex.split(collect), cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert (tmp_path / "云岭镇-2024.yaml").read_text(encoding="utf-8") == after
