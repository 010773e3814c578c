"""What can be reported: topics and their fields, declared by the templates themselves."""

from generator.topics.loading import read_topics
from generator.topics.topic import Field, Topic, Topics

__all__ = ["Field", "Topic", "Topics", "read_topics"]
