"""What is kept between runs: taken as it is, or made anew where it is missing, damaged or somebody else's."""

from __future__ import annotations

import pytest

from generator.document.word.kept import kept


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def held(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_is_made_once(folder):
    assert kept("甲", lambda: b"1") == b"1"
    assert kept("甲", lambda: b"2") == b"1"
    assert kept("乙", lambda: b"3") == b"3"
    assert [path.name for path in held(folder)] == ["乙", "甲"]


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda data: data[:-1], lambda data: data[:-1] + b"x"])
def test_what_is_damaged_is_made_anew(folder, spoil):
    kept("甲", lambda: b"12345")
    (path,) = held(folder)
    path.write_bytes(spoil(path.read_bytes()))
    assert kept("甲", lambda: b"67890") == b"67890"
    assert kept("甲", lambda: b"never") == b"67890"


def test_what_was_kept_under_another_name_is_not_taken(folder):
    kept("甲", lambda: b"1")
    (path,) = held(folder)
    path.with_name("乙").write_bytes(path.read_bytes())
    assert kept("乙", lambda: b"2") == b"2"


def test_without_a_folder_nothing_is_lost(folder):
    folder.joinpath("nianbao").write_bytes(b"a file")
    folder.joinpath("Library").write_bytes(b"a file")
    assert kept("甲", lambda: b"1") == b"1"
    assert kept("甲", lambda: b"2") == b"2"
