"""文字: figures written in mixed ways, colloquial words, sentences too long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import Lexicon, is_quoted
from generator.checks.vocabulary import vocabulary
from generator.patterns import pattern

_WIDE = pattern(r"[０-９Ａ-Ｚａ-ｚ％]+")
_HALF = str.maketrans(
    {
        code: code - 0xFEE0
        for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)
    }
)


@rule(
    "文字-18",
    "数字、字母、百分号用了全角",
    only_with=(*(chr(code) for code in _HALF),),
    bad="开展执法检查２３次，办结率１００％。",
    good="开展执法检查23次，办结率100%。",
)
def wide_figures(material: Material) -> Iterator[Finding]:
    """查数字、字母、百分号是不是半角。

    查什么：“２３次”“１００％”“ＬＥＤ”。
    为什么：GB/T 15835—2011第5.1.2条：阿拉伯数字用半角；全角半角混用，排出来宽窄不一。
    怎么改：换成半角。
    """
    for block, match in material.matches(_WIDE):
        mend = match.group().translate(_HALF)
        yield Finding(f"“{match.group()}”用了全角。", f"改为“{mend}”。", block, *match.span(), mend=mend)


_UNITS = "人次|场次|[人名位次场期件起份册户家个项条篇元处支所宗块辆台张本]"
_ENDS_IN_ONE = "统同唯单逐之合不任划归专万其初高"
"""What 一 is the end of, and no number: 统一3项标准, 逐一5次核对; 五一, 七一 are days."""
_MIXED = pattern(
    rf"(?<!\d)\d+(?:\.\d+)?[十百千](?:余|多|来|几)?(?:[个万]?(?:{_UNITS})|[一-龥]{{1,3}}?(?:群众|居民|村民|干部))"
    rf"|百分之\s?\d+|百分之[一二三四五六七八九十百点零]+[%％]"
    rf"|(?<![第星期周一二三四五六七八九十百千])(?<![{_ENDS_IN_ONE}](?=一\d))(?![五六七八]一\d)[一二三四五六七八九十百千]{{1,4}}\d+(?={_UNITS})"
    rf"|[壹贰叁肆陆柒捌玖拾佰仟]{{1,6}}[万亿余个次件名人处份户起条元]"
    rf"|(?<![第\d])\d+[一二三四五六七八九](?=[个次件名人])"
)
_CHINESE = pattern(
    rf"(?<![第一-龥\d])?(?P<figure>(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九][百千][一二三四五六七八九十百零]*)"
    rf"(?:余|多)?)(?P<unit>{_UNITS})(?![法届])"
)
_ARABIC = pattern(rf"\d[余多]?(?:{_UNITS})")


@rule(
    "文字-19",
    "数字写法混用",
    bad="受教育群众3千余人次，参考率百分之98。",
    good="受教育群众3000余人次，参考率98%，评选“十大”普法品牌。",
)
def mixed_figures(material: Material) -> Iterator[Finding]:
    """查汉字数字与阿拉伯数字有没有混着写。

    查什么：“3千余”“百分之98”，同一句里“十二次”与“15次”并用；“5万”“1.2亿”和“两个”“十大”不算。
    为什么：GB/T 15835—2011第4.3条：同一场合的数字形式应一致；阿拉伯数字只与“万”“亿”连用。
    怎么改：统一用阿拉伯数字：3000余人次、98%、12次。
    """
    for block, match in material.matches(_MIXED):
        yield Finding(f"“{match.group()}”混用了两种数字。", "统一用阿拉伯数字。", block, *match.span())
    for sentence in material.sentences:
        if not _ARABIC.search(sentence.text):
            continue
        for match in _CHINESE.finditer(sentence.text):
            before = sentence.text[max(0, match.start() - 1) : match.start()]
            if (
                before in ("第", "数", "几", "近")
                or match["figure"] == "十"
                or match["figure"].endswith(("余", "多"))
                or is_quoted(sentence.text, match.start())
            ):
                continue
            start = sentence.start + match.start("figure")
            yield Finding(
                f"同一句里有阿拉伯数字，又写“{match.group()}”。",
                "统一用阿拉伯数字。",
                sentence.block,
                start,
                start + len(match.group()),
            )


@cache
def _colloquial() -> Lexicon[str]:
    words = vocabulary()
    return Lexicon(words.colloquial, words.spared)


@rule(
    "文字-20",
    "口语",
    bad="咱们街道今年搞了不少活动，群众都说挺好。",
    good="群众反映“这个活动挺好”，开展“板凳普法”活动26场。",
)
def colloquial(material: Material) -> Iterator[Finding]:
    """查公文里不宜用的口语。

    查什么：“咱们”“搞定”“挺好”“毛病”等；引号里的群众语言和活动名不算。
    为什么：公文用书面语，庄重、准确。
    怎么改：按提示改。
    """
    for number, block in enumerate(material.blocks):
        for start, word, right in _colloquial().find(block.text):
            if is_quoted(block.text, start):
                continue
            fix = "删去。" if right == "去掉" else f"改为“{right}”或别的书面语。"
            yield Finding(f"“{word}”是口语。", fix, number, start, start + len(word))


_STRETCH = pattern(r"[^。；！？;!?\n]+")
_CLAUSE = pattern(r"[^。；！？，：、;!?,:\s（）()《》“”]{60,}")
_NAMED = tuple(
    (closer, pattern(f"{opener}[^{closer}]*{closer}")) for opener, closer in ("《》", "（）", "〔〕")
)
_LONGEST = 230
"""Signs in a sentence, names of documents and what stands in brackets not counted."""


@rule(
    "文字-21",
    "句子太长",
    bad="我街道" + "认真落实各项工作部署并不断健全工作机制压实工作责任加强队伍建设" * 3 + "。",
    good="我街道认真落实各项工作部署，不断健全工作机制，压实工作责任，加强队伍建设。",
)
def long_sentence(material: Material) -> Iterator[Finding]:
    """查一句话是不是太长，有没有该点断的地方没点断。

    查什么：230个字以上没有句号、分号的，60个字以上一个标点都没有的。
    为什么：句子太长，主语、谓语容易对不上，读的人也喘不过气。
    怎么改：在意思完整的地方断开。
    """
    for number, block in enumerate(material.blocks):
        for match in _STRETCH.finditer(block.text):
            length = len(_without_names(match.group()))
            if length > _LONGEST:
                message = f"这句话{length}个字，没有句号、分号。"
                yield Finding(message, "在意思完整的地方断句。", number, *match.span())
            else:
                clause = _CLAUSE.search(match.group())
                if clause:
                    start = match.start() + clause.start()
                    message = f"这里{len(clause.group())}个字没有一个标点。"
                    yield Finding(message, "在停顿的地方加逗号。", number, start, start + len(clause.group()))


def _without_names(text: str) -> str:
    """Strike out the names of documents and what stands in brackets; behind the last closing sign none can end."""
    for closer, named in _NAMED:
        head, sign, rest = text.rpartition(closer)
        text = named.sub("", head + sign) + rest
    return text


_ODD = pattern(rf"(?<![\d.,])(?P<number>\d{{1,8}}[1-9])余(?:{_UNITS})")


@rule(
    "文字-22",
    "“余”前面不是整数",
    only_with=(*(f"{digit}余" for digit in "123456789"),),
    bad="全年办理案件135余件，办结率100%。",
    good="全年办理案件130余件，发放资料1.5万余份，办结率100%。",
)
def odd_number_and_more(material: Material) -> Iterator[Finding]:
    """查“余”前面是不是整十、整百的数。

    查什么：“135余件”“15余场次”；“1.5万余份”不算。
    为什么：已经写到个位，就没有零头可“余”。
    怎么改：写准数135件，或写130余件。
    """
    for block, match in material.matches(_ODD):
        yield Finding(
            f"“{match.group()}”已写到个位，不用“余”。",
            f"改为{match['number']}，或写整数加“余”。",
            block,
            *match.span(),
        )
