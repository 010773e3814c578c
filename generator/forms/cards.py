"""Cards of real reports: what each gave under which topic, as facts and figures, not as sentences.

A card is a YAML file in seeds/, described in seeds/README.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.problems import FactsError, Place, Problem
from generator.resources import SEEDS


class ReportedFigure(NamedTuple):
    """One figure of a report: as written, what it counts, its measure word, where it stands and where it belongs.

    `part` is the part of the report that it stands in; `topic` is a topic of 举措成效, or 第一责任人; `field` is one of
    its fields, 其他数据, 活动, or empty where the figure is no fact of its own. Where the report errs `right` is the
    figure as it should be; `remark` says why, or what else there is to say.
    """

    written: str
    meaning: str
    unit: str
    part: str
    topic: str
    field: str
    right: str = ""
    remark: str = ""

    @property
    def correct(self) -> str:
        """The figure as it should be: as written, unless the report errs."""
        return self.right or self.written


class Heading(NamedTuple):
    """One heading of a report's outline: the part it stands for and the topics told under it."""

    text: str
    part: str
    topics: tuple[str, ...]


class Card(NamedTuple):
    """One real report.

    `figures` are those in arabic digits, `spelt` those in Chinese ones (第二名, 两处); `names` are its people, places,
    institutions, projects and documents; `remarks` say where it errs.
    """

    title: str
    unit: str
    level: str
    year: str
    date: str
    outline: tuple[Heading, ...]
    figures: tuple[ReportedFigure, ...]
    spelt: tuple[ReportedFigure, ...]
    names: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name the report in a list: 稷下街道2023."""
        return f"{self.unit}{self.year}"


_TEXT_KEYS = ("标题", "单位", "级别", "年度", "日期")
_CARD_KEYS = (*_TEXT_KEYS, "大纲", "数据", "汉字数据", "名称", "备注")
_HEADING_KEYS = ("标题", "部分", "主题")
_FIGURE_KEYS = ("原文", "含义", "单位", "部分", "主题", "字段")
_AT_WILL = {"更正": "right", "备注": "remark"}


@cache
def read_cards(folder: Path = SEEDS) -> tuple[Card, ...]:
    """Read every card of a folder, by file name, once a process.

    Raises FactsError when a card lacks a key or has one too many, UserError when a file cannot be read.
    """
    return tuple(read_card(path) for path in sorted(folder.glob("*.yaml")))


def read_card(path: Path) -> Card:
    """Read one card; raises as `read_cards` does."""
    from generator.files import read_bytes
    from generator.yamltext.source import read_source

    name = path.name
    data = _record(read_source(read_bytes(path), name).data, _CARD_KEYS, name)
    title, unit, level, year, date = (data[key] for key in _TEXT_KEYS)
    return Card(
        title,
        unit,
        level,
        year,
        date,
        outline=tuple(_heading(one, name) for one in _items(data["大纲"])),
        figures=tuple(_figure(one, name) for one in _items(data["数据"])),
        spelt=tuple(_figure(one, name) for one in _items(data["汉字数据"])),
        names=tuple(_items(data["名称"])),
        remarks=tuple(_items(data["备注"])),
    )


def reported(cards: Iterable[Card], topic: str) -> list[tuple[ReportedFigure, str]]:
    """Give the figures that the reports gave under one topic, each with its report's label."""
    return [
        (figure, card.label)
        for card in cards
        for figure in (*card.figures, *card.spelt)
        if figure.topic == topic
    ]


def _heading(data: Any, file: str) -> Heading:
    record = _record(data, _HEADING_KEYS, file)
    return Heading(record["标题"], record["部分"], tuple(_items(record["主题"])))


def _figure(data: Any, file: str) -> ReportedFigure:
    record = _record(data, _FIGURE_KEYS, file, tuple(_AT_WILL))
    figure = ReportedFigure(*(record[key] for key in _FIGURE_KEYS))
    return figure._replace(**{name: record[key] for key, name in _AT_WILL.items() if key in record})


def _items(value: Any) -> list[Any]:
    """Give the items of a list; what stands empty or as [] has none."""
    if isinstance(value, list):
        return value
    return [] if value in ("", {}) else [value]


def _record(value: Any, keys: tuple[str, ...], file: str, at_will: tuple[str, ...] = ()) -> dict[str, Any]:
    """Hold one record to its keys; those at will may be left out."""
    if not isinstance(value, dict):
        raise FactsError([_fault(f"应逐行写{'、'.join(keys)}", file)])
    wrong = [key for key in keys if key not in value]
    wrong += [key for key in value if key not in keys and key not in at_will]
    if wrong:
        raise FactsError([_fault(f"“{key}”多了或少了，应有{'、'.join(keys)}", file) for key in wrong])
    return value


def _fault(message: str, file: str) -> Problem:
    return Problem("卡片-01", f"报告卡片里{message}。", "格式见 seeds/README.md。", Place(file))
