"""Facts of a text."""

from generator.facts.loading import facts_from
from generator.resources import Templates
from generator.yamltext.source import read_source


def facts_of(text):
    """Read the text of a whole facts file that has no mistake."""
    return facts_from(read_source(text.encode("utf-8"), "甲.yaml"), "甲.yaml", Templates())
