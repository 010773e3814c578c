"""The only place where files are read as bytes and written: whole or not at all, and nothing of the user's lost.

What is not in the ledger beside the files (generator/ledger.py) was made or changed by someone else and is not
overwritten. The line is written before the file: killed in between, we know a file that was never written, which harms
nobody; the other way round we would disown our own.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.ledger import LEDGER, add_line, is_noted, ledger_name, note, write_all
from generator.problems import UserError

MAX_BYTES = 1_000_000

_LITTER = ".nianbao-"
_BINARY = getattr(os, "O_BINARY", 0)
_ATTEMPTS = 5
_TOO_LONG, _INVALID = 206, 123  # Windows' ERROR_FILENAME_EXCED_RANGE and ERROR_INVALID_NAME
_REASONS: tuple[tuple[set[int], tuple[type[OSError], ...], tuple[str, str, int]], ...] = (
    (
        {errno.EROFS},
        (PermissionError,),
        ("没有这个文件夹的权限，或文件夹是只读的。", "请换一个文件夹，例如桌面或“文档”。", 1),
    ),
    (
        {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)},
        (),
        ("磁盘已满，或文件超过了限额。", "请腾出空间后重试。", 1),
    ),
    (
        {errno.ENAMETOOLONG, _TOO_LONG},
        (),
        ("文件名或路径太长。", "请换一个短一些的文件名，或放到层次浅一些的文件夹。", 2),
    ),
    (set(), (NotADirectoryError, FileExistsError), ("路径中间有一段是文件，不是文件夹。", "请核对路径。", 2)),
    (
        {errno.EINVAL, _INVALID},
        (FileNotFoundError,),
        ("路径里有系统不允许的字符，或所在的磁盘、文件夹不存在。", "请核对路径。", 2),
    ),
)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Give the bytes of a file of the user's.

    Raises UserError when it is not there, no plain file, not readable, or larger than `limit` bytes.
    """
    with _in_chinese(path, "读"):
        if not path.exists():
            raise UserError(f"找不到文件：{path}", "请核对文件名和所在的文件夹。", status=2)
        if path.is_dir():
            raise UserError(f"这是文件夹，不是文件：{path}", "请写到具体的文件名。", status=2)
        _refuse_special(path, path, "读")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    if len(data) > limit:
        raise UserError(f"文件超过了 {limit / 1_000_000:g} MB：{path}", "请核对是不是选错了文件。")
    return data


def refuse_folder(path: Path) -> None:
    """Say that a folder is none of the files that were asked for; raises UserError."""
    if path.is_dir():
        raise UserError(f"这是文件夹，不是文件：{path}", "请写出里面的文件名。", status=2)


def save(path: Path, data: bytes, *, force: bool = False) -> Path | None:
    """Write a file, whole or not at all; a file that has this content already is left alone.

    A file that we did not write, or that was changed since, is only overwritten with `force`, and then a copy of it
    is kept beside it, whose path is given back. Missing folders are made.
    Raises UserError when it must not or cannot be written; then the file is as it was.
    """
    with _in_chinese(path, "写"):
        target = Path(os.path.realpath(path))
        _sweep(target.parent, _litter(target))
        return _put(path, target, data, force=force, synced=True)


def refuse_edited(path: Path, data: bytes) -> None:
    """Raise what `save` would without `force`, before other files are written that belong to this one."""
    with _in_chinese(path, "写"):
        target = Path(os.path.realpath(path))
        if _is_edited(target, target.read_bytes() if target.is_file() else None, data):
            raise _edited(path)


def save_among_many(path: Path, data: bytes, *, force: bool = False) -> Path | None:
    """Write a file as `save` does, one of so many that it must not wait for the disk nor look through the folder.

    `ready_folder` is to be called once before. A power cut may leave the file empty; then it is nobody's.
    """
    with _in_chinese(path, "写"):
        return _put(path, Path(os.path.realpath(path)), data, force=force, synced=False)


def _put(path: Path, target: Path, data: bytes, *, force: bool, synced: bool) -> Path | None:
    if target.is_dir():
        raise UserError(f"这是文件夹，不能当文件写：{path}", "请在后面写上文件名。", status=2)
    for there in (target, target.with_name(LEDGER)):
        _refuse_special(there, path if there is target else there, "写")
    target.parent.mkdir(parents=True, exist_ok=True)
    old = target.read_bytes() if target.exists() else None
    edited = _is_edited(target, old, data)
    if edited and not force:
        raise _edited(path)
    kept = _keep(target, old or b"") if edited else None
    if not is_noted(target, data):
        note(target, data, synced=synced)
    if old != data:
        _write(target, data, synced=synced)
    return kept


def _is_edited(target: Path, old: bytes | None, data: bytes) -> bool:  # nothing is lost of what is empty
    return not (old is None or old == data or not old.strip(b"\0") or is_noted(target, old))


def _edited(path: Path) -> UserError:
    fix = "要保留它，请用 -o 换一个文件名；确要覆盖，请加 --force（会先把它另存一份备份）。"
    return UserError(f"没有写：{path} 不是本程序写的，或者写好以后又改过。", fix)


def save_amended(path: Path, data: bytes) -> Path | None:
    """Write a user's file anew; a copy of what was there is kept and given, also of what we wrote: it may be wanted.

    Raises UserError when it cannot be written; then the file is as it was.
    """
    with _in_chinese(path, "写"):
        target = Path(os.path.realpath(path))
        old = target.read_bytes() if target.is_file() else None
        kept = None if old in {None, data} else _keep(target, old or b"")
    return save(path, data, force=True) or kept


