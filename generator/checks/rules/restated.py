"""文字: subjects, years and words of one meaning that a clause or a sentence says twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from generator.checks.acts import ACTS
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import Lexicon, in_title, is_quoted
from generator.checks.vocabulary import covered, vocabulary
from generator.patterns import pattern
from generator.wordlist import is_common_word

_CLAUSE = pattern(r"[^，,。；;：:！？!?\n]+")
_OPENER = pattern(
    r"(?:[一二三四五六七八九十]{1,2}[是要]|首先|其次|同时|此外|另外|并|且|全年|年内|今年|今年以来|本年度?)?"
)
_SUBJECT = pattern(
    r".*(?:[镇乡县区局所科股主站队村院]长|街道|政府|办事处|中心|书记|主任|人员|干部|部门|单位|小组|班子|社区|机关|科室|负责人"
    r"|调解员|网格员|顾问|党政办|综治办|平安办|政法办|[镇乡县区局委所队站村])"
)
"""The longest beginning of a clause that names a body or a person."""
_GOES_ON = pattern(
    r"[的、和与及级内里中辖域各境全党纪]|(?:[所队站镇乡局股]?长|书记|委员|成员|班子|会议|主要|副|政府|人大|主任|干部|群众|机关|工作|上下|综合|司法|派出|便民"
    r"|社区|网格|民警|法律|办事处|办公|所属|所有|队员|站所|村级|村民|村委|信息|队伍|制度|名单|之间|人民|总|人数|数量)"
)
"""What goes on with a name behind its common beginning: 镇党委 is not 镇党委书记."""
_NO_SUBJECT = pattern(
    r"[在由对向与和为以从按将把使让经据到于就因是有要及每多]"
    r"|(?:加强|推动|推进|组织|邀请|会同|联合|根据|按照|围绕|结合|通过|严格|认真|深入|不断|持续|切实|全面|积极|落实|实行|健全|完善|建立|开展|强化|规范"
    r"|提升|做好|抓好|召开|充分|进一步|依法|定期|坚持|聚焦|压实|发挥|明确|成立|全力|努力|带头)"
)


class _Part(NamedTuple):
    """A clause without what opens it: its place in the block, and its words."""

    start: int
    text: str


def _parts(sentence: str, start: int) -> list[_Part]:
    parts = []
    for match in _CLAUSE.finditer(sentence):
        opener = _OPENER.match(match.group())
        skip = opener.end() if opener else 0
        parts.append(_Part(start + match.start() + skip, match.group()[skip:]))
    return parts


@rule(
    "文字-25",
    "主语、年度写了两遍",
    yields_to=("文字-06", "结构-20", "雷同-02"),
    bad="司法所对照清单逐项核对，司法所废止过时文件2件。",
    good="司法所每季度研究一次，司法所所长带头督办。2023年新增调解室2个，较2022年多1个。",
)
def said_by_whom_twice(material: Material) -> Iterator[Finding]:
    """查同一句话里主语、年度有没有写两遍。

    查什么：一句话的两个分句用同一个单位、职务开头；一个分句里两次写“全镇”“本街道”“2023年”。
    为什么：多半是改写句子时，前后各留了一个。
    怎么改：删去后一个；前后说的不是一个，写全名称。
    """
    for sentence in material.sentences:
        parts = _parts(sentence.text, sentence.start)
        for first, second in (
            (one, other) for at, one in enumerate(parts, 1) for other in parts[at : at + _NEAR]
        ):
            name = _shared(first.text, second.text)
            if name and not is_quoted(material.blocks[sentence.block].text, second.start):
                yield _twice(name, sentence.block, second.start)
                break
        for part in parts:
            for match in filter(None, (shape.search(part.text) for shape in _AGAIN)):
                at, words = part.start + match.start("again"), match["again"]
                free = not in_title(material.blocks[sentence.block].text, at) and not _BETWEEN.search(
                    part.text
                )
                if free and part.text.startswith(words) >= words.endswith(_SELVES):
                    yield _twice(words, sentence.block, at)


_NEAR = 2
_DATED = r"20\d\d年(?!\d|底|初|末|上半|下半|版|修)"
_AGAIN = (
    pattern(
        r"^(?:(?:我|本|全|该)(?:镇|乡|街道|县|区|市|局|村|社区))(?!的)[一-龥\d]{2,16}?"
        r"(?<![在对由与和为从及占比据按向把将使到])(?P<again>(?:我|本|全|该)(?:镇|乡|街道|县|区|市|局|村|社区))(?=\d|[一-龥])"
    ),
    pattern(
        rf"(?P<year>{_DATED})[^，。；《》“”（）]{{2,24}}?(?<![至到—和与及较比])(?P<again>(?P=year)度?)(?!底|初|末|上半|下半|前|之前)"
    ),
    pattern(r"20\d\d年度[一-龥]{2,16}?(?P<again>年度)(?=[一-龥]{0,6}(?:报告|总结|计划|汇报))"),
)
_SELVES = ("镇", "乡", "街道", "县", "区", "市", "局", "村")
_BETWEEN = pattern(r"较|相比|同比|比20|至20|到20|——|—20")


def _shared(first: str, second: str) -> str:
    """Give the subject that two clauses begin with, if they begin with the same."""
    pairs = zip(first, second, strict=False)
    common = "".join(one for one, _other in takewhile(lambda pair: pair[0] == pair[1], pairs))
    match = _SUBJECT.match(common)
    if not match or len(match.group()) < 2 or _NO_SUBJECT.match(common):
        return ""
    ends = match.end()
    if any(_GOES_ON.match(text[ends:]) or not text[ends:] for text in (first, second)):
        return ""
    if _WIDE.fullmatch(match.group()) and not all(_DOES.match(text[ends:]) for text in (first, second)):
        return ""
    return match.group()


_WIDE = pattern(r"(?:全|各)(?:镇|乡|街道|县|区|市|村|社区)")
_DOES = pattern(rf"(?:共|累计|共计|已|均|先后|全年|持续|深入|坚持|认真|积极|全面|扎实|统一|集中|{ACTS})")
"""What a place as a whole does; 全镇12个村 and 全镇法治氛围 are two subjects."""


def _twice(words: str, block: int, start: int) -> Finding:
    return Finding(
        f"一句话里写了两遍“{words}”。",
        "删去后一个；说的不是一个的，写全名称。",
        block,
        start,
        start + len(words),
    )


_WORDS = pattern(
    r"(?P<words>(?!个)[一-龥]{5,12})(?![月周日证员会长队站室])[^，,。；;：、“”《》（）\s和与及]{1,16}(?P=words)"
)
_FUNCTION = pattern(
    r"(?P<words>通过|根据|按照|结合|围绕|为了|由于|经过|依托|针对|开展|进行|实现|得到|确保|做到|取得|加大|加强|提升|推动|推进|进一步|切实|积极|认真|不断|持续"
    r"|严格|扎实|大力|着力|亲自|全年|累计|共计|目前|先后|召开|举办|印发|邀请|聘请|选派)(?!和|与|、|[^，。；]{0,16}[、和与及])[一-龥“”]{1,12}(?P=words)"
)
_MARKER = pattern(
    r"(?P<words>[在对由向把将])[一-龥]{2,12}(?:上|下|中|内|里|的)(?P=words)(?=[一-龥]{2})(?![于应接象口外内标照来要线家校册建岗职上])"
    r"|(?P<other>[对向由在])[一-龥]{2,6}(?P=other)(?=各|全|本|我|辖区|重点|每)|(?P<total>共)计?[一-龥]{2,12}(?P=total)计?(?=\d)"
)
_ASIDE = pattern(r"(?P<words>[向对由与在从为给][一-龥]{3,10})[一-龥\d]{2,16}(?P=words)(?=[，。；])")
_OPENED = pattern(
    r"(?:^|(?<=[。；，]))(?P<words>目前|当前|全年|今年以来|一年来|截至目前|近年来|年内|20\d\d年)(?:以来|度)?，[^，。；、《》“”]{0,8}?"
    r"(?<![较比至到和与及自])(?P=words)(?!度|底|初|末|版|前|第|上|下|制|龄|性|任务|计划|工作|目标|\d{1,2}月|\d)"
)
"""A time that opens a sentence and stands before its verb once more: 目前，全乡目前共有."""
_LISTED = pattern(
    r"(?P<words>[一-龥]{2,6})、(?:[一-龥]{2,6}、){0,4}(?P=words)(?=[、，。；]|等(?!级)|开展|参加|宣传|召开|组织|进行|发放|联合|共同)"
)
"""An item that a row has twice: 学校、社区、学校."""
_WHOLE = pattern(
    r"(?P<words>(?P<of>[一-龥]{2})(?P<what>过程|流程|领域|环节|链条))(?!记录)[^，。；：、和与及]{0,10}(?P=of)[全各](?P=what)"
)


@rule(
    "文字-26",
    "一个分句里同样的话写了两遍",
    bad="镇长按季度向县司法局报送执法情况向县司法局，并提出整改意见。",
    good="行政执法人员参加行政执法资格考试12人次。",
)
def words_twice_in_a_clause(material: Material) -> Iterator[Finding]:
    """查一个分句里有没有隔几个字又写一遍的话。

    查什么：同一个分句里两次出现的五个以上的字，分句末尾又出现的“向县司法局”一类的话，“执法过程……执法全过程”。
    为什么：改写句子时，前后两种写法都留下了。
    怎么改：删去一处。
    """
    told: set[tuple[int, int]] = set()
    for shape in (_WORDS, _FUNCTION, _MARKER, _ASIDE, _WHOLE, _OPENED, _LISTED):
        for block, match in material.matches(shape):
            words, text = (
                match[match.lastgroup or 0] if shape is _MARKER else match["words"],
                material.blocks[block].text,
            )
            if (
                (block, match.end()) in told
                or in_title(text, match.start())
                or is_quoted(text, match.start())
            ):
                continue
            if shape is _WORDS and _two_names(text, match):
                continue
            start = match.end() - len(words) - (shape is _WHOLE)
            if shape is _MARKER and any(
                is_common_word(text[at - 1 : at + 1]) for at in (match.start(), start)
            ):
                continue  # 核对
            told.add((block, match.end()))
            yield Finding(f"一个分句里写了两遍“{words}”。", "删去一处。", block, start, match.end())


_ORGAN = pattern(r"[一-龥]*(?:政府|党委|委员会|党工委|办事处|[镇乡县区市]|街道)")
_OF_ORGAN = pattern(r"党组|党委|班子|办公|领导|主要|负责|各|所属|工作|部门|人民政府|办事处|关于")


def _two_names(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words begin two longer names: 平安法治宣传月, 平安法治宣传; 县政府党组, 县政府班子."""
    behind, last = match.end("words"), match.end()
    signed = text.startswith("中共", match.start())
    organs = _ORGAN.fullmatch(match["words"]) and (
        _OF_ORGAN.match(text, behind) or _OF_ORGAN.match(text, last)
    )
    return signed or bool(organs) or text[behind] == text[last : last + 1]


