"""Measure words of notes as they are meant: none behind a bare number, 个 for persons, 人天 which is not 人."""

from __future__ import annotations

import re

from generator.numbers.prose import figures
from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.suggesting.fields import FieldNames
from generator.suggesting.phrases import Phrase

_BARE = pattern(
    r"(?P<words>[一-龥]{2,14})(?P<number>(?!(?:19|20)\d\d(?!\d)|12345|12348)\d{1,6})(?=[，、；）)]|$)"
)
_TOLD_TO = pattern("(?:[别不勿]要?|先别|统一|就|还是)(?:写|填|报|提)成?$")
"""What stands before a number that is to be written, or not: 别写100 counts nothing."""
_COUNTS = pattern("(?P<unit>人次|户次|[人户件次场份起条](?=数))数?量?(?:大?[约近共达为有是]|达到|超过?)*$")
"""The noun before a number that says itself by what is counted: 人数近3000 are no 场."""
_PERSON = "(?:人|员|者|对象|顾问|骨干|干部|律师|专家|代表|教师|医生|民警|辅警|学生|青年|妇女|家长)"
_IDLE = "现在|现有|还是|一共|共有|目前|已有|总共|有|共"
_HEADS = pattern(
    rf"(?P<words>[一-龥]{{2,14}}?)(?P<idle>{_IDLE})?(?P<number>\d{{1,6}}[余多]?)个(?P<people>人)?(?=[，,、；;。）)]|$)"
)
_BY_HEAD = pattern(f"{_PERSON}$")
_COUNTED_BY, _ALIKE = "个", frozenset("人名位")
_LONGER = pattern("(?<=人)天(?!天)|(?<=轮)次|(?<=台)班(?!车)|(?<=夜)次")


def with_measures(phrase: Phrase, names: FieldNames, usual: str) -> Phrase:
    """Give figures without a measure word (邻里 96) the one of the sum before them (`usual` of the phrase before).

    Where there is none, that of their field. Persons are counted as their field does: 调解员58个 is 58名.
    """
    text = _BARE.sub(lambda one: f"{one[0]}{_bare_measure(phrase, one, names, usual)}", phrase.text)
    return phrase._replace(text=_HEADS.sub(lambda one: _by_head(one, names), text))


def _bare_measure(phrase: Phrase, one: re.Match[str], names: FieldNames, usual: str) -> str:
    if _TOLD_TO.search(one["words"]):
        return ""
    said = _COUNTS.search(one["words"])
    return said["unit"] if said else names.measure_of(one["words"], _counted(phrase, one) or usual)


def _by_head(one: re.Match[str], names: FieldNames) -> str:
    unit = one["people"] or names.measure_of(one["words"], _COUNTED_BY)
    if unit not in _ALIKE and not _BY_HEAD.search(one["words"]):
        return one[0]
    counted = unit if unit in _ALIKE else "名"
    return f"{one['words']}{one['idle'] or ''}{one['number']}{counted}"


def end_of_measure(text: str, end: int) -> int:
    """Give where the measure word ends of which the first character was read: 12人天 is no 12人."""
    more = _LONGER.match(text, end)
    return more.end() if more else end


def counts_heads(said: Said) -> bool:
    """Tell persons by the word before them: 调解员7位 are no digits."""
    return said.figure.unit in _ALIKE and bool(_BY_HEAD.search(said.before))


def _counted(phrase: Phrase, bare: re.Match[str]) -> str:
    """Give the measure word of the last figure before a bare one in its own sentence, if it counts one by one."""
    before = [one for one in figures(phrase.text[: bare.start("number")]) if one.counted]
    return before[-1].unit if before and not phrase.bare else ""
