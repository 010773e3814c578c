"""Words that sound like the one that is meant: what else so often stands beside the word next to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from generator.checks.segment import words_in
from generator.checks.vocabulary import official_words, phrases, sound_groups
from generator.wordlist import word_lines

_DOUBLETS = frozenset(
    frozenset(pair.split("/"))
    for pair in [
        "法治/法制",
        "制发/执法",
        "时间/事件",
        "督查/督察",
        "适用/使用",
        "防止/防治",
        "实行/施行",
        "检查/监察",
        "检察/监察",
        "检察/检查",
        "自理/治理",
        "检测/监测",
        "债权/债券",
        "权利/权力",
        "制定/制订",
        "公正/公证",
        "形式/形势",
        "经济/经纪",
        "登记/等级",
        "实验/试验",
        "启用/起用",
        "必须/必需",
        "申诉/申述",
        "化解/划界",
        "处置/处治",
        "事务/实务",
        "签订/签定",
        "同一/统一",
        "统一/同意",
        "接收/接受",
        "抵消/抵销",
        "树立/竖立",
        "质疑/置疑",
        "工作/公作",
        "自制/自治",
        "印发/引发",
        "财物/财务",
        "制订/指定",
        "做出/作出",
        "资源/志愿",
        "物资/物质",
        "上交/上缴",
        "自行/执行",
        "时限/实现",
    ]
)
"""Words of one sound that are both at home in such reports: others of our rules know which of them is meant."""


class Sounding(NamedTuple):
    """A word of a text and the one that is likely meant, which sounds the same."""

    start: int
    end: int
    meant: str
    beside: str


def sounding_alike(text: str) -> Iterator[Sounding]:
    """Give the words that stand where another of the same sound usually does: 自觉接手监督."""
    told = -1
    for words in words_in(text):
        for (start, middle), (_middle, end) in pairwise(words):
            said = text[start:end]
            if middle - start != 2 or end - middle != 2 or said in said_together() or said in phrases():
                continue
            meant = _by_sound().get(_sound(said))
            if meant is None:
                continue
            unlike = said[:2] if said[2:] == meant[2:] else said[2:]
            if meant in _pairs_of("常连.txt") and unlike in official_words():
                continue  # it is at home in such reports as much as the other: 开展政治学习
            if said[2:] == meant[2:] and start != told and not _are_both_usual(said[:2], meant[:2]):
                yield Sounding(start, middle, meant[:2], meant)
            elif said[:2] == meant[:2] and not _are_both_usual(said[2:], meant[2:]):
                told = middle
                yield Sounding(middle, end, meant[2:], meant)


_AT_HOME, _MORE = 20, 3


def _are_both_usual(said: str, meant: str) -> bool:
    """Tell whether a word may well stand there itself: a doublet, or one that goes with far more than the other."""
    goes_with = _partners()[said]
    usual = goes_with >= _AT_HOME and goes_with >= _MORE * _partners()[meant]
    return usual or {said, meant} in _DOUBLETS


@cache
def _partners() -> Counter[str]:
    """Give how many words each word often stands beside: 事项 goes with 88, 思想 with 6."""
    return Counter(chain.from_iterable((pair[:2], pair[2:]) for pair in said_together()))


@cache
def said_together() -> frozenset[str]:
    """Give the pairs of words that often stand together, in the texts of laws, in our templates or in such reports."""
    return _pairs_of("连用.txt") | _pairs_of("模板连用.txt") | _pairs_of("常连.txt")


@cache
def _pairs_of(name: str) -> frozenset[str]:
    rows = (line.split("：") for line in word_lines(name))
    return frozenset(first + second for first, rest in rows for second in rest.split())


@cache
def _by_sound() -> dict[str, str]:
    """Give the pairs of the texts of laws and of such reports by their sound; a phrase of ours goes before.

    Those of our templates are no measure of what is meant: 全年行政 would make a slip of 全年新增.
    """
    usual = sorted(_pairs_of("连用.txt") | _pairs_of("常连.txt"))
    pairs = [*usual, *sorted(phrase for phrase in phrases() if len(phrase) == _OF_TWO_WORDS)]
    return dict(zip(_sound("\n".join(pairs)).split("\n"), pairs, strict=True))


_OF_TWO_WORDS = 4


def _sound(said: str) -> str:
    """Give a text with one character for all that sound alike."""
    return said.translate(_alike())


@cache
def _alike() -> dict[int, str]:
    return {ord(sign): group[0] for group in sound_groups() for sign in group}
