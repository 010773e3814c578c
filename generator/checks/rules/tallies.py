"""数据: figures that the words beside them contradict: all of it and not 100%, a year against itself, a wide area."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.alike import are_alike
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.patterns import pattern

_WHOLLY = pattern(
    r"(?:^|(?<=[。；]))(?P<said>[^，。；]{0,24}?全部[一-龥]{0,6}?(?P<done>[一-龥]{2})[，；、]"
    r"[一-龥]{0,6}?(?P=done)率(?:均为|均达|达到|达|为)?(?P<rate>\d{1,3}(?:\.\d+)?)[%％])"
)
_WHOLE = 100
_ALL_AND_REST = pattern(
    r"\d(?P<unit>[件起宗个处项户条])[，,]?[^。；，,\d]{0,6}全部(?P<done>化解|办结|整改|完成|答复|销号|结案|解决)(?:到位|完毕|完成)?[，,]"
    r"[^。；，,\d]{0,4}(?P<said>(?:剩余|其余|余下|剩下|仍有|尚有|还剩|尚余|未办结|未化解|未整改)的?(?P<rest>\d{1,5})(?P=unit))"
)


@rule(
    "数据-43",
    "“全部”与比率不符",
    only_with=("全部",),
    bad="61件申请全部按时办结，按时办结率96.7%。5件积案全部化解，剩余2件正在推进。",
    good="61件申请全部按时办结，按时办结率100%，调解成功率96.7%。",
)
def all_and_yet_not_all(material: Material) -> Iterator[Finding]:
    """查写了“全部办结”，后面的办结率是不是100%，是不是又有剩下的。

    查什么：“全部……化解，化解率98%”；率的名称与前面的事相同才查。“5件全部化解，剩余2件”；“另有”“还有”的不算。
    为什么：全部做到，比率就是100%，不会有剩下的；多半是沿用了旧数。
    怎么改：核对台账，改“全部”或改比率。
    """
    for block, match in material.matches(_WHOLLY, "全部"):
        if Decimal(match["rate"]) != _WHOLE:
            message = f"写了全部{match['done']}，{match['done']}率却是{match['rate']}%。"
            yield Finding(message, "核对台账，改“全部”或改比率。", block, *match.span())
    for block, match in material.matches(_ALL_AND_REST, "全部"):
        message = f"写了全部{match['done']}，又说剩下{match['rest']}{match['unit']}。"
        yield Finding(message, "核对台账，改“全部”或改剩下的数。", block, *match.span("said"))


_AGAINST_ITSELF = pattern(
    r"(?P<year>20\d\d年)(?![初底末])[^。；]{2,40}?(?:比|较|与|同)(?P<said>(?P=year))(?!上半|下半|[初底末第]|[一二三四]季)"
    r"(?:度|同期|全年)?(?:相比)?，?[^。；，\d]{0,4}?(?:减少|增加|增长|下降|上升|提高|降低|多|少|持平)"
)


@rule(
    "数据-44",
    "与同一年比较",
    only_with=("比20", "较20", "与20", "同20"),
    yields_to=("数据-42",),
    bad="2022年办理处罚案件13件，比2022年减少4件。",
    good="2022年办理处罚案件13件，比2021年减少4件，2022年下半年比2022年上半年少2件。",
)
def compared_with_its_own_year(material: Material) -> Iterator[Finding]:
    """查“2022年……比2022年减少”这样与自己比的。

    查什么：同一句里说的年份与拿来比的年份相同；上半年、季度、月份之间相比的不算。
    为什么：照旧稿改年份，只改了一处，或者改过了头。
    怎么改：说的是报告年度，比的是上一年。
    """
    for block, match in material.matches(_AGAINST_ITSELF):
        message = f"{match['year']}的数不会与{match['said']}比。"
        yield Finding(message, "核对两处的年份。", block, *match.span("said"))


_WIDE = pattern(
    r"(?:占道|摊点|摊位|广告牌?|违建|违法建设|违章建筑|门头|店招|乱搭乱建|私搭乱建|杂物|垃圾)[^，。；\d]{0,8}(?P<said>\d[\d.]*(?:平方千米|平方公里))"
)


@rule(
    "数据-45",
    "面积的单位太大",
    only_with=("平方千米", "平方公里"),
    bad="清理占道摊点占地80平方千米。",
    good="清理占道摊点占地80平方米，辖区面积80平方公里。",
)
def area_too_wide(material: Material) -> Iterator[Finding]:
    """查摊点、违建、广告这类小块地方的面积是不是用了平方公里。

    查什么：“拆除违建3平方公里”“清理摊点80平方千米”；辖区、林地的面积不算。
    为什么：一平方公里是一百万平方米，多半是“平方米”之误。
    怎么改：核对台账，改成平方米。
    """
    for block, match in material.matches(_WIDE, "平方千米", "平方公里"):
        yield Finding(f"“{match['said']}”太大。", "核对台账，看是不是平方米。", block, *match.span("said"))


_OWN_AND_OTHER = pattern(
    r"(?:^|(?<=[。；]))(?P<own>[一-龥]{2,3}(?:镇|乡|街道))(?:将|党委|党工委|坚持|始终|以|持续)[^。；]{2,24}?(?:推动|推进|促进|提升|加快)"
    r"(?P<other>[一-龥]{2,3}(?:镇|乡|街道))(?=依法行政|法治|高质量|各项|经济)"
)


@rule(
    "提法-29",
    "一句话里本单位名称前后不一",
    bad="鹿鸣街道将以更实举措推动柳坪街道依法行政工作再上台阶。",
    good="鹿鸣街道将以更实举措推动全街道依法行政工作再上台阶。",
)
def two_names_for_one_unit(material: Material) -> Iterator[Finding]:
    """查“甲镇将……推动乙镇法治建设”这样前后不一的单位名称。

    查什么：“柳湾村”又写“柳弯村”，“红石榴”又写“红柿榴”这样只差一个同音、形近字的村名、品牌名；一句话开头是一个镇、乡、街道，后面“推动”的却是另一个的法治、依法行政。
    为什么：套用别家的稿子，名称没有改全。
    怎么改：统一成本单位，后一处写“全镇”“全街道”。
    """
    for block, match in material.matches(_OWN_AND_OTHER):
        if match["own"] != match["other"]:
            message = f"前面是{match['own']}，这里是{match['other']}。"
            yield Finding(message, "统一成本单位的名称。", block, *match.span("other"))
    seen: dict[str, str] = {}
    for block, match in material.matches(_OWN_NAMES):
        name = match[match.lastgroup or 0]
        alike = next((one for one in seen.values() if _differ_by_a_slip(one, name)), "")
        if alike and name not in seen:
            message = f"前面写“{alike}”，这里写“{name}”。"
            yield Finding(message, "核对，全篇写成一样。", block, *match.span(match.lastgroup or 0))
        seen.setdefault(name, name)


_OWN_NAMES = pattern(
    r"(?:(?<![一-龥])|(?<=[在到由赴的与和及于从对为让]))(?P<village>[一-龥]{2,3}(?:村|社区|镇|乡|街道|小区|居委会))"
    r"|“(?P<brand>[一-龥]{3,10})”"
)


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Tell whether two names differ in one character that sounds or looks like the other's."""
    if len(one) != len(other):
        return False
    unlike = [(first, second) for first, second in zip(one, other, strict=True) if first != second]
    return len(unlike) == 1 and are_alike(*unlike[0])
