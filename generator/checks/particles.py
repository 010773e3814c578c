"""Where 地 or 得 stands by itself between words that ask for 的, or for the other of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.segment import words_in
from generator.checks.vocabulary import official_words
from generator.patterns import pattern
from generator.wordlist import is_common_word, word_lines

_HOW_MUCH = pattern(
    "更|很|不|没|比较|较|非常|十分|相当|越|太|挺|极|最|特别|格外|尤|无比|如此|这|那|到位|扎实|明显|清楚|明白|彻底|及时|规范|透彻|准确|圆满|顺利|妥当|细致|周到|有[力效序声条模]"
    "|只|早|小[，。；、]|成(?![效果绩])|让|叫|使得?|有(?:理|章|条|声|板)|心|大家|人家|(?P<each>[人家个户句条件样处事])(?P=each)"
    "|(?P<a>.)(?P=a)(?P<b>.)(?P=b)|(?P<c>.).(?P=c)."
    "|井|风生|红红|热火|如火|淋漓|扎扎|实实|清清|明明|严严|稳稳|头头|滴水|家喻|心服|[好快慢实细深稳准严紧牢远高多少大住出了过上下来去开通懂清起着满足像当一连]"
)
"""What 得 goes on with."""
_CLAUSE = pattern(
    "[一-龥]{0,12}?(?:[不没都也很更了着少懂通慢]|满意|服|明白|清楚|知道|放心|亮堂|签字|点头|着急|言和|认可|认账|踏实|舒心|自己|当场|当天|主动|听得|看得|用得|住[，。；、]|光[，。；、])"
)
"""What makes a clause of the words behind 得, and no thing: 写得人家看不懂, 调解得双方握手言和."""
_GETTING = frozenset("深喜荣夺博求方皆共均可既已未才仅又须必所使获取赢")
_BEGINS_HOW = frozenset("高多全零大有无不最很更较越非低分逐因")
_AFTER_HOW = pattern("[性然般样式化]$")


_WHO = pattern("人|群众|村民|居民|住户|商户|企业|当事人|老人|学生|干部|双方|两家|各方|邻里")
_OPENS_HOW = pattern("(?<![所没持享])有$")
"""What makes a way to do something of the thing behind it: 有计划地推进."""
_OF_ONE = frozenset(
    "党村镇乡县市区局办户人时后中前费性会法队员者家款金物品案件站所室院校厂店车路线面点量值用"
)
"""Nouns of one character, which nothing is done like; most are the last of a longer name."""
_FULLY = "有效|进一步|切实|充分|及时|妥善|圆满|全面"
_PRAISED = "好评|认可|肯定|支持|拥护|欢迎|称赞|信任|赞誉|点赞|表扬|一致|普遍|广泛|高度|充分"
_MENDED = "解决|化解|实现|落实|提升|提高|加强|增强|缓解|保障|发挥|规范"
_PARTS = (
    (
        pattern(
            r"的(?:(?=质灾害|方(?:性法规|标准|政府|特色|实际|党委)|税(?:局|部门|合并)|下(?:车库|空间|室|管)|震(?:局|应急|演))"
            r"|(?<=耕的)(?<![春备退深机农复休轮]耕的)(?=[一-龥])|(?<=阵的)(?<![一矩方对]阵的)(?=[一-龥])|(?<=宅基的)|(?<=田间的)(?=头)|(?<=因的)(?=制宜)"
            r"|(?<=征的)(?=拆|补偿)|(?<=属的)(?<![所隶直附下]属的)(?=管理|原则|责任)|(?<=就的)(?=化解|解决|调解|处理)"
            r"|(?<=[展入行织]实的)(?=[检核察走查调看])|(?<=[界山景外老分各]的)(?=区(?![域别分位委政级县间块])))"
        ),
        "地",
    ),
    (
        pattern(
            rf"的(?:(?=到(?:了|较大|明显|很大|不断|改善|遏制|认可|肯定|好评|(?:群众|上级)的?(?:{_PRAISED})|{_FULLY}|{_MENDED}))"
            rf"|(?=以(?:顺利|{_FULLY}|{_MENDED}))|(?<=心的)(?=体会))"
        ),
        "得",
    ),
)
"""Words that have 地 or 得 in them, with 的 in its place."""


def misplaced_particles(text: str) -> Iterator[tuple[int, str]]:
    """Give the place of each 的, 地 and 得 where another of them belongs by the words beside it, and which.

    得 goes on with how, or how much; 地 comes after how. Both are seldom said in official prose, and after a noun never.
    """
    for shape, right in _PARTS if "的" in text else ():
        for match in shape.finditer(text):
            yield match.start(), right
    if not any(map(_is_by_itself, _EITHER.finditer(text))):
        return
    for words in words_in(text):
        for before, (at, end), after in zip(words, words[1:], words[2:], strict=False):
            if end - at == 1 and text[at] in "地得" and not _OPENS_HOW.search(text, 0, before[0]):
                meant = _meant(text[at], text[slice(*before)], text[slice(*after)], text[end:])
                if meant:
                    yield at, meant


_EITHER = pattern("(?<=[一-龥])[地得](?=[一-龥])")


def _is_by_itself(match: re.Match[str]) -> bool:
    """Tell whether 地 or 得 makes no common word with what is beside it, as it does nearly everywhere."""
    text, at = match.string, match.start()
    return not (is_common_word(text[at - 1 : at + 1]) or is_common_word(text[at : at + 2]))


_ENDS_SO = pattern("[一-龥]{1,3}(?:[，。；、！）]|$)")
"""So much behind 得 ends its clause as a rule with how something came out: 办得公正, 整治得干净."""


def _meant(sign: str, before: str, behind: str, rest: str) -> str:
    """Give what belongs between two words where a sign stands; nothing where it may be right."""
    if before[-1] in _GETTING or (len(before) < 2 and before not in _OF_ONE):
        return ""
    how = len(before) > 1 and _says_how(before)
    if sign == "得":
        if not how and _ENDS_SO.match(rest):
            return ""
        if _HOW_MUCH.match(rest) or (_CLAUSE.match(rest) and (_WHO.match(rest) or not _is_manner(before))):
            return ""
        return "地" if how and behind not in words_of_kind("事物") else "的"
    if before in words_of_kind("地点") or (len(behind) < 2 and before != "党"):
        return ""
    return "的" if behind in words_of_kind("事物") or not how else ""


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """Give the words of one kind in 词类.txt."""
    rows = (line.split("：", 1) for line in word_lines("词类.txt"))
    return frozenset(word for name, words in rows if name == kind for word in words.split())


def _is_manner(word: str) -> bool:
    """Tell whether a word is known to say how something is done."""
    return word[-2:] in words_of_kind("怎样") or len(set(word)) < len(word)


def _says_how(word: str) -> bool:
    """Tell whether a word may say how something is done."""
    if word in words_of_kind("怎样") or _is_manner(word):
        return True
    if len(word) > 2:
        return word[0] in _BEGINS_HOW or word[-2:] not in official_words()
    return bool(_AFTER_HOW.search(word)) or word not in official_words()
