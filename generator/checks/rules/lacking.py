"""文字: clauses that lost their verb, or what the verb is done to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.particles import words_of_kind
from generator.checks.registry import rule
from generator.checks.scan import in_title, is_quoted, sentence_end, start_behind
from generator.checks.segment import words_in
from generator.patterns import pattern

_ADVERBS = "进一步|切实|更好地?|有效|持续|不断|全面|深入|扎实|大力|着力|认真|积极|严格|充分|有序|稳步|主动|广泛|牢固|逐步|依法|及时|坚持|继续|努力|建立"
_BEGINS = (
    r"(?:^|(?<=[。；，：、]))(?:同时|另外|此外|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)])?"
    "(?:为了?|以|来)?"
)
_OPENS = f"{_BEGINS}(?:{_ADVERBS})*"
_ENDS = r"(?=[，。；]|$)"
_OBJECT = r"(?P<object>(?![的不得尚还较仍出到])[一-龥“”《》（）、+＋\dA-Za-z]{2,30}?)"
_SYSTEMS = (
    "机制|制度|体系|体制|网络|平台|格局|队伍|台账|清单|流程|程序|办法|预案|档案|措施|规则|组织|中心|规范|标准|方案|规划|模式|阵地|设施|清单|库|委员会|小组|专班|站|室|点|群|章程|公约|细则|基准"
    "|关系|联系|环境|防线|链条|生态|方式|渠道|手段|矩阵|品牌|社会|功能|图|册|[新大]"
)
_ABLE = "水平|能力|意识|素质|素养|效能|质效|质量|效率|[率度力感性]|观念|思维|本领|实效|效果|成效|认识|站位|门槛|标准|信心|自觉|觉悟|形象|品质|档次|警惕|层次|免疫|化解|防线|积极|认可|规格|层级"
_BARE = "法治|法律|普法|行政|矛盾|纠纷|群众|干部|基层|机关|村民|居民|案件"
_LACKS = (
    (
        "营造",
        "",
        "氛围|环境|局面|风|格局|生态|声势|态势|舆论|气氛|场景|景象|空间|声音|市场|秩序|社会",
        "氛围、环境",
    ),
    (
        "发挥",
        "",
        "作用|优势|职能|效能|功能|力量|潜力|效[应用益果]|价值|[特专所]长|[体极动造]性|示范|带动|带头|才能|余热|水平|能力|智慧|影响|桥梁|纽带|枢纽|堡垒|[实成]效|权威|效力|来|到|得|好$",
        "作用",
    ),
    ("拓宽", "", "渠道|途径|面|路|视野|领域|范围|空间|载体|阵地|覆盖|通道|[门道]|辐射|来源", "渠道、途径"),
    ("凝聚", "", "合力|共识|力量|心|智慧|动力|能量|力|来|在|起", "合力、共识"),
    (
        "提升|提高|增强",
        f"{_BARE}|依法行政|法治化|调解|办案|履职|决策|队伍|防范|监督|执法监督|宣传|工作人员|制度|机制",
        _ABLE,
        "水平、能力",
    ),
    (
        "健全|完善|建立健全|构建|建立|形成",
        (
            f"{_BARE}|执法|化解|排查|调解|调处|协作|联动|联调|联防|衔接|协调|考核|学习|培训|宣传|检查|决策|审查|审核|履职|处置|预警|研判|联合执法|学法|评议|保障"
            f"|值班|法律顾问|相结合的[一-龥]{{0,2}}治理"
        ),
        _SYSTEMS,
        "机制、制度",
    ),
    (
        "履行|压实",
        f"{_BARE}|执法|监管|监督|管理|宣传|治理|责任人",
        "责任(?!人)|职[责能务]|义务|承诺|程序|协议|合同|手续|使命|主体|链条|担子|清单|任务|判决|决定|权",
        "职责、责任",
    ),
    (
        "夯实|筑牢",
        "法治|行政|矛盾|纠纷|群众|干部|社会|机关|执法|普法|治理",
        "基础|根基|防线|责任|基石|底座|屏障|堡垒|底线|思想|[网墙根底]|阵地|意识",
        "基础、防线",
    ),
    ("畅通", "群众|诉求|居民|村民|法律|监督|企业|维权", "渠道|通道|途径|道|路|环节|堵点|机制|循环", "渠道"),
    (
        "树立",
        "法治|行政|群众|干部|社会|执法|法律",
        "意识|理念|形象|观念|思[想维]|榜样|典型|威信|权威|新风|导向|标杆|观|信心|心|品牌|风气",
        "意识、理念",
    ),
)
"""Verbs; what their object ends with that is none by itself ("" for any); what else it says; the usual."""
_PLAIN = ("营造", "发挥", "拓宽", "健全|完善|建立健全|构建|建立|形成")
"""Verbs that are nothing else, and so may stand anywhere in a clause: 能力提升, but no 作用营造."""
_ANYWHERE = pattern(".*(?<![的所得了再可能待已用])")
_CLAUSE = pattern("[，。；：、]")
_SHAPES = tuple(
    (
        pattern(rf"(?:{verbs})了?{_OBJECT}{_ENDS}"),
        _ANYWHERE if verbs in _PLAIN else pattern(_OPENS),
        pattern(f"(?:{ends})$"),
        pattern(kept),
        usual,
    )
    for verbs, ends, kept, usual in _LACKS
)
"""What follows the verb up to the clause's end, how it ends, and what it must not say."""
_NOUNS = (
    "矛盾纠纷|各类矛盾|各类纠纷|矛盾|纠纷|案件|各类案件|群众(?!工作)|法治讲座|法治宣传|普法宣传|宣传活动|宣传资料|法律咨询|规范性文件|合同|信访件|信访事项|隐患|问题"
    "|专题会议|会议|法治培训班|各类隐患|违法行为|工单|线索|横幅|标语"
)
_OUTCOMES = "机制|体系|氛围|台账|意识|能力|水平|渠道|合力|格局|队伍|质效|力度|素质|素养"
_OUTCOME = pattern(rf"(?<=[，；])(?P<said>[一-龥]{{2,14}}(?:{_OUTCOMES}))(?=[，。；])")
_VERBLESS = (
    (
        _OUTCOME,
        "“{}”没有动词",
        "补上动词，如“健全”“提升”“营造”。",
    ),
    (
        pattern(rf"(?P<said>(?:(?<![公总一])共计?|累计|总计|先后)(?:{_NOUNS}))(?=[^，。；\d的]{{0,6}}\d)"),
        "“{}”之间少了动词",
        "补上动词，如“化解”“开展”“发放”。",
    ),
    (
        pattern(
            rf"{_BEGINS}(?P<said>(?:进一步|切实|不断|着力|大力)(?:法治|矛盾|纠纷|机制|制度|责任|队伍|意识|氛围|群众|行政执法|执法监督|基层|体系|能力|水平"
            rf"|法律|营商环境|领导)(?![化到]))"
        ),
        "“{}”之间少了动词",
        "补上动词，如“加强”“推进”“提升”。",
    ),
    (
        pattern(
            r"(?P<said>(?:开展|举办|举行|组织|召开)了?以“[^“”]{2,30}”为主题)"
            r"(?=[。；]|，(?![^。；]*(?:活动|比赛|宣讲|竞赛|讲座|培训|教育|行动|宣传|大赛|展|月|周)))"
        ),
        "“{}”后面没有说开展什么",
        "补上宾语，如“的宣传活动”。",
    ),
    (
        pattern(
            r"(?<![是所])(?P<said>(?:避免|杜绝|消除|减少|防止|解决|化解|克服|纠正)了?[^，。；：、是所]{2,16}(?:、[^，。；：、是所]{2,12})?(?<![目似])的)"
            r"(?=[。；]|$)"
        ),
        "“{}”后面没有说是什么",
        "补上“问题”“现象”一类的词。",
    ),
    (
        pattern(
            r"(?:^|(?<=[。；，]))(?P<said>(?:进一步|切实|着力)(?:加强|提升|提高|强化|开展|发挥|履行|营造|健全)|(?:组织|广泛|积极|认真"
            r"|集中)?(?:开展|举办|组织召开|营造))(?=[，。；]|$)"
        ),
        "“{}”后面没有说做什么",
        "补上宾语。",
    ),
    (
        pattern(
            r"(?P<said>(?:受到|得到|赢得)了?[^，。；的]{0,8}(?:群众|村民|居民|企业|各界|上级|当事人|代表|党员|商户|家长|师生|社会))(?=[，。；])"
        ),
        "“{}”后面没有说得到什么",
        "补上“好评”“认可”一类的词。",
    ),
    (
        pattern(r"(?P<said>(?:维护|保障|保护|侵害)[^，。；的]{2,14}的?(?:合法|正当|切身))(?=[，。；])"),
        "“{}”后面没有说是什么",
        "补上“权益”“利益”一类的词。",
    ),
    (
        pattern(
            r"(?P<said>(?:首要|各项|各类|广大|(?<![是很较常更最为定现用绩录誉况])良好的|(?<![是很较常更最])(?:浓厚的|重要的)))(?=[，。；])"
        ),
        "“{}”后面没有说是什么",
        "补上它所说的事物。",
    ),
    (
        pattern(
            r"(?P<said>(?:加强|强化)了?对[^，。；]{2,12}的(?:业务|日常|法律|专业|法治)"
            r"|(?:组织|开展|举办|参加)[^，。；]{0,8}(?:专题|专项|集体|联合))(?=[，。；])"
        ),
        "“{}”后面没有说做什么",
        "补上“培训”“管理”“活动”一类的词。",
    ),
    (
        pattern(
            r"(?P<said>加大了?对[^，。；]{2,16}(?:群众|企业|人员|对象|行为|宣传教育|问题|领域|单位|案件|场所|市场|区域))(?=[，。；])"
        ),
        "“{}”后面没有说加大什么",
        "补上“的……力度”，或把“加大”改为“加强”。",
    ),
    (
        pattern(
            rf"{_BEGINS}(?P<said>(?:进一步|切实|有效|不断|全面|着力)*(?:提高|提升|增强)了?(?:政府|企业|部门|机关|法律|行政|人员))(?=[，。；])"
        ),
        "“{}”后面没有说提高什么",
        "补上“公信力”“能力”一类的词。",
    ),
    (
        pattern(
            r"(?P<said>(?:高度|认真|扎实|及时|切实|不断|着力|大力|进一步)(?:法治(?:建设|宣传|工作)"
            r"|矛盾纠纷|纠纷|职责|责任|群众(?:诉求|意见)|人民调解|信访(?:事项|工作)))"
            r"(?!化|的|感|心)"
        ),
        "“{}”之间少了动词",
        "补上动词，如“重视”“履行”“化解”。",
    ),
    (
        pattern(
            r"(?P<said>(?:成立|组建)了?(?:由|以(?![来后及前]))[^。；的]{4,50}"
            r"(?:任|为)[^。；的，]{0,4}(?:组长|主任|队长|成员|牵头)[^。；的]{0,20})(?=[。；])"
        ),
        "“{}”没有说成立的是什么",
        "补上“的领导小组”“的专班”一类的词。",
    ),
    (
        pattern(
            r"(?P<said>(?:解决|处理|化解|运用|适用|履行|应对|处置)[一-龥]{2,8}的(?:还|仍|尚)?"
            r"(?:不强|不高|较弱|偏弱|(?:有待|需)(?:进一步)?(?:提高|提升|加强|增强)))"
        ),
        "“{}”没有说什么不强、不高",
        "补上“能力”“水平”一类的词。",
    ),
)


