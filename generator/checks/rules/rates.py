"""数据: rates against the two figures they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from itertools import takewhile
from typing import NamedTuple

from generator.checks.figures import Statement
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
_LEAD = pattern(r"[，,、（(]?(?:约|仅|已|共|合计)?")
_SAME = {
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
}
_RATES = ("%", "个百分点")
_SHARE_NAME = "占比"
_NEAR = 15  # points; further off, the share is of something else than the figures of the sentence
_TIMELY = (
    "按期",
    "按时",
    "及时",
    "限期",
    "准时",
    "到期",
    "同期",
    "当场",
    "当庭",
    "平均",
    "综合",
    "首次",
    "初次",
)
_CARRIED = pattern("结转|含上年|含往年|跨年|历年")
_NEW = pattern("新增|新办|新取得|新聘|拟|力争|目标|要求")
_WHOLES = (
    "受理|立案|排查|登记|接收|收到|接到|收件|承办|交办|应诉|调解|应|总|共|发现|调处|受案|信访|纠纷|案件|诉求|工单|问题|"
    "参加|在册|现有|符合|事项|需|答复|建议|提案|办件|认领|目录|清单|审查|检查"
)
_WHOLE = pattern(_WHOLES)


class _Claim(NamedTuple):
    """A rate that a sentence states, the figure above the line and those that may stand below it."""

    statement: Statement
    name: str
    value: Quantity
    start: int
    end: int
    part: Figure
    wholes: tuple[Figure, ...]

    def derived(self, whole: Figure) -> Decimal:
        return right_rate(self.value, self.part.number, whole.number)

    @property
    def holds(self) -> bool:
        """Tell whether some figure of the sentence below the line gives the rate that is stated."""
        bound = _BOUND.match(self.statement.text, self.end + 1)
        return any(
            self.derived(whole) >= self.value.number if bound else self.derived(whole) == self.value.number
            for whole in self.wholes
        )

    @property
    def whole(self) -> Figure:
        """Give the figure that most likely stands below the line: the nearest one said of what came in."""
        named = [one for one in self.wholes if _WHOLE.search(one.before) or _WHOLE.search(one.after)]
        return (named or list(self.wholes))[-1]


def _claims(material: Material) -> Iterator[_Claim]:
    for statement in material.statements:
        if not re.search("[%％]", statement.text) or _CARRIED.search(statement.text):
            continue
        for match in _RATE.finditer(statement.text):
            if statement.text[: match.start()].endswith("占"):
                continue
            for name in _AND.split(match["names"]):
                stem = name.removesuffix("率").strip("“”的")
                if _is_of_several(stem, statement):
                    continue
                before, after = _earlier(statement, match), _later(statement, match)
                pool = before or after
                yield from _claim(match, f"{stem}率", _named(stem, pool), statement, pool)
        for match in _SHARE.finditer(statement.text):
            pool = _earlier(statement, match)
            nearest = [one for one in pool if _LEAD.fullmatch(statement.text[one.end : match.start()])]
            for claim in _claim(match, _SHARE_NAME, nearest[-1] if nearest else None, statement, pool):
                off = abs(claim.derived(claim.whole) - claim.value.number)
                if off < _NEAR and not match["name"].startswith("全"):
                    yield claim


def _is_of_several(stem: str, statement: Statement) -> bool:
    """Tell whether a rate is of several figures together: 满意率 of 非常满意802条 and 满意163条."""
    return (
        stem.endswith("满意")
        and sum(
            one.unit not in _RATES and "满意" in one.label and "不满意" not in one.label
            for one in statement.figures
        )
        > 1
    )


def _earlier(statement: Statement, match: re.Match[str]) -> list[Figure]:
    return [one for one in statement.figures if one.end <= match.start("value") and one.unit not in _RATES]


def _later(statement: Statement, match: re.Match[str]) -> list[Figure]:
    """Give the figures after a rate, up to the next one: 参会率98%，应到50人，实到49人."""
    after = [one for one in statement.figures if one.start >= match.end()]
    return list(takewhile(lambda one: one.unit not in _RATES, after))


def _claim(
    match: re.Match[str], name: str, part: Figure | None, statement: Statement, pool: list[Figure]
) -> Iterator[_Claim]:
    if part is None or not part.exact or not part.counted or any(word in name for word in _TIMELY):
        return
    wholes = tuple(
        one
        for one in pool
        if one is not part and one.like(part) and one.exact and one.number >= part.number > 0
    )
    if wholes:
        yield _Claim(statement, name, percent(match["value"]), *match.span("value"), part, wholes)


_NOT = ("不", "未", "待", "正在")
"""What makes a figure that of the opposite: 尚未办结1件, 不合格2份."""


def _named(name: str, earlier: list[Figure]) -> Figure | None:
    """Find the last figure that is said of what the rate is named after: 胜诉率 -> 胜诉13起."""
    words = next((same for key, same in _SAME.items() if name.endswith(key)), (name[-2:],))
    if len(name) < 2:
        return None
    for figure in reversed(earlier):
        undone = any(f"{no}{word}" in figure.label for word in words for no in _NOT if no not in name)
        if any(word in figure.label for word in words) and not undone and not _NEW.search(figure.label):
            return figure
    return None


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

    查什么：“……率”或“占……%”，按写出的小数位四舍五入，与同句的两个数重新算一遍；约数（余、近、约）不算。
    为什么：比率抄错、只舍不入，是上级核数时最先看到的差错。
    怎么改：按提示改比率；如果比率是对的，就核对分子和分母。
    """
    for claim in _claims(material):
        if claim.holds or claim.value.number >= 100:
            continue
        right = claim.derived(claim.whole)
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

    查什么：比率写作100%，同句的分子却小于分母。
    为什么：只有两数相等才是100%，差一件也不是。
    怎么改：按实际比率写；如果确已全部办结，就核对分子。
    """
    for claim in _claims(material):
        if claim.holds or claim.value.number != 100:
            continue
        right = claim.derived(claim.whole)
        yield _finding(
            claim,
            f"{claim.name}写作100%，但{claim.part.text}少于{claim.whole.text}，应为{plain_digits(right)}%。",
            f"改为{plain_digits(right)}%，或核对这两个数。",
        )


_BOUNDED = pattern(
    r"(?:办结|结案|化解|调解成功|成功|合格|参训|参学|参考|覆盖|满意|胜诉|答复|回复|回访|整改|公示|出庭|应诉|持证|上线|入驻|进驻|审查|备案|知晓|普及|录入|采纳|签订|建档|达标|通过"
    r"|履职|到位|整改完成|占比|占|(?<!增长)(?<!完成)(?<!收益)(?<!回报)(?<!流转)率)"
    r"率?[^，,；;。\d]{0,6}?(?P<value>\d{3,}(?:\.\d+)?)[%％]"
)


@rule(
    "数据-03",
    "比率超过100%",
    only_with=("%", "％"),
    level=Level.ERROR,
    bad="全年立案查处违法案件20件，办结率105%。",
    good="全年立案查处违法案件20件，办结率100%。",
)
def over_hundred(material: Material) -> Iterator[Finding]:
    """查部分占全体的比率是否超过了100%。

    查什么：办结率、化解率、满意率、覆盖率等写成了大于100的数。
    为什么：部分不会多于全体；增长率、完成率（超额）不在此列。
    怎么改：核对分子、分母后重新计算。
    """
    for block, match in material.matches(_BOUNDED):
        if Decimal(match["value"]) > 100:
            yield Finding(
                f"比率写作{match['value']}%，超过了100%。", "核对分子和分母，重新计算。", block, *match.span()
            )


_NOTHING = pattern(
    r"(?:受理|收到|接收|立案|应诉|排查|承办|发生|办理)[^，,。；;\d]{0,12}(?<!\d)0[件起宗例][，,][^。；;\d]{0,12}率[^。；;\d]{0,4}"
    r"(?P<value>\d{1,3}(?:\.\d+)?)[%％]"
)


@rule(
    "数据-28",
    "没有基数却写了比率",
    only_with=("0件", "0起", "0宗", "0例"),
    bad="全年收到政府信息公开申请0件，答复率100%。",
    good="全年未收到政府信息公开申请。",
)
def rate_of_nothing(material: Material) -> Iterator[Finding]:
    """查基数为零时写的比率。

    查什么：“0件，……率100%”。
    为什么：没有发生的事算不出比率。
    怎么改：去掉比率，写“未收到……”“未发生……”。
    """
    for block, match in material.matches(_NOTHING):
        yield Finding("基数是0，算不出比率。", "去掉比率，写“未收到……”“未发生……”。", block, *match.span())
