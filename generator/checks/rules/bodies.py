"""提法: bodies whose names are not made of the words that such names are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.scan import WordSearch, in_title, is_quoted
from generator.checks.vocabulary import names
from generator.patterns import pattern

_LONGEST = 14
_LEVEL = pattern(r"[县区市省州旗](?![场政容划域级委])")
_NO_BUREAU = ("局面", "局势", "局部", "局限", "局域", "局促")
_LIKE = 0.72
_FAR = 3
"""A name that differs more from all that are known is a body's that only its place has."""
_ENDINGS = ("院", "委员会", "联合会", "协会", "总会", "局", "厅", "所", "站", "中心")
_GO_ON = pattern(r"[有在以需称长属门队员谓得辖]|中心|[县区乡镇村]")
"""What makes another word of an ending: 所|有, 站|在."""


@cache
def _bureaus() -> tuple[str, ...]:
    kinds = names()
    given = (*kinds["机构"], *kinds["别名"], *(f"{duty}局" for duty in kinds["职能"]))
    return tuple(dict.fromkeys(name for name in given if name.endswith("局") and "大队" not in name))


@cache
def _made_of() -> str:
    """Give the shape of a bureau's name: what it has to do with, one thing or several, and 局."""
    duties = sorted((name[:-1] for name in _bureaus()), key=lambda one: (-len(one), one))
    either = "|".join(duties)
    return rf"(?:{either})(?:和?(?:{either}))*(?:总|分)?局"


def _unknown_bureaus(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the bureaus, named behind a level, whose names are made of no known words."""
    if "局" not in text:
        return
    known = {match.end() for match in pattern(_made_of()).finditer(text)}
    for match in pattern(r"[一-龥]{2,16}?局").finditer(text):
        end = match.end()
        if end in known or text.startswith(_NO_BUREAU, end - 1):
            continue
        levels = list(_LEVEL.finditer(text, max(match.start(), end - _LONGEST), end - 2))
        if levels and end - levels[-1].end() > _FAR:
            yield levels[-1].end(), end


@cache
def _nearest(said: str) -> str:
    from difflib import SequenceMatcher

    near = [name for name in _bureaus() if abs(len(name) - len(said)) <= _FAR]
    rated = [(SequenceMatcher(None, name, said, autojunk=False).ratio(), name) for name in near]
    likeness, best = max(rated, default=(0.0, ""))
    return best if likeness >= _LIKE else ""


@cache
def _wrong_ends() -> dict[str, str]:
    """Give each body's name with an end that it never has, and the name that it has."""
    rows = [one.split("/") for one in names()["定尾"]]
    return {stem + end: stem + ends[0] for stem, *ends in rows for end in _ENDINGS if end not in ends}


@cache
def _search() -> WordSearch:
    return WordSearch(_wrong_ends())


@rule(
    "提法-30",
    "机构名称不合规范",
    yields_to=("提法-10", "提法-24", "文字-11"),
    bad=Example("会同县医疗保险局、县残疾人协会开展宣传2场。", level="镇"),
    good=Example("会同县医疗保障局、县残疾人联合会、县文化广电旅游体育局开展宣传2场。", level="镇"),
)
def body_of_another_name(material: Material) -> Iterator[Finding]:
    """查县、区一级机构的名称是不是由通行的词组成，末尾的“局”“委员会”“联合会”对不对。

    查什么：“县医疗保险局”“区应急事务管理局”“县市场监督管理委员会”“县残疾人协会”；各地合并设立的（教育体育局、
    农业农村和水利局）由几项职能拼成，不报；与哪个名称都不像的不报。
    为什么：机构名称以“三定”规定为准，凭印象写容易多字、换字。
    怎么改：按提示改；当地确实这样叫的，可在事实文件的“检查”里停用并写明原因。
    """
    for number, text in enumerate(material.wide):
        for start, end in _unknown_bureaus(text):
            meant = _nearest(text[start:end])
            if meant and not _spared(text, start):
                yield _finding(number, text[start:end], meant, start, end)
        for last, name in _search().places(text):
            start, end = last + 1 - len(name), last + 1
            of_village = text[max(0, start - 2) : start].endswith(("村", "社区"))
            if not (of_village or _spared(text, start) or _GO_ON.match(text, end)):
                yield _finding(number, name, _wrong_ends()[name], start, end)


def _spared(text: str, start: int) -> bool:
    return in_title(text, start) or is_quoted(text, start) or text[max(0, start - 3) : start].count("原") > 0


def _finding(number: int, said: str, meant: str, start: int, end: int) -> Finding:
    return Finding(f"没有“{said}”这样的机构，疑为“{meant}”。", f"核对后改为“{meant}”。", number, start, end)
