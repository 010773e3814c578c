"""Which of the official fonts this machine has; the files name them all the same."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from generator.cached import cache_folder
from generator.document.page.layout import Layout
from generator.patterns import pattern

_KIND = pattern(r"\s*\((?:TrueType|OpenType|All res)\)\s*$")
_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def fonts_to_mention(layout: Layout, today: date) -> str:
    """Say what `missing_fonts` says, but to one user once a day for the fonts that a layout names.

    What was said today stands in the user's cache folder, never beside the documents; where that cannot be read or
    written it is said each time. Asked again on the same day, this does not even look for the fonts, which takes longer
    than many a report.
    """
    wanted = "、".join(layout.names(key)[0] for key in _families(layout))
    said = _said_on(today)
    if wanted in said:
        return ""
    sentence = missing_fonts(layout)
    stamp = _stamp()
    if stamp is not None:
        with suppress(OSError):
            stamp.write_text("\n".join((today.isoformat(), *said, wanted)), encoding="utf-8")
    return sentence


def _said_on(today: date) -> list[str]:
    """Give the fonts that were spoken of today, as the stamp has them: the day, then a line for each layout."""
    stamp = _stamp()
    with suppress(OSError, ValueError):
        day, *said = stamp.read_text(encoding="utf-8").splitlines() if stamp else ("",)
        if day == today.isoformat():
            return said
    return []


def _stamp() -> Path | None:
    """Name the file that remembers, None where the user has no folder of his own."""
    folder = cache_folder()
    return folder / "fonts.txt" if folder else None


def missing_fonts(layout: Layout, installed: frozenset[str] | None = None) -> str:
    """Say in one sentence which official fonts are missing here and what is shown instead; nothing when all are there.

    `installed` is what this machine has, by default what it says itself; where that can't be found out nothing is said.
    """
    there = installed_fonts() if installed is None else installed
    if not there:
        return ""
    aliases = {key.split(".")[1]: layout.text(key) for key in layout.values if key.startswith("字体别名.")}

    def has(name: str) -> bool:
        return name in there or aliases.get(name, "") in there

    lost, instead = [], []
    for key in _families(layout):
        wanted, *others = layout.names(key)
        if not has(wanted):
            lost.append(wanted)
            instead.append(next((name for name in others if has(name)), "系统自选的字体"))
    if not lost:
        return ""
    return (
        f"本机没有{'、'.join(lost)}，文件里写的仍是规定字体，在装有这些字体的电脑上显示和打印都合规；"
        f"在本机上将分别显示为{'、'.join(instead)}。"
    )


@cache
def installed_fonts() -> frozenset[str]:
    """Give the names of all fonts on this machine, Chinese and English; none when that cannot be found out."""
    return _windows_fonts() if sys.platform == "win32" else _fontconfig_fonts()


def _families(layout: Layout) -> list[str]:
    """Give the keys of the families of fonts that the text of a report uses, each once."""
    return list(dict.fromkeys(f"字体.{layout.text(used)}" for used in layout.values if _names_a_font(used)))


def _names_a_font(key: str) -> bool:
    section, _, leaf = key.partition(".")
    return leaf.endswith("字体") and section != "图表"


def _fontconfig_fonts() -> frozenset[str]:
    import shutil
    import subprocess

    command = shutil.which("fc-list")
    if command is None:
        return frozenset()
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed command
            [command, ":", "family"],
            capture_output=True,
            check=True,
            timeout=20,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(
        name.strip() for line in done.stdout.splitlines() for name in line.split(",") if name.strip()
    )


def _windows_fonts() -> frozenset[str]:
    if sys.platform != "win32":
        return frozenset()
    import winreg

    families: set[str] = set()
    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        # the user's own part is there only once he has installed a font for himself
        with suppress(OSError), winreg.OpenKey(hive, _REGISTRY) as folder:
            for number in range(winreg.QueryInfoKey(folder)[1]):
                name = _KIND.sub("", winreg.EnumValue(folder, number)[0])
                families.update(part.strip() for part in name.split("&"))
    return frozenset(families)
