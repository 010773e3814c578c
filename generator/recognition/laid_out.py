"""The field of a topic that a figure's few words say, with what was said before them: 采纳74条 behind 提出法律意见76条.

Within a sentence a word is said once: 审查合同58份、规范性文件1件, 应急队伍3支65人, 发现隐患331处，已整改328处. So where the topic is
known, a field is meant of whose name a word stands in the clause and the others were said before, are the topic's, or
open so many of its fields that they go without saying; nothing else may stand in the clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fits import takes
from generator.recognition.qualifiers import is_qualified
from generator.recognition.residue import bare_words, residue_of
from generator.recognition.spoken import FieldWords

_PAIR, _MANY = 2, 3
_COUNTS = pattern("(?:人?次数|人次|人数|场次|金额|户数|件数|面积|份数|总数|数量|案件|事项|情况|[数件])$")
_NO_WORDS = pattern("(?:共计|合计|共|计|参加|参与|涉及|[，、和与及])*")
_GENERAL = frozenset({"群众", "人员", "案件", "活动", "工作", "对象", "情况", "事项", "个数"})
"""Words of a name that go without saying: 接待620人次 is 接待群众 where the topic is known."""
_CHANGED = pattern("新增|增加|减少|退出|解除|取消|新|退|不|未|待|超")


def laid_out(said: Said, heard: str, fields: Sequence[FieldWords]) -> list[FieldWords]:
    """Give the fields of a topic that the clause of a figure says together with `heard`; the best alone.

    One that it says better with words that are none of it (成功化解 for 化解) leaves none to the others.
    """
    core = bare_words(said)
    implied = _implied(fields)
    known: list[tuple[int, FieldWords]] = []
    for one in fields:
        if takes(one.field, said.figure.unit):
            share = max((_said_of(name, core, heard, one.home, implied) for name in one.names), default=0)
            if share:
                known.append((share, one))
    most = max((share for share, _one in known), default=0)
    return [
        one
        for share, one in known
        if share == most and not residue_of(said, one) and not is_qualified(said, one)
    ]


def beside(said: Said, last: FieldWords, fields: Iterable[FieldWords]) -> list[FieldWords]:
    """Give the fields that a figure without words is behind one of its topic: 65人 behind 应急队伍3支."""
    if not _NO_WORDS.fullmatch(said.before) or not _NO_WORDS.fullmatch(said.after):
        return []
    unit = said.figure.unit
    return [
        one
        for one in fields
        if one is not last
        and takes(one.field, unit)
        and not takes(last.field, unit)
        and one.field.name[:_PAIR] == last.field.name[:_PAIR]
        and _CHANGED.findall(one.field.name) == _CHANGED.findall(last.field.name)
    ]


def _implied(fields: Iterable[FieldWords]) -> frozenset[str]:
    """Give the words that open so many fields of a topic that they go without saying in it: 执法, 复议, 环境.

    They are of the topic's own name: 食药 and 抽查 of 行政执法 tell which of its checks are meant, and must be said.
    """
    opened = Counter((one.home, one.field.name[:_PAIR]) for one in fields)
    return frozenset(
        word for (home, word), count in opened.items() if count >= _MANY and not {*word}.isdisjoint(home)
    )


def _said_of(name: str, core: str, heard: str, home: str, implied: frozenset[str]) -> int:
    """Count the characters of a name that a clause says, none where one of its words is said nowhere.

    The topic's own words go without saying, and tell nothing of which of its fields is meant.
    """
    if name in core:
        return 2 * len(name)
    name = _COUNTS.sub("", name) or name
    if name in core:
        return 2 * len(name)
    words = [name[at : at + _PAIR] for at in range(0, len(name), _PAIR)]
    here = [
        word
        for word in words
        if len(word) == _PAIR and word in core and word not in _GENERAL and word not in home
    ]
    rest = [word for word in words if word not in here]
    known = f"{heard}|{core}|{home}"
    if not here or any(word not in known and word not in implied | _GENERAL for word in rest):
        return 0
    return len("".join(here))
