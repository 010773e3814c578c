"""A form as an office gave it back: records only."""

from __future__ import annotations

from typing import NamedTuple


class CellText(NamedTuple):
    """What a cell says: its text, or what keeps it from being read and how to mend that; `dated` where it is a day."""

    text: str = ""
    wrong: str = ""
    fix: str = ""
    dated: bool = False


class Answer(NamedTuple):
    """What stands in one row: its key, the cell and where it is, what stood there when the form was made.

    `base` is None where that is not known; `label` is what the office called a figure of its own. Of a row that the
    office added, `key` is empty and `topic` the one that it stands under.
    """

    key: str
    cell: CellText
    where: str
    base: str | None = None
    remark: str = ""
    label: str = ""
    topic: str = ""


class Filled(NamedTuple):
    """One form: its file, what it was made for, who filled it in and when, the answers, and what else to tell."""

    file: str
    unit: str
    year: str
    office: str
    identity: str
    answers: tuple[Answer, ...]
    day: str = ""
    person: str = ""
    remarks: tuple[str, ...] = ()
