"""Compiled templates kept between runs: to compile them takes longer than everything else of a cold start."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType

from jinja2 import compiler
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache

from generator.cached import cache_folder, state_of_code

_OURS = ("environment.py", "tags.py", "choices.py", "filters.py", "marks.py", "sandbox.py", "values.py")


class _Cache(FileSystemBytecodeCache):
    """The engine's cache in the user's folder for such things; where it cannot be used, nothing is lost."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, ValueError, TypeError, UnpicklingError):
            super().load_bytecode(bucket)
        if not isinstance(bucket.code, CodeType):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


@lru_cache(maxsize=1)
def cache() -> BytecodeCache | None:
    """Give the cache, or None where there is no safe folder for it.

    The engine compares each template's text; the names of the files tell the state of what is ours and of its compiler.
    """
    folder = cache_folder()
    if folder is None:
        return None
    state = state_of_code([*(Path(__file__).with_name(name) for name in _OURS), compiler.__file__])
    return _Cache(str(folder), f"nianbao-{state[:8]}-%s.cache")
