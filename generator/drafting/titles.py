"""What can be the title of a topic: the clerk's own, the name of what is reported, or one from its template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.drafting.marks import escape_markdown
from generator.drafting.points import Label
from generator.drafting.values import marked_text
from generator.facts import TopicFacts
from generator.wording import quoted
from generator.yamltext.path import dotted

_MOST = 0.75


def titles_of(facts: TopicFacts, words: Mapping[str, Any], year: int | None) -> tuple[Label, ...]:
    """Give what can be a topic's title, the one chosen for this unit first; one that the clerk wrote alone.

    One that speaks of some fields is given with those that are there, where none is, not at all, and first where they
    are most of what the topic tells.
    """
    if facts.heading:
        return (Label(marked_text(facts.heading, dotted((*facts.path, "标题")))),)
    if facts.topic is None:
        return (Label(marked_text(facts.name, dotted(facts.path))),)
    name = facts.values.get(facts.topic.named_by)
    if isinstance(name, str):
        field = facts.topic.fields[facts.topic.named_by]
        verb = field.wordings.get(facts.wordings.get(field.name, ""), field.wording) or "开展"
        return (Label(f"{verb}{escape_markdown(quoted(name))}"),)
    wordings = [one for one in facts.topic.headings if one.fits(year)]
    said = {name for name in facts.values if name in facts.topic.fields and facts.is_said(name)}
    told = {
        one: said.intersection(one.about) for one in wordings if not one.about or said.intersection(one.about)
    }
    exact = [one.text for one, there in told.items() if len(there) > _MOST * len(said)]
    chosen = str(words["选"](*(exact or [one.text for one in told if not one.about])))
    first = sorted(told, key=lambda one: (one.text != chosen, bool(one.about)))
    return tuple(
        Label(one.text, frozenset(dotted((*facts.path, name)) for name in told[one])) for one in first
    )
