"""A plugin of pytest for bench/mutants.py: runs the tests that are chosen, in their order, and notes what has passed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

CHOSEN, PASSED = "MUTANTS_CHOSEN", "MUTANTS_PASSED"  # files of node ids: to run, and that have passed


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep to the chosen tests, in their order."""
    if CHOSEN in os.environ:
        order = {name: at for at, name in enumerate(json.loads(Path(os.environ[CHOSEN]).read_text("utf-8")))}
        items[:] = sorted((one for one in items if one.nodeid in order), key=lambda one: order[one.nodeid])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note what has passed."""
    if PASSED in os.environ and report.when == "call" and report.passed:
        with Path(os.environ[PASSED]).open("a", encoding="utf-8") as notes:
            notes.write(f"{json.dumps(report.nodeid)}\n")
