"""What is read from our own YAML files, kept between runs: to parse them takes longer than to write the report."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

Data = TypeVar("Data")


@lru_cache(maxsize=1)
def cache_folder() -> Path | None:
    """Give the folder for what is kept, which nobody but this user can write to; None where there is none."""
    with suppress(OSError):
        folder = Path(tempfile.gettempdir())
        if os.name == "nt":  # there it is the user's own
            return folder
        folder /= f"nianbao-{os.getuid()}"
        folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        state = folder.lstat()
        if stat.S_ISDIR(state.st_mode) and state.st_uid == os.getuid() and not state.st_mode & 0o077:
            return folder
    return None


def kept(name: str, sources: Iterable[str], make: Callable[[], Data]) -> Data:
    """Give what `make` makes of these texts alone: lists, mappings and texts, as JSON has them.

    It is taken from the last run that made it under this name, where the texts are still the same. What `make` raises
    is raised, and nothing is kept.
    """
    folder = cache_folder()
    if folder is None:
        return make()
    path = folder / f"nianbao-{_digest([name])[:16]}.json"
    state = _digest(sources)
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        stored = json.loads(path.read_bytes())
        if stored["of"] == state:
            data: Data = stored["made"]
            return data
    made = make()
    with suppress(OSError, ValueError, TypeError, RecursionError):  # of an own file that holds itself
        _put(path, json.dumps({"of": state, "made": made}).encode())
    return made


def _digest(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def _put(path: Path, data: bytes) -> None:
    """Put a file in its place whole, whatever else is being run at the time."""
    handle, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
