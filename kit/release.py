"""The errand `release` of run.py: one version, from a clean tree to the files that are given away.

Refuses before it changes anything. Version and date are written, all checks run, wheel, manual and kits are made with
one list of hashes, and the commit is tagged; pushing is left to a person.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from kit import KitError
from kit.targets import TARGETS

ROOT = Path(__file__).resolve().parents[1]
PROJECT, CHANGES, DIST, MANUAL = "pyproject.toml", "CHANGELOG.md", "dist", "out/manual"
SUMS = "SHA256SUMS"
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_WRITTEN = re.compile(r'^version = "(.+?)"$', re.MULTILINE)
_UNRELEASED = re.compile(r"^## (?P<version>\S+)（未发布）$", re.MULTILINE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Release one version; gives the exit status."""
    given = _parser().parse_args(arguments)
    try:
        release(given.version, ROOT, given.kit, day=dt.date.today())  # noqa: DTZ011  # the day on the clerk's wall
    except KitError as error:
        print(f"没有发布：{error}", file=sys.stderr)
        return 1
    print(f"已打标签 v{given.version}，文件在 {DIST}/。核对后自己推送：git push --follow-tags")
    return 0


def release(version: str, root: Path, kits: Sequence[Sequence[str]], *, day: dt.date) -> None:
    """Write version and date, check and make everything, commit and tag; `kits` are targets, each with its Python.

    Raises KitError, before anything is written, for a version that is none or not newer, a change that is not
    committed, a log that has no section of unreleased changes, and a kit that could not be made.
    """
    refuse_unready(version, root)
    refuse_wrong_kits(kits, root)
    project, changes = root / PROJECT, root / CHANGES
    project.write_text(
        with_version(project.read_text(encoding="utf-8"), version), encoding="utf-8", newline="\n"
    )
    changes.write_text(
        with_date(changes.read_text(encoding="utf-8"), version, day), encoding="utf-8", newline="\n"
    )
    shutil.rmtree(root / DIST, ignore_errors=True)
    _run(root, "bash", ".ci/run")
    shutil.make_archive(str(root / DIST / f"nianbao-{version}-manual"), "zip", root / MANUAL)
    for target, *python in kits:
        _run(root, sys.executable, "-m", "kit", target, *(("--python", python[0]) if python else ()))
    (root / DIST / SUMS).write_text(hashes(root / DIST), encoding="utf-8", newline="\n")
    _run(root, "git", "commit", "--quiet", "--all", "--message", f"Release {version}")
    _run(root, "git", "tag", "--annotate", f"v{version}", "--message", f"nianbao {version}")


def refuse_unready(version: str, root: Path) -> None:
    """Refuse a release that cannot be; raises KitError."""
    if not _VERSION.fullmatch(version):
        raise KitError(f"版本号应写成 1.2.3 这样，写的是：{version}")
    if _run(root, "git", "status", "--porcelain"):
        raise KitError("还有没提交的改动，请先提交。")
    if _run(root, "git", "tag", "--list", f"v{version}"):
        raise KitError(f"已经有 v{version} 这个标签，请换一个版本号。")
    with_version((root / PROJECT).read_text(encoding="utf-8"), version)
    with_date((root / CHANGES).read_text(encoding="utf-8"), version, dt.date.min)


def refuse_wrong_kits(kits: Sequence[Sequence[str]], root: Path) -> None:
    """Refuse kits that cannot be made, before the checks have run for an hour; raises KitError."""
    for target, *python in kits:
        if target not in TARGETS:
            raise KitError(f"没有“{target}”这种离线包，可写：{'、'.join(TARGETS)}。")
        if len(python) > 1:
            raise KitError(f"{target} 后面只写一个 Python 的文件，写的是：{'、'.join(python)}")
        if TARGETS[target].windows and not python:
            raise KitError(f"{target} 的离线包要自带 Python，请在后面写上它的文件。")
        if python and not (root / python[0]).is_file():
            raise KitError(f"找不到文件：{python[0]}")


def with_version(project: str, version: str) -> str:
    """Give the text of pyproject.toml with another version; raises KitError for one that is older than its own."""
    written = _WRITTEN.search(project)
    if written is None:
        raise KitError(f"{PROJECT} 里没有 version。")
    if _numbers(version) < _numbers(written[1]):
        raise KitError(f"{PROJECT} 里已经是 {written[1]}，{version} 比它旧。")
    return project[: written.start(1)] + version + project[written.end(1) :]


def with_date(changes: str, version: str, day: dt.date) -> str:
    """Give the text of CHANGELOG.md with its unreleased section called by the version and the day; raises KitError."""
    section = _UNRELEASED.search(changes)
    if section is None:
        raise KitError(f"{CHANGES} 里没有写着“（未发布）”的一节，不知道这一版改了什么。")
    return changes[: section.start()] + f"## {version}（{day:%Y-%m-%d}）" + changes[section.end() :]


def hashes(folder: Path) -> str:
    """Give the hash of each file in a folder, a line each, as sha256sum -c reads them."""
    files = sorted(one for one in folder.iterdir() if one.is_file() and one.name != SUMS)
    return "".join(f"{sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in files)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _run(root: Path, *command: str) -> str:
    """Run a command and give what it prints; raises KitError where it fails."""
    quiet = command[0] == "git"
    ended = subprocess.run(
        command, cwd=root, check=False, text=True, stdout=subprocess.PIPE if quiet else None
    )
    if ended.returncode:
        raise KitError(f"“{' '.join(command)}”没有通过，退出码 {ended.returncode}。")
    return ended.stdout or ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 run.py release", description="发布一个版本")
    parser.add_argument("version", metavar="版本号", help="如 0.2.0")
    parser.add_argument(
        "--kit",
        nargs="+",
        action="append",
        default=[],
        metavar=("系统", "Python"),
        help=f"做这个离线包，后面可以写 Python 的文件；可以写几次。系统：{'、'.join(TARGETS)}",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
