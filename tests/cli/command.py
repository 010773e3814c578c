"""Run the real command in a process of its own, as a clerk's console would."""

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
RUN = (sys.executable, "-c", "from generator.cli import main; main()")

# Words of the libraries and of Python that no clerk should ever meet.
FOREIGN = ("Traceback", "Error", "error", "Usage", "Options", "Arguments", "Invalid", "Missing", "No such", "Try ", "exit.")


def nianbao(*arguments, cwd, env=None, stdin=b"", **how):
    """Give the finished process of `nianbao ARGUMENTS`, its output as bytes."""
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent), **(env or {})}
    return subprocess.run(
        [*RUN, *map(str, arguments)], cwd=cwd, env=environment, input=stdin, capture_output=True, check=False, **how
    )


def said(process) -> str:
    """Give everything a process wrote, as text."""
    return (process.stdout + process.stderr).decode("utf-8")


def assert_chinese(text: str) -> None:
    """Nothing of a library's English is left, and a code page 936 console can show it."""
    for word in FOREIGN:
        assert word not in text, text
    assert "\x1b" not in text
    text.encode("gbk")
