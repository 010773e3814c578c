"""Licences and manual; the bill of materials: tests/kit/test_assemble.py."""

import zipfile

import pytest

from kit import KitError
from kit.papers import copy_papers, write_licences
from tests.conftest import installed
from tests.kit.made import ROOT, built_manual, wheel


def test_a_part_without_the_text_of_its_licence_is_refused(tmp_path):
    path = wheel(tmp_path, "yi")
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith(("LICENSE", "RECORD")):
                archive.extract(name, tmp_path / "site")
    (tmp_path / "site" / "yi-1.0.dist-info" / "RECORD").write_text("yi/__init__.py,,\n")
    with pytest.raises(KitError, match=r"yi 1\.0 里没有许可文本"):
        write_licences(ROOT, tmp_path / "kit", tmp_path / "site", None)


def test_the_manual_and_its_makers_licences(tmp_path):
    installed("zensical", "zensical")
    copy_papers(ROOT, tmp_path / "包", built_manual(tmp_path))
    assert [path.name for path in (tmp_path / "包" / "手册").iterdir()] == ["index.html"]
    licences = {path.name.rpartition("-")[0] for path in (tmp_path / "包" / "许可").iterdir()}
    assert licences == {"手册 zensical", "手册 iframe-worker"}
