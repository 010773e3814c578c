"""数据: what the fields of one topic make up together, against the field that it is all of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.figures import added_up
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.facts import TopicFacts
from generator.numbers.arithmetic import plain_digits
from generator.numbers.quantity import Quantity, trailing_figure
from generator.topics.topic import Field
from generator.yamltext.path import dotted

_APART: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "行政执法": (
        ("抽查案卷", ("抽查优秀", "抽查良好", "抽查合格", "抽查不合格")),
        ("评查案卷", ("合格案卷", "不合格案卷")),
    ),
    "矛盾纠纷化解": (("调解成功", ("书面协议", "口头协议")),),
    "信访工作": (("信访", ("办结", "在办")),),
    "规范性文件": (("清理文件", ("保留", "修改", "废止", "宣布失效")),),
}
"""By topic: a whole, and parts of it of which nothing is two."""
_MOVED = ("年初在册", "新增矫正", "解除矫正", "矫正对象")
_LEFT_OTHERWISE = ("收监执行", "撤销缓刑", "提请收监")


@rule(
    "数据-58",
    "各项合起来与总数不符",
    yields_to=("数据-06", "数据-21"),
    bad=facts("行政执法: {抽查案卷: 10卷, 抽查优秀: 6卷, 抽查良好: 4卷, 抽查合格: 1卷}"),
    good=facts("行政执法: {抽查案卷: 10卷, 抽查优秀: 6卷, 抽查良好: 3卷, 抽查合格: 1卷}"),
)
def parts_against_whole(material: Material) -> Iterator[Finding]:
    """把一个主题里分开填的各项加起来，与总数核对。

    查什么：优秀、良好、合格之和多于抽查的案卷，书面协议、口头协议之和多于调解成功，办结、在办之和多于信访；年初在册加新接收减解除，不等于现有的社区矫正对象；
    “案件种类”一类的名单，各类之和与立案、行政处罚哪一个都不等。约数、截至的日子不同的不查。
    为什么：各类是一件一件分出来的，加起来应当就是总数；多半是一类抄错，或者漏了一类。
    怎么改：与报数的科室核对；确是只列了几类的，最后加上“其他”多少件。
    """
    for topic in material.facts.topics.values() if material.facts else ():
        for whole, parts in _APART.get(topic.name, ()):
            yield from _over(topic, whole, parts)
        yield from _moved(topic)
        for field in topic.topic.fields.values() if topic.topic else ():
            if field.part_of:
                yield from _listed(topic, field)


def _over(topic: TopicFacts, whole: str, names: tuple[str, ...]) -> Iterator[Finding]:
    total, parts = _exact(topic, whole), {name: _exact(topic, name) for name in names}
    told = {name: one for name, one in parts.items() if one and topic.ends_on(name) == topic.ends_on(whole)}
    added = added_up(told.values())
    if total and len(told) > 1 and added > total.number:
        listed = "、".join(f"{name}{one}" for name, one in told.items())
        yield Finding(
            f"{listed}，加起来是{plain_digits(added)}，多于{whole}{total}。",
            "与报数的科室核对；一件算进了两项的，改成只算一项。",
            field=dotted(topic.path_of(whole)),
        )


def _moved(topic: TopicFacts) -> Iterator[Finding]:
    """Compare who was there at the beginning of the year, came and left with who is there now."""
    told = [_exact(topic, name) for name in _MOVED]
    if None in told or any(topic.values.get(name) for name in _LEFT_OTHERWISE):
        return
    before, come, left, now = (one.number for one in told if one)
    if before + come - left != now:
        right = plain_digits(before + come - left)
        yield Finding(
            f"年初在册{told[0]}，新接收{told[1]}，解除{told[2]}，现有应当是{right}，填的是{told[3]}。",
            "与司法所核对；有收监、迁出、死亡的，填上或在“正文”里写明。",
            field=dotted(topic.path_of(_MOVED[-1])),
        )


def _listed(topic: TopicFacts, field: Field) -> Iterator[Finding]:
    """Compare a list of kinds with their figures with every total that it may be a list of."""
    names = topic.values.get(field.name)
    kinds = [trailing_figure(one) for one in names] if isinstance(names, tuple) else []
    told = [one for one in kinds if one and one.exact]
    wholes = {name: one for name in field.part_of if (one := _exact(topic, name))}
    if len(told) < 2 or len(told) < len(kinds) or len({one.unit for one in told}) > 1 or not wholes:
        return
    if any(topic.ends_on(name) != topic.ends_on(field.name) for name in wholes):
        return
    added = added_up(told)
    if all(added != one.number for one in wholes.values()):
        beside = "、".join(f"{name}{one}" for name, one in wholes.items())
        yield Finding(
            f"{field.name}各类加起来是{plain_digits(added)}{told[0].unit}，与{beside}不等。",
            "与报数的科室核对；确是只列了几类的，最后加上“其他”多少件，或停用本条并写明原因。",
            field=dotted(topic.path_of(field.name)),
        )


def _exact(topic: TopicFacts, name: str) -> Quantity | None:
    value = topic.values.get(name)
    return value if isinstance(value, Quantity) and value.exact else None
