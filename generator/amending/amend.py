"""Amends single values of a facts file's text; what comes out is read again and must differ in those alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.amending.amendment import Amendment
from generator.amending.edits import plan_edits, spliced
from generator.amending.plan import Planned, plan_changes
from generator.amending.spans import locate
from generator.problems import FactsError, Place, UserError
from generator.yamltext.encoding import name_unusable
from generator.yamltext.path import content_at, dotted
from generator.yamltext.source import read_source

_BOM = "\ufeff"


def amend_text(text: str, file: str, changes: Sequence[Amendment]) -> str:
    r"""Give the text of a facts file with some of its values changed or added; every other character stays.

    Comments, order, quotes, line ends (`\r\n` too) and the byte-order mark stay. A value that is there is replaced
    at its own place; one that is not is added to its mapping, behind the last that stands on one line, with what
    is missing above it; a shorter list ends earlier. `file` is the name by which problems call the file.
    Raises FactsError where the text is no readable facts file, UserError where a value cannot stand in one, where
    something else stands at its path, and where what came out does not differ by the changes alone.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    plain = text.removeprefix(_BOM)
    before = read_source(plain.encode(), file)
    _refuse_unusable(changes, file)
    plan = plan_changes(before.data, file, changes)
    located = locate(plain)
    for whole in (False, True):  # a piece of a text of several lines may be read otherwise than the whole
        after = spliced(plain, plan_edits(located, plan, before.data, whole=whole))
        if _reads_as(after, file, plan, blanks=whole):
            return mark + after
    raise UserError(
        f"没有写：{file} 里要改的地方（{'、'.join(dotted(change.path) for change in changes[:3])}），"
        "改后再读与想写的不一样。这是程序的毛病，不是文件的错。",
        "请自己在文件里改，并把这句话连同文件发给维护本程序的人。",
    )


def _refuse_unusable(changes: Iterable[Amendment], file: str) -> None:
    """Refuse characters that no facts file can hold; raises UserError."""
    for change in changes:
        for path, text in (*change.leaves(), *((change.path, one) for one in change.sources.values())):
            for problem in name_unusable(text, Place(file)):
                raise UserError(
                    f"没有写：“{dotted(path)}”{problem.message.removeprefix('这里')}", problem.fix
                )


def _reads_as(text: str, file: str, plan: Planned, *, blanks: bool) -> bool:
    """Tell whether a text reads as is planned; the `blanks` in a text that is broken into lines may not matter."""
    try:
        after = read_source(text.encode(), file).data
    except FactsError:
        return False
    if not blanks:
        for path, wanted in plan.texts.items():
            _settle_blanks(after, path, wanted)
    return after == plan.data


def _settle_blanks(data: Any, path: Sequence[str | int], wanted: str) -> None:
    """Take a text for the one that is wanted if only the blanks in it differ: those where its lines are broken."""
    *above, last = path
    try:
        holder = content_at(data, tuple(above))
        written = holder[last]
    except (LookupError, TypeError):
        return
    if isinstance(written, str) and "".join(written.split()) == "".join(wanted.split()):
        holder[last] = wanted
