"""The causes of shortcomings: which of them tell none."""

from __future__ import annotations

from collections.abc import Iterable

from generator.facts.head import Shortcoming
from generator.patterns import pattern

_CAUSE = pattern(
    r"因|由于|导致|造成|致使|源于|缘于|所致|受[^，。；]{1,16}(?:影响|限制|制约)|(?:^|[，。；])主要(?:还|就)?是"
)

_UNKNOWN = pattern(
    r"(?:具体|主要|深层次?)?(?:原因|成因)[目前暂时现还仍尚有正]*"
    r"(?:未查明|未查清|未明确?|未找到|未分析|没有?查明|没有?查清|没有?找到|不明|不清楚?|不详|待查|待查明|待核实|待分析|待明确|待研究|在查|在分析|在核实)"
    r"(?:[，。；]|$)"
)


def without_unknown(text: str) -> str:
    """Give a text without 原因尚未查明, 具体原因待查 and the like."""
    return _UNKNOWN.sub("。", text)


def is_unknown(cause: str) -> bool:
    """Tell whether what is given as a cause says that it isn't known: 尚未查明, 原因待查."""
    return bool(_UNKNOWN.fullmatch(cause if "因" in cause else f"原因{cause}"))


def without_cause(shortcomings: Iterable[Shortcoming]) -> tuple[int, ...]:
    """Give the numbers, from 1, of those whose 原因 is missing or unknown and whose words are not seen to tell one."""
    told = (
        (
            number,
            without_unknown("".join(f"{said}。" for said in (one.problem, *one.signs, *one.body) if said)),
        )
        for number, one in enumerate(shortcomings, 1)
        if not one.cause or is_unknown(one.cause)
    )
    return tuple(number for number, text in told if text and not _CAUSE.search(text))
