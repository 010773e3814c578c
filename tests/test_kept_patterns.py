"""Patterns kept between runs: the very pattern that `re.compile` gives, by whatever way it came."""

import re
from importlib import import_module

import pytest

from generator import kept_patterns
from generator.cached import cache_folder
from generator.kept_patterns import compiled, keep_patterns

SHAPES = [
    (r"(?P<数>\d+)(件|起)?", 0),
    (r"[一-龥]{2,6}(?P<same>清单|台账)(?=[一-龥]+(?P=same))", 0),
    (r"(?<![，。；])\b[A-Z]+\b", re.ASCII | re.IGNORECASE),
    ("\n  ^甲 [^乙丙\U00020000-\U0002ffff]* # 注\n", re.VERBOSE | re.MULTILINE),
    ("", 0),
]
TEXT = "立案19件，办结19起；任务清单问题清单，ABC abc\n甲丁𠀀乙"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Let the user's folder for such things be one of the test's own."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    kept_patterns._kept.cache_clear()
    yield cache_folder()
    kept_patterns._kept.cache_clear()


def in_the_next_run():
    """Keep what is compiled, and begin again."""
    keep_patterns()
    kept_patterns._kept.cache_clear()


def hold():
    """Compare every shape with what `re.compile` makes of it."""
    for text, flags in SHAPES:
        ours, theirs = compiled(text, int(flags)), re.compile(text, flags)
        assert ours == theirs  # flags, code and text
        assert (ours.groups, ours.groupindex) == (theirs.groups, theirs.groupindex)
        told = [(one.span(), one.groups(), one.lastgroup) for one in ours.finditer(TEXT)]
        assert told == [(one.span(), one.groups(), one.lastgroup) for one in theirs.finditer(TEXT)]


def test_it_is_what_re_compile_gives_in_the_run_that_makes_it_and_in_the_next(folder):
    hold()
    in_the_next_run()
    (path,) = folder.iterdir()
    first = path.read_bytes()
    hold()
    in_the_next_run()
    assert path.read_bytes() == first


def test_what_later_runs_compile_is_added(folder):
    compiled("甲", 0)
    in_the_next_run()
    compiled("乙", 0)
    in_the_next_run()
    assert set(kept_patterns._kept()[0]) == {("甲", 0), ("乙", 0)}


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_a_damaged_file_is_made_again(folder, damage):
    hold()
    in_the_next_run()
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] if damage is None else damage)
    hold()
    in_the_next_run()
    assert path.read_bytes() == whole


def test_where_nothing_can_be_kept_all_is_compiled(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    kept_patterns._kept.cache_clear()
    hold()
    in_the_next_run()
    hold()
    kept_patterns._kept.cache_clear()


def test_a_python_whose_engine_asks_for_something_else_compiles_as_ever(folder, monkeypatch):
    usual = re.compile("甲")
    monkeypatch.setattr(import_module("_sre"), "compile", lambda _text, _other: None)
    monkeypatch.setattr(re, "compile", lambda _text, _flags=0: usual)
    assert compiled("甲", 0) is usual


def test_what_is_no_pattern_is_told_and_not_kept(folder):
    with pytest.raises(re.error):
        compiled("(", 0)
    in_the_next_run()
    assert not list(folder.iterdir())
