"""Values written into a facts file as a person would, and whole keys and items moved; all else stays as it was."""

from generator.amending.amend import amend_text
from generator.amending.amendment import Amendment
from generator.amending.restructure import restructure_text

__all__ = ["Amendment", "amend_text", "restructure_text"]
