"""数据: figures of different fields and topics of a facts file against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.declared import GivenRate, given
from generator.checks.sample import facts
from generator.numbers.arithmetic import plain_digits

_ACROSS = (
    (("基层治理", "网格员"), ("基层治理", "网格"), "网格员不到网格的一半，通常每个网格至少有一名网格员"),
    (("矛盾纠纷化解", "调解"), ("法律明白人", "参与调解"), "调解的总数少于法律明白人参与调解的数"),
    (("学法用法", "中心组学习"), ("第一责任人", "中心组学法"), "中心组学习的总次数少于其中学法的次数"),
    (("行政执法", "执法人员"), ("行政执法", "新增持证"), "执法人员少于新增持证的人数"),
    (("行政执法", "立案"), ("行政执法", "行政处罚"), "行政处罚多于立案"),
    (("矛盾纠纷化解", "排查"), ("矛盾纠纷化解", "化解"), "化解多于排查"),
)


_TOGETHER = (
    (
        "矛盾纠纷化解",
        ("调解", "化解", "调解受理"),
        "婚姻家庭 邻里 土地山林 草场纠纷 劳动争议 物业纠纷 消费纠纷 租赁纠纷 合同纠纷 损害赔偿 其他纠纷",
    ),
    ("复议应诉", ("复议案件",), "复议维持 复议纠错 复议驳回 复议终止 复议撤回"),
    ("第一责任人", ("述法人数",), "现场述法 书面述法"),
)
"""Of each topic, what its kinds may not be more than together, whichever is the largest."""


def _sums(figures: Mapping[tuple[str, str], GivenRate]) -> Iterator[Finding]:
    for topic, wholes, kinds in _TOGETHER:
        limits = [figures[topic, name] for name in wholes if (topic, name) in figures]
        parts = [figures[topic, name] for name in kinds.split() if (topic, name) in figures]
        most = max(limits, key=lambda one: one.value.number, default=None)
        added = sum((one.value.number for one in parts), Decimal(0))
        if most and len(parts) > 1 and added > most.value.number and most.value.exact:
            said = "、".join(f"{one.field.name}{one.value}" for one in parts)
            yield Finding(
                f"{said}，加起来是{plain_digits(added)}，多于{most.field.name}{most.value}。",
                "与报数的科室核对；一件算进了两类的，停用本条并写明原因。",
                field=most.path,
            )


_UNLIKE = frozenset({("合法性审查", "合同审查")})
"""What is a part of the whole only where both are counted alike: 83份 of contracts are no part of 39件 of papers."""
_SERVES = {("基层治理", "网格员"): 2}
"""Of so many of the other things each may take care: 专职网格员 who has two 网格."""


@rule(
    "数据-22",
    "两处的数互相矛盾",
    bad=facts("基层治理: {网格: 81个, 网格员: 12名}"),
    good=facts("基层治理: {网格: 81个, 网格员: 260名}"),
)
def against_each_other(material: Material) -> Iterator[Finding]:
    """核对不同字段、不同主题之间的数。

    查什么：纠纷的各类之和与调解、化解总数，复议维持、纠错等之和与复议案件，现场、书面述法与述法人数，网格员与网格、调解总数与其中的一部分、审查总数与各类审查、执法人员与新增持证等。
    为什么：各科室各报各的，合到一起才看得出对不上。
    怎么改：与报数的科室核对，改其中填错的一个；口径不同的，停用本条并写明原因。
    """
    figures = {(one.topic.name, one.field.name): one for one in given(material)}
    yield from _sums(figures)
    for more, less, message in _ACROSS:
        large, small = figures.get(more), figures.get(less)
        times = _SERVES.get(more, 1)
        apart = less in _UNLIKE and large and small and small.value.unit != large.value.unit
        if large and small and not apart and small.value.number > large.value.number * times:
            yield Finding(
                f"{message}：{large.field.name}{large.value}，{small.field.name}{small.value}。",
                "与报数的科室核对；口径不同的，停用本条并写明原因。",
                field=small.path,
            )
