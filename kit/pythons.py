"""The Python of the kit: python.org's embeddable one for Windows, a standalone build for Linux, each a given file."""

from __future__ import annotations

import re
import shutil
import tarfile
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kit import KitError

KNOWN = {
    "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b": "python-3.11.9-embed-amd64.zip",
    "4acbed6dd1c744b0376e3b1cf57ce906f9dc9e95e68824584c8099a63025a3c3": "python-3.12.10-embed-amd64.zip",
    "7d2650fd9d1b9d002d4a315d5f354247fd6a44f30517c7ef577b08f57a0fb6d9": "python-3.13.5-embed-amd64.zip",
}
"""The sha256 of python.org's embeddable files for 64-bit Windows, as several public projects pin them."""
LOWEST = (3, 10)
_PRODUCT = re.compile(rb"P\0r\0o\0d\0u\0c\0t\0V\0e\0r\0s\0i\0o\0n\0(?:\0\0)+((?:[\d.]\0)+)")
_PATCH = re.compile(r'^#define PY_VERSION\s+"([\d.]+)"', re.MULTILINE)
_LEFT_OUT = re.compile(
    r"^(?:bin/(?!python3\.\d+$)|include/|share/|lib/(?:tcl|tk|itcl|thread|pkgconfig|lib(?:tcl|tk)|libpython3\.so)"
    r"|lib/python3\.\d+/(?:test|idlelib|tkinter|turtledemo|ensurepip|lib2to3|pydoc_data"
    r"|site-packages|config-|turtle\.py"
    r"|lib-dynload/(?:_tkinter|_test|_ctypes_test|_xxtest|xxlimited))|.*__pycache__/)"
)
_ASKED_SLOWLY = frozenset({"_wmi.pyd"})
"""Python asks a service through it which Windows this is, for seconds on some machines; without it, Windows itself."""


class Python(NamedTuple):
    """A Python that was unpacked: its full version, the sha256 of the file it came in, the text of its licence."""

    version: str
    sha256: str
    licence: str


def checked_hash(file: Path, stated: str) -> str:
    """Give the sha256 of a given file; raises KitError where it is neither stated nor known."""
    if not file.is_file():
        raise KitError(f"找不到文件：{file}")
    digest = sha256(file.read_bytes()).hexdigest()
    if stated and digest != stated.lower():
        raise KitError(f"散列值不符：{file.name} 的 sha256 是 {digest}，--sha256 写的是 {stated}。")
    if not stated and digest not in KNOWN:
        raise KitError(
            f"不认识 {file.name}（sha256 {digest}）。请到下载它的官方页面核对这个散列值，一致的用 --sha256 {digest} 写明。"
        )
    return digest


def unpack_embedded(file: Path, digest: str, folder: Path, seen: Sequence[str]) -> Python:
    """Unpack the embeddable Python for Windows and let it see these paths, from its folder; raises KitError."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name not in _ASKED_SLOWLY:
                archive.extract(name, folder)
    paths = list(folder.glob("python3*._pth"))
    match = (
        _PRODUCT.search((folder / "python.exe").read_bytes()) if (folder / "python.exe").is_file() else None
    )
    if len(paths) != 1 or match is None:
        raise KitError(f"{file.name} 不是 python.org 的 Windows embeddable package (64-bit)。")
    # what is named here is all that this Python looks into: neither the registry nor PYTHONPATH counts
    paths[0].write_bytes("".join(f"{line}\r\n" for line in (f"{paths[0].stem}.zip", ".", *seen)).encode())
    return Python(_new_enough(match[1].replace(b"\0", b"").decode(), file), digest, _licence(folder, file))


def unpack_standalone(file: Path, digest: str, folder: Path) -> Python:
    """Unpack a standalone build (`install_only`) for Linux, without what a report needs not; raises KitError."""
    with tarfile.open(file) as archive:
        members = [one for one in archive.getmembers() if one.isfile() and _kept(one.name)]
        for member in members:
            source = archive.extractfile(member)
            target = folder / member.name.partition("/")[2]
            if source is None or not target.resolve().is_relative_to(folder.resolve()):
                raise KitError(f"{file.name} 里有不该有的文件：{member.name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as out:
                shutil.copyfileobj(source, out)
            target.chmod(0o755 if member.mode & 0o100 else 0o644)
        heads = [one for one in archive.getnames() if one.endswith("/patchlevel.h")]
        found = _PATCH.search(_text(archive, heads[0])) if heads else None
    if found is None or not list(folder.glob("bin/python3.*")):
        raise KitError(f"{file.name} 不是 python-build-standalone 的 install_only 包。")
    _drop_spare_library(folder)
    return Python(_new_enough(found[1], file), digest, _licence(folder, file))


def _kept(name: str) -> bool:
    top, _, rest = name.partition("/")
    return top == "python" and bool(rest) and not _LEFT_OUT.match(rest)


def _text(archive: tarfile.TarFile, name: str) -> str:
    source = archive.extractfile(name)
    return source.read().decode("utf-8", "replace") if source else ""


def _drop_spare_library(folder: Path) -> None:
    """Leave out the library of Python for other programs where the program itself does without: 20 MB."""
    (program,) = folder.glob("bin/python3.*")
    if b"libpython3." not in program.read_bytes():
        for spare in folder.glob("lib/libpython3.*"):
            spare.unlink()


def _licence(folder: Path, file: Path) -> str:
    texts = sorted([*folder.glob("LICENSE*"), *folder.glob("lib/python3.*/LICENSE*")])
    if not texts:
        raise KitError(f"{file.name} 里没有 Python 的许可文本（LICENSE.txt）。")
    return texts[0].read_text(encoding="utf-8", errors="replace")


def _new_enough(version: str, file: Path) -> str:
    if tuple(map(int, version.split(".")[:2])) < LOWEST:
        raise KitError(f"{file.name} 是 Python {version}，要 3.10 以上的。")
    return version
