"""此处不再提醒: a reminder that the clerk has looked at and lets stand, as the file says it under 检查."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.checks.switches import words_of
from generator.patterns import pattern
from generator.preview.form_actions import Step
from generator.preview.form_item_actions import AddItem
from generator.preview.form_values import written_at
from generator.preview.told_here import QUIET, SWITCHES, told_here
from generator.problems import Level, Problem, UserError
from generator.yamltext.path import Path

_REASON = "看过，可以不改"
"""What stands as the reason until the clerk writes his own: without one the file lets nothing stand."""
_LINE = pattern(r"第\d+行")


@dataclass(frozen=True)
class Quiet(Step):
    """What a rule finds where `content` is said is let stand."""

    code: str
    content: str

    def applied(self, text: str, file: str) -> str:
        """Write it behind the others, once; raises UserError where something else stands there."""
        path: Path = SWITCHES
        said = {"规则": self.code, "内容": self.content}
        listed = written_at(text, file, path)
        if any(isinstance(one, dict) and said.items() <= one.items() for one in listed or ()):
            return text
        return AddItem(path, {**said, "原因": _REASON}).applied(text, file)


def can_be_quieted(told: Problem) -> bool:
    """Tell of a problem in the page's words whether the file can let it stand: a reminder of a rule, or its advice."""
    if told.level is not Level.WARNING and QUIET not in told.fix:
        return False
    from generator.checks import can_be_switched_off  # the rules are loaded after the first page

    return can_be_switched_off(told.code)


def quieting(problem: Problem, others: Iterable[Problem], sentence: str) -> Quiet:
    """Give what lets a problem stand and no other: by what it says, or by its sentence where another says the same.

    Lines are not named, since they move. Raises UserError for what cannot be let stand.
    """
    if not can_be_quieted(told_here(problem)):
        raise UserError("这一条不能不提醒。", "请照它说的改。")
    alike = [one.message for one in others if one.code == problem.code]
    if alike.count(problem.message) > 1 and sentence:
        return Quiet(problem.code, sentence)
    return Quiet(problem.code, _content(problem.message, {*alike} - {problem.message}))


def _content(message: str, others: Collection[str]) -> str:
    """Give the piece of a message between lines that no other has: the one with the words that a switch names, if any.

    Where all are another's too, it is that one: it says of what the reminder is.
    """
    pieces = [one for each in _LINE.split(message) if (one := each.strip("。，；、"))]
    words = words_of(message)
    ordered = sorted(pieces, key=lambda one: (words not in one, -len(one)))
    own = (one for one in ordered if not any(one in other for other in others))
    return next(own, ordered[0] if ordered else message)
