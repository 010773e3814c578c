"""数据 and 雷同: the clerk's own words against the fields beside them, and against last year's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.figures import bare
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.facts import Facts, Words
from generator.facts.books import typed_figure
from generator.facts.marked import MarkedFact, OwnText
from generator.numbers.prose import Figure, figures
from generator.numbers.quantity import Quantity
from generator.numbers.units import same_family
from generator.patterns import pattern
from generator.yamltext.path import dotted

_PART_OF = pattern("[。；]|其中")
"""Behind one of these a figure is no longer that of the whole year which was spoken of before."""
_ANOTHER = pattern(
    r"上年|去年|上一年|年初|同期|往年|历年|以来|[专兼]职|上半年|下半年|[一二三四]季度|[1-9一二三四五六七八九十]月份?"
)
"""What makes a figure in own words another than the field's: last year's, of some of the persons, of some months."""


def own_words(facts: Facts) -> Iterator[tuple[Words, dict[str, Quantity]]]:
    """Give each passage in own words with the typed figures of its topic, those under labels of its own among them."""
    for topic in facts.reported:
        whole = facts.topics[topic.name]
        own = {label: typed_figure(one) for label, one in whole.own.figures.items()}
        named = {**own, **{label: one.value for label, one in whole.marked.items()}, **whole.values}
        typed = {name: value for name, value in named.items() if isinstance(value, Quantity)}
        for words in topic.passages:
            yield words, typed
    for section in facts.sections:
        for words in section.lead:
            yield words, {}


@rule(
    "数据-27",
    "自己的话与字段的数不一致",
    bad=facts("法治宣传教育: {普法活动: 50余场, 亮点: [全年开展普法活动62场，把课堂搬到集市。]}"),
    good=facts("法治宣传教育: {普法活动: 50余场, 亮点: [在大集上开展普法活动6场，把课堂搬到集市。]}"),
)
def words_against_field(material: Material) -> Iterator[Finding]:
    """查“正文”“做法”“亮点”里写的数与同一主题字段里填的数。

    查什么：自己的话里说到同一件事（字段名）的数，大于字段里填的数；或者说的是“全年”“累计”“共”而两数不等。
    用自己的名称标注的（【火塘调解：35件】）是另一个数，不比。
    为什么：一个数填在两处，改了一处忘了另一处。
    怎么改：核对后改成一样，或者从自己的话里删去。
    """
    for words, typed in own_words(material.facts) if material.facts else ():
        apart = _labelled_by_the_clerk(words.text)
        for figure in figures(words.text):
            name = _named(figure, typed)
            before = _PART_OF.split(words.text[: figure.start])[-1]
            if figure.start in apart or not name or _ANOTHER.search(before):
                continue
            yearly = any(word in before for word in ("全年", "累计", "共"))
            number = typed[name].number
            if figure.number > number or (yearly and figure.number != number):
                yield Finding(
                    f"自己的话里写“{name}{figure.text}”，{name}填的是{typed[name]}。",
                    "核对后改成一样，或从自己的话里删去。",
                    field=dotted(words.path),
                )


def _named(figure: Figure, typed: Mapping[str, Quantity]) -> str:
    """Give what a figure in own words is said to be of: 县局立案 where that is a label of its own, and not 立案."""
    before = figure.before.removesuffix("共")
    name = max((one for one in typed if before.endswith(one)), key=len, default="")
    return name if name and same_family(figure.unit, typed[name].unit) else ""


def _labelled_by_the_clerk(text: str) -> frozenset[int]:
    """Give where figures stand that are marked with a label of their own: they are said to be of another thing."""
    if not isinstance(text, OwnText):
        return frozenset()
    starts, at = [], 0
    for piece in text.pieces:
        if isinstance(piece, MarkedFact) and piece.field is None:
            starts.append(at)
        at += len(piece if isinstance(piece, str) else piece.text)
    return frozenset(starts)


_LENGTH = 20


@rule(
    "雷同-08",
    "自己的话与上年一字不差",
    bad=facts(
        "法治宣传教育: {亮点: [投入10余万元，在大杨村建成全市首家交通安全主题公园。]}",
        last="法治宣传教育: {亮点: [投入10余万元，在大杨村建成全市首家交通安全主题公园。]}",
    ),
    good=facts(
        "法治宣传教育: {亮点: [依托交通安全主题公园开展研学活动，接待学生1200人次。]}",
        last="法治宣传教育: {亮点: [投入10余万元，在大杨村建成全市首家交通安全主题公园。]}",
    ),
)
def words_of_last_year(material: Material) -> Iterator[Finding]:
    """查“正文”“做法”“亮点”是不是从上年照抄。

    查什么：与上年事实文件里一字不差、长二十字以上的自己的话。
    为什么：上年的亮点不是今年的成效。
    怎么改：写今年的做法；长期坚持的，写今年的新进展。
    """
    if material.facts is None or material.facts.last is None:
        return
    before = {bare(words.text) for words, _typed in own_words(material.facts.last)}
    for words, _typed in own_words(material.facts):
        if len(words.text) >= _LENGTH and bare(words.text) in before:
            yield Finding(
                f"与上年一字不差：“{words.text[:18]}……”。", "写今年的做法和进展。", field=dotted(words.path)
            )
