"""The libraries of the kit: all that the program requires, in the locked versions and with the locked hashes."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from email.parser import HeaderParser
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from kit import KitError
from kit.lock import Locked, locked_for
from kit.targets import Target

Fetch = Callable[[Sequence[Locked]], Path]
"""Gives a folder in which the files of these are."""

_MODULES = (".py", ".pyi", "/py.typed")
_LOOKED_INTO = frozenset({"jinja2"})
"""Libraries whose files the program reads itself, to tell whether what it keeps is of the same version."""


class Wheel(NamedTuple):
    """A wheel that was looked at: the library's name and version, the file and its sha256."""

    name: str
    version: str
    path: Path
    sha256: str


class Machine(NamedTuple):
    """What the kit is put together for: the kind of machine and the full version of Python."""

    target: Target
    python: str

    @property
    def minor(self) -> tuple[int, int]:
        """Give the version of Python as far as wheels are made for it."""
        major, minor = self.python.split(".")[:2]
        return int(major), int(minor)

    @property
    def environment(self) -> dict[str, str]:
        """Give what markers are held to."""
        return self.target.environment(self.python)


def required_wheels(own: Path, lock: Sequence[Locked], machine: Machine, fetch: Fetch) -> list[Wheel]:
    """Give our wheel and all that it requires on that machine, and what those require; raises KitError."""
    found = {"nianbao": Wheel("nianbao", str(parse_wheel_filename(own.name)[1]), own, _digest(own))}
    news = [own]
    while news:
        names = {name for path in news for name in _requires(path, machine.environment)} - set(found)
        wanted = [locked_for(name, lock, machine.environment) for name in sorted(names)]
        folder = fetch(wanted) if wanted else own.parent
        wheels = [fitting_wheel(folder, one, machine) for one in wanted]
        found.update(zip((one.name for one in wanted), wheels, strict=True))
        news = [wheel.path for wheel in wheels]
    return [found[name] for name in sorted(found)]


def fitting_wheel(folder: Path, locked: Locked, machine: Machine) -> Wheel:
    """Give the wheel that is locked, out of a folder; raises KitError for a version, a hash or a mark that is not."""
    ours = [path for path in sorted(folder.glob("*.whl")) if _named(path)[0] == locked.name]
    tags = {tag: rank for rank, tag in enumerate(machine.target.tags(machine.minor))}
    right = [path for path in ours if _named(path)[1] == str(locked.version)]
    fitting = sorted(
        (path for path in right if _rank(path, tags) is not None), key=lambda path: _rank(path, tags) or 0
    )
    if not fitting:
        there = "、".join(path.name for path in ours) or "没有"
        raise KitError(
            f"{locked.name} 要锁文件里的 {locked.version}，且要能在 {machine.target.name}、Python "
            f"{'.'.join(map(str, machine.minor))} 上用；找到的是：{there}。"
        )
    digest = _digest(fitting[0])
    if digest not in locked.hashes:
        raise KitError(f"散列值与锁文件不符，没有采用：{fitting[0].name}（sha256 {digest}）。")
    return Wheel(locked.name, str(locked.version), fitting[0], digest)


def given_wheels(folder: Path) -> Fetch:
    """Take the wheels from a folder that was filled before, without the network."""
    return lambda _wanted: folder


def downloaded_wheels(folder: Path, machine: Machine) -> Fetch:
    """Take the wheels by pip, which holds them to the locked hashes too."""

    def fetch(wanted: Sequence[Locked]) -> Path:
        listing = folder / "wanted.txt"
        listing.write_text("".join(f"{one.line}\n" for one in wanted), encoding="utf-8")
        platforms = [part for one in machine.target.platforms for part in ("--platform", one)]
        command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary", ":all:", "--require-hashes", "--implementation", "cp", *platforms]
        command += [
            "--python-version",
            ".".join(map(str, machine.minor)),
            "-d",
            str(folder),
            "-r",
            str(listing),
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            raise KitError(f"下载不到锁定的库：\n{done.stderr.strip()[-800:]}")
        return folder

    return fetch


def unpack_wheels(wheels: Iterable[Wheel], site: Path) -> None:
    """Put the libraries where Python finds them; scripts, with paths of their maker, are left out."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel.path) as archive:
            for name in archive.namelist():
                top, _, rest = name.partition("/")
                if not top.endswith(".data"):
                    archive.extract(name, site)
                elif rest.startswith(("purelib/", "platlib/")) and not name.endswith("/"):
                    target = site / rest.partition("/")[2]
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(name))


def files_of_plain(wheels: Iterable[Wheel]) -> list[str]:
    """Give the files of the libraries that Python can run out of a zip: Python modules and no data."""
    found: list[str] = []
    for wheel in wheels:
        with zipfile.ZipFile(wheel.path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
        plain = all(name.endswith(_MODULES) or ".dist-info/" in name for name in names)
        if plain and wheel.name not in _LOOKED_INTO:
            found += names
    return found


def _requires(wheel: Path, environment: Mapping[str, str]) -> Iterable[str]:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (
            one for one in archive.namelist() if one.endswith(".dist-info/METADATA") and one.count("/") == 1
        )
        data = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    for line in data.get_all("Requires-Dist") or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate(dict(environment)):
            yield canonicalize_name(requirement.name)


def _named(path: Path) -> tuple[str, str, frozenset[Tag]]:
    try:
        name, version, _, tags = parse_wheel_filename(path.name)
    except InvalidWheelFilename:
        return "", "", frozenset()
    return name, str(version), tags


def _rank(path: Path, tags: Mapping[Tag, int]) -> int | None:
    return min((tags[tag] for tag in _named(path)[2] if tag in tags), default=None)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
