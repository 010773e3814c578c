"""nianbao: a year's facts of one unit become its annual report on rule-of-law government building.

The public names: `load` a facts file, `draft` its report as Markdown, `render` it to a file, `check` any of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.facts import Facts
    from generator.problems import Problem

__all__ = ["check", "draft", "load", "render"]


def load(path: str | Path) -> Facts:
    """Read a facts file, with last year's facts where it names them (上年) or they lie beside it.

    Raises UserError when it cannot be opened, FactsError with every mistake in it.
    """
    from generator.facts import load_with_last
    from generator.resources import Templates

    return load_with_last(Path(path), Templates())


def draft(facts: Facts) -> str:
    """Write the report of these facts as Markdown; what is missing stands in it as 【待填：…】."""
    from generator.drafting import compose

    return compose(facts).markdown


def render(path: str | Path, out: str | Path) -> Path:
    """Write the report of a facts file, or of an edited .md, to a .docx, .md, .html or .pdf file.

    Raises FactsError with what is wrong in the input, UserError for what cannot be read or written.
    """
    from generator.commands.render import Wishes, render_reports
    from generator.commands.steps import Given
    from generator.problems import FactsError

    (result,) = render_reports([Path(path)], Path(out), Given(), Wishes())
    if result.error:
        raise result.error
    if result.path is None:
        raise FactsError(result.problems)
    return result.path


def check(path: str | Path) -> list[Problem]:
    """Give everything found wrong in a facts file or a report, in reading order.

    Raises UserError when the file cannot be opened.
    """
    from generator.commands.check import check_file
    from generator.commands.steps import Given
    from generator.problems import FactsError

    try:
        return list(check_file(Path(path), Given()).problems)
    except FactsError as error:
        return list(error.problems)
