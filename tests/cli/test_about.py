"""`about` through the real command."""

import json

from jsonschema import Draft202012Validator

from generator.commands.schema import PRINTED
from tests.cli.command import EXAMPLES, assert_chinese, nianbao, said


def test_it_names_each_part_with_its_licence(tmp_path):
    process = nianbao("about", cwd=tmp_path)
    assert process.returncode == 0
    lines = said(process).splitlines()
    assert any(line.split() == ["python-docx", "1.2.0", "MIT"] for line in lines)
    assert any(line.startswith("网络：") for line in lines)
    assert_chinese(said(process))


def test_programs_read_it_in_the_form_that_is_published(tmp_path):
    (record,) = told = json.loads(nianbao("about", "--json", cwd=tmp_path).stdout)
    published = json.loads((EXAMPLES.parent / "templates" / PRINTED).read_text(encoding="utf-8"))
    Draft202012Validator({**published, "$ref": "#/$defs/命令 about"}).validate(told)
    assert record["version"] == record["parts"][0]["version"]
    assert record["network"]["refused"] is False
