"""A form that was sent as it was made: of what the report tells, nothing is filled in yet."""

from __future__ import annotations

from generator.facts.facts import EMPTY, Facts, TopicFacts
from generator.facts.own_words import head_texts


def is_unfilled(facts: Facts) -> bool:
    """Tell a form in which no topic has a value or a word, nor has the opening, a shortcoming or a plan."""
    leads = (one.text for section in (*facts.sections, *facts.duty_sections) for one in section.lead)
    words = (*leads, *(text for text, _path in head_texts(facts.head)))
    return not any(map(_is_text, words)) and not any(map(_tells, facts.reported))


def _tells(topic: TopicFacts) -> bool:
    values = any(value is not EMPTY for value in topic.values.values())
    words = any(_is_text(one.text) for one in topic.passages)
    return values or words or bool(topic.own.activities or topic.own.figures)


def _is_text(text: object) -> bool:
    return isinstance(text, str) and bool(text.strip())