@rule(
    "文字-48",
    "少了动词或者宾语",
    yields_to=("文字-28", "文字-31", "文字-42"),
    bad="健全矛盾纠纷排查化解，充分发挥法律顾问，全年共矛盾纠纷231件。",
    good="健全矛盾纠纷排查化解机制，充分发挥法律顾问作用，全年共化解矛盾纠纷231件。",
)
def verb_or_object_lost(material: Material) -> Iterator[Finding]:
    """查分句里的动词有没有宾语，状语后面有没有动词。

    查什么：“健全……排查化解”“充分发挥法律顾问”“提升依法行政”后面没有机制、作用、水平一类的词；“全年共矛盾纠纷231件”“进一步法治建设”没有动词；
    “组织开展。”没有说开展什么，“受到群众，”“维护农民工合法，”“成立由……任组长。”没有说是什么。
    为什么：删改长句时，句末的名词和句中的动词最容易丢。
    怎么改：补上丢了的词；读得通的不必改。
    """
    for block, match, usual in _objects(material):
        message = f"“{match.group()}”后面疑少了{usual}一类的词。"
        yield Finding(message, "补上丢了的词；读得通的不必改。", block, *match.span())
    for shape, why, how in _VERBLESS:
        for block, match in material.matches(shape):
            verbless = shape is not _OUTCOME or _names_only(match["said"])
            if verbless and not _spared(material, block, match):
                yield Finding(f"{why.format(match['said'])}。", how, block, *match.span("said"))


