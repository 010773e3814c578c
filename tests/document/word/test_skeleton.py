"""The skeleton: made by python-docx once, kept, and the same bytes with and without what was kept."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from generator.document.page.layout import Layout, read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.document.word.skeleton import skeleton_of
from generator.resources import Templates
from tests.document.samples import VARIANTS

PROGRAM = """
import sys
from generator.document.page.layout import read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.resources import Templates
from tests.document.samples import VARIANTS
sys.stdout.buffer.write(write_docx(read_blocks(VARIANTS["formal"]), read_layout(Templates())))
sys.stderr.write(str("docx" in sys.modules))
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def written_by_another_process(*libraries: Path) -> tuple[bytes, str]:
    path = os.pathsep.join(map(str, [*libraries, *filter(None, [os.environ.get("PYTHONPATH")])]))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    return done.stdout, done.stderr.decode()


def test_the_second_run_needs_no_library_and_gives_the_same_bytes(folder, files):
    first, second = written_by_another_process(), written_by_another_process()
    assert first == (files["formal"], "True")
    assert second == (files["formal"], "False")
    (path,) = (one for one in folder.rglob("*") if one.is_file())
    path.write_bytes(b"PK damaged")
    assert written_by_another_process() == (files["formal"], "True")


def test_another_version_of_the_library_makes_it_anew(folder, files):
    own = folder / "libraries"
    shutil.copytree(Path(docx.__file__).parent, own / "docx")
    assert written_by_another_process(own) == (files["formal"], "True")
    assert written_by_another_process(own) == (files["formal"], "False")
    version = own / "docx" / "__init__.py"
    version.write_text(version.read_text(encoding="utf-8") + "\n__version__ = '9.9'\n", encoding="utf-8")
    assert written_by_another_process(own) == (files["formal"], "True")


def test_another_layout_has_a_skeleton_of_its_own(folder, layout):
    wider = Layout({**layout.values, "页边.天头": "40毫米", "页码.左线": "{甲}"})
    assert 'w:top="2268"' in skeleton_of(wider).closing
    assert 'w:top="2098"' in skeleton_of(read_layout(Templates())).closing
    data = write_docx(read_blocks(VARIANTS["plain"]), wider)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "{甲}" in package.read("word/footer1.xml").decode()


def test_entries_bear_no_time_and_no_system(files):
    for name in ("plain", "annexes"):
        with zipfile.ZipFile(io.BytesIO(files[name])) as package:
            entries = package.infolist()
        assert {(one.date_time, one.create_system) for one in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert entries[0].filename == "[Content_Types].xml"
