"""锁定: sentences of the report that nothing but a person may change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.patterns import pattern

LOCKED = "锁定"
_BLANKS = pattern(r"\s+")


def absent_locks(locked: Iterable[str], paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Give the locked sentences that no paragraph of a report says; blanks don't count."""
    said = [_BLANKS.sub("", one) for one in paragraphs]
    return tuple(one for one in locked if not any(_BLANKS.sub("", one) in each for each in said))


def is_locked(locked: Sequence[str], text: str, start: int, end: int) -> bool:
    """Tell whether the characters of a paragraph from `start` to `end` are, in part at least, of a locked sentence.

    Blanks don't count.
    """
    for one in locked:
        said = re.compile(r"\s*".join(map(re.escape, _BLANKS.sub("", one))))
        found = said.search(text)
        while found:
            if found.start() < max(end, start + 1) and start < found.end():
                return True
            found = said.search(text, found.start() + 1)
    return False
