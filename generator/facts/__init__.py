"""What one unit did in one year: a facts file, read and typed."""

from generator.facts.facts import EMPTY, Facts, TopicFacts, Words
from generator.facts.last import last_year_file, load_with_last, read_with_last, reading_with_last
from generator.facts.loading import facts_from, load_facts

__all__ = [
    "EMPTY",
    "Facts",
    "TopicFacts",
    "Words",
    "facts_from",
    "last_year_file",
    "load_facts",
    "load_with_last",
    "read_with_last",
    "reading_with_last",
]
