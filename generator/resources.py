"""Templates and data files: the user's own folder first, the built-in one second, file by file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

from generator.problems import UserError

_PACKAGE = Path(__file__).resolve().parent


def _beside(name: str) -> Path:
    """Find a data folder: inside the package in a wheel, one level up in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


BUILTIN = _beside("templates")
SEEDS = _beside("seeds")


def text_loader() -> Any:
    """Give the YAML loader that makes of a file only texts, lists and mappings, whatever it holds."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # PyYAML built without libyaml has no C loader


def yaml_texts(text: str) -> Any:
    """Read YAML into texts, lists and mappings; raises yaml.YAMLError."""
    import yaml

    return yaml.load(text, text_loader())  # noqa: S506  # the base loader makes only texts


def name_on_disk(name: str) -> str:
    """Give the name of a file of ours as the system's calls take it: it is written in UTF-8, whatever the locale."""
    return name if sys.getfilesystemencoding() == "utf-8" else os.fsdecode(name.encode())


def name_from_disk(name: str) -> str:
    """Give the name back as it was meant; a file named in the locale's own encoding keeps its name."""
    try:
        return name if sys.getfilesystemencoding() == "utf-8" else os.fsencode(name).decode()
    except UnicodeError:
        return name


class Resource(NamedTuple):
    """One template or data file: its name within the folder, where it was found, and its text."""

    name: str
    path: Path
    text: str


class Templates(NamedTuple):
    """Folders of templates, the first that has a file wins."""

    folders: tuple[Path, ...] = (BUILTIN,)

    @classmethod
    def with_own(cls, folder: Path | None) -> Templates:
        """Give the built-in templates, with the user's folder before them if there is one.

        Raises UserError when the folder does not exist.
        """
        if folder is None:
            return cls()
        if not folder.is_dir():
            raise UserError(f"找不到模板文件夹：{folder}", "请核对 --templates 后面的路径。", status=2)
        return cls((folder, BUILTIN))

    def read(self, name: str) -> Resource:
        """Give the file of that name, such as `举措成效/行政执法.md.j2`.

        Raises UserError when no folder has it, or when it is not UTF-8 text.
        """
        for folder in self.folders:
            places = (folder / one for one in (name, name_on_disk(name)))
            place = next(filter(Path.is_file, places), None)
            if place:
                try:
                    text = place.read_text(encoding="utf-8").removeprefix("\ufeff")
                    return Resource(name, folder / name, text)
                except (OSError, UnicodeDecodeError) as error:
                    raise UserError(
                        f"模板文件读不出来：{folder / name}", "请把它另存为 UTF-8 编码的文本文件。"
                    ) from error
        raise UserError(f"找不到模板文件：{name}", "请核对文件名，或重新安装本程序。")

    def names(self, folder: str, suffix: str) -> list[str]:
        """List the files of one folder over all template folders, sorted, each name once."""
        places = {base / one for base in self.folders for one in (folder, name_on_disk(folder))}
        names = {
            name_from_disk(path.name)
            for place in places
            if place.is_dir()
            for path in place.iterdir()
            if path.name.endswith(suffix) and not path.name.startswith((".", "_"))
        }
        return sorted(f"{folder}/{name}" for name in names)

    def is_own(self, resource: Resource) -> bool:
        """Tell whether a file is the user's own and not a built-in one."""
        return not resource.path.is_relative_to(BUILTIN)
