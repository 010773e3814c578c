"""文字: a mark where another mark belongs, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import in_title, is_quoted, told_together
from generator.patterns import pattern

_RESULT = (
    "做到|确保|从而|进而|使得|致使|切实做到|真正做到|力争|促使|以便|以确保|不断提高|不断提升|不断增强|进一步提高|进一步提升|进一步增强|进一步推动|进一步规范"
    "|有效提升|有效提高|有效维护|有效化解|有效遏制|切实提高|切实提升|切实增强|切实维护|为[一-龥]{2,20}?(?:提供|奠定|打下|营造)|并(?![存列重轨行肩进网购联])[一-龥]|但|同时|然而|因此|此外|其中"
)
_ORGAN = (
    "(?:[一-龥]{0,3}(?:省|市|县|区|镇|乡|街道))?(?:人大(?:代表)?|政协(?:委员)?|纪委监委|纪委|监委|法院|检察院|党委|党工委|政府|办事处|公安局|司法局|司法所|派出所|市场监管(?:所|局|分局)"
    "|自然资源(?:所|局)|交警(?:中队|大队)|应急管理(?:局|办)|应急局|消防(?:救援)?(?:站|大队)|综合(?:行政)?执法(?:队|大队|局)|执法(?:队|中队)|卫健委|教育局|民政局|住建局|城管局|生态环境(?:局|分局)"
    "|农业农村局|妇联|团委|工会|法律顾问|律师|村干部|网格员|调解员|法庭|检察室|综治中心|信访局|水利局|税务局|人社局|乡村振兴局|文旅局)"
)
_COMMA = (
    (
        pattern(rf"[一-龥”》）\d]{{4,}}(?P<at>、)(?={_RESULT})(?!(?:但|其中|同时|此外|因此|然而)、)"),
        "，",
        "前后是分句，不是并列的词语",
    ),
    (
        pattern(r"[一-龥”》）\d]{4,}(?P<at>、)(?=(?:我|本|全)(?:镇|乡|街道|县|区|局)[一-龥\d])(?<![村社镇乡县区]、)"),
        "，",
        "前后是分句，不是并列的词语",
    ),
    (
        pattern(
            r"(?:(?:^|(?<=[。；，]))(?:20\d\d年(?:度|以来)?|今年以来|一年来|近年来|全年|目前|当前|同时|此外|另外|为此|因此|下一步))(?P<at>[、；：。])(?=[一-龥])(?!去年|明年|上年|今后)"
        ),
        "，",
        "这里只停一下",
    ),
    (
        pattern(
            rf"(?:邀请|会同|联合|协同|组织|配合|联动|协调|由|与|和|对接|通报|抄送|报送|商请|提请)(?:了)?{_ORGAN}(?P<at>，)(?={_ORGAN})"
        ),
        "、",
        "并列的单位之间用顿号",
    ),
    (
        pattern(rf"(?:^|(?<=[。；，])){_ORGAN}(?P<at>，)(?={_ORGAN}(?:联合|共同|分别|密切|协同|等|、|和|三方|双方|主动|积极|各))"),
        "、",
        "并列的单位之间用顿号",
    ),
    (
        pattern(r"(?:^|[。；，、：对在开展就]|聚焦|围绕)(?:[一-龥]{2,6}(?:，|、)){0,6}?[一-龥]{2,6}(?<!工作)(?<!情况)(?P<at>，)(?=[一-龥]{2,6}等(?:重点)?(?:领域|行业|方面|内容|法律|部门|单位|场所|环节|工作|问题|人员|群体|事项|知识|形式|方式|渠道|主题))"),
        "、",
        "并列的词语之间用顿号",
    ),
    (pattern(r"》(?P<at>，)(?=《[^》]{2,30}》(?:等|和|及|、))"), "、", "并列的词语之间用顿号或不用标点"),
    (pattern(r"(?P<at>、)(?=等(?![级待候次同于效]))"), "", "“等”前面不用标点"),
    (pattern(r"(?P<at>、)(?=(?:和|及|与|或|或者)(?![平谐解睦美好气时至格县硕田顺龙林静丰畅]))(?![^，。；]{0,6}、(?:和|及|与))"), "", "有了“和”“及”，不再用顿号"),
    (pattern(r"(?<=[一-龥])(?P<at>，)(?=的[一-龥])"), "", "这里不停顿"),
    (pattern(r"(?<=[一-龥”%\d])(?P<at>，)(?=(?:下一步[，,我镇将]|今后[，,]|[（(][二三四五六七八九][）)]))"), "。", "前面的话已经说完"),
    (pattern(r"(?<=\d)(?P<at>[。．])(?=\d{1,4}(?:[%％万亿个倍]|平方|公里|亩|小时))"), ".", "小数点用半角圆点"),
    (pattern(r"(?<=\d)(?P<at>[，、])(?=\d{3}(?:[余多]?(?:人|件|次|份|户|元|万|场|亩|册)))(?<!\d{4})"), "", "数的中间不用中文标点"),
    (pattern(r"(?<=等)(?P<at>…{1,2}|\.{3,}|。{3,})"), "", "“等”和省略号只用一个"),
    (pattern(r"(?<![….])(?P<at>…)(?!…)"), "……", "省略号占两个字的位置"),
    (pattern(r"(?<=[一-龥])(?P<at>--|－－|——{2,})(?=[一-龥])"), "——", "破折号写作“——”"),
    (pattern(r"(?<=[\d月%％])(?<![\d-]\d{4})(?P<at>-|－)(?=\d{1,3}(?:月|%|％))(?<![A-Za-z]\d-)"), "—", "起止之间用一字线"),
)


@rule(
    "文字-30",
    "顿号、逗号用错",
    bad="逐村建立台账、做到底数清、情况明，邀请县人大，县纪委派员监督。",
    good="逐村建立台账，做到底数清、情况明，邀请县人大、县纪委派员监督。",
)
def comma_for_comma(material: Material) -> Iterator[Finding]:
    """查该用逗号的地方有没有用顿号，该用顿号的地方有没有用逗号，不该停顿的地方有没有点断。

    查什么：分句之间的顿号（“台账、做到”“、并对”），并列单位、领域之间的逗号，“、等”“、和”。
    为什么：GB/T 15834—2011第4.4、4.5条：顿号只用在句内并列词语之间，分句之间用逗号。
    怎么改：按提示改。
    """
    yield from _misplaced(material, _COMMA)


def _misplaced(material: Material, shapes: tuple[tuple[re.Pattern[str], str, str], ...]) -> Iterator[Finding]:
    told: set[tuple[int, int]] = set()
    for shape, right, why in shapes:
        for block, match in material.matches(shape):
            text, (at, end) = material.blocks[block].text, match.span("at")
            if (block, at) in told or in_title(text, at) or (is_quoted(text, at) and text[end : end + 1] != "”"):
                continue
            if end == len(text.rstrip()) and _goes_on(material, block, text[at:end]):
                continue
            told.add((block, at))
            around = text[max(0, at - 4) : end + 4]
            fix = f"改为“{right}”。" if right else f"删去“{text[at:end]}”。"
            yield Finding(f"“{around}”里的“{text[at:end]}”用得不对，{why}。", fix, block, at, end)


def _goes_on(material: Material, block: int, mark: str) -> bool:
    """Tell whether a mark at a paragraph's end parts the items of a list, which goes on in the next paragraph."""
    after = material.blocks[block + 1].text if block + 1 < len(material.blocks) else ""
    return mark == "；" and bool(not after or _LISTED.match(after) or after.startswith("《"))


