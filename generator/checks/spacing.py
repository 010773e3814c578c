"""A report as it is read aloud: without blanks beside its figures, and with every figure in plain digits."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from generator.checks.material import Finding, Material
from generator.document.text.block import Block, BlockKind
from generator.patterns import pattern

_BLANKS = (" ", "\u00a0", *map(chr, range(0x2002, 0x200B)), "\u3000")
_BLANK = "[ \\u00a0\\u2002-\\u200a\\u3000]+"
_WRITTEN = "[一-龥，。；：、（）《》“”]"
_FIGURE = r"[\d０-９%％]"
BESIDE_FIGURE = pattern(f"(?<={_FIGURE}){_BLANK}(?={_WRITTEN}|[%％])|(?<={_WRITTEN}){_BLANK}(?={_FIGURE})")
"""Blanks between a figure and what is written before or behind it."""
AS_WRITTEN = frozenset({"文字-17", "文字-18", "文字-24"})
"""The rules about blanks and the width of characters, which look at the report's very characters."""
_WIDE_DIGITS = dict(zip("０１２３４５６７８９％", "0123456789%", strict=True))
_TO_NARROW = str.maketrans(_WIDE_DIGITS)


_RUNNING = frozenset({BlockKind.TITLE, BlockKind.ADDRESSEE, BlockKind.HEADING, BlockKind.PARAGRAPH})
_SIGNED = pattern(r"[^。]*[ \u3000]\d{4}年\d{1,2}月\d{1,2}日\s*")


def is_running(block: Block) -> bool:
    """Tell running text, whose blanks say nothing: not 附件1 名称, 表1 名称, a table, or a unit and its day on one line."""
    return block.kind in _RUNNING and not _SIGNED.fullmatch(block.text)


class Spoken(NamedTuple):
    """A report as it is read, and for each of its blocks where its characters stand in the report as written."""

    material: Material
    places: tuple[tuple[int, ...], ...]

    def as_written(self, finding: Finding) -> Finding:
        """Give a finding with its place in the report as written."""
        if finding.block is None or not self.places:
            return finding
        places = self.places[finding.block]
        start = places[finding.start]
        end = places[finding.end - 1] + 1 if finding.end > finding.start else start
        return finding._replace(start=start, end=end)


def spoken(material: Material) -> Spoken:
    """Give what the rules on figures read; a report without such blanks and digits is given as it is."""
    parted = not material.signs.isdisjoint(_BLANKS) and BESIDE_FIGURE.search(material.text)
    if not parted and material.signs.isdisjoint(_WIDE_DIGITS):
        return Spoken(material, ())
    read = [_read(block.text) if is_running(block) else _kept(block.text) for block in material.blocks]
    blocks = tuple(
        block._replace(text=text) for block, (text, _places) in zip(material.blocks, read, strict=True)
    )
    grounds = tuple((_read(sentence)[0], paths) for sentence, paths in material.grounds)
    document = material.document._replace(blocks=blocks)
    return Spoken(
        replace(material, document=document, grounds=grounds), tuple(places for _text, places in read)
    )


def _kept(text: str) -> tuple[str, tuple[int, ...]]:
    """Give a text as it is: its blanks part what stands side by side."""
    return text, tuple(range(len(text) + 1))


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[str, tuple[int, ...]]:
    """Give a text as it is read, and the place of each of its characters, and of its end, in the text itself."""
    gone = {place for blank in BESIDE_FIGURE.finditer(text) for place in range(*blank.span())}
    places = tuple(place for place in range(len(text)) if place not in gone)
    return "".join(text[place] for place in places).translate(_TO_NARROW), (*places, len(text))
