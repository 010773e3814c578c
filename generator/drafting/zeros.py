"""零: what did not happen, told in one breath where several sentences that say so begin alike: 未发生越级上访、集体访."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.drafting import marks
from generator.patterns import pattern

_BEGINNING = pattern(
    "(?:截至[0-9]{1,2}月[0-9]{1,2}日)?(?:未(?:发生|发现|收到|承办|排查出|作出)|没有|无在册|无社区矫正对象被)"
)
_OF_ITS_OWN = pattern("[，的]")
"""What has one of these is more than a name, and would be torn from what belongs to it."""
_MARKED = pattern(f"{marks.OPEN}[^{marks.MIDDLE}]*{marks.MIDDLE}([^{marks.CLOSE}]*)")


def shared_beginning(sentence: str) -> str:
    """Give what a sentence for 零 may share with those beside it; an empty text for one that stands by itself."""
    begun = _BEGINNING.match(sentence)
    return begun[0] if begun and not _OF_ITS_OWN.search(sentence, begun.end()) else ""


def zeros_as_one(clauses: Sequence[str]) -> list[str]:
    """Join the sentences for 零 that stand beside each other and begin alike; each name keeps its own ground.

    Such a clause opens with the mark of 零, and before it may stand 全年, which is said of several alone.
    """
    told: list[str] = []
    for beginning, alike in groupby(clauses, _beginning):
        several = list(alike)
        zeros = [clause.partition(marks.ZERO) for clause in several]
        if not beginning or len(several) == 1:
            told += [zero or clause for clause, (_before, _mark, zero) in zip(several, zeros, strict=True)]
            continue
        first, *others = (zero for _before, _mark, zero in zeros)
        names = (one.replace(f"{marks.MIDDLE}{beginning}", marks.MIDDLE, 1) for one in others)
        all_year = next((before for before, _mark, _zero in zeros if before), "")
        told.append(all_year + "、".join([first, *names]))
    return told


def _beginning(clause: str) -> str:
    """Give the beginning that a clause shares; one that is none for 零 has an empty one."""
    marked = _MARKED.match(clause.partition(marks.ZERO)[2])
    return shared_beginning(marked[1]) if marked else ""
