"""The kit's own files: where it lies, and whether they are those that were put into it."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.cached import kept
from generator.patterns import pattern
from generator.problems import UserError
from generator.shortened import named

SUMS = "SHA256SUMS"
"""A line for each file of the kit: its sha256, two blanks, its path with `/`, as `sha256sum -c` takes it."""
SBOM = "sbom.cdx.json"
PROGRAM = "program/"
"""What is run lies here; what a user may change (reports, examples) does not."""
LIBRARIES = "libraries.zip"
"""Of the libraries those that need no file of their own beside them: one file is faster to unpack and to look at."""
LICENCES = "许可"
REPORTS = "我的年报"

_PACKAGE = Path(__file__).resolve().parents[1]
_VIEWERS = pattern(
    r"[\\/](?:Temp\d+_[^\\/]*\.zip|Rar\$[^\\/]*|7z[A-Z][0-9A-F]{6,8}(?:\.tmp)?)(?:[\\/]|$)"
    r"|/\.fr-[^/]+(?:/|$)|^/tmp/(?:ark|deepin-compressor)[-/]|/archive:[^/]*(?:/|$)"
)
_SHOWN = 3


def kit_at_hand() -> Path | None:
    """Give the folder of the kit that this program is run from, None where it was installed otherwise."""
    folder = _PACKAGE.parents[2]
    return folder if (folder / SUMS).is_file() else None


def must_be_unpacked(kit: Path) -> None:
    """Refuse to be run from where a zip viewer shows what is in a zip; raises UserError.

    Such a folder is emptied without a word, with all that was written into it.
    """
    temporary = sys.platform == "win32" and kit.is_relative_to(tempfile.gettempdir())
    if temporary or _VIEWERS.search(str(kit)):
        raise UserError(
            "请先解压：现在是在压缩包里直接打开的，填的内容会丢失。",
            "请关闭本窗口，在 zip 文件上按右键，选“全部解压缩”（或“解压到”），再从解压出来的文件夹里打开。",
            status=2,
        )


def must_be_whole(kit: Path) -> None:
    """Hold what is run to the list made when the kit was put together; raises UserError."""
    files = damaged_files(kit)
    if not files:
        return
    listed = named([name for name, _ in files], _SHOWN)
    if all(gone for _, gone in files):
        raise UserError(
            f"离线包不完整，少了文件：{listed}。多半是没有全部解压、路径太长，或者被杀毒软件隔离了。",
            "请把 zip 重新解压到短一些的路径，例如 D:\\年报；还是少的，到杀毒软件的隔离区里恢复。",
            status=2,
        )
    raise UserError(
        f"离线包里的文件与装配时不一样：{listed}。没有运行。",
        "可能是拷贝时出了错，也可能被改动过。请删去整个文件夹（“我的年报”先移到别处），把 zip 重新解压。",
        status=2,
    )


def damaged_files(kit: Path) -> list[tuple[str, bool]]:
    """Give the files of the program that are not as they were put in, each with whether it is gone.

    A file whose size and time are those of the last look is not read again. Raises UserError without a list.
    """
    try:
        listed = (kit / SUMS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"离线包不完整：读不出 {SUMS}。", "请把 zip 重新解压。", status=2) from error
    wanted = [line.partition("  ")[::2] for line in listed.splitlines()]
    ours = [(name, digest) for digest, name in wanted if name.startswith(PROGRAM)]
    states = _states(kit / PROGRAM, PROGRAM)

    def look() -> list[list[object]]:
        return [[name, name not in states] for name, digest in ours if _digest(kit / name) != digest]

    found = kept(f"kit {kit}", [listed, *(f"{name} {states.get(name)}" for name, _ in ours)], look)
    return [(str(name), bool(gone)) for name, gone in found]


def program_files(kit: Path) -> int:
    """Count the files that are held to the list at each start."""
    listed = (kit / SUMS).read_text(encoding="utf-8").splitlines()
    return sum(line.partition("  ")[2].startswith(PROGRAM) for line in listed)


def _states(folder: Path, before: str) -> dict[str, str]:
    """Give size and time of each file beneath a folder; listing folders tells them, without asking for each file."""
    found: dict[str, str] = {}
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found |= _states(Path(entry.path), f"{before}{entry.name}/")
            else:
                state = entry.stat(follow_symlinks=False)
                found[before + entry.name] = f"{state.st_size} {state.st_mtime_ns}"
    return found


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
