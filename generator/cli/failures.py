"""What a command could not do, as Chinese sentences and an exit status; the only place where errors end."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.cli import console
from generator.patterns import pattern
from generator.problems import FactsError, UserError

DEBUG = "NIANBAO_DEBUG"
INTERRUPTED = 130
_FRAME = pattern(r'File "(.+)", line (\d+), in ')
_REFUSED_OUTPUT = {
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "超过了文件大小的限额",
    errno.EIO: "磁盘或管道读写出错",
    errno.EBADF: "输出已经关闭",
    errno.EINVAL: "系统不接受这样的输出",
}


def guarded(run: Callable[[], int]) -> int:
    """Run the command line to its end and give the exit status; whatever happens is said in Chinese."""
    console.prepare_console()
    try:
        status = run()
        _flush()
    except BrokenPipeError:
        _forget_output()
        status = 1
    except KeyboardInterrupt:
        console.complain("\n已中断。已有的文件都是完整的，重新运行同一条命令即可。")
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001  # no error of ours may reach the clerk as a traceback
        status = _explained(error)
    return status


def _explained(error: Exception) -> int:
    import click

    from generator.cli.wording import usage_error

    if os.environ.get(DEBUG) == "1":
        import traceback

        console.complain(traceback.format_exc(), "")
    if isinstance(error, click.UsageError):
        error = usage_error(error)
    if isinstance(error, FactsError):
        console.problems(error.problems, beside=True)
        return 1
    if not isinstance(error, UserError):
        error = _outside(error) or _unexpected(error)
    console.complain(error.message)
    if error.fix:
        console.complain(error.fix, "")
    return error.status


def _outside(error: Exception) -> UserError | None:
    """Name what the machine around us refuses, which is no fault of the program."""
    if isinstance(error, MemoryError):
        return UserError("内存不够。", "请关掉一些别的程序再试。")
    if isinstance(error, UnicodeEncodeError) and sys.getfilesystemencoding() != "utf-8":
        fix = "请设环境变量 PYTHONUTF8=1 再运行一次，或用 -o 写一个英文的文件名。"
        return UserError("系统的区域设置写不出中文的文件名。", fix)
    return _refused(error) if isinstance(error, OSError) else None


def _refused(error: OSError) -> UserError | None:
    if isinstance(error, FileNotFoundError) and not error.filename and not _here():
        return UserError("当前文件夹已经不在了。", "请换到别的文件夹，再运行一次。")
    if error.filename is None and error.errno in _REFUSED_OUTPUT:
        _forget_output()
        return UserError(
            f"输出写不出去：{_REFUSED_OUTPUT[error.errno]}。", "请核对输出写到哪里，腾出空间后重试。"
        )
    if error.errno == errno.ENAMETOOLONG:
        return UserError("文件名或路径太长。", "请换一个短一些的文件名。", status=2)
    if error.filename is not None:
        return UserError(f"系统不让用这个文件或文件夹：{error.filename}", "请核对路径和权限。")
    return None


def _here() -> bool:
    try:
        return Path.cwd().is_dir()
    except OSError:
        return False


def _unexpected(error: Exception) -> UserError:
    ours = [(path.name, line) for path, line in _places(error) if "generator" in path.parts]
    where = f"{ours[-1][0]} 第{ours[-1][1]}行" if ours else "位置不明"
    return UserError(
        f"程序出了意料之外的错（{type(error).__name__}，{where}）。这是程序的毛病，不是您的事实文件的错。",
        f"请把上面这句话连同事实文件发给维护本程序的人；设环境变量 {DEBUG}=1 再运行一次，可得到完整的记录。",
    )


def _places(error: Exception) -> Iterator[tuple[Path, int | None]]:
    """Give the files and lines that an error came through; those in another process, last, are text of its cause."""
    import traceback

    for frame in traceback.extract_tb(error.__traceback__):
        yield Path(frame.filename), frame.lineno
    for name, line in _FRAME.findall(str(error.__cause__ or "")):
        yield Path(name), int(line)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _forget_output() -> None:
    """Point the output nowhere, so that Python's own flush at exit does not fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
            continue
        os.dup2(nowhere, stream.fileno())
