"""Files are read, named and written in one place: whole or not at all, nobody's work lost, no litter."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
import textwrap
from types import SimpleNamespace

import pytest

from generator.files import (
    add_to,
    can_write,
    overwrite,
    read_bytes,
    ready_folder,
    refuse_folder,
    save,
    save_amended,
    save_among_many,
)
from generator.ledger import LEDGER
from generator.problems import UserError

OLD, NEW = b"old report " * 1000, b"new report, longer than the old one " * 1000
CALLS = ("open", "write", "fsync", "replace")


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != LEDGER)


# Reading


def test_read_gives_the_bytes(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_bytes(b"\xff\x00\r\n")
    assert read_bytes(path) == b"\xff\x00\r\n"


@pytest.mark.parametrize(
    ("make", "said", "status"),
    [
        (lambda path: None, "找不到文件", 2),
        (lambda path: path.mkdir(), "这是文件夹", 2),
        (lambda path: path.write_bytes(b"a" * 1_000_001), "1 MB", 1),
    ],
)
def test_what_cannot_be_read_is_said_in_chinese(tmp_path, make, said, status):
    path = tmp_path / "甲.yaml"
    make(path)
    with pytest.raises(UserError, match=said) as caught:
        read_bytes(path)
    assert caught.value.status == status
    assert caught.value.fix


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("name", ["甲.docx", LEDGER])
def test_a_pipe_is_refused_as_a_target_and_as_a_ledger(name, tmp_path):
    os.mkfifo(tmp_path / name)
    with pytest.raises(UserError, match="不是普通文件，不能写") as caught:
        save(tmp_path / "甲.docx", b"a", force=True)
    assert caught.value.status == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "甲.yaml")
    with pytest.raises(UserError, match="不是普通文件，不能读"):
        read_bytes(tmp_path / "甲.yaml")
    with pytest.raises(UserError, match="不是普通文件，不能写"):
        overwrite(tmp_path / "甲.yaml", b"a", b"")


def test_a_file_of_just_the_limit_is_read(tmp_path):
    (tmp_path / "甲").write_bytes(b"a" * 1_000_000)
    assert len(read_bytes(tmp_path / "甲")) == 1_000_000
    assert len(read_bytes(tmp_path / "甲", limit=2_000_000)) == 1_000_000


def test_a_folder_is_none_of_the_files_that_are_read(tmp_path):
    (tmp_path / "甲").write_bytes(b"")
    refuse_folder(tmp_path / "甲")
    refuse_folder(tmp_path / "没有")
    with pytest.raises(UserError, match="文件夹") as caught:
        refuse_folder(tmp_path)
    assert caught.value.status == 2


@pytest.mark.parametrize(
    ("verb", "action"),
    [
        ("读", read_bytes),
        ("写", lambda path: save(path, b"")),
        ("写", lambda path: save_among_many(path, b"")),
        ("写", lambda path: save_amended(path, b"")),
        ("写", lambda path: overwrite(path, b"", b"")),
        ("写", lambda path: add_to(path, b"")),
        ("写", ready_folder),
    ],
)
def test_a_path_that_no_system_takes(tmp_path, verb, action):
    for name, said in (("甲\0乙", "不能用的字符|^找不到"), ("长" * 300, f"^{verb}不了文件")):
        with pytest.raises(UserError, match=said) as caught:
            action(tmp_path / name)
        assert caught.value.status == 2
    assert ("没有改动" in caught.value.fix) is (verb == "写")


# Writing: what may be overwritten


def test_save_writes_and_makes_folders(tmp_path):
    path = tmp_path / "甲" / "乙" / "报告.docx"
    assert save(path, NEW) is None
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["报告.docx"]


both = pytest.mark.parametrize("save", [save, save_among_many])


@both
def test_save_overwrites_its_own_file_again_and_again(tmp_path, save):
    path = tmp_path / "报告.docx"
    for data in (OLD, NEW, OLD, b"", NEW):
        assert save(path, data) is None
        assert path.read_bytes() == data


@both
@pytest.mark.parametrize("empty", [b"", b"\0" * 512])
def test_a_file_that_a_power_cut_left_empty_is_nobodys(tmp_path, save, empty):
    path = tmp_path / "报告.docx"
    path.write_bytes(empty)
    assert save(path, NEW) is None
    assert names(tmp_path) == ["报告.docx"]


@pytest.mark.parametrize(("save", "waits"), [(save, 2), (save_among_many, 0)])
def test_only_what_is_written_alone_waits_for_the_disk(tmp_path, monkeypatch, save, waits):
    synced, fsync = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(handle) or fsync(handle))
    save(tmp_path / "报告.docx", NEW)
    assert len(synced) == waits  # the ledger and the file


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
@pytest.mark.parametrize(("mask", "mode"), [(0, 0o666), (0o022, 0o644), (0o077, 0o600)])
def test_who_may_read_a_file_is_for_the_users_own_mask_to_say(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        save(tmp_path / "报告.docx", NEW)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o7777 for path in tmp_path.iterdir()} == {mode}


def test_unchanged_content_is_left_alone(tmp_path):
    path = tmp_path / "报告.docx"
    save(path, NEW)
    os.utime(path, (1, 1))
    save(path, NEW)
    assert path.stat().st_mtime == 1


@both
@pytest.mark.parametrize("edited", [True, False])
def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path, edited, save):
    path = tmp_path / "报告.docx"
    if edited:
        save(path, OLD)
    path.write_bytes(b"by hand")
    with pytest.raises(UserError, match="改过") as caught:
        save(path, NEW)
    assert caught.value.status == 1
    assert "--force" in caught.value.fix
    assert path.read_bytes() == b"by hand"
    assert names(tmp_path) == ["报告.docx"]


@both
def test_force_keeps_every_copy(tmp_path, save):
    path = tmp_path / "报告.docx"
    for round_, by_hand in enumerate((b"one", b"two", b"one")):
        path.write_bytes(by_hand)
        kept = save(path, NEW + bytes([round_]), force=True)
        assert kept.read_bytes() == by_hand
        assert path.read_bytes() == NEW + bytes([round_])
    assert names(tmp_path) == ["报告.docx", "报告.备份.docx", "报告.备份2.docx"]


def test_force_on_our_own_file_needs_no_copy(tmp_path):
    path = tmp_path / "报告.docx"
    save(path, OLD)
    assert save(path, NEW, force=True) is None
    assert names(tmp_path) == ["报告.docx"]


def test_a_copy_under_another_name_is_not_ours(tmp_path):
    save(tmp_path / "报告.docx", OLD)
    (tmp_path / "定稿.docx").write_bytes(OLD)
    with pytest.raises(UserError):
        save(tmp_path / "定稿.docx", NEW)


def test_content_that_is_the_same_becomes_ours(tmp_path):
    path = tmp_path / "报告.docx"
    save(path, OLD)
    (tmp_path / LEDGER).unlink()
    save(path, OLD)
    save(path, NEW)
    assert path.read_bytes() == NEW


def test_a_link_is_written_through(tmp_path):
    target = tmp_path / "真" / "报告.docx"
    save(target, OLD)
    (tmp_path / "链接.docx").symlink_to(target)
    save(tmp_path / "链接.docx", NEW)
    assert (tmp_path / "链接.docx").is_symlink()
    assert target.read_bytes() == NEW


def test_the_ledger_is_lines_of_json_and_tells_what_it_is(tmp_path):
    save(tmp_path / "甲.docx", OLD)
    save(tmp_path / "甲.docx", NEW)
    lines = [json.loads(line) for line in (tmp_path / LEDGER).read_text("utf-8").splitlines() if line]
    assert "请勿删改" in lines[0]["说明"]
    assert [line["文件"] for line in lines[1:]] == ["甲.docx", "甲.docx"]


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xfe\x00", b'{"\xe6', b"[]\n" * 100])
def test_a_spoilt_ledger_spoils_nothing(tmp_path, rubbish):
    path = tmp_path / "报告.docx"
    (tmp_path / LEDGER).write_bytes(rubbish)
    save(path, OLD)
    save(path, NEW)
    assert path.read_bytes() == NEW


def test_a_ledger_that_was_put_back_to_an_older_one_is_read_anew(tmp_path):
    path, ledger = tmp_path / "报告.docx", tmp_path / LEDGER
    save(path, OLD)
    older = ledger.read_bytes()
    save(path, NEW)
    save(path, NEW)
    for other in (older, older + b"\n" + b" " * len(older), b""):
        ledger.write_bytes(other)
        with pytest.raises(UserError):
            save(path, OLD)
        save(path, NEW)


def test_a_ledger_may_have_lost_its_head(tmp_path):
    path, ledger = tmp_path / "报告.docx", tmp_path / LEDGER
    save(path, OLD)
    save(path, NEW)
    _head, old, new = [line for line in ledger.read_bytes().splitlines() if line]
    ledger.write_bytes(new)
    with pytest.raises(UserError):  # the line is not whole
        save(path, OLD)
    ledger.write_bytes(new + b"\n")
    assert save(path, OLD) is None
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    (elsewhere / path.name).write_bytes(OLD)
    (elsewhere / LEDGER).write_bytes(old + b"\n")
    assert save(elsewhere / path.name, NEW) is None


@pytest.mark.parametrize("begun", [1, 40])
def test_a_line_of_the_ledger_counts_when_it_is_whole(tmp_path, begun):
    path, ledger = tmp_path / "报告.docx", tmp_path / LEDGER
    save(path, OLD)
    *_, line = ledger.read_bytes().splitlines()
    whole = ledger.read_bytes().removesuffix(line + b"\n")
    path.write_bytes(NEW)
    ledger.write_bytes(whole + line[:begun])
    with pytest.raises(UserError):
        save(path, OLD)
    path.write_bytes(OLD)
    with ledger.open("ab") as file:
        file.write(line[begun:] + b"\n")
    assert save(path, NEW) is None


def test_a_line_is_added_to_a_file_that_only_grows(tmp_path):
    for line in (b"1", b"2"):
        add_to(tmp_path / "清单", line)
    assert (tmp_path / "清单").read_bytes().split() == [b"1", b"2"]


def test_a_folder_as_output_is_refused(tmp_path):
    with pytest.raises(UserError, match="文件夹") as caught:
        save(tmp_path, NEW)
    assert caught.value.status == 2


def test_a_file_in_the_middle_of_the_path(tmp_path):
    (tmp_path / "甲").write_bytes(b"")
    with pytest.raises(UserError, match="不是文件夹") as caught:
        save(tmp_path / "甲" / "报告.docx", NEW)
    assert caught.value.status == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(UserError, match="只读"):
        save(tmp_path / "报告.docx", NEW)
    tmp_path.chmod(0o700)
    assert names(tmp_path) == []


# Writing: what can go wrong on the way


class Failing:
    """Makes the n-th of the calls to the system fail; a write fails with half of it written."""

    def __init__(self, monkeypatch, n, error):
        self.calls, self.n, self.error, self.write = 0, n, error, os.write
        for name in CALLS:
            monkeypatch.setattr(os, name, self.wrapped(name, getattr(os, name)))

    def wrapped(self, name, call):
        def failing(*args, **kwargs):
            self.calls += 1
            if self.calls == self.n:
                if name == "write":
                    self.write(args[0], args[1][: len(args[1]) // 2])
                raise self.error
            return call(*args, **kwargs)

        return failing


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "no space"),
        OSError(errno.EFBIG, "too big"),
        OSError(errno.EIO, "input/output"),
        PermissionError(errno.EACCES, "denied"),
        KeyboardInterrupt(),
    ],
    ids=lambda error: getattr(error, "strerror", None) or "interrupt",
)
@pytest.mark.parametrize("before", [None, OLD, b"by hand"])
@pytest.mark.parametrize("n", range(1, 16))
def test_any_call_may_fail(tmp_path, monkeypatch, n, before, error):
    path = tmp_path / "报告.docx"
    if before == OLD:
        save(path, OLD)
    elif before:
        path.write_bytes(before)
    with monkeypatch.context() as patched:
        failing = Failing(patched, n, error)
        try:
            save(path, NEW, force=True)
        except (UserError, KeyboardInterrupt) as caught:
            failed = caught
        else:
            failed = None
    assert (failed is None) == (failing.calls < n)
    assert (path.read_bytes() if path.exists() else None) == (before if failed else NEW)
    assert not [name for name in names(tmp_path) if name.endswith(".tmp")]
    assert not isinstance(failed, UserError) or re.search("[一-龥]。$", failed.fix)
    save(path, NEW, force=before == b"by hand")
    assert path.read_bytes() == NEW
    if before == b"by hand":
        assert (tmp_path / "报告.备份.docx").read_bytes() == before
        assert len(names(tmp_path)) == 2


def of_windows(number):
    """Give an error as Windows numbers it, whose errno says less."""
    error = OSError(errno.EIO, "")
    error.winerror = number
    return error


@pytest.mark.parametrize(
    ("call", "error", "said", "status"),
    [
        ("replace", PermissionError(errno.EACCES, ""), "Word 或 WPS", 1),
        ("fsync", OSError(errno.ENOSPC, ""), "磁盘已满", 1),
        ("write", OSError(errno.EFBIG, ""), "磁盘已满", 1),
        ("write", OSError(errno.EDQUOT, ""), "磁盘已满", 1),
        ("open", OSError(errno.EROFS, ""), "只读", 1),
        ("open", OSError(errno.ENAMETOOLONG, ""), "太长", 2),
        ("open", of_windows(206), "太长", 2),
        ("open", of_windows(123), "不允许的字符", 2),
        ("open", OSError(errno.EINVAL, ""), "不允许的字符", 2),
        ("replace", FileNotFoundError(errno.ENOENT, ""), "所在的磁盘、文件夹不存在", 2),
        ("replace", OSError(errno.EIO, ""), f"错误 {errno.EIO}", 1),
    ],
)
def test_what_went_wrong_is_said_in_chinese(tmp_path, monkeypatch, call, error, said, status):
    path = tmp_path / "报告.docx"
    save(path, OLD)

    def fail(*_args, **_kwargs):
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(UserError) as caught:
            save(path, NEW)
    assert said in caught.value.message
    assert caught.value.status == status
    assert "没有改动" in caught.value.fix
    assert path.read_bytes() == OLD


def test_a_new_file_that_may_not_be_made_is_for_the_folder_to_allow(tmp_path, monkeypatch):
    def fail(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(UserError, match="没有这个文件夹的权限") as caught:
        save(tmp_path / "报告.docx", NEW)
    assert caught.value.status == 1


@pytest.mark.parametrize(("swept", "written"), [(1, True), (4, True), (5, False)])
def test_what_another_run_swept_away_is_written_again(tmp_path, monkeypatch, swept, written):
    path, replace, tries = tmp_path / "报告.docx", os.replace, []

    def replaced(beside, target):
        tries.append(beside)
        if len(tries) <= swept:
            beside.unlink()
        replace(beside, target)

    monkeypatch.setattr(os, "replace", replaced)
    if written:
        save(path, NEW)
    else:
        with pytest.raises(UserError):
            save(path, NEW)
    assert len(tries) == min(swept + 1, 5)
    assert names(tmp_path) == (["报告.docx"] if written else [])


def run(code, *args):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, args)], check=False, timeout=60
    )


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from generator.files import save

    path, n, moment = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    calls = 0

    def deadly(call):
        def wrapped(*args, **kwargs):
            global calls
            calls += 1
            if calls == n and moment == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            if calls == n and call is write:
                args = (args[0], args[1][:7])
            result = call(*args, **kwargs)
            if calls == n:
                os.kill(os.getpid(), signal.SIGKILL)
            return result
        return wrapped

    write = os.write
    for name in ("open", "write", "fsync", "replace"):
        setattr(os, name, deadly(getattr(os, name)))
    save(path, b"new report, longer than the old one " * 1000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("n", range(1, 8))
def test_killed_at_any_moment(tmp_path, n, moment):
    path = tmp_path / "报告.docx"
    save(path, OLD)
    assert run(KILLED, path, n, moment).returncode == -signal.SIGKILL
    assert path.read_bytes() == (NEW if (n, moment) == (7, "after") else OLD)
    save(path, NEW)
    assert path.read_bytes() == NEW
    assert names(tmp_path) == ["报告.docx"]
    save(path, OLD)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_what_a_killed_run_left_goes_with_the_next_and_what_a_living_one_writes_stays(tmp_path):
    path, folder = tmp_path / "报告.docx", tmp_path / "多份"
    assert run(KILLED, path, 6, "after").returncode == -signal.SIGKILL
    (left,) = (name for name in names(tmp_path) if name.endswith(".tmp"))
    living = left.replace(left.split("-")[2], str(os.getpid()))
    for name in (living, "报告.tmp", left.removesuffix(".tmp"), ".nianbao-x.tmp"):
        (tmp_path / name).write_bytes(b"")
    save(tmp_path / "别的.docx", NEW)
    assert left in names(tmp_path)
    before = set(names(tmp_path))
    save(path, NEW)
    assert before - set(names(tmp_path)) == {left}
    folder.mkdir()
    for name in (left, living):
        (folder / name).write_bytes(b"")
    ready_folder(folder)
    assert names(folder) == [living]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_folder_for_many_is_made_and_tried_out(tmp_path):
    ready_folder(tmp_path / "甲" / "乙")
    ready_folder(tmp_path / "甲" / "乙")
    assert names(tmp_path / "甲" / "乙") == []
    (tmp_path / "丙").write_bytes(b"")
    with pytest.raises(UserError, match="不是文件夹"):
        ready_folder(tmp_path / "丙")
    code = """
        import os, signal, sys
        from pathlib import Path
        from generator.files import can_write
        os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
        can_write(Path(sys.argv[1]))
    """
    assert run(code, tmp_path / "甲").returncode == -signal.SIGKILL
    assert len(names(tmp_path / "甲")) == 2
    ready_folder(tmp_path / "甲")
    assert names(tmp_path / "甲") == ["乙"]


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_FSIZE")
def test_a_real_limit_on_the_size_of_files(tmp_path):
    path = tmp_path / "报告.docx"
    save(path, OLD)
    code = """
        import resource, sys
        from pathlib import Path
        from generator.files import save
        from generator.problems import UserError
        resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
        try:
            save(Path(sys.argv[1]), b"x" * 30000)
        except UserError as error:
            sys.exit(10 if "磁盘已满" in error.message else 11)
    """
    assert run(code, path).returncode == 10
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["报告.docx"]


def test_several_runs_at_once_leave_one_whole_file(tmp_path):
    path = tmp_path / "报告.docx"
    code = """
        import sys
        from pathlib import Path
        from generator.files import save
        for n in range(40):
            save(Path(sys.argv[1]), (sys.argv[2] + str(n)).encode() * 5000)
            save(Path(sys.argv[1]).with_name(sys.argv[2] + ".docx"), str(n).encode())
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    running = [subprocess.Popen([*command, name]) for name in "abc"]
    assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
    data = path.read_bytes()
    assert data == data[:3] * 5000
    assert names(tmp_path) == ["a.docx", "b.docx", "c.docx", "报告.docx"]
    for name in names(tmp_path):
        save(tmp_path / name, NEW)


