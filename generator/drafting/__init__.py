"""Facts and topics -> the Markdown text of the report, each sentence with its ground."""

from generator.drafting.annexes import ANNEXES, Annex
from generator.drafting.compose import Draft, compose
from generator.drafting.marks import GroundedSentence

__all__ = ["ANNEXES", "Annex", "Draft", "GroundedSentence", "compose"]
