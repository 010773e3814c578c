"""How well a field fits the words of a clause: its own words that stand there, and words that it does not explain."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.numbers.units import PERCENT, same_kind
from generator.recognition.clauses import Said
from generator.recognition.fillers import FREE, TRAILING
from generator.recognition.residue import left_of
from generator.recognition.spoken import FieldWords
from generator.topics.topic import Field

LONG_WORD = 4
"""From this length on, a word of a field is hardly in a clause by chance."""
_LEAST = 2


class FieldFit(NamedTuple):
    """How well a field fits a clause: characters of the clause that are its own, and those that it cannot explain.

    `named` tells that its name or one of its 又称 is said, not only what its template prints.
    """

    spoken: FieldWords
    own: int
    left: int
    close: bool
    named: bool = False


def clause_words(said: Said) -> str:
    """Give the words by which a figure's field is told: those before it, and behind it where it opens its noun."""
    return f"{TRAILING.sub('', said.before)}|{said.after}"


@lru_cache(maxsize=65536)
def _takes_unit(units: tuple[str, ...], unit: str) -> bool:
    return any(unit == one or same_kind(unit, one) for one in units)


def takes(field: Field, unit: str) -> bool:
    """Tell whether a field can be counted in a measure word, a share only where it says so."""
    if unit == PERCENT or field.kind == "比率":
        return unit == PERCENT and PERCENT in field.units
    return _takes_unit(field.units, unit)


def fit_of(one: FieldWords, unit: str, words: str, rate_of: str = "") -> FieldFit | None:
    """Tell how well a field fits the words of a clause; None where its own words or its unit don't stand there.

    `rate_of` is the field of the figure before it, whose rate may be said shortly: 成功率 behind 调解成功182件.
    """
    if not takes(one.field, unit):
        return None
    own = max((len(key) for key in keys_of(one) if says_key(words, key)), default=0)
    if own < _LEAST:
        own = _rest_of_rate(one, words, rate_of)
    if own < _LEAST or any(f"{no}{key}" in words for key in keys_of(one) for no in ("未", "没有", "不")):
        return None
    named = any(says_key(words, name) for name in one.names)
    return FieldFit(one, own, len(left_of(words, one.words)), _is_close(words, one), named)


@lru_cache(maxsize=4096)
def _all_keys(names: tuple[str, ...], phrases: tuple[str, ...], name: str) -> tuple[str, ...]:
    stripped = dict.fromkeys(FREE.sub("", phrase) for phrase in phrases)
    own = [
        key
        for key in stripped
        if len(key) >= LONG_WORD or any(key[at : at + 2] in name for at in range(len(key) - 1))
    ]
    return (*names, *own)


def keys_of(one: FieldWords) -> tuple[str, ...]:
    """Give the words one of which must be said: names, and what the template says where that is the field's own."""
    return _all_keys(one.names, one.phrases, one.field.name)


def _is_close(words: str, one: FieldWords) -> bool:
    """Tell whether a long word of the field stands right before its figure."""
    before = words.partition("|")[0]
    return any(len(key) >= LONG_WORD and before.endswith(key) for key in keys_of(one))


def says_key(words: str, key: str) -> bool:
    """Tell whether words hold a key, whole or in pieces of two characters in their order."""
    if key in words:
        return True
    if len(key) < LONG_WORD:
        return False
    at = 0
    for piece in (key[begin : begin + 2] for begin in range(0, len(key), 2)):
        at = words.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _rest_of_rate(one: FieldWords, words: str, rate_of: str) -> int:
    """Know 成功率 behind 调解成功182件 for 调解成功率."""
    if not rate_of or rate_of not in {one.field.numerator, one.field.denominator}:
        return 0
    core = FREE.sub("", words).strip("|")
    return len(core) if len(core) > _LEAST and one.field.name.endswith(core) else 0
