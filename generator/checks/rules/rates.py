"""数据: rates against the two figures they come from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from itertools import islice, takewhile
from operator import attrgetter
from typing import NamedTuple

from generator.checks.figures import Statement
from generator.checks.ledger import Ledger, SaidOf
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.numbers.arithmetic import plain_digits, right_rate
from generator.numbers.prose import Figure
from generator.numbers.quantity import Quantity, percent
from generator.patterns import pattern
from generator.problems import Level

_RATE = pattern(
    r"(?P<names>(?:[^，,；;。：:（()）\d%占]{1,16}?率(?:和|与|及|、|以及))*(?P<name>[^，,；;。：:（()）\d%占]{1,16}?)率)"
    r"(?:已|均|都|分别|也|就|则|仍|全部)*(?:实现|达到了?|高达|达|为|是|在|保持在?|提升至|提高到|：|:)*(?P<value>\d+(?:\.\d+)?)[%％]"
)
_SHARE = pattern(
    r"占(?P<name>[^，,；;。\d%]{0,12}?)(?:的比例|的比重|比例|比重|比|率)?(?:的|为|达|是|约)?(?P<value>\d+(?:\.\d+)?)[%％]"
)
_BOUND = pattern(r"(?:及|或)?以上")
_AND = pattern(r"(?<=率)(?:和|与|及|、|以及)")
_LEAD = pattern(r"(?:[一-龥]{2,10}(?=[，,（(]))?[，,、（(]?(?:约|仅|已|共|合计)?")
_SAME = {
    "出庭应诉": ("出庭",),
    "办结": ("办结", "结案", "审结", "办理完毕", "完成办理"),
    "结案": ("办结", "结案", "审结"),
    "回复": ("回复", "答复"),
    "答复": ("回复", "答复"),
    "成功": ("成功", "达成协议", "化解", "调成"),
    "化解": ("化解", "调解成功", "成功"),
    "调处": ("调处", "化解", "成功"),
    "整改": ("整改", "完成", "销号"),
    "整改完成": ("整改", "完成", "销号"),
    "完成": ("完成",),
    "通过": ("通过", "合格"),
    "合格": ("合格", "通过"),
    "参训": ("参训", "实训", "参加"),
    "参考": ("参考", "实考", "参加"),
    "参学": ("参学", "参加"),
    "到会": ("实到",),
    "参会": ("实到", "参会"),
    "到岗": ("实到", "到岗"),
    "有效回收": ("有效",),
    "回收": ("收回", "回收"),
}
_RATES = ("%", "个百分点")
_SHARE_NAME = "占比"
_NEAR = 15  # points; further off, the share is of something else than the figures of the sentence
_TIMELY = pattern("按期|按时|及时|限期|准时|到期|同期|当场|当庭|平均|综合|首次|初次|^总|应.尽")
_SORT = pattern("立行立改|就[地近]|诉前|网上|线上|当年|一次")
"""A rate of those that were done so is not of all, nor one of all of those: 网上办结50件，办结率."""
_ENDED = pattern("胜诉|败诉|维持|纠错|撤销|出庭|应诉")
_GOING_ON = pattern("未结|未审结|未判|未开庭|在审|审理中|正在审|尚未|尚有|待开庭")
"""While some go on, how the others ended is no rate of all: 应诉5件，胜诉4件，未结1件，胜诉率100%."""
_LEFT_OUT = pattern(
    "重复|无效|撤[回诉销件案]|移[送交]|转[办出交]|不予|不属|退回|涉密|并案|合并|中止|终止|未到期|请假|缺[席考勤]|因[病公事]|又[受收新立接排]"
)
"""What was taken out of the whole before the rate was reckoned: 受理300件，其中重复工单20件，已回复280件."""
_FAR = 80
"""So far from a rate it is said what it leaves out."""
_ALL_DONE = pattern("(?:全部|均已|都已|全数)[一-龥]{0,6}[，,]?$")
_LAST_YEAR = pattern("上一?年|去年|往年")
"""A rate of another year is not held against the figures of this one."""
_CARRIED = pattern("结转|含上年|含往年|跨年|历年")
_NOT = ("不", "未", "待", "正在")
"""What makes a figure that of the opposite: 尚未办结1件, 不合格2份."""
_WHOLES = (
    "受理|发放|发出|立案|排查|登记|接收|收到|接到|收件|承办|交办|应诉|调解|应|总|共|发现|调处|受案|信访|纠纷|案件|诉求|工单|问题|"
    "参加|在册|现有|符合|事项|需|答复|建议|提案|办件|认领|目录|清单|审查|检查"
)
_WHOLE = pattern(_WHOLES)


class _Claim(NamedTuple):
    """A rate that no figure of its sentence gives, the figure above the line and the likeliest below it."""

    statement: Statement
    name: str
    value: Quantity
    start: int
    end: int
    part: Figure
    whole: Figure

    @property
    def right(self) -> Decimal:
        """Give the rate that the two figures give."""
        return right_rate(self.value, self.part.number, self.whole.number)


def _claims(material: Material) -> Iterator[_Claim]:
    for statement in material.statements:
        if re.search("[%％]", statement.text) and not _CARRIED.search(statement.text):
            yield from _rates(statement)
            yield from _shares(statement)


def _rates(statement: Statement) -> Iterator[_Claim]:
    several = _are_several(statement)
    for match, ledger in _with_ledgers(_RATE, statement):
        if statement.text.endswith("占", 0, match.start()) or _LAST_YEAR.match(match["names"]):
            continue
        pool = ledger if ledger.entries else _later(statement, match)
        for name in _AND.split(match["names"]):
            stem = name.removesuffix("率").strip("“”的")
            if not (several and stem.endswith("满意")):
                yield from _claim(match, f"{stem}率", _named(stem, pool), statement, pool)


def _shares(statement: Statement) -> Iterator[_Claim]:
    for match, ledger in _with_ledgers(_SHARE, statement):
        nearest = ledger.entries[-1] if ledger.entries else None
        if nearest and _LEAD.fullmatch(statement.text, nearest.end, match.start()):
            for claim in _claim(match, _SHARE_NAME, nearest, statement, ledger):
                if abs(claim.right - claim.value.number) < _NEAR and not match["name"].startswith("全"):
                    yield claim


def _are_several(statement: Statement) -> bool:
    """Tell whether a rate is of several figures together: 满意率 of 非常满意802条 and 满意163条."""
    content = (
        one.unit not in _RATES and "满意" in one.label and "不满意" not in one.label
        for one in statement.figures
    )
    return "满意" in statement.text and sum(content) > 1


def _with_ledgers(shape: re.Pattern[str], statement: Statement) -> Iterator[tuple[re.Match[str], Ledger]]:
    """Give each rate with the one ledger of the sentence, in which what stands before the rate has been entered."""
    ledger, figures = Ledger(_is_whole), deque(one for one in statement.figures if one.unit not in _RATES)
    for match in shape.finditer(statement.text):
        while figures and figures[0].end <= match.start("value"):
            ledger.enter(figures.popleft())
        yield match, ledger


def _is_whole(figure: Figure) -> bool:
    """Tell what is said of what came in: 受理12件."""
    return bool(_WHOLE.search(figure.before) or _WHOLE.search(figure.after))


def _later(statement: Statement, match: re.Match[str]) -> Ledger:
    """Give the figures after a rate, up to the next one: 参会率98%，应到50人，实到49人."""
    ledger = Ledger(_is_whole)
    first = statement.first_from(match.end())
    for figure in takewhile(lambda one: one.unit not in _RATES, islice(statement.figures, first, None)):
        ledger.enter(figure)
    return ledger


def _claim(
    match: re.Match[str], name: str, part: Figure | None, statement: Statement, ledger: Ledger
) -> Iterator[_Claim]:
    if part is None or not (part.exact and part.counted and part.number) or _TIMELY.search(name):
        return
    if _is_of_another(match, name, part, statement) or _is_one_of_several(name, part, ledger):
        return
    value, (start, end) = percent(match["value"]), match.span("value")
    at_least = bool(_BOUND.match(statement.text, end + 1))
    whole = None if ledger.gives(value, part, at_least=at_least) else ledger.whole_of(part)
    if whole and whole.start < part.start:
        yield _Claim(statement, name, value, start, end, part, whole)


def _is_of_another(match: re.Match[str], name: str, part: Figure, statement: Statement) -> bool:
    """Tell whether a rate is not of all that was told before it: of what ended, of what was left, of some of them."""
    start, end = match.span()
    told = statement.text[max(0, start - _FAR) : end + _FAR]
    last = statement.first_from(start) - 1
    near = [one for one in statement.figures[max(0, last - 1) : last + 1] if one.start >= part.end]
    some = any(one.before.startswith("其中") and one.like(part) and one.number < part.number for one in near)
    going_on = _ENDED.search(name) and _GOING_ON.search(told)
    left_out = _LEFT_OUT.search(told) and not _LEFT_OUT.search(name)
    sorts = name != _SHARE_NAME and {*_SORT.findall(name)} != {*_SORT.findall(part.before)}
    done = _ALL_DONE.search(statement.text, max(0, start - _NEAR), start)
    timely = name != _SHARE_NAME and _TIMELY.search(part.before)
    return bool(some or going_on or left_out or done or sorts or timely)


_PASSED = pattern("合格|及格|达标|称职")
_BETTER = pattern("优|良")
"""Who did better passed, too: 优秀15人、合格4人，合格率100%."""


def _is_one_of_several(name: str, part: Figure, ledger: Ledger) -> bool:
    """Tell whether a part is the last of several that a rate is of together: 村级化解50件，镇级化解10件，化解率100%."""
    at = bisect_left(ledger.entries, part.start, key=attrgetter("start"))
    before = ledger.entries[at - 1] if at and name != _SHARE_NAME else None
    if not (before and before.like(part)):
        return False
    if _PASSED.search(name) and _BETTER.search(before.before):
        return True
    return _said_of(name.removesuffix("率")).fits(before) and not _WHOLE.search(before.before)


def _named(name: str, ledger: Ledger) -> Figure | None:
    """Find the last figure that is said of what the rate is named after: 胜诉率 -> 胜诉13起."""
    return ledger.last_said(_said_of(name)) if len(name) > 1 else None


def _said_of(name: str) -> SaidOf:
    words = next((same for key, same in _SAME.items() if name.endswith(key)), (name[-2:],))
    return SaidOf(words, tuple(no for no in _NOT if no not in name))


def _finding(claim: _Claim, message: str, fix: str, mend: str | None = None) -> Finding:
    begin = claim.statement.start
    return Finding(message, fix, claim.statement.block, begin + claim.start, begin + claim.end + 1, mend=mend)


@rule(
    "数据-01",
    "比率与分子分母不符",
    only_with=("%", "％"),
    level=Level.ERROR,
    bad="全年依法参与行政应诉案件14起，胜诉13起，胜诉率92.85%。",
    good="全年依法参与行政应诉案件14起，胜诉13起，胜诉率92.86%。",
)
def wrong_rate(material: Material) -> Iterator[Finding]:
    """核对同一句里写出的比率与它的分子、分母。

    查什么：“……率”或“占……%”，按写出的小数位四舍五入，与同句的两个数重新算一遍；约数（余、近、约）不算，
    有未结、在审、重复、撤回、移送的，“按期”“当场”办的，“其中”的一部分另算的，分母不一定是前面的数，也不算。
    为什么：比率抄错、只舍不入，是上级核数时最先看到的差错。
    怎么改：按提示改比率；如果比率是对的，就核对分子和分母。
    """
    for claim in _claims(material):
        if claim.value.number >= 100:
            continue
        right = claim.right
        exact = claim.part.number * 100 / claim.whole.number
        cut = exact.quantize(right, rounding=ROUND_DOWN) == claim.value.number
        yield _finding(
            claim,
            f"{claim.name}写作{claim.value}，按{claim.part.text}除以{claim.whole.text}应为{plain_digits(right)}%"
            + ("（写成的是只舍不入的数）。" if cut else "。"),
            f"改为{plain_digits(right)}%，或核对这两个数。",
            f"{plain_digits(right)}%" if cut else None,
        )


@rule(
    "数据-02",
    "两数不等而写100%",
    only_with=("%", "％"),
    level=Level.ERROR,
    bad="全年排查矛盾纠纷120件，化解118件，化解率100%。",
    good="全年排查矛盾纠纷120件，化解120件，化解率100%。",
)
def false_hundred(material: Material) -> Iterator[Finding]:
    """核对写作100%的比率，分子与分母是否相等。

    查什么：比率写作100%，同句的分子却小于分母；前面写了“已全部……”的，有未结、重复、撤回、移送的，不算。
    为什么：只有两数相等才是100%，差一件也不是。
    怎么改：按实际比率写；如果确已全部办结，就核对分子。
    """
    for claim in _claims(material):
        if claim.value.number != 100:
            continue
        right = claim.right
        yield _finding(
            claim,
            f"{claim.name}写作100%，但{claim.part.text}少于{claim.whole.text}，应为{plain_digits(right)}%。",
            f"改为{plain_digits(right)}%，或核对这两个数。",
        )
