"""Two outcomes that leave no third, behind what came in: 胜诉4件、败诉3件, 满意12件、基本满意8件, 签约391户、未签27户."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.figures import Statement
from generator.numbers.prose import Figure
from generator.patterns import pattern

_OUTCOMES = (
    (pattern(r"胜诉|驳回"), pattern(r"败诉|撤销|确认违法")),
    (
        pattern(r"(?<!未)(?:办结|完成|整改到位|化解|结案|调解成功|审结)"),
        pattern(r"正在|在办|未办结|未完成|未化解|未结|剩余|尚余|余下|跟踪办理|推进中|整改中|未审结"),
    ),
    (
        pattern(r"(?<!不)(?<!未)(?:合格|通过|采纳|达标|成功)"),
        pattern(r"不合格|未通过|不通过|未采纳|不予采纳|未达标|未成功|不成功"),
    ),
    (pattern(r"(?<![基本不较])满意(?![度率])"), pattern(r"(?:基本|比较|较|不)满意")),
    (pattern(r"(?<!未)(?<!正在)整改"), pattern(r"未到期|未整改|整改中|正在整改")),
    (pattern(r"按期|按时"), pattern(r"延期|逾期|超期")),
)
_GRADES = 3
_ONE_OF_TWO = pattern("建议.*提案|提案.*建议")
_BOTH = pattern("建议[和、及与]?提案")
"""Of suggestions and of proposals together they tell how many are content with them, not of the last of the two."""
_ELSEWHERE = pattern(
    "结转|年[初末]|期[初末]|上年|往年|历年|转办|移送|撤诉|撤回|其他|新增|20[0-9]{2}年.*20[0-9]{2}年"
)


def outcomes(statement: Statement) -> Iterator[tuple[tuple[Figure, ...], Figure]]:
    """Give two outcomes that leave no third with what came in, where they are more, or not all that were finished."""
    if _ELSEWHERE.search(statement.text):
        return
    counted = [figure for figure in statement.figures if figure.unit != "%"]
    for whole, one, other in zip(counted, counted[1:], counted[2:], strict=False):
        if not (one.like(whole) and other.like(whole) and whole.exact and one.exact and other.exact):
            continue
        if _denied(one, other) and whole.number >= max(one.number, other.number):
            added = one.number + other.number
            if added > whole.number or (added < whole.number and _is_all(statement, whole, one, other)):
                yield (one, other), whole
                continue
        kind = next(
            (n for n, (won, lost) in enumerate(_OUTCOMES) if _said(one, won) and _said(other, lost)), None
        )
        told = {one.number, other.number}
        if kind == _GRADES and _ONE_OF_TWO.search(statement.text) and not _BOTH.search(whole.label):
            continue
        if kind is None or whole.number < max(told) or any(_said(whole, shape) for shape in _OUTCOMES[kind]):
            continue
        if one.number + other.number > whole.number or kind == 1:
            yield (one, other), whole


_ALL_THAT = pattern(r"^应|应[^，。；\d]$|共$|共有$|现有|受理|收到|提出")
_PENDING = pattern("正在|在办|在审|待|尚|其余|余下|剩余|暂|[^，。；]中(?=[，。；]|$)")
"""What is neither done nor not done yet."""
_NOT_DONE = pattern(r"(?:未|没有|不)(?P<done>[一-龥]{1,4})$")
_LACKING = pattern(r"(?:未|没有)[一-龥]{2}(?P<what>[一-龥]{2,6}的?)$")
"""What those have not that the others have: 持有执法证件的11人，未取得执法证件的4人."""


def _is_all(statement: Statement, whole: Figure, one: Figure, other: Figure) -> bool:
    """Tell whether each of what is counted first is told to be either of two outcomes."""
    told = _ALL_THAT.search(whole.before) or "其中" in statement.between(whole, one)
    third = any(figure.start > other.start and figure.unit == other.unit for figure in statement.figures)
    return bool(told) and not third and not _PENDING.search(statement.text)


def _denied(one: Figure, other: Figure) -> bool:
    """Tell whether of two figures the second is what the first is not: 签约391户、未签27户."""
    denied = _NOT_DONE.search(other.label)
    said = one.label[-4:]
    lacking = _LACKING.search(other.label)
    if lacking and one.label.endswith(lacking["what"]) and not _LACKING.search(one.label):
        return True
    if not denied or _NOT_DONE.search(one.label):
        return False
    return denied["done"][:2] in said if len(denied["done"]) > 1 else denied["done"] in said[-2:]


def _said(figure: Figure, shape: re.Pattern[str]) -> bool:
    return bool(shape.search(figure.label))
