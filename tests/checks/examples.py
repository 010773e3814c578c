"""The material of a rule's example, for all tests of rules."""

from __future__ import annotations

from datetime import date

from generator.checks.gather import Known, gather
from generator.checks.material import Material, Other
from generator.checks.registry import Example
from generator.document.blocks import read_blocks


def material(example: Example | str, **known) -> Material:
    """Make material from an example, or from Markdown with `year=`, `level=`, `date=`."""
    one = example if isinstance(example, Example) else Example(example, **known)
    others = tuple(Other(f"别家{n}", tuple(text.split("\n\n"))) for n, text in enumerate(one.others, 1))
    signed = date.fromisoformat(one.date) if one.date else None
    names = (one.name,) if one.name else ()
    facts = Known(year=one.year, signed=signed, level=one.level, names=names, others=others)
    return gather(read_blocks(one.text), facts, file="报告.md", source=one.text)
