"""文字: quotes, title marks and heading ends: what sets a name or a heading off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import whole
from generator.checks.scan import Lexicon, in_title, is_quoted
from generator.checks.vocabulary import names, vocabulary
from generator.document.text.block import BlockKind
from generator.formulations import library
from generator.patterns import pattern


@cache
def _short_names() -> Lexicon[str]:
    return Lexicon({name: name for name in vocabulary().quoted})


@rule(
    "文字-37",
    "简称没有加引号",
    bad="通过三会一课组织党员学习宪法15次，坚决做到两个维护。",
    good="通过“三会一课”组织党员学习宪法15次，坚决做到“两个维护”。",
)
def short_name_without_quotes(material: Material) -> Iterator[Finding]:
    """查用数字概括的简称、口号式的制度名有没有加引号。

    查什么：“两个维护”“三会一课”“三重一大”“放管服”“谁执法谁普法”等没有加引号的；引号、书名号里的不算，词在用语库的“加引号”里。
    为什么：GB/T 15834—2011第4.8.3条：有特殊含义、需要特别指出的词语用引号标示；同一篇里写法要一致。
    怎么改：加上引号。
    """
    for number, read in enumerate(material.readings):
        for start, name, _same in _short_names().find(read.text):
            end = start + len(name)
            before, after = read.text[max(0, start - 1) : start], read.text[end : end + 1]
            if (
                before in ("“", "‘")
                or after in ("”", "’")
                or is_quoted(read.text, start)
                or in_title(read.text, start)
            ):
                continue
            yield Finding(
                f"“{name}”是简称，没有加引号。",
                f"改为“{name}”。",
                number,
                *read.at(start, end),
                mend=f"“{name}”",
            )


_LAW = (
    r"[一-龥]{2,18}(?:处罚法|许可法|强制法|复议法|诉讼法|赔偿法|管理法|保护法|促进法|安全法|保障法|仲裁法|调解法|执行法|组织法|监察法|教育法|义务法|劳动法|劳动合同法|宪法"
    r"|刑法|民法典|公务员法|法律援助法|条例|实施细则|实施纲要|实施方案|管理办法|暂行办法|暂行规定|若干规定|规划纲要)"
)
_LAW_IN_QUOTES = pattern(
    rf"(?:(?:按照|依据|根据|依照|违反|学习|宣传|宣讲|贯彻|落实|执行|遵守|讲解|解读|对照|实施|适用|印发|制定|修订|出台|公布"
    rf"|(?<=》[、和及]))(?:了)?(?P<a>“(?:中华人民共和国)?{_LAW}(?:（[^）]*）)?”)"
    rf"|(?P<b>“{_LAW}”)(?=(?:规定|要求|第[一二三四五六七八九十百\d]+条|等法律|等法规|的规定|的要求|有关规定)))"
)
_TITLE_FOR_NAME = pattern(
    r"(?P<name>《(?P<inner>[^》\n]{2,12}?(?<!法)(?<!典)(?<!条例)(?<!规定)(?<!办法)(?<!方案)(?<!纲要))》)(?=(?:系列|主题|专题|专项"
    r"|宣传|工作|普法|法治|特色|调解|整治|志愿服务){0,2}(?:活动(?!方案|计划|通知)|专项行动|行动(?!方案|计划)|调解室"
    r"|工作室|品牌|活动品牌|服务队|志愿服务队|专项行动|工作法|工程|称号|荣誉称号|机制|模式|广场|公园|长廊|制度|责任制|做法|理念|原则))"
    r"|(?P<own>《(?P<called>[^》\n]{2,12}(?:宣传周|宣传月|宣传日|教育日|纪念日|专项行动|调解室|工作室|大讲堂|普法队|一条街|服务队|广场|公园|长廊|驿站|文化墙))》)"
)
_DOCUMENT_IN_QUOTES = pattern(
    r"(?:印发|制定|出台|下发|转发|制发|修订|发布|按照|根据|落实|学习|贯彻)了?(?P<name>“(?:关于[^”“]{4,40}的(?:通知|意见|方案|决定|报告|办法|批复|函)"
    r"|[^“”]{4,30}(?:实施方案|管理办法|实施意见|工作规则|议事规则|评查办法|工作规程|实施细则|暂行规定|工作制度汇编|考核办法))”)"
)


@rule(
    "文字-38",
    "书名号、引号用混",
    bad="按照“行政处罚法”规定，举行听证1次，打造《石榴籽》调解室。",
    good="按照《行政处罚法》规定，举行听证1次，打造“石榴籽”调解室，推行“谁执法谁普法”。",
)
def quotes_for_title(material: Material) -> Iterator[Finding]:
    """查法律、文件的名称是不是用了引号，品牌、调解室的名称是不是用了书名号。

    查什么：“按照‘行政处罚法’规定”这样用引号的，“《石榴籽》调解室”这样用书名号的。
    为什么：GB/T 15834—2011第4.15条：书名号标示书名、篇名、法规文件名；品牌、活动、机构的名称用引号。
    怎么改：按提示改。
    """
    for block, match in material.matches(_LAW_IN_QUOTES):
        name = "a" if match["a"] else "b"
        mend = f"《{match[name][1:-1]}》"
        yield Finding(
            f"{match[name]}是法规文件名，用书名号。", f"改为{mend}。", block, *match.span(name), mend=mend
        )
    for block, match in material.matches(_TITLE_FOR_NAME):
        name = "name" if match["name"] else "own"
        mend = f"“{match['inner'] or match['called']}”"
        yield Finding(
            f"{match[name]}不是书名、文件名，用引号。", f"改为{mend}。", block, *match.span(name), mend=mend
        )
    yield from _not_so_marked(material)
    for block, match in material.matches(_DOCUMENT_IN_QUOTES):
        mend = f"《{match['name'][1:-1]}》"
        if not _LAW_IN_QUOTES.search(match.group()):
            yield Finding(
                f"{match['name']}是文件名，用书名号。", f"改为{mend}。", block, *match.span("name"), mend=mend
            )


_NO_TITLE = pattern(
    r"(?P<name>《(?!关于)[^《》\n]{2,30}?(?:思想|精神|理论|道路|三项制度|“三项制度”|理念|全会|二十大|十九大|大会|教育活动|宣传活动|学习教育|主题教育|专项行动|新格局)》)"
    r"(?!课程|教材|读本|一书|讲义|专题片|节目|栏目|书籍|等书|概论|丛书|摄影|展)"
)
_ANGLED = pattern(r"(?<![<＜〈《])(?P<name>[<＜〈](?P<inner>[一-龥]{3,40})[>＞〉])(?![>＞〉》])")
_SHORT_TITLE = pattern(r"《(?P<name>[一-龥、]{3,9})》")
_QUOTED_LAW = pattern(r"“(?:中华人民共和国)?(?P<law>[一-龥]{3,40})”")


def _not_so_marked(material: Material) -> Iterator[Finding]:
    """Give what is no title and stands in 《》, titles in 〈〉, and the laws in quotes."""
    for block, match in material.matches(_NO_TITLE, "》"):
        message = f"{match['name']}不是书名、文件名，不用书名号。"
        yield Finding(message, "去掉书名号。", block, *match.span("name"), mend=match["name"][1:-1])
    for block, match in material.matches(_SHORT_TITLE, "》"):
        if match["name"] in names()["简语"]:
            mend = f"“{match['name']}”"
            yield Finding(
                f"《{match['name']}》不是书名、文件名，用引号。",
                f"改为{mend}。",
                block,
                *match.span(),
                mend=mend,
            )
    for block, match in material.matches(_ANGLED, ">", "＞", "〉"):
        if in_title(match.string, match.start("name")):
            continue
        mend = f"《{match['inner']}》"
        yield Finding(
            f"{match['name']}应当用书名号。", f"改为{mend}。", block, *match.span("name"), mend=mend
        )
    laws = library().law_names
    for block, match in material.matches(_QUOTED_LAW, "法”", "条例”", "规定”", "办法”"):
        if match["law"] in laws and not _LAW_IN_QUOTES.search(
            match.string[max(0, match.start() - 2) : match.end() + 6]
        ):
            mend = f"《{match.group()[1:-1]}》"
            yield Finding(
                f"{match.group()}是法规文件名，用书名号。", f"改为{mend}。", block, *match.span(), mend=mend
            )


_END = pattern(r"[。；，、：;,.]\s*$")
_NUMBER = pattern(r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_BODY = pattern(
    r"(?<!\d)\d{1,3}(?!\d)|\d{5}|[一二三四五六七八九十]是|；|，.*，|已|了|共|全年|将|目前|存在(?!的|问题|不足)|未|不(?!足)|仍|还"
)
_LONGEST = 36


@rule(
    "文字-39",
    "标题末尾有标点",
    bad=whole("### （一）深化法治宣传教育", "### （一）深化法治宣传教育。"),
    good=whole(),
)
def mark_at_heading_end(material: Material) -> Iterator[Finding]:
    """查独占一行的标题末尾有没有句号、逗号、冒号。

    查什么：标题行；没有标明是标题、以“一、”“（一）”开头、独占一段、只有一个短句的，也查。
    为什么：GB/T 15834—2011附录：标题末尾一般不用标点；只有标题后面接着写正文的，才用句号隔开。
    怎么改：删去末尾的标点；本来是正文的，不必改。
    """
    for number, block in enumerate(material.blocks):
        match = _END.search(block.text)
        if not match or block.kind is BlockKind.ADDRESSEE:
            continue
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE) or _alone(material, number):
            mark = match.group().strip()
            yield Finding(f"标题末尾有“{mark}”。", "删去。", number, *match.span(), mend="")


def _alone(material: Material, number: int) -> bool:
    """Tell whether an unmarked paragraph is a heading on a line of its own, and no item of a list."""
    text = material.blocks[number].text.strip()
    head = _NUMBER.match(text)
    if (
        not head
        or len(text) > _LONGEST
        or any(sign in text[:-1] for sign in "。；：")
        or _BODY.search(text[: len(text) - 1], head.end())
    ):
        return False
    beside = (*material.blocks[max(0, number - 1) : number], *material.blocks[number + 1 : number + 2])
    depth = "、" in head.group()
    levels = (_NUMBER.match(block.text) for block in beside)
    return not any(level and ("、" in level.group()) is depth for level in levels)
