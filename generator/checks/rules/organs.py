"""提法: the words for a unit's own organs, which differ with its level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.facts.levels import TOWNSHIPS
from generator.patterns import pattern
from generator.problems import Level

_OWN = r"(?<![一-龥])|(?<=[由经在与和及为以对将把向到从是全我该本让请被及与或副起时中后下内委会开持报送])|(?<=[全今\d]年)|(?<=组建|成立|设立|建立|依托|整合)"
"""Before the unit's own organ stands no name: 与城东镇人民政府 is another unit's."""

_TEAMS = "综合行政执法|综合执法|司法所|便民服务中心|综治中心"
_TOWN = rf"镇(?:党委|人民政府|政府|人大|党政|机关|纪委|{_TEAMS})|镇长(?!期)"
_STREET = rf"街道(?:党工委|办事处|纪工委|人大工委|{_TEAMS})|街道办(?!事)"
_RURAL = rf"乡(?:党委|人民政府|政府|人大(?!代)|党政|机关|纪委|{_TEAMS})|乡长"


def _own(words: str) -> re.Pattern[str]:
    # what stands first passes over most characters at once
    return pattern(rf"(?=[镇乡街党])(?:{_OWN})(?P<word>{words})")


_FOREIGN = {
    "街道": (
        (_own(_TOWN), "街道是区、县的派出机关，没有镇的机构", "党工委、办事处、主任"),
        (_own(_RURAL), "街道没有乡的机构", "党工委、办事处、主任"),
        (
            pattern(r"(?P<word>依法治[镇乡](?!街))|(?<![乡城村集古市])(?P<other>[镇乡]域)"),
            "街道不是镇、乡",
            "依法治街、辖区",
        ),
    ),
    "镇": (
        (pattern(r"(?<!驻)(?P<word>镇办事处)"), "镇设人民政府", "镇人民政府"),
        (_own(rf"{_STREET}|(?<!乡)党工委"), "镇设党委和人民政府", "镇党委、镇人民政府"),
        (_own(_RURAL), "这里是镇，不是乡", "镇党委、镇人民政府、镇长"),
        (
            pattern(r"(?P<word>依法治[街乡](?!镇))|(?<=[扣合在])(?P<other>乡域)"),
            "这里是镇",
            "依法治镇、镇域",
        ),
    ),
    "乡": (
        (pattern(r"(?<!驻)(?P<word>乡办事处)"), "乡设人民政府", "乡人民政府"),
        (_own(rf"{_STREET}|党工委"), "乡设党委和人民政府", "乡党委、乡人民政府"),
        (_own(_TOWN), "这里是乡，不是镇", "乡党委、乡人民政府、乡长"),
        (pattern(r"(?P<word>依法治[街镇])"), "这里是乡", "依法治乡"),
    ),
}
_FOREIGN["民族乡"] = _FOREIGN["乡"]

_ANYWHERE = (
    (
        pattern(r"街道(?:人民政府|镇长|乡长|办事处镇长)"),
        "街道没有人民政府和镇长",
        "街道办事处、办事处主任",
    ),
    (pattern(r"镇街道(?:办事处|党工委)"), "镇和街道只能写一个", "镇人民政府或者街道办事处"),
    (pattern(r"街道镇(?:党委|政府|人民政府|长)"), "街道没有镇的机构", "街道党工委、办事处、主任"),
    (pattern(r"(?<!城)街道党委"), "街道设党工委", "街道党工委"),
    (
        pattern(r"(?<![乡街])镇党工委(?![、和及与]党委)|乡党工委(?![、和及与]党委)"),
        "镇、乡设党委",
        "镇党委、乡党委",
    ),
    (pattern(r"(?:镇|乡|街道)党组(?!织|成员)"), "镇、乡、街道不设党组", "镇党委、乡党委、街道党工委"),
    (pattern(r"街道办事处党组(?!织|成员)"), "街道设党工委", "街道党工委"),
    (
        pattern(r"(?<![自治社园景城库小片新辖校厂地山])[县区市](?P<word>党委(?=常委会|理论学习中心组))"),
        "县、市、区的党委称县委、市委、区委",
        "县委、市委、区委",
    ),
    (pattern(r"(?:镇|乡|街道)党工?委常委"), "乡镇党委、街道党工委没有常委", "党委委员、党工委委员"),
    (pattern(r"(?:镇|乡|街道)委常委会"), "乡镇党委没有常委会", "党委会议"),
)
_TELLING = """党组 党委常委 工委常委 委常委会 县党委 区党委 市党委 街道党委 镇党工委 乡党工委
街道人民政府 街道镇 街道乡 处镇长 镇街道"""
_ANYWHERE_WORDS = tuple(_TELLING.split())
"""Of what is wrong at any level, something is in each."""
_BARE = pattern(
    r"(?<![一-龥])(?P<party>党组)(?:书记|会议|会|的)|(?<=[由经在我])(?P<own>党组)(?:书记|会议|的)|党委常委会?"
)


_Shape = tuple[re.Pattern[str], str, str, Level]


def _wrong_anywhere(material: Material) -> Iterator[Finding]:
    yield from _unfit(material, _at_any_level(material))


@rule(
    "提法-11",
    "机构、职务与层级不符",
    level=Level.ERROR,
    errors=_wrong_anywhere,
    bad=Example("街道办事处镇长牵头，街道人民政府聘请法律顾问2名。", year=2023, level="街道"),
    good=Example("街道办事处主任牵头，与城东镇人民政府联合调处纠纷5件。", year=2023, level="街道"),
)
def organ_of_another_level(material: Material) -> Iterator[Finding]:
    """查党政机构和职务的名称合不合本单位的层级。

    查什么：街道写了镇长、镇党委、人民政府，镇写了党工委、办事处，乡镇街道写了党组、党委常委会；别的镇、街道带着名字写的不算。
    为什么：街道党工委、办事处是区、县的派出机关，镇、乡才有党委和人民政府；抄别家的稿子最容易露出来。
    怎么改：换成本级的名称。
    """
    yield from _unfit(material, [*_at_any_level(material), *_at_this_level(material.level)])


def _unfit(material: Material, asked: Iterable[_Shape]) -> Iterator[Finding]:
    shapes = [one for one in asked if one[0].search(material.text)]
    for number, block in enumerate(material.blocks if shapes else ()):
        spans: list[tuple[int, int]] = []
        for shape, why, right, level in shapes:
            for match in shape.finditer(block.text):
                word = next((name for name, value in match.groupdict().items() if value), 0)
                start, end = match.span(word)
                if any(start < stop and begin < end for begin, stop in spans):
                    continue
                spans.append((start, end))
                if _beside_another(block.text, start, end):
                    continue
                yield Finding(
                    f"“{block.text[start:end]}”与层级不符：{why}。",
                    f"改为{right}。",
                    number,
                    start,
                    end,
                    level=level,
                )


_WITH = "(?:[、和及与同]|会同|以及|联合|协同)[一-龥]{0,6}?"
_PAIRED = pattern(
    rf"街道党工委{_WITH}[镇乡]党委|[镇乡]党委{_WITH}街道党工委|(?:镇街|乡镇街道?)党委（党工委）"
    rf"|街道办事处{_WITH}[镇乡](?:人民)?政府|[镇乡](?:人民)?政府{_WITH}街道办事处"
    "|[县区市]、(?:乡、镇|镇、乡)(?:人民政府|政府|党委)"
)
"""The like organs of a street and of a town, or of all, named together: 街道党工委与镇党委; 县、乡、镇政府."""
_BEFORE = pattern(r"(?:街道(?:党工委|办事处)?|[镇乡](?:党委|政府)?)[、和及与]$|各$")
_BEHIND = pattern(r"[、和及与](?:各|其他)?(?:街道|[镇乡](?!党|人|政|长))")


def _beside_another(text: str, start: int, end: int) -> bool:
    """Tell whether all towns and streets are spoken of, as a superior does: 各镇党委、街道党工委."""
    street = text.startswith("街道", start) or text.startswith("党工委", start)
    around = range(max(0, start - 16), start + 1)
    if any(one and end <= one.end() for one in (_PAIRED.match(text, at) for at in around)):
        return True
    before = _BEFORE.search(text[max(0, start - 8) : start])
    behind = _BEHIND.match(text, end)
    if before and before.group() != "各":
        return before.group().startswith("街道") is not street
    return bool(before) or bool(behind and (behind.group().endswith("街道") is not street))


def _at_any_level(material: Material) -> Iterator[_Shape]:
    for shape, why, right in _ANYWHERE if material.saying(_ANYWHERE_WORDS) else ():
        yield shape, why, right, Level.WARNING if right in ("街道党工委", "县委、市委、区委") else Level.ERROR


def _at_this_level(unit: str) -> Iterator[_Shape]:
    if unit in TOWNSHIPS:
        yield _BARE, "乡镇街道不设党组，党委没有常委会", "党委、党工委", Level.WARNING
    for shape, why, right in _FOREIGN.get(unit, ()):
        yield shape, why, right, Level.WARNING


_WORDS = {
    "街道": "[我全](?:镇|乡)(?!镇)|本(?:镇|乡(?!镇|村|土|本))|我局|本局",
    "镇": "[我全本]街道(?!路)|[我全]乡(?!镇)|(?<!对)本乡(?!镇|村|土|本)|我局|本局",
    "乡": "[我全本]街道(?!路)|[我全本]镇|我局|本局",
    "民族乡": "[我全本]街道(?!路)|[我全本]镇|我局|本局",
    "部门": "[我本](?:镇|街道)|我乡",
    "县区": "我(?:镇|乡|街道|局)|本(?:镇|街道)",
}
_SELVES = {level: pattern(rf"(?<![健安保周成齐完])(?:{words})") for level, words in _WORDS.items()}
_SELF = ("我镇", "我乡", "我街道", "我局", "本局", "全镇", "全乡", "全街道", "本镇", "本街道", "本乡")
_BUREAU = pattern(
    r"(?<![总把顾统布大观破])全局(?=各项|干部|职工|上下|全体|党员|执法人员|工作人员|各科室|各股室|系统)"
)


@rule(
    "提法-12",
    "自称与层级不符",
    level=Level.ERROR,
    bad=Example("全镇共有执法人员12名，我局全部组织培训。", year=2023, level="街道"),
    good=Example("全街道共有执法人员12名，全部组织培训。", year=2023, level="街道"),
)
def self_of_another_level(material: Material) -> Iterator[Finding]:
    """查“我镇”“全镇”“我局”“全局干部”这类自称合不合本单位的层级。

    查什么：街道写了我镇、全镇，镇写了我街道、我局，乡镇、街道的句子用“我县”“我市”开头说自己做了什么；“你乡”“贵镇”是上级来文的称呼；“事关全局”“全局性”不算。
    为什么：这是抄别家稿子留下来的。
    怎么改：换成本级的自称，如我街道、全街道。
    """
    for block, match in _unlike_title(material):
        said = f"“{match.group()}”与大标题里的单位名称不符。"
        yield Finding(said, "换成本单位的自称。", block, *match.span(), level=Level.WARNING)
    yield from _of_others(material)
    if material.level in TOWNSHIPS:
        for block, match in material.matches(_ABOVE, "我"):
            said = f"“{match['said']}”是上级的自称。"
            yield Finding(said, "换成本单位的自称。", block, *match.span("said"), level=Level.WARNING)
    for block, match in _two_selves(material):
        said = f"同一段里又是“{match['one'] or match['two']}”，又是“{match.group()[-2:]}”。"
        yield Finding(said, "自称前后统一。", block, match.end() - 2, match.end(), level=Level.WARNING)
    shape = _SELVES.get(material.level)
    if not shape:
        return
    for block, match in material.matches(shape, *_SELF):
        yield Finding(
            f"“{match.group()}”不是{material.level}的自称。", "换成本单位的自称。", block, *match.span()
        )
    if material.level != "部门":
        for block, match in material.matches(_BUREAU, "全局"):
            yield Finding(
                "“全局”是局的自称。",
                "换成本单位的自称，如全镇、全街道。",
                block,
                *match.span(),
                level=Level.WARNING,
            )


def _of_others(material: Material) -> Iterator[Finding]:
    """Give what other bodies call themselves, and what a superior calls the unit."""
    for shape, signs, why in (
        (_OTHERS, "我", f"不是{material.level or '本单位'}的自称"),
        (_ADDRESSED, "你贵", "是别人对本单位的称呼"),
    ):
        for block, match in material.matches(shape, *signs):
            said = f"“{match.group()}”{why}。"
            yield Finding(said, "换成本单位的自称。", block, *match.span(), level=Level.WARNING)


_OTHERS = pattern(r"(?<![一-龥“])我(?:公司|校|院|厂|集团|社区|村|站|所|中心)(?!民)(?=[一-龥])")
_ADDRESSED = pattern(
    r"(?:^|(?<=[，。；、对经由请与及和]))(?:你|贵)(?:[镇乡县区局](?![的]?心)|街道|办事处|单位)(?=[一-龥，])(?![^“”。]{0,40}”)"
)
"""What a superior writes to a unit, left in its own report: 你乡法治政府建设虽然取得一定成绩."""
_ABOVE = pattern(
    r"(?:^|(?<=[。；]))(?:20\d\d年，|今年以来，|近年来，)?(?P<said>我[县区市省])(?=始终|坚持|持续|高度|认真|深入|全面|严格|积极|扎实|不断|大力|切实|依法|紧紧|聚焦"
    r"|[把以]|着力|率先|牢牢|紧扣|(?:现|共)?[有设建配][^。；，]{0,4}[镇乡]级)"
)
_TWO_SELVES = pattern(
    r"(?:(?P<one>[我本]县|(?<![一-龥])全县)[^\n]{0,120}?[我本][市区](?![长场域委])"
    r"|(?P<two>[我本][市区](?![长场域委]))[^\n]{0,120}?(?:[我本]县|(?<=[，。；])全县))"
)


def _two_selves(material: Material) -> Iterator[tuple[int, re.Match[str]]]:
    """Give where a county calls itself a county and a city, or a district, in one paragraph."""
    if material.level in ("县区", "部门"):
        yield from material.matches(_TWO_SELVES, "我市", "我区", "本市", "本区")


_TITLED = pattern(r"[一-龥]{2,20}?(?P<kind>县|区|市|局|委|办)(?:人民政府|员会|公室)?(?:关于)?20\d\d年")
_UNLIKE = {
    kind: pattern(rf"(?<![一-龥])我[{others}](?![长员])")
    for kind, others in {"县": "区", "区": "县", "市": "县区", "局": "委", "委": "局", "办": "局委"}.items()
}


def _unlike_title(material: Material) -> Iterator[tuple[int, re.Match[str]]]:
    """Give what a county or an office calls itself that its own title says otherwise."""
    bureau = material.level in ("县区", "部门")
    title = _TITLED.match(material.blocks[0].text) if bureau and material.blocks else None
    if title:
        yield from material.matches(_UNLIKE[title["kind"]], "我")