_TOGETHER = frozenset("同享建治识和鸣青商议性用融通存事生产勉管防担育")
"""What 共 makes a word with: 共同, 共享."""


@cache
def _one_meaning() -> Lexicon[str]:
    words = vocabulary()
    return Lexicon(words.of_one_meaning, words.spared)


@rule(
    "文字-27",
    "意思相同的词叠用",
    bad="截至到12月底，目前现有网格员46名，均都持证上岗。",
    good="截至12月底，现有网格员46名，均持证上岗，涉及面广。",
)
def one_meaning_twice(material: Material) -> Iterator[Finding]:
    """查意思相同的两个词有没有叠在一起。

    查什么：“截至到”“目前现有”“涉及到”“均都”“共计合计”“进行开展”“原因是由于”等，词在用语库的“叠用”里。
    为什么：一个意思说了两遍，多半是改字时没有删净。
    怎么改：留一个。
    """
    for number, read in enumerate(material.readings):
        for start, words, kept in _one_meaning().find(read.text):
            end = start + len(words)
            total = words.endswith("共") and read.text[end : end + 1] not in _TOGETHER
            if (covered(read.text, start, end) and not total) or is_quoted(read.text, start):
                continue
            yield Finding(
                f"“{words}”里两个词意思相同。", f"改为“{kept}”。", number, *read.at(start, end), mend=kept
            )
