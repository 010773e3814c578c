"""LibreOffice, where it is there: one start, a profile of its own, a limit, and an end for all that it started."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.problems import UserError

_WHERE = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
)
_GET_IT = (
    "请安装 LibreOffice（免费，https://zh-cn.libreoffice.org/download/ ）后再试；"
    "也可以先生成 Word 文档，再用 Word 或 WPS 的“另存为 {}”。"
)
_START, _EACH = 90, 15  # seconds that a start and each file may take on a slow machine


class OfficeTimeoutError(UserError):
    """LibreOffice was still at work when its time was over, and was ended."""


def find_office() -> Path | None:
    """Give LibreOffice's command, or None when it is not installed."""
    for name in ("soffice", "libreoffice"):
        command = shutil.which(name)
        if command:
            return Path(command)
    return next((Path(place) for place in _WHERE if Path(place).is_file()), None)


def needed_office(name: str) -> Path:
    """Give LibreOffice's command; raises UserError when it is not there to make what users call `name`."""
    office = find_office()
    if office is None:
        raise UserError(f"生成 {name} 要用 LibreOffice，本机没有安装", _GET_IT.format(name))
    return office


def converted(office: Path, documents: Sequence[bytes], suffix: str, wanted: str, limit: int) -> list[bytes]:
    """Give each document, a file with this suffix, as LibreOffice converts it; an empty one where it gives none.

    `wanted` is the suffix of what is to be made, with the name of LibreOffice's filter where it needs one
    (pdf:writer_pdf_Export). All are converted in one start, with a profile folder of its own, so that one that is
    open does not hinder. Raises OfficeTimeoutError after `limit` seconds; all that was started is ended then.
    """
    made = f".{wanted.partition(':')[0]}"
    with tempfile.TemporaryDirectory(prefix="nianbao-") as name:
        folder, out = Path(name), Path(name) / "out"
        files = [folder / f"{number:05}{suffix}" for number in range(len(documents))]
        for file, data in zip(files, documents, strict=True):
            file.write_bytes(data)
        profile = (folder / "profile").as_uri()
        quiet = (
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            f"-env:UserInstallation={profile}",
        )
        _run([str(office), *quiet, "--convert-to", wanted, "--outdir", str(out), *map(str, files)], limit)
        results = [out / file.with_suffix(made).name for file in files]
        return [one.read_bytes() if one.is_file() else b"" for one in results]


def exported(documents: Sequence[bytes], wanted: str, name: str) -> list[bytes]:
    """Give each Word file in another form, all in one start; `name` is what users call the form.

    Raises UserError when LibreOffice is missing, takes too long, or leaves a file out: three different things to do.
    """
    office = needed_office(name)
    try:
        made = converted(office, documents, ".docx", wanted, _START + _EACH * len(documents))
    except OfficeTimeoutError as error:
        fix = f"请关掉其他占用内存的程序再试；或先生成 Word 文档，再用 Word 或 WPS 另存为 {name}。"
        raise UserError(error.message, fix) from error
    if not all(made):
        fix = f"请在 LibreOffice 里打开 Word 文档看看，或改用 Word、WPS 另存为 {name}。"
        raise UserError(f"LibreOffice 没有生成 {name}", fix)
    return made


def _run(command: Sequence[str], limit: int) -> None:
    # a session of its own (on POSIX), so that its child processes end with it
    with subprocess.Popen(  # noqa: S603 -- our own command, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout=limit)
        except subprocess.TimeoutExpired as error:
            raise OfficeTimeoutError(f"LibreOffice 超过{limit}秒没有完成转换，已停止") from error
        finally:
            if process.poll() is None:  # the limit, or Ctrl-C
                _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