_NO_SENTENCE = (
    r"(?:^|(?<=[。；\n]))(?:[一二三四五六七八九十]+是)?(?:(?:按照|根据|依据|遵照|依照|围绕|结合|针对|对照|随着|通过|以|为|在|当|自|经|对于|关于|紧扣|聚焦|立足)[^，,。；：]{3,40}"
)
_STOP = (
    (
        pattern(
            _NO_SENTENCE
            + r"(?:要求|部署|精神|安排|规定|领导下|指导下|指引下|支持下|推动下|帮助下|契机|目标|导向|抓手|主线|重点|核心|统领|载体|依托|平台|实际|特点|基础上|过程中|同时|以来|之后|之前|前提下|背景下|形势下|意见|需要|问题|短板|安全|氛围|水平|能力|意识)(?P<at>[。；：])(?=[一-龥](?!是)))"
        ),
        "，",
        "前面不成句",
    ),
    (
        pattern(
            r"(?:^|(?<=[。；\n]))(?:[一二三四五六七八九十]+是)?为(?:了|进一步|切实|更好|有效|全面|深入|持续|确保|推动|推进|加强|提升|提高|规范|落实|营造|方便|解决|防止|避免|加快)(?![^。；]*(?:提供|奠定|打下|注入|贡献|护航|服务|增添|赢得))[^，,。；：]{3,30}(?P<at>[。；])(?=[一-龥])"
        ),
        "，",
        "前面不成句",
    ),
    (
        pattern(r"(?:主要(?:做法|措施|表现|原因|问题|不足|表现在|体现在)|存在(?:的)?(?:主要)?(?:问题|不足)|具体(?:做法|措施|表现))(?:有|是|为)?(?P<at>[，；、])(?=\s*一是)"),
        "：",
        "后面是列举",
    ),
    (
        pattern(r"(?<=[一-龥\d”》）%])(?P<at>[。；])(?=(?:并(?!不|非|购|存|案处理)|从而|进而|以及|且(?!末)|及(?!时|早)|并且|使得|致使|以便)[一-龥《“])"),
        "，",
        "后面的话接着前面说",
    ),
    (
        pattern(r"(?:如何|怎样|怎么|是否|什么|哪些|谁|能否|为何)[^，。？]{2,20}(?P<at>？)(?=(?:是|的|等|都|也|已|成为|成了|仍|还|需|要|，|、))"),
        "，",
        "这里不是问句",
    ),
    (
        pattern(r"(?:研究|明确|了解|查看|检查|核对|询问|核查|审查|排查|核实|掌握|评估|看)[^，。？“]{0,12}(?:是否|有没有|能否|如何|怎样)[^，。？”]{2,20}(?P<at>？)"),
        "。",
        "叙述里说到问题，不是提问",
    ),
    (pattern(r"(?<=[一-龥\d”》）%])(?P<at>[！!])(?=$|[一-龥])"), "。", "公文叙述不用感叹号"),
    (
        pattern(r"(?:报告|汇报|总结|通报|说明|情况|公布|自查|工作|总结汇报)如下(?P<at>[。，；、])"),
        "：",
        "“如下”引起后面的话",
    ),
    (
        pattern(
            r"(?:以下|如下|下列|下述)[^，。；：]{0,12}?(?:问题|方面|几点|原因|措施|情况|不足|短板|工作|困难|做法)(?P<at>[。，；、])(?=\s*(?:一是|首先|第一|[（(][一1]|1[.．]))"
        ),
        "：",
        "后面是列举",
    ),
    (pattern(r"(?<![一-龥]中)(?<=[一-龥])(?P<at>：)(?=(?:的|了|和|与|并|而|及)[一-龥])"), "", "这里不停顿"),
    (pattern(r"(?P<at>[；，])\s*$"), "。", "一段末尾用句号"),
    (pattern(r"(?:包括|分别是|分别为|主要有|主要包括|具体包括|例如)(?P<at>[，；、。])(?=[一-龥《“])"), "", "这里不停顿"),
    (
        pattern(r"(?<=[一-龥])(?<!的)(?:开展|组织|加强|推进|落实|召开|建立|完善|坚持|强化|通过|由|对|将|把|按照|根据|围绕|采取|实现|达到|共|累计)(?P<at>[：；])(?=[一-龥\d《“])"),
        "",
        "这里不停顿",
    ),
    (pattern(r"(?P<at>[，；、])(?=”)"), "", "引号里的末尾不用它"),
)
_LISTED = pattern(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[①-⑳]|[一二三四五六七八九十]是|—|-)")


