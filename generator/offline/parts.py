"""What the program is made of: the libraries it was installed with, Python itself, and what travels inside it."""

from __future__ import annotations

import platform
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path
from typing import NamedTuple

from generator.patterns import pattern

OURS = "nianbao"
_REQUIRED = pattern(r"^\s*(?P<name>[\w.-]+)(?P<rest>.*)$", 0)
_EXTRA = pattern(r";.*\bextra\b")
_OSI = "License :: OSI Approved :: "
_LONG = 60
"""A licence of more characters is no name but the whole text."""


class ProgramPart(NamedTuple):
    """A part of the program with its version and the name of its licence, as its makers give it."""

    name: str
    version: str
    licence: str


INSIDE = (ProgramPart("idiomorph", "0.8.0", "0BSD"),)
"""What is neither Python nor a library and lies in our own folders."""


def parts_in_use() -> list[ProgramPart]:
    """Give all parts, the program first, then Python, then the others by name."""
    libraries = sorted(
        {*INSIDE, *map(program_part, _required({}, OURS).values())}, key=lambda one: one.name.lower()
    )
    ours = [one for one in libraries if one.name == OURS]
    python = ProgramPart("Python", platform.python_version(), "PSF-2.0")
    return [*ours, python, *(one for one in libraries if one.name != OURS)]


def parts_beneath(folder: Path) -> list[Distribution]:
    """Give the libraries whose files lie in a folder, by name."""
    return sorted(distributions(path=[str(folder)]), key=lambda one: one.metadata["Name"].lower())


def program_part(library: Distribution) -> ProgramPart:
    """Give a library as a part: the licence by its expression, else by its short name, else by its classifier."""
    data = library.metadata
    named = [value for key in ("License-Expression", "License") for value in data.get_all(key) or ()]
    short = [value.strip() for value in named if "\n" not in value.strip() and 0 < len(value.strip()) < _LONG]
    classified = [one.removeprefix(_OSI) for one in data.get_all("Classifier") or () if one.startswith(_OSI)]
    licence = next(iter([*short, *classified]), "见其许可文本")
    return ProgramPart(data["Name"], library.version, licence)


def _required(found: dict[str, Distribution], name: str) -> dict[str, Distribution]:
    """Add a library and all that it requires, extras aside, as far as they are installed."""
    key = name.lower().replace("_", "-").replace(".", "-")
    if key in found:
        return found
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:  # another system's, or another version of Python's
        return found
    for line in found[key].requires or ():
        match = _REQUIRED.match(line)
        if match and not _EXTRA.search(match["rest"]):
            _required(found, match["name"])
    return found
