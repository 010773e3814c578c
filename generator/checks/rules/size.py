"""篇幅: reports and parts that are too thin or too long for the unit's level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import Example, rule
from generator.checks.sample import SAMPLE, whole
from generator.facts.levels import TOWNSHIPS

_SPANS = dict.fromkeys(TOWNSHIPS, (1200, 6500)) | {"县区": (1800, 12000)}
_USUAL = (1200, 9000)
_FILL = (
    "落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，明确执法人员职责，规范文书制作。"
    "司法所、综合行政执法队和各村（社区）分工协作，按月汇总台账，遇有疑难问题集体会商，处理结果向群众公开。"
)


def _long(times: int, after: str = "全年化解矛盾纠纷198起。") -> str:
    """Give the sample report, filled up after one of its sentences."""
    filled = "".join(f"第{number}季度{_FILL}" for number in range(1, times + 1))
    return SAMPLE.replace(after, f"{after}{filled}")


def _lengths(material: Material) -> dict[ReportPart | None, int]:
    lengths: dict[ReportPart | None, int] = {}
    for part, block in zip(material.parts, material.blocks, strict=True):
        lengths[part] = lengths.get(part, 0) + len(block.text)
    return lengths


@rule("篇幅-01", "全文过短", bad=whole(), good=Example(_long(12)))
def too_short(material: Material) -> Iterator[Finding]:
    """查全文是不是过短。

    查什么：乡镇、街道和部门不足1200字，县区不足1800字；通知定了字数的，由篇幅-07查。
    为什么：短到这样，必备的内容多半没有写全；同类报告多在2500至4500字。
    怎么改：对照各主题看看还有哪些做法和数据没有写。
    """
    low, _high = _SPANS.get(material.level, _USUAL)
    length = sum(len(block.text) for block in material.blocks)
    if material.whole and length < low and material.demands.length is None:
        yield Finding(f"全文约{length}字，偏短。", "对照各主题，补上没有写的做法和数据。", 0)


@rule("篇幅-02", "全文过长", bad=Example(_long(120)), good=Example(_long(12)))
def too_long(material: Material) -> Iterator[Finding]:
    """查全文是不是过长。

    查什么：乡镇、街道超过6500字，部门超过9000字，县区超过12000字；通知定了字数的，由篇幅-07查。
    为什么：年度报告要人读得完；过长多半是把别的总结整段搬了进来。
    怎么改：留下与法治政府建设有关的，合并相近的做法。
    """
    _low, high = _SPANS.get(material.level, _USUAL)
    length = sum(len(block.text) for block in material.blocks)
    if material.whole and length > high and material.demands.length is None:
        yield Finding(f"全文约{length}字，偏长。", "合并相近的做法，删去与法治政府建设无关的内容。", 0)


@rule(
    "篇幅-03",
    "举措成效不到全文三分之一",
    bad=Example(_long(12, after="全年开展领导班子学法6次，专题党课10次。")),
    good=Example(_long(12)),
)
def thin_measures(material: Material) -> Iterator[Finding]:
    """查主要举措和成效这一部分占多少。

    查什么：举措成效的字数不到全文三分之一；全文过短的另有提醒，这里不再报。
    为什么：这是报告的主体，通常占六成上下。
    怎么改：补写做法和数据；其他部分过长的，压缩。
    """
    lengths = _lengths(material)
    total = sum(lengths.values())
    low, _high = _SPANS.get(material.level, _USUAL)
    if total < low or not material.whole or ReportPart.MEASURES not in material.parts:
        return
    if lengths[ReportPart.MEASURES] * 3 < total:
        yield Finding(
            f"主要举措和成效约{lengths[ReportPart.MEASURES]}字，不到全文的三分之一。",
            "补写做法和数据，或压缩其他部分。",
            material.parts.index(ReportPart.MEASURES),
        )


_LIMIT = 900


@rule("篇幅-04", "一段过长", bad=_FILL * 12, good=_FILL)
def long_paragraph(material: Material) -> Iterator[Finding]:
    """查一段是不是太长。

    查什么：一段超过900字。
    为什么：一段占去大半页，读的人找不到要点。
    怎么改：按一是、二是分段，或者合并删减。
    """
    for number, block in enumerate(material.blocks):
        if len(block.text) > _LIMIT:
            yield Finding(
                f"这一段有{len(block.text)}字。", "分成几段，或合并删减。", number, 0, len(block.text)
            )


@rule(
    "篇幅-05",
    "通篇没有数据",
    bad=Example(re.sub(r"全年[^。]*。", "开展工作，落实责任。", SAMPLE)),
    good=whole(),
)
def no_figures(material: Material) -> Iterator[Finding]:
    """查举措成效里有没有数。

    查什么：整个部分没有一个带量词的数。
    为什么：只有做法没有数据，看不出做到了什么程度。
    怎么改：补上活动、案件、培训等的次数、件数、人数。
    """
    if not material.whole or ReportPart.MEASURES not in material.parts:
        return
    numbers = [
        number
        for number, part in enumerate(material.parts)
        if part in (ReportPart.MEASURES, ReportPart.DUTIES)
    ]
    if not any(statement.block in numbers for statement in material.statements):
        yield Finding("举措成效里没有一个数据。", "补上活动、案件、培训等的次数、件数、人数。", numbers[0])


@rule(
    "篇幅-06",
    "不足过多或过少",
    bad=whole("执法装备不全，主要原因是执法办公室尚未配备执法记录仪。", "无。"),
    good=whole(),
)
def odd_shortcomings(material: Material) -> Iterator[Finding]:
    """查不足和原因这一部分的长短。

    查什么：不到二十字，或者比举措成效还长。
    为什么：几个字的不足等于没有写；不足写得比成绩还长，多半放错了地方。
    怎么改：通常写三条，每条写清表现和原因。
    """
    if not material.whole or ReportPart.SHORTCOMINGS not in material.parts:
        return
    numbers = [number for number, part in enumerate(material.parts) if part is ReportPart.SHORTCOMINGS]
    length = sum(len(material.blocks[number].text) for number in numbers if material.ranks[number] != 2)
    if length < 20:
        yield Finding("“不足和原因”只有几个字。", "写清表现和原因，通常写三条。", numbers[0])
    elif length > _lengths(material).get(ReportPart.MEASURES, length):
        yield Finding("“不足和原因”比“举措和成效”还长。", "压缩，或核对内容是否放错了部分。", numbers[0])