@rule(
    "文字-31",
    "句号、问号、冒号用错",
    bad="按照上级统一部署。城东镇对照任务清单开展自查。现将有关情况报告如下。",
    good="按照上级统一部署，城东镇对照任务清单开展自查。现将有关情况报告如下：",
)
def stop_for_stop(material: Material) -> Iterator[Finding]:
    """查一句话有没有从中间断开，叙述里有没有用问号、感叹号，“如下”后面是不是冒号。

    查什么：“按照……部署。”这样不成句就断开的，“。并对”“。从而”，“如何……？是”，“报告如下。”“以下问题。一是”，段末的逗号、分号。
    为什么：GB/T 15834—2011第4.1至4.7条规定了这些标点的用处。
    怎么改：按提示改。
    """
    yield from _misplaced(material, _STOP)
    for number, block in enumerate(material.blocks):
        before = [(match.start(), match["mark"]) for match in _BEFORE_POINT.finditer(block.text)]
        if len({mark in "，,、" for _at, mark in before}) > 1:
            at, mark = next(one for one in before if one[1] in "，,、")
            around = block.text[max(0, at - 4) : at + 5]
            yield Finding(f"“{around}”里的“{mark}”与别的各项之间不一样。", "各项之间统一用“；”或“。”。", number, at, at + 1)


