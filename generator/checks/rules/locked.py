"""结构: what the facts file has locked stands in the report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.facts.locked import LOCKED, absent_locks
from generator.near import nearest_name
from generator.problems import Level

_SAID = "正文: [去年定下的三条规矩，今年一条没有变。]"


@rule(
    "结构-36",
    "锁定的句子变了",
    level=Level.ERROR,
    bad=facts(f"法治宣传教育: {{{_SAID}}}", unit="锁定: 去年定下的五条规矩，今年一条没有变。"),
    good=facts(f"法治宣传教育: {{{_SAID}}}", unit="锁定: 去年定下的三条规矩，今年一条没有变。"),
)
def locked_sentence_changed(material: Material) -> Iterator[Finding]:
    """查“锁定”里的每一句，报告里是不是一字不差地写着。

    查什么：事实文件“锁定”下的句子，在由它写成的报告里找不到。
    为什么：锁定的话是定过稿、会签过的，谁也不能顺手改；数变了、句子动了，都在这里看出来。
    怎么改：把报告里的话改回来；确实要改的，先把“锁定”里的那一句改掉或删去。
    """
    head = material.facts.head if material.facts else None
    for one in absent_locks(head.locked, (block.text for block in material.blocks)) if head else ():
        near = nearest_name(one, [each.text for each in material.sentences])
        now = f"，最像的一句是“{near}”" if near else ""
        yield Finding(
            f"锁定的“{one}”不在报告里{now}。", "改回来；要改的，先改“锁定”里的这一句。", field=LOCKED
        )
