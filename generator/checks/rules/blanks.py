"""结构: what is left to fill in, counts of points, and the voice of another kind of report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.patterns import pattern
from generator.problems import Level

_UNITS = (
    "件|起|次|场|人|名|份|个|户|家|条|期|项|册|张|万|元|处|部|支|批|届|年|月|日|时|%|％|余|多|亩|公里|平方米"
)
_BLANK = pattern(
    r"[【\[](?:次数|人数|件数|份数|场数|户数|数据|比例|百分比|面积|数额|起数|期数|时长|学时|村名|社区名|职务|岗位|某某|X+|x+|×+)[】\]]|【(?:姓名|名称|单位|单位名称"
    r"|日期|时间|地点|数字|数量|金额|职务|年份|年度|人名|地名|[镇乡村县区]名|街道名|负责人|联系人)】"
    r"|【[^】]{0,6}(?:待填|待补|待定|待核|填写)[^】]{0,20}】"
    r"|[（(【\[](?:待[补填定核]|此处|请[在填补输]|在此|填写|插入|补充|略[）)】\]]|见附件[）)】\]]?待|[一-龥]{2,8}(?:填写|补充|提供"
    r"|待定)[）)】\]])[^）)】\]]{0,20}[）)】\]]?"
    rf"|(?:[×ＸX✕xｘ]{{1,4}}|[*＊]{{1,6}}|[_＿]{{1,8}}|[○〇◯]{{2,4}}|[△□■○◯#?？]{{1,4}}"
    rf"|(?<=[一-龥])[nN])(?={_UNITS}|百分点)(?![一-龥]*[”])"
    rf"|(?<=[一-龥])[（(【\[][ \u3000_＿]*[）)】\]](?={_UNITS}|镇|乡|街道|村|社区|同志)"
    r"|(?<![一-龥])(?:20|二[〇○零])[×ＸX✕*＊○〇◯_＿xｘ?？ ]{1,2}年"
    r"|[_＿]{3,}|？{3,}|\?{3,}"
)
_GAP = pattern(
    rf"(?<=[一-龥])[ \u3000\u00a0]{{1,12}}(?=(?:{_UNITS})(?:[，。；、]|以上|左右))"
    r"|(?<=[一-龥])(?<![人户家点处台场件批份数量额积率])（(?:次|件|场|起|人|名|份|期|人次|万元)）(?=[，。；、])"
    r"|[（(【\[](?!待[补填定核]|请[在填补输]|填写|插入|补充)(?:[一-龥]{0,10}(?:待|需|请|须|尚未|未|还要|再|有待)(?:最终|进一步|另行|后续|再|其)?(?:核实"
    r"|核对|核准|核定|补充|补齐|确认|统计|更新|完善|校核|查证|汇总|反馈)"
    r"|(?:数字|数据|时间|日期|人数|金额|名称|内容|具体)[一-龥]{0,6}(?:不详|暂缺|不准|存疑|有误|缺|空缺))[一-龥]{0,6}[）)】\]]"
    r"|[（(](?!填写|补充)(?:姓名|单位名称|时间|地点|时间、地点|具体时间|数字|数据|人数|金额|填[一-龥]{1,6}|举例(?:说明)?|可(?:根据|结合|视)[一-龥]{2,16}"
    r"|自行[一-龥]{2,8}|[一-龥]{0,6}(?<!策)(?<!侵)(?<!谋)(?<!战)略)[）)】\]]"
    r"|[（(][^（）()]{0,16}请[一-龥]{0,6}(?:核|审|看|改|补|确认|把关)(?:一下|下|对|实|定)?[）)]"
    r"|[★☆◎※]{1,3}(?=(?:件|起|次|场|名|份|户|家|个|人|万|元))|(?<=[一-龥])(?:—{1,2}|/|／|·)(?=(?:件|起|次|场|名|份|户|家|人次)[，。；、])"
    r"|(?:^|(?<=[。；]))请(?:补充|核实|填写|完善|提供|确认|补齐)[一-龥]{2,12}(?=[。；]|$)"
    r"|(?:数据|数字|内容|人数|金额)(?:待|需|有待|尚需)(?:更新|补充|核实|核对|完善|确认|补齐)(?=[。，；]|$)"
    r"|(?<=[记长任席])[×ＸXx]{2,3}(?=主持|带队|带头|强调|出席|讲|批|赴|到)"
    r"|(?<=[一-龥])(?:……|\.{3,6})(?=(?:件|起|名|份|场|次|户|家|人)[，。；、])"
    r"|(?:本段|此段|此处|这里|本节|以下|该部分|本部分)(?:内容|数据|案例|文字)?(?:待补|待填|待写|待加|略|暂缺|从略)"
    r"|(?:具体|最终|准确|相关)?(?:数据|数字|人数|金额)(?:以|等)[^，。；]{2,12}(?:上报|核实|反馈|提供|统计)(?:的|后)?(?:为准|再填|再定)"
    rf"|待(?:补充|填写|填|补|定|核实|核对|统计|确认)(?=(?:{_UNITS})[，。；、])"
    r"|(?<=[一-龥])(?<![\d件条起项个])待(?:补充|填写|核实|统计|确认)(?=[。；]|$)(?<!线索待..)(?<!问题待..)"
    r"|(?<=[：:])(?:待定|待补|待核|待填|暂缺|略|无数据)(?=[。；，]|$)"
    r"|(?:若干|几|多少|某)(?=(?:次|件|场|起|份|户|人次)[，。；])"
)
"""Blanks, or a word for a number not known yet, before a measure word that closes a clause."""


_LEFT = "待补 待填 待定 待核 此处 请在 请填 请补 请输 在此 填写 插入 补充 略 见附件"
_BLANK_WORDS = (
    "【",
    *(f"{opener}{words}" for opener in "（([" for words in _LEFT.split()),
    *(f"{words}{closer}" for words in ("填写", "补充", "提供", "待定") for closer in "）)】]"),
    *"×ＸXxｘ✕△□■○〇◯？?*＊_＿#nN",
    *(f"{opener}{more}" for opener in "（(【[" for more in " \u3000）)】]_＿"),
    "20 ",
)
_GAP_WORDS = (
    *("（", "(", "【", "[", "★", "☆", "◎", "※", "—", "/", "／", "·", "请", "×", "Ｘ", "X", "x"),
    *("待", "核", "补", "确认", "统计", "更新", "不详", "暂缺", "存疑", "……", "...", "为准", "从略"),
    *(f"（{unit}）" for unit in ("次", "件", "场", "起", "人", "名", "份", "期", "人次", "万元")),
    *(f"待{what}" for what in "补填核统确"),
    *(f"{what}{unit}" for what in ("若干", "几", "多少", "某") for unit in "次件场起份户人"),
    *(f"{blank}{unit[0]}" for blank in " \u3000\u00a0" for unit in _UNITS.split("|")),
)


def _blanks(material: Material) -> Iterator[Finding]:
    yield from _left(material, _BLANK, _BLANK_WORDS, Level.ERROR)


@rule(
    "结构-05",
    "还有没填的空",
    errors=_blanks,
    only_with=(*_BLANK_WORDS, *_GAP_WORDS),
    level=Level.ERROR,
    bad="全年开展普法宣传活动XX次，发放宣传资料【待填：宣传资料（份）】。",
    good="全年开展普法宣传活动50余次，发放宣传资料1000余份。",
)
def left_blank(material: Material) -> Iterator[Finding]:
    """查有没有留着没填的空。

    查什么：【待填：……】、“XX次”“××件”“*次”“二〇××年”“___”“（待补）”“（此处……）”“（ ）次”“召开会议 次”“若干次”。
    为什么：带着空报上去，等于没有写。
    怎么改：填上；没有这项工作的，删去这一句。
    """
    yield from _blanks(material)
    yield from _left(material, _GAP, _GAP_WORDS, Level.WARNING)


def _left(
    material: Material, shape: re.Pattern[str], words: tuple[str, ...], level: Level
) -> Iterator[Finding]:
    for block, match in material.matches(shape, *words):
        if material.facts is not None and match.group().startswith("【"):
            continue  # named already, each with its place in the facts file
        if match.group() in _LETTERS and _SCHEME.search(material.blocks[block].text):
            continue
        what = match.group().strip() or "（空格）"
        yield Finding(f"还有没填的空：{what}。", "填上，或删去这一句。", block, *match.span(), level=level)


_LETTERS = frozenset("nNxXｘＸ")
_SCHEME = pattern(r"\+[nNxXｘＸ]")
"""The name of a scheme whose letters are told beside it: “1+X”, 1个调委会和X支队伍."""
_BODY = "镇|乡|街道|县|区|市|村|社区|局|同志|单位|办公室|部门|公司|小区|路|学校|中学|小学|律师事务所|省|组|园区|企业|书记|镇长|主任"
_NAMELESS = pattern(
    rf"(?<![“A-Za-z\d])(?P<sign>[×ＸX✕xｘ]{{2,3}}|[*＊]{{2,3}}|[○〇◯]{{2,3}}|[A-Z]{{2}}(?=镇|乡|街道|县|村)"
    rf"|[A-Z](?=镇|乡|街道|县|村|社区|局)|[_＿]{{2,}}|某某(?=镇|乡|街道|县|区|市|村|社区|局|单位)|△△)(?={_BODY})"
)
_SOME = pattern(
    r"(?:^|(?<=[，。；、在由对与和为]))(?P<sign>某)(?=(?:镇|乡|街道|县|区)(?:党委|党工委|人民政府|政府|办事处|司法所|20\d\d年|认真|深入|坚持|全面|严格"
    r"|成立|召开|组织|开展|始终|积极|紧紧|围绕|持续|高度|建立|制定|印发))"
    r"|(?:^|(?<=[，。；、由以和与任长记]))(?P<one>某某)(?=同志|书记|镇长|乡长|主任|局长|所长|副)"
)


@rule(
    "结构-06",
    "单位名称是代号",
    bad="2023年，XX镇认真学习贯彻习近平法治思想。",
    good="2023年，城东镇认真学习贯彻习近平法治思想。",
)
def nameless_unit(material: Material) -> Iterator[Finding]:
    """查“XX镇”“××街道”“某某村”这样的代号。

    查什么：单位、村社、人员名称处的XX、××、**、○○、A、某某；片段里的××不算（有的要求隐去姓名）。
    为什么：从范文抄来时忘了换成本单位的名称。
    怎么改：写上名称。
    """
    for shape in (_NAMELESS, _SOME):
        for block, match in material.matches(shape):
            if match.group()[0] == "×" and not material.whole:
                continue
            yield Finding("单位名称还是代号。", "写上名称。", block, *match.span())


_NUMBERS = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SAID = pattern(
    r"(?P<count>[两二三四五六七八九十]|\d)个?(?:方面|点)(?:的?(?:突出)?(?:不足|问题|工作|原因|短板|差距|措施|情况|困难))?[：:。，]"
)
_POINT = pattern(r"(?:^|[。；;：:，,\s])(?P<sign>[一二三四五六七八九十])是")


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
    for block, match in material.matches(_SAID):
        said = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"]]
        listed = _listed(material, block, match.end() - 1)
        if listed and listed != said:
            yield Finding(
                f"前面说{said}个方面，后面列了{listed}项。", "改数，或补上、删去一项。", block, *match.span()
            )


def _listed(material: Material, block: int, start: int) -> int:
    """Count 一是、二是… that follow in the block, and in the next blocks that go on with 三是."""
    signs = [_NUMBERS[match["sign"]] for match in _POINT.finditer(material.blocks[block].text, start)]
    for following in material.blocks[block + 1 :]:
        more = [_NUMBERS[match["sign"]] for match in _POINT.finditer(following.text)]
        if not more or more[0] != (signs[-1] if signs else 0) + 1:
            break
        signs += more
    return len(signs) if signs == list(range(1, len(signs) + 1)) else 0


_PERSONAL = pattern(
    r"(?:^|[。；，：])(?P<me>本人(?!申请|签|身份|姓名|住址|信息|电话|承诺书|自愿|意愿|同意|陈述|要求|到)|我(?:始终|带头|认真履行|作为(?:党政主要负责人|镇长|主任|书记|街道)))"
)


@rule(
    "结构-09",
    "写成了个人述法",
    only_with=("本人", "我始终", "我带头", "我认真履行", "我作为"),
    bad="一年来，本人认真履行推进法治建设第一责任人职责，带头学法用法。",
    good="一年来，街道党政主要负责人认真履行推进法治建设第一责任人职责，带头学法用法。",
)
def personal_report(material: Material) -> Iterator[Finding]:
    """查有没有用个人的口气。

    查什么：“本人”“我始终”“我作为书记”。
    为什么：年度报告以单位名义报送；个人口气是述法报告的写法，多半从那里抄来。
    怎么改：改成“党政主要负责人”或单位名称。
    """
    for block, match in material.matches(_PERSONAL):
        yield Finding(
            f"“{match['me']}”是个人述法报告的口气。",
            "改成“党政主要负责人”或单位名称。",
            block,
            *match.span("me"),
        )
