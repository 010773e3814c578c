"""文字: another word of the same sound, as an input method offers it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import is_quoted
from generator.checks.sounding import sounding_alike


@rule(
    "文字-47",
    "选成了同音的另一个词",
    yields_to=("文字-09", "文字-10", "文字-11", "文字-40", "文字-45", "提法-09", "提法-21", "提法-24"),
    bad="自觉接手监督，组织学系宣传。",
    good="自觉接受监督，组织学习宣传。",
)
def same_sound(material: Material) -> Iterator[Finding]:
    """查与前后的词连用时读音全同、字却不同的词。

    查什么：“接手监督”“学系宣传”一类：公文里总是连在一起说的两个词，其中一个换成了同音的另一个词。
    为什么：拼音输入时选错了候选词。
    怎么改：按提示改；确是那个词的不必改。
    """
    for number, read in enumerate(material.readings):
        for one in sounding_alike(read.text):
            said = read.text[one.start : one.end]
            if not is_quoted(read.text, one.start) and not any(said in name for name in material.names):
                yield Finding(
                    f"“{said}”疑为“{one.meant}”之误（{one.beside}）。",
                    f"改为“{one.meant}”。",
                    number,
                    *read.at(one.start, one.end),
                )
