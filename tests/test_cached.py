"""What is kept between runs: made once, made again when a text or the file has changed, and never in the way."""

import os
import sys

import pytest

from generator.cached import cache_folder, kept, kept_bytes, state_of_code


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Let the user's folder for such things be one of the test's own."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return cache_folder()


def made(texts, made_before):
    def make():
        made_before.append(texts)
        return [text.split() for text in texts]

    return kept("甲", texts, make)


def test_the_same_texts_are_made_once(folder):
    runs = []
    assert made(["一 二", "三"], runs) == made(["一 二", "三"], runs) == [["一", "二"], ["三"]]
    assert len(runs) == 1
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("others", [["一 二", "四"], ["一 二三"], ["一 二", "三", ""], ["一", " 二三"], []])
def test_other_texts_are_made_anew_in_the_same_place(folder, others):
    runs = []
    made(["一 二", "三"], runs)
    assert made(others, runs) == [text.split() for text in others]
    assert len(runs) == 2
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"of": 1}', b"[" * 100_000, b"null"])
def test_a_damaged_file_is_made_again(folder, damage):
    runs = []
    made(["一"], runs)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    for spoilt in (damage, whole[:-1], whole[:-1] + b"x"):
        path.write_bytes(spoilt)
        assert made(["一"], runs) == [["一"]]
        assert path.read_bytes() == whole


def test_bytes_are_kept_as_they_are(folder):
    assert kept_bytes("甲", ["一"], lambda: b"1") == b"1"
    assert kept_bytes("甲", ["一"], lambda: b"2") == b"1"
    assert kept_bytes("甲", ["二"], lambda: b"3") == b"3"
    assert kept_bytes("乙", ["二"], lambda: b"4") == b"4"
    assert len(list(folder.iterdir())) == 2


def test_code_that_has_changed_is_told_from_what_it_was(tmp_path):
    one, other = tmp_path / "甲.py", tmp_path / "乙.py"
    one.write_bytes(b"a = 1\n")
    other.write_bytes(b"b = 1\n")
    state = state_of_code([one, other])
    assert state == state_of_code(iter([str(one), other])) != state_of_code([other, one])
    other.write_bytes(b"b = 2\n")
    assert state_of_code([one, other]) != state


def test_what_is_raised_is_not_kept(folder):
    with pytest.raises(ZeroDivisionError):
        kept("甲", ["一"], lambda: [1 // 0])
    assert not list(folder.iterdir())


def test_what_holds_itself_is_given_and_not_kept(folder):
    circle = []
    circle.append(circle)
    assert kept("甲", ["一"], lambda: circle) is circle
    assert not list(folder.iterdir())


def test_what_aliases_make_endless_is_given_and_not_written_out(folder):
    nested = ["x"] * 9
    for _ in range(30):
        nested = [nested] * 9
    assert kept("甲", ["一"], lambda: nested) is nested
    assert kept("甲", ["一"], lambda: ["x" * 1_000_000] * 1000)[0][:1] == "x"
    assert not list(folder.iterdir())


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="there it has no say")
def test_a_folder_that_is_not_named_from_the_root_is_passed_over(folder, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert cache_folder() == folder.parent / ".cache" / "nianbao"


@pytest.mark.skipif(os.name == "nt", reason="there the folder is the user's own")
def test_a_folder_that_others_can_write_to_is_not_used(folder):
    folder.chmod(0o777)
    assert cache_folder() is None
    assert made(["一"], []) == [["一"]]


def test_without_a_folder_nothing_is_lost(folder):
    folder.rmdir()
    folder.write_bytes(b"a file")
    assert cache_folder() is None
    assert kept_bytes("甲", ["一"], lambda: b"1") == b"1"
