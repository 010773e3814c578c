"""Whether a figure of somebody's notes stands already in the unit's own sentences, so that it is not printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.facts.sentences import OPEN, cut_sentence
from generator.patterns import pattern
from generator.topics.loading import SENTENCES
from generator.topics.topic import MEASURES
from generator.yamltext.source import read_source

_CLAUSE_END = pattern("[，。；：\n]")
NEAR = 2
"""So many characters before a figure, or behind it, have to be the same too: 3件 alone stands anywhere."""


def sentences_by_topic(text: str, file: str) -> Mapping[str, str]:
    """Give the unit's own sentences of each topic, as they are printed, by the topic's name; raises FactsError."""
    data = read_source(text.encode(), file).data
    told: dict[str, str] = {}
    for topic, words in _own(data.get(MEASURES), MEASURES):
        told[topic] = f"{told.get(topic, '')}{words}\n"
    return told


def said_in(figure: str, words: str, told: Mapping[str, str], called: str = "") -> str:
    """Give the topic whose own sentences have a figure as the notes' words have it; "" for none.

    The same has to stand right before or behind it, or in one clause with it what it is `called`.
    """
    for topic, text in told.items() if called else ():
        clauses = _CLAUSE_END.split(text)
        if any(called in one and re.search(rf"(?<!\d){re.escape(figure)}", one) for one in clauses):
            return topic
    there = re.search(rf"(?<![\d.]){re.escape(figure)}", words)
    if there is None:
        return ""
    at, end = there.span()
    before, behind = words[max(0, at - NEAR) : at], words[end : end + NEAR]
    longer = [f"{before}{figure}"] if _is_telling(before) else []
    longer += [f"{figure}{behind}"] if _is_telling(behind) else []
    return next((topic for topic, text in told.items() if any(each in text for each in longer)), "")


def _is_telling(words: str) -> bool:
    return len(words) == NEAR and all("\u4e00" <= one <= "\u9fff" for one in words)


def _own(content: Any, topic: str, *, own: bool = False) -> Iterator[tuple[str, str]]:
    if isinstance(content, str):
        if own or OPEN in content:
            yield topic, _printed(content)
    elif isinstance(content, list):
        for one in content:
            yield from _own(one, topic, own=own)
    elif isinstance(content, dict):
        for name, one in content.items():
            is_own = own or name == SENTENCES
            yield from _own(one, topic if is_own or isinstance(one, str) else str(name), own=is_own)


def _printed(sentence: str) -> str:
    pieces = cut_sentence(sentence).pieces
    return "".join(one if isinstance(one, str) else one.written or "" for one in pieces)
