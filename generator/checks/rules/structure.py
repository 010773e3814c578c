"""结构: the four parts and their order, headings without text, what is left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import SIMPLE, Finding, Material, Part
from generator.checks.registry import Example, rule
from generator.problems import Level

_HEADS = {
    Part.MEASURES: (
        "主要举措和成效",
        re.compile(r"举措|成效|做法|工作(?:开展)?情况|亮点|主要工作|依法|推进|强化|加强|完善|落实|提升"),
    ),
    Part.DUTIES: ("党政主要负责人履行第一责任人职责情况", re.compile(r"第一责任人")),
    Part.SHORTCOMINGS: ("存在的不足和原因", re.compile(r"不足|问题|短板|差距|困难")),
    Part.PLANS: (
        "下一年度主要安排",
        re.compile(r"安排|打算|计划|思路|努力方向|下一步|下步|整改措施|工作要点|举措方向"),
    ),
}

WHOLE_GOOD = """# 稷下街道2023年法治政府建设年度报告

2023年，稷下街道认真落实《法治政府建设实施纲要（2021—2025年）》。现将2023年度法治政府建设情况报告如下：

## 一、推进法治政府建设的主要举措和成效

### （一）深化法治宣传教育

全年开展普法宣传活动50余次，发放宣传资料1000余份。

### （二）多元化解矛盾纠纷

全年化解矛盾纠纷198起。

## 二、党政主要负责人履行推进法治建设第一责任人职责情况

全年开展领导班子学法6次，专题党课10次。

## 三、推进法治政府建设存在的不足和原因

执法装备不全，主要原因是执法办公室尚未配备执法记录仪。

## 四、2024年推进法治政府建设的主要安排

针对执法装备不全，配齐执法记录仪，开展执法人员业务培训。

稷下街道办事处

