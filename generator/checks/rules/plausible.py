"""数据: figures against what can be: the population, the cases behind a fine, the papers handed out, the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks.figures import Statement
from generator.checks.material import Finding, Material
from generator.checks.money import COUNTY_FACTOR, FINED, odd_sums
from generator.checks.registry import Example, rule
from generator.facts.levels import TOWNSHIPS
from generator.numbers.arithmetic import plain_digits
from generator.numbers.prose import Figure
from generator.patterns import pattern

_POPULATION = pattern(r"(?:常住|户籍|辖区|总|全[镇乡县区市]|服务|实有)人口|^人口|居民总数")
_PER_HEAD: dict[str, Decimal] = {
    "人": Decimal(1),
    "名": Decimal(1),
    "人次": Decimal(30),
    "件": Decimal(1),
    "起": Decimal(1),
    "宗": Decimal(1),
    "户": Decimal("0.8"),
    "份": Decimal(60),
    "册": Decimal(60),
    "张": Decimal(60),
}
"""How many there may be of a thing for each inhabitant in a year; far more than there ever are."""
_CASE = pattern(r"案件|处罚|立案|查处|办结|办理|结案")
_FINE_FOR_EACH = {True: Decimal(2_000_000), False: Decimal(20_000_000)}
_REACHED = pattern(r"覆盖|受教育|惠及|受众|辐射|受益|知晓|教育群众|宣传群众|参加|参与|参训|培训")
_SHEETS = ("份", "册", "张", "本")
_HELD = ("场", "次", "期", "场次")
_FOR_EACH_SHEET = 80
_FOR_EACH_MEETING = 8000
_ENOUGH = 5000
_STAFF = pattern(r"执法人员|执法队员|调解员|工作人员|网格员|律师|法律顾问")
_WORK = ("件", "起", "宗", "次", "家次", "户次")
_FOR_EACH_OFFICER = 600
_TEAM = pattern(r"(?:队员|执法人员|执法力量|巡查员|巡防队员)[^，。；\d]{0,4}$")
_SENT_OUT = pattern(r"(?:出动|投入|派出|调派)[^，。；\d]{0,4}(?:执法|队员|巡查|巡防)[^，。；\d]{0,6}$")
_OUT_EACH = 2000
"""So often nobody goes out in a year: more than five times a day."""
_PER_PERSON = pattern(r"(?:人均|每人|平均每人|每名[一-龥]{2,5}|户均)[^，。；\d]{0,8}$")
_MOST_PER_PERSON: dict[str, Decimal] = {
    "人": Decimal(10_000),
    "户": Decimal(3000),
    "件": Decimal(300),
    "起": Decimal(300),
    "次": Decimal(400),
    "场": Decimal(300),
    "份": Decimal(1000),
    "学时": Decimal(500),
    "小时": Decimal(2000),
    "天": Decimal(366),
}
_EXTREMES = pattern(
    r"最(?:高|大|多)[^，。；\d]{0,14}(?P<most>\d[\d.]{0,9})(?P<much>万?)元[^。；]{0,24}?最(?:低|小|少)"
    r"[^。；\d]{0,24}?(?P<said>(?P<least>\d[\d.]{0,9})(?P<little>万?)元)"
)
_TEN_THOUSAND = 10_000


@rule(
    "数据-34",
    "数与人口、案件、份数对不上",
    bad=Example(
        "全镇常住人口9200人，全年办理法律援助案件4.6万件，发放宣传单150份，覆盖群众20万人次。", level="镇"
    ),
    good=Example(
        "全镇常住人口9200人，全年办理法律援助案件46件，发放宣传单1500份，覆盖群众2000人次。", level="镇"
    ),
)
def cannot_be(material: Material) -> Iterator[Finding]:
    """用写在旁边的数核对一个数可不可能。

    查什么：案件数、人数超过写出的人口，罚款平均一件上百万元，一份资料、一场活动覆盖的人太多，人均办案几百件，队员22人出动150万人次，
    乡镇街道的普法、顾问经费上千万元，对一家罚上百万元，一件补贴上百万元，38名农民工的工资76.4元、工伤赔偿18.6元（多半漏了“万”），
    最低的一笔比最高的一笔还多。
    为什么：多半是多写了零，或者写错了“万”“亿”。
    怎么改：核对台账；确实无误的，停用本条并写明原因。
    """
    for block, match in material.matches(_EXTREMES, "最"):
        if _in_yuan(match["least"], match["little"]) > _in_yuan(match["most"], match["much"]):
            message = f"“{match.group()}”：最低的多于最高的。"
            yield Finding(message, "核对台账，看是不是写错了“万”。", block, *match.span("said"))
    told: set[tuple[int, int]] = set()
    for why, statement, figure in _doubtful(material):
        start, end = statement.at(figure)
        if (statement.block, start) not in told:
            told.add((statement.block, start))
            yield Finding(
                f"“{figure.before}{figure.text}”：{why}。",
                "核对台账，看是不是多写了零，或写错了“万”“亿”。",
                statement.block,
                start,
                end,
            )


def _doubtful(material: Material) -> Iterator[tuple[str, Statement, Figure]]:
    people = _people(material)
    team: tuple[Statement, Figure] | None = None
    local = material.level in TOWNSHIPS
    for statement in material.statements:
        for figure in statement.figures:
            yield from odd_sums(statement, figure, local=local)
            most = _PER_HEAD.get(figure.unit)
            if (
                people
                and most
                and figure.number > max(people * most, Decimal(20))
                and not _POPULATION.search(figure.label)
            ):
                yield f"而人口是{plain_digits(people)}人", statement, figure
            said = _PER_PERSON.search(figure.before)
            if said and figure.number > _MOST_PER_PERSON.get(figure.unit, figure.number):
                yield "平均到一个人不会这么多", statement, figure
        if team and team[0].block == statement.block:
            yield from _sent_too_often(team[1], statement)
        told = (one for one in statement.figures if one.unit in ("人", "名") and _TEAM.search(one.before))
        team = next(((statement, one) for one in told), team)
        for one, other in pairwise(statement.figures):
            why = _why(one, other, local=local)
            if why:
                yield why, statement, other


def _sent_too_often(team: Figure, statement: Statement) -> Iterator[tuple[str, Statement, Figure]]:
    """Give what a team told before can not have gone out, however often: 队员22人。出动执法人员150万人次."""
    for figure in statement.figures:
        often = figure.unit == "人次" and figure.number > team.number * _OUT_EACH
        if often and _SENT_OUT.search(figure.before):
            yield f"而{team.before[-6:]}只有{team.text}", statement, figure


def _in_yuan(digits: str, scale: str) -> Decimal:
    return Decimal(digits.rstrip(".")) * (_TEN_THOUSAND if scale else 1)


def _people(material: Material) -> Decimal | None:
    """Give the population that the report tells."""
    told = (
        figure.number
        for statement in material.statements
        for figure in statement.figures
        if figure.unit in ("人", "名") and _POPULATION.search(figure.before)
    )
    return next((number for number in told if number > 0), None)


def _why(one: Figure, other: Figure, *, local: bool) -> str:
    """Say why of two figures side by side the second is too large for the first, or nothing."""
    if not one.number:
        return ""
    each = other.number / one.number
    if (
        other.unit.endswith("元")
        and FINED.search(other.before)
        and one.unit in ("件", "起", "宗")
        and _CASE.search(one.label)
    ):
        return "平均一件的罚款太多" if each > _FINE_FOR_EACH[local] else ""
    if other.unit in ("人", "人次", "名") and _REACHED.search(other.label) and other.number >= _ENOUGH:
        if one.unit in _SHEETS and each > _FOR_EACH_SHEET:
            return f"而前面只有{one.text}"
        if one.unit in _HELD and each > _FOR_EACH_MEETING and local:
            return f"而前面只有{one.text}"
    if (
        one.unit in ("人", "名")
        and _STAFF.search(one.label)
        and other.unit in _WORK
        and each > _FOR_EACH_OFFICER
    ):
        return f"而前面只有{one.text}"
    return ""


_CALENDAR = (
    (r"每[天日](?:工作|值班|服务|开放|巡查|在线)?[^，。；\d]{0,6}(?P<count>\d{2,3})(?:个)?小时", 24, "一天只有24小时"),
    (r"(?:每村|每个村|村均|每个社区|每个网格|平均每村|每社区|社均)[^，。；\d]{0,12}(?P<count>\d{4,7})(?:名|人(?!次|口)|个|件|起)", 999, "平均到一处不会这么多"),
    ((
        r"(?:讲座|会议|培训|宣讲|庭审|座谈|讲解|授课|演练)[^，。；\d]{0,8}(?:持续|历时|时长|用时|耗时)(?:达|约"
        r"|为)?(?P<count>\d{2,4})个?(?:多)?小时"
    ), 14, "一场活动没有这么长"),
    (r"每周[^，。；\d]{0,6}(?P<count>\d{1,3})天", 7, "一周只有7天"),
    (r"每月[^，。；\d]{0,6}(?P<count>\d{2,3})天", 31, "一个月最多31天"),
    (r"(?:全年|一年|年内|每年)[^，。；\d]{0,8}(?P<count>\d{3})天", 366, "一年最多366天"),
    (r"(?:全年|一年|年内)[^，。；\d]{0,8}(?P<count>\d{2,3})个月", 12, "一年只有12个月"),
    (r"(?:全年|一年|年内|第)[^，。；\d]{0,4}(?P<count>\d{1,2})个?季度", 4, "一年只有4个季度"),
    (
        r"(?:下降|减少|降低|下滑|压降|降幅|缩减)[^，。；\d]{0,4}(?P<count>\d{3,5}(?:\.\d+)?)[%％]",
        100,
        "下降不会超过100%",
    ),
    (
        r"(?:增长|上升|提高|提升|增加|增幅)[^，。；\d]{0,4}(?P<count>\d{4,6}(?:\.\d+)?)[%％]",
        1500,
        "增长十几倍以上，少见",
    ),
    (r"7[×xX*](?P<count>\d{2,3})小时", 24, "一天只有24小时"),
    (r"(?P<count>\d{3})周?岁", 120, "没有这样的年纪"),
    (r"(?P<hour>[0-2]\d|3\d)[:：时点](?P<count>[6-9]\d)分?", 59, "没有这样的时刻"),
    (r"(?:得分|评分|考核|成绩|平均分|满意度)[^，。；\d]{0,6}(?P<count>\d{3}(?:\.\d+)?)分(?!制)", 100, "百分制没有这样的分数"),
)  # fmt: skip
_CALENDARS = tuple((pattern(shape), most, why) for shape, most, why in _CALENDAR)
_WIDE = pattern(
    r"(?:广场|公园|长廊|文化墙|宣传栏|调解室|工作室|服务站|工作站|服务中心|小区|办公用房|场所)[^，。；\d]{0,8}\d[\d.]*万?(?:平方公里|公顷)"
)
_NO_TIME = pattern(
    r"(?:仅用|仅用时|用时|耗时|只用|不到|停留)了?[^，。；\d]{0,4}(?:\d+秒(?!级)|0\.\d+(?:分钟|小时))"
)
_A_DAY = pattern(
    r"(?:日均|每[天日]|平均每[天日])[^，。；\d]{0,12}(?P<count>\d+(?:\.\d+)?)(?P<ten>万?)[余多]?(?:人次?|件|起|批次|次)"
)
_MOST_A_DAY = 1000
"""How many a township's counters and lines may have a day; a county's may have twenty times as many."""
_FIFTH = pattern(r"第[五六七八九]季度|[五六七八九]个季度")


@rule(
    "数据-35",
    "超出了可能的范围",
    bad="便民热线每天服务25小时，全年值守400天。",
    good="便民热线每天服务24小时，全年值守365天。",
)
def beyond_the_calendar(material: Material) -> Iterator[Finding]:
    """查时间、年龄、分数有没有超出可能的范围。

    查什么：每天超过24小时、每周超过7天、一年超过366天或12个月、第五季度、考核得分超过100分，乡镇街道每天接待、受理上千人次，
    一场讲座二十几个小时，“仅用时3秒”。
    为什么：没有这样的时间和分数，多半是写错了一位数。
    怎么改：核对；不是百分制的，写明满分。
    """
    scored = frozenset(material.saying(("满分", "总分", "加分")))
    for shape, most, why in _CALENDARS:
        for block, match in material.matches(shape):
            if Decimal(match["count"]) > most and block not in scored:
                yield Finding(f"“{match.group()}”：{why}。", "核对这个数。", block, *match.span())
    for block, match in material.matches(_WIDE, "平方公里", "公顷"):
        yield Finding(
            f"“{match.group()}”：一处场所没有这么大。", "核对面积单位，如“平方米”。", block, *match.span()
        )
    most_a_day = _MOST_A_DAY * (1 if material.level in TOWNSHIPS else COUNTY_FACTOR)
    for block, match in material.matches(_A_DAY, "日均", "每天", "每日"):
        if Decimal(match["count"]) * (10_000 if match["ten"] else 1) > most_a_day:
            yield Finding(f"“{match.group()}”：一天没有这么多。", "核对这个数。", block, *match.span())
    for block, match in material.matches(_NO_TIME, "秒", "分钟", "小时"):
        yield Finding(f"“{match.group()}”：没有这么短。", "核对这个数和单位。", block, *match.span())
    for block, match in material.matches(_FIFTH, "季度"):
        yield Finding(f"“{match.group()}”：一年只有4个季度。", "核对这个数。", block, *match.span())
