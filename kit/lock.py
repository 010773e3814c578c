"""requirements.lock as records: which version of a library is to be taken, and the hashes its files may have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from packaging.markers import Marker
from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import Version

from kit import KitError

_LINE = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)\s*(?:;(?P<marker>.*?))?"
    r"(?P<hashes>(?:\s+--hash=sha256:[0-9a-f]{64})*)\s*$"
)


class Locked(NamedTuple):
    """One version of a library, with the machines and Pythons it is for and the sha256 of each of its files."""

    name: NormalizedName
    version: Version
    marker: Marker | None
    hashes: frozenset[str]

    @property
    def line(self) -> str:
        """Give it as pip reads it."""
        hashes = (f"--hash=sha256:{one}" for one in sorted(self.hashes))
        return " ".join((f"{self.name}=={self.version}", *hashes))


def read_lock(text: str) -> tuple[Locked, ...]:
    """Read a lock file; raises KitError at a line that is no version with its hashes."""
    whole = re.sub(r"\\\n", " ", text)
    lines = (line for line in whole.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    return tuple(map(_locked, lines))


def _locked(line: str) -> Locked:
    match = _LINE.match(line)
    if match is None or not match["hashes"]:
        raise KitError(f"锁文件里这一行没有写明版本和散列值：{line.strip()[:80]}")
    marker = Marker(match["marker"]) if match["marker"] else None
    hashes = frozenset(match["hashes"].replace("--hash=sha256:", "").split())
    return Locked(canonicalize_name(match["name"]), Version(match["version"]), marker, hashes)


def locked_for(name: str, lock: Sequence[Locked], environment: Mapping[str, str]) -> Locked:
    """Give what is locked under a name for a machine and a Python; raises KitError where that is not one."""
    named = [one for one in lock if one.name == canonicalize_name(name)]
    fitting = [one for one in named if one.marker is None or one.marker.evaluate(dict(environment))]
    if len(fitting) != 1:
        raise KitError(f"锁文件里没有（或不止一个）适合的版本：{name}。请先运行 python3 run.py lock。")
    return fitting[0]
