"""数据: the kinds of a thing, told in sentences of their own, against the whole; what is left against what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from generator.checks.figures import Statement, added_up
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.shares import REST
from generator.numbers.arithmetic import plain_digits
from generator.numbers.prose import Figure
from generator.patterns import pattern

_CASES = ("件", "起", "宗")


class _Sort(NamedTuple):
    """What a whole is and what its kinds are, by the words before their figures, and what tells of another thing."""

    whole: re.Pattern[str]
    kind: re.Pattern[str]
    elsewhere: re.Pattern[str]


_SORTS = (
    _Sort(
        pattern(
            r"(?:调解|化解|调处|受理|排查)[^，。；\d]{0,10}(?:矛盾|纠纷)[^，。；\d]{0,6}$|纠纷[^，。；\d]{0,10}调解的?$"
        ),
        pattern(
            r"(?:婚姻|家庭|邻里|相邻|土地|山林|宅基地|劳动|劳资|物业|消费|租赁|合同|损害赔偿|债务|借贷|赡养|医疗|征地|拆迁|交通事故|林权|其他)[^，。；\d]{0,10}$"
        ),
        pattern("工单|热线|12345|诉讼|判决|原告|信访|来访|法律援助|处罚|警情|报警|咨询|隐患|投诉"),
    ),
    _Sort(
        pattern(r"(?:被申请|行政)?复议(?:案件)?[^，。；\d]{0,6}$"),
        pattern(r"(?:维持|纠错|撤销|变更|确认违法|驳回|终止|撤回)[^，。；\d]{0,8}$"),
        pattern("诉讼|应诉|判决|原告|被告|胜诉|败诉|法院|工单|信访"),
    ),
)
"""No thing is of two kinds; a figure behind words of another thing is no kind of what was told before them."""
_EARLIER = pattern(r"上年|去年|同期|往年|历年|结转")
_AMONG = pattern("其中")
_PART = pattern(r"成功|达成|调成")
"""Of those that were settled nobody tells the kinds: these are of all that were taken up."""
_CLOSED = 3
"""So many kinds of which the last is 其他 are all that there are."""
_MET = tuple[Statement, Figure]


@rule(
    "数据-47",
    "各类之和多于总数",
    yields_to=("数据-05", "数据-06"),
    only_with=("纠纷", "复议", "余", "剩", "空编", "缺编", "空缺"),
    bad="全年调解矛盾纠纷60件。婚姻家庭纠纷30件，邻里纠纷25件，土地纠纷20件。",
    good="全年调解矛盾纠纷75件。婚姻家庭纠纷30件，邻里纠纷25件，土地纠纷20件。",
)
def kinds_over_whole(material: Material) -> Iterator[Finding]:
    """把分散在几句里的各类数加起来，与前面的总数核对。

    查什么：同一段里先说调解、化解纠纷的总数，后面分句说婚姻家庭、邻里、土地等各类，加起来多于总数；
    同一句里一直列到“其他”的，少于总数也查；中间说起工单、诉讼等别的事的，不算在内；复议案件与维持、纠错、驳回也查；“23个村中，21个已达标，余下3个”“编制12名，在岗10名，空编3名”也查。
    为什么：各科室各报一类，合到一起才看得出多了。
    怎么改：与报数的科室核对；一件算进了两类的，写明“有交叉”。
    """
    for block, told in groupby(material.statements, key=attrgetter("block")):
        figures = [(one, figure) for one in told for figure in one.figures if figure.unit in _CASES]
        for sort in _SORTS:
            for whole, kinds in _groups(figures, sort, material.blocks[block].text):
                yield from _against(whole, kinds)
    for block, match in material.matches(_LEFT, "余", "剩", "空编", "缺编", "空缺"):
        right = int(match["all"]) - int(match["one"])
        if 0 <= right != int(match["rest"]) and not _CARRIED.search(match.group()):
            message = f"“{match.group()}”：{match['all']}减{match['one']}等于{right}，写成了{match['rest']}。"
            yield Finding(message, "核对这几个数。", block, match.start("rest"), match.end("rest"))


def _groups(figures: list[_MET], sort: _Sort, text: str) -> Iterator[tuple[_MET, list[_MET]]]:
    """Give each whole with its kinds behind it, up to the next whole or to words of another thing."""
    wholes: list[_MET] = []
    kinds: list[_MET] = []
    for statement, figure in figures:
        if wholes:
            (last, total), here = wholes[-1], statement.at(figure)[0]
            if sort.elsewhere.search(text, last.at(total)[1], here):
                yield from _group(wholes, kinds)
                wholes, kinds = [], []
        if _is(sort.kind, figure) and not (kinds and _AMONG.search(figure.before)):
            kinds.append((statement, figure))
        elif _is(sort.whole, figure) and not (_PART.search(figure.before) or _AMONG.search(figure.before)):
            if kinds:
                yield from _group(wholes, kinds)
                wholes, kinds = [], []
            wholes.append((statement, figure))
    yield from _group(wholes, kinds)


def _group(wholes: list[_MET], kinds: list[_MET]) -> Iterator[tuple[_MET, list[_MET]]]:
    """Give kinds with their whole: the one of their own sentence, or else the largest before them."""
    if wholes and kinds:
        beside = [one for one in wholes if one[0] is kinds[0][0]]
        yield max(beside or wholes, key=lambda one: one[1].number), kinds


def _against(whole: _MET, kinds: list[_MET]) -> Iterator[Finding]:
    statement, total = whole
    parts: dict[str, Figure] = {}
    for _one, figure in kinds:
        parts.setdefault(figure.before[-4:], figure)
    added = added_up(parts.values())
    if len(parts) < 2 or not total.exact or added == total.number:
        return
    if added > total.number or _is_closed(statement, kinds):
        more = added > total.number
        listed = "、".join(f"{one.before[-8:]}{one.text}" for one in parts.values())
        yield Finding(
            f"后面各类（{listed}）加起来是{plain_digits(added)}{total.unit}，{'多' if more else '少'}于{total.text}。",
            "与报数的科室核对；"
            + ("一件算进了两类的，写明“有交叉”。" if more else "还有没列出的类别，一并写上。"),
            statement.block,
            *statement.at(total),
        )


def _is_closed(statement: Statement, kinds: list[_MET]) -> bool:
    """Tell whether kinds are told side by side in the sentence of their whole, up to 其他: then they are all."""
    listed = [figure for one, figure in kinds if one is statement]
    if len(listed) != len(kinds) or len(kinds) < _CLOSED or not REST.search(listed[-1].before):
        return False
    between = [one for one in statement.figures if listed[0].start <= one.start <= listed[-1].start]
    return between == listed and all(one.exact for one in listed)


def _is(shape: re.Pattern[str], figure: Figure) -> bool:
    return bool(shape.search(figure.before)) and not _EARLIER.search(figure.before)


_CARRIED = pattern("结转|上年|往年|去年|积案|存量|同比|环比")
_LEFT = pattern(
    r"(?P<all>\d{1,5})(?P<unit>[个件户家处项名人份起宗条])[^，。；\d]{0,8}(?:[，,]|中[，,]?)[^。；\d]{0,14}?(?P<one>\d{1,5})(?P=unit)"
    r"[^。；\d]{0,16}[，、；](?:其余|余下|剩余|剩下|尚余|还剩|余|剩|空编|缺编|空缺)的?[^，。；\d]{0,6}(?P<rest>\d{1,5})(?P=unit)"
)
