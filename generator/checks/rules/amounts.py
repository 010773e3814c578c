"""数据: how a single figure is written: 余 and 近, decimals, percent, measure words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import DIGITS
from generator.patterns import pattern
from generator.problems import Level

_FEW = pattern(
    r"(?<![\d.万亿])(?P<digit>[1-9])[余多](?P<unit>次|场|件|起|人|名|份|个|户|家|条|期|项|册|张|人次|场次)"
)
_ROUGH = pattern(
    r"(?P<lead>近|约|大约|将近|接近)(?P<figure>\d[\d,.]{0,14}[万亿]?[余多]?(?:人次|场次|万元|[件起次场人名份个户家条期项册张元])?(?:左右|以上|上下)?)"
)
_STACKED = pattern(
    r"\d万[余多]万(?=[元人份册户亩])|(?:[\d十百千万](?:余多|多余)|[数几](?:[十百千]万?|万)[余多])(?=[人名位次场件起份册户家个条项期张篇元处名亩])"
    r"|(?<![附临靠邻最新远毗])(?:大约|大概|将近|接近|约|近|逾|超过|多达)(?:大约|大概|将近|接近|约|近|逾|超过)(?=[\d数几一二三四五六七八九十百千万])"
    r"|(?:大约|约|近|将近|大概)为\d[\d,.]{0,10}[万亿]?(?:人次|场次|万元|[件起次场人名份个户家条期项册张元])(?:左右|上下)"
    r"|(?:[\d十百千万][余多]|[数几](?:[十百千]万?|万))(?:人次|场次|万元|[件起次场人名份个户家条期项册张元])(?:左右|上下)"
)
"""Two approximations that meet without a figure between them: 30余多人, 数百余件, 约近200人, 200余人左右."""
_OVER = pattern(
    r"(?P<lead>超过|超|逾|不少于|至少)(?P<figure>\d[\d,.]{0,14}[万亿]?[余多]?(?:人次|场次|[件起次场人名份个户家条期项册张元])?(?:左右|以上|以内)?)"
)


@rule(
    "数据-11",
    "“余”“多”用在个位数后",
    only_with=(*(f"{digit}{more}" for digit in "123456789" for more in "余多"),),
    level=Level.ERROR,
    bad="全年开展法治讲座4余次。",
    good="全年开展法治讲座40余次。",
)
def few_and_more(material: Material) -> Iterator[Finding]:
    """查约数词“余”“多”前面是不是整十、整百的数。

    查什么：“4余次”“6多件”。
    为什么：个位数没有零头可约，应当写准数。
    怎么改：写准数；或者写成“40余次”这样的整数。
    """
    for block, match in material.matches(_FEW):
        yield Finding(
            f"“{match.group()}”：个位数后面不用“余”“多”。", "写准数，如“4次”。", block, *match.span()
        )


@rule(
    "数据-12",
    "约数词重复",
    bad="全年发放宣传资料近5000余份。",
    good="全年发放宣传资料5000余份。",
)
def twice_rough(material: Material) -> Iterator[Finding]:
    """查一个数是不是前后都加了约数词。

    查什么：“近……余”“约……左右”“超过……余”“约……以上”，“约近200人”“30余多人”“数百余件”“200余人左右”。
    为什么：“近”是不到，“余”是超过，两头一夹自相矛盾。
    怎么改：只留一个约数词，能写准数就写准数。
    """
    for shape, ends in (
        (_ROUGH, ("余", "多", "左右", "以上", "上下")),
        (_OVER, ("余", "多", "左右", "以上", "以内")),
    ):
        for block, match in material.matches(shape):
            if any(end in match["figure"] for end in ends):
                yield Finding(
                    f"“{match.group()}”前后都是约数词。", "只留一个；能写准数就写准数。", block, *match.span()
                )
    for block, match in material.matches(_STACKED):
        yield Finding(
            f"“{match.group()}”用了两个约数词。", "只留一个；能写准数就写准数。", block, *match.span()
        )


_WHOLE_THINGS = pattern(
    r"(?<![\d.万亿])\d[\d,]{0,12}\.\d{1,6}(?P<unit>件|起|宗|例|名|位|人次|人|场次|场|次|份|册|户|家|期|支|篇)(?!均|民币|/)"
)


@rule(
    "数据-13",
    "件数、人数带小数",
    only_with=(".",),
    level=Level.ERROR,
    bad="全年调解矛盾纠纷120.5件。",
    good="全年调解矛盾纠纷120件。",
)
def broken_count(material: Material) -> Iterator[Finding]:
    """查按个数数的量有没有小数。

    查什么：件、起、人、次、份、户等前面带小数而没有“万”“亿”；“平均”“人均”不算。
    为什么：案件和人不会有半个，多半是漏了“万”字或点错了小数点。
    怎么改：改为整数，或补上“万”。
    """
    for block, match in material.matches(_WHOLE_THINGS, "."):
        if not re.search(
            r"均|每|率|万人|折[算合]", material.blocks[block].text[max(0, match.start() - 24) : match.start()]
        ):
            yield Finding(
                f"“{match.group()}”：{match['unit']}数不会有小数。",
                "改为整数，或补上“万”。",
                block,
                *match.span(),
            )


_POINTS = pattern(
    r"(?:[提升增降减上下][高升加长低少降幅了]{1,2}|较上年|同比|比上年)[^，。；\d]{0,4}\d[\d.]{0,6}百分点"
    r"|(?<!增长)(?<!增)(?<!完成)率[^，。；\d]{0,4}(?<![\d.])100[%％](?:及|或)?以上"
    r"|(?<![\d.])\d[\d.]{0,8}(?:\s?[%％]个?百分点|[%％][%％])|百分之[一二三四五六七八九十百点\d.]{1,10}个百分点"
)


@rule(
    "数据-14",
    "百分号与百分点并用",
    only_with=("百分点", "%%", "%％", "％%", "％％", "100%", "100％"),
    level=Level.ERROR,
    bad="群众满意率较上年提高2%个百分点。",
    good="群众满意率较上年提高2个百分点。",
)
def percent_points(material: Material) -> Iterator[Finding]:
    """查百分号、“百分点”的写法。

    查什么：“2%个百分点”“98%%”“提高3.5百分点”（缺“个”），“覆盖率达100%以上”。
    为什么：两个比率相减得的是百分点，不再加百分号。
    怎么改：写“2个百分点”。
    """
    for block, match in material.matches(_POINTS):
        yield Finding(
            f"“{match.group()}”：{_why(match.group())}。",
            "写成“2个百分点”“100%”这样的形式。",
            block,
            *match.span(),
        )


_NOUNS = (
    "公职人员|工作人员|执法人员|党员|干部|群众|居民|村民|律师|网格员|调解员|志愿者|法律顾问|法律明白人|代表|学生|职工"
    "|矛盾纠纷|纠纷|案件|行政案件|信访件|宣传资料|宣传单|宣传册|横幅|法治讲座|讲座|网格长"
)
_BARE = pattern(r"(?<![\d.A-Za-z—\-+·“《年月第村居区校])(?P<number>\d{1,9}[余多]?)(?P<noun>" + f"{_NOUNS})")
_COUNTED = "受理|办结|审结|结案|化解|调处|调解|排查|立案|转办|查处|收到|评查|整改|答复|回复|发放|悬挂|张贴|接待|培训|走访|开展|举办"
_COUNTED_NOUNS = (
    "检查|巡查|活动|讲座|会议|培训|纠纷|案件|诉求|线索|隐患|合同|工单|资料|事项|建议|意见|信访件|投诉|群众"
)
_ENDED = pattern(
    rf"(?:{_COUNTED})了?(?:[一-龥]{{0,6}}(?:{_COUNTED_NOUNS}))?"
    r"(?P<number>(?!(?:19|20)\d\d(?!\d)|1[123]\d{3}(?!\d)|9\d{4}(?!\d))\d{1,6}[余多]?)"
    r"(?=[，；。、](?![\d]))"
)
"""A figure at a clause's end, but for a year or the number of a hotline: 受理118，审结109件."""
_WORK_ENDED = pattern(
    r"(?:研究|听取|召开|审议|部署)[一-龥]{2,12}(?:工作|议题|会议|汇报)(?P<number>\d{1,3}[余多]?)(?=[，；。](?!\d))"
)
"""How often something was talked over: 研究法治建设工作3，听取汇报."""
_SUM_ENDED = pattern(
    r"(?:损失|罚款|罚没款|经费|顾问费|费用|资金|标的额?|金额|工资|欠薪|赔偿款?|补偿款?|补贴|货款|违法所得)(?:(?!阅读|播放|覆盖|人口|政策|点击|浏览)[^，。；：、\d]){0,6}"
    r"(?P<number>\d[\d.]{0,8}[余多]?万[余多]?)(?=[，；。、])"
)


