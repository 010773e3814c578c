"""Regular expressions that are compiled when they are first needed: a cold start needs few of some seven hundred."""

from __future__ import annotations

import re
from typing import Any, cast

from generator.kept_patterns import compiled


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Give what `re.compile` gives, compiled at its first use; re.error is raised then, too.

    It has a pattern's methods and attributes; where a real one is asked for (`isinstance`, `re.sub(pattern, …)`),
    take `re.compile`.
    """
    return cast("re.Pattern[str]", _Deferred(text, flags))


class _Deferred:
    """Stands for a pattern; the compiled one's methods become its own, so that only the first call takes longer."""

    def __init__(self, text: str, flags: int) -> None:
        self.text = text
        self.given = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = compiled(self.text, int(self.given))
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(made, method))
        self.pattern, self.flags, self.groupindex = made.pattern, made.flags, made.groupindex
        return getattr(made, name)
