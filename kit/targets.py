"""The machines that a kit is made for, and which wheels run on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from packaging.tags import Tag, compatible_tags, cpython_tags

GLIBC = (2, 17)
"""The newest version of the C library that a file of a Linux kit may ask for: older systems' machines have it."""
_NAMED_LATER = {(2, 17): "manylinux2014", (2, 12): "manylinux2010", (2, 5): "manylinux1"}


class Target(NamedTuple):
    """A kind of machine: its name, the platforms a wheel may be for, and how requirements tell it from others."""

    name: str
    platforms: tuple[str, ...]
    system: str
    machine: str

    @property
    def windows(self) -> bool:
        """Tell whether it runs Windows."""
        return self.system == "Windows"

    def tags(self, version: tuple[int, int]) -> list[Tag]:
        """Give what a wheel may be marked with for this machine and this Python, the best first."""
        interpreter = f"cp{version[0]}{version[1]}"
        return [
            *cpython_tags(version, platforms=self.platforms),
            *compatible_tags(version, interpreter, self.platforms),
        ]

    def environment(self, version: str) -> dict[str, str]:
        """Give what the markers of requirements are held to, for a full version of Python such as 3.12.10."""
        return {
            "python_version": ".".join(version.split(".")[:2]),
            "python_full_version": version,
            "implementation_name": "cpython",
            "implementation_version": version,
            "platform_python_implementation": "CPython",
            "os_name": "nt" if self.windows else "posix",
            "sys_platform": "win32" if self.windows else "linux",
            "platform_system": self.system,
            "platform_machine": self.machine,
            "platform_release": "",
            "platform_version": "",
            "extra": "",
        }


def _manylinux(machine: str) -> Iterable[str]:
    """Give every name under which a wheel for a C library that is old enough may go: pip takes them to the letter."""
    for minor in range(GLIBC[1], 4, -1):
        yield f"manylinux_{GLIBC[0]}_{minor}_{machine}"
        if (GLIBC[0], minor) in _NAMED_LATER:
            yield f"{_NAMED_LATER[GLIBC[0], minor]}_{machine}"


TARGETS = {
    target.name: target
    for target in (
        Target("windows", ("win_amd64",), "Windows", "AMD64"),
        *(
            Target(f"linux-{machine}", tuple(_manylinux(machine)), "Linux", machine)
            for machine in ("x86_64", "aarch64")
        ),
    )
}
