"""Personal data in what offices send: masked before anything else looks at it, and told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.checks.index import rules_by_code, rules_for
from generator.checks.material import Material
from generator.document.text.block import Block, BlockKind, Document
from generator.intake.notes import NoteLine, Notes, NoteTable
from generator.patterns import pattern
from generator.yamltext.mapping import Mapping

_WHAT = {
    "隐私-01": "身份证号",
    "隐私-02": "手机号",
    "隐私-03": "银行卡号",
    "隐私-04": "群众的姓名",
    "隐私-05": "住址",
    "隐私-06": "车牌或联系方式",
}
_NAME = "隐私-04"
_OTHER_PARTY = pattern(
    "[与和、](?P<name>[一-龥]{2,3}?)(?<![会队司局店厂村组委某])(?=的|之间|因|两|等|，|。|$)"
)
"""The name of whoever the first one had a dispute with, right behind that one's."""
_FAMILY = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖"
    "贾韦傅邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤鲁滕祁褚俞鲍费岑殷安常于皮卞齐康伍穆温庄柴瞿詹"
)
_TOLD_BY_OFFICES = (
    (
        "隐私-01",
        pattern(r"(?:身份证|证件)(?:号码?)?的?(?:尾号|[后末][四六]位)[是为:：]?(?P<place>\d{4,6}[Xx]?)"),
    ),
    (
        "隐私-02",
        pattern(
            r"(?:手机|电话)(?:号码?)?(?:的?(?:尾号|[后末]四位)[是为:：]?(?P<place>\d{4})(?!\d)|[是为:：]?(?P<other>1\d\d-\d{4}-\d{4}))"
        ),
    ),
    (
        "隐私-05",
        pattern(
            r"(?<!\d)(?P<place>\d{3,4}室)(?=住户|业主|租户|[的与和]|[一-龥]某)|[与和、](?P<other>\d{3,4}室)"
        ),
    ),
    ("隐私-05", pattern(r"(?P<place>\d{1,3}[栋幢](?:[东西南北][头边]|\d单元))")),
    ("隐私-05", pattern("[（(](?P<place>[一-龥]{2,5}[一二三四五六七八九十]{1,2}组)(?=，(?:手机|电话|住))")),
    (_NAME, pattern("(?:反映|投诉|信访|上访)人[：:]?(?P<place>老[一-龥])(?=[（(，。说不])")),
    (_NAME, pattern(rf"(?:户里头?|[0-9]户|最难的是)(?P<place>[{_FAMILY}][一-龥]{{2}})(?=家)")),
    (_NAME, pattern(rf"还有(?P<place>[{_FAMILY}]老[太汉爷])")),
)
"""What an office's note tells of a citizen and no report would: the tail of a number, 402室, 老滕, 27户里鲁大根家."""


class MaskedText(NamedTuple):
    """A text without personal data, and what was masked in it."""

    text: str
    masked: tuple[str, ...] = ()


def mask_notes(notes: Notes) -> Notes:
    """Give notes without personal data; what was masked, and where, is told."""
    lines = mask_texts([part.text for part in notes.parts if isinstance(part, NoteLine)])
    cells = mask_texts(
        [
            text
            for part in notes.parts
            if isinstance(part, NoteTable)
            for one in part.figures
            for text in (one.label, one.context, one.remark, one.shown)
        ]
    )
    told: list[str] = []
    parts: list[NoteLine | NoteTable] = []
    next_line, next_cell = iter(lines), iter(cells)
    for part in notes.parts:
        if isinstance(part, NoteLine):
            line = next(next_line)
            if line.masked:
                told.append(f"{part.place}有{'、'.join(dict.fromkeys(line.masked))}，已隐去。")
            parts.append(part._replace(text=line.text))
        else:
            figures = tuple(
                one._replace(
                    label=next(next_cell).text,
                    context=next(next_cell).text,
                    remark=next(next_cell).text,
                    shown=next(next_cell).text,
                )
                for one in part.figures
            )
            parts.append(part._replace(figures=figures))
    return notes._replace(parts=tuple(parts), told=(*notes.told, *told))


def mask_texts(texts: Sequence[str]) -> list[MaskedText]:
    """Mask the numbers, names and addresses of citizens that the rules of 隐私 find in texts."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, 0, number) for number, text in enumerate(texts, 1))
    material = Material(Document(Mapping({}, {}, ""), blocks))
    places: dict[int, list[tuple[int, int, str]]] = {}
    for rule in rules_for(material, tuple(one for one in rules_by_code() if one.code in _WHAT)):
        for one in rule.find(material):
            if one.block is not None and one.end > one.start:
                places.setdefault(one.block, []).append((one.start, one.end, rule.code))
                other = _OTHER_PARTY.match(texts[one.block], one.end) if rule.code == _NAME else None
                if other:
                    places[one.block].append((*other.span("name"), rule.code))
    for number, text in enumerate(texts):
        for code, shape in _TOLD_BY_OFFICES:
            told = [
                (*one.span(group), code)
                for one in shape.finditer(text)
                for group in one.groupdict()
                if one[group]
            ]
            places.setdefault(number, []).extend(told)
    return [_masked(text, places.get(number, [])) for number, text in enumerate(texts)]


def _masked(text: str, places: list[tuple[int, int, str]]) -> MaskedText:
    masked: list[str] = []
    left = len(text)
    for start, end, code in sorted(places, reverse=True):
        if end <= left:
            instead = f"{text[start]}某" if code == _NAME else f"（{_WHAT[code]}）"
            text = f"{text[:start]}{instead}{text[end:]}"
            masked.insert(0, _WHAT[code])
            left = start
    return MaskedText(text, tuple(masked))
