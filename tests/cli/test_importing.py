"""`import` through the real command."""

import pytest

from tests.cli.command import assert_chinese, nianbao, said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["旧.txt", "--as", "notes"], "要与 --into 同用"),
        (["旧.txt", "--accept"], "要与 --into 同用"),
        (["旧.txt", "--into", "新.yaml", "--as", "word"], "可选：notes、edited"),
    ],
)
def test_wrong_usage_is_told(tmp_path, arguments, message):
    process = nianbao("import", *arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert message in said(process)
    assert_chinese(said(process))
