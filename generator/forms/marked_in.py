"""Which figures the own sentences mark: the row of a form that each has, and the sentence that prints it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.facts import Facts, TopicFacts
from generator.facts.mark_places import MarkPlace, mark_places
from generator.facts.sentences import Mark
from generator.yamltext.path import Path, dotted

SENTENCES, FIGURES, MARKS = "正文", "其他数据", "标注"
"""What the names of the rows begin with that are no field's."""
_AROUND = 30  # characters of a sentence before and behind a figure


class MarkedIn:
    """By the path of each own text, `keys` are those of the rows of its figures, by the labels of their marks."""

    def __init__(self, facts: Facts) -> None:
        """Note by the path of each fact where it is marked."""
        self._places: dict[Path, list[MarkPlace]] = {}
        self.keys: dict[Path, dict[str, str]] = {}
        for one in mark_places(facts):
            self._places.setdefault(one.fact.path, []).append(one)
        for written in facts.topics.values():
            rows = {written.path_of(name): name for name in written.values}
            rows |= {fact.path: f"{MARKS}.{label}" for label, fact in written.marked.items()}
            self._note_rows(written.name, rows)
        for written in facts.reported:
            figures = {(*written.path, FIGURES, label): f"{FIGURES}.{label}" for label in written.own.figures}
            self._note_rows(written.name, figures)

    def _note_rows(self, topic: str, rows: Mapping[Path, str]) -> None:
        for path, name in rows.items():
            for one in self._places.get(path, ()):
                self.keys.setdefault(one.path, {})[one.mark.label] = f"{topic}.{name}"

    def printed_in(self, path: Path, written: TopicFacts) -> str:
        """Give the sentence that prints a fact of a topic, and where it stands; nothing where none does."""
        place = next(iter(self._places.get(path, ())), None)
        if place is None:
            return ""
        number = next((at for at, one in enumerate(written.sentences, 1) if one.path == place.path), 0)
        other = f"“{place.home}”的句子" if place.home else dotted(place.path[:1])
        where = f"正文第{number}句" if number else other
        return f"印在{where}里：{_around(place.text, place.mark)}"


def _around(text: str, mark: Mark) -> str:
    """Give what stands around a mark of a sentence, short enough for a cell."""
    begin, end = max(0, mark.start - _AROUND), min(len(text), mark.end + _AROUND)
    return f"{'…' * (begin > 0)}{text[begin:end]}{'…' * (end < len(text))}"
