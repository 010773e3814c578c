"""Where own words may mark facts: every text of a topic and of the head that the clerk writes himself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.facts.facts import Facts, TopicFacts, Words
from generator.facts.head import Head
from generator.facts.marked import OwnText
from generator.facts.records import Record, parts_of
from generator.topics.loading import OWN_FIGURES
from generator.yamltext.path import Path

_ACTIVITIES, _CONTENT = "活动", "内容"
UNMARKED = frozenset({"标题", "主送机关", "附件"})
"""The parts of the head in which a mark might be looked for and none is read."""

MARKABLE = frozenset({"导语", "上年整改", "不足", "计划", "其他情况"})
"""The parts besides the topics whose texts may mark facts."""

PLANS = "计划"
_NO_SENTENCES = frozenset({"选用", "标题", "针对", "时限", "责任科室", "状态", "问题"})
"""What in these parts is a name or a date, in which no figure is looked for; a mark is read there all the same."""

Change = Callable[[str, Path], str]
"""What is made of an own text at its path."""


def words_with(words: tuple[Words, ...], change: Change) -> tuple[Words, ...]:
    """Give passages with another text for each."""
    return tuple([Words(change(one.text, one.path), one.path, one.label) for one in words])


def _with(words: Words | None, change: Change) -> Words | None:
    return words and words._replace(text=change(words.text, words.path))


def topic_with(part: TopicFacts, change: Change) -> TopicFacts:
    """Give a topic with another text for each passage in own words."""
    own = part.own
    return part._replace(
        own=own._replace(
            measures=words_with(own.measures, change),
            highlights=words_with(own.highlights, change),
            cause=_with(own.cause, change),
            effect=_with(own.effect, change),
            activities=tuple([_activity_with(one, change) for one in own.activities]),
        ),
        sentences=words_with(part.sentences, change),
    )


def _activity_with(activity: Mapping[str, Any], change: Change) -> Mapping[str, Any]:
    if not isinstance(text := activity.get(_CONTENT), str):
        return activity
    return {**activity, _CONTENT: change(text, (*activity["路径"], _CONTENT))}


def topic_texts(part: TopicFacts) -> Iterator[tuple[str, Path]]:
    """Give the texts of a topic in its own words, each with its path."""
    yield from ((one.text, one.path) for one in part.own.passages)
    for one in part.own.activities:
        if isinstance(text := one.get(_CONTENT), str):
            yield text, (*one["路径"], _CONTENT)
    yield from ((one.text, one.path) for one in part.sentences)


def is_of_activity(path: Path) -> bool:
    """Tell whether a text is what is told of one activity."""
    return len(path) > 3 and path[-1] == _CONTENT and path[-3] == _ACTIVITIES


def is_apart(path: Path) -> bool:
    """Tell whether what stands at a path is of next year, or one activity: none of its figures is the year's."""
    return path[0] == PLANS or path[-2:-1] == (_ACTIVITIES,)


def texts_without_marks(part: TopicFacts) -> Iterator[tuple[str, Path]]:
    """Give the texts of a topic in which no mark is read: its heading, text fields and lists, names of activities."""
    yield part.heading, (*part.path, "标题")
    records: list[tuple[Path, Mapping[str, Any]]] = [
        (part.path, part.values),
        ((*part.path, OWN_FIGURES), part.own.figures),
        *((one["路径"], one) for one in part.own.activities),
    ]
    for path, values in records:
        read = path[:-1] == (*part.path, _ACTIVITIES)
        for name, one in values.items():
            if not (read and name in {_CONTENT, "路径"}):
                yield from _texts_of(one, (*path, name))


def _texts_of(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts_of(one, (*path, number))
    elif isinstance(value, Record):
        for attribute, part in parts_of(type(value)).items():
            yield from _texts_of(getattr(value, attribute), (*path, part.name))


class OwnPassage(NamedTuple):
    """One own text as it is written: under which topic it stands, empty for none, and the 小标题 before it.

    `total` tells that its figures may be fields; those of a plan or of one activity are none.
    """

    text: str
    path: Path
    home: str
    label: str = ""
    total: bool = True


def own_passages(facts: Facts) -> Iterator[OwnPassage]:
    """Give every own text that may mark facts and is a sentence, in the order of the topics and then of the head."""
    for section in (*facts.sections, *facts.duty_sections):
        for words in section.lead:
            yield OwnPassage(_written(words.text), words.path, "")
        for topic in section.topics:
            for words in topic.passages:
                label = words.label if words.path[-1] == words.label else ""
                yield OwnPassage(_written(words.text), words.path, topic.name, label)
            for one in topic.own.activities:
                if isinstance(text := one.get(_CONTENT), str):
                    yield OwnPassage(_written(text), (*one["路径"], _CONTENT), topic.name, total=False)
    for text, path in head_texts(facts.head):
        if not _NO_SENTENCES & {*path}:
            yield OwnPassage(_written(text), path, "", total=path[0] != PLANS)


def _written(text: str) -> str:
    return text.written if isinstance(text, OwnText) else text


def head_texts(head: Head, names: frozenset[str] = MARKABLE) -> Iterator[tuple[str, Path]]:
    """Give the texts of some parts of the head, of those that may mark facts, each with its path."""
    for attribute, part in parts_of(Head).items():
        if part.name in names:
            yield from _texts_of(getattr(head, attribute), (part.name,))


def head_with(head: Head, change: Change) -> Head:
    """Give the head with another text for each of those that may mark facts."""
    changed = {
        attribute: _changed(getattr(head, attribute), (part.name,), change)
        for attribute, part in parts_of(Head).items()
        if part.name in MARKABLE
    }
    return head.changed(**changed)


def _changed(value: Any, path: Path, change: Change) -> Any:
    if isinstance(value, str):
        return change(value, path)
    if isinstance(value, tuple):
        return tuple(_changed(one, (*path, number), change) for number, one in enumerate(value))
    if isinstance(value, Record):
        changed = {
            attribute: _changed(getattr(value, attribute), (*path, part.name), change)
            for attribute, part in parts_of(type(value)).items()
        }
        return value.changed(**changed)
    return value
