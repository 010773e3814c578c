"""文字: wrong characters, by a list and by likeness to standing phrases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import Lexicon, is_quoted
from generator.checks.vocabulary import (
    Slip,
    bound,
    common_words,
    covered,
    loose,
    phrases,
    sounds,
    vocabulary,
)
from generator.problems import Level


@cache
def _slips() -> Lexicon[Slip]:
    words = vocabulary()
    return Lexicon(words.slips, words.spared)


@rule(
    "文字-09",
    "错别字",
    gravest=Level.ERROR,
    bad="进一步按排部署，确实加强执法检查，发现宣传资料1万份。",
    good="进一步安排部署，切实加强执法检查，按排名先后发放宣传资料1万份。",
)
def wrong_character(material: Material) -> Iterator[Finding]:
    """查公文里常见的错别字。

    查什么：用语库里的错别字，如“布署”“执法体质”“确实加强”“现提将”“基做到”“矛盾纠份”“检查院”。
    为什么：拼音输入选错字，自己读不出来。
    怎么改：按提示改；确实没错的，可在事实文件的“检查”里停用并写明原因。
    """
    for number, read in enumerate(material.readings):
        for start, wrong, slip in _slips().find(read.text):
            if len(wrong) <= 3 and covered(read.text, start, start + len(wrong)):
                continue
            yield Finding(
                f"“{wrong}”疑为“{slip.right}”之误。",
                f"改为“{slip.right}”。",
                number,
                *read.at(start, start + len(wrong)),
                level=slip.level if len(wrong) > 3 else Level.WARNING,
                mend=slip.right if len(wrong) > 3 and slip.level is Level.ERROR else None,
            )


_SHAPES = (
    "问间阐 未末 己已巳 辩辨辫 拔拨 侯候 析折拆 晴睛清情请 治冶 密蜜 券卷 贷货 免兔 准淮 住往佳 没设投 话活 持待特 历厉 竟竞 缓援暖 提题堤 项顷 职织识 稳隐 措借错"
    " 微徽 慢漫 扬杨场 护沪 评坪 论轮沦 核该刻 编遍偏骗 纪记级 构沟购 健建键 彻切 责贵 部陪 规现观 效郊校 政攻改致 审宙 查香杳 宣宜 传转 务各 入人 土士 大太 天夭 千干于 日曰目 今令 予矛 师帅"
    " 徒徙 侍待 隶隶 施旋 障章 导寻 层屋 惩征 罚罗 裁栽载 综棕 促捉 制刷 证正 法去 察祭 源原 矫娇 协办 复夏 议仪 诉拆 讼松 排徘 序予 纠纤 纷份分粉 质盾 环坏 境镜竟 确却 充允 挥辉"
    " 强弱张 度渡 群郡 众从 组阻租 镇填 街衔 档挡 案按 履覆 评坪平 拨拔 沟勾构 园圆员 烈裂列 毫豪 博愽搏 券卷 绩续 漏偏 概慨 誉誊 戒戎 薄簿溥 燥躁噪 拆折 析拆"
)


@cache
def _shapes() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(_SHAPES.split()):
        for sign in group:
            groups.setdefault(sign, set()).add(number)
    return {sign: frozenset(numbers) for sign, numbers in groups.items()}


def _alike(one: str, other: str) -> bool:
    """Tell whether two different characters sound or look alike."""
    if one == other:
        return False
    sound = sounds()
    if one in sound and sound.get(one) == sound.get(other):
        return True
    shapes = _shapes()
    return bool(shapes.get(one, frozenset()) & shapes.get(other, frozenset()))


@cache
def _windows() -> dict[str, tuple[str, str]]:
    """Give, for every four characters of a phrase with one left out, the one that belongs there, and the phrase."""
    windows: dict[str, tuple[str, str]] = {}
    for phrase in sorted(phrases(), key=lambda phrase: (-len(phrase), phrase)):
        for start in range(len(phrase) - 3):
            window = phrase[start : start + 4]
            first, last = int(start > 0), 4 - int(start + 4 < len(phrase))
            for gap in range(first, last):
                windows[f"{window[:gap]}*{window[gap + 1 :]}"] = (window[gap], phrase)
    return windows


_GRAMMATICAL = frozenset("已的了在和与及被应需可均并将未由以其")
"""What stands between words of itself: 执法记录已被覆盖 is no 执法记录仪."""


@cache
def _beside() -> frozenset[str]:
    """Give the two characters that stand right after the one left out of a window, or right before it."""
    gaps = ((window, window.index("*")) for window in _windows())
    return frozenset(window[gap + 1 : gap + 3] if gap < 2 else window[gap - 2 : gap] for window, gap in gaps)


def _missing(text: str, place: int) -> tuple[str, str] | None:
    """Give the character that a phrase has in that place, and the phrase, where the three others fit."""
    windows, beside = _windows(), _beside()
    if text[place + 1 : place + 3] not in beside and text[max(0, place - 2) : place] not in beside:
        return None
    for gap in range(4):
        start = place - gap
        stretch = f"{text[start:place]}*{text[place + 1 : start + 4]}" if start >= 0 else ""
        if len(stretch) == 4 and stretch in windows:
            return windows[stretch]
    return None


@rule(
    "文字-10",
    "词组里有同音、形近的错字",
    bad="严格落实重大执法决定法制申核，提升行政执发水平。",
    good="严格落实重大执法决定法制审核，提升行政执法水平。",
)
def near_phrase(material: Material) -> Iterator[Finding]:
    """查与公文常用词组只差一个同音或形近字的地方。

    查什么：“行政执发”“合法性申查”“矛盾纠份排查”；差的那个字要同音或形近，而且与左右都连不成词。
    为什么：拼音、五笔输入和扫描识别容易错成同音、形近的字。
    怎么改：按提示改。
    """
    for number, block in enumerate(material.blocks):
        for place in loose(block.text):
            meant = _missing(block.text, place)
            if meant and block.text[place] not in _GRAMMATICAL and _alike(block.text[place], meant[0]):
                yield Finding(
                    f"“{block.text[place]}”疑为“{meant[0]}”之误（{meant[1]}）。",
                    f"改为“{meant[0]}”。",
                    number,
                    place,
                    place + 1,
                )


@cache
def _words() -> dict[tuple[int, str], tuple[str, ...]]:
    """Give the common words that the standing phrases are made of, by place and character."""
    parts = {phrase[at : at + 2] for phrase in phrases() for at in range(len(phrase) - 1)}
    words: dict[tuple[int, str], tuple[str, ...]] = {}
    for word in sorted(parts & common_words()):
        for place, sign in enumerate(word):
            words[place, sign] = (*words.get((place, sign), ()), word)
    return words


@lru_cache(maxsize=4096)
def _meant(pair: str) -> str | None:
    """Give the word that differs from a pair in one character of like sound or shape."""
    words = _words()
    for kept, other in ((0, 1), (1, 0)):
        for word in words.get((kept, pair[kept]), ()):
            if _alike(pair[other], word[other]) and _odd(pair[other], pair[kept]):
                return word
    return None


@rule(
    "文字-11",
    "不成词的同音字",
    bad="开展哽地巡查，完善烤核办法。",
    good="开展耕地巡查，完善考核办法。",
)
def sound_of_a_word(material: Material) -> Iterator[Finding]:
    """查与常用词只差一个同音或形近字、却不成词的两个字。

    查什么：“烤核”“哽地”：两个字和左右都连不成词，其中一个字与常用词里的同音或形近。
    为什么：拼音输入选错字。
    怎么改：按提示改；是人名、地名的不必改。
    """
    for number, block in enumerate(material.blocks):
        text = block.text
        for at, following in pairwise(loose(text)):
            right = _meant(text[at : at + 2]) if following == at + 1 else None
            if right and _FREE.isdisjoint(text[at : at + 2]) and not is_quoted(text, at):
                message = f"“{text[at : at + 2]}”疑为“{right}”之误。"
                yield Finding(message, f"改为“{right}”。", number, at, at + 2)


_FREE = frozenset("〇零一二三四五六七八九十百千万亿仍防返抗禁涉控老小某")
"""Numerals, and what stands before words of every kind and makes no slip of them: 防返贫, 仍居高位, 老花镜."""
_SINGLE = frozenset(
    "的了是在有和与为以对于及上下前后时年月日个次名户场份已被把从可会要应该须之每某两多余约近又也还就只才最而但如因所者省市镇乡村街县"
    "其起至即并将使让由向到地得着过等或且此本我他她它们第未无不没均皆各另再先内外间里中边旁止来去入出进回凡若却仅尚拟曾便亦既该较比按依据经自当随沿朝同跟给替往离任做作用报送交收发设定立建改办查看听说问写读教学讲请见想知做打开关"
    "件宗例艘台辆张册条项处家人位期批轮届版层级类种套支部枚片块栋座间亩吨元角分秒点时天周季"
)
"""What often stands as a word of its own."""


@cache
def _usual() -> frozenset[str]:
    """Give the characters of the standing phrases: they are in every report, and may stand by themselves."""
    return frozenset("".join(phrases()))


def _odd(wrong: str, kept: str) -> bool:
    """Tell whether a character is a stranger to official prose, or stands by one that never stands alone."""
    return (wrong not in _usual() and wrong not in _SINGLE) or kept in bound()
