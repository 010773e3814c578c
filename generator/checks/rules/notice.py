"""结构、篇幅: the report against what the superior's notice asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.checks.gather import before_appendices
from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import rule
from generator.checks.sample import asked
from generator.document.text.block import BlockKind
from generator.document.text.measure import without_blanks
from generator.document.text.notice import bare_heading
from generator.facts.mark_values import WAITING
from generator.numbers.dates import chinese_date
from generator.numbers.span import WHOLE
from generator.patterns import pattern

_COUNTED = pattern(r"[!-~]+|\S")
_SECOND_LEVEL = 3
"""The rank of （一） headings."""


@lru_cache(maxsize=512)
def word_count(text: str) -> int:
    """Count 字数 as Word does: each Chinese character and sign is one, and each run of Latin letters, digits, signs.

    What stands for what is still to be filled in is no word of the report.
    """
    return sum(1 for _ in _COUNTED.finditer(WAITING.sub("", text)))


@rule(
    "结构-28",
    "大标题与通知不同",
    bad=asked("标题: 稷下街道2023年度法治政府建设情况报告"),
    good=asked("标题: 稷下街道2023年法治政府建设年度报告"),
)
def title_against_notice(material: Material) -> Iterator[Finding]:
    """查大标题是不是通知要求的标题。

    查什么：事实文件的“通知”里定了标题的（.md 文稿的文件头里也有），报告的大标题与它一字不差。
    为什么：上级按标题收文、汇总，标题不合要求的会被退回。
    怎么改：改成通知定的标题；通知已经改了的，改“通知”里的“标题”。
    """
    wanted, written = material.demands.title, material.document.title
    if wanted and written and without_blanks(wanted) != without_blanks(written):
        number = next(at for at, one in enumerate(material.blocks) if one.kind is BlockKind.TITLE)
        yield Finding(
            f"大标题写的是“{written}”，通知要求的是“{wanted}”。",
            "改成通知要求的标题；通知另有规定的，改“通知”里的“标题”。",
            number,
            0,
            len(written),
            field="标题" if material.facts else "",
        )


@rule(
    "结构-29",
    "各部分的标题或次序与通知不同",
    bad=asked("部分标题: {举措成效: 主要举措和成效, 不足: 推进法治政府建设存在的不足和原因}"),
    good=asked(
        "部分标题: {举措成效: 推进法治政府建设的主要举措和成效, 不足: 推进法治政府建设存在的不足和原因}"
    ),
)
def chapters_against_notice(material: Material) -> Iterator[Finding]:
    """查一级标题的文字和先后是不是通知要求的。

    查什么：事实文件的“通知”里定了部分标题、部分顺序的（.md 文稿的文件头里也有），一级标题有没有少的、改了字的、调换了次序的。
    为什么：上级按部分汇总，少一个部分、换一个说法都不好收。
    怎么改：照通知改标题，或调整次序并重编序号；通知没有要求的，改“通知”里的“部分标题”“部分顺序”。
    """
    wanted = [title for _name, title in material.demands.chapters]
    if not wanted or not material.whole:
        return
    written = [
        (at, bare_heading(without_blanks(material.blocks[at].text)))
        for at, rank in enumerate(material.ranks)
        if rank == 2
    ]
    texts = [text for _at, text in written]
    for title in wanted:
        if title not in texts:
            yield Finding(
                f"一级标题里没有通知要求的“{title}”。",
                "照通知改标题，或补上这一部分。",
                0,
                field="通知.部分标题",
            )
    order = [(at, text) for at, text in written if text in wanted]
    rightly = [title for title in wanted if title in texts]
    for (at, text), title in zip(order, rightly, strict=False):
        if text != title:
            yield Finding(
                f"“{text}”的次序与通知不同，这里应是“{title}”。",
                "按通知调整次序，并重编序号。",
                at,
                0,
                len(material.blocks[at].text),
            )
            return


@rule(
    "结构-30",
    "成文日期晚于通知的截止日期",
    bad=asked("截止: 2024-01-10"),
    good=asked("截止: 2024-03-01"),
)
def after_the_deadline(material: Material) -> Iterator[Finding]:
    """查成文日期是不是在报送的最后一天以前。

    查什么：事实文件的“通知”里写了截止的（.md 文稿的文件头里也有），成文日期晚于它。
    为什么：《法治政府建设与责任落实督察工作规定》要求市、县、乡党委和政府每年3月1日之前报告，逾期的会被通报。
    怎么改：核对两个日期；上级同意延期的，改“通知”里的“截止”。
    """
    last = material.demands.deadline
    if last and material.signed and material.signed > last:
        number = next((at for at, one in enumerate(material.blocks) if one.kind is BlockKind.DATE), None)
        yield Finding(
            f"成文日期是{chinese_date(material.signed)}，晚于通知的截止日期{chinese_date(last)}。",
            "核对两个日期；上级同意延期的，改“通知”里的“截止”。",
            number,
            0,
            len(material.blocks[number].text) if number is not None else 0,
            field="落款.日期" if material.facts else "",
        )


@rule(
    "篇幅-07",
    "字数不合通知",
    bad=asked("字数: 2500至5000"),
    good=asked("字数: 不超过3000"),
)
def length_against_notice(material: Material) -> Iterator[Finding]:
    """查全文的字数是不是通知要求的。

    查什么：事实文件的“通知”里写了字数的（.md 文稿的文件头里也有），按 Word 的字数统计（标点算字，连着的数字、字母算一个字，2024-03-01 也是），附件不算。
    为什么：通知限了字数的，过长会被退回压缩，过短说明内容没有写全。
    怎么改：过长的合并、删减，过短的补做法和数据；“3000左右”容许上下一成。
    """
    wanted = material.demands.length
    if wanted is None or not material.whole:
        return
    count = sum(word_count(block.text) for block in before_appendices(material.blocks))
    if count not in wanted:
        fix = "补上没有写的做法和数据。" if count < wanted.low else "合并相近的做法，删减文字。"
        yield Finding(
            f"全文{count}字（按 Word 的字数统计），通知要求的字数是“{wanted}”。",
            fix,
            0,
            field="通知.字数",
        )


def taken(material: Material, inside: Iterable[bool]) -> tuple[int, int]:
    """Give how many words some blocks have, `inside` tells which, and how much of the report that is, in WHOLE."""
    counts = [word_count(block.text) for block in before_appendices(material.blocks)]
    told = sum(one for one, there in zip(counts, inside, strict=False) if there)
    return told, told * WHOLE // max(sum(counts), 1)


@rule(
    "篇幅-08",
    "举措成效的占比不合通知",
    bad=asked("举措占比: 不少于90%"),
    good=asked("举措占比: 不超过60%"),
)
def share_against_notice(material: Material) -> Iterator[Finding]:
    """查举措成效部分占全文的多少是不是通知要求的。

    查什么：事实文件的“通知”里写了举措占比的（.md 文稿的文件头里也有），举措成效部分的字数占全文的多少，字数的算法与篇幅-07相同。
    为什么：通知限了占比，是要把不足、履职和安排写够，或者要主体写足。
    怎么改：占得多的，合并举措成效里相近的做法，或把其他部分写实；占得少的，补做法和数据。
    """
    wanted = material.demands.share
    if wanted is None or not material.whole:
        return
    told, share = taken(material, (part is ReportPart.MEASURES for part in material.parts))
    if share not in wanted:
        many = wanted.high is not None and share > wanted.high
        yield Finding(
            f"举措成效部分{told}字，占全文的{share / WHOLE:.1%}，通知要求的是“{wanted}”。",
            "合并举措成效里相近的做法，或把其他部分写实。" if many else "补上举措成效里没有写的做法和数据。",
            0,
            field="通知.举措占比",
        )


@rule(
    "结构-38",
    "小标题的个数不合通知",
    bad=asked("小标题: 不少于3个"),
    good=asked("小标题: 不超过6个"),
)
def headings_against_notice(material: Material) -> Iterator[Finding]:
    """查举措成效部分有几个二级标题。

    查什么：事实文件的“通知”里写了小标题的（.md 文稿的文件头里也有），举措成效部分的二级标题是不是那么多个。
    为什么：通知限了个数，上级要按几个方面汇总；标题多而碎，看不出重点。
    怎么改：多了的，把相近的主题归到一个标题下；少了的，把说几件事的标题拆开。
    """
    wanted = material.demands.headings
    if wanted is None or not material.whole or ReportPart.MEASURES not in material.parts:
        return
    count = sum(
        1
        for rank, part in zip(material.ranks, material.parts, strict=True)
        if rank == _SECOND_LEVEL and part is ReportPart.MEASURES
    )
    if count not in wanted:
        many = wanted.high is not None and count > wanted.high
        yield Finding(
            f"举措成效部分有{count}个二级标题，通知要求的小标题是“{wanted}”。",
            "把相近的主题归到一个标题下。" if many else "把说几件事的标题拆开。",
            0,
            field="通知.小标题",
        )
