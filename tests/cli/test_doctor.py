"""`doctor` through the real command."""

from tests.cli.command import assert_chinese, nianbao, said


def test_it_says_what_there_is_and_ends_well(tmp_path):
    process = nianbao("doctor", cwd=tmp_path)
    assert process.returncode == 0
    lines = said(process).splitlines()
    assert sum(line.startswith(("√", "×")) for line in lines) >= 8
    for number, line in enumerate(lines):
        assert not line.startswith("×") or lines[number + 1].startswith("  怎么办：")
    assert_chinese(said(process))
