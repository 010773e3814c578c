"""Figures that several things share: rates that are each as high, and what is counted together under several names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.spoken import FieldWords

AND = pattern("(?<!参)与|和(?![谐解平睦])|及(?![时格])|、")
"""Parts the items of a list, and no word: 参与, 和解, 及时."""
_RATES = pattern("^.*率(?:和|及|与|、)(?=[一-龥]{2,6}率(?:均|都|达|为|$))")
_WHOLE_NAME = 4
_SUCH = pattern("^.*等")
_BODIES = pattern("(?:会|会议|班子)(?:和|及|与|、)[^，；。]{0,24}(?:会|会议|中心组)")


def last_of_rates(words: str) -> str:
    """Give 合格率均达 for 参考率和合格率均达: what is true of each may be said of the last alone."""
    return _RATES.sub("", words)


def counts_jointly(one: FieldWords, said: Said, others: Iterable[FieldWords] = ()) -> bool:
    """Tell whether a figure is the sum of several things, of which a field is not the last.

    专题党课、专题研讨会及学习会60余场次 are no 专题研讨, and what two meetings did together is of neither; nor is
    专题研讨、法治培训2次 the last, where another field is named before it.
    """
    words = _SUCH.sub("", last_of_rates(said.before))
    items = [item for item in AND.split(words) if item]
    if len(items) < 2:
        return False
    names = [name for name in one.names if any(name in item for item in items)]
    in_last = any(name in items[-1] for name in names)
    if (names and not in_last) or (_BODIES.search(words) and not said.after):
        return True
    return in_last and any(
        other.home == one.home and len(name) >= _WHOLE_NAME and any(name in item for item in items[:-1])
        for other in others
        for name in other.names
    )
