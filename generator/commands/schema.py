"""`nianbao schema`: the JSON Schema by which an editor completes and explains a facts file."""

from __future__ import annotations

from pathlib import Path

from generator.files import save
from generator.forms.schema import schema_text
from generator.resources import Templates
from generator.topics import read_topics


def schema_of(templates: Templates) -> str:
    """Give the schema's text; raises UserError when a template's declaration does not hold."""
    return schema_text(read_topics(templates))


def write_schema(templates: Templates, output: Path, *, force: bool) -> Path | None:
    """Write the schema to a file, and give the copy of one that was overwritten by force; raises UserError."""
    return save(output, schema_of(templates).encode("utf-8"), force=force)
