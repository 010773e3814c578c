"""The words around a figure of a text, two characters each, with how near they stand to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fillers import FREE

BASE_YEAR = "基期"
"""Stands among the words near a figure where an earlier year than the report's is named."""
IN_SENTENCE, IN_THE_ONE_BEFORE, FURTHER = 0.7, 0.45, 0.2

_CUT = pattern("[，,；;。：:！？\n]")
_STOPS = "。！？\n"
_APART = pattern("[^一-龥A-Za-z0-9]+")
_LIST = pattern("[、和及]")
_POINT = pattern("(?:^|(?<=[。；：]))[一二三四五六七八九十]{1,2}是")
_NAMED = pattern("《[^》]*》")
_PAST = pattern("(20[0-9]{2})年")
_BEHIND, _BEHIND_SHARED, _BEHIND_TOLD, _LISTED, _DESCRIBED = 0.9, 0.6, 0.5, 0.8, 0.02
_IN_ALL = pattern("(?:共计|合计|总计|共)$")
_SUMMED = 0.3
"""辐射学校、生活区共计6.1万人: what is summed up stands at the beginning, the last of the list says less of it."""
_FURTHER_BEHIND, _ITEM = 0.3, 0.2
_SUCH = pattern("^(.*[、》].*)等(?!级)([一-龥]{2,12})?$")
"""习近平法治思想、总体国家安全观等专题学习: what is counted stands behind the list."""
_TOLD = 4
"""So many characters before a figure tell what it counts; what stands behind it counts less then."""


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> frozenset[str]:
    """Give all that stands side by side in a text, two characters each, within its words."""
    return frozenset(part[at : at + 2] for part in _APART.split(text) for at in range(len(part) - 1))


def _said_words(text: str) -> frozenset[str]:
    return pairs_of(FREE.sub("|", text))


def pairs_near(text: str, said: Sequence[Said], number: int, year: int | None) -> dict[str, float]:
    """Give the pairs of the clause of a figure, each with how near it stands."""
    one = said[number]
    clause = max((match.end() for match in _CUT.finditer(text, 0, one.start)), default=0)
    begin = max(clause, said[number - 1].end if number else 0)
    close = _CUT.search(text, one.end)
    end = close.start() if close else len(text)
    following = said[number + 1].start if number + 1 < len(said) else len(text)
    before, after = text[begin : one.start], text[one.end : min(end, following)]
    shared = following < end
    such = _SUCH.match(before)
    listed, before = (such[1], such[2] or "") if such else ("", before)
    core = FREE.sub("", before)
    near = dict.fromkeys(pairs_of(_NAMED.sub("《》", listed)), _ITEM)
    near |= dict.fromkeys(_said_words(listed[:_TOLD]), _LISTED)
    items = _NAMED.sub("《》", before).split("、")
    summed = len(items) > 1 and _IN_ALL.search(before)
    for item in items:
        weight = (_SUMMED if item is items[-1] else 1.0) if summed else 1.0 if item is items[-1] else _LISTED
        near |= dict.fromkeys(_said_words(item), weight)
    if len(core) < 2 and begin > clause:
        near = {**dict.fromkeys(_said_words(text[clause:begin]), _LISTED), **near}
    behind, *further = _LIST.split(after)
    weight = _BEHIND_SHARED if shared and len(core) > 1 else _BEHIND_TOLD if len(core) >= _TOLD else _BEHIND
    if near and behind.startswith("的"):  # 辐射6.1万余人的宣传阵地 counts no 阵地, but speaks of one
        weight = _DESCRIBED
    near = {**dict.fromkeys(pairs_of(_NAMED.sub("《》", behind)), weight), **near}
    if not shared:
        near = {**dict.fromkeys(pairs_of("|".join(further)), _FURTHER_BEHIND), **near}
    if year and (past := _PAST.search(before)) and int(past[1]) < year:
        near[BASE_YEAR] = 1.0
    return near


def pairs_around(text: str, said: Sequence[Said], one: Said) -> dict[str, float]:
    """Give the pairs of what was said before a figure, without the clauses that other figures stand in."""
    sentence = max(text.rfind(sign, 0, one.start) for sign in _STOPS) + 1
    last = max(text.rfind(sign, 0, max(sentence - 1, 0)) for sign in _STOPS) + 1
    point = max((match.start() for match in _POINT.finditer(text, 0, one.start)), default=0)
    around: dict[str, float] = {}
    begin = 0
    for cut in _CUT.finditer(text, 0, one.start):
        clause, begin = (begin, cut.end()), cut.end()
        if any(clause[0] <= other.start < clause[1] for other in said) or clause[0] < point:
            continue
        near = IN_SENTENCE if clause[0] >= sentence else IN_THE_ONE_BEFORE if clause[0] >= last else FURTHER
        for pair in pairs_of(text[clause[0] : clause[1]]):
            around[pair] = max(near, around.get(pair, 0.0))
    return around
