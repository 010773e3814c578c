"""文字: wrong characters, by likeness to standing phrases and by what makes no word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from generator.checks.alike import are_alike, are_twice_alike
from generator.checks.lone import goes_with_neighbours
from generator.checks.material import Finding, Material
from generator.checks.pairs import go_together
from generator.checks.partners import broken_words
from generator.checks.registry import rule
from generator.checks.scan import is_quoted, span_around
from generator.checks.segment import Misspelt, costs, misspelt
from generator.checks.terse import terse_places
from generator.checks.vocabulary import loose, names, phrases
from generator.patterns import pattern


@cache
def _windows() -> dict[str, tuple[str, str]]:
    """Give, for every four characters of a phrase with one left out, the one that belongs there, and the phrase."""
    windows: dict[str, tuple[str, str]] = {}
    for phrase in sorted(
        phrases() | {*names()["简语"], *names()["提法"]}, key=lambda phrase: (-len(phrase), phrase)
    ):
        for start in range(len(phrase) - 3):
            window = phrase[start : start + 4]
            first, last = int(start > 0), 4 - int(start + 4 < len(phrase))
            for gap in range(first, last):
                windows[f"{window[:gap]}*{window[gap + 1 :]}"] = (window[gap], phrase)
    return windows


_GRAMMATICAL = frozenset("已的了在和与及被应需可均并将未由以其")
"""What stands between words of itself: 执法记录已被覆盖 is no 执法记录仪."""


def _missing(text: str, place: int) -> tuple[str, str] | None:
    """Give the character that a phrase has in that place, and the phrase, where the three others fit."""
    windows = _windows()
    for gap in range(4):
        start = place - gap
        stretch = f"{text[start:place]}*{text[place + 1 : start + 4]}" if start >= 0 else ""
        if len(stretch) == 4 and stretch in windows:
            return windows[stretch]
    return None


def _is_in_word(text: str, place: int) -> bool:
    """Tell whether a character is of a word of three: 负责人落实 is no 责任落实."""
    stretches = (text[start : start + 3] for start in range(max(0, place - 2), place + 1))
    return any(len(one) == 3 and one in costs(one[0]) for one in stretches)


@rule(
    "文字-10",
    "词组里有同音、形近的错字",
    yields_to=("文字-09", "提法-09", "提法-24"),
    bad="严格落实重大执法决定法制申核，提升行政执发水平。",
    good="严格落实重大执法决定法制审核，提升行政执法水平。",
)
def near_phrase(material: Material) -> Iterator[Finding]:
    """查与公文常用词组只差一个同音或形近字的地方。

    查什么：“行政执发”“合法性申查”“矛盾纠份排查”；差的那个字要同音或形近，而且与左右都连不成词。
    为什么：拼音、五笔输入和扫描识别容易错成同音、形近的字。
    怎么改：按提示改。
    """
    for number, block in enumerate(material.blocks):
        for place in loose(block.text):
            meant = _missing(block.text, place)
            if not meant or block.text[place] in _GRAMMATICAL or _is_in_word(block.text, place):
                continue
            if are_alike(block.text[place], meant[0]):
                yield Finding(
                    f"“{block.text[place]}”疑为“{meant[0]}”之误（{meant[1]}）。",
                    f"改为“{meant[0]}”。",
                    number,
                    place,
                    place + 1,
                )


_NAME = pattern(
    r"[一-龥]{0,5}〔|[一-龥]{0,2}(?:、[一-龥]{2,4}){0,5}(?:[镇乡村组屯庄寨路街巷山河湖桥港]|[两三四五六七八九十\d]个?[村组]"
    r"|街道|社区|水库|码头|渡口|山塘|泵站|电站|候车亭|隧道|[林茶渔农]场|某|同志|〔|[(（]?20\d\d)"
)
_SURE = 30
_CALLED = 14
"""So far before a short name it may be said that it is one: （以下简称镇综执队）."""
_HOW_HARD = "难易"
"""Opposites side by side that mean how much of it there is: 按难易分档; others, as 宽严, are no nonsense anyway."""
_LISTED = pattern("(?<=、)[一-龥]等|(?<=、[一-龥])[一-龥]等")
"""The last of a list and 等: 用地、环评等事项."""
_ABOUT = frozenset("约近达超逾仅共于自至")
"""Words of one character before a figure: 胜诉率约93%, 执法队于6月12日."""
_EVERY = pattern("应(?P<deed>[一-龥]{1,2})尽(?P=deed)")
"""应改尽改: of such nothing is a slip."""
_EACH_ONE = pattern(r"各[一-龥](?=[一两二三\d])")
"""Both do one: 各录一份."""
_OF_SEVERAL, _NEAR = pattern(r"(?:[\d两三四五六七八九十]个[一-龥]{1,4}|[一-龥]类)$"), 8
"""What 各 stands behind by itself: 其余6个村各3名, 物业类和劳动类各1个."""
_TERSE = frozenset("学思践悟用深细透实懂通弄做抓干讲看查管建准严快稳新强优精真早全常联")
"""Words of one character that stand two by two: 学深、悟透, 深学细悟, 学思用贯通."""


@rule(
    "文字-11",
    "不成词的字",
    yields_to=("文字-07", "文字-09", "文字-10", "文字-40", "文字-41", "提法-09", "提法-24", "提法-25"),
    bad="组织老人体捡，完善烤核办法，存在的隐患限期整该。",
    good="开展耕地巡查，完善考核办法，存在的隐患限期整改。",
)
def nonsense(material: Material) -> Iterator[Finding]:
    """查断不成词、换一个字或者添去一个字就通顺的地方。

    查什么：“烤核”“体捡”“限期整该”：按词频断词，剩下的单字换成同音、形近的字，去掉多的、补上漏的、颠倒过来，
    明显更像话，或者换成的词常与旁边的词连用；旁边的词完好、剩下的两三个字凑不成常与它连用的词的（“绿色通培”“权力事87项”），也报。
    人名、地名（“埠下码头”）、引号里的名号、“应改尽改”“先易后难”一类的四字格多半不报。
    为什么：拼音输入选错字，扫描识别认错字。
    怎么改：按提示改；是人名、地名、简称的不必改。
    """
    for number, read in enumerate(material.readings):
        text = read.text
        for one in _misspelt(text):
            if _is_terse(text, one):
                continue
            if "简称" in text[max(0, one.start - _CALLED) : one.start]:
                continue
            name = _NAME.match(text, one.end - 1) or is_quoted(text, one.start) or _named(material, text, one)
            if one.gain >= _SURE or not name:
                message = f"“{text[one.start : one.end]}”不成词，疑为“{one.meant}”（{one.difference}）。"
                yield Finding(message, f"改为“{one.meant}”。", number, *read.at(one.start, one.end))


def _is_terse(text: str, one: Misspelt) -> bool:
    """Tell whether a stretch is terse and right: words of one character side by side, a frame, the last of a list."""
    said, places = text[one.start : one.end], terse_places(text)
    return (
        said == _HOW_HARD
        or _TERSE.issuperset(said)
        or text[one.start - 1 : one.start] == "〔"
        or one.start in places
        or one.end - 1 in places
        or (said[-1] == "等" and bool(_LISTED.match(text, one.start)))
        or bool(span_around(_EVERY, text, one.start))
        or _is_each(text, one)
        or (one.start > 1 and len(said) == 2 and said[0] == text[one.start - 2])  # 入耳入心, 走深走实
        or (said[-1] in _ABOUT and text[one.end : one.end + 1].isdigit())
        or (is_quoted(text, one.start) and _is_motto(text, one))
    )


def _misspelt(text: str) -> list[Misspelt]:
    """Give where one slip makes nonsense of a text, and where by the word beside it another one belongs."""
    told = [one for one in misspelt(text) if _is_borne_out(text, one)]
    taken = {at for one in told for at in range(one.start, one.end)}
    beside = (one for one in broken_words(text) if one.difference != "漏字")  # left to 文字-46
    return sorted([*told, *(one for one in beside if taken.isdisjoint(range(one.start, one.end)))])


_LIKELY = 21
"""A gain that tells by itself; what gains less may be a name or an idiom that no list has: 葬户, 以案代训."""


def _is_borne_out(text: str, one: Misspelt) -> bool:
    """Tell whether a word of two characters with a wrong one is much likelier, or goes with a word beside it."""
    if one.difference != "错字" or one.end - one.start != len(one.meant) or len(one.meant) != 2:
        return True
    said = text[one.start : one.end]
    if any(map(are_twice_alike, said, one.meant)):
        return True
    if one.gain >= _LIKELY or goes_with_neighbours(text, one.start, one.end, one.meant):
        return True
    before, behind = text[max(0, one.start - 2) : one.start], text[one.end : one.end + 2]
    return go_together(before, one.meant) or go_together(one.meant, behind)


def _is_each(text: str, one: Misspelt) -> bool:
    """Tell whether a stretch says what each of several does or has: 各录一份, 6个村各3名."""
    each = text[one.end - 1] == "各" and _OF_SEVERAL.search(text, max(0, one.end - _NEAR), one.end - 1)
    return bool(each or _EACH_ONE.match(text, one.start))


def _is_motto(text: str, one: Misspelt) -> bool:
    """Tell whether a stretch is all that one item in quotes says: a pun on the unit's name as 和衷共稷, and no slip."""
    return text[one.start - 1] in "“、" and text[one.end : one.end + 1] in ("”", "、")


def _named(material: Material, text: str, one: Misspelt) -> bool:
    """Tell whether a stretch belongs to a name of the unit or of its superiors, or comes again, as names do."""
    said = text[one.start : one.end]
    return any(said in name for name in material.names) or _times(material.text, said) > 1


@lru_cache(maxsize=1024)
def _times(text: str, said: str) -> int:
    return text.count(said)
