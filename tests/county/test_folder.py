"""The facts files of a county: which they are, and what is wrong with one."""

import os
from pathlib import Path

import pytest

from generator.county.folder import county_files, read_units
from generator.problems import UserError
from generator.resources import Templates

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_county_files_are_told_from_what_lies_beside_them(tmp_path: Path) -> None:
    """Libraries, hidden files and Word's own are no facts files; one named twice is there once."""
    below = tmp_path / "乡镇"
    below.mkdir()
    for name in (
        "乙镇-2023.yaml",
        "甲镇-2023.yml",
        "提法.yaml",
        "上级通知.yaml",
        ".甲镇.yaml",
        "甲镇-2023.备份.yaml",
        "说明.md",
    ):
        (below / name).write_text("", encoding="utf-8")
    files = county_files([tmp_path, below / "乙镇-2023.yaml"])
    assert [one.name for one in files] == ["乙镇-2023.yaml", "甲镇-2023.yml"]
    from_here = Path(os.path.relpath(below / "乙镇-2023.yaml"))
    assert county_files([tmp_path, from_here, below / ".." / "乡镇"]) == files


@pytest.mark.parametrize("name", ["", "没有.yaml"])
def test_nothing_there_is_told(tmp_path: Path, name: str) -> None:
    """An empty folder and a file that is not there are mistakes of the user's."""
    with pytest.raises(UserError, match=r"没有找到事实文件|找不到"):
        county_files([tmp_path / name])


def test_a_bad_file_stops_no_other(tmp_path: Path) -> None:
    """Each file gives its facts or its problems."""
    good = next(EXAMPLES.glob("*.yaml"))
    (tmp_path / "甲.yaml").write_bytes(good.read_bytes())
    (tmp_path / "乙.yaml").write_text("年度: [", encoding="utf-8")
    read = {one.path.name: one for one in read_units(county_files([tmp_path]), Templates())}
    assert read["甲.yaml"].facts is not None
    assert read["乙.yaml"].facts is None
    assert read["乙.yaml"].problems
