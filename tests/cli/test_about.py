"""`about` through the real command."""

import json

from tests.cli.command import assert_chinese, nianbao, said


def test_it_names_each_part_with_its_licence(tmp_path):
    process = nianbao("about", cwd=tmp_path)
    assert process.returncode == 0
    lines = said(process).splitlines()
    assert any(line.split() == ["python-docx", "1.2.0", "MIT"] for line in lines)
    assert any(line.startswith("网络：") for line in lines)
    assert_chinese(said(process))


def test_programs_read_it(tmp_path):
    (record,) = json.loads(nianbao("about", "--json", cwd=tmp_path).stdout)
    assert record["version"] == record["parts"][0]["version"]
    assert {"name", "version", "licence"} == set(record["parts"][1])
    assert record["network"]["refused"] is False
