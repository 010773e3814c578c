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
    (("矛盾纠纷化解", "排查"), ("矛盾纠纷化解", "化解"), "化解多于排查"),
)


_TOGETHER = (
    (
        "矛盾纠纷化解",
        ("调解", "化解", "调解受理"),
        "婚姻家庭 邻里 土地山林 草场纠纷 劳动争议 物业纠纷 消费纠纷 租赁纠纷 合同纠纷 损害赔偿 其他纠纷",
    ),
    ("复议应诉", ("复议案件",), "复议维持 复议纠错 复议驳回 复议终止 复议撤回"),
    ("复议应诉", ("应诉案件",), "胜诉 败诉 在审"),
    ("第一责任人", ("述法人数",), "现场述法 书面述法"),
    ("权力监督", ("建议提案", "人大建议 政协提案"), "满意件数 基本满意件数"),
)
"""Of each topic, what its kinds may not be more than together, whichever is the largest; two of a whole are added."""


_Given = Mapping[tuple[str, str], GivenRate]


def _sums(figures: _Given) -> Iterator[Finding]:
    for topic, wholes, kinds in _TOGETHER:
        limits = [limit for names in wholes if (limit := _all_of(figures, topic, names))]
        parts = [figures[topic, name] for name in kinds.split() if (topic, name) in figures]
        most, added = max(limits, key=_added, default=[]), _added(parts)
        if most and len(parts) > 1 and added > _added(most) and all(one.value.exact for one in most):
            yield Finding(
                f"{_listed(parts)}，加起来是{plain_digits(added)}，多于{_listed(most)}。",
                "与报数的科室核对；一件算进了两类的，停用本条并写明原因。",
                field=most[0].path,
                against=tuple(one.path for one in parts),
            )


def _all_of(figures: _Given, topic: str, names: str) -> list[GivenRate]:
    """Give the figures of a whole, or none where not all of them are told."""
    paths = [(topic, name) for name in names.split()]
    return [figures[path] for path in paths] if all(path in figures for path in paths) else []


def _added(parts: list[GivenRate]) -> Decimal:
    return sum((one.value.number for one in parts), Decimal(0))


def _listed(parts: list[GivenRate]) -> str:
    return "、".join(f"{one.field.name}{one.value}" for one in parts)


_CASES = "行政执法"
_DECIDED = "作出行政处罚"


def _punishments(figures: _Given, material: Material) -> Iterator[Finding]:
    """Give punishments that are more than the cases, or, where they are told as decided, than the closed ones.

    What was decided on the spot need be no case: it is one only where both procedures fit into the cases.
    """
    simple, both = _all_of(figures, _CASES, "简易程序"), _all_of(figures, _CASES, "简易程序 普通程序")
    cases, closed = _all_of(figures, _CASES, "立案"), _all_of(figures, _CASES, "办结")
    within = bool(both and cases) and _added(both) <= _added(cases)
    punished = _all_of(figures, _CASES, "行政处罚") or both
    decided = bool(punished) and all(_is_told(material, one.path, _DECIDED) for one in punished)
    spare = Decimal(0) if within else _added(simple)
    for limit in (cases, closed if decided else []):
        if limit and punished and _added(punished) > _added(limit) + spare:
            yield Finding(
                f"行政处罚多于{limit[0].field.name}：{_listed(limit)}，{_listed(punished)}。",
                "与报数的科室核对；口径不同的，停用本条并写明原因。",
                field=punished[0].path,
                against=tuple(one.path for one in limit),
            )
            return


def _is_told(material: Material, path: str, words: str) -> bool:
    """Tell whether the sentence of the report that says a field has some words."""
    return any(path in paths and words in text for text, paths in material.grounds)


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

    查什么：纠纷的各类之和与调解、化解总数，复议维持、纠错等之和与复议案件，胜诉、败诉、在审之和与应诉案件，现场、书面述法与述法人数，网格员与网格、调解总数与其中的一部分、审查总数与各类审查、执法人员与新增持证、
    代表委员满意与建议提案、行政处罚与立案（写成“作出”的还有办结；当场处罚可以不立案）等。
    为什么：各科室各报各的，合到一起才看得出对不上。
    怎么改：与报数的科室核对，改其中填错的一个；口径不同的，停用本条并写明原因。
    """
    figures = {(one.topic.name, one.field.name): one for one in given(material)}
    yield from _sums(figures)
    yield from _punishments(figures, material)
    for more, less, message in _ACROSS:
        large, small = figures.get(more), figures.get(less)
        times = _SERVES.get(more, 1)
        if large and small and small.value.number > large.value.number * times:
            yield Finding(
                f"{message}：{large.field.name}{large.value}，{small.field.name}{small.value}。",
                "与报数的科室核对；口径不同的，停用本条并写明原因。",
                field=small.path,
                against=(large.path,) if large.value.exact and small.value.exact else (),
            )
