"""数据: the figures of a facts file against what the topics declare of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.facts import TopicFacts
from generator.numbers.arithmetic import plain_digits, right_rate, total
from generator.numbers.quantity import Quantity, QuantityError, parse
from generator.problems import Level
from generator.topics.topic import Field, Years
from generator.yamltext.path import Path, dotted


class GivenRate(NamedTuple):
    """One figure that the clerk gave, with its declaration and the other figures of its topic."""

    topic: TopicFacts
    field: Field
    value: Quantity
    fields: Mapping[str, Field]

    @property
    def path(self) -> str:
        """Give the path of the figure in the facts file."""
        return dotted(self.topic.path_of(self.field.name))

    def beside(self, name: str) -> Quantity | None:
        """Give another figure of the same topic, if it counts what its field does, and up to the same day."""
        other = self.topic.values.get(name)
        if self.topic.ends_on(name) != self.topic.ends_on(self.field.name):
            return None
        return other if isinstance(other, Quantity) and not is_foreign(other, self.fields[name]) else None


def is_foreign(value: Quantity, field: Field) -> bool:
    """Tell whether a figure is in a measure word of another family than its field's."""
    return field.kind in _COUNTED and not field.takes(value.unit)


_COUNTED = frozenset({"数量", "金额", "频次"})


def given(material: Material) -> Iterator[GivenRate]:
    """Give every typed figure of the facts file."""
    if material.facts is None or material.topics is None:
        return
    for topic in material.facts.topics.values():
        fields = topic.topic.fields if topic.topic else material.topics.duty_fields
        for name, value in topic.values.items():
            if isinstance(value, Quantity) and name in fields:
                yield GivenRate(topic, fields[name], value, fields)


@rule(
    "数据-20",
    "填的比率与分子分母不符",
    level=Level.ERROR,
    bad=facts("复议应诉: {应诉案件: 14起, 胜诉: 13起, 胜诉率: 92.85%}"),
    good=facts("复议应诉: {应诉案件: 14起, 胜诉: 13起, 胜诉率: 92.86%}"),
)
def wrong_given_rate(material: Material) -> Iterator[Finding]:
    """核对事实文件里填的比率。

    查什么：主题里声明了分子、分母的比率，按填写的小数位四舍五入重算；分子不等于分母而填100%也报。
    为什么：比率可以不填，由程序计算；填了就要与两个数对得上。
    怎么改：改成算出的数，或者删去这一行。
    """
    for one in given(material):
        part, whole = one.beside(one.field.numerator), one.beside(one.field.denominator)
        if not (part and whole and part.exact and whole.exact and whole.number and one.value.exact):
            continue
        right = right_rate(one.value, part.number, whole.number)
        if right != one.value.number:
            yield Finding(
                f"{one.field.name}填的是{one.value}，按{part}除以{whole}应为{plain_digits(right)}%。",
                f"改为{plain_digits(right)}%，或删去这一行，由程序计算。",
                field=one.path,
                mend=f"{plain_digits(right)}%",
            )


