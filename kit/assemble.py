"""The whole kit, step by step: Python, libraries, papers, starters, the list of hashes, the zip."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.offline.kit import LIBRARIES, SUMS
from kit import KitError
from kit.lock import read_lock
from kit.papers import copy_papers, write_licences, write_sbom
from kit.pythons import Python, checked_hash, unpack_embedded, unpack_standalone
from kit.starters import is_program, linux_starters, windows_starters
from kit.targets import GLIBC, Target
from kit.wheels import (
    Machine,
    downloaded_wheels,
    files_of_plain,
    given_wheels,
    required_wheels,
    unpack_wheels,
)

LARGEST = 45_000_000
"""So many bytes at most: a mail of an office takes no more."""
LONGEST = 150
"""Characters of the longest path within the kit; Windows takes 260 in all."""
_EARLIEST = 315_532_800  # 1980, before which a zip knows no time
_GLIBC = re.compile(rb"GLIBC_(\d+)\.(\d+)")


class Order(NamedTuple):
    """What is to be put together: from which files, for which machine, and where the zip goes."""

    target: Target
    own: Path
    lock: Path
    out: Path
    manual: Path
    python: Path | None = None
    sha256: str = ""
    minor: str = ""
    wheels: Path | None = None


class Kit(NamedTuple):
    """What was put together, with what is to be told of it."""

    path: Path
    python: str
    compiled: bool


def assemble_kit(root: Path, order: Order) -> Kit:
    """Put a kit together and give it; raises KitError with what is missing or not as it has to be."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        version = order.own.name.split("-")[1]
        name = f"nianbao-{version}-{order.target.name}"
        kit = folder / name
        site = kit / "program" / "site-packages"
        site.mkdir(parents=True)
        python = _unpacked_python(order, kit / "program" / "python")
        machine = Machine(order.target, python.version if python else f"{order.minor}.0")
        fetch = given_wheels(order.wheels) if order.wheels else downloaded_wheels(folder, machine)
        wheels = required_wheels(order.own, read_lock(order.lock.read_text(encoding="utf-8")), machine, fetch)
        unpack_wheels(wheels, site)
        shutil.copyfile(root / "kit" / "start.py", kit / "program" / "start.py")
        write_licences(root, kit, site, python)
        write_sbom(kit, site, wheels, python, _seconds(root))
        copy_papers(root, kit, order.manual)
        plain = folder / "plain"
        _move(files_of_plain(wheels), site, plain)
        compiled = _compile(site, machine) and _compile(
            plain, machine, "-b"
        )  # as Python looks for them in a zip
        write_zip(plain, "", kit / "program" / LIBRARIES, _seconds(root), zipfile.ZIP_STORED)
        _write_starters(kit, _starters(order, version, machine, python))
        must_be_old_enough(kit)
        write_sums(kit)
        shown = python.version if python else order.minor
        return Kit(_zipped(kit, order.out / f"{name}.zip", _seconds(root)), shown, compiled)


def _unpacked_python(order: Order, folder: Path) -> Python | None:
    if order.python is None:
        if order.target.windows:
            raise KitError(
                "Windows 的离线包要自带 Python：请到 python.org 的下载页，取 Windows embeddable package (64-bit)，"
                "如 python-3.12.10-embed-amd64.zip，再用 --python 指明这个文件。"
            )
        return None
    digest = checked_hash(order.python, order.sha256)
    if order.target.windows:
        return unpack_embedded(order.python, digest, folder, (r"..\site-packages", rf"..\{LIBRARIES}"))
    return unpack_standalone(order.python, digest, folder)


def _starters(order: Order, version: str, machine: Machine, python: Python | None) -> dict[str, bytes]:
    if order.target.windows:
        return windows_starters(version, machine.python)
    return linux_starters(version, order.target.machine, machine.python, own_python=python is not None)


def _write_starters(kit: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = kit / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod(0o755 if is_program(name) else 0o644)


def _move(names: Iterable[str], source: Path, target: Path) -> None:
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).rename(target / name)
    for folder in sorted((path for path in source.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _compile(folder: Path, machine: Machine, *how: str) -> bool:
    """Compile the modules, so that no start has to; done where a Python of that version is at hand.

    The compiled ones are taken as they are, whatever times unpacking gives the files: the hashes are checked anyway.
    """
    how = ("-I", "-m", "compileall", "-q", "-j", "0", *how, "--invalidation-mode", "unchecked-hash")
    asked = (*how, "-s", str(folder), str(folder))
    return any(_runs(python, *asked) for python in _pythons(machine.minor))


def _pythons(minor: tuple[int, ...]) -> Iterator[str]:
    """Give the programs that may be a Python of a version: this one, that on the path, those that pyenv keeps.

    On the path pyenv has one of each version, too, but it only runs where that version was chosen.
    """
    version = ".".join(map(str, minor))
    if sys.version_info[:2] == minor:
        yield sys.executable
    yield f"python{version}"
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from map(str, sorted(root.glob(f"versions/{version}.*/bin/python{version}"), reverse=True))


def _runs(*command: str) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def must_be_old_enough(kit: Path) -> None:
    """Refuse a file that asks for a C library newer than old systems have; raises KitError."""
    for path in _files(kit):
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        asked = max((tuple(map(int, pair)) for pair in _GLIBC.findall(path.read_bytes())), default=GLIBC)
        if asked > GLIBC:
            raise KitError(
                f"{path.relative_to(kit)} 要 glibc {asked[0]}.{asked[1]}，老系统（glibc 2.17）上用不了。"
                "请换成照 glibc 2.17 做的文件；Python 可用 python-build-standalone 的。"
            )


def write_sums(kit: Path) -> None:
    """Write the list of all files with their sha256, as the kit checks it at its start."""
    names = [path.relative_to(kit).as_posix() for path in _files(kit)]
    longest = max(names, key=len)
    if len(longest) > LONGEST:
        raise KitError(f"离线包里的路径太长（{len(longest)}个字），Windows 上会解压不出来：{longest}")
    lines = (f"{sha256((kit / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (kit / SUMS).write_text("".join(lines), encoding="utf-8")


def _files(kit: Path) -> list[Path]:
    return sorted(path for path in kit.rglob("*") if path.is_file())


def _zipped(kit: Path, path: Path, seconds: int) -> Path:
    """Write the kit's zip; raises KitError where it grew too large."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    write_zip(kit, f"{kit.name}/", beside, seconds, zipfile.ZIP_DEFLATED)
    size = beside.stat().st_size
    if size > LARGEST:
        beside.unlink()
        raise KitError(f"离线包有 {size / 1e6:.1f} MB，超过了 {LARGEST / 1e6:g} MB。")
    return beside.replace(path)


def write_zip(folder: Path, before: str, path: Path, seconds: int, how: int) -> None:
    """Write the files of a folder into a zip, the same bytes for the same files."""
    with zipfile.ZipFile(path, "w", how, compresslevel=9) as archive:
        for file in _files(folder):
            name = before + file.relative_to(folder).as_posix()
            entry = zipfile.ZipInfo(name, time.gmtime(max(seconds, _EARLIEST))[:6])
            entry.compress_type, entry.create_system = how, 3
            entry.external_attr = (0o100755 if os.access(file, os.X_OK) else 0o100644) << 16
            archive.writestr(entry, file.read_bytes())


def _seconds(root: Path) -> int:
    """Give the time that all files bear: the one asked for, or that of the last change of the project."""
    if stated := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(stated)
    asked = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return _EARLIEST
