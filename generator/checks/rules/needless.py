"""文字: marks that are too many: between titles and quotes that stand side by side, and behind ordinals."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import told_together
from generator.patterns import pattern

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

    查什么：“》、《”“”、“”；中间还有别的字的、带括注的不算，全文只有一处“”、“”的也不算。
    为什么：GB/T 15834—2011第4.5.3.5条：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。
    怎么改：删去顿号。一段里有几处，只报第一处并说明个数；全文都是的，只报一次。
    """
    places = [list(_SIDE_BY_SIDE.finditer(block.text)) for block in material.blocks]
    pairs = [pair for those in places for pair in those]
    if len(pairs) == 1 and pairs[0].string[pairs[0].start() - 1] == "”":
        return
    for number, hits, more in told_together(places):
        text, first, last = material.blocks[number].text, hits[0], hits[0] if material.facts else hits[-1]
        around = text[first.start() - 1 : first.end() + 1]
        mend = _SIDE_BY_SIDE.sub("", text[first.start() - 1 : last.end() + 1])[1:-1]
        yield Finding(
            f"“{around}”之间不用顿号{more}。", "删去顿号。", number, first.start(), last.end(), mend=mend
        )


_AFTER_ORDINAL = pattern(
    r"(?:^|(?<=[。；：，、\n]))(?P<ordinal>[一二三四五六七八九十]{1,2}[是要]|首先|其次|其中|另外|再次|最后"
    r"|[（(][一二三四五六七八九十]{1,3}[）)](?!、)(?<!^)|[（(]\d{1,2}[）)]|[①-⑩]|(?<!\d)\d{1,2}[.．](?=[、，；：]))(?P<mark>[、：:；。．.,，]+)"
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
