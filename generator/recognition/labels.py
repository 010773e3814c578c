"""A label of its own for a figure that no field has, made from the words beside it: 评选和谐社区, 提示单."""

from __future__ import annotations

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fillers import LEADING, TRAILING

_LONGEST = 14
_BREAKS = "的了在对向为从由将把于、"
_NOT_WORDS = pattern("[^一-龥A-Za-z0-9·+]")
_NOUN = pattern(r"[一-龥]{1,8}")
_BREAK_AFTER = pattern("(?:参加|参与|到场|以上|以下|左右|[的在并和与后，]).*")
_RISES = pattern("(增长|增加|上升|提高|提升)(?:了|到|至)?$")
_FALLS = pattern("(下降|减少|降低|压减)(?:了|到|至)?$")
_LAST_YEAR = pattern("(?:上年|去年|上一年|上年度|去年同期|上年同期)(?:为|是)?$")


def own_label(said: Said, last: str = "") -> str:
    """Make a label from a figure's clause; `last` is the label of the figure before it, which a comparison is about.

    Gives an empty text where the words beside it make none.
    """
    if last and (compared := _compared(said.before, last)):
        return compared
    core = _plain(TRAILING.sub("", _without_lead(said.before)))
    noun = _plain(_BREAK_AFTER.sub("", said.after))
    if len(core) < 4 and (behind := _NOUN.match(noun)):
        core += behind[0]
    core = core if len(core) <= _LONGEST else _tail(core)
    return core if len(core) >= 2 and not core.isdigit() else ""


def _compared(before: str, last: str) -> str:
    """Give 上年信访 for 上年为, 信访降幅 for 下降."""
    if _LAST_YEAR.search(before):
        return f"上年{last}"
    if _RISES.search(before):
        return f"{last}增幅"
    return f"{last}降幅" if _FALLS.search(before) else ""


def _without_lead(words: str) -> str:
    while (shorter := LEADING.sub("", words)) != words:
        words = shorter
    return words


def _plain(words: str) -> str:
    return _NOT_WORDS.sub("", words)


def _tail(words: str) -> str:
    """Give the end of a long clause, from behind a word at which it can be cut; nothing where it has none."""
    ends = [at + 1 for at, sign in enumerate(words) if sign in _BREAKS]
    return next((words[end:] for end in ends if 1 < len(words) - end <= _LONGEST), "")
