"""雷同: what copying leaves behind: other years, other units, whole passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.acts import ACTS
from generator.checks.gather import unit_names
from generator.checks.material import Finding, Material, Other, ReportPart
from generator.checks.registry import Example, rule
from generator.checks.sample import SAMPLE, whole
from generator.checks.scan import DIGITS
from generator.document.text.measure import without_blanks
from generator.patterns import pattern
from generator.problems import Level

_START = pattern(
    r"(?:^|[。；\n])(?P<lead>[一二三四五六七八九十]是)?[^\S\n]*(?:截[至止])?(?P<year>20\d\d)\s?年(?:度|以来|来|初|底|上半年|下半年)?"
    r"(?:[，,]|是|(?:我|全|街道|镇|乡|区|共|累计|开展|组织|举办|召开)"
    r"|(?:法治政府建设|法治建设|依法行政)[^，。]{0,10}(?:情况|工作)[^，。]{0,6}如下)"
)
_HISTORY = pattern(
    r"较|比|同期|同比|以来(?!，(?!(?:连续)?[两三四五六七八九十]年))|自20|从20|到20|至20|20\d\d年[^。]{0,30}到|由20|成立|荣获|被评|获评"
    r"|命名|授予|建成|挂牌|创建成功|机构改革|启动|印发|施行|公布|出台|修订|连续|历史|起|曾|当年|换届|目标"
)


@rule(
    "雷同-03",
    "留有别的年份",
    bad=Example("2022年，我街道组织普法宣传活动50余次，发放宣传资料1000余份。", year=2023),
    good=Example("2023年，我街道组织普法宣传活动50余次，发放宣传资料1000余份。", year=2023),
)
def stale_year(material: Material) -> Iterator[Finding]:
    """查用“……年，我镇……”领起的句子是不是报告年度。

    查什么：句首的年份不是报告年度（计划部分是下一年），句中又没有回顾、比较的话。
    为什么：照旧稿改，最容易漏的就是句首的年份。
    怎么改：改成报告年度；确是回顾往年的，写明“自……以来”“较……”。
    """
    if material.year is None:
        return
    allowed = {material.year}
    for sentence in material.sentences:
        plan = material.parts[sentence.block] is ReportPart.PLANS or bool(
            re.search(
                r"(?<!现)将|拟|计划|打算|下一步|力争|争取|[一二三]要|要(?:进一步|持续|继续|着力|深入|强化|加强|严格|围绕|坚持)",
                sentence.text,
            )
        )
        match = _START.match(sentence.text)
        if not match or material.ranks[sentence.block] == 1:
            continue
        year = int(match["year"])
        if (
            year in allowed
            or (year > material.year and (plan or "年是" in match.group()))
            or str(material.year) in sentence.text.replace(match["year"], "")
        ):
            continue
        if _HISTORY.search(sentence.text) and not match.group().endswith("如下"):
            continue
        start = sentence.start + match.start("year")
        yield Finding(
            f"这里写的是{year}年，报告年度是{material.year}年。",
            f"核对年份，改为{material.year}年；确是回顾往年的，写明“自……以来”。",
            sentence.block,
            start,
            start + 4,
        )


_PAPER = pattern(
    r"(?:落实|按照|根据|对照|依据|围绕|贯彻|遵照)[^。，；《]{0,12}《(?P<year>20\d\d)年[^》—－-]{2,30}(?:要点|计划|方案|安排|任务)》"
)


@rule(
    "雷同-10",
    "落实的是往年的文件",
    only_with=(*(f"《20{decade}" for decade in DIGITS),),
    bad=Example("严格按照《2022年法治政府建设工作要点》要求，推进各项任务落实。", year=2023),
    good=Example("严格按照《2023年法治政府建设工作要点》要求，推进各项任务落实。", year=2023),
)
def paper_of_another_year(material: Material) -> Iterator[Finding]:
    """查“落实《……年……工作要点》”的年份。

    查什么：以年份开头的年度要点、计划、方案，年份早于报告年度。
    为什么：年度文件一年一发，照旧稿改时文件名里的年份容易漏改。
    怎么改：换成本年度的文件；确是回顾往年的，把话说明白。
    """
    for block, match in material.matches(_PAPER):
        if material.year and int(match["year"]) < material.year:
            yield Finding(
                f"落实的是{match['year']}年的文件，报告年度是{material.year}年。",
                "换成本年度的文件。",
                block,
                *match.span("year"),
            )


_STEM = r"[一-龥]{2,4}?"
_UNIT = pattern(
    rf"(?:^|[，。；、：“（\s]|由|在|是|为|与|和|经|对|将|使|围绕|结合|推动|全体)(?:由|在|是|为|与|和|经|对|将|使|据"
    rf"|[一二三四五六七八九十]{{1,2}}是)?(?P<name>{_STEM}(?:街道|镇|乡))"
    r"(?=党委|党工委|人民政府|政府|办事处|司法所|派出所|综合执法|综合行政执法|坚持|认真|深入|高度重视|严格|切实|持续|积极|始终|始终坚持|紧紧|全面|不断|辖区|境内|法治|平安|依法|矛盾"
    r"|人民调解|共|组织|开展|召开|[，。、的])"
)
_SENTENCE = pattern(r"[，。；]")
_NO_NAME = pattern(
    r"[我全各本该乡城两多个的在是为与将对以从按及和由于所被把让等至这那每进到下回返离入出前后内外间月日年度并且或经报送呈]"
    r"|^(?:古|集|建制|重点|强|小|兄弟|周边|邻近|相关|有关|其他|优秀|先进|示范|试点|特色|名|某)"
    r"|组织|结合|根据|引导|推动|带动|指导|开展|加强|发挥|充分|通过|依托|围绕|坚持|落实|完善|健全|推进|深化|构建|建立|打造|实现|促进|提升"
    r"|督促|协调|邀请|聘请|配合|协助|要求|检查|督查|考核|支持|参与|参加|深入|走进|覆盖|辖区|目前|今年|全面|统筹|压实|明确|制定|印发|召开"
    r"|成立|设立|设置|创建|选派|选聘|安排|调整|动员|发动|利用|借助|立足|紧扣|针对|关于|做好|抓好|强化|优化|规范|宣传|中心|乡镇|整个"
    r"|联动|压紧|诉|向$"
    r"|^[一二再终初]审|审[议理查核]|判[决定]|裁[定决]|听取|研究|讨论|提请|请示|批准|授权|委托|代[表理]|[起上应胜败]诉|告知|通知|交由|责成|责令|认为|主张|评议|反映|投诉|举报|[拜到上来]访"
    r"|[原被]告|驳回|撤销|维持|确认|不服|申请|请求|答复|汇报|决定|同意|约谈|通报|表扬|批评|监督"
    rf"|[一-龥]有$|(?:{ACTS})$"
    r"|配备|聘用|配强|带领|帮助|服务|融入|助力|推荐|联系|对接|指派|抽调|派驻|整合|纳入|涉及|所有|属地|基层|上级|驻"
)


@rule(
    "雷同-04",
    "写了别的乡镇街道",
    bad=Example("雪宫街道严格落实行政执法“三项制度”。", level="街道", name="稷下街道"),
    good=Example("稷下街道严格落实行政执法“三项制度”。", level="街道", name="稷下街道"),
)
def another_unit(material: Material) -> Iterator[Finding]:
    """查文中作主语的乡镇、街道是不是本单位。

    查什么：“某某镇党委”“某某街道认真……”里的名称，不是本单位、上级，也没有填在事实文件的字段里（自己写的句子不算）；不知道本单位名称时不查。
    为什么：从邻近单位的报告抄来一段，最容易漏改的是名称。
    怎么改：改成本单位名称；确是合作单位的，在事实文件里停用本条并写明原因。
    """
    own = [name for name in material.names if name.endswith(("街道", "镇", "乡"))]
    if not own:
        return
    known = fields_text(material)
    for block, match in material.matches(_UNIT):
        name = match["name"]
        stem = re.sub(r"(?:街道|镇|乡)$", "", name)
        if _NO_NAME.search(stem) or any(stem in one or one in name for one in own) or name in known:
            continue
        if material.ranks[block] == 1 or re.search(
            r"联合|会同|协同|配合|赴|到|与|等\d*个|相邻|毗邻|交界",
            material.blocks[block].text[max(0, match.start() - 6) : match.end() + 6],
        ):
            continue
        yield Finding(
            f"“{name}”不是本单位（{own[-1]}）。",
            "改成本单位名称；确有其事的，停用本条并写明原因。",
            block,
            *match.span("name"),
        )


def fields_text(material: Material) -> str:
    """Give what the fields of the facts file say, to look names up in; sentences in own words are what is checked."""
    return "\n".join(text for text in material.said.values() if not _SENTENCE.search(text))


@rule(
    "雷同-05",
    "大标题与落款的单位不同",
    level=Level.ERROR,
    bad=whole("稷下街道办事处\n\n2024", "雪宫街道办事处\n\n2024"),
    good=whole(),
)
def title_against_signature(material: Material) -> Iterator[Finding]:
    """查大标题里的单位和落款的单位是不是同一个。

    查什么：两处的乡镇、街道名称。
    为什么：借用别家的稿子，只改了标题，没有改落款（或者相反）。
    怎么改：改成本单位名称。
    """
    if not material.whole:
        return
    texts = tuple(block.text for block in material.blocks)
    head = {name for name in unit_names(texts[:3]) if name.endswith(("街道", "镇", "乡"))}
    for number in range(max(3, len(texts) - 4), len(texts)):
        tail = {name for name in unit_names((texts[number],)) if name.endswith(("街道", "镇", "乡"))}
        if head and tail and not _same(head, tail):
            yield Finding(
                f"大标题的单位是{'、'.join(sorted(head))}，落款是{'、'.join(sorted(tail))}。",
                "改成本单位名称。",
                number,
                0,
                len(texts[number]),
            )


def _same(head: set[str], tail: set[str]) -> bool:
    return any(one.endswith(other) or other.endswith(one) for one in head for other in tail)


_SHARE = 0.5
_SHOWN = 16
_COPIED = "对群众反映集中的占道经营，司法所与执法队约定每周三晚饭后一起上街劝导，先讲法、再规范、后处罚。"


@rule(
    "雷同-06",
    "与别的报告大段相同",
    bad=Example(SAMPLE, others=(Other("雪宫街道-2023.yaml", 0.58, ((_COPIED,),)),)),
    good=Example(SAMPLE, others=(Other("雪宫街道-2023.yaml", 0.12, ((_COPIED,),)),)),
)
def like_another(material: Material) -> Iterator[Finding]:
    """与上年的报告、别的单位的报告（--against）比，看自己写的话有多少相同。

    查什么：去掉数字、地名和大家都有的话（模板写的、固定的提法）以后成段相同的话；占自己写的话一半以上就报，并指出相同最多的一份。
    为什么：年年照抄、互相照抄，是评议时点名的问题。
    怎么改：写本年、本单位自己的做法和数据。
    """
    if not material.others:
        return
    most = max(material.others, key=lambda one: one.share)
    if most.share >= _SHARE:
        yield Finding(
            f"自己写的话有{most.share:.0%}与“{most.name}”相同。", "写本年、本单位自己的做法和数据。", 0
        )


@rule(
    "雷同-07",
    "整段与别的报告相同",
    bad=Example(_COPIED, others=(Other("雪宫街道-2023.yaml", 0.4, ((_COPIED,),)),)),
    good=Example(_COPIED),
)
def paragraph_of_another(material: Material) -> Iterator[Finding]:
    """与上年的报告、别的单位的报告（--against）比，逐段指出相同的话。

    查什么：去掉数字、地名和大家都有的话以后，两句四十字以上、一句四十八字以上相同或者只改了几个词的；几份都有的，指出相同最多的一份。
    为什么：照搬来的段落，写的多半不是本年、本单位的事。
    怎么改：按本年、本单位的实际重写。
    """
    told: set[str] = set()
    for other in sorted(material.others, key=lambda one: -one.share):
        for passage in other.passages:
            if told.isdisjoint(passage):
                many = f"这里起有{len(passage)}句" if len(passage) > 1 else "这一句"
                message = f"{many}与“{other.name}”相同：“{passage[0][:_SHOWN]}……”。"
                yield _standing(passage[0], material)._replace(
                    message=message, fix="按本年、本单位的实际重写。"
                )
            told.update(passage)


def _standing(sentence: str, material: Material) -> Finding:
    """Give where a sentence stands: in the facts file, which has it as the clerk wrote it, else in the text."""
    for path, text in material.said.items():
        if sentence in without_blanks(text):
            return Finding("", "", field=path)
    for number, block in enumerate(material.blocks):
        if sentence in without_blanks(block.text):
            start = max(block.text.find(sentence), 0)
            return Finding("", "", number, start, start + len(sentence))
    return Finding("", "", 0)
