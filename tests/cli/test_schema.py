"""`schema` through the real command."""

import json

import pytest

from tests.cli.command import nianbao, real, said


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
