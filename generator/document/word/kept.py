"""What takes long to make and is the same each time, kept between runs in the user's own folder for such things."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_SEAL = sha256().digest_size


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """Give what is kept under a name that tells all it depends on; else make it and keep it.

    What is damaged, or was made for another name, is made anew; where nothing can be kept, nothing is lost.
    """
    with suppress(OSError, RuntimeError):
        sealed = (_folder() / name).read_bytes()
        if sealed[:_SEAL] == _seal(name, sealed[_SEAL:]):
            return sealed[_SEAL:]
    data = make()
    with suppress(OSError, RuntimeError):
        path = _folder() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # whole or not at all, also where two runs write it at once
        written = path.with_name(f"{name}.{os.getpid()}")
        written.write_bytes(_seal(name, data) + data)
        written.replace(path)
    return data


def _seal(name: str, data: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + data).digest()


def _folder() -> Path:
    """Give the folder; raises RuntimeError where the user has none."""
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        above = Path.home() / "Library" / "Caches"
    else:
        above = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(above) / "nianbao"
