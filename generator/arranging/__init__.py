"""A facts file's lines put in order and indented as they should be; nothing that they say is changed."""

from generator.arranging.arrange import arranged_text
from generator.arranging.headings import grouped_text

__all__ = ["arranged_text", "grouped_text"]
