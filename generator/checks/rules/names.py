"""提法: names of bodies and documents, and set phrases, that are all but right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.alike import are_alike
from generator.checks.material import Finding, Material
from generator.checks.near_misses import NearMiss, near_misses, sure_misses
from generator.checks.registry import rule
from generator.checks.scan import PlainReading
from generator.checks.vocabulary import names
from generator.patterns import pattern
from generator.problems import Level

_QUOTED = pattern(r"“(?P<words>[一-龥、]{3,8})”")
_LONGEST = 8
_COUNTED = ("两个维护", "两个确立", "四个意识", "四个自信", "放管服")
_LONG = 6
"""Of the counted, and of phrases as long as this, one character may be any other: “两个拥护”, “双随机一公示”."""


def _surely_meant(material: Material) -> Iterator[Finding]:
    for number, read in enumerate(material.readings):
        yield from (_nearly(number, read, miss) for miss in sure_misses(read.text))


def _nearly(number: int, read: PlainReading, miss: NearMiss) -> Finding:
    return Finding(
        f"“{read.text[miss.start : miss.end]}”{miss.difference}，应是“{miss.meant}”。",
        f"改为“{miss.meant}”。",
        number,
        *read.at(miss.start, miss.end),
        level=Level.ERROR if miss.sure else None,
        mend=miss.meant if miss.sure else None,
    )


@rule(
    "提法-24",
    "固定的名称、提法差一两个字",
    gravest=Level.ERROR,
    errors=_surely_meant,
    yields_to=("提法-08", "提法-09", "提法-10", "提法-19", "文字-09"),
    bad="全面依法治区委员办公室到街道督察，“管放服”改革持续深化。",
    good="全面依法治区委员会办公室到街道督察，“放管服”改革持续深化。",
)
def almost_a_name(material: Material) -> Iterator[Finding]:
    """查只有一种写法的名称和提法有没有错字、漏字、多字和颠倒。

    查什么：机构（全面依法治县委员会、理论学习中心组、退役军人事务局）、文件（《法治政府建设与责任落实督察工作规定》）、
    提法（双随机、一公开）与用语库“名称”里的只差一两个字的；“市场监管局”“公共法律服务站”这类也对的写法不报。
    为什么：名称一字不能动；漏一个字、颠倒两个字，自己读不出来。
    怎么改：按提示改；确是另一个名称的，可在事实文件的“检查”里停用并写明原因。
    """
    for number, read in enumerate(material.readings):
        misses = (miss for miss in near_misses(read.text) if not _is_local(read.text, miss))
        yield from (_nearly(number, read, miss) for miss in misses)
        for match in _QUOTED.finditer(read.text):
            meant = _set_phrase(match["words"])
            if meant:
                yield Finding(
                    f"“{match['words']}”疑为“{meant}”之误。",
                    f"改为“{meant}”。",
                    number,
                    *read.at(*match.span("words")),
                )


_PLACE = pattern(r"《[^《》]{1,14}(?:[镇乡县区市省]|街道)$")
_REACH = 17
"""So many characters `_PLACE` looks back over at most."""


def _is_local(text: str, miss: NearMiss) -> bool:
    """Tell whether a place's name stands before it in a title: 《大营镇关于进一步加强法治建设的意见》."""
    return bool(_PLACE.search(text, max(0, miss.start - _REACH), miss.start))


@cache
def _by_characters() -> dict[str, str]:
    return {"".join(sorted(phrase)): phrase for phrase in names()["简语"]}


@cache
def _set_phrases() -> dict[str, int]:
    """Give what may stand in quotes as a set phrase, each with its rank, the short names first."""
    kinds = names()
    every = (*kinds["简语"], *(phrase for phrase in kinds["提法"] if _LONG <= len(phrase) <= _LONGEST))
    return {phrase: rank for rank, phrase in enumerate(dict.fromkeys(every))}


@cache
def _with_gaps() -> dict[str, list[str]]:
    """Give the set phrases by what each is with a gap for one of its characters."""
    gaps: dict[str, list[str]] = {}
    for phrase in _set_phrases():
        for at in range(len(phrase)):
            gaps.setdefault(_with_gap(phrase, at), []).append(phrase)
    return gaps


def _with_gap(words: str, at: int) -> str:
    return f"{words[:at]}_{words[at + 1 :]}"


def _set_phrase(said: str) -> str:
    """Give the set phrase that quoted words are in another order, or but for one character; nothing for any other."""
    known, sorts = _set_phrases(), _by_characters()
    if said in known or said in names()["别名"]:
        return ""
    turned = sorts.get("".join(sorted(said)))
    if turned:
        return turned
    near = [(known[phrase], phrase, at) for at in range(len(said)) for phrase in _near(said, at)]
    for _rank, phrase, at in sorted(near):
        long = len(phrase) >= (_LONG - 1 if phrase in names()["简语"] else _LONG)
        free = long and (phrase[0] != "谁" or said[:-2] == phrase[:-2])
        if are_alike(said[at], phrase[at]) or free or (phrase in _COUNTED and said[:2] == phrase[:2]):
            return phrase
    return ""


def _near(said: str, at: int) -> list[str]:
    """Give the set phrases that are what is said but for the character in one place."""
    return _with_gaps().get(_with_gap(said, at), [])
