"""文字: words and characters written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.lone import typed_twice
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import PlainReading, is_quoted
from generator.patterns import pattern
from generator.problems import Level
from generator.wordlist import common_words, is_common_word

_WORD = pattern(r"(?P<word>[一-龥\d]{2,10})(?P=word)")
_OF_ITSELF = pattern(r"(?<![该应能需可])(?P<word>[一-龥]{2})[的了](?P=word)(?![一-龥]{0,1}性)")
"""But for 该移交的移交, 能化解的化解."""
_ITEM = pattern(r"(?P<item>《[^《》]{2,30}》|“[^“”]{2,20}”)[、，]?(?P=item)")
_NAMED_AGAIN = (
    pattern(r"[（(](?P<word>[一-龥]{2,6})[）)](?P=word)"),
    pattern(r"《(?P<word>[^》]{2,20})》(?P=word)"),
    pattern(
        r"“[^“”]{0,16}(?P<word>制度|机制|活动|工程|行动|模式|品牌|平台|规划|计划|工作室|调解室|工作法)”(?P=word)"
    ),
)
_LONGER = (_WORD, _ITEM, *_NAMED_AGAIN)
"""What may find a word of more than two characters; of such a one it is certain."""
_FINE = pattern("(?:代表|组织|研究|讨论|商量|了解|交流|锻炼|一.|逐.|[个户家][一-龥]{1,6}[每各])$")
"""Said twice and right: 社会组织组织开展, 一户一户, 研究研究, 16个社区每个社区每季度."""
_ORGANIZED = pattern(
    "(?:党|团|社会|自治|群团|群众|基层|各级|村级|行业|公益|经济|合作|服务|调解|志愿者?|民间|专业|相关|有关|妇女|青年|宗教|辖区|各类|等|社区|村民|业主|物业|商会|学术|慈善|文化)$"
)
"""What an organization is named by: 社会组织组织, but no 司法所组织组织."""
_SELF = pattern("[我全本该][镇乡县区市局村]")
"""What a unit calls itself, which is in no list of words: 我镇我镇."""


def _readings(
    material: Material, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[int, PlainReading, re.Match[str]]]:
    whole = material.wordings[-1]
    said = [shape for shape in patterns if shape.search(whole)]
    for number, read in enumerate(material.readings if said else ()):
        for shape in said:
            for match in shape.finditer(read.text):
                yield number, read, match


def _long_twice(material: Material) -> Iterator[Finding]:
    yield from _twice(material, _LONGER)


@rule(
    "文字-06",
    "词语写了两遍",
    gravest=Level.ERROR,
    errors=_long_twice,
    bad="全年开展普法宣传宣传活动26场次。",
    good="全年开展普法宣传活动26场次，逐户走访、一户一户做工作。",
)
def word_twice(material: Material) -> Iterator[Finding]:
    """查同一个词有没有连写两遍。

    查什么：“学习学习不深”“法律法规法律法规”“《宪法》《宪法》”；“一户一户”“社会组织组织开展”不算。
    为什么：删改、粘贴时留下的。
    怎么改：删去一遍。
    """
    yield from _twice(material, (_WORD, _OF_ITSELF, *_LONGER[1:]))


def _is_of_organizations(text: str, place: int) -> bool:
    return bool(_ORGANIZED.search(text, max(0, place - 3), place))


def _twice(material: Material, shapes: tuple[re.Pattern[str], ...]) -> Iterator[Finding]:
    for block, read, match in _readings(material, shapes):
        word = match.group(1)
        if word[0] in "的了和与在" or (
            len(word) == 2 and not _is_word(word) and not _counted(read.text, match.start(), word)
        ):
            continue
        lawful = _FINE.match(word) and (word != "组织" or _is_of_organizations(read.text, match.start()))
        if lawful or not re.search(r"[一-龥]", word) or len(set(word)) == 1:
            continue
        sure = len(word) > 2
        yield Finding(
            f"“{word}”写了两遍。",
            "删去一遍。",
            block,
            *read.at(*match.span()),
            level=Level.ERROR if sure else Level.WARNING,
            mend=word if sure else None,
        )


def _is_word(word: str) -> bool:
    return is_common_word(word) or bool(_SELF.fullmatch(word))


def _counted(text: str, at: int, word: str) -> bool:
    """Tell whether a figure and its measure word are said twice: 3次3次, but not 13次3次."""
    return word[0].isdigit() and not text[max(0, at - 1) : at].isdigit()


_DOUBLE = pattern(r"([一-龥])\1(?!\1)")
_REDUPLICATED = frozenset(
    "人家户村处事个件层步时年月日天往常渐刚仅紧牢深实稳等种多代早面条环声路行业高大远长久好满缓慢轻微频屡徐纷源欣蒸生世息风雨星点朝夕街巷项样句字页张份次回场遍趟钉"
)
_ALWAYS = frozenset(
    "某桩坝津孜兢念循谆殷勃累娓井比跃振沾脉熊滔滚茫奕朗琅铮拳悄默偏恰明谢爸妈爷奶叔伯姑舅哥姐弟妹婆娃宝囡婷丽圆媛娜佳莹莉静芳倩琳欢洋娟燕艳蕾萌甜晶亮磊森鑫淼"
    "看听说谈聊讲想问走试转坐敲瞧摆唠评"
)
"""Doubled in words and names of its own: 李某某, 坝坝会, 津津有味, 王婷婷, 谈谈心."""
_COUNTED = frozenset("人户村处事个件桩层步点时年月日天种代条项样句字页张份次回场遍趟幕笔")
"""Measure words, doubled behind 一: 一件件化解."""
_OWN_TWICE = pattern(
    r"(?:^|(?<=[，。；、]))([镇乡县区市局])\1(?=长(?!期)|党委|政府|委(?!员)|里|领导|机关|司法所)"
)
_FOURFOLD = pattern(r"([一-龥])\1(?:(?![有的了在是为])|[一-龥]{1,6}[、，])([一-龥])\2")
"""和和美美, 家家学法、户户守法, but no 事事有有回音."""
_EACH = frozenset("楼栋乡镇村组院校站店园厂所队室岗科班庭场桥渠塘湾寨屯")
_HAVE = pattern(r"配[有备]|有(?!关|效|序|力|利|针)|都|皆|均|之间|联|通|建有|设有|见|响|达标|会|能")
"""Places, doubled to say each of them: 楼楼有调解员, 乡乡之间互派."""
_PLACE = pattern("[镇乡村]")
"""What a name of two equal characters is of: 左左乡."""
_OF_PLACE = pattern(
    r"(?<=[^在到于的了各往向])([桥街路村巷山河湖塘库坝渠港湾校园井田])\1[头口边面上下中尾底畔侧岸区堤]"
)
"""A place and a part of it: 老桥桥头."""
_TOWARDS = frozenset("到在赴往向由和与及对给于是")
_NO_NAME = frozenset("全各本我每该某的了有为城")
_SIGN = pattern("[一-龥]")
_NUMERALS = frozenset("一二三四五六七八九十百千万")
_SCALE = pattern(r"[\d余多](?:万万|亿亿)")  # 3万万元, and no 千千万万
_LEADING = frozenset("的为有在是等以会和及对将把被由国关证税军州法")
"""What may stand as a word of its own before a word that begins alike: 在|在建, 和|和谐."""
_TRAILING = frozenset(
    "办的为有在是等以会人者年月日县区市镇乡村院局所处室站队团署税关校社馆班厂店组司期病教任"
)
"""What may stand as a word of its own after a word that ends alike: 目的|的, 行为|为, 法院|院长."""


@rule(
    "文字-07",
    "单字写了两遍",
    yields_to=("提法-24", "提法-25"),
    bad="镇党委高度重视视法治政府建设工作，进一步加强的的队伍建设。",
    good="镇党委会议议事规则健全，为了了解需求，走访家家户户。",
)
def sign_twice(material: Material) -> Iterator[Finding]:
    """查一个字有没有多敲一遍。

    查什么：“重视视”“开展展”“的的”，数字后面的“万万”；“会议议事”“法院院长”“为了了解”“人人参与”是两个词相连或叠用，不算。
    为什么：输入、删改时多出来的。
    怎么改：删去一个。
    """
    words = common_words()
    for block, read, match in _readings(material, (_DOUBLE,)):
        text, at, sign = read.text, match.start(), match.group(1)
        if _OWN_TWICE.match(text, at):
            message = f"“{text[at : at + 5]}”里的“{sign}”多了一个。"
            yield Finding(message, "删去一个。", block, *read.at(at, at + 2))
            continue
        if text.startswith("立法法", max(0, at - 1)) or _OF_PLACE.match(text, at):
            continue
        left, right = text[max(0, at - 1) : at + 1] in words, text[at + 1 : at + 3] in words
        if (left and right) or (right and sign in _LEADING | _TRAILING) or (left and sign in _TRAILING):
            continue
        if _is_fourfold(text, at, words):
            continue
        if (
            sign in _ALWAYS
            or is_quoted(text, at)
            or (sign in _COUNTED and text[max(0, at - 1) : at] in ("一", ""))
        ):
            continue
        if (sign in _NUMERALS and not _SCALE.match(text, max(0, at - 1))) or (
            sign in _REDUPLICATED and not (left and not right)
        ):
            continue
        if not left and ((sign in _EACH and _HAVE.match(text, at + 2)) or _is_place(text, at)):
            continue
        if right and not left and not _begins(text, at, words) and at not in typed_twice(text):
            continue
        around = text[max(0, at - 3) : at + 5]
        yield Finding(f"“{around}”里的“{sign}”多了一个。", "删去一个。", block, *read.at(at, at + 2))


def _is_fourfold(text: str, at: int, words: frozenset[str]) -> bool:
    """Tell whether a character stands twice in a phrase of four, of which 落实实 is none."""
    if _FOURFOLD.match(text, at) or _FOURFOLD.match(text[max(0, at - 2) : at + 2]):
        return True
    alone = at >= len("其乐") and _BY_ITSELF.match(text, at - len("其乐"))
    return bool(alone) and text[at - 1 : at + 1] not in words and text[at - 2 : at] not in words


_BY_ITSELF = pattern(r"(?<=[，、；。])[一-龥]{2}([一-龥])\1(?=[，、；。])")
"""An idiom of four characters that stands by itself: 其乐融融."""


def _is_place(text: str, at: int) -> bool:
    """Tell whether a name of two equal characters begins a name of a place, as 左左乡, but no 入各各村."""
    begins = at == 0 or text[at - 1] in _TOWARDS or not _SIGN.match(text[at - 1])
    return begins and text[at] not in _NO_NAME and bool(_PLACE.match(text, at + 2))


def _begins(text: str, at: int, words: frozenset[str]) -> bool:
    """Tell whether a word begins at a place: after a sign, after a common word, after a measure word."""
    before = text[max(0, at - 2) : at]
    return before in words or not all("一" <= sign <= "龥" for sign in before) or len(before) < 2
