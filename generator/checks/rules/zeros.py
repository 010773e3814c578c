"""数据: fields with 0 of which the report says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.numbers.quantity import Quantity
from generator.shortened import named
from generator.yamltext.path import dotted

_SHOWN = 6


@rule(
    "数据-57",
    "填了0而报告没有提",
    bad=facts("基层治理: {网格员: 30名, 专职网格员: 0名}"),
    good=facts("矛盾纠纷化解: {民转刑: 0件, 化解: 30件}"),
)
def zeros_that_are_not_told(material: Material) -> Iterator[Finding]:
    """查填了0的各项，报告里有没有说。

    查什么：有“未发生……”“没有……”说法的，填0就印；没有这种说法的，填了0也不提，在这里一并列出。
    为什么：通知要求没有的也要写明时，以为填了就会印。
    怎么改：要写的，在“正文”里写一句；不必写的不用改。
    """
    if material.facts is None:
        return
    told = {path for _text, paths in material.grounds for path in paths}
    silent = [
        (name, dotted(topic.path_of(name)))
        for topic in material.facts.topics.values()
        for name, value in topic.values.items()
        if isinstance(value, Quantity) and value.number == 0 and dotted(topic.path_of(name)) not in told
    ]
    if silent:
        names = named([name for name, _path in silent], _SHOWN)
        yield Finding(
            f"填了0、报告里没有提的：{names}。",
            "要写明没有的，在“正文”里写一句；不必写的不用改。",
            field=silent[0][1],
        )
