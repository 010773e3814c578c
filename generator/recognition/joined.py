"""Figures that several things share: rates that are each as high, and what is counted together under several names."""

from __future__ import annotations

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.spoken import FieldWords

AND = pattern("(?<!参)与|和(?![谐解平睦])|及(?![时格])|、")
"""Parts the items of a list, and no word: 参与, 和解, 及时."""
_RATES = pattern("^.*率(?:和|及|与|、)(?=[一-龥]{2,6}率(?:均|都|达|为|$))")
_SUCH = pattern("^.*等")
_BODIES = pattern("(?:会|会议|班子)(?:和|及|与|、)[^，；。]{0,24}(?:会|会议|中心组)")


def last_of_rates(words: str) -> str:
    """Give 合格率均达 for 参考率和合格率均达: what is true of each may be said of the last alone."""
    return _RATES.sub("", words)


def counts_jointly(one: FieldWords, said: Said) -> bool:
    """Tell whether a figure is the sum of several things, of which a field is not the last.

    专题党课、专题研讨会及学习会60余场次 are no 专题研讨, and what two meetings did together is of neither.
    """
    words = _SUCH.sub("", last_of_rates(said.before))
    items = [item for item in AND.split(words) if item]
    if len(items) < 2:
        return False
    names = [name for name in one.names if any(name in item for item in items)]
    in_last = any(name in items[-1] for name in names)
    return bool(names and not in_last) or bool(_BODIES.search(words) and not said.after)
