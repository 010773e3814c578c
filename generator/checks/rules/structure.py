"""结构: the four parts and their order, headings without text, what is left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.material import SIMPLE, Finding, Material, ReportPart
from generator.checks.registry import rule
from generator.checks.sample import facts, whole
from generator.facts.causes import without_unknown
from generator.patterns import pattern

_HEADS = {
    ReportPart.MEASURES: (
        "主要举措和成效",
        pattern(r"举措|成效|做法|工作(?:开展)?情况|亮点|主要工作|依法|推进|强化|加强|完善|落实|提升"),
    ),
    ReportPart.DUTIES: ("党政主要负责人履行第一责任人职责情况", pattern(r"第一责任人")),
    ReportPart.SHORTCOMINGS: ("存在的不足和原因", pattern(r"不足|问题|短板|差距|困难")),
    ReportPart.PLANS: (
        "下一年度主要安排",
        pattern(r"安排|打算|计划|思路|努力方向|下一步|下步|整改措施|工作要点|举措方向"),
    ),
}

_DONE = pattern(r"(?<!保障)举措|成效|做法|工作(?:开展)?情况|亮点|主要工作")
"""What a heading says that tells of the measures taken; others, such as 保障措施, may stand anywhere."""


def chapters(material: Material) -> list[tuple[int, str]]:
    """Give the first-level headings with the numbers of their blocks."""
    return [(number, material.blocks[number].text) for number, rank in enumerate(material.ranks) if rank == 2]


@rule(
    "结构-01",
    "缺少必备的部分",
    bad=whole(
        "## 二、党政主要负责人履行推进法治建设第一责任人职责情况\n\n全年开展领导班子学法6次，专题党课10次。\n\n## 三、",
        "## 二、",
    ),
    good=whole(),
)
def missing_part(material: Material) -> Iterator[Finding]:
    """查四个部分是不是都有。

    查什么：主要举措和成效、第一责任人职责情况、不足和原因、下一年度安排，一级标题里有没有。
    为什么：《法治政府建设与责任落实督察工作规定》列明年度报告的必备内容，少一项会被退回补报。
    怎么改：补上这一部分；标题用的是别的说法，就改成通行的说法。
    """
    if not material.whole:
        return
    heads = "\n".join(
        block.text for block, rank in zip(material.blocks, material.ranks, strict=True) if rank in (2, 3)
    ).translate(SIMPLE)
    worded = {part for part, rank in zip(material.parts, material.ranks, strict=True) if rank == 2}
    for part, (name, shape) in _HEADS.items():
        if not shape.search(heads) and not (material.demands.chapters and part in worded):
            yield Finding(f"各级标题里没有“{name}”这一部分。", "补上这一部分，或把标题改成通行的说法。", 0)


@rule(
    "结构-02",
    "各部分次序颠倒",
    bad=whole(
        "三、推进法治政府建设存在的不足和原因\n\n执法装备不全，主要原因是执法办公室尚未配备执法记录仪。\n\n## 四、2024年推进法治政府建设的主要安排",
        "三、2024年推进法治政府建设的主要安排\n\n开展业务培训。\n\n## 四、推进法治政府建设存在的不足和原因",
    ),
    good=whole(),
)
def parts_out_of_order(material: Material) -> Iterator[Finding]:
    """查不足是不是写在计划之前、举措是不是写在不足之前。

    查什么：一级标题的先后，标题里要有“不足”“安排”“举措”一类的字样。第一责任人职责情况放在哪里各地不一，不查；通知定了先后的几个部分，由结构-29查。
    为什么：先说做了什么，再说还差什么，最后说下一年做什么；计划要对着不足写。
    怎么改：调整次序，并重编一、二、三、四。
    """
    if not material.whole:
        return
    named = {
        part for part in ReportPart if material.demands.titles_of(part.value)
    }  # 结构-29 holds these to their order
    order = [ReportPart.MEASURES, ReportPart.SHORTCOMINGS, ReportPart.PLANS]
    last = 0
    for number, text in chapters(material):
        part = material.parts[number]
        if part in order and (part is not ReportPart.MEASURES or _DONE.search(text)):
            place = order.index(part)
            if place < last and not {part, order[last]} <= named:
                yield Finding(
                    f"“{part.value}”写在了“{order[last].value}”后面。", "调整次序，并重编序号。", number
                )
            last = max(last, place)


@rule(
    "结构-03",
    "标题下面没有内容",
    bad=whole("依托“一站式”调处中心分类调解。全年化解矛盾纠纷198起。\n\n", ""),
    good=whole(),
)
def empty_heading(material: Material) -> Iterator[Finding]:
    """查标题下面有没有正文。

    查什么：标题后面紧跟同级或更高一级的标题，或者到了文末。
    为什么：多半是材料还没填，或者删内容时漏删了标题。
    怎么改：补上内容，或删去标题并重编序号。
    """
    if not material.whole:
        return
    ranks = [*material.ranks, 1]
    for number, (rank, after) in enumerate(pairwise(ranks)):
        if rank >= 2 and 0 < after <= rank:
            text = material.blocks[number].text
            yield Finding(
                f"标题“{text}”下面没有内容。", "补上内容，或删去标题并重编序号。", number, 0, len(text)
            )


@rule(
    "结构-04",
    "标题重复",
    bad=whole("### （二）多元化解矛盾纠纷", "### （二）深化法治宣传教育"),
    good=whole(),
)
def repeated_heading(material: Material) -> Iterator[Finding]:
    """查有没有两个相同的标题。

    查什么：去掉序号后文字相同的标题。
    为什么：多半是复制后忘了改，或者一件事分在两处写。
    怎么改：改标题，或把两处合成一处。
    """
    seen: dict[str, int] = {}
    for number, (block, rank) in enumerate(zip(material.blocks, material.ranks, strict=True)):
        text = (
            re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?", "", block.text.strip())
            if rank >= 2
            else ""
        )
        if len(text) < 4:
            continue
        if text in seen and material.parts[number] == material.parts[seen[text]]:
            yield Finding(f"标题“{text}”用了两次。", "改标题，或把两处合成一处。", number, 0, len(block.text))
        seen.setdefault(text, number)


_CAUSE = pattern(
    r"原因|由于|因|导致|造成|源于|基于|使得|致使|出于|归根|缺乏|缺少|不够重视|根源|根子|所致|"
    r"[，；]主要(?:还|就)?是|受[^，。]{1,12}(?:影响|限制|制约)"
)


@rule(
    "结构-07",
    "不足没有写原因",
    bad=whole("执法装备不全，主要原因是执法办公室尚未配备执法记录仪。", "执法装备不全，执法水平有待提高。"),
    good=whole(),
)
def shortcomings_without_cause(material: Material) -> Iterator[Finding]:
    """查“不足和原因”这一部分有没有写原因。

    查什么：整个部分里没有“原因”“由于”“导致”“主要是”一类的话，“原因尚未查明”不算；事实文件由结构-34逐条查。
    为什么：规定要求写不足，也要求写原因；没有原因，下一年的安排就没有着落。
    怎么改：每条不足后面写一句主要原因。
    """
    if material.facts or not material.whole or ReportPart.SHORTCOMINGS not in material.parts:
        return
    numbers = [number for number, part in enumerate(material.parts) if part is ReportPart.SHORTCOMINGS]
    body = "".join(material.blocks[number].text for number in numbers if material.ranks[number] != 2)
    if body and not _CAUSE.search(without_unknown(body)):
        yield Finding("写了不足，没有写原因。", "每条不足后面写一句主要原因。", numbers[0])


_TOPIC = "法治宣传教育: {普法活动: 50余场}"


@rule(
    "结构-35",
    "导语没有写以什么为指导",
    bad=facts(_TOPIC, old="导语:\n  指导思想: 习近平新时代中国特色社会主义思想\n", new=""),
    good=facts(_TOPIC),
)
def opening_without_guidance(material: Material) -> Iterator[Finding]:
    """查事实文件的“导语”里有没有写指导思想、学习贯彻的内容。

    查什么：“导语”下的指导思想、法治思想、会议精神、落实和整段的“正文”，一项也没有写。
    为什么：导语只印写出来的话；以前由程序自己写的这几句，现在要写在文件里才印，多数报告有。
    怎么改：要写的，在“导语”下逐行写；单位决定不写的，停用本条并写明。
    """
    opening = material.facts.head.opening if material.facts else None
    if opening and not (
        opening.text or opening.thought or opening.studied or opening.spirit or opening.fulfilling
    ):
        fix = "要写的，在“导语”下写“指导思想: 习近平新时代中国特色社会主义思想”“法治思想: 习近平法治思想”；不写的，可不理会。"
        yield Finding("“导语”里没有写指导思想、学习贯彻的内容，报告里就没有。", fix, field="导语")
