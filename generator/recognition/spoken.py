"""How a topic's fields are spoken of: their names, other names, and what the template says before and behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.patterns import pattern
from generator.topics.topic import DUTIES, Field, Topic, Topics

FIGURES = frozenset({"数量", "金额", "比率", "频次"})
"""The kinds of field that a figure of a sentence can be."""

_TOKEN = pattern(r"(\{%.*?%\}|\{\{.*?\}\})")
_NAME = pattern(r"\{\{\s*(\w+)")
_LITERAL = pattern(r'"([^"]*)"')
_ARGUMENT = pattern(r'\|\s*定语\("([^"]*)"')
_PART = pattern(r"\|\s*其中\(")
_TAG = pattern(r"\{%-?\s*(\w+)")
_MOST = 12

_ASIDE = pattern("（[^（）]*(?:填|不含|除外)[^（）]*）")
_NO_WORDS = pattern("[^，；]*填[^，；]*|[^，；]*(?:写在|不重复|不算|不能)[^，；]*")
_LEADERS = "党政主要负责人|主要负责人|街道办事处主任|党委书记|党工委书记|镇长|乡长|区长|县长|局长|书记|主任"
"""Who does what stands under 第一责任人."""
_OPENING = pattern("^(?:其中|全年|当年)+")


class FieldWords(NamedTuple):
    """One field as sentences speak of it.

    `home` is the topic under which a facts file has it, `topic` the one whose template has it; `names` are its name
    and 又称, `phrases` what its template prints around its value, `words` all that may be said beside these without
    making it another thing.
    """

    home: str
    topic: str
    field: Field
    names: tuple[str, ...]
    phrases: tuple[str, ...]
    words: str

    @property
    def is_part(self) -> bool:
        """Tell whether it counts a part of what another field counts, so that 其中 may stand before it."""
        return bool(self.field.at_most) or "中" in self.field.note


@lru_cache(maxsize=8)
def spoken_fields(topics: Topics) -> Mapping[str, tuple[FieldWords, ...]]:
    """Give the fields that a figure can be, by the topic under which a facts file has them; made once."""
    homes: dict[str, list[FieldWords]] = {}
    for topic in topics:
        home = topic.name if topic.name in topics.measures else DUTIES
        homes.setdefault(home, []).extend(_of_topic(home, topic))
    return {home: tuple(fields) for home, fields in homes.items()}


def topic_words(topics: Topics) -> Mapping[str, str]:
    """Give all that a topic's declaration says, by the topic under which a facts file has its fields."""
    words: dict[str, list[str]] = {}
    for topic in topics:
        home = topic.name if topic.name in topics.measures else DUTIES
        said = [topic.name, *topic.titles]
        for field in topic.fields.values():
            said += [field.name, *field.aliases, *field.wordings, field.note]
        words.setdefault(home, []).extend(said)
    return {home: "|".join(said) for home, said in words.items()}


def _of_topic(home: str, topic: Topic) -> Iterator[FieldWords]:
    said = _printed(topic)
    about = "|".join([topic.name, *topic.titles])
    for field in topic.fields.values():
        if field.kind in FIGURES:
            phrases = tuple(dict.fromkeys(one for one in said.get(field.name, ()) if len(one) > 1))
            note = _NO_WORDS.sub("", _ASIDE.sub("", field.note))
            words = "|".join(
                [field.name, *field.aliases, *phrases, note, about, _LEADERS if home == DUTIES else ""]
            )
            said_so = (one for one in field.wordings if field.units and set(one) & set(field.name))
            yield FieldWords(home, topic.name, field, (field.name, *field.aliases, *said_so), phrases, words)


def _printed(topic: Topic) -> Mapping[str, list[str]]:
    """Give the words that a template prints around each figure, in all the ways that a line of it can take."""
    said: dict[str, list[str]] = {}
    for line in topic.body.splitlines():
        if "{{" in line:
            for way in _ways(line):
                _around(way, topic, said)
    return said


@lru_cache(maxsize=4096)
def _ways(line: str) -> tuple[tuple[str, ...], ...]:
    """Give a template line as lists of tokens, one for each choice that its conditions leave."""
    ways: list[tuple[str, ...]] = [()]
    choices: list[tuple[str, ...]] | None = None
    for token in filter(None, _TOKEN.split(line)):
        tag = _TAG.match(token)
        kind = tag[1] if tag else ""
        if kind == "if":
            choices = [()]
        elif kind in {"elif", "else"} and choices is not None:
            choices.append(())
        elif kind == "endif" and choices is not None:
            ways = [(*way, *choice) for way in ways for choice in choices][:_MOST]
            choices = None
        elif not kind:
            if choices is not None:
                choices[-1] = (*choices[-1], token)
            else:
                ways = [(*way, token) for way in ways]
    return tuple(ways)


def _around(tokens: tuple[str, ...], topic: Topic, said: dict[str, list[str]]) -> None:
    """Add what stands around the figures of one line to what is said of each."""
    for at, token in enumerate(tokens):
        name = _NAME.match(token)
        field = topic.fields.get(name[1]) if name else None
        if field is None or field.kind not in FIGURES or "则(" in token or "| 说法" in token:
            continue
        noun = argument[1] if (argument := _ARGUMENT.search(token)) else ""
        behind = () if _PART.search(token) else tokens[at + 1 :]  # those are the words of the part
        for before in _texts(tokens[:at], topic):
            for after in _texts(behind, topic):
                said.setdefault(field.name, []).append(_OPENING.sub("", before) + noun + after)


def _texts(tokens: tuple[str, ...], topic: Topic) -> list[str]:
    """Give the texts that tokens can print where no other field has a value."""
    texts = [""]
    for token in tokens:
        options = [token]
        if token.startswith("{{"):
            name = _NAME.match(token)
            options = _LITERAL.findall(token) or [""]
            if name and name[1] in topic.fields and "说法" in token:
                options = list(topic.fields[name[1]].wordings.values()) or [""]
        texts = [text + option for text in texts for option in options][:_MOST]
    return [re.sub(r"[^一-龥“”]", "", text) for text in texts]
