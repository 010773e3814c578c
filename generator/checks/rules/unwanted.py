"""结构、篇幅: words and things that the superior's notice does not want, and parts larger than it wants."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.gather import before_appendices
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.full_names import NAME, can_be_name
from generator.checks.rules.notice import taken
from generator.checks.sample import asked
from generator.checks.segment import words_in
from generator.document.text.notice import bare_heading
from generator.numbers.part_shares import PartsShare
from generator.numbers.span import WHOLE
from generator.patterns import pattern

_TITLED = pattern("《[^《》]*》")
_ORDINAL = pattern("第[一二三四五六七八九十]$")
_IS_RANK = pattern("[，。；、！”）]|$|名(?![单字册])|位|方阵|梯队|等次")
"""What stands behind 第一 where it tells a rank: neither 第一责任人 nor 第一季度."""
_OF_OFFICE = pattern(
    r"(?:书记|主任|支书|镇长|乡长|所长|站长|队长|会计|委员|组长|法官|律师|民警|调解员|网格员|辅导员|带头人|明白人|教师|老师|老党员|志愿者|乡贤|能人)"
    rf"(?P<name>{NAME})(?=[，。；、（）]|等|在|带|牵头|担任|上门|调解|负责|主持|说|讲|每|办理|开展|组织|和|与|为|当场)"
    rf"|(?<![一-龥])(?P<called>{NAME})(?=同志|书记|主任|镇长|乡长|所长|队长|法官|律师|警官)"
)
_COMPANY = pattern(
    "(?:帮助|协助|督促|责令|走访|指导|服务|检查)?(?P<name>[一-龥（）()]{2,18}?(?:有限责任公司|有限公司|股份公司))"
)
_HONOUR = pattern(
    "荣获|(?:被评为|被授予|获评)(?!优秀[案卷，]|合格|良好)|(?:获得|获)[^，。；]{0,16}(?:称号|荣誉|表彰|嘉奖)|(?:受到|得到)[^，。；]{0,12}(?:表彰|通报表扬|嘉奖)"
    r"|(?:位居|位列|名列|排名|居全|列全)[^，。；]{0,8}?(?:第[一二三四五六七八九十\d]+|前列|前茅|首位|榜首)"
)


@rule(
    "结构-39",
    "用了通知不许用的词",
    bad=asked("禁用词: [大力]", "全年化解", "大力化解"),
    good=asked("禁用词: [大力, 第一]"),
)
def banned_word(material: Material) -> Iterator[Finding]:
    """查通知点名不许用的词。

    查什么：事实文件的“通知”里写了禁用词的（.md 文稿的文件头里也有），报告里有没有这些词；书名号里的、通知自己定的标题不算，“扩大力量”不算“大力”，“第一责任人”“第一季度”不算“第一”。
    为什么：上级明说不用的词，报上去会被退回。
    怎么改：换一个说法；通知准许的（有据可查的），停用本条并写明原因。
    """
    own = {title for _part, title in material.demands.chapters} | {material.demands.title}
    for number, block in enumerate(before_appendices(material.blocks) if material.demands.banned else ()):
        if bare_heading(block.text) not in own:
            for word in material.demands.banned:
                for start in _places(word, block.text):
                    fix = "换一个说法；通知准许的，停用本条并写明原因。"
                    message = f"通知不许用“{word}”。"
                    yield Finding(message, fix, number, start, start + len(word))


def _places(word: str, text: str) -> Iterator[int]:
    """Give where a word stands in a text as a word: no two others meet in it, and no title of a paper has it."""
    titled = [one.span() for one in _TITLED.finditer(text)]
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        cut = any(
            first < start < last < end or start < first < end < last
            for run in words_in(text)
            for first, last in run
        )
        ranked = not _ORDINAL.search(word) or _IS_RANK.match(text, end)
        if not cut and ranked and not any(first < start < last for first, last in titled):
            yield start
        start = text.find(word, end)


@rule(
    "结构-40",
    "写了通知不许写的内容",
    bad=asked("不写: [荣誉排名]", "矛盾纠纷198起", "矛盾纠纷198起，居全区第三"),
    good=asked("不写: [姓名, 企业名称, 荣誉排名, 表格]"),
)
def unsaid_thing(material: Material) -> Iterator[Finding]:
    """查通知点名不许写的内容。

    查什么：事实文件的“通知”里写了不写哪些的（.md 文稿的文件头里也有）：姓名（“村支书王建国”“王建国同志”，案件旁边的由隐私-04查）、企业名称（某某有限公司）、荣誉排名（荣获、被评为、居全县第三）、表格。
    为什么：报告要公开，上级明说不写的，报上去会被退回。
    怎么改：删去，或换成不点名的说法；通知准许的（上级正式发文表彰的），停用本条并写明原因。
    """
    unsaid = frozenset(material.demands.unsaid)
    for number, block in enumerate(material.blocks if unsaid else ()):
        if "表格" in unsaid and block.rows:
            yield Finding("通知要求不附表格。", "删去表格，改写成文字。", number)
        told = ((kind, start, end) for kind, start, end in _unsaid_in(block.text) if kind in unsaid)
        for kind, start, end in told:
            message = f"“{block.text[start:end]}”：通知要求不写{kind}。"
            fix = "删去，或换成不点名的说法；通知准许的，停用本条并写明原因。"
            yield Finding(message, fix, number, start, end)


def _unsaid_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the names of persons and companies and the honours in a text, each with its kind and place."""
    for match in _OF_OFFICE.finditer(text):
        group = "name" if match["name"] else "called"
        if can_be_name(match[group]):
            yield ("姓名", *match.span(group))
    for match in _COMPANY.finditer(text):
        if "某" not in match["name"]:
            yield ("企业名称", *match.span("name"))
    yield from (("荣誉排名", *match.span()) for match in _HONOUR.finditer(text))


@rule(
    "篇幅-09",
    "几个部分的占比不合通知",
    bad=asked("部分占比: [不足、计划合计不超过5%]"),
    good=asked("部分占比: [第三、四部分合计不超过一半]"),
)
def part_shares_against_notice(material: Material) -> Iterator[Finding]:
    """查通知点名的部分合计占全文的多少。

    查什么：事实文件的“通知”里写了部分占比的（.md 文稿的文件头里也有），那几个部分的字数合计占全文的多少，字数的算法与篇幅-07相同；写“第三、四部分”的，照报告里一级标题的先后数。
    为什么：通知限了占比，是要把主体写足，或者要不足和安排写够。
    怎么改：占得多的，压缩那几个部分，或把别的部分写实；占得少的，补写。
    """
    if not material.demands.part_shares or not material.whole:
        return
    for wanted in material.demands.part_shares:
        told, share = taken(material, _belongs(material, wanted))
        if share not in wanted.share:
            many = wanted.share.high is not None and share > wanted.share.high
            yield Finding(
                f"通知要求“{wanted}”，现在共{told}字，占全文的{share / WHOLE:.1%}。",
                "压缩这些内容，或把别的部分写实。" if many else "补上没有写的内容。",
                0,
                field="通知.部分占比",
            )


def _belongs(material: Material, wanted: PartsShare) -> Iterator[bool]:
    """Tell of each block whether it stands in one of the parts."""
    chapter = 0
    for rank, part in zip(material.ranks, material.parts, strict=True):
        chapter += rank == 2
        named = part is not None and any(key.startswith(part.value) for key in wanted.keys)
        yield named or chapter in wanted.ordinals
