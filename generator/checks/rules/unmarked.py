"""标注: figures of own sentences that no mark makes a fact, and own labels for what a field has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.checks.unmarked import UnmarkedFigure, UnmarkedText, unmarked_texts, with_marks
from generator.facts.books import typed_figure
from generator.numbers.quantity import Quantity
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import Field
from generator.wording import join_names
from generator.yamltext.path import dotted

_SENTENCE_END = "。！？"
_SHOWN = 12


@rule(
    "标注-04",
    "自己的话里有数没有标注",
    bad=facts("矛盾纠纷化解: {正文: [全年排查矛盾纠纷231件，化解198起。]}"),
    good=facts("矛盾纠纷化解: {正文: [全年排查矛盾纠纷【排查：231件】，化解【化解：198起】。]}"),
)
def unmarked_figures(material: Material) -> Iterator[Finding]:
    """查“正文”“做法”“亮点”、活动的内容和不足、计划等处自己写的句子里，没有用【名称：数值】标出来的数。

    查什么：能作一项数据、又没有标注的数，一条里的一次说完；日期、年份、文号、引号和书名号里的、说时限的不算。
    名称是字段的，要单位对得上、字段的词就在这一分句里、没有别的字段也像、前后没有别的话说它只是一部分（其中、现有、累计、上年、计划、平均等），才算认准；
    一个主题下有两个数都像同一个字段的，一个也不认。其余用句中的词作名称，取不出合适的请自己取。
    比上年增减多少，不单作一项数据。名称与一两个字段相近的，只问是不是，不替您定。
    为什么：没有标注的数，程序不核对、不与上年比、不汇总，下一年也不会追问。
    怎么改：照抄写好标注的句子，名称可以改；`nianbao check --fix` 把认准的直接标好。不是数据的，不用理会。
    """
    if material.facts is None or material.topics is None:
        return
    for one in unmarked_texts(material.facts, material.topics):
        yield Finding(_message(one), _fix(one), field=dotted(one.path))


def _message(one: UnmarkedText) -> str:
    fields = [f"“{figure.written}”是字段“{figure.label}”" for figure in one.figures if figure.field]
    listed = join_names(figure.written for figure in one.figures)
    known = f"，其中{'、'.join(fields)}" if fields else ""
    return f"“{one.passage.text[:_SHOWN]}……”里的{listed}没有标注{known}。"


def _fix(one: UnmarkedText) -> str:
    parts = [f"写成：{_changed(one)}"] if one.marks else []
    parts += [_doubt(figure) for figure in one.figures if figure.likely]
    parts += [_question(figure) for figure in one.figures if figure.near]
    unnamed = [figure.written for figure in one.figures if not (figure.label or figure.likely or figure.near)]
    if unnamed:
        names = "”“".join(unnamed)
        parts.append(
            f"“{names}”从句子里取不出合适的名称，请自己取一个，写成【名称：数值】；不是数据的，不用理会。"
        )
    return "".join(parts)


def _doubt(figure: UnmarkedFigure) -> str:
    if figure.told:
        return f"“{figure.likely}”已填{figure.told}；“{figure.written}”说的是同一项的，请核对，是另一项的不用改。"
    mark = f"【{figure.likely}】" if figure.known else f"【{figure.likely}：{figure.written}】"
    return f"“{figure.written}”如果就是“{figure.likely}”，写{mark}。"


def _question(figure: UnmarkedFigure) -> str:
    ways = "或".join(f"【{name}：{figure.written}】" for name in figure.near)
    other = f"，不是的写【{figure.label}：{figure.written}】" if figure.label else ""
    return f"“{figure.written}”是不是“{'”或“'.join(figure.near)}”？是的写{ways}{other}。"


def _changed(one: UnmarkedText) -> str:
    """Give the sentences of a text in which marks are to be written, with the marks."""
    text = one.passage.text
    ends = [at + 1 for at, sign in enumerate(text) if sign in _SENTENCE_END]
    said, begin = "", 0
    for end in [*ends, len(text)]:
        here = [figure for figure in one.marks if begin <= figure.start < end]
        moved = tuple(figure._replace(start=figure.start - begin, end=figure.end - begin) for figure in here)
        said += with_marks(text[begin:end], moved) if here else ""
        begin = end
    return said if said.endswith(tuple(_SENTENCE_END)) else f"{said}。"


@rule(
    "标注-05",
    "自己的名称就是字段",
    bad=facts("行政执法: {立案: 20件, 其他数据: {拆违: 1500平方米}}"),
    good=facts("行政执法: {立案: 20件, 拆除面积: 1500平方米}"),
)
def own_label_of_a_field(material: Material) -> Iterator[Finding]:
    """查“其他数据”里的名称是不是这个主题已有的字段，或字段的又称。

    查什么：名称与字段或它的又称一样，量词也合。
    为什么：写在“其他数据”里的不与字段核对，同一个数可能写成两个。
    怎么改：改写到字段里；确是另一个数的，换一个说得清的名称。
    """
    if material.facts is None or material.topics is None:
        return
    for topic in material.facts.reported:
        fields = topic.topic.fields if topic.topic else {}
        for label, written in topic.own.figures.items():
            field = _called(label, typed_figure(written), fields)
            if field is not None:
                given = topic.values.get(field.name)
                also = f"，“{field.name}”另外填了{given}" if isinstance(given, Quantity) else ""
                yield Finding(
                    f"“其他数据”里的“{label}”就是字段“{field.name}”（{field.note}）{also}。",
                    f"请改写成“{field.name}: {written}”；确是另一个数的，换一个说得清的名称。",
                    field=dotted((*topic.path, OWN_FIGURES, label)),
                )


def _called(label: str, value: Any, fields: Mapping[str, Field]) -> Field | None:
    """Give the one field that is called so and takes the figure."""
    if not isinstance(value, Quantity):
        return None
    found = [one for one in fields.values() if label in (one.name, *one.aliases) and one.takes(value.unit)]
    return found[0] if len(found) == 1 else None
