"""数据: what there is a fixed number of, told with two numbers; the same sum in 万元 and in 元; last year's figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.numbers.arithmetic import plain_digits
from generator.numbers.numerals import read_chinese
from generator.patterns import pattern

_PLACES = "行政村|建制村|村民委员会|村（社区）|村|社区|居委会|街道|乡镇|镇街"
_STAFF = (
    "持证(?:行政)?执法人员|行政执法人员|执法人员|专职人民调解员|人民调解员|专职调解员|专职网格员|网格员|法律明白人|“法律明白人”|法律顾问|公职律师"
    "|人民调解委员会|公共法律服务工作站|公共法律服务站|公共法律服务室|网格"
)
_TOTAL = pattern(
    rf"(?:下?辖|全[镇乡县区市]|全街道|辖区)(?:内)?(?:现有|共有|共|有|的|所有|设有)?(?P<count>\d{{1,4}})个(?P<thing>{_PLACES})(?!民|委|级|干|居"
    rf"|党|支|组|“|小组|规)"
)
_AGAIN = pattern(
    rf"(?<![\d.第])(?P<count>\d{{1,4}})个(?P<thing>{_PLACES})(?!民|委会?主|级|干|居|党|支|组|小组|规)(?P<all>[一-龥]{{0,6}}?(?:全部"
    rf"|均已|均|都|全覆盖|各))?"
)
_WHOLE = pattern(r"(?:全[镇乡县区市]|全街道|辖区|所辖|所有|全部)的?$")
_SUBSET = pattern(r"其中|余下|其余|另外|剩余|试点|分别|中[，,]?$|等$|新增|合并|原")
_STOCK = pattern(
    rf"(?:现有|共有|实有|配备|配有|全[镇乡县区市]|全街道|拥有|在册)(?:专职|在岗)?(?:(?P<thing>{_STAFF})(?P<count>\d{{1,5}})[名人个支家]"
    rf"|(?P<number>\d{{1,5}})[名人个支家](?P<after>{_STAFF}))"
)


@rule(
    "数据-38",
    "村居、队伍的个数前后不一",
    bad="鹿鸣镇辖12个村。年内完成村级阵地改造，13个村全部达标。",
    good="鹿鸣镇辖12个村。年内完成村级阵地改造，12个村全部达标。",
)
def two_counts_of_one_thing(material: Material) -> Iterator[Finding]:
    """查村、社区、网格、执法人员、调解员这类死数，一篇里有没有两样。

    查什么：前面写辖12个村，后面写13个村，或者全部11个村；“现有执法人员12名”与“现有执法人员15名”；“讲座24场。25场讲座”“会议3次，第四次会议”；只说其中几个的不算。
    为什么：照旧稿改，辖区和队伍的数最容易前后不一。
    怎么改：核对，全篇写成一样；年内有变动的，写明。
    """
    yield from _places(material)
    yield from _counted_again(material)
    seen: dict[str, tuple[str, int]] = {}
    for block, match in material.matches(_STOCK):
        thing = (match["thing"] or match["after"]).strip("“”")
        count = match["count"] or match["number"]
        first = seen.setdefault(thing, (count, block))
        if first[0] != count:
            yield _other(block, match, thing, first[0])


def _places(material: Material) -> Iterator[Finding]:
    totals: dict[str, tuple[int, int, int]] = {}
    for block, match in material.matches(_TOTAL, "辖", "全"):
        totals.setdefault(match["thing"], (int(match["count"]), block, match.start("count")))
    for block, match in material.matches(_AGAIN, "个"):
        thing = match["thing"]
        if thing not in totals:
            continue
        count, where, place = totals[thing]
        text = material.blocks[block].text
        lead = text[max(0, match.start() - 12) : match.start()]
        whole = _WHOLE.search(lead) and not _SUBSET.search(re.split("[。；，]", lead)[-1])
        said = int(match["count"])
        if (where, place) != (block, match.start("count")) and (
            said > count or (whole and said < count and not match["all"])
        ):
            yield _other(block, match, thing, f"{count}")


def _other(block: int, match: re.Match[str], thing: str, first: str) -> Finding:
    return Finding(
        f"“{match.group()}”：{thing}前面写的是{first}。",
        "核对，全篇写成一样；年内有变动的，写明。",
        block,
        *match.span(),
    )


class _Sum(NamedTuple):
    what: str
    number: Decimal
    block: int
    match: re.Match[str]


_SAID_BY_COUNT = pattern(
    r"(?P<thing>法律顾问|执法人员|队员|网格员|调解员|明白人|律师|志愿者|隐患|企业|商户|示范户|合同|案件|纠纷|问题|线索|网格|学员|站所|讲座|培训|会议|广场|工作站|服务站|调解室"
    r"|示范村)(?P<one>\d{1,4})(?P<unit>[名人个支家场次期处间件起户份条])(?!次)"
    r"[^\n]{0,60}?(?<=[，。；])(?:这|全部|全体|上述|以上|[一-龥]{0,6}(?:发现|排查|查出|受理|参训|中)的)?(?P<two>\d{1,4})(?P=unit)(?:专职"
    r"|兼职|法治)?(?P=thing)"
)
_COUNTED_APART = pattern("加上|原有|以前|此前|历年|下半年|[上去]年[^。]{0,24}今年")
"""What tells that the second figure is of more than the first: 6个，加上原有的3个，9个……."""
_BEFORE = 12
_ORDINAL = pattern(
    r"(?P<thing>[一-龥]{2})(?P<one>\d{1,2})(?P<unit>[期次场批])[^\n]{0,40}?第(?P<two>[一二三四五六七八九十]{1,3})(?P=unit)(?P=thing)"
)


def _counted_again(material: Material) -> Iterator[Finding]:
    """Give what there are more of when it is spoken of again: 讲座24场。25场讲座…, 会议3次，第四次会议…."""
    for block, match in material.matches(_SAID_BY_COUNT):
        text = material.blocks[block].text
        apart = _COUNTED_APART.search(text, max(0, match.start() - _BEFORE), match.start("two"))
        if int(match["two"]) > int(match["one"]) and not apart:
            yield _more(block, match)
    for block, match in material.matches(_ORDINAL, "第"):
        if (read_chinese(match["two"]) or 0) > int(match["one"]):
            yield _more(block, match)


def _more(block: int, match: re.Match[str]) -> Finding:
    message = f"前面写{match['thing']}{match['one']}{match['unit']}，这里写到{match['two']}{match['unit']}。"
    return Finding(message, "核对，前后写成一样。", block, match.start("two"), match.end())


_MONEY = pattern(
    r"(?P<what>罚没款|罚款|罚没|挽回(?:经济|直接经济)?损失|追回(?:农民工)?(?:欠薪|工资)|兑付(?:农民工)?工资|涉案金额|涉及金额|投入(?:资金|经费)|发放(?:补贴|救助金))"
    r"(?:金额|资金|款)?(?:共计|合计|总计|累计|共|达|为|约)*(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>万元|元)"
)
_RATIOS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10000))


@rule(
    "数据-39",
    "同一笔钱写了两个数",
    only_with=("元",),
    bad="全年罚款3.2万元。\n\n规范罚没物品管理，罚款32万元全部上缴国库。",
    good="全年罚款3.2万元。\n\n规范罚没物品管理，罚款32000元全部上缴国库。",
)
def one_sum_twice(material: Material) -> Iterator[Finding]:
    """查同一项金额写了两处，换算成元是不是相等。

    查什么：罚款、挽回损失、追回工资、涉案金额等两处数字相同而差十倍、百倍、千倍、万倍，或者数字对调了两位的。
    为什么：“万元”与“元”混用，小数点错位，最容易把一笔钱写成两个数。
    怎么改：核对台账，统一单位。
    """
    sums: dict[str, _Sum] = {}
    for block, match in material.matches(_MONEY):
        number = Decimal(match["number"].replace(",", "")) * (10000 if match["unit"] == "万元" else 1)
        one = sums.setdefault(match["what"], _Sum(match["what"], number, block, match))
        low, high = sorted((one.number, number))
        shifted = low > 0 and high / low in _RATIOS
        if low != high and (shifted or is_transposed(plain_digits(low), plain_digits(high))):
            yield Finding(
                f"“{match.group()}”与前面的“{one.match.group()}”是同一项，数不同。",
                "核对台账，统一单位。",
                block,
                *match.span(),
            )


def is_transposed(one: str, other: str) -> bool:
    """Tell whether two numbers differ in two neighbouring digits that changed places: 198 and 189."""
    if len(one) != len(other) or len(one) < 3:
        return False
    differing = [at for at in range(len(one)) if one[at] != other[at]]
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return one[first] == other[second] and one[second] == other[first]


_ACHIEVED = pattern(
    r"(?P<what>(?:化解|调解|调处|排查|受理|办理|立案|办结|接待|发放|开展|举办|组织|培训|受教育|提供|审查|出动)[一-龥“”]{0,10}?)(?:累计|共计|共"
    r"|约)?(?P<number>\d{3,7})(?P<unit>[件起宗场次份册人名条户]|人次|场次|家次)"
)


_OF_ONE_OFFICE = pattern(
    "(?:[所队站办室村]|中心|社区|片区|线[上下]|网上|现场|窗口|上门|[一二三四五]组)(?:全年|先后|累计|共|已)*$"
)
"""What counts by itself, and not for the whole unit: 派出所培训162人次, 线上办理事项210件."""
_BESIDE = 8


@rule(
    "数据-40",
    "同一件事的数错位",
    bad="全年化解矛盾纠纷198起。\n\n健全机制，先后化解矛盾纠纷189起。",
    good="全年化解矛盾纠纷198起。\n\n健全机制，先后化解邻里纠纷89起。",
)
def digits_changed_places(material: Material) -> Iterator[Finding]:
    """查同一说法的两处数，是不是只有相邻两位对调。

    查什么：两处都写“化解矛盾纠纷”，一处198起，一处189起。
    为什么：录入时相邻两位最容易敲反。
    怎么改：核对台账，两处写成一样。
    """
    seen: dict[tuple[str, str], list[str]] = {}
    for block, match in material.matches(_ACHIEVED):
        if _OF_ONE_OFFICE.search(material.blocks[block].text, max(0, match.start() - _BESIDE), match.start()):
            continue
        key = (match["what"], match["unit"])
        earlier = seen.setdefault(key, [])
        swapped = next((one for one in earlier if is_transposed(one, match["number"])), None)
        if swapped:
            yield Finding(
                f"“{match.group()}”与前面的{swapped}{match['unit']}只差两位对调。",
                "核对台账，两处写成一样。",
                block,
                *match.span(),
            )
        if match["number"] not in earlier:
            earlier.append(match["number"])
