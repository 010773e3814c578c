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
            for text in (one.label, one.context)
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
                one._replace(label=next(next_cell).text, context=next(next_cell).text) for one in part.figures
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