@rule(
    "数据-15",
    "数字后缺量词",
    only_with=(
        *(f"{last}{noun}" for last in f"{DIGITS}余多" for noun in _NOUNS.split("|")),
        *(f"{last}{mark}" for last in f"{DIGITS}余多万" for mark in "，；。、"),
    ),
    bad="组织47公职人员参加旁听庭审。",
    good="组织47名公职人员参加旁听庭审。",
)
def numbers_without_unit(material: Material) -> Iterator[Finding]:
    """查数字与名词之间有没有量词。

    查什么：“47公职人员”“120矛盾纠纷”；“受理118，审结109件”里的“受理118”；“挽回损失12.5万”（缺“元”）。
    为什么：缺了量词，读的人不知道是人还是人次、是件还是批。
    怎么改：补上量词，如“47名公职人员”。
    """
    for block, match in material.matches(_BARE):
        yield Finding(
            f"“{match.group()}”缺量词。", "补上量词，如“47名公职人员”“120件纠纷”。", block, *match.span()
        )
    for block, match in material.matches(_ENDED):
        message = f"“{match.group()}”后面缺量词。"
        yield Finding(message, f"补上量词，写成“{match.group()}件”这样的形式。", block, *match.span())
    for block, match in material.matches(_WORK_ENDED):
        message = f"“{match.group()}”后面缺量词。"
        yield Finding(message, f"补上量词，写成“{match['number']}次”这样的形式。", block, *match.span())
    for block, match in material.matches(_SUM_ENDED, "万"):
        yield Finding(f"“{match.group()}”后面缺“元”。", "补上“元”。", block, *match.span("number"))


def _why(said: str) -> str:
    """Say what is wrong with a share or with points."""
    if said.endswith("以上"):
        return "比率最多是100%"
    return "百分号与百分点重复" if "个" in said or said[-1] in "%％" else "“百分点”前面有“个”"
