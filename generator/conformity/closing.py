"""Where 署名 and 成文日期 of a Word file should stand (7.3.5), and where they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.conformity.effective import Formats
from generator.conformity.passages import ReportParagraph
from generator.document.page.layout import Layout
from generator.document.page.signature import place_signature
from generator.document.text.block import BlockKind

UNIT, DAY = BlockKind.SIGNATURE.value, BlockKind.DATE.value
_ERROR = 0.6  # of a character: other fonts and other gaps between digits and characters


class Closing(NamedTuple):
    """A line of the closing, with its right indent and the room above it in twips."""

    passage: ReportParagraph
    right: int
    above: int


def is_sealed(all_passages: Sequence[ReportParagraph], formats: Formats, layout: Layout) -> bool:
    """Tell whether a closing is set for a seal; one that is set for neither is as the layout says.

    A Word file doesn't say whether it is to be sealed, and the layout is that of all files (7.3.5.1, 7.3.5.2).
    """
    usual = layout.flag("落款.印章")

    def faults(sealed: bool) -> int:  # noqa: FBT001  # as `min` calls it
        return len([*misplaced_lines(closing_of(all_passages, layout, sealed=sealed), formats, layout)])

    return min((usual, not usual), key=faults)


def closing_of(
    all_passages: Sequence[ReportParagraph], layout: Layout, *, sealed: bool
) -> tuple[Closing, ...]:
    """Give the lines of 署名 and 成文日期 with where they are placed; none where there is no date."""
    units = [one for one in all_passages if one.role == UNIT]
    days = [one for one in all_passages if one.role == DAY]
    if len(days) != 1 or not units:
        return ()
    texts = ["".join(one.text.split()) for one in (*units, days[0])]
    placing = place_signature(texts[:-1], texts[-1], layout, sealed=sealed)
    places = zip((*units, days[0]), placing.rights, placing.above, strict=True)
    return tuple(Closing(one, round(right), above) for one, right, above in places)


def misplaced_lines(
    closing: Sequence[Closing], formats: Formats, layout: Layout
) -> Iterator[tuple[Closing, str]]:
    """Give each line of a closing that stands elsewhere, with a sentence about it."""
    for one in closing:
        has = formats.right(one.passage.element, layout.character)
        want = one.right / layout.character
        is_right = formats.paragraph(one.passage.element, "jc", "val") in {"right", "end"}
        padded = one.passage.text != one.passage.text.strip()
        if not is_right or padded or abs(has - want) > _ERROR:
            now = "用空格推到右边" if padded else f"右空{has:.2g}字" if is_right else "不是右对齐"
            yield one, f"{one.passage.role}{now}，应右对齐、右空{want:.2g}字（第7.3.5条）"
