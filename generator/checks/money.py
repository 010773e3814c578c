"""Sums of money that cannot be: for what they are said of, for who pays, as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.figures import Statement
from generator.checks.scan import start_behind
from generator.numbers.prose import Figure
from generator.patterns import pattern

FINED = pattern(r"罚没?款|罚没|罚金|没收")
_MONEY = pattern(r"(?:法律顾问|普法|法治|宣传|培训|调解|办公|律师|顾问|工作)[^，。；\d]{0,8}(?:费用?|经费|补贴|资金|补助|支出)|(?:经费|费用|补贴"
    r"|顾问费)[^，。；\d]{0,8}$")  # fmt: skip
_RECOVERED = pattern(r"损失|工资|欠薪|赔偿|补偿|救助|违法所得")
_MOST_MONEY = (
    (_MONEY, Decimal(20_000_000)),
    (FINED, Decimal(20_000_000)),
    (_RECOVERED, Decimal(500_000_000)),
)
_ONE_FINED = pattern(r"(?:对|给予|责令)(?:[一1][家户名起处]|某|该|当事人)[^。；]{0,60}?罚款$")
_MOST_OF_ONE = Decimal(1_000_000)
"""What a township may at most fine one party; the law leaves it less in nearly all it may fine."""
_SHARED = pattern(
    r"(?P<people>(?P<count>\d{1,5})[余多]?(?:名|人(?!次)|户|家))[^，。；\d每均]{0,16}"
    r"(?:追[回讨缴]|挽回|支付|兑[付现]|发放|损失|赔偿|补偿|工资|欠薪)[^，。；\d每均]{0,12}$"
)
_LEAST_EACH = 10
"""So many 元 at least come to each of those for whom a sum is got back."""
_FEE = pattern(r"^[^每均]*(?:顾问费|经费|资金|服务费)[^，。；\d每均]{0,4}$")
_LEAST_FEE = 100
_TO_EACH = pattern(r"(?:每[人名户]|人均|户均)[^，。；\d]{0,4}$")
_MOST_EACH = Decimal(1_000_000)
_GRANTED = pattern(
    r"(?:每|各)[^，。；\d]{1,12}(?:补[贴助]|奖励|奖补|误工)[^，。；\d]{0,4}$|(?:补[贴助]|奖励|奖补)[^。；]{0,24}每[^，。；\d]{1,8}$"
)
_EACH_CASE = pattern(r"每[件人名户次][^，。；\d]{0,2}$")
_GRANTS = pattern(r"[^。；]{0,30}(?:补[贴助]|奖励|奖补)")
_MOST_GRANTED = Decimal(500_000)
"""What a township may at most grant for each case, to each person or village."""
_PAID = pattern(r"医疗费|误工费|伤残|抚恤|丧葬|工伤|工资|欠薪|交通事故|死亡|人身损害")
_PAYS = pattern(r"(?:赔偿|补偿|支付|给付|兑[付现]|追[回讨]|讨回|共计|合计)[^，。；\d每均]{0,24}$")
_CLAUSE = pattern("[，。；]")
_BACK = 50
"""What a sum is granted for is told within so many characters before it."""
COUNTY_FACTOR = 20
"""So many times as much may be a county's."""


def odd_sums(statement: Statement, figure: Figure, *, local: bool) -> Iterator[tuple[str, Statement, Figure]]:
    """Give the sums of money that cannot be: for what they are said of, for who paid, as they are written."""
    if not figure.unit.endswith("元"):
        return
    for words, limit in _MOST_MONEY:
        if words.search(figure.before) and figure.number > limit * (1 if local else COUNTY_FACTOR * 5):
            yield "数额超出常见的范围许多倍", statement, figure
    if local and figure.number > _MOST_OF_ONE and _ONE_FINED.search(statement.text[: figure.start]):
        yield "对一家罚不了这么多", statement, figure
    if local and figure.number > _MOST_GRANTED and _is_granted(statement, figure):
        yield "补贴、奖励没有这么多，疑多了“万”", statement, figure
    if local and figure.number > _MOST_EACH and _TO_EACH.search(figure.before):
        yield "到一个人、一户没有这么多", statement, figure
    if why := _too_little(statement, figure):
        yield why, statement, figure


def _is_granted(statement: Statement, figure: Figure) -> bool:
    """Tell whether a sum is a grant for each case, to each person or village: 补助每村, 每件100万元的标准发放补贴."""
    if _GRANTED.search(statement.text[max(0, figure.start - _BACK) : figure.start]):
        return True
    return bool(_EACH_CASE.search(figure.before) and _GRANTS.match(statement.text, figure.end))


def _too_little(statement: Statement, figure: Figure) -> str:
    """Say why a sum, if it is not 0, is too small for what it is paid for, or nothing."""
    if not figure.number:
        return ""
    if _FEE.search(figure.before) and figure.number < _LEAST_FEE:
        return "没有这么少，疑漏了“万”"
    shared = _SHARED.search(statement.text[: figure.start])
    if shared and figure.number < int(shared["count"]) * _LEAST_EACH:
        return f"而前面有{shared['people']}，疑漏了“万”"
    clause = statement.text[start_behind(_CLAUSE, statement.text, figure.start) : figure.start]
    paid = _PAID.search(clause) and _PAYS.search(clause)
    return "没有这么少，疑漏了“万”" if paid and figure.number < _LEAST_FEE else ""