_BEFORE_POINT = pattern(r"(?P<mark>[，,、；;。])(?=[二三四五六七八九]是(?!否))")

_SIDE_BY_SIDE = pattern(r"(?<=》)、(?=《)|(?<=”)、(?=“)")


@rule(
    "文字-32",
    "并列的书名号、引号之间用了顿号",
    only_with=("》、《", "”、“"),
    bad="重点解读《行政强制法》、《国家赔偿法》的主要条文。",
    good="重点解读《行政强制法》《国家赔偿法》，结合“12·4”国家宪法日、“3·15”消费者权益日宣讲。",
)
def mark_between_titles(material: Material) -> Iterator[Finding]:
    """查并列的书名号之间、引号之间有没有顿号。

    查什么：“》、《”“”、“”；中间还有别的字的、带括注的不算。
    为什么：GB/T 15834—2011第4.5.3.5条：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。
    怎么改：删去顿号。一段里有几处，只报第一处并说明个数；全文都是的，只报一次。
    """
    places = ([match for match in _SIDE_BY_SIDE.finditer(block.text)] for block in material.blocks)
    for number, hits, more in told_together(places):
        text, first, last = material.blocks[number].text, hits[0], hits[0] if material.facts else hits[-1]
        around = text[first.start() - 1 : first.end() + 1]
        mend = _SIDE_BY_SIDE.sub("", text[first.start() - 1 : last.end() + 1])[1:-1]
        yield Finding(
            f"“{around}”之间不用顿号{more}。", "删去顿号。", number, first.start(), last.end(), mend=mend
        )


_AFTER_ORDINAL = pattern(
    r"(?:^|(?<=[。；：，、]))(?P<ordinal>[一二三四五六七八九十]{1,2}[是要]|首先|其次|其中|另外|再次|最后|[（(][一二三四五六七八九十]{1,3}[）)](?!、)(?<!^)|[（(]\d{1,2}[）)]|[①-⑩])(?P<mark>[、：:；。．.,，]+)"
)
_COMMA_FITS = frozenset(("首先", "其次", "另外", "再次", "最后"))


@rule(
    "文字-33",
    "序词后面多了标点",
    bad="一是、建立重大案件集体讨论制度。",
    good="一是建立重大案件集体讨论制度；首先，明确责任。",
)
def mark_behind_ordinal(material: Material) -> Iterator[Finding]:
    """查“一是”“（1）”“其中”后面有没有多余的标点。

    查什么：“一是、”“一是，”“二是：”“（1）、”“①、”“首先、”“其中、”；“首先，”“其次，”不算。
    为什么：序词已经把各项分开；GB/T 15834—2011附录B：带括号的序号后面不用标点。
    怎么改：删去标点。
    """
    for block, match in material.matches(_AFTER_ORDINAL):
        ordinal, mark = match["ordinal"], match["mark"]
        if (ordinal in _COMMA_FITS and mark[0] in "，,") or (ordinal == "其中" and mark[0] in "，：,:"):
            continue
        mend = f"{ordinal}，" if ordinal in _COMMA_FITS else ordinal
        yield Finding(
            f"“{match.group()}”里的“{mark}”是多余的。", f"改为“{mend}”。", block, *match.span(), mend=mend
        )
