"""文字: paragraphs without their full stop."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.document.text.block import BlockKind
from generator.patterns import pattern

_LEAST = 12
_NUMBERED = pattern(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|附件|附：|注：|#)"
)
_SAYS = pattern(r"[一-龥\d%％”）》]$")
_PAUSES = frozenset("，；。")
_ENDING = pattern(r"(?:报告|日|办公室|政府|办事处|委员会|局|负责人|电话)$|\d{6,}$")


@rule(
    "文字-29",
    "段末没有句号",
    bad="对14份村规民约逐一审查，3份退回修改",
    good="对14份村规民约逐一审查，3份退回修改。",
)
def paragraph_without_end(material: Material) -> Iterator[Finding]:
    """查一段话末尾有没有句号。

    查什么：有逗号、句号的正文段落，末尾是字或数；标题、署名、日期、表格、附件说明不算。
    为什么：多半是粘贴时少选了一个字，或者后面还有话没贴上。
    怎么改：补上句号；后面还有话的，补上。
    """
    for number, block in enumerate(material.blocks):
        text = block.text.rstrip()
        if block.kind is not BlockKind.PARAGRAPH or material.ranks[number] or len(text) < _LEAST:
            continue
        heading = _NUMBERED.match(text) and "。" not in text
        if (
            heading
            or _PAUSES.isdisjoint(text)
            or not _SAYS.search(text, len(text) - 1)
            or _ENDING.search(text)
        ):
            continue
        yield Finding(
            f"这一段末尾“{text[-6:]}”后面没有句号。", "补上句号。", number, len(text) - 4, len(text)
        )