def _objects(material: Material) -> Iterator[tuple[int, re.Match[str], str]]:
    """Give the clauses whose verb has no object that it may have, with what it usually has."""
    for shape, opens, ends, kept, usual in _SHAPES:
        for block, match in material.matches(shape):
            text = material.blocks[block].text
            head = text[start_behind(_CLAUSE, text, match.start()) : match.start()]
            rest = text[match.start("object") : sentence_end(text, match.end() - 1)]
            said = match["object"] if ends.pattern != "(?:)$" else rest
            if not (opens.fullmatch(head) and ends.search(match["object"])) or kept.search(said):
                continue
            if not _spared(material, block, match):
                yield block, match, usual


def _names_only(clause: str) -> bool:
    """Tell whether a clause is made of nouns alone, and of what they are named by: 群众法治意识."""
    return all(_names(clause[start:end]) for words in words_in(clause) for start, end in words)


def _names(word: str) -> bool:
    """Tell whether a word is a noun or what one is named by, or two of them: 责任清单."""
    nouns = words_of_kind("事物") | words_of_kind("定语")
    return word in nouns or (len(word) > 3 and word[:2] in nouns and word[2:] in nouns)


def _spared(material: Material, block: int, match: re.Match[str]) -> bool:
    """Tell whether words stand in a title or are quoted, or in a heading."""
    text = material.blocks[block].text
    return bool(material.ranks[block]) or in_title(text, match.end() - 1) or is_quoted(text, match.end() - 1)
