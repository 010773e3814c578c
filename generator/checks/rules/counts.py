"""数据: figures against the rhythm that is claimed, against each other, and against what is usual."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.figures import Statement
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.facts.levels import TOWNSHIPS
from generator.numbers.prose import Figure
from generator.patterns import pattern

_RHYTHM = {
    "每周": (40, 60),
    "每月": (10, 14),
    "每两月": (5, 7),
    "每两个月": (5, 7),
    "每季度": (3, 5),
    "每半年": (2, 2),
}
_EVERY = pattern(
    r"(?P<every>每两个月|每两月|每半年|每季度|每月|每周)[^，,。；;、]{0,6}?(?:至少|不少于)?(?:召开|开展|组织|听取|学习|研究|调度|专题|集中|集体|举办|进行|分析|研判"
    r"|一次|1次|1场|一场)"
)


@rule(
    "数据-17",
    "频次与次数对不上",
    only_with=tuple(_RHYTHM),
    bad="每季度召开法治建设专题会议，全年共召开12次。",
    good="每季度召开法治建设专题会议，全年共召开4次。",
)
def rhythm_against_count(material: Material) -> Iterator[Finding]:
    """查“每月”“每季度”与同句的全年次数是否相符。

    查什么：每周约50次、每月12次、每两月6次、每季度4次、每半年2次；多于一倍半或不到一半的报。
    为什么：制度定的频次和实际次数不符，要么没有落实，要么数写错了。
    怎么改：核对台账；确实只开了这些次，就把“每……”改成“定期”。
    """
    for statement in material.statements:
        match = _EVERY.search(statement.text)
        if not match:
            continue
        low, high = _RHYTHM[match["every"]]
        figure = _yearly(statement, match.end())
        rounds = figure and figure.number > high and _ROUND.search(statement.text[: figure.start])
        if figure and not rounds and not (Decimal(low) <= figure.number <= Decimal(high)):
            start, end = statement.at(figure)
            yield Finding(
                f"写了“{match['every']}”，全年却是{figure.text}。",
                "核对次数；没有按这个频次的，改写“定期”。",
                statement.block,
                start,
                end,
            )


def _yearly(statement: Statement, after: int) -> Figure | None:
    """Give the one count of meetings that follows in the sentence, if it is said of the whole year."""
    counts = [
        one
        for one in statement.figures
        if one.start >= after and one.unit in ("次", "场", "期", "场次") and one.number > 1
    ]
    if len(counts) == 1 and re.search(
        r"全年|今年|共|累计|20\d\d年|已|先后", statement.text[: counts[0].start]
    ):
        return counts[0]
    return None


_ROUND = pattern(
    r"(?:到|进|入|赴|下|驻|走进|深入|在|为|对|各|每个?)(?:各|\d+个|[一二三四五六七八九十]+个|所有|辖区|每个|村)?"
    r"(?:村|社区|网格|企业|学校|单位|站所|部门|片区|小区|组|户)|\d个(?:行政)?(?:村|社区|网格|单位|站所|小区)(?:每|各|均|都)"
)
"""Who goes round several places each month is in each of them twelve times."""


_WHOSE = pattern(
    r"^(?P<whose>[一-龥]{2,10}(?<![我本全])(?:村|社区|镇|乡|街道|网格|所|站|队|局|室|中心))(?=全年|累计|共)"
)
"""Who has done it, where several units are told of one after the other: 青松社区全年调解……."""
_YEARLY = pattern(
    r"(?:全年|累计|今年以来|(?P<year>20\d\d)年(?:以来)?|截至目前|年内)[，,]?(?:我镇|我街道|我乡|我区|街道|全镇|全区|全乡|全街道)?(?:共计|共|累计"
    r"|总共)?(?P<what>[一-龥“”]{4,16})$"
)


@rule(
    "数据-18",
    "同一件事前后两个数",
    bad="全年共化解矛盾纠纷198起。\n\n健全调解机制，全年共化解矛盾纠纷189起。",
    good="全年共化解矛盾纠纷198起。\n\n健全调解机制，全年共排查矛盾纠纷201起。",
)
def two_figures(material: Material) -> Iterator[Finding]:
    """查全年数在一篇里写了两次而不相同的。

    查什么：都带“全年”“累计”“共”，说法一字不差而数不同的两处。
    为什么：一件事两个数，读的人不知道信哪个。
    怎么改：核对台账，两处写成一样；口径不同的，写明各是什么。
    """
    seen: dict[tuple[str, str, str], list[tuple[Statement, Figure]]] = defaultdict(list)
    for statement in material.statements:
        for figure in statement.figures:
            lead = statement.text[max(0, figure.start - 40) : figure.start]
            match = _YEARLY.search(re.split(r"[。；;]", lead)[-1].rstrip("约近"))
            if match:
                what = re.sub(r"^(?:共计|共|累计|总共)", "", match["what"])
                year = match["year"] or str(material.year or "")
                whose = _WHOSE.search(re.split(r"[，。；;]", lead)[-1])
                seen[(whose["whose"] if whose else "") + what, figure.unit, year].append((statement, figure))
    for (what, _unit, _year), places in seen.items():
        first = places[0][1]
        for statement, figure in places[1:]:
            if figure.text != first.text:
                start, end = statement.at(figure)
                yield Finding(
                    f"“{what}”前面写{first.text}，这里写{figure.text}。",
                    "核对台账，两处写成一样；口径不同的，写明各是什么。",
                    statement.block,
                    start,
                    end,
                )


_ONLINE = pattern(r"浏览|点击|阅读|播放|访问|观看|转发|曝光")
"""What is counted of a page or a film runs into thousands."""
_EVENTS = ("次", "场", "期", "场次")
_HEADS = ("名", "人", "位")
_LIMITS = (
    (
        pattern(
            r"(?:中心组|党课|领导班子学法|会前学法|专题研讨|第一议题|党委会议?|党工委会议?|办公会议?|联席会议?|专题会议?|述法|民主生活会)"
        ),
        (*_EVENTS, "节", "堂"),
        100,
    ),
    (
        pattern(r"(?:法治课|听取汇报|听取[^，。；]{2,10}汇报|现场办公|专题调研|带队督导|出庭应诉|接访日)"),
        (*_EVENTS, "节", "堂"),
        100,
    ),
    (pattern(r"(?:批示|约谈|督办|督察|督导)"), _EVENTS, 500),
    (pattern(r"每(?:个)?(?:行政)?(?:村|社区)[^，。；]{0,14}"), _HEADS, 100),
    (pattern(r"(?:法律顾问|公职律师|律师)"), _HEADS, 200),
    (pattern(r"(?:执法人员|执法队员|司法助理员)"), _HEADS, 500),
    (pattern(r"(?:网格员|调解员|法律明白人)"), _HEADS, 5000),
    (pattern(r"(?:培训|旁听庭审|警示教育)$"), _EVENTS, 500),
    (pattern(r"(?:普法|法治宣传|宣传活动|法治讲座|宣讲)"), _EVENTS, 2000),
    (pattern(r"(?:检查|巡查|督查|执法)$"), _EVENTS, 20_000),
    (pattern(r"(?:宣传资料|宣传单|宣传册|宣传手册|宣传品|折页)"), ("份", "册", "张", "本"), 500_000),
    (pattern(r"(?:受教育|教育群众|受众|惠及群众|覆盖群众)"), ("人", "人次", "名"), 500_000),
    (pattern(r"(?:矛盾纠纷|化解|调解)"), ("件", "起", "宗"), 20_000),
    (pattern(r"(?:法律援助|行政处罚|立案|办结处罚|处罚案件|信访件|信访事项)"), ("件", "起", "宗"), 5000),
    (pattern(r"(?:应诉|行政诉讼|行政复议)"), ("件", "起", "宗"), 500),
    (pattern(r"(?:规范性文件|合同|重大行政决策)"), ("件", "份", "项"), 3000),
    (pattern(r"(?:横幅|标语|条幅|展板|海报|宣传画)"), ("条", "幅", "块", "张", "处", "面"), 10_000),
    (
        pattern(r"(?:微信群|工作群|短视频|推文|信息稿|文艺演出|模拟法庭|调解室|工作室|公益诉讼)"),
        ("个", "条", "篇", "部", "场", "次", "件"),
        3000,
    ),
    (
        pattern(r"(?:法律咨询|解答咨询|接待来访|接待群众|接听电话|来电来访)"),
        ("人次", "次", "件", "批次"),
        50_000,
    ),
    (pattern(r"(?:意见建议|意见|建议|提案|议案)"), ("条", "件"), 5000),
    (pattern(r"(?:辖区?面积|总面积|区域面积)"), ("平方公里",), 10_000),
    (pattern(r"(?:常住|户籍|辖区|总)人口"), ("人", "名"), 1_000_000),
    (pattern(r"(?:下?辖|全镇|全乡|全街道)(?:行政村|社区)?$"), ("个村", "个社区", "个"), 200),
    (pattern(r"(?:法治文化)?(?:广场|公园|长廊|阵地|基地)"), ("个", "处", "座"), 300),
)


@rule(
    "数据-19",
    "数大得不合常理",
    bad=Example("全年组织党工委理论学习中心组学法500次。", level="街道"),
    good=Example("全年组织党工委理论学习中心组学法12次。", level="街道"),
)
def implausible(material: Material) -> Iterator[Finding]:
    """查乡镇、街道一级的数有没有大出常见范围许多倍的。

    查什么：中心组学法上百次、法律顾问几百名、宣讲几千场、发放资料几十万份、复议应诉几百件、人口上百万等。
    为什么：多半是多写了一个零，或者把区县的数写进了街道的报告。
    怎么改：核对台账；确实无误的，在事实文件里停用本条并写明原因。
    """
    if material.level not in TOWNSHIPS:
        return
    for statement in material.statements:
        for figure in statement.figures:
            for what, units, limit in _LIMITS:
                if (
                    figure.number > limit
                    and figure.unit in units
                    and what.search(figure.before)
                    and not _ONLINE.search(figure.before)
                ):
                    start, end = statement.at(figure)
                    yield Finding(
                        f"“{figure.before}{figure.text}”超出{material.level}常见的范围许多倍。",
                        "核对台账，看是不是多写了零，或是上级的数。",
                        statement.block,
                        start,
                        end,
                    )
                    break
