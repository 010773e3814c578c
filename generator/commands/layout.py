"""`nianbao layout`: the unit's layout as a Word template, for all that it writes besides the report."""

from __future__ import annotations

from pathlib import Path

from generator.files import save
from generator.problems import UserError
from generator.resources import Templates

SUFFIX = ".dotx"


def write_layout(output: Path, own: Path | None, templates: Templates, *, force: bool) -> Path | None:
    """Write the Word template of the layout, with a unit's own values in it where its file is given.

    Gives the copy of one that was overwritten by force. Raises FactsError for mistakes in the layout file, UserError
    for what cannot be read or written.
    """
    from generator.document.page.layout import read_layout
    from generator.document.word.template import write_dotx

    if output.suffix.lower() != SUFFIX:
        raise UserError(
            f"Word 模板的后缀应为 {SUFFIX}，写的是：{output.name}", "例如：-o 公文版式.dotx", status=2
        )
    return save(output, write_dotx(read_layout(templates, own)), force=force)
