"""文字: two frames of a sentence in one, and what is said to further what nobody wants."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.patterns import pattern

_GOOD = "化解|预防|防范|治理|减少|调处|查处|办理|解决|整治|排查|化解|处置|破获|侦破"
_BLENDED = (
    (
        (
            rf"(?:促进|推动|保障|提升|增进|激发)了?(?![^，。；]{{0,12}}(?:{_GOOD}))[^，。；、]{{0,10}}"
            r"(?:上访|事故|纠纷|案件|违法行为|犯罪|矛盾|隐患|诈骗)[^，。；、]{0,3}的(?:发生|增加|激化|出现|蔓延|上升)"
        ),
        ("促进", "推动", "保障", "提升", "增进", "激发"),
        "好坏说反了",
    ),
    (r"旨在以[^，。；]{1,16}为目的", ("旨在",), "“旨在……”与“以……为目的”留一个"),
    (r"旨在[^，。；以]{1,16}为目的", ("旨在",), "“旨在……”与“以……为目的”留一个"),
    (r"本着[^，。；的]{1,12}为(?:原则|宗旨|目的)", ("本着",), "“本着……的原则”与“以……为原则”留一个"),
    (
        r"通过在(?:召开|举办|开展|发放|组织|印发|征求|走访|设立)[^，。；]{2,24}(?:等|的)(?:方式|形式|办法|途径)",
        ("通过在",),
        "“通过”与“在”留一个",
    ),
    (
        r"(?<![由对关位处属鉴终基便利用等低高大小多少善敢勇乐急忙限至过])于在(?=[一-龥\d]{1,8}(?:[日月]|期间|前后|当天))",
        ("于在",),
        "“于”与“在”留一个",
    ),
    (
        (
            r"(?<!即)将(?:进一步|继续|持续|全面|切实|不断|着力|大力)"
            r"(?:加强|完善|推进|强化|提升|健全|开展|加大|抓好|落实|推动|规范|优化|深化)了"
        ),
        ("将",),
        "还没有做的事后面不用“了”",
    ),
    (
        r"(?:通过|经过)[^，。；]{4,24}，(?:使得?|让)(?=[一-龥]{2,12}(?:得到|明显|显著|大幅|有效)[^，。；]{0,10}[。；])",
        ("，使", "，让"),
        "用了“通过……”又用“使……”，句子没有主语，去掉一个",
    ),
)
_FRAMES = tuple((pattern(shape), words, why) for shape, words, why in _BLENDED)
_MISSING = (
    (
        pattern(
            r"(?P<said>(?:增强|提高|提升|强化)[^，。；]{0,12}运用法治思维和法治方式"
            r"(?:(?!能力|水平|本领|意识|自觉)[^，。；]){2,16})(?<!能力)(?<!水平)(?<!本领)(?<!意识)(?=[，。；])"
        ),
        "运用法治思维",
        "后面少了“的能力”",
    ),
    (
        pattern(
            r"(?:书记|镇长|乡长|主任|局长|负责人)[^，。；行实担负起]{0,4}(?P<said>推进法治建设第一责任人职责)(?=[，。；])"
        ),
        "第一责任人职责",
        "前面少了“履行”",
    ),
)


@rule(
    "文字-49",
    "句式混在一起",
    bad="本着便民利企为原则，推出“预约办”等服务措施9项。",
    good="本着便民利企的原则，推出“预约办”等服务措施9项，以公开为原则办理申请。",
)
def blended_frames(material: Material) -> Iterator[Finding]:
    """查两种句式有没有混成一句，句式有没有缺一半，好坏有没有说反。

    查什么：“本着……为原则”“旨在以……为目的”“通过在召开……等方式”“将进一步加强了”“通过……，使……”；
    “提高运用法治思维和法治方式解决问题，”少了“的能力”；“促进了事故的发生”好坏说反了。
    为什么：改句子时换了一半，前后接不上。
    怎么改：按提示留一种，或补上缺的字。
    """
    for shape, words, why in _FRAMES:
        for block, match in material.matches(shape, *words):
            yield Finding(f"“{match.group()}”不通：{why}。", "删去或改写。", block, *match.span())
    for shape, word, why in _MISSING:
        for block, match in material.matches(shape, word):
            message = f"“{match['said']}”{why}。"
            yield Finding(message, "补上。", block, *match.span("said"))
