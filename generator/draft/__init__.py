"""Facts and topics -> the Markdown text of the report, each sentence with its ground."""

from generator.draft.annexes import ANNEXES, Annex
from generator.draft.compose import Draft, compose
from generator.draft.marks import Sentence

__all__ = ["ANNEXES", "Annex", "Draft", "Sentence", "compose"]
