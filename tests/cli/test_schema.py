"""`schema` through the real command."""

import json

import click
import jsonschema
import pytest

from generator.cli.app import COMMANDS, program
from tests.cli.command import EXAMPLES, nianbao, real, said

# a command that prints --json, and how it is run on two good files of examples and one that is wrong
PRINTING = {
    "about": ["about"],
    "batch": ["batch", "错.yaml", "稷下街道-2023.yaml", "-o", "报告"],
    "check": ["check", "错.yaml", "稷下街道-2023.yaml"],
    "explain": ["explain", "稷下街道-2023.yaml"],
    "compare": ["compare", "城东镇-2023.yaml", "稷下街道-2023.yaml"],
    "alike": ["alike", "稷下街道-2023.yaml", "邻.yaml", "错.yaml"],
    "status": ["status", "."],
}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_the_schema_on_the_output_is_json(tmp_path, encoding):
    process = real("schema", cwd=tmp_path, env={"PYTHONIOENCODING": encoding})
    assert process.returncode == 0
    text = process.stdout.decode("gb18030" if encoding == "gbk" else encoding)
    assert "年度" in json.loads(text)["properties"]


def test_the_schema_in_a_file_is_the_one_beside_a_new_facts_file(tmp_path):
    assert nianbao("schema", "-o", "甲.json", cwd=tmp_path).returncode == 0
    nianbao("new", "稷下街道", "--year", "2024", cwd=tmp_path)
    assert (tmp_path / "甲.json").read_bytes() == (tmp_path / "年报.schema.json").read_bytes()


def test_a_schema_that_was_changed_is_not_overwritten(tmp_path):
    (tmp_path / "甲.json").write_text("{}", encoding="utf-8")
    process = nianbao("schema", "-o", "甲.json", cwd=tmp_path)
    assert process.returncode == 1
    assert "--force" in said(process)
    forced = nianbao("schema", "-o", "甲.json", "--force", cwd=tmp_path)
    assert "原来的文件另存为" in said(forced)


def _prints_json(name):
    command = program.get_command(click.Context(program), name)
    return any("--json" in one.opts for one in command.params)


def test_every_command_that_prints_json_is_held_to_the_published_form():
    assert set(PRINTING) == {name for name in COMMANDS if _prints_json(name)}


@pytest.mark.parametrize("name", PRINTING)
def test_what_is_printed_as_json_has_the_published_form(name, tmp_path):
    for path in EXAMPLES.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "错.yaml").write_text(
        "年度: 二〇二三\n举措成效: {行政执法: {立案: 很多}}\n", encoding="utf-8"
    )
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "邻.yaml").write_text(text.replace("稷下", "雪宫"), encoding="utf-8")
    published = json.loads(said(nianbao("schema", "--printed", cwd=tmp_path)))
    form = {"$ref": f"#/$defs/命令 {name}", "$defs": published["$defs"]}
    jsonschema.Draft202012Validator.check_schema(published)
    printed = json.loads(nianbao(*PRINTING[name], "--json", cwd=tmp_path).stdout)
    assert printed
    jsonschema.validate(printed, form, jsonschema.Draft202012Validator)