def overwrite(path: Path, data: bytes, expected: bytes) -> bool:
    """Write over a file that holds what is expected, whole or not at all; nothing is written where it holds else.

    No copy is kept: whoever asks has what the file held, and can give it back. Tells whether it was written.
    Raises UserError when the file is not there, or cannot be written; then it is as it was.
    """
    with _in_chinese(path, "写"):
        target = Path(os.path.realpath(path))
        if not target.exists():
            raise UserError(f"找不到文件：{path}", "请核对它是不是移走了、改了名，或者所在的网络盘断开了。")
        _refuse_special(target, path, "写")
        if target.read_bytes() != expected:
            return False
        if data != expected:
            _write(target, data)
    return True


def can_write(folder: Path) -> bool:
    """Tell whether a file can be written into a folder, by writing one that is gone at once."""
    try:
        _try_out(folder)
    except OSError:
        return False
    return True


def ready_folder(folder: Path) -> None:
    """Make a folder for very many files, and remove what killed runs left in it unfinished.

    Raises UserError when nothing can be written to it.
    """
    with _in_chinese(folder, "写"):
        folder.mkdir(parents=True, exist_ok=True)
        _try_out(folder)
        _sweep(folder, _LITTER)


def _try_out(folder: Path) -> None:
    beside = _beside(folder / "试写")
    _write_through(beside, b"")
    beside.unlink()


def _refuse_special(path: Path, named: Path, verb: str) -> None:
    """Refuse a pipe, a device and the like, which may wait for ever; raises UserError. What isn't there is no such."""
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise UserError(f"这不是普通文件，不能{verb}：{named}", "请核对文件名。", status=2)


def add_to(path: Path, line: bytes) -> None:
    """Add a line to a file that only grows, which other processes may be doing too; raises UserError."""
    with _in_chinese(path, "写"):
        add_line(path, line, synced=False)


def _write(target: Path, data: bytes, *, synced: bool = True) -> None:
    """Put the data beside the target and then in its place."""
    for attempt in range(_ATTEMPTS):
        beside = _beside(target)
        try:
            _write_through(beside, data, synced=synced)
            os.replace(beside, target)  # noqa: PTH105  # the tests make this very call fail
        except FileNotFoundError:  # swept away by a run that could not tell that we are alive
            if attempt == _ATTEMPTS - 1:
                raise
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        else:
            return


def _write_through(path: Path, data: bytes, *, synced: bool = True) -> None:
    """Write a new file to the disk itself; Windows syncs only through the handle that wrote."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | _BINARY | os.O_EXCL, 0o666)
    try:
        write_all(handle, data)
        if synced:
            os.fsync(handle)
    finally:
        os.close(handle)


def _beside(target: Path) -> Path:
    """Give a name to what is not yet finished, which says whose it is: if we are killed, it is swept away."""
    return target.with_name(f"{_litter(target)}{os.getpid()}-{os.urandom(4).hex()}.tmp")


def _litter(target: Path) -> str:
    """Give what the names of all unfinished files of this target begin with."""
    return f"{_LITTER}{hashlib.sha256(ledger_name(target).encode()).hexdigest()[:12]}-"


def _sweep(folder: Path, begin: str) -> None:
    """Remove from a folder the unfinished files of killed runs, and nothing that a living one is writing."""
    names = []
    with contextlib.suppress(
        PermissionError, FileNotFoundError, NotADirectoryError
    ):  # nothing that may be listed
        names = os.listdir(folder)  # noqa: PTH208  # only names, and no pattern to compile for each target
    for name in names:
        if name.startswith(begin) and name.endswith(".tmp"):
            with contextlib.suppress(OSError, ValueError, IndexError):
                if not _is_running(int(name.split("-")[2])):
                    (folder / name).unlink()


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return False  # there a file that is open can't be removed anyway
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _keep(target: Path, old: bytes) -> Path:
    number = 1
    while True:
        kept = target.with_name(f"{target.stem}.备份{number if number > 1 else ''}{target.suffix}")
        if not kept.exists():
            _write(kept, old)
            return kept
        if kept.is_file() and kept.read_bytes() == old:
            return kept
        number += 1


@contextlib.contextmanager
def _in_chinese(path: Path, verb: str) -> Iterator[None]:
    """Turn what the system says of a file into a sentence with a remedy."""
    try:
        yield
    except OSError as error:
        message, fix, status = _reason(error, path)
        raise UserError(
            f"{verb}不了文件：{path}。{message}",
            f"{fix}原有文件没有改动。" if verb == "写" else fix,
            status=status,
        ) from error
    except ValueError as error:  # a NUL or a broken character in the path
        raise UserError("文件路径里有不能用的字符。", "请换一个文件名。", status=2) from error


def _reason(error: OSError, path: Path) -> tuple[str, str, int]:
    code = getattr(error, "winerror", None) or error.errno
    if isinstance(error, PermissionError) and os.access(path.parent, os.W_OK) and path.exists():
        return "它可能正在 Word 或 WPS 中打开，也可能设成了只读或加了权限。", "请关闭后重试。", 1
    for codes, kinds, answer in _REASONS:
        if code in codes or isinstance(error, kinds):
            return answer
    return f"系统报告错误 {code}。", "请换一个文件夹重试。", 1
