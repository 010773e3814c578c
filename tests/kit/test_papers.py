"""Licences and manual; the bill of materials: tests/kit/test_assemble.py."""

import zipfile
from pathlib import Path

import pytest

from kit import KitError
from kit.papers import copy_papers, write_licences
from tests.kit.made import ROOT, wheel


def test_a_part_without_the_text_of_its_licence_is_refused(tmp_path):
    path = wheel(tmp_path, "yi")
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith(("LICENSE", "RECORD")):
                archive.extract(name, tmp_path / "site")
    (tmp_path / "site" / "yi-1.0.dist-info" / "RECORD").write_text("yi/__init__.py,,\n")
    with pytest.raises(KitError, match=r"yi 1\.0 里没有许可文本"):
        write_licences(ROOT, tmp_path / "kit", tmp_path / "site", None)


def test_the_manual_is_that_which_was_built_or_its_sources(tmp_path):
    built = tmp_path / "site"
    built.mkdir()
    (built / "index.html").write_text("手册", encoding="utf-8")
    copy_papers(ROOT, tmp_path / "一", built)
    copy_papers(ROOT, tmp_path / "二", None)
    assert [path.name for path in (tmp_path / "一" / "手册").iterdir()] == ["index.html"]
    sources = {path.name for path in (tmp_path / "二" / "手册").glob("*.md")}
    assert sources == {path.name for path in (ROOT / "docs").glob("*.md")}
    assert not list(Path(tmp_path / "二" / "手册").rglob("*.py"))
