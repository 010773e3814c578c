"""Compiled templates between runs: the same text with and without, and never in the way."""

import shutil
import subprocess
import sys

import pytest

RUN = """
import sys
from generator.drafting.environment import environment
from generator.resources import Templates
from tests.drafting.drafting import drafted
sys.stdout.buffer.write(drafted("举措成效: {行政执法: {立案: 19件, 办结: 19件}}\\n").encode())
"""


def run(folder):
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        capture_output=True,
        check=True,
        env={"XDG_CACHE_HOME": str(folder), "HOME": str(folder), "LOCALAPPDATA": str(folder), "PATH": ""},
    )
    return done.stdout.decode()


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """Give what the first run says, and the folder in which it kept what it compiled."""
    folder = tmp_path_factory.mktemp("first")
    return run(folder), folder


@pytest.fixture
def first(compiled, tmp_path):
    """Give what the first run said; what it kept is in the test's own folder."""
    said, folder = compiled
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return said


def test_the_second_run_takes_what_the_first_compiled(first, tmp_path):
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("nianbao-*.cache")}
    assert len(kept) >= 5
    assert run(tmp_path) == first
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("nianbao-*.cache")} == kept


@pytest.mark.parametrize("damage", [b"", b"\x00" * 20, "坏".encode()])
def test_a_damaged_file_is_compiled_again(first, tmp_path, damage):
    for path in tmp_path.rglob("nianbao-*.cache"):
        path.write_bytes(path.read_bytes()[:40] + damage)
    assert run(tmp_path) == first
