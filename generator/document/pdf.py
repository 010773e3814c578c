"""Word files -> PDF, by LibreOffice where it is there."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
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
    "也可以先生成 Word 文档，再用 Word 或 WPS 的“另存为 PDF”。"
)
_START, _EACH = 90, 15  # seconds that a start and each file may take on a slow machine
_CREATED = re.compile(rb"<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T")
# what LibreOffice writes of the moment, all of a fixed length: the offsets of the file stay right
_MOMENT = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_CHANCE = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}>\s*<[0-9A-F]{32}|(?<=/DocChecksum /)[0-9A-F]{32}")
_FILTER = "pdf:writer_pdf_Export"


def find_office() -> Path | None:
    """Give LibreOffice's command, or None when it is not installed."""
    for name in ("soffice", "libreoffice"):
        command = shutil.which(name)
        if command:
            return Path(command)
    return next((Path(place) for place in _WHERE if Path(place).is_file()), None)


def convert(documents: Sequence[bytes]) -> list[bytes]:
    """Give the PDF of each Word file, all in one start of LibreOffice.

    It runs with a profile folder of its own, so that one that is open does not hinder.
    Raises UserError when LibreOffice is missing, takes too long, or leaves a file out.
    """
    office = find_office()
    if office is None:
        raise UserError("生成 PDF 要用 LibreOffice，本机没有安装", _GET_IT)
    with tempfile.TemporaryDirectory(prefix="nianbao-") as name:
        folder = Path(name)
        files = [folder / f"{number:05}.docx" for number in range(len(documents))]
        for file, data in zip(files, documents, strict=True):
            file.write_bytes(data)
        _run(office, folder, files)
        made = [_read(file.with_suffix(".pdf")) for file in files]
    return [_timeless(data, _created(source)) for data, source in zip(made, documents, strict=True)]


def _run(office: Path, folder: Path, files: Sequence[Path]) -> None:
    profile = (folder / "profile").as_uri()
    quiet = ("--headless", "--norestore", "--nolockcheck", "--nodefault", f"-env:UserInstallation={profile}")
    command = [str(office), *quiet, "--convert-to", _FILTER, "--outdir", str(folder), *map(str, files)]
    limit = _START + _EACH * len(files)
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
            _stop(process)
            fix = "请关掉其他占用内存的程序再试；或先生成 Word 文档，再用 Word 或 WPS 另存为 PDF。"
            raise UserError(f"LibreOffice 超过{limit}秒没有完成转换，已停止", fix) from error


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            "LibreOffice 没有生成 PDF", "请在 LibreOffice 里打开 Word 文档看看，或改用 Word、WPS 另存为 PDF。"
        ) from error


def _created(document: bytes) -> bytes:
    """Give the day that a Word file of ours says it was made, as PDF writes it."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as parts:
            match = _CREATED.search(parts.read("docProps/core.xml"))
    except (zipfile.BadZipFile, KeyError):
        match = None
    return b"".join(match.groups()) if match else b"19800101"


def _timeless(data: bytes, day: bytes) -> bytes:
    """Put the report's own day in the place of the moment, and nothing in that of chance: same file, same bytes."""
    data = _MOMENT.sub(day + b"000000", data)
    return _CHANCE.sub(lambda match: re.sub(rb"[0-9A-F]", b"0", match.group()), data)