# Names


def test_a_folder_that_can_be_written_to_is_left_as_it_was(tmp_path):
    assert can_write(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not can_write(tmp_path / "没有")


@pytest.mark.parametrize(
    ("data", "expected", "written", "left"),
    [
        (b"2", b"1", True, b"2"),
        (b"1", b"1", True, b"1"),
        (b"2", b"0", False, b"1"),
        (b"1", b"0", False, b"1"),
    ],
)
def test_a_file_is_written_over_that_holds_what_is_expected(tmp_path, data, expected, written, left):
    path = tmp_path / "甲.yaml"
    path.write_bytes(b"1")
    os.utime(path, (1, 1))
    assert overwrite(path, data, expected) is written
    assert path.read_bytes() == left
    assert (path.stat().st_mtime == 1) is (left == b"1")
    assert names(tmp_path) == ["甲.yaml"]


def test_a_file_that_is_gone_is_not_written_over(tmp_path):
    with pytest.raises(UserError, match="找不到文件") as caught:
        overwrite(tmp_path / "甲.yaml", b"2", b"1")
    assert caught.value.status == 1
    assert names(tmp_path) == []


def test_a_copy_of_a_users_file_is_kept_at_each_change_also_of_what_we_wrote(tmp_path):
    path = tmp_path / "甲.yaml"
    assert save_amended(path, b"1") is None
    first = save_amended(path, b"2")
    second = save_amended(path, b"3")
    assert [one.read_bytes() for one in (path, first, second)] == [b"3", b"1", b"2"]
    assert save_amended(path, b"3") is None
    path.write_bytes(b"4")
    assert save_amended(path, b"5").read_bytes() == b"4"
    assert len(list(tmp_path.glob("*.备份*.yaml"))) == 3


def test_what_is_locked_on_windows_is_no_byte_that_anybody_reads(tmp_path, monkeypatch):
    places = []

    def locking(handle, mode, count):
        places.append((mode, os.lseek(handle, 0, os.SEEK_CUR), count))

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_LOCK=1, LK_UNLCK=0, locking=locking))
    monkeypatch.setattr("generator.ledger.sys", SimpleNamespace(platform="win32"))
    for name in ("甲.docx", "乙.docx"):
        save(tmp_path / name, b"a")
    assert [mode for mode, _, _ in places] == [1, 0, 1, 0]
    assert {count for _, _, count in places} == {1}
    assert all(2**30 < at < 2**31 for _, at, _ in places)
    assert len((tmp_path / LEDGER).read_bytes().splitlines()) == 4  # the head, a line, a break, a line