2024年1月20日
"""


def whole(old: str = "", new: str = "") -> Example:
    """Give the whole sound report as an example, with one passage of it changed."""
    if old not in WHOLE_GOOD:
        raise ValueError(f"not in the sample: {old}")
    return Example(WHOLE_GOOD.replace(old, new) if old else WHOLE_GOOD, year=2023, level="街道")


def chapters(material: Material) -> list[tuple[int, str]]:
    """Give the first-level headings with the numbers of their blocks."""
    return [(number, material.blocks[number].text) for number, rank in enumerate(material.ranks) if rank == 2]


@rule(
    "结构-01",
    "缺少必备的部分",
    bad=whole(
        "## 二、党政主要负责人履行推进法治建设第一责任人职责情况\n\n全年开展领导班子学法6次，专题党课10次。\n\n## 三、",
        "## 二、",
    ),
    good=whole(),
)
def missing_part(material: Material) -> Iterator[Finding]:
    """查四个部分是不是都有。

    查什么：主要举措和成效、第一责任人职责情况、不足和原因、下一年度安排，一级标题里有没有。
    为什么：《法治政府建设与责任落实督察工作规定》列明年度报告的必备内容，少一项会被退回补报。
    怎么改：补上这一部分；标题用的是别的说法，就改成通行的说法。
    """
    if not material.whole:
        return
    heads = "\n".join(
        block.text for block, rank in zip(material.blocks, material.ranks, strict=True) if rank in (2, 3)
    ).translate(SIMPLE)
    for name, pattern in _HEADS.values():
        if not pattern.search(heads):
            yield Finding(f"各级标题里没有“{name}”这一部分。", "补上这一部分，或把标题改成通行的说法。", 0)


@rule(
    "结构-02",
    "各部分次序颠倒",
    bad=whole(
        "三、推进法治政府建设存在的不足和原因\n\n执法装备不全，主要原因是执法办公室尚未配备执法记录仪。\n\n## 四、2024年推进法治政府建设的主要安排",
        "三、2024年推进法治政府建设的主要安排\n\n开展业务培训。\n\n## 四、推进法治政府建设存在的不足和原因",
    ),
    good=whole(),
)
def parts_out_of_order(material: Material) -> Iterator[Finding]:
    """查不足是不是写在计划之前、举措是不是写在不足之前。

    查什么：一级标题的先后。第一责任人职责情况放在哪里各地不一，不查。
    为什么：先说做了什么，再说还差什么，最后说下一年做什么；计划要对着不足写。
    怎么改：调整次序，并重编一、二、三、四。
    """
    if not material.whole:
        return
    order = [Part.MEASURES, Part.SHORTCOMINGS, Part.PLANS]
    last = 0
    for number, _text in chapters(material):
        part = material.parts[number]
        if part in order:
            place = order.index(part)
            if place < last:
                yield Finding(
                    f"“{part.value}”写在了“{order[last].value}”后面。", "调整次序，并重编序号。", number
                )
            last = max(last, place)


@rule(
    "结构-03",
    "标题下面没有内容",
    bad=whole("全年化解矛盾纠纷198起。\n\n", ""),
    good=whole(),
)
def empty_heading(material: Material) -> Iterator[Finding]:
    """查标题下面有没有正文。

    查什么：标题后面紧跟同级或更高一级的标题，或者到了文末。
    为什么：多半是材料还没填，或者删内容时漏删了标题。
    怎么改：补上内容，或删去标题并重编序号。
    """
    if not material.whole:
        return
    ranks = [*material.ranks, 1]
    for number, (rank, after) in enumerate(zip(ranks, ranks[1:], strict=False)):
        if rank >= 2 and 0 < after <= rank:
            text = material.blocks[number].text
            yield Finding(
                f"标题“{text}”下面没有内容。", "补上内容，或删去标题并重编序号。", number, 0, len(text)
            )


@rule(
    "结构-04",
    "标题重复",
    bad=whole("### （二）多元化解矛盾纠纷", "### （二）深化法治宣传教育"),
    good=whole(),
)
def repeated_heading(material: Material) -> Iterator[Finding]:
    """查有没有两个相同的标题。

    查什么：去掉序号后文字相同的标题。
    为什么：多半是复制后忘了改，或者一件事分在两处写。
    怎么改：改标题，或把两处合成一处。
    """
    seen: dict[str, int] = {}
    for number, (block, rank) in enumerate(zip(material.blocks, material.ranks, strict=True)):
        text = (
            re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?", "", block.text.strip())
            if rank >= 2
            else ""
        )
        if len(text) < 4:
            continue
        if text in seen and material.parts[number] == material.parts[seen[text]]:
            yield Finding(f"标题“{text}”用了两次。", "改标题，或把两处合成一处。", number, 0, len(block.text))
        seen.setdefault(text, number)


_BLANK = re.compile(
    r"【[^】]{0,6}(?:待填|待补|待定|待核|填写)[^】]{0,20}】|[（(](?:待[补填定核]|此处)[^）)]{0,12}[）)]"
    r"|(?:[×ＸX✕Ｘ]{1,4}|[*＊]{2,4}|[_＿]{2,8}|[○〇]{2,4}|△{2,4})(?=[件起次场人名份个户家条期项册张万%％年月日元])|[_＿]{3,}|？{3,}|\?{3,}"
)


@rule(
    "结构-05",
    "还有没填的空",
    level=Level.ERROR,
    bad="全年开展普法宣传活动XX次，发放宣传资料【待填：宣传资料（份）】。",
    good="全年开展普法宣传活动50余次，发放宣传资料1000余份。",
)
def left_blank(material: Material) -> Iterator[Finding]:
    """查有没有留着没填的空。

    查什么：【待填：……】、“XX次”“××件”“___”“（待补）”。
    为什么：带着空报上去，等于没有写。
    怎么改：填上；没有这项工作的，删去这一句。
    """
    for block, found in material.matches(_BLANK):
        yield Finding(f"还有没填的空：{found.group()}。", "填上，或删去这一句。", block, *found.span())


_NAMELESS = re.compile(r"(?<![“一-龥])[×ＸX]{2,3}(?=镇|乡|街道|县|区|市|村|社区|局|同志|单位|办公室|部门)")


@rule(
    "结构-06",
    "单位名称是代号",
    bad="2023年，××镇认真学习贯彻习近平法治思想。",
    good="2023年，城东镇认真学习贯彻习近平法治思想。",
)
def nameless_unit(material: Material) -> Iterator[Finding]:
    """查“××镇”“XX街道”这样的代号。

    查什么：单位、村社名称处的××、XX。
    为什么：从范文抄来时忘了换成本单位的名称。
    怎么改：写上名称。
    """
    for block, found in material.matches(_NAMELESS):
        yield Finding("单位名称还是代号。", "写上名称。", block, *found.span())


_CAUSE = re.compile(r"原因|由于|因|导致|造成|源于|基于|使得|致使|出于|归根|缺乏|缺少|不够重视")


@rule(
    "结构-07",
    "不足没有写原因",
    bad=whole("执法装备不全，主要原因是执法办公室尚未配备执法记录仪。", "执法装备不全，执法水平有待提高。"),
    good=whole(),
)
def shortcomings_without_cause(material: Material) -> Iterator[Finding]:
    """查“不足和原因”这一部分有没有写原因。

    查什么：整个部分里没有“原因”“由于”“导致”一类的话。
    为什么：规定要求写不足，也要求写原因；没有原因，下一年的安排就没有着落。
    怎么改：每条不足后面写一句主要原因。
    """
    if not material.whole or Part.SHORTCOMINGS not in material.parts:
        return
    numbers = [number for number, part in enumerate(material.parts) if part is Part.SHORTCOMINGS]
    body = "".join(material.blocks[number].text for number in numbers if material.ranks[number] != 2)
    if body and not _CAUSE.search(body):
        yield Finding("写了不足，没有写原因。", "每条不足后面写一句主要原因。", numbers[0])


_NUMBERS = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SAID = re.compile(
    r"(?P<count>[两二三四五六七八九十]|\d)个?(?:方面|点)(?:的?(?:突出)?(?:不足|问题|工作|原因|短板|差距|措施|情况|困难))?[：:。，]"
)
_POINT = re.compile(r"(?:^|[。；;：:，,\s])(?P<sign>[一二三四五六七八九十])是")


@rule(
    "结构-08",
    "说的项数与列的项数不符",
    bad="当前工作主要存在以下三个方面的问题：一是执法力量不足；二是普法形式单一。",
    good="当前工作主要存在以下两个方面的问题：一是执法力量不足；二是普法形式单一。",
)
def count_of_points(material: Material) -> Iterator[Finding]:
    """查“三个方面”后面列的是不是三项。

    查什么：“……个方面：”与同一段（和紧接的几段）里一是、二是、三是的个数。
    为什么：增删一项后常忘了改前面的数。
    怎么改：改数，或补上、删去一项。
    """
    for block, found in material.matches(_SAID):
        said = int(found["count"]) if found["count"].isdigit() else _NUMBERS[found["count"]]
        listed = _listed(material, block, found.end() - 1)
        if listed and listed != said:
            yield Finding(
                f"前面说{said}个方面，后面列了{listed}项。", "改数，或补上、删去一项。", block, *found.span()
            )


def _listed(material: Material, block: int, start: int) -> int:
    """Count 一是、二是… that follow in the block, and in the next blocks that go on with 三是."""
    signs = [_NUMBERS[found["sign"]] for found in _POINT.finditer(material.blocks[block].text, start)]
    for following in material.blocks[block + 1 :]:
        more = [_NUMBERS[found["sign"]] for found in _POINT.finditer(following.text)]
        if not more or more[0] != (signs[-1] if signs else 0) + 1:
            break
        signs += more
    return len(signs) if signs == list(range(1, len(signs) + 1)) else 0


_PERSONAL = re.compile(
    r"(?:^|[。；，：])(?P<me>本人(?!申请|签|身份|自愿|意愿|同意|陈述|要求|到)|我(?:始终|带头|认真履行|作为(?:党政主要负责人|镇长|主任|书记|街道)))"
)


@rule(
    "结构-09",
    "写成了个人述法",
    bad="一年来，本人认真履行推进法治建设第一责任人职责，带头学法用法。",
    good="一年来，街道党政主要负责人认真履行推进法治建设第一责任人职责，带头学法用法。",
)
def personal_report(material: Material) -> Iterator[Finding]:
    """查有没有用个人的口气。

    查什么：“本人”“我始终”“我作为书记”。
    为什么：年度报告以单位名义报送；个人口气是述法报告的写法，多半从那里抄来。
    怎么改：改成“党政主要负责人”或单位名称。
    """
    for block, found in material.matches(_PERSONAL):
        yield Finding(
            f"“{found['me']}”是个人述法报告的口气。",
            "改成“党政主要负责人”或单位名称。",
            block,
            *found.span("me"),
        )
