"""Walk through a page of the manual as its reader would: save what it says to save, change it, run the commands.

What a page may say, and what is then done:

- 存成 `甲.yaml`, in the paragraph before a block: the block is written to that file;
- 把 `甲.yaml` 里的 `旧` 改成 `新`: done where `旧` stands once in the file;
- `甲.yaml` 里有 or 里是, before a block: its words stand in that file, in their order;
- a `console` block: each line after `$ nianbao ` is run, `# …退出码 1` tells how it ends (0 without); the lines under it
  are what it prints, in their order, where …… stands for any.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from tests.cli.command import nianbao, said

_BLOCK = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<kind>\S*)\n(?P<body>.*?)^ *(?P=fence)$", re.MULTILINE | re.DOTALL
)
_SAVED = re.compile(r"存成 `([^`]+)`")
_CHANGED = re.compile(r"把 `([^`]+)` 里的 `([^`]+)` 改成 `([^`]+)`")
_HELD = re.compile(r"`([^`]+)` 里(?:有|是)")
_STATUS = re.compile(r"退出码 (\d)")
_ANY = "……"


class Shown(NamedTuple):
    """One block of a page: its language, its text, and the paragraph before it."""

    kind: str
    body: str
    before: str

    @property
    def file(self) -> str:
        """Give the name of the file that the reader saves it to, "" for none."""
        names = _SAVED.findall(self.before)
        return names[-1] if names else ""


class Run(NamedTuple):
    """One command of a page with what it prints."""

    line: str
    printed: tuple[str, ...]

    @property
    def status(self) -> int:
        told = _STATUS.search(self.line)
        return int(told[1]) if told else 0


def blocks(text: str) -> Iterator[tuple[str, Shown]]:
    """Give each block of a page with the text that stands between it and the one before."""
    end = 0
    for found in _BLOCK.finditer(text):
        between = text[end : found.start()]
        end = found.end()
        *_, before = between.rstrip().split("\n\n")
        yield between, Shown(found["kind"], dedent(found["body"]), before)


def runs(body: str) -> list[Run]:
    """Give the commands of a console block."""
    pieces = re.split(r"^\$ nianbao ", body, flags=re.MULTILINE)[1:]
    return [Run(first, tuple(rest)) for first, *rest in (piece.rstrip("\n").split("\n") for piece in pieces)]


def walk(text: str, folder: Path) -> None:
    """Do in a folder what a page says, and hold it to what it says comes of it."""
    for between, shown in blocks(text):
        for file, old, new in _CHANGED.findall(between.replace("\n", "")):
            _change(folder / file, old, new)
        held = _HELD.findall(shown.before.replace("\n", ""))
        if shown.file:
            path = folder / shown.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(shown.body, encoding="utf-8")
        elif shown.kind == "console":
            for run in runs(shown.body):
                _run(run, folder)
        elif held:
            written = iter((folder / held[-1]).read_text(encoding="utf-8").split())
            for word in shown.body.split():
                assert word in written, f"{held[-1]} 里没有：{word}"


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} 里的 {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def _run(run: Run, folder: Path) -> None:
    process = nianbao(*expanded(shlex.split(run.line, comments=True), folder), cwd=folder)
    text = said(process)
    assert process.returncode == run.status, f"{run.line}\n{text}"
    printed = iter([line.strip() for line in text.split("\n") if line.strip()])
    skipping = False
    for line in run.printed:
        expected = line.strip()
        if expected in ("", _ANY):
            skipping = skipping or expected == _ANY
            continue
        got = next(printed, "")
        while skipping and got != expected:
            got = next(printed, None)
            assert got is not None, f"{run.line}\n没有印出：{expected}\n{text}"
        assert got == expected, f"{run.line}\n{text}"
        skipping = False
    if run.printed and not skipping:
        assert next(printed, None) is None, f"{run.line}\n还印出别的：\n{text}"


def expanded(arguments: list[str], folder: Path) -> list[str]:
    """Put file names for a * as a shell does."""
    return [
        name
        for one in arguments
        for name in (
            sorted(str(path.relative_to(folder)) for path in folder.glob(one)) if "*" in one else [one]
        )
    ]
