"""`nianbao schema`: the JSON Schema of a facts file, or of what the commands print with --json."""

from __future__ import annotations

from generator.forms.schema import schema_text
from generator.resources import Templates
from generator.topics import read_topics

PRINTED = "输出.schema.json"
"""The published form of all that is printed with --json: a command's is `#/$defs/命令 NAME`."""


def schema_of(templates: Templates) -> str:
    """Give the schema of facts files as text; raises UserError when a template's declaration does not hold."""
    return schema_text(read_topics(templates))


def printed_schema(templates: Templates) -> str:
    """Give the schema of what the commands print with --json as text; raises UserError."""
    return templates.read(PRINTED).text
