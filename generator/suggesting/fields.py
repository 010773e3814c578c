"""The fields of all topics by their names: which a clause names outright, which it names by half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.patterns import pattern
from generator.recognition.clauses import Said, said_figures
from generator.recognition.fillers import LEADING, TRAILING
from generator.recognition.fits import clause_words, fit_of, takes
from generator.recognition.laid_out import beside, laid_out
from generator.recognition.likeness import explained
from generator.recognition.matcher import wording_said
from generator.recognition.qualifiers import is_qualified
from generator.recognition.residue import left_of
from generator.recognition.spoken import FieldWords, spoken_fields
from generator.topics.topic import Topics

_COUNTS = pattern("(?:人?次数|人次|人数|场次|金额|户数|件数|面积|份数|总数|数量|数)$")
_AMOUNT = pattern("(?<=[一-龥]{2})(?:总量|总数|总额|数量|[量数])$")
_IN_PARTS = pattern("其中|[（(]")
_ASIDE = pattern("[，；（]")
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

    def ends_others(self, home: str, core: str, unit: str) -> bool:
        """Tell whether fields of other topics end with what names one: 进校园 of 禁毒 may be 法治进校园."""
        return len(core) > _SHORT and any(
            one.home != home
            and takes(one.field, unit)
            and any(name != core and name.endswith(core) for name in one.names)
            for one in self._all
        )

    def is_part_of_another(self, home: str, field: str, text: str) -> bool:
        """Tell a part (普通程序 of 行政处罚) in a bracket or behind 其中 where the sum said is not that of which it is one."""
        one = next(one for one in self._homes[home] if one.field.name == field)
        whole = one.field.at_most
        if not whole or not _IN_PARTS.search(text):
            return False
        sums = {
            name[-_SHORT:] for other in self._homes[home] if other.field.name == whole for name in other.names
        }
        return not any(said in text for said in {whole, *sums})

    def twin_said(self, home: str, field: str, before: str, clause: str) -> bool:
        """Tell whether the sentence said before what makes a short name another field's: 安置帮教 of 帮教走访."""
        return any(
            (rest := name.removesuffix(field)) != name
            and len(rest) >= (_SHORT if name == one.field.name else _SHORT + 1)
            and name not in clause
            and (rest in before or rest in clause)
            for one in self._homes[home]
            if one.field.name != field
            for name in one.names
        )

    def headed(self, home: str, field: str, heading: str) -> str:
        """Give what a heading names of a topic that is another field's and not this one's: 安置帮教 over 在册30人.

        What several fields' names begin with (人民调解) is what all of them are of.
        """
        names = self.names_of(home, field)
        if any(name in heading for name in names) or explained(heading, "|".join(names)) >= _LONG:
            return ""
        others = (name[:_LONG] for one in self._homes[home] for name in one.names if len(name) > _LONG)
        own = [one.field.name for one in self._homes[home]]
        return next(
            (
                name
                for name in others
                if heading.endswith(name)
                and name not in home
                and sum(one.startswith(name) for one in own) < _SHORT
            ),
            "",
        )

    def named_last(self, home: str, field: str, core: str, unit: str) -> str:
        """Give the other field of a topic whose name ends a clause, where this one's doesn't: 在办 of 信访件在办.

        One whose own name the clause is comes first, however it is counted: 案卷评查 is no 抽查案卷 of which 评查 is said.
        """
        if any(core in {name, _COUNTS.sub("", name)} for name in self.names_of(home, field)):
            return ""
        others = [one for one in self._homes[home] if one.field.name != field]
        if len(core) >= _LONG and any(core == one.field.name for one in others):
            return core
        if core.endswith(self.names_of(home, field)):
            return ""
        ends = (one.field.name for one in others if takes(one.field, unit) and core.endswith(one.names[:1]))
        return next(ends, "")

    def names_of(self, home: str, field: str) -> tuple[str, ...]:
        """Give the names of a field, its own first; none for what is no field."""
        return next((one.names for one in self._homes.get(home, ()) if one.field.name == field), ())

    def measure_of(self, clause: str, usual: str) -> str:
        """Give the measure word of what a clause names without one: the usual one, unless its fields take another."""
        core = core_of(clause)
        fields = [one.field for one in self._all if core in one.names and one.field.unit]
        if not fields or (usual and any(one.takes(usual) for one in fields)):
            return usual
        return fields[0].unit

    def meant(self, text: str, end: int, home: str) -> tuple[str, bool]:
        """Give the field of a topic of which a clause says half, and whether the other half goes without saying.

        专职 behind 网格员92名 is 专职网格员, and 面积 behind 拆除违建17处 拆除面积; 化解 behind 信访67件 may be no 积案化解.
        The name is empty where none is meant, or several may be.
        """
        said = next((one for one in said_figures(text) if one.end == end), None)
        core = core_of(said.before) if said else ""
        if said is None or len(core) < _SHORT or (said.after and len(said.after) > _SHORT):
            return "", False
        half = [
            (one, name)
            for one in self._homes.get(home, ())
            if takes(one.field, said.figure.unit)
            for name in one.names[:1]
            if name.startswith(core) or name.endswith(core)
        ]
        if len(half) != 1 or is_qualified(said, half[0][0]):
            return "", False
        one, name = half[0]
        return one.field.name, _goes_without_saying(name, core, f"{text[: said.start]}|{home}")

    def plainest(self, name: str, homes: Sequence[str]) -> str:
        """Give of topics whose fields have one long name the one that says no more than it; "" for none, or several.

        合同审查 is that of 合法性审查 where no word of 土地流转 or 村集体 is said, of which 乡村振兴 counts it.
        """
        if len(name) < _LONG or not all(self.names_of(home, name)[:1] == (name,) for home in homes):
            return ""
        more = {home: self._said_more(home, name) for home in homes}
        plain = [home for home, count in more.items() if count < _SHORT]
        alone = len(plain) == 1 and all(count > _SHORT for home, count in more.items() if home not in plain)
        return plain[0] if alone else ""

    def _said_more(self, home: str, name: str) -> int:
        """Give how many characters of what a field's note says first are not in its name."""
        note = next(one.field.note for one in self._homes[home] if one.field.name == name)
        return len(left_of(_ASIDE.split(note)[0], f"{name}|份数"))

    def start_of(self, said: Said, home: str, field: str) -> int:
        """Give where a figure begins as a value of a field: with the 说法 that stands right before it."""
        one = next(one.field for one in self._homes[home] if one.field.name == field)
        return said.start - len(wording_said(said, one) or "")

    def going_on(self, said: Said, heard: str, home: str, last: str) -> list[str]:
        """Give the fields of a topic that a clause says with what was `heard`, or that stand beside the `last` one."""
        fields = self._homes.get(home, ())
        before = next((one for one in fields if one.field.name == last), None)
        told = beside(said, before, fields) if before else []
        return [one.field.name for one in told or laid_out(said, heard, fields)]

    def says_enough(self, home: str, field: str, core: str, around: str) -> bool:
        """Tell whether a clause says a field and not only half of its name, the other half being said nowhere."""
        names = next(one.names for one in self._homes[home] if one.field.name == field)
        halves = [
            name for name in names[:1] if core != name and (name.startswith(core) or name.endswith(core))
        ]
        return core in names or all(_goes_without_saying(name, core, f"{around}|{home}") for name in halves)


def _goes_without_saying(name: str, half: str, around: str) -> bool:
    """Tell whether the other half of a name is said around it, or only says that something is counted."""
    rest = name.removeprefix(half) if name.startswith(half) else name.removesuffix(half)
    return bool(_COUNTS.fullmatch(rest)) or rest in around


def core_of(clause: str) -> str:
    """Give the words of a clause that name what is counted."""
    words = TRAILING.sub("", clause)
    while lead := LEADING.match(words):
        if lead.end() >= len(words):
            break
        words = words[lead.end() :]
    return words