_PAPERS = frozenset("份册本")


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether both count papers or neither does: 34份 of contracts may belong to 27件 of matters."""
    return (one.unit in _PAPERS) is (other.unit in _PAPERS)


@rule(
    "数据-21",
    "填的数超过了上限",
    level=Level.ERROR,
    bad=facts("行政执法: {立案: 19件, 办结: 20件}"),
    good=facts("行政执法: {立案: 20件, 办结: 19件}"),
)
def over_its_limit(material: Material) -> Iterator[Finding]:
    """核对主题里声明的“不超过”。

    查什么：办结不超过立案、胜诉不超过应诉、合格不超过参考等；有一个是约数的、量词不同的（27件、34份）报提醒。
    为什么：部分大于全体，必有一个数填错了。
    怎么改：核对台账；含上年结转的，把结转数加到全体里；两个数说的不是同一范围的，改成同一范围。
    """
    for one in given(material):
        limit = one.beside(one.field.at_most)
        if limit and not is_foreign(one.value, one.field) and one.value.number > limit.number:
            sure = one.value.exact and limit.exact and _counts_alike(one.value, limit)
            yield Finding(
                f"{one.field.name}{one.value}，超过了{one.field.at_most}{limit}。",
                f"核对台账，改其中填错的一个；两个数都对、说的不是同一范围的（如一个是全部的，一个只是一个单位的），"
                f"{one.field.at_most}改填同一范围的数，原来的数写进“正文”，另取名称。",
                field=one.path,
                level=Level.ERROR if sure else Level.WARNING,
                against=(dotted(one.topic.path_of(one.field.at_most)),) if sure else (),
            )


@rule(
    "提法-22",
    "填了别的年度才有的字段",
    yields_to=("提法-02",),
    bad=facts("疫情防控: {完善预案: 是, 排查人员: 50人次}"),
    good=facts("行政执法: {三项制度: 是}"),
)
def fact_of_another_year(material: Material) -> Iterator[Finding]:
    """核对主题和字段声明的年份。

    查什么：只有某些年度才有的主题、字段，如2025年起的扫码入企、2020至2022年度的疫情防控，别的年度填了；写出来的话已由提法-02报的，不再报。
    为什么：那一年还没有这件事，或者已经结束了；多半是照着别的年度填的。
    怎么改：核对年度；确有这件事的，在“做法”里照当年的叫法写，或停用本条并写明原因。
    """
    year = material.year
    for topic in material.facts.reported if material.facts else ():
        declared = topic.topic
        if declared and not declared.years.hold(year):
            yield _untimely(declared.name, declared.years, year, topic.path)
            continue
        fields = declared.fields if declared else material.topics.duty_fields if material.topics else {}
        for name in topic.values:
            if name in fields and not fields[name].years.hold(year):
                yield _untimely(name, fields[name].years, year, (*topic.path, name))


def _untimely(name: str, years: Years, year: int | None, path: Path) -> Finding:
    return Finding(
        f"“{name}”限{years}，报告的是{year}年度。",
        "核对年度；确有这件事的，在“做法”里照当年的叫法写。",
        field=dotted(path),
    )


@rule(
    "数据-23",
    "人数超过常住人口",
    bad=facts("法治宣传教育: {受教育: 9万人}", unit="  人口: 6.1万人"),
    good=facts("法治宣传教育: {受教育: 3000余人次}", unit="  人口: 6.1万人"),
)
def more_than_live_there(material: Material) -> Iterator[Finding]:
    """用常住人口核对人数、人次和户数。

    查什么：以“人”计的超过常住人口，以“人次”计的超过人口十倍，以“户”计的超过人口的一半；没有填“单位.人口”的不查。
    为什么：多半是多写了一个零，或者把人次写成了人。
    怎么改：核对台账和量词。
    """
    people = _population(material)
    if not people:
        return
    most = {"人": people, "名": people, "人次": people * 10, "户": people / 2}
    for one in given(material):
        limit = most.get(one.value.unit)
        if limit and one.value.number > limit:
            yield Finding(
                f"{one.field.name}{one.value}，而常住人口是{plain_digits(people)}人。",
                "核对台账和量词。",
                field=one.path,
            )


def _population(material: Material) -> Decimal | None:
    written = material.facts.head.unit.population if material.facts else ""
    try:
        return parse(written, "人").number if written else None
    except QuantityError:
        return None


@rule(
    "数据-24",
    "活动之和超过总数",
    bad=facts(
        "法治宣传教育: {普法活动: 5场, 活动: [{名称: 集市宣讲, 场次: 4场}, {名称: 进校园, 场次: 3场}]}"
    ),
    good=facts(
        "法治宣传教育: {普法活动: 8场, 活动: [{名称: 集市宣讲, 场次: 4场}, {名称: 进校园, 场次: 3场}]}"
    ),
)
def activities_over_total(material: Material) -> Iterator[Finding]:
    """把“活动”里逐项填的场次、受教育、资料加起来，与主题的总数核对。

    查什么：场次之和超过普法活动，受教育之和超过受教育，资料之和超过宣传资料；约数不算。
    为什么：分项之和不会多于总数。
    怎么改：核对总数，看有没有漏算。
    """
    sums = (("场次", "普法活动"), ("受教育", "受教育"), ("资料", "宣传资料"))
    for topic in material.facts.topics.values() if material.facts else ():
        for part, whole in sums:
            parts = [one[part] for one in topic.own.activities if isinstance(one.get(part), Quantity)]
            limit = topic.values.get(whole)
            added = total(parts) if len(parts) > 1 else None
            if added and isinstance(limit, Quantity) and limit.exact and added.number > limit.number:
                yield Finding(
                    f"各项活动的{part}共{added}，超过了{whole}{limit}。",
                    "核对总数，看有没有漏算。",
                    field=dotted(topic.path_of(whole)),
                )
