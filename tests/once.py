"""What takes long to make, made once for all processes of a test run: the first that asks makes it, others wait."""

import os
import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Give the folder that all processes of a test run have."""
    folder = factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[], Made]) -> Made:
    """Give what `make` makes; whoever dies while making it leaves the lock to the next."""
    with closing(
        sqlite3.connect(shared_folder(factory) / "made once.sqlite", timeout=600, isolation_level=None)
    ) as store:
        store.execute("BEGIN IMMEDIATE")
        store.execute("CREATE TABLE IF NOT EXISTS made (name PRIMARY KEY, pickled)")
        row = store.execute("SELECT pickled FROM made WHERE name = ?", (name,)).fetchone()
        if row is None:
            row = (pickle.dumps(make()),)
            store.execute("INSERT INTO made VALUES (?, ?)", (name, *row))
        store.execute("COMMIT")
    return pickle.loads(row[0])
