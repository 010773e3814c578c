"""Cards of real reports: what each gave under which topic, as facts and figures, not as sentences.

A card is a YAML file in seeds/, described in seeds/README.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import FactsError, Place, Problem
from generator.resources import SEEDS


@dataclass(frozen=True)
class Figure:
    """One figure of a report: as written, what it counts, its measure word, where it belongs.

    `topic` is a topic of 举措成效 or 第一责任人 (or another part); `field` is one of its fields, 其他数据, 活动, or empty
    where the figure is no fact of its own.
    """

    written: str
    meaning: str
    unit: str
    topic: str
    field: str


@dataclass(frozen=True)
class Heading:
    """One heading of a report's outline: the part it stands for and the topics told under it."""

    text: str
    part: str
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """One real report."""

    title: str
    unit: str
    level: str
    year: str
    date: str
    outline: tuple[Heading, ...]
    figures: tuple[Figure, ...]

    @property
    def label(self) -> str:
        """Name the report in a list: 稷下街道2023."""
        return f"{self.unit}{self.year}"


_CARD_KEYS = ("标题", "单位", "级别", "年度", "日期", "大纲", "数据")
_HEADING_KEYS = ("标题", "部分", "主题")
_FIGURE_KEYS = ("原文", "含义", "单位", "主题", "字段")


def read_cards(folder: Path = SEEDS) -> tuple[Card, ...]:
    """Read every card of a folder, by file name.

    Raises FactsError when a card lacks a key or has one too many, UserError when a file cannot be read.
    """
    return tuple(read_card(path) for path in sorted(folder.glob("*.yaml")))


def read_card(path: Path) -> Card:
    """Read one card; raises as `read_cards` does."""
    from generator.facts.source import read_source
    from generator.files import read_bytes

    data = _record(read_source(read_bytes(path), path.name).data, _CARD_KEYS, path.name)
    outline = [_record(one, _HEADING_KEYS, path.name) for one in _items(data["大纲"])]
    figures = [_record(one, _FIGURE_KEYS, path.name) for one in _items(data["数据"])]
    return Card(
        *(data[key] for key in _CARD_KEYS[:5]),
        outline=tuple(
            Heading(one["标题"], one["部分"], tuple(text for text in _items(one["主题"]) if text))
            for one in outline
        ),
        figures=tuple(Figure(*(one[key] for key in _FIGURE_KEYS)) for one in figures),
    )


def reported(cards: Iterable[Card], topic: str, field: str) -> list[tuple[str, str]]:
    """Give what the reports gave for one field: the figure as written, and the report's label."""
    return [
        (figure.written, card.label)
        for card in cards
        for figure in card.figures
        if figure.topic == topic and figure.field == field
    ]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _record(value: Any, keys: tuple[str, ...], file: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise FactsError([_fault(f"应逐行写{'、'.join(keys)}", file)])
    wrong = [key for key in keys if key not in value] + [key for key in value if key not in keys]
    if wrong:
        raise FactsError([_fault(f"“{key}”多了或少了，应有{'、'.join(keys)}", file) for key in wrong])
    return value


def _fault(message: str, file: str) -> Problem:
    return Problem("卡片-01", f"报告卡片里{message}。", "格式见 seeds/README.md。", Place(file))
