"""Run the command: in this process where only its words matter, in one of its own where the surroundings do."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.cli.app import run_command
from generator.cli.failures import guarded

EXAMPLES = Path(__file__).parents[2] / "examples"
RUN = (sys.executable, "-c", "from generator.cli import main; main()")

# Words of the libraries and of Python that no clerk should ever meet.
FOREIGN = (
    "Traceback",
    "Error",
    "error",
    "Usage",
    "Options",
    "Arguments",
    "Invalid",
    "Missing",
    "No such",
    "Try ",
    "exit.",
)


@dataclass(frozen=True)
class Finished:
    """What a command wrote and how it ended."""

    returncode: int
    stdout: bytes
    stderr: bytes


def nianbao(*arguments, cwd, encoding="utf-8") -> Finished:
    """Run `nianbao ARGUMENTS` in this process, with all that `main` does but ending it, at a console of an encoding."""
    streams, folder = (sys.stdout, sys.stderr), Path.cwd()
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for _ in streams)
    os.chdir(cwd)
    sys.stdout, sys.stderr = out, err
    try:
        status = guarded(lambda: run_command([str(one) for one in arguments]))
    except SystemExit as end:
        status = end.code
    finally:
        sys.stdout, sys.stderr = streams
        os.chdir(folder)
    out.flush()
    err.flush()
    return Finished(status, out.buffer.getvalue(), err.buffer.getvalue())


def real(*arguments, cwd, env=None) -> Finished:
    """Run `nianbao ARGUMENTS` in a process of its own, as a clerk's console would."""
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent), **(env or {})}
    done = subprocess.run(
        [*RUN, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, check=False
    )
    return Finished(done.returncode, done.stdout, done.stderr)


def said(process) -> str:
    """Give everything a process wrote, as text."""
    return (process.stdout + process.stderr).decode("utf-8")


def assert_chinese(text: str) -> None:
    """Nothing of a library's English is left, and a code page 936 console can show it."""
    for word in FOREIGN:
        assert word not in text, text
    assert "\x1b" not in text
    text.encode("gbk")
