"""Words that make a figure another one than the field whose words stand beside it, by what they make of it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.deeds import is_what_they_did
from generator.recognition.spoken import FieldWords

QUALIFIERS: Mapping[str, str] = {
    "现存": "现有|现存|现(?!场|金|代|实|行|象)|原有|已有|既有|历年|历史|往年|前年|以往|在册|在建|在用",
    "累计": "累计|累积|迄今|至今|以来",
    "上年": "上年|去年|上一年|上一?年度|前一年|同期|比上|同比|环比",
    "增减": "新增|净增|(?:增加|增长|减少|下降|降低|提高|提升|上升|压减)(?![至到为])",
    "计划": "计划|拟(?![定制订])|预计|争取|力争|目标|明年|下一?年|下一步|将(?!军)|准备|打算",
    "平均": "平均|人均|户均|村均|日均|周均|月均|季均|年均|均值",
    "极值": "最大|最多|最高|最长|最小|最少|最低|单笔|单次|单件|单个|单场|单日",
    "每": "每",
    "部分": "其中|部分|各自|分别|单独|各有|其余|剩余|剩下|余下|未(?!成年)|没有|尚",
    "另外": "另有|另外|另|此外|还有|还|又|再",
    "种类": "简易程序|快速办理|当场处罚|专项|领域|类",
    "对象": "对[一-龥]{2,10}(?:进行|开展|实施)",
}
"""Each class of words, in the clause of a figure: there already, over years, of last year, a change, a plan, a mean,
the greatest, for each, a part, more besides, of one kind, of some only."""

_ANY = pattern("|".join(QUALIFIERS.values()))
_OF_THE_YEAR = pattern("全年|今年|年内|本年|当年|一年来|20[0-9]{2}年|年底|年末|[0-9]月")
_OVER_YEARS = pattern(QUALIFIERS["累计"])
_PEOPLE = frozenset("人名位")
_STOCK = pattern(QUALIFIERS["现存"])


def is_qualified(said: Said, one: FieldWords) -> bool:
    """Tell whether a word in a figure's clause, which is none of the field's own, makes it a part or another thing.

    What is said of the year is no total over years (全年累计), and what there is may be called so (现有) where the
    field counts people or is explained so. A deed that others did, or was not done, is another thing too.
    """
    if is_what_they_did(one, said) is False:
        return True
    own = "|".join((*one.names, *one.phrases))
    for match in _ANY.finditer(said.before):
        word = match[0]
        if word in own or (word == "其中" and one.is_part):
            continue
        if _OVER_YEARS.fullmatch(word) and _OF_THE_YEAR.search(said.sentence + said.before):
            continue
        if _STOCK.fullmatch(word) and (said.figure.unit in _PEOPLE or word in one.field.note):
            continue
        return True
    return False
