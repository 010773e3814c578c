"""The fields of all topics by their names: which a clause names outright, which it names by half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.patterns import pattern
from generator.recognition.clauses import said_figures
from generator.recognition.fillers import LEADING, TRAILING
from generator.recognition.fits import clause_words, fit_of, takes
from generator.recognition.qualifiers import is_qualified
from generator.recognition.spoken import FieldWords, spoken_fields
from generator.topics.topic import Topics

_COUNTS = pattern("(?:人?次数|人次|人数|场次|金额|户数|件数|面积|份数|总数|数量|数)$")
_AMOUNT = pattern("(?<=[一-龥]{2})(?:总量|总数|总额|数量|[量数])$")
_LONG = 4
_SHORT = 2


class FieldNames:
    """The fields that a figure can be, by topic, asked after by what a clause says."""

    def __init__(self, topics: Topics) -> None:
        """Take the declarations apart."""
        self._homes: Mapping[str, tuple[FieldWords, ...]] = spoken_fields(topics)
        self._all = tuple(one for fields in self._homes.values() for one in fields)

    def homes_fitting(self, text: str) -> tuple[str, ...]:
        """Give the topics of which a field's words stand beside one of the text's figures."""
        said = [(clause_words(one), one.figure.unit) for one in said_figures(text)]
        return tuple(
            home
            for home, fields in self._homes.items()
            if any(fit_of(one, unit, words) for words, unit in said for one in fields)
        )

    def named(self, clause: str, unit: str) -> Iterator[tuple[str, str]]:
        """Give topic and name of the fields of which a clause holds a long name to the letter."""
        for one in self._all:
            if any(len(name) >= _LONG and name in clause for name in one.names) and takes(one.field, unit):
                yield one.home, one.field.name

    def called(self, clause: str, unit: str, homes: Iterable[str] = ()) -> list[FieldWords]:
        """Give the fields whose whole name a clause is, or its name without 次数, 人数; of some topics, or of any."""
        core = _AMOUNT.sub("", core_of(clause))
        fields = (one for home in homes for one in self._homes.get(home, ())) if homes else iter(self._all)
        return [
            one
            for one in fields
            if takes(one.field, unit) and any(core in {name, _COUNTS.sub("", name)} for name in one.names)
        ]

    def meant(self, text: str, end: int, home: str) -> str:
        """Give the field of a topic of which a clause says half, as 专职 behind 网格员92名; empty where it isn't one."""
        said = next((one for one in said_figures(text) if one.end == end), None)
        core = core_of(said.before) if said else ""
        if said is None or len(core) < _SHORT or (said.after and len(said.after) > _SHORT):
            return ""
        half = [
            one
            for one in self._homes.get(home, ())
            if takes(one.field, said.figure.unit)
            and any(name.startswith(core) or name.endswith(core) for name in one.names)
        ]
        if len(half) != 1 or is_qualified(said, half[0]):
            return ""
        return half[0].field.name


def core_of(clause: str) -> str:
    """Give the words of a clause that name what is counted."""
    words = TRAILING.sub("", clause)
    while lead := LEADING.match(words):
        if lead.end() >= len(words):
            break
        words = words[lead.end() :]
    return words
