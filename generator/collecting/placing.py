"""Where in the facts file what is taken belongs, as amendments of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.amending import Amendment
from generator.collecting.merging import OfficeValue
from generator.facts import Facts, TopicFacts
from generator.forms.asking import FIGURES, NEW, SENTENCES
from generator.patterns import pattern
from generator.topics import Topics
from generator.topics.kinds import choose, read
from generator.topics.topic import DUTIES, MEASURES, Topic
from generator.yamltext.path import Path, content_at
from generator.yamltext.source import Source

_MARK = pattern(r"【(?P<label>[^【】：:]+?) *[：:](?P<written>[^【】]*)】")


def amendments_of(
    taken: Iterable[OfficeValue], facts: Facts, source: Source, topics: Topics
) -> Iterator[Amendment]:
    """Give the amendments that write into the facts file what was taken; new sentences of a topic stand together."""
    fresh: dict[str, list[str]] = {}
    for told in taken:
        kind, _, rest = told.row.name.partition(".")
        written = facts.topics.get(
            told.row.topic, TopicFacts(told.row.topic, None, (MEASURES, told.row.topic))
        )
        if kind == SENTENCES and rest.startswith(NEW):
            fresh.setdefault(told.row.topic, []).append(told.value)
        elif kind == SENTENCES:
            path = written.sentences[int(rest) - 1].path
            withheld = isinstance(_there(source, path), dict)  # {正文: …, 公开: 否}
            yield Amendment((*path, SENTENCES) if withheld else path, told.value)
        elif kind == FIGURES:
            yield Amendment((*written.path, FIGURES, rest), told.value, told.origin)
        else:
            yield _of_field(told, written, source, topics)
    for name, sentences in fresh.items():
        yield from _sentences(facts.topics[name].path, sentences, source)


def _of_field(told: OfficeValue, written: TopicFacts, source: Source, topics: Topics) -> Amendment:
    """Write a field where it stands; one marked in a sentence there, one that is new beside those of its topic."""
    name = told.row.name
    path = written.path_of(name) if name in written.values else (*_home(written, name, topics), name)
    there = _there(source, path)
    if there is None and name in written.values:
        marked = _in_sentence(told, written, source)
        if marked is not None:
            return marked
    if isinstance(there, list) and told.row.field is not None:
        wording, content = choose(told.value, told.row.field)
        first, *others = read(content, told.row.field)
        return Amendment(path, [f"{wording} {first}".strip(), *others])
    return Amendment(path, told.value, told.origin)


def _home(written: TopicFacts, name: str, topics: Topics) -> Path:
    """Give where a field that is not in the file belongs: of the duties, beside those of the same duty."""
    if written.path[0] != DUTIES:
        return written.path
    duty: Topic | None = next((one for one in topics.duties.values() if name in one.fields), None)
    beside = (written.path_of(one)[:-1] for one in (duty.fields if duty else ()) if one in written.values)
    return next(beside, (DUTIES,))


def _in_sentence(told: OfficeValue, written: TopicFacts, source: Source) -> Amendment | None:
    """Put the new figure into the mark of the sentence that gives the fact."""
    names = {told.row.name, *(told.row.field.aliases if told.row.field else ())}
    for path in source.value_places:
        text = _there(source, path)
        if path[: len(written.path)] != written.path or not isinstance(text, str):
            continue
        for mark in _MARK.finditer(text):
            if mark["label"].rpartition(".")[2].strip() in names:
                return Amendment(
                    path, text[: mark.start("written")] + told.value + text[mark.end("written") :]
                )
    return None


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
