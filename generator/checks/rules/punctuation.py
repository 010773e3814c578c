"""文字: half-width and doubled signs, quotes and brackets that don't pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import BLANKS, told_together
from generator.patterns import pattern
from generator.problems import Level

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_HALF = pattern(
    r"(?<=[一-龥”’》）)%％〕])[,;:?!]|(?<=[\d%％])[,;:](?=[一-龥“《])|(?<=\d)[,;]$"
    r"|\((?=[^()\n]{0,40}[一-龥])|(?<=[一-龥”》])\(|(?<=[一-龥”》])\)|\)(?=[一-龥“《，。；：、])"
    r"|(?<=[一-龥”》）])\.(?=$|[一-龥“《\s])"
)
_NARROW = pattern(r"[,;:?!().]")
_LATIN = pattern(
    r"[A-Za-z][A-Za-z0-9 ,.;:'()\-]{12,}|https?://\S+|(?<![A-Za-z0-9_.])[A-Za-z0-9_.]+@[A-Za-z0-9_.]+"
)


@rule(
    "文字-01",
    "用了半角标点",
    only_with=tuple(_FULL),
    bad="我街道高度重视法治政府建设,成立领导小组;明确责任分工。",
    good="我街道高度重视法治政府建设，于9:00召开会议，参会1,200人。",
)
def halved_signs(material: Material) -> Iterator[Finding]:
    """查汉字中间的逗号、分号、冒号、括号是不是全角。

    查什么：汉字旁边的半角“,;:?!()”；时间9:00、千分位1,200、网址和英文里的不算。
    为什么：中文标点占一个字的位置，半角的排出来疏密不匀，多是从网页复制来的。
    怎么改：换成全角的“，；：？！（）”。一段里有几处，只报第一处并说明个数；全文都是的，只报一次。
    """
    for number, hits, more in told_together(_halves(block.text) for block in material.blocks):
        sign = hits[0].group()
        fix = f"改为全角“{_FULL[sign]}”。"
        start, end = hits[0].start(), hits[-1].end()
        places = {hit.start() for hit in hits}
        signs = enumerate(material.blocks[number].text[start:end], start)
        mend = "".join(_FULL[one] if at in places else one for at, one in signs)
        yield Finding(f"半角标点“{sign}”{more}。", fix, number, start, end, mend=mend)


def _halves(text: str) -> list[re.Match[str]]:
    halves = list(_HALF.finditer(text)) if _NARROW.search(text) else []
    foreign = [match.span() for match in _LATIN.finditer(text)] if halves else []
    return [match for match in halves if not any(start <= match.start() < end for start, end in foreign)]


_TWICE = pattern(
    r"[，。；：、,;]\s?[，。；：、,;？！?!]|(?<![.．…])[。.][.。](?![.．。…])|(?:([，。；：、？！])\s*\1)+|[（“‘《][，。；：、？！]"
    r"|[，、。；：](?=》)|“”|《》|[，、；：](?=[”」’)）](?:[，。；]))|[？！][，。；、]"
)


_DOUBLED = (
    *(
        f"{one}{gap}{other}"
        for one in "，。；：、,;"
        for gap in ("", *BLANKS)
        for other in "，。；：、,;？！?!"
    ),
    *(f"{sign}{gap}{more}" for sign in "，。；：、？！" for gap in BLANKS for more in (sign, *BLANKS)),
    *(f"{one}{other}" for one in "（“‘《" for other in "，。；：、？！"),
    *(f"{one}{other}" for one in "，、；：" for other in "”」’)）"),
    *(f"{one}{other}" for one in "？！" for other in "，。；、？！"),
    *(f"{sign}》" for sign in "，、。；："),
    *("。.", ".。", "..", "“”", "《》"),
)


@rule(
    "文字-02",
    "标点重复或误连",
    only_with=_DOUBLED,
    level=Level.ERROR,
    bad="加强法治宣传，，营造良好氛围。。",
    good="加强法治宣传，营造“人人学法、人人守法”的良好氛围。",
)
def doubled_sign(material: Material) -> Iterator[Finding]:
    """查两个标点有没有连在一起。

    查什么：“，，”“。。”“、，”“，。”，引号、括号后面紧跟着逗号、句号。
    为什么：删改句子时留下的。
    怎么改：留一个。
    """
    for block, match in material.matches(_TWICE):
        signs = match.group().replace(" ", "")
        if material.blocks[block].text[match.start() - 1 : match.start()] in ("…", "."):
            continue
        mend = signs[0] if len(set(signs)) == 1 else None
        yield Finding(f"标点“{signs}”连用。", "只留一个。", block, *match.span(), mend=mend)


_PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "（": "）",
    "(": ")",
    "【": "】",
    "〔": "〕",
    "〈": "〉",
    "「": "」",
    "『": "』",
}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_ALIKE = {"(": "（", ")": "）"}
_QUOTES = "“”‘’"
_ITEM = pattern(r"(?:^|[\s。；：，、\n])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳a-zA-Z])$")
_SIGNS = pattern("[" + re.escape("".join(_PAIRS) + "".join(_CLOSERS)) + "]")


@lru_cache(maxsize=512)
def _strays(text: str) -> list[tuple[int, str, str]]:
    """Give each sign that lacks its partner: the place, the sign, and what is amiss."""
    open_signs: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()
    strays: list[tuple[int, str, str]] = []

    def leave() -> None:
        place, sign = open_signs.pop()
        waiting[sign] -= 1
        strays.append((place, sign, "没有后半个"))

    for match in _SIGNS.finditer(text):
        place, sign = match.start(), match.group()
        same = _ALIKE.get(sign, sign)
        if sign in _PAIRS:
            if open_signs and open_signs[-1][1] == same and same in "“‘《":
                leave()
            open_signs.append((place, same))
            waiting[same] += 1
            continue
        opener = _ALIKE.get(_CLOSERS[sign], _CLOSERS[sign])
        if waiting[opener]:
            while open_signs[-1][1] != opener:
                leave()
            open_signs.pop()
            waiting[opener] -= 1
        elif not _is_of_its_own(text, place, same):
            strays.append((place, sign, "没有前半个"))
    while open_signs:
        leave()
    return strays


def _is_of_its_own(text: str, place: int, sign: str) -> bool:
    """Tell a closing sign that has no partner: of a number such as 1）, an apostrophe."""
    if sign == "）":
        return bool(_ITEM.search(text[max(0, place - 4) : place]))
    return sign == "’" and bool(re.match(r"[A-Za-z]’[a-z]", text[place - 1 : place + 2]))


def _unpaired(material: Material, *, quotes: bool) -> Iterator[Finding]:
    for number, block in enumerate(material.blocks):
        for place, sign, what in sorted(_strays(block.text)):
            if (sign in _QUOTES) is quotes:
                around = block.text[max(0, place - 6) : place + 8]
                yield Finding(
                    f"“{around}”里的{sign}{what}。", "补上另一半，或删去这一半。", number, place, place + 1
                )


@rule(
    "文字-03",
    "引号不配对",
    level=Level.ERROR,
    bad="建立“一村一法律顾问制度，聘请律师9名。",
    good="建立“一村一法律顾问”制度，聘请律师9名。",
)
def unpaired_quotes(material: Material) -> Iterator[Finding]:
    """查引号是不是一前一后成对。

    查什么：缺前半个或后半个的“”‘’，两个前引号连着。
    为什么：缺了一半，引的是哪几个字就说不清。
    怎么改：补上另一半。
    """
    yield from _unpaired(material, quotes=True)


@rule(
    "文字-04",
    "括号、书名号不配对",
    level=Level.ERROR,
    bad="各村（社区均设立公共法律服务工作室，印发《工作要点，明确分工。",
    good="各村（社区）均设立公共法律服务工作室，印发《工作要点》，明确分工。",
)
def unpaired_brackets(material: Material) -> Iterator[Finding]:
    """查括号、书名号、六角括号是不是成对。

    查什么：缺了一半的（）《》〔〕【】；“1）”这样的序号不算。
    为什么：网页转贴和删改容易丢掉半个。
    怎么改：补上另一半。
    """
    yield from _unpaired(material, quotes=False)


_STRAIGHT = pattern(r"(?<=[一-龥，。；：、（])\"|\"(?=[一-龥])|(?<=[一-龥])'(?=[一-龥])|[「」『』]|``|''")


@rule(
    "文字-05",
    "引号样式不对",
    only_with=('"', "'", "「", "」", "『", "』", "``"),
    bad='开展"法律进乡村"活动16场次。',
    good="开展“法律进乡村”活动16场次。",
)
def straight_quotes(material: Material) -> Iterator[Finding]:
    """查引号是不是“”。

    查什么：汉字旁边的直引号和「」。
    为什么：GB/T 15834—2011第4.8条：引号用“”，里面再用‘’；直引号是英文的，「」是竖排的。
    怎么改：换成“”。一段里有几处，只报第一处。
    """
    for number, block in enumerate(material.blocks):
        match = _STRAIGHT.search(block.text)
        if match:
            yield Finding(f"引号写成了{match.group()}。", "改为“”。", number, *match.span())
