"""一图读懂: a year in one picture, made of the facts alone. Every number in it is one of the file, as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.document.text.measure import text_width
from generator.facts import Facts
from generator.facts.facts import Section, TopicFacts
from generator.numbers.quantity import Quantity
from generator.preview.page_templates import page_template
from generator.problems import UserError
from generator.topics.topic import Field
from generator.yamltext.path import dotted

MOST = 6
"""Figures that are shown under one heading."""

_OTHER_YEARS = ("基期", "上年")  # what such fields hold is no figure of the year

_COLUMNS, _WIDTH, _EDGE, _GAP = 3, 1080, 60, 20
_CELL = (_WIDTH - 2 * _EDGE - (_COLUMNS - 1) * _GAP) // _COLUMNS
_HIGH, _HEAD, _BANNER, _FOOT = 140, 76, 220, 90
_LARGEST, _LABEL, _HEADING, _TITLE = 56, 26, 32, 52


class KeyFigure(NamedTuple):
    """A fact that is shown: as it is written, what it is called, its topic, and its path as users see it."""

    value: str
    label: str
    topic: str
    field: str


class FigureGroup(NamedTuple):
    """The figures under one heading of the report."""

    heading: str
    figures: tuple[KeyFigure, ...]


class PictureCell(NamedTuple):
    """A figure in its place, with the sizes at which its texts fit; all in pixels of the picture."""

    figure: KeyFigure
    x: int
    y: int
    value_size: int
    label_size: int


class PictureBand(NamedTuple):
    """A heading in its place, and the cells below it."""

    heading: str
    y: int
    size: int
    cells: tuple[PictureCell, ...]


def key_figures(facts: Facts) -> tuple[FigureGroup, ...]:
    """Give what a picture of the year shows: under each heading the figures that matter most, in the file's order.

    What the topics call 常用 goes first where there are too many. Zeros are left out, and what is not public (公开: 否).
    """
    groups = (_group(section, facts) for section in (*facts.sections, *facts.duty_sections))
    return tuple(group for group in groups if group.figures)


def picture_svg(facts: Facts) -> str:
    """Draw the picture as SVG; raises UserError where the facts hold no figure."""
    groups = key_figures(facts)
    if not groups:
        raise UserError("还没有可以画进图里的数。", "请先在各主题里填数，例如“普法活动: 50余次”。")
    title = f"{facts.name}{facts.year or ''}年度法治政府建设"
    bands, y = [], _BANNER
    for group in groups:
        bands.append(_band(group, y))
        y = bands[-1].cells[-1].y + _HIGH + _GAP
    words = {
        "title": title,
        "title_size": _fitting(title, _WIDTH - 2 * _EDGE, _TITLE),
        "bands": bands,
        "width": _WIDTH,
        "height": y + _FOOT,
        "edge": _EDGE,
        "cell": _CELL,
        "high": _HIGH,
        "banner": _BANNER,
        "year": facts.year,
    }
    return page_template("一图.svg.j2").render(words)


def _group(section: Section, facts: Facts) -> FigureGroup:
    several = len(section.topics) > 1
    found = [one for topic in section.topics for one in _figures(topic, facts)]
    chosen = [figure for figure, usual in found if usual][:MOST]
    chosen += [figure for figure, usual in found if not usual][: MOST - len(chosen)]
    shown = [figure if several else figure._replace(topic="") for figure, _ in found if figure in chosen]
    first = section.topics[0].name if section.topics else ""
    return FigureGroup(section.heading or first, tuple(shown))


def _figures(topic: TopicFacts, facts: Facts) -> Iterator[tuple[KeyFigure, bool]]:
    """Give the figures of a topic, each with whether it is a usual one."""
    fields = topic.topic.fields if topic.topic else {}
    for name, value in topic.values.items():
        yield from _figure(name, value, topic, dotted(topic.path_of(name)), facts, fields.get(name))
    for label, fact in topic.marked.items():
        yield from _figure(label, fact.value, topic, dotted(fact.path), facts, None)


def _figure(
    label: str, value: object, topic: TopicFacts, path: str, facts: Facts, field: Field | None
) -> Iterator[tuple[KeyFigure, bool]]:
    told = isinstance(value, Quantity) and bool(value.number) and not value.ordinal
    if not told or label.startswith(_OTHER_YEARS) or facts.is_withheld(path):
        return
    yield KeyFigure(str(value), label, topic.name, path), bool(field and field.usual)


def _band(group: FigureGroup, y: int) -> PictureBand:
    cells = []
    for number, figure in enumerate(group.figures):
        row, column = divmod(number, _COLUMNS)
        x, top = _EDGE + column * (_CELL + _GAP), y + _HEAD + row * (_HIGH + _GAP)
        value, label = (
            _fitting(figure.value, _CELL - 30, _LARGEST),
            _fitting(figure.label, _CELL - 30, _LABEL),
        )
        cells.append(PictureCell(figure, x, top, value, label))
    return PictureBand(
        group.heading, y, _fitting(group.heading, _WIDTH - 2 * _EDGE - 30, _HEADING), tuple(cells)
    )


def _fitting(text: str, room: int, largest: int) -> int:
    """Give the size at which a text fits the room."""
    return min(largest, int(room / max(1.0, text_width(text))))
