"""版头 and 版记 (GB/T 9704-2012, 7.2 and 7.4): how large their marks are set, and how much of a page they take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.document.page.layout import Layout
from generator.document.page.lines import Measure, count
from generator.document.text.formal import copied_to, imprint_names
from generator.document.text.measure import text_width

CLASSIFIED = ("份号", "密级", "紧急程度")
"""What may stand above 发文机关标志, a line each, in this order."""

_RULES = 120  # a little air for the rules of 版记, in twips


class AgencyMark(NamedTuple):
    """A line of 发文机关标志: its size in half-points, its height and the room above and below it in twips."""

    text: str
    half_points: int
    line: int
    before: int
    after: int


def agency_marks(head: Mapping[str, Any], layout: Layout) -> tuple[AgencyMark, ...]:
    """Give the lines of 发文机关标志; the first stands as far below the edge of the type area as the layout says."""
    marks = imprint_names(head.get("发文机关标志"))
    return tuple(_mark(number, marks, head, layout) for number in range(len(marks)))


def _mark(number: int, marks: Sequence[str], head: Mapping[str, Any], layout: Layout) -> AgencyMark:
    text = marks[number]
    # as large as fits, with some air
    points = min(layout.points("版头.标志最大字号"), layout.text_width / 21.5 / max(1.0, text_width(text)))
    half_points = int(points * 2)
    line = half_points * 12
    above = layout.line * sum(1 for key in CLASSIFIED if head.get(key))
    # what is measured is the top of the characters, which stand in the middle of their line
    room = layout.twips("版头.标志上距") - above - (line - half_points * 10) // 2
    last = number == len(marks) - 1
    return AgencyMark(
        text, half_points, line, 0 if number else max(0, room), layout.twips("版头.文号上距") if last else 0
    )


def red_line_room(layout: Layout) -> int:
    """Give the space between 发文字号's line and the red one, which is measured from the characters themselves."""
    return max(0, layout.twips("版头.红线上距") - (layout.line - round(layout.character)) // 2)


def letterhead_height(head: Mapping[str, Any], layout: Layout) -> int:
    """Give the height of 版头 in twips, down to the red line."""
    above = layout.line * sum(1 for key in CLASSIFIED if head.get(key))
    marks = sum(mark.before + mark.line + mark.after for mark in agency_marks(head, layout))
    signers = max(1, (len(imprint_names(head.get("签发人"))) + 1) // 2)
    return above + marks + signers * layout.line + red_line_room(layout)


def room_above_title(head: Mapping[str, Any], layout: Layout) -> int:
    """Give what stands above the title on the first page of a document with this front matter, in twips."""
    given = head.get("版头")
    return letterhead_height(given, layout) + layout.twips("版头.标题上距") if given else 0


def imprint_height(head: Mapping[str, Any], layout: Layout) -> int:
    """Give the height of 版记 in twips, with a little air for its rules."""
    line, character = layout.twips("版记.行距"), 20 * layout.points("版记.字号")
    edge = layout.twips("版记.左右空", character)
    room = layout.text_width - 2 * edge - round(3.2 * character)
    copies = copied_to(head)
    lines = count(f"{copies}。", Measure(room, 0, character, 0)) if copies else 0
    lines += any(head.get(key) for key in ("印发机关", "印发日期"))
    return lines * line + _RULES
