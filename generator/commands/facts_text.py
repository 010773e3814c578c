"""A facts file as text, for the commands that write in it: read as it is encoded, amended, saved so again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.encodings import DecodedText, decode_text
from generator.files import read_bytes, save_amended
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.amending import Amendment
    from generator.resources import Templates


class FactsText(NamedTuple):
    """A facts file as it was written, to be amended: nothing is written before `save_text`."""

    path: Path
    text: str
    encoding: str
    templates: Templates

    def amended(self, changes: Iterable[Amendment]) -> str:
        """Give its text with some values changed or added, which is still a facts file without a mistake.

        Raises FactsError, UserError where it would not be.
        """
        from generator.amending import amend_text
        from generator.facts import facts_from
        from generator.yamltext.source import read_source

        text = amend_text(self.text, self.path.name, tuple(changes))
        facts_from(read_source(text.encode(), self.path.name), self.path.name, self.templates)
        return text

    def save_text(self, text: str) -> Path | None:
        """Write it in place in the encoding that it had; gives the copy of it as it was.

        Raises UserError where it cannot be written, and where the report would no longer say a locked sentence.
        """
        from generator.commands.locks import refuse_broken_locks
        from generator.commands.steps import Given

        refuse_broken_locks(self.path, self.text, text, Given(self.templates))
        return save_amended(self.path, text.encode(self.encoding))


def facts_text(path: Path, templates: Templates) -> FactsText:
    """Read the text of a facts file; raises UserError for what is no text."""
    text, encoding = rewritable_text(path)
    return FactsText(path, text, encoding, templates)


def rewritable_text(path: Path) -> DecodedText:
    """Read a text file that is to be written again as it is encoded; raises UserError for what is no text."""
    decoded = decode_text(read_bytes(path), "utf-8", "gb18030")
    if decoded is None:
        raise UserError(f"认不出文件的编码：{path.name}", "请用记事本打开，另存为 UTF-8 编码。")
    return decoded
