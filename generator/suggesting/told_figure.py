"""A figure of a phrase with the field that it is or may be, and all that was found out about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.likeness import explained
from generator.recognition.residue import names_something
from generator.suggesting.fields import core_of
from generator.suggesting.phrases import Phrase, Within

_NAME, _LONG = 3, 4
SAID_AGAIN = "接着前一个数说的"
"""Why a figure is not sure whose clause says nothing of what it counts."""
_SEVERAL = pattern("、|等共?$")
_OF_THESE = pattern("(?:里头|里面|当中|之中|[里中])(?:就?有|是)?")
_PART = pattern("其中|其余|新增|增[加长]?[到至]|减少|剩|另|还有|[未没不]")


class ToldFigure(NamedTuple):
    """A figure of a phrase, `start:end` in its text: the field that it is where `sure`, else may be, else its label.

    `why` says in Chinese why it is none that can be offered: of another year, a part of a sum; `doubt` why it is not
    sure; both are empty for the others. `until` is the day on which it ends, as is said beside it.
    `aside` says what stands around it that makes it a question whatever it counts: 全县, 去年数, 不少于.
    `of_other` tells that what is said beside it makes it another body's figure than its field's: the secretary's alone.
    `words` are those of its clause, `spoken` the topics that headings and the figures before it speak of, `office`
    those of its sender.
    """

    phrase: Phrase
    start: int
    end: int
    written: str
    home: str = ""
    field: str = ""
    sure: bool = False
    label: str = ""
    why: str = ""
    doubt: str = ""
    aside: str = ""
    of_other: bool = False
    until: date | None = None
    words: str = ""
    unit: str = ""
    spoken: frozenset[str] = frozenset()
    office: frozenset[str] = frozenset()

    def against(self, home: str) -> bool:
        """Tell whether an office of other topics sent it, and nothing around it speaks of this one."""
        if not self.office or home in self.office or home in self.spoken:
            return False
        return explained(self.phrase.text[: self.start], home) < _LONG

    @property
    def key(self) -> tuple[str, str]:
        """The topic and the field."""
        return self.home, self.field

    @property
    def contends(self) -> bool:
        """Tell whether one that is not sure may be its field's figure for the year: no other year's, and no part."""
        if not self.field or self.why or self.aside or self.of_other or self.doubt == SAID_AGAIN:
            return False
        core = core_of(self.words)
        if _SEVERAL.search(self.words) or (len(core) < _NAME and not self.field.startswith(core)):
            return False
        said = (self.words, self.phrase.text[: self.start], *self.phrase.context)
        return self.phrase.within is not Within.REMARK and not any(map(_PART.search, said))


def said_again(told: ToldFigure, said: Said, done: Sequence[ToldFigure]) -> ToldFigure:
    """Ask after the field of the figure before it where a clause names none: 不少于24场，实际37场; 全县56件，我队5件."""
    last = next((one for one in reversed(done) if one.field and one.unit == told.unit), None)
    names = names_something(said) and not _OF_THESE.fullmatch(said.before)
    if last is None or last.sure or told.why or names:
        return told
    return told._replace(home=last.home, field=last.field, doubt=SAID_AGAIN)
