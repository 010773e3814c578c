"""What stands beside a word in the place of the word that usually does, but for one slip: 绿色通培, 权力事87项."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from generator.checks.alike import are_alike
from generator.checks.lone import OFTEN_ALONE
from generator.checks.particles import words_of_kind
from generator.checks.segment import Misspelt, costs, words_in
from generator.wordlist import is_common_word, word_lines

_LOST = "漏字"
_AS_GOOD = frozenset({"遵法"})
"""Words that are as right as the one that is said more often: 尊法."""
_LISTS = ("连用.txt", "常连.txt")
_PAIR, _LONGEST, _UNKNOWN = 2, 3, 36
_GAIN = 12
"""By how much the usual word must be likelier than the characters that stand there, as in `segment`."""
_ALONE = OFTEN_ALONE | frozenset(
    "懂紧牢亮响活通顺合成住完立开关发传报交领分主副专兼试代总特零早晚暖甜难易解破保惠聚筑夯育调督创压提增扩拓革理金数民费款物额价照府墙画幅任里党设权间预科股农林水电河田粮房医药食企商兵警税妇青老少男女童若"
    "因虽尚仅只才曾正拟愿敢另亲互相自己他它此其之话得作挂业答重贴微印缺恶加涉选聘"
)
"""What may be a word by itself beside others: 学懂, 压紧, 解难题."""


@cache
def _rows() -> dict[str, str]:
    """Give for each word the words that often follow it, in one text with blanks between them."""
    rows: dict[str, str] = {}
    for name in _LISTS:
        for word, rest in (line.split("：") for line in word_lines(name)):
            rows[word] = f"{rows.get(word, ' ')}{rest} "
    return rows


@lru_cache(maxsize=512)
def _followers(word: str) -> tuple[str, ...]:
    return tuple(_rows().get(word, "").split())


def _leaders(word: str) -> Sequence[str]:
    """Give the words that one often follows."""
    return _turned().get(word, ())


@cache
def _turned() -> dict[str, list[str]]:
    turned: dict[str, list[str]] = {}
    for first, rest in _rows().items():
        for word in rest.split():
            turned.setdefault(word, []).append(first)
    return turned


@lru_cache(maxsize=512)
def broken_words(text: str) -> tuple[Misspelt, ...]:
    """Give where characters are left over beside a word, and are but for one slip what usually stands there."""
    return tuple(_broken_words(text))


def _broken_words(text: str) -> Iterator[Misspelt]:
    for words in words_in(text):
        for first, last in _left_over(words):
            start, end = words[first][0], words[last][1]
            if end - start > _LONGEST:
                continue
            before = text[slice(*words[first - 1])][-_PAIR:] if first else ""
            behind = text[slice(*words[last + 1])][:_PAIR] if last + 1 < len(words) else ""
            followers, leaders = _followers(before), _leaders(behind)
            beside_both = frozenset(followers).intersection(leaders)
            for meant in (*followers, *leaders):
                difference = _slip(text, start, end, meant, both=meant in beside_both)
                if difference and (difference == _LOST or _gain(text[start:end], meant) >= _GAIN):
                    yield Misspelt(start, end, meant, difference, _gain(text[start:end], meant))
                    break


def _left_over(words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the numbers of the first and the last of each row of words that are single characters."""
    first = None
    for number, (start, end) in enumerate(words):
        if end - start > 1:
            if first is not None:
                yield first, number - 1
            first = None
        elif first is None:
            first = number
    if first is not None:
        yield first, len(words) - 1


def _slip(text: str, start: int, end: int, meant: str, *, both: bool) -> str:
    """Give in what a stretch differs from a word, where by one slip; nothing where it cannot be that one.

    A character that neither sounds nor looks like the other is one only where the word goes with `both` beside it.
    """
    said = text[start:end]
    if len(said) == 1:
        return _LOST if said in meant and _is_lost(text, start, end) else ""
    if len(said) == _LONGEST:
        within = said[0] + said[2] == meant
        return "多字" if within or any(more not in _ALONE for more in _too_many(said, meant)) else ""
    if said == meant[::-1]:
        return "颠倒"
    unlike = [(one, right) for one, right in zip(said, meant, strict=True) if one != right]
    if len(unlike) != 1 or unlike[0][0] in _ALONE or said in _AS_GOOD:
        return ""
    return "错字" if both or are_alike(*unlike[0]) else ""


def _too_many(said: str, meant: str) -> Iterator[str]:
    """Give the characters of which any, left out, leaves a word."""
    return (said[at] for at in range(len(said)) if said[:at] + said[at + 1 :] == meant)


def _is_lost(text: str, start: int, end: int) -> bool:
    """Tell whether a character by itself is what is left of a word.

    It is none that may be a word by itself, and does not go on behind a bracket or a quotation.
    """
    said, before = text[start:end], text[max(0, start - 1) : start]
    if before in ("）", "”") or said in _ALONE:
        return False
    return not (is_common_word(before + said) or is_common_word(text[start : end + 1]))


def _gain(said: str, meant: str) -> int:
    return sum(costs(sign).get(sign, _UNKNOWN) for sign in said) - costs(meant[0]).get(meant, _UNKNOWN)


_BETWEEN = frozenset("为进地")
_BECOMES = frozenset({"打造", "构建", "优化", "提升", "提高", "规范", "深化"})
"""Verbs that go on with 为: 打造为法治阵地."""
_AS, _NEAR = "以", 12
"""以……为……: 以党组织为领导核心."""
_SERVED = frozenset({"群众", "村民", "居民", "企业", "当事", "家庭", "干部", "学生", "基层"})
"""For these it is done: 组织为群众义诊."""


def inserted_words(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of particles between two words between which none can stand, or between two nouns."""
    takes, things = words_of_kind("及物"), words_of_kind("名物")
    for words in words_in(text):
        for (begin, start), (at, end), (_start, stop) in zip(words, words[1:], words[2:], strict=False):
            said = text[at:end]
            if said not in _BETWEEN and said != "了":
                continue
            before, behind = text[begin:start][-_PAIR:], text[end:stop][:_PAIR]
            apart = said == "为" and (
                before in _BECOMES or behind in _SERVED or _AS in text[max(0, at - _NEAR) : at]
            )
            together = said in _BETWEEN and not apart and before in takes and behind in _followers(before)
            if together or (said == "了" and before in things and behind in things):
                yield at, end
