"""提法: what is named side by side has its order: the party first, the upper level first, the Constitution first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.scan import is_quoted
from generator.numbers.numerals import read_chinese
from generator.patterns import pattern

_LEVELS = {
    "省": 1,
    "自治区": 1,
    "州": 2,
    "市": 2,
    "县": 3,
    "区": 3,
    "旗": 3,
    "镇": 4,
    "乡": 4,
    "街道": 4,
}
_ORGANS = {
    "委": 0,
    "党委": 0,
    "党工委": 0,
    "人大": 1,
    "人大常委会": 1,
    "政府": 2,
    "人民政府": 2,
    "办事处": 2,
    "政协": 3,
}
_BODY = (
    r"(?:(?P<level>自治区|省|州|市|县|区|旗|镇|乡|街道)(?P<organ>党委|党工委|委|人大常委会|人大|人民政府|政府|办事处|政协)"
    r"|(?P<top>(?:党|中共)?中央(?=[、和与及]|$|关于|决|的|部署|印发)|国务院))(?!员|代表|办|书记|宣|组|政|统|副|常|工|网|各|机"
    r"|依(?=法治[国省市县区街镇])|全面|农|理|巡|社|编|老|督|党校|主)"
)  # fmt: skip
_ONE = pattern(_BODY)
_ROW = pattern(
    r"(?:自治区|省|州|市|县|区|旗|镇|乡|街道|(?:党|中共)?中央|国务院)[一-龥]{0,5}(?:[、和与及](?:自治区|省|州|市|县|区|旗|镇|乡|街道|(?:党|中共)?中央"
    r"|国务院)[一-龥]{0,5})+"
)


def _rank(match: re.Match[str]) -> tuple[int, int]:
    if match["top"]:
        return 0, 2 if match["top"] == "国务院" else 0
    return _LEVELS[match["level"]], _ORGANS[match["organ"]]


def _bodies(text: str) -> Iterator[tuple[int, int]]:
    """Give the places where of two bodies side by side the second should be named first."""
    for row in _ROW.finditer(text):
        named = list(_ONE.finditer(text, row.start(), row.end()))
        ranks = [_rank(one) for one in named]
        for at, (first, second) in enumerate(pairwise(named)):
            if text[first.end() : second.start()] not in ("、", "和", "与", "及"):
                continue
            (level, organ), (below, other) = ranks[at], ranks[at + 1]
            governed = {organ, other} <= {0, 2}
            after_party = any(rank == (level, 0) for rank in ranks[:at])
            if (level > below and governed) or (
                level == below and organ > other and not (after_party and other == 1)
            ):
                yield first.start(), second.end()


_FIXED = (
    (pattern(r"(?<!党委)(?<!党工委)(?<!党组)(?P<post>副(?P<word>[书主镇乡县区市局所组院部会队站处]?(?:书记|主任|[长席]|组长"
        r"|主席)))[、和与及](?:[镇乡县区市局所])?(?P=word)(?!科|委员|助)"), "先正职后副职"),
    (pattern(r"(?<![副书记、])(?:[镇乡县区市局]长|办事处主任|街道主任)[、和与及](?:[镇乡县区市局]?(?:党委|委|党工委|党组))书记"), "先书记后行政职务"),
    (pattern(r"(?:村|居)委会[、和与及](?:村|社区)?党(?:支部|总支|委|组织)|村主任[、和与及](?:村)?(?:党)?支?部?书记|村委会主任[、和与及](?:村)?(?:党支部"
        r"|党组织)?书记"), "先党组织后自治组织"),
    (pattern(r"(?:政协(?:的)?(?:民主)?|司法|监察|社会|舆论|群众)监督[、和与]人大(?:的)?(?:法律|工作)?监督"), "先人大后政协，再其他监督"),
    (pattern(r"(?<![一-龥])[省市县区](?:级)?[、和与及](?:党中央|国家|中央)(?=关于|有关|和|、|的|决策|部署|政策|层面|要求)|(?<=落实)[省市县区][、和与及](?:党中央"
        r"|国家|中央)"), "先中央后地方"),
    (pattern(r"(?<!治安)(?:民法典|行政处罚法|行政复议法|行政诉讼法|刑法)[、和与及]宪法(?!宣|日|周|誓)"), "先宪法后其他法律"),
    (pattern(
        r"(?<!公安[、和与及])(?<!公安局[、和与及])(?<![公警监司])(?<![一-龥]{1}[、])(?:[县区市]?(?:人民)?)检察院[、和与及](?:[县区市]?(?:人民)?)法院"
    ), "先法院后检察院"),
    (pattern(r"规章[、和与及]法律(?!援|服|顾|咨|知|意|明|工|监|责)|(?<![律内])法规[、和与及]法律(?!援|服|顾|咨|知|意|明|工)"), "先法律后法规、规章"),
)  # fmt: skip
_LAWS = pattern(
    r"《(?!中国共产党|习近平)(?:[^《》]{2,24}(?:法|法典|条例|规定|办法)|民法典|刑法)》[、和与及]?(?:《[^《》]{2,30}》[、和与及]?)*《(?:中华人民共和国)?宪法》"
)
_MEETING = pattern(
    r"(?:党的)?(?P<congress>十[七八九]|二十)(?:大(?!以[来后前]|会)|届(?P<plenums>[一二三四五六七八]中(?:、[一二三四五六七八]中)*)(?:全会)?)"
)
_JOINS = ("、", "和", "及", "以及", "与", "精神和")


def _meetings(text: str) -> Iterator[tuple[int, int]]:
    """Give the places where a meeting of the party is named before an earlier one."""
    named = list(_MEETING.finditer(text))
    for one in named:
        plenums = [read_chinese(sign) or 0 for sign in re.findall("[一二三四五六七八]", one["plenums"] or "")]
        if plenums != sorted(plenums):
            yield one.span()
    for first, second in pairwise(named):
        if text[first.end() : second.start()] in _JOINS and _when(first) > _when(second):
            yield first.start(), second.end()


def _when(match: re.Match[str]) -> tuple[int, int]:
    plenums = match["plenums"]
    return read_chinese(match["congress"]) or 0, (read_chinese(plenums[0]) or 0) if plenums else 0


@rule(
    "提法-23",
    "并列的次序颠倒",
    yields_to=("提法-14",),
    bad=Example("全面落实省政府、省委部署，副镇长、镇长轮流接访。", level="镇"),
    good=Example("全面落实省委、省政府部署，镇长、副镇长轮流接访。", level="镇"),
)
def named_in_wrong_order(material: Material) -> Iterator[Finding]:
    """查并列的机关、职务、会议、法律的先后。

    查什么：政府在党委之前、下级在上级之前、政协在人大之前、副职在正职之前、中全会在大会之前、别的法律在宪法之前、检察院在法院之前；引号里的、“公检法”的次序、人大代表与政协委员不算。
    为什么：公文并列时先党委后政府、先人大后政协、先上级后下级，会议按召开的先后，宪法排在第一。
    怎么改：前后对调。
    """
    seen: set[tuple[int, int]] = set()
    for number, block in enumerate(material.blocks):
        places = [(*span, "先党委后政府，先上级后下级") for span in _bodies(block.text)]
        places += [(*span, "按会议召开的先后") for span in _meetings(block.text)]
        places += [(*match.span(), "先宪法后其他法律") for match in _LAWS.finditer(block.text)]
        places += [(*match.span(), why) for shape, why in _FIXED for match in shape.finditer(block.text)]
        for start, end, why in sorted(places):
            if (number, start) in seen or is_quoted(block.text, start):
                continue
            seen.add((number, start))
            yield Finding(f"“{block.text[start:end]}”次序颠倒。", f"前后对调：{why}。", number, start, end)


_ORDER = pattern(
    r"(?P<a>[县区市镇乡])(?:人民)?政府[、和](?P=a)委|(?<![一-龥])[县区市镇乡]长[、和](?:[县区市镇乡]?(?:党委|委)?书记)|政协[、和]人大|办事处[、和](?:街道)?党工委|"
    r"(?P<b>[镇乡])(?:人民)?政府[、和](?P=b)党委|(?<![一-龥][县区市镇乡])(?<!“)政府[、和与]党委(?!政府)|[县区市]?监委[、和与][县区市]?纪委"
    r"|(?<![县区市镇乡级])政协委员、人大代表"
)


@rule(
    "提法-14",
    "党政次序颠倒",
    only_with=(
        *(f"政府{link}{level}" for link in "、和" for level in "县区市镇乡"),
        *(f"长{link}{following}" for link in "、和" for following in "县区市镇乡党委书"),
        *(
            f"{one}{link}{other}"
            for link in "、和"
            for one, other in (("政协", "人大"), ("政协委员", "人大"), ("办事处", "街道"), ("办事处", "党"))
        ),
        *(f"{one}{link}" for link in "、和与" for one in ("政府", "监委")),
    ),
    bad=Example("在县政府、县委的正确领导下，镇长、书记带头学法。", year=2023, level="镇"),
    good=Example("在县委、县政府的正确领导下，书记、镇长带头学法。", year=2023, level="镇"),
)
def party_after_government(material: Material) -> Iterator[Finding]:
    """查党委与政府、人大与政协、书记与镇长的先后。

    查什么：“县政府、县委”“政协、人大”“镇长、书记”“办事处、党工委”“监委、纪委”。
    为什么：公文并列时先党委后政府，先人大后政协。
    怎么改：前后对调。
    """
    for block, match in material.matches(_ORDER):
        yield Finding(f"“{match.group()}”次序颠倒。", "先党委后政府，先人大后政协。", block, *match.span())
