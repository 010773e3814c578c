"""The material of a rule's example, for all tests of rules."""

from __future__ import annotations

from datetime import date

from generator.checks import run
from generator.checks.gather import Known, gather, gather_facts
from generator.checks.material import Material
from generator.checks.registry import Example
from generator.document.text.blocks import read_blocks
from generator.drafting import compose
from generator.facts import Facts, facts_from
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)


def material(example: Example | str, **known) -> Material:
    """Make material from an example, or from Markdown with `year=`, `level=`, `date=`."""
    one = example if isinstance(example, Example) else Example(example, **known)
    if one.facts:
        return _from_facts(one)
    signed = date.fromisoformat(one.date) if one.date else None
    names = (one.name,) if one.name else ()
    facts = Known(year=one.year, signed=signed, level=one.level, names=names, others=one.others)
    return gather(read_blocks(one.text), facts, file="报告.md", source=one.text)


def _from_facts(one: Example) -> Material:
    last = _facts(one.last, "上年.yaml") if one.last else None
    facts = _facts(one.facts, "本年.yaml", last)
    draft = compose(facts, TEMPLATES)
    grounds = [(sentence.text, sentence.grounds) for sentence in draft.sentences]
    return gather_facts(facts, TOPICS, read_blocks(draft.markdown), grounds, one.others)


def _facts(text: str, file: str, last: Facts | None = None) -> Facts:
    return facts_from(read_source(text.encode(), file), file, TEMPLATES, last)


def codes(text: str | Example, **known) -> list[str]:
    """Give the codes of all that the rules find in a text of 城东街道's report of 2023, unless told otherwise."""
    given = {"year": 2023, "level": "街道", "name": "城东街道", **known}
    return [
        problem.code
        for problem in run(material(text) if isinstance(text, Example) else material(text, **given))
    ]
