"""Where in the facts file what is taken belongs, as amendments of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.amending import Amendment
from generator.collecting.merged import OfficeValue
from generator.collecting.sentences import figures_in, refilled
from generator.facts import Facts, TopicFacts
from generator.facts.mark_places import MarkPlace, mark_places, marked_parts
from generator.facts.sentences import Mark
from generator.forms.asking import NEW
from generator.forms.marked_in import FIGURES, MARKS, SENTENCES
from generator.topics import Topics
from generator.topics.kinds import choose, read
from generator.topics.topic import DUTIES, MEASURES, Topic
from generator.yamltext.path import Path, content_at
from generator.yamltext.source import Source


def amendments_of(
    taken: Iterable[OfficeValue], facts: Facts, source: Source, topics: Topics
) -> Iterator[Amendment]:
    """Give the amendments that write into the facts file what was taken.

    All that changes in one sentence is one amendment: its words, then each of its figures. New sentences of a topic
    stand together.
    """
    placing = _Placing(facts, source, topics)
    figures = []
    for told in taken:
        kind, _, rest = told.row.name.partition(".")
        if kind == SENTENCES and rest.startswith(NEW):
            placing.fresh.setdefault(told.row.topic, []).append(told.value)
        elif kind == SENTENCES:
            sentence = placing.written(told).sentences[int(rest) - 1]
            placing.texts[placing.text_path(sentence.path)] = told.value
        else:
            figures.append(told)
    for told in figures:
        placing.figure(told)
    yield from placing.amendments()


class _Placing:
    """The texts of one facts file while they are changed, and what is written elsewhere."""

    def __init__(self, facts: Facts, source: Source, topics: Topics) -> None:
        self.facts, self.source, self.topics = facts, source, topics
        self.fresh: dict[str, list[str]] = {}
        self.texts: dict[Path, str] = {}
        self.sources: dict[Path, dict[str, str]] = {}
        self.lines: list[Amendment] = []
        self.topics_and_parts = {**facts.topics, **marked_parts(facts)}
        self.marked: dict[Path, list[MarkPlace]] = {}
        for one in mark_places(facts):
            self.marked.setdefault(one.fact.path, []).append(one)

    def written(self, told: OfficeValue) -> TopicFacts:
        """Give the topic, or the part without topics, that a value is of, as the file has it."""
        name = told.row.topic
        return self.topics_and_parts.get(name, TopicFacts(name, None, (MEASURES, name)))

    def text_path(self, path: Path) -> Path:
        """Give where the text of a passage stands: {正文: …, 公开: 否} holds it a step below, one of a list may be alone."""
        if isinstance(path[-1], int) and isinstance(_there(self.source, path[:-1]), str):
            return path[:-1]
        return (*path, SENTENCES) if isinstance(_there(self.source, path), dict) else path

    def figure(self, told: OfficeValue) -> None:
        """Write a figure into the marks that give it, and on its line; one that is new beside those of its topic."""
        written = self.written(told)
        kind, _, rest = told.row.name.partition(".")
        if kind == MARKS:
            if not self._in_marks(told, written.marked[rest].path):
                self.lines.append(Amendment((*written.path, FIGURES, rest), told.value, told.origin))
            return
        if kind == FIGURES:
            path: Path = (*self._where_listed(written, rest), FIGURES, rest)
        elif kind in written.values:
            path = written.path_of(kind)
        else:
            path = (*_home(written, kind, self.topics), kind)
        on_line = _there(self.source, path) is not None
        if not self._in_marks(told, path, filled_only=on_line) or on_line:
            self.lines.append(self._on_its_line(told, path))

    def _where_listed(self, written: TopicFacts, label: str) -> Path:
        """Give where 其他数据 has a label: a topic may stand under two headings."""
        alike = (one for one in self.facts.reported if one.name == written.name)
        return next((one.path for one in alike if label in one.own.figures), written.path)

    def _in_marks(self, told: OfficeValue, path: Path, *, filled_only: bool = False) -> bool:
        """Put a figure into the marks of a fact; tells whether there was one.

        Where a line gives the fact (`filled_only`) a mark that waits prints what stands there, and stays.
        """
        done = False
        for place in self.marked.get(path, ()):
            at = self.text_path(place.path)
            before = self.texts.get(at) or _there(self.source, at)
            if isinstance(before, str) and place.mark.label in figures_in(before):
                self.texts[at] = refilled(
                    before, _figure_for(place.mark.label, told.value, filled_only=filled_only)
                )
                if not filled_only:  # else the line beside says it
                    self.sources.setdefault(at, {})[place.fact.label] = told.origin
                done = True
        return done

    def _on_its_line(self, told: OfficeValue, path: Path) -> Amendment:
        if isinstance(_there(self.source, path), list) and told.row.field is not None:
            wording, content = choose(told.value, told.row.field)
            first, *others = read(content, told.row.field)
            return Amendment(path, [f"{wording} {first}".strip(), *others])
        return Amendment(path, told.value, told.origin)

    def amendments(self) -> Iterator[Amendment]:
        """Give all that is to be changed."""
        for path, text in self.texts.items():
            if text != _there(self.source, path):
                yield Amendment(path, text, sources=self.sources.get(path, {}))
        yield from self.lines
        for name, sentences in self.fresh.items():
            yield from _sentences(self.facts.topics[name].path, sentences, self.source)


def _figure_for(label: str, value: str, *, filled_only: bool) -> Callable[[Mark], str | None]:
    return lambda mark: value if mark.label == label and (mark.written or not filled_only) else None


def _home(written: TopicFacts, name: str, topics: Topics) -> Path:
    """Give where a field that is not in the file belongs: of the duties, beside those of the same duty."""
    if written.path[0] != DUTIES:
        return written.path
    duty: Topic | None = next((one for one in topics.duties.values() if name in one.fields), None)
    beside = (written.path_of(one)[:-1] for one in (duty.fields if duty else ()) if one in written.values)
    return next(beside, (DUTIES,))


def _sentences(topic: Path, fresh: list[str], source: Source) -> Iterator[Amendment]:
    path = (*topic, SENTENCES)
    there = _there(source, path)
    if isinstance(there, (list, dict)):
        last = len(there) if isinstance(there, list) else 1  # one that is withheld: {正文: …, 公开: 否}
        yield from (Amendment((*path, last + more), one) for more, one in enumerate(fresh))
    else:
        yield Amendment(path, [there, *fresh] if there else fresh)


def _there(source: Source, path: Path) -> Any:
    try:
        return content_at(source.data, path)
    except (LookupError, TypeError):
        return None
