"""数据: the kinds of a thing, told in sentences of their own, against the whole; what is left against what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.figures import Statement
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.numbers.arithmetic import plain_digits
from generator.numbers.prose import Figure
from generator.patterns import pattern

_CASES = ("件", "起", "宗")
_WHOLES = (
    (
        pattern(r"(?:调解|化解|调处|受理|排查)[^，。；\d]{0,10}(?:矛盾|纠纷)[^，。；\d]{0,6}$"),
        pattern(
            r"(?:婚姻|家庭|邻里|相邻|土地|山林|宅基地|劳动|劳资|物业|消费|租赁|合同|损害赔偿|债务|借贷|赡养|医疗|征地|拆迁|交通事故|林权|其他)[^，。；\d]{0,10}$"
        ),
    ),
    (
        pattern(r"(?:被申请|行政)?复议(?:案件)?[^，。；\d]{0,6}$"),
        pattern(r"(?:维持|纠错|撤销|变更|确认违法|驳回|终止|撤回)[^，。；\d]{0,8}$"),
    ),
)
"""What the whole is, and what its kinds are, by the words before their figures; no thing is of two kinds."""
_EARLIER = pattern(r"上年|去年|同期|往年|历年|结转|其中")
_PART = pattern(r"成功|达成|调成")
"""Of those that were settled nobody tells the kinds: these are of all that were taken up."""


@rule(
    "数据-47",
    "各类之和多于总数",
    yields_to=("数据-05", "数据-06"),
    only_with=("纠纷", "复议", "其余", "余下", "剩余", "剩下"),
    bad="全年调解矛盾纠纷60件。婚姻家庭纠纷30件，邻里纠纷25件，土地纠纷20件。",
    good="全年调解矛盾纠纷75件。婚姻家庭纠纷30件，邻里纠纷25件，土地纠纷20件。",
)
def kinds_over_whole(material: Material) -> Iterator[Finding]:
    """把分散在几句里的各类数加起来，与前面的总数核对。

    查什么：同一段里先说调解、化解纠纷的总数，后面分句说婚姻家庭、邻里、土地等各类，加起来多于总数；复议案件与维持、纠错、驳回也查；“23个村中，21个已达标，余下3个”也查。
    为什么：各科室各报一类，合到一起才看得出多了。
    怎么改：与报数的科室核对；一件算进了两类的，写明“有交叉”。
    """
    for block in range(len(material.blocks)):
        told = [one for one in material.statements if one.block == block]
        figures = [(one, figure) for one in told for figure in one.figures if figure.unit in _CASES]
        for whole, kind in _WHOLES:
            yield from _over(figures, whole, kind)
    for block, match in material.matches(_LEFT, "余", "剩"):
        right = int(match["all"]) - int(match["one"])
        if right != int(match["rest"]) and not _CARRIED.search(match.group()):
            message = f"“{match.group()}”：{match['all']}减{match['one']}等于{right}，写成了{match['rest']}。"
            yield Finding(message, "核对这几个数。", block, match.start("rest"), match.end("rest"))


def _over(
    figures: list[tuple[Statement, Figure]], whole: re.Pattern[str], kind: re.Pattern[str]
) -> Iterator[Finding]:
    wholes = (at for at, (_one, figure) in enumerate(figures) if _is(whole, figure))
    at = next((at for at in wholes if not _PART.search(figures[at][1].before)), None)
    if at is None:
        return
    statement, total = figures[at]
    parts: dict[str, Decimal] = {}
    for _one, figure in figures[at + 1 :]:
        if _is(whole, figure) and not _is(kind, figure):
            break
        if _is(kind, figure):
            parts.setdefault(figure.before[-4:], figure.number)
    added = sum(parts.values(), Decimal(0))
    if len(parts) > 1 and total.exact and added > total.number:
        start, end = statement.at(total)
        yield Finding(
            f"后面各类加起来是{plain_digits(added)}{total.unit}，多于{total.text}。",
            "与报数的科室核对；一件算进了两类的，写明“有交叉”。",
            statement.block,
            start,
            end,
        )


def _is(shape: re.Pattern[str], figure: Figure) -> bool:
    return bool(shape.search(figure.before)) and not _EARLIER.search(figure.before)


_CARRIED = pattern("结转|上年|往年|去年|积案|存量")
_LEFT = pattern(
    r"(?P<all>\d{1,5})(?P<unit>[个件户家处项名人份起宗])[^，。；\d]{0,8}(?:[，,]|中[，,]?)[^。；\d]{0,14}?(?P<one>\d{1,5})(?P=unit)"
    r"[^。；\d]{0,16}[，、；](?:其余|余下|剩余|剩下)的?[^，。；\d]{0,6}(?P<rest>\d{1,5})(?P=unit)"
)
