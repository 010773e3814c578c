"""标注: marks that print a figure where the sentence does not say what it counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.facts.marked import MarkedFact, OwnText
from generator.facts.own_words import topic_texts
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.yamltext.path import dotted

_STOPS = "，。；：、！？,;"
_CLAUSE_END = pattern(f"[{_STOPS}]")
_SENTENCE_END = pattern("[。！？]")
_WORDS = pattern("(?![超近约共达第])[一-龥]{2}")
_SAYS_NOTHING = pattern(
    "全年|本年度?|今年|当年|年内|(?:20)?[0-9]{1,4}年|[0-9]{1,2}月|共计?|累计|合计|总计|其中|另外?|还|又|也|均|分别|为|达到?|有|"
    "我?[乡镇县区局]|我?街道|办事处|单位|村|社区|党(?:工?委|组)|政府|领导|班子|全[乡镇区县]"
)
"""Words around a figure that name a time, an organ or a sum, and not what was done or counted."""


@rule(
    "标注-06",
    "标注的数没有说是什么",
    bad=facts("学法用法: {正文: [政府党组【会前学法：6次】，党委【党委会学法：4次】。]}"),
    good=facts("学法用法: {正文: [政府党组会前学法【会前学法：6次】，党委会议学法【党委会学法：4次】。]}"),
)
def bare_mark(material: Material) -> Iterator[Finding]:
    """查自己的句子里标注的数，前后有没有说它是什么。

    查什么：标注只印出数，名称不印。这一分句除了时间、单位和“共”“其中”一类的词，没有别的话，这一句前面也没有说到它的名称的，报出来。
    为什么：印出来是“政府党组6次”，读的人不知道什么事6次。
    怎么改：把所说的事写在标注前面，如“政府党组会前学法【会前学法：6次】”。
    """
    for topic in material.facts.reported if material.facts else ():
        for text, path in topic_texts(topic):
            if not isinstance(text, OwnText):
                continue
            for mark, clause in _unsaid(text):
                yield Finding(
                    f"“{clause}”没有说{mark.text}是什么：标注【{mark.label}】只印出数。",
                    f"把所说的事写在前面，如“{mark.label}【{mark.label}：{mark.text}】”。",
                    field=dotted(path),
                )


def _unsaid(text: OwnText) -> Iterator[tuple[MarkedFact, str]]:
    """Give each marked figure of which the sentence does not tell what it counts, with its clause."""
    said, at = str(text), 0
    for piece in text.pieces:
        shown = piece if isinstance(piece, str) else piece.text
        start, at = at, at + len(shown)
        if not isinstance(piece, MarkedFact) or not isinstance(piece.value, Quantity) or piece.derived_from:
            continue
        if _WORDS.match(piece.text):  # 罚款5.84万元 says itself what it is
            continue
        before = _CLAUSE_END.split(said[:start])[-1]
        after = _CLAUSE_END.split(said[at:], maxsplit=1)[0]
        sentence = _SENTENCE_END.split(said[:start])[-1]
        if not (_SAYS_NOTHING.sub("", before).strip() or after.strip() or _names(piece.label, sentence)):
            yield piece, f"{before}{shown}"


def _names(label: str, sentence: str) -> bool:
    """Tell whether a sentence says two characters of a label that stand together."""
    return any(label[at : at + 2] in sentence for at in range(max(len(label) - 1, 1)))
