"""Regular expressions compiled once and kept between runs: to compile them takes longer than to make a report.

What `re` makes of a pattern is numbers for its engine, good for the very build of Python that made them, by whose name
they are kept. How the engine is given them is Python's own affair: it has been the same from 3.10 to 3.14, and where it
is not, or what is kept does not hold, a pattern is compiled as ever.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from generator.cached import put_bytes, taken_bytes

_NAME = "正则式"
_MOST = 3000
"""Far more than the program has: those of its earlier versions stay among them until there are so many."""
_CHANGED = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)
"""What is raised where Python's own affair is not as it was; re.error is none of them."""

Made = tuple[int, bytes, int, dict[str, int], tuple[Any, ...]]
"""A pattern's flags, code, number of groups, groups by name, and names by group: as the engine asks for them."""


def compiled(text: str, flags: int) -> re.Pattern[str]:
    """Give what `re.compile` gives, from what earlier runs have kept where they have; raises re.error."""
    before, new = _kept()
    try:
        made = before.get((text, flags)) or new.get((text, flags))
        if made is None:
            made = new[text, flags] = _made(text, flags)
        return _given_to_engine(text, made)
    except _CHANGED:
        return re.compile(text, flags)


def keep_patterns() -> None:
    """Keep what this run has compiled for the next ones; nothing is lost where it cannot be kept."""
    before, new = _kept()
    if not new:
        return
    both = {**before, **new}
    put_bytes(_NAME, [sys.version], marshal.dumps(both if len(both) <= _MOST else new))


@cache
def _kept() -> tuple[dict[tuple[str, int], Made], dict[tuple[str, int], Made]]:
    """Give what earlier runs have compiled, and what this one has."""
    stored = taken_bytes(_NAME, [sys.version])
    if stored is not None:
        with suppress(ValueError, EOFError, TypeError):
            return marshal.loads(stored), {}  # noqa: S302  # sealed, in a folder that is this user's alone
    return {}, {}


def _made(text: str, flags: int) -> Made:
    parser, compiler = _parser_and_compiler()
    parsed = parser.parse(text, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = array("I", map(int, compiler._code(parsed, flags)))  # noqa: SLF001  # see above
    return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


def _parser_and_compiler() -> tuple[Any, Any]:
    if sys.version_info >= (3, 11):
        return import_module("re._parser"), import_module("re._compiler")
    return import_module("sre_parse"), import_module("sre_compile")


def _given_to_engine(text: str, made: Made) -> re.Pattern[str]:
    flags, code, groups, by_name, names = made
    pattern: re.Pattern[str] = import_module("_sre").compile(
        text, flags, array("I", code).tolist(), groups, by_name, names
    )
    return pattern
