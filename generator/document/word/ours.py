"""How a Word file of ours is told when it comes back from Word: a property of its own, and what it said when made."""

from __future__ import annotations

import hashlib

from generator.document.text.block import Document

OUR_PROPERTY = "nianbao"
"""The name of the property that no other program's file has."""

_LENGTH = 16


def state_of_text(document: Document) -> str:
    """Give what the property holds: a number by which the report's text is known again, the same for the same text."""
    text = "\n".join(block.text for block in document.blocks)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
