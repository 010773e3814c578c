"""Where the marks of own sentences stand: which text holds the figure of a fact, and behind which label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.facts.facts import Facts, TopicFacts
from generator.facts.marked import MarkedFact, OwnText
from generator.facts.own_words import head_texts, topic_texts
from generator.facts.sentences import Mark, cut_sentence
from generator.topics.topic import DUTIES
from generator.yamltext.path import Path


class MarkPlace(NamedTuple):
    """One mark that gives a fact: the topic its text stands under (empty for none), the text's path, mark and fact."""

    home: str
    path: Path
    text: str
    mark: Mark
    fact: MarkedFact


def mark_places(facts: Facts) -> Iterator[MarkPlace]:
    """Give every mark that gives a fact or waits for one, in the order of the topics and then of the head."""
    for home, text, path in _texts(facts):
        if isinstance(text, OwnText):
            for piece, shown in zip(cut_sentence(text.written).pieces, text.pieces, strict=True):
                if isinstance(piece, Mark) and isinstance(shown, MarkedFact) and piece.written is not None:
                    yield MarkPlace(home, path, text.written, piece, shown)


def marked_parts(facts: Facts) -> dict[str, TopicFacts]:
    """Give, as topics without fields, 第一责任人 and the parts in whose own words figures are marked that no field has.

    Two items of a part may call different figures alike: the label of the second tells which item it is of.
    """
    duties = facts.topics.get(DUTIES)
    parts = {DUTIES: duties} if duties else {}
    of_topics = {fact.path for topic in facts.topics.values() for fact in topic.marked.values()}
    told = {one.fact.path: one for one in mark_places(facts) if not one.home and one.fact.field is None}
    for one in (place for path, place in told.items() if path not in of_topics):
        part, label = str(one.path[0]), one.mark.label
        known = parts.get(part, TopicFacts(part, None, (part,)))
        if label in known.marked:
            item = one.path[1] if len(one.path) > 1 else ""
            label = f"{label}（{f'第{item + 1}条' if isinstance(item, int) else item}）"
        parts[part] = known._replace(marked={**known.marked, label: one.fact})
    return parts


def _texts(facts: Facts) -> Iterator[tuple[str, str, Path]]:
    for section in (*facts.sections, *facts.duty_sections):
        yield from (("", words.text, words.path) for words in section.lead)
        for topic in section.topics:
            yield from ((topic.name, text, path) for text, path in topic_texts(topic))
    yield from (("", text, path) for text, path in head_texts(facts.head))
