"""`nianbao topics`: what can be reported, what real reports gave, and what may be cited in which year."""

from __future__ import annotations

from datetime import date

from generator.forms import guide
from generator.forms.cards import read_cards
from generator.formulations import citable
from generator.near import nearest_name
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import Topics, read_topics
from generator.topics.grouping import read_grouping


def all_topics(year: int | None, templates: Templates) -> list[guide.Group]:
    """Give every topic with what it is about, part by part; with a `year`, those of that year's report."""
    return guide.overview(read_topics(templates), year)


def one_topic(name: str, year: int | None, templates: Templates) -> list[guide.Group]:
    """Give one topic's fields, with a `year` those of that year, what the reports gave under them, and its heading.

    Raises UserError for an unknown topic.
    """
    topics = read_topics(templates)
    topic = next((one for one in topics if one.name == name), None)
    if topic is None:
        raise _unknown(name, topics)
    heading = guide.explain_group(topic, read_grouping(templates))
    return [*guide.explain_topic(topic, read_cards(), templates, year), *heading]


def citable_in(year: int, signed: date | None, templates: Templates) -> list[guide.Group]:
    """Group by kind what a report of that year may cite, each with the days between which it is current."""
    kinds: dict[str, list[tuple[str, str]]] = {}
    for one in citable(year, signed, templates):
        since = f"{one.since}起" if one.since else ""
        until = f"{one.until}止" if one.until else ""
        kinds.setdefault(one.kind, []).append((one.wording, "，".join(filter(None, (since, until)))))
    return list(kinds.items())


def _unknown(name: str, topics: Topics) -> UserError:
    near = nearest_name(name, [one.name for one in topics])
    likely = [near] if near else guide.search(topics, name)[:5]
    fix = f"是不是“{'”或“'.join(likely)}”？" if likely else "用 nianbao topics 可列出全部主题。"
    return UserError(f"没有“{name}”这个主题。", fix, status=2)
