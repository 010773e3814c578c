"""What takes long to make and is the same each time, kept between runs in the user's own folder for such things.

Nothing is lost where it cannot be kept, or where somebody empties the folder.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

Data = TypeVar("Data")

_SEAL = sha256().digest_size
_MOST_PIECES, _MOST_CHARACTERS = 500_000, 20_000_000
"""Far more than any library; what aliases of YAML make of a few lines may be so much that it is not written out."""


def cache_folder() -> Path | None:
    """Give the folder for what is kept, which nobody but this user can write to; None where there is none."""
    with suppress(OSError, RuntimeError):  # RuntimeError: the user has no home
        folder = _users_own() / "nianbao"
        folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
        if os.name == "nt":  # there it is nobody else's
            return folder
        state = folder.lstat()
        if stat.S_ISDIR(state.st_mode) and state.st_uid == os.getuid() and not state.st_mode & 0o022:
            return folder
    return None


def _users_own() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (
        named if named.is_absolute() else Path.home() / ".cache"
    )  # one that is not absolute is to be passed over


def kept(name: str, sources: Iterable[str], make: Callable[[], Data]) -> Data:
    """Give what `make` makes of these texts alone: lists, mappings and texts, as JSON has them.

    It is taken from the last run that made it under this name, where the texts are still the same. What `make` raises
    is raised, and nothing is kept.
    """
    path, state = _place(name), _digest(sources)
    stored = _taken(path, state)
    if stored is not None:
        with suppress(ValueError, RecursionError):
            data: Data = json.loads(stored)
            return data
    made = make()
    with suppress(ValueError, TypeError, RecursionError):  # of an own file that holds itself
        _put(path, state, _written_out(made).encode())
    return made


def _written_out(data: Any) -> str:
    """Write data out as JSON; raises ValueError where that is too much to be kept, as soon as it is."""
    pieces, left = [], _MOST_CHARACTERS
    for piece in islice(json.JSONEncoder(ensure_ascii=False).iterencode(data), _MOST_PIECES):
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            break
    if left < 0 or len(pieces) == _MOST_PIECES:
        raise ValueError
    return "".join(pieces)


def kept_bytes(name: str, sources: Sequence[str], make: Callable[[], bytes]) -> bytes:
    """Give bytes that `make` makes of these texts alone, as `kept` does."""
    stored = taken_bytes(name, sources)
    if stored is None:
        stored = make()
        put_bytes(name, sources, stored)
    return stored


def taken_bytes(name: str, sources: Iterable[str]) -> bytes | None:
    """Give the bytes that an earlier run has kept under this name of these texts, None where there are none."""
    return _taken(_place(name), _digest(sources))


def put_bytes(name: str, sources: Iterable[str], data: bytes) -> None:
    """Keep bytes made of these texts alone for the next runs, where they can be kept."""
    _put(_place(name), _digest(sources), data)


def state_of_code(files: Iterable[str | Path]) -> str:
    """Tell the state of the code that makes what is kept, ours or a library's, given as its files.

    It goes with the texts that are made from: a newer version then makes all anew.
    """
    return _digest(map(_whole, files)).hex()


def _whole(file: str | Path) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123  # of a hundred files, half the time of Path.open
        return opened.read()


def _place(name: str) -> Path | None:
    folder = cache_folder()
    return (
        folder / f"{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.kept" if folder else None
    )


def _digest(texts: Iterable[str | bytes]) -> bytes:
    digest = sha256()
    for text in texts:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.digest()


def _seal(state: bytes, data: bytes) -> bytes:
    """Tell a whole file, made of these texts, from any other."""
    return sha256(state + data).digest()


def _taken(path: Path | None, state: bytes) -> bytes | None:
    with suppress(OSError):
        if path is not None:
            sealed = path.read_bytes()
            if sealed[:_SEAL] == _seal(state, sealed[_SEAL:]):
                return sealed[_SEAL:]
    return None


def _put(path: Path | None, state: bytes, data: bytes) -> None:
    """Put a file in its place whole, whatever else is being run at the time."""
    if path is None:
        return
    import tempfile  # seldom needed: what is kept stays

    with suppress(OSError):
        handle, beside = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(state, data) + data)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
