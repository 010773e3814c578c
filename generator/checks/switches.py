"""How a rule is switched off for one place, in the words that a clerk copies into the facts file."""

from __future__ import annotations

from generator.patterns import pattern

_SWITCH = "停用写三行，放在“检查”的“停用”下面：“- 规则: {}”“  内容: {}”“  原因: 为什么可以不改”；有“内容”一行的，只停用这一处。"
_TOLD = pattern("：(?P<figures>[^：“”]*\\d[^：“”]*?)[。；]|“(?P<words>[^“”]{2,30})”")
"""The figures that a message tells, or the words that it quotes: what is told of no other place."""


def switch_lines(code: str, message: str = "") -> str:
    """Tell how a rule is switched off, for the place of a message where there is one, and nowhere else."""
    return _SWITCH.format(code, words_of(message) or message.rstrip("。") or "提醒里引的那几个字")


def words_of(message: str) -> str:
    """Give the words of a message by which its place is known from others; empty where it tells or quotes none."""
    told = _TOLD.search(message)
    return (told["figures"] or told["words"]) if told else ""
