"""`nianbao explain`: each sentence of a report with the facts, and the lines of the file, that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.problems import Place, UserError

if TYPE_CHECKING:
    from generator.commands.steps import Prepared
    from generator.facts import Facts

FORMULA, LAST = "提法：", "上年："


class Ground(NamedTuple):
    """One fact behind a sentence: its field, its place and line as written, and where it comes from (来源).

    `withheld` tells that it is for the superior alone.
    """

    field: str
    place: Place
    line: str
    origin: str
    withheld: bool = False


class Explained(NamedTuple):
    """One sentence of the report; without grounds in the file it is formulaic (标题、导语、过渡)."""

    text: str
    grounds: tuple[Ground, ...]
    formulas: tuple[str, ...] = ()

    @property
    def formulaic(self) -> bool:
        """Tell whether no fact of the file stands behind it."""
        return not self.grounds

    def as_dict(self) -> dict[str, Any]:
        """Give the form that `--json` prints."""
        return {
            "sentence": self.text,
            "formulaic": self.formulaic,
            "formulas": list(self.formulas),
            "grounds": [
                {
                    "field": one.field,
                    "file": one.place.file,
                    "line": one.place.line,
                    "column": one.place.column,
                    "written": one.line,
                    "origin": one.origin,
                    "public": not one.withheld,
                }
                for one in self.grounds
            ],
        }


def explain_sentences(prepared: Prepared) -> tuple[Explained, ...]:
    """Give every sentence of a report made from facts, in reading order.

    Raises UserError for a text without facts behind it.
    """
    facts, draft = prepared.facts, prepared.draft
    if facts is None or draft is None:
        raise UserError(
            f"{prepared.source.name} 是文稿，看不出每句话的依据。", "请给出事实文件（.yaml）。", status=2
        )
    return tuple(
        Explained(
            sentence.text,
            tuple(_ground(path, facts) for path in sentence.grounds if not path.startswith(FORMULA)),
            tuple(path.removeprefix(FORMULA) for path in sentence.grounds if path.startswith(FORMULA)),
        )
        for sentence in draft.sentences
    )


def _ground(path: str, facts: Facts) -> Ground:
    if path.startswith(LAST) and facts.last is not None:
        return _ground(path.removeprefix(LAST), facts.last)
    return Ground(path, facts.place(path), facts.line(path), facts.origin(path), facts.is_withheld(path))
