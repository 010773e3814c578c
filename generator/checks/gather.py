"""A report's text becomes the material for the rules: what nobody says is read off the text itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.checks.material import Material, Other, Switch
from generator.document.text.block import Block, BlockKind, Document
from generator.facts import Facts
from generator.numbers.dates import date_of_line
from generator.patterns import pattern
from generator.topics.topic import Topics

_TITLE_YEAR = pattern(r"(20\d\d)\s*年?(?:度)?[^。，,]{0,16}(?:法治政府|法治建设|依法行政|依法治)")
_NAMED = pattern(r"《[^《》]*》")
_PRESENT_YEAR = pattern(r"现将[^。]{0,12}?(20\d\d)\s*年|^\s*(20\d\d)\s*年(?:度|，|,|以来)")
_NAME = pattern(r"^(?:中共)?([^\W\d_]{2,24}?)(?:委员会|党工委|人民政府|办事处|20\d\d)")
_STEP = pattern(
    r"[^\W\d_]{1,8}?(?:民族自治县|自治区|自治州|自治县|开发区|新区|民族乡|街道|省|市|区|县|旗|镇|乡|苏木|局)"
)
_SELF = pattern(r"我(街道|镇|乡|区|县|市|局)|全(镇|乡|街道)")
_LEVELS = {"街道": "街道", "镇": "镇", "乡": "乡", "区": "县区", "县": "县区", "市": "县区", "局": "部门"}


class Known(NamedTuple):
    """What is known of a report beside its text; what is left out is read off the text."""

    year: int | None = None
    signed: date | None = None
    level: str = ""
    names: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()


def gather(document: Document, known: Known, *, file: str = "", source: str = "") -> Material:
    """Put a document and what is known of it together; `source` is the text of its file, for line and column."""
    texts = tuple(block.text for block in before_appendices(document.blocks))
    names = known.names or unit_names(texts)
    return Material(
        document,
        year=known.year or report_year(texts),
        signed=known.signed or signature_date(texts),
        level=known.level or unit_level(texts, names),
        names=names,
        others=known.others,
        file=file,
        source=tuple(source.splitlines()) or tuple(block.text for block in document.blocks),
    )


def gather_facts(
    facts: Facts,
    topics: Topics,
    document: Document,
    grounds: Iterable[tuple[str, tuple[str, ...]]],
    others: tuple[Other, ...] = (),
) -> Material:
    """Put a facts file and the report made from it together, each of whose sentences has its grounds."""
    unit = facts.head.unit
    names = [
        step.group()
        for name in (unit.superior, *unit.names, unit.short)
        for step in _STEP.finditer(name.removeprefix("中共"))
    ]
    return Material(
        document,
        year=facts.year,
        signed=facts.head.signature.day,
        level=facts.level or "",
        names=tuple(dict.fromkeys(names)),
        facts=facts,
        topics=topics,
        grounds=tuple(grounds),
        others=others,
        file=facts.file,
        switches=tuple(Switch(one.rule, one.reason, one.content) for one in facts.head.checking.silenced),
    )


def before_appendices(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give the report's own blocks: signature and date stand at their end, and appendices may follow."""
    first = next(
        (number for number, block in enumerate(blocks) if block.kind is BlockKind.APPENDIX), len(blocks)
    )
    return blocks[:first]


def report_year(texts: tuple[str, ...]) -> int | None:
    """Read the report year off the title or the opening, not off a plan's name; None where neither says it."""
    for shape in (_TITLE_YEAR, _PRESENT_YEAR):
        for text in texts[:6]:
            match = shape.search(_NAMED.sub("", text))
            if match:
                return int(next(group for group in match.groups() if group))
    return None


def signature_date(texts: tuple[str, ...]) -> date | None:
    """Read the date off the last lines; None where there is none, or no such day."""
    return next(filter(None, map(date_of_line, reversed(texts[-6:]))), None)


def unit_names(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Read the unit and its superiors off the title and the signature: 长寿区, 凤城街道."""
    names: list[str] = []
    for text in (*texts[:3], *texts[-4:]):
        name = _NAME.match(text.strip()) if len(text) < 60 else None
        if name:
            names.extend(step.group() for step in _STEP.finditer(name.group(1)))
    return tuple(dict.fromkeys(names))


def unit_level(texts: tuple[str, ...], names: tuple[str, ...]) -> str:
    """Tell the unit's level (乡 镇 街道 县区 部门) by its name or by what it calls itself; "" where neither tells."""
    for name in reversed(names):
        for ending in ("民族乡", "街道", "镇", "乡"):
            if name.endswith(ending):
                return ending
    for text in texts:
        match = _SELF.search(text)
        if match:
            return _LEVELS[match.group(1) or match.group(2)]
    return ""
