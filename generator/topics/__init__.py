"""What can be reported: topics and their fields, declared by the templates themselves."""

from generator.topics.loading import read_topics
from generator.topics.topic import Field, Topic, Topics, Wording, Years

__all__ = ["Field", "Topic", "Topics", "Wording", "Years", "read_topics"]
