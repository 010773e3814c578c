"""Values written into a facts file as a person would: at their own place, every other character as it was."""

from generator.amending.amend import amend_text
from generator.amending.amendment import Amendment

__all__ = ["Amendment", "amend_text"]
