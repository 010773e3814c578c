"""The records that a report's text is read into."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from generator.document.text.chart import Chart
from generator.yamltext.mapping import Mapping


class BlockKind(str, Enum):
    """What a block is."""

    TITLE = "标题"
    ADDRESSEE = "主送机关"
    HEADING = "小标题"
    PARAGRAPH = "正文"
    TABLE = "表格"
    CHART = "图表"
    CAPTION = "表题"
    NOTE = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"
    APPENDIX = "附件"


class Block(NamedTuple):
    """One block of the report and the line of the Markdown text that it begins on.

    `level` is the number of # signs (title 1, 一、 2, （一） 3), 0 for what is no heading. A table has its cells in
    `rows`, the header first, and left, center, right or "" for each column in `aligns`; its text is the cells line by
    line.
    """

    kind: BlockKind
    text: str
    level: int = 0
    line: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    aligns: tuple[str, ...] = ()
    chart: Chart | None = None


class Document(NamedTuple):
    """A report as blocks, and what its front matter says."""

    front: Mapping
    blocks: tuple[Block, ...]

    @property
    def head(self) -> dict[str, Any]:
        """Give the front matter as plain texts, mappings and lists."""
        return self.front.data

    @property
    def title(self) -> str:
        """Give the title, or an empty text."""
        return next(self.texts(BlockKind.TITLE), "")

    @property
    def units(self) -> tuple[str, ...]:
        """Give the units that sign."""
        return tuple(self.texts(BlockKind.SIGNATURE))

    @property
    def date(self) -> str:
        """Give the date as it is written, or an empty text."""
        return next(self.texts(BlockKind.DATE), "")

    def texts(self, kind: BlockKind) -> Iterator[str]:
        """Give the texts of one kind of block in order."""
        return (block.text for block in self.blocks if block.kind is kind)
