"""The report as a file to take away, made in memory: the same bytes as `nianbao render` writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.commands.render import Result, Wishes, make_report, printed_reports
from generator.commands.steps import Given
from generator.file_names import file_name
from generator.preview.rendered import Rendered
from generator.problems import FactsError

DOWNLOADS: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
}
"""What can be taken away, by its name in the address: the type of the file."""


class ReportFile(NamedTuple):
    """A file's name and its bytes."""

    name: str
    data: bytes


def report_file(
    rendered: Rendered, form: str, given: Given, layout: Path | None, *, unfinished: bool
) -> ReportFile:
    """Give a report as a file; with `unfinished` what is still to be filled in stands in it as 【待填：…】.

    Raises FactsError with what keeps it from being made, UserError where it cannot be.
    """
    if rendered.mistakes:
        raise FactsError(rendered.mistakes)
    suffix = f".{form}"
    made = make_report(rendered.prepared, suffix, given, Wishes(layout, unfinished=unfinished))
    if isinstance(made, Result):
        raise made.error or FactsError(made.problems)
    (data,) = printed_reports([made], suffix)
    return ReportFile(file_name(made.title, suffix), data)
