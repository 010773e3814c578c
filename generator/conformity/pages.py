"""The page of a Word file against the layout: paper, margins, characters a line, page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.conformity.effective import Formats
from generator.document.page.layout import Layout
from generator.document.word.paragraphs import local, paragraph_elements
from generator.intake.foreign import WordFile
from generator.intake.tree import attribute, children, descend, switched, whole_number

PAGE, NUMBER = "排版-01", "排版-06"
_MILLIMETRE = 1440 / 25.4
_MARGINS = {
    "top": ("天头", "页边.天头"),
    "left": ("订口", "页边.订口"),
    "right": ("切口", "页边.切口"),
    "bottom": ("地脚", "页边.地脚"),
}
_RIGHT = frozenset({"right", "end"})


def page_faults(file: WordFile, formats: Formats, layout: Layout) -> Iterator[tuple[str, str]]:
    """Give a code and a sentence for each way in which the page deviates; raises UserError."""
    sections = _sections(file)
    upright = [one for one in sections if not lies_across(one)]
    section = next(reversed(upright or sections), None)
    yield from ((PAGE, one) for one in _paper(section, layout))
    yield from ((NUMBER, one) for one in _numbers(file, formats, section, layout))


def _sections(file: WordFile) -> list[Any]:
    """Give the properties of the sections (w:sectPr), without those that a tracked change keeps of before."""
    sections = (one for one in file.tree.iter() if local(one) == "sectPr")
    return [one for one in sections if local(one.getparent()) != "sectPrChange"]


def lies_across(section: Any) -> bool:
    """Tell whether the paper of a section is wider than it is high, as that of a large table is."""
    size = descend(section, "pgSz")
    return size is not None and _twips(size, "w") > _twips(size, "h")


def _paper(section: Any | None, layout: Layout) -> Iterator[str]:
    size = None if section is None else descend(section, "pgSz")
    margins = None if section is None else descend(section, "pgMar")
    wide, high = (_millimetres(size, name) for name in ("w", "h"))
    paper = [round(layout.twips(f"纸张.{name}") / _MILLIMETRE) for name in ("宽", "高")]
    if abs(wide - paper[0]) > 1 or abs(high - paper[1]) > 1:
        yield f"纸张是{wide:.0f}×{high:.0f}毫米，应为{paper[0]}×{paper[1]}毫米（第5.1条）"
    for name, (called, key) in _MARGINS.items():
        has, want = _millimetres(margins, name), layout.twips(key) / _MILLIMETRE
        if abs(has - want) > 1.05:  # 5.2.1 gives 1 mm, Word rounds to twips
            yield f"{called}是{has:.1f}毫米，应为{want:.0f}毫米（第5.2.1条）"


def _millimetres(element: Any | None, name: str) -> float:
    return 0.0 if element is None else _twips(element, name) / _MILLIMETRE


def _twips(element: Any, name: str) -> int:
    return whole_number(attribute(element, name).removeprefix("-"))


def _numbers(file: WordFile, formats: Formats, section: Any | None, layout: Layout) -> Iterator[str]:
    footers = {kind: one for kind, one in _footers(file, section).items() if _is_numbered(one)}
    if not footers:
        yield "没有页码，应编在版心下边缘之下（第7.5条）"
        return
    if section is not None and switched(section, "titlePg") and "first" not in footers:
        yield "首页没有页码，各页都应编（第7.5条）"
    if layout.text("页码.位置") != "外侧":
        return
    settings = file.beside("settings")
    both = settings is not None and bool(switched(settings, "evenAndOddHeaders"))
    odd = _aligned(footers["default"], formats) if "default" in footers else ""
    if not (
        both
        and "even" in footers
        and odd in _RIGHT
        and _aligned(footers["even"], formats) not in {*_RIGHT, "center"}
    ):
        yield "页码应单页居右、双页居左，各空一字（第7.5条）"


def _footers(file: WordFile, section: Any | None) -> dict[str, Any]:
    """Give the footers of a section by kind: default, even, first; those that it names none for are those before."""
    sections = _sections(file)
    before = sections[: sections.index(section) + 1] if section is not None else []
    references = [one for each in before for one in children(each, "footerReference")]
    parts = {attribute(one, "type") or "default": file.named_by(attribute(one, "id")) for one in references}
    return {kind: part for kind, part in parts.items() if part is not None}


def _is_numbered(footer: Any) -> bool:
    fields = (one for one in footer.iter() if local(one) in {"instrText", "fldSimple"})
    return any("PAGE" in (one.text or attribute(one, "instr")).split() for one in fields)


def _aligned(footer: Any, formats: Formats) -> str:
    """Give the alignment of the paragraph with the page number; a frame tells it by its own place."""
    for paragraph in paragraph_elements(footer):
        if _is_numbered(paragraph):
            frame = descend(paragraph, "pPr", "framePr")
            return (
                attribute(frame, "xAlign") if frame is not None else formats.paragraph(paragraph, "jc", "val")
            )
    return ""
