"""How a Word file deviates from the layout: every kind once, with what is and what should be, how often and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.conformity.closing import closing_of, is_sealed, misplaced_lines
from generator.conformity.effective import Formats
from generator.conformity.pages import page_faults
from generator.conformity.passages import ReportParagraph, Run, passages
from generator.conformity.wanted import APART, Wanted, wanted_of
from generator.document.page.layout import Layout
from generator.intake.foreign import WordFile
from generator.intake.tree import descend, whole_number
from generator.problems import Level, Place, Problem

FONT, SIZE, POSITION, LINES = "排版-02", "排版-03", "排版-04", "排版-05"
_SHOWN = 12
_SIZES = {44: "2号", 36: "小2号", 32: "3号", 30: "小3号", 28: "4号", 24: "小4号", 21: "5号", 18: "小5号"}
_ALIGNED = {
    "center": "居中",
    "right": "右对齐",
    "end": "右对齐",
    "distribute": "分散对齐",
    "both": "两端对齐",
}
_INDENT_ERROR = 0.3  # of a character: what rounding and other sizes of the body make of two characters
_MEND = "加上 --fix，另存一份照标准排好的，原来的不动。"


class Deviation(NamedTuple):
    """One way in which something deviates: its code, and the sentence about it without its places."""

    code: str
    sentence: str


def layout_problems(file: WordFile, layout: Layout) -> tuple[Problem, ...]:
    """Give how a Word file deviates from the layout, the page first; raises UserError where a part is not sound."""
    formats = formats_of(file)
    whole = [
        Problem(code, f"{sentence}。", _MEND, Place(file.name), level=Level.WARNING)
        for code, sentence in page_faults(file, formats, layout)
    ]
    places: dict[Deviation, list[ReportParagraph]] = {}
    written, wanted = passages(main_body(file)), wanted_of(layout)
    for one in written:
        for fault in dict.fromkeys(_faults(one, formats, wanted, layout)):
            places.setdefault(fault, []).append(one)
    closing = closing_of(written, layout, sealed=is_sealed(written, formats, layout))
    for line, sentence in misplaced_lines(closing, formats, layout):
        places.setdefault(Deviation(POSITION, sentence), []).append(line.passage)
    return (*whole, *(_told(file.name, fault, where) for fault, where in places.items()))


def formats_of(file: WordFile) -> Formats:
    """Give the formats of a Word file."""
    return Formats(file.beside("styles"), file.beside("theme"))


def main_body(file: WordFile) -> Any:
    """Give the body (w:body) of a Word file."""
    body = descend(file.tree, "body")
    return file.tree if body is None else body


def _told(name: str, fault: Deviation, where: list[ReportParagraph]) -> Problem:
    text = " ".join(where[0].text.split())
    shown = f"{text[:_SHOWN]}……" if len(text) > _SHOWN else text
    often = f"：{len(where)}处，如“{shown}”。" if len(where) > 1 else f"：“{shown}”。"
    return Problem(
        fault.code, fault.sentence + often, _MEND, Place(name, where[0].number), level=Level.WARNING
    )


def _faults(
    passage: ReportParagraph, formats: Formats, wanted: Mapping[str, Wanted], layout: Layout
) -> Iterator[Deviation]:
    if passage.role not in wanted:
        return
    for run in passage.runs:
        yield from _of_run(run, passage, formats, wanted[run.role])
    yield from _of_paragraph(passage, formats, wanted[passage.role], layout)


def _of_run(run: Run, passage: ReportParagraph, formats: Formats, want: Wanted) -> Iterator[Deviation]:
    has_chinese = any("\u4e00" <= one <= "\u9fff" for one in run.text)
    font = formats.font(run.element, passage.element)
    clause = f"（第{want.clause}条）"
    if has_chinese and font not in want.names:
        yield Deviation(FONT, f"{run.role}的字体是{font}，应为{want.family}{clause}")
    size = formats.size(run.element, passage.element)
    if size != want.size:
        yield Deviation(SIZE, f"{run.role}的字号是{_size(size)}，应为{_size(want.size)}{clause}")
    if formats.is_bold(run.element, passage.element):
        yield Deviation(FONT, f"{run.role}加粗了，标准不加粗{clause}")


def _of_paragraph(
    passage: ReportParagraph, formats: Formats, want: Wanted, layout: Layout
) -> Iterator[Deviation]:
    clause = f"（第{want.clause}条）"
    aligned = formats.paragraph(passage.element, "jc", "val")
    if aligned not in want.aligned:
        now, then = _ALIGNED.get(aligned, "左对齐"), _ALIGNED.get(want.aligned[0], "左对齐")
        yield Deviation(POSITION, f"{passage.role}{now}，应{then}{clause}")
    sizes = [formats.size(one.element, passage.element) for one in passage.runs]
    indent = formats.indent(passage.element, 10.0 * sizes[0] if sizes else layout.character)
    if want.indent is not None and abs(indent - want.indent) > _INDENT_ERROR:
        then = f"左空{want.indent:g}字" if want.indent else "不缩进"
        yield Deviation(POSITION, f"{passage.role}首行{_indented(passage, indent)}，应{then}{clause}")
    yield from (Deviation(LINES, told) for told in _spacing(passage, formats, layout))


def _indented(passage: ReportParagraph, indent: float) -> str:
    blanks = len(passage.text) - len(passage.text.lstrip(" \u3000\t"))
    if blanks and not indent:
        return f"用{blanks}个空格顶开"
    return f"空{indent:.2g}字" if indent > 0 else "悬挂缩进" if indent else "没有缩进"


def _spacing(passage: ReportParagraph, formats: Formats, layout: Layout) -> Iterator[str]:
    """Tell of a line that is not of the page's pitch; titles and what stands apart have their own."""
    if passage.role in {"标题", "附件"}:
        return
    line = formats.paragraph(passage.element, "spacing", "line")
    rule = formats.paragraph(passage.element, "spacing", "lineRule") or "auto"
    exact = rule in {"exact", "exactly"}
    high = whole_number(line)
    fits = exact and high and layout.text_height // high == layout.number("版心.每面行数")
    if not fits:
        now = f"固定值{high / 20:g}磅" if exact and high else _multiple(high, rule)
        lines = layout.number("版心.每面行数")
        yield f"行距是{now}，每面排不成{lines}行，应为固定值{layout.line / 20:g}磅（第5.2.3条）"
    for name, told in (("before", "段前"), ("after", "段后")):
        gap = formats.paragraph(passage.element, "spacing", f"{name}Lines", name)
        if whole_number(gap) and passage.role not in APART:
            yield f"{told}有间距，应为0（第5.2.3条）"


def _multiple(line: int, rule: str) -> str:
    if rule == "atLeast" and line:
        return f"最小值{line / 20:g}磅"
    times = line / 240 if line else 1
    return "单倍行距" if times == 1 else f"{times:.3g}倍行距"


def _size(half_points: int) -> str:
    return _SIZES.get(half_points, f"{half_points / 2:g}磅")
