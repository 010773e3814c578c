"""A copy of a Word file, set as the layout asks: page, paragraphs, runs and page numbers; not a word is changed."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from generator.conformity.closing import UNIT, Closing, closing_of, is_sealed
from generator.conformity.deviations import formats_of, main_body
from generator.conformity.passages import ReportParagraph, Run, passages
from generator.conformity.sheets import set_sheets
from generator.conformity.wanted import APART, Wanted, wanted_of
from generator.document.markup import W
from generator.document.page.formats import fonts
from generator.document.page.layout import Layout
from generator.document.text.block import BlockKind
from generator.document.word.archive import add_part
from generator.document.word.paragraphs import local, pieces
from generator.intake.foreign import open_word
from generator.problems import UserError

_BLANKS = " \u3000\t"
_TITLE = BlockKind.TITLE.value
_BEHIND_PITCH = tuple(
    f"w:{name}"
    for name in [
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "highlight",
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
        "rPrChange",
    ]
)


def refitted(data: bytes, name: str, layout: Layout) -> bytes:
    """Give the bytes of a Word file of anybody's, set as the layout asks; tables and pictures stay as they are.

    Raises UserError for what is no Word file, is locked or damaged.
    """
    from docx import Document

    file = open_word(data, name)  # refuses what is unsafe before the library reads it
    try:
        document = Document(BytesIO(data))
    except (KeyError, ValueError, AttributeError) as error:
        raise UserError(
            f"文件已经损坏，排不了版：{name}", "请用 WPS 或 Word 打开它，另存为 .docx 后重试。"
        ) from error
    body = document.element.body
    for one in passages(body):
        if one.cut:
            _part_runs(one)
    wanted = wanted_of(layout)
    for one in passages(body):
        if one.role in wanted:
            _set_paragraph(one, wanted[one.role], layout)
            for run in one.runs:
                _set_run(run.element, run, wanted[run.role], layout)
    sealed = is_sealed(passages(main_body(file)), formats_of(file), layout)
    for line in closing_of(passages(body), layout, sealed=sealed):
        _set_closing(line, layout)
    set_sheets(document, layout)
    out = BytesIO()
    document.save(out)
    return _without_time(out.getvalue())


def _without_time(data: bytes) -> bytes:
    """Give an archive with the same parts and no time of its own, so that the same file gives the same bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as saved, ZipFile(out, "w") as archive:
        for name in saved.namelist():
            add_part(archive, name, saved.read(name))
    return out.getvalue()


def _part_runs(passage: ReportParagraph) -> None:
    """Part the run in which a heading ends and the text begins, so that each can be set in its own font."""
    at = 0
    for run in passage.runs:
        start = passage.text.index(run.text, at)
        at = start + len(run.text)
        if start < passage.cut < at:
            _part_run(run.element, passage.cut - start)


def _part_run(run: Any, cut: int) -> None:
    """Make two runs of one, the second from so many characters on."""
    texts = {element: text for text, element in pieces(run)}
    if any(element.getparent() is not run for element in texts):
        return  # its text stands in something else
    rest = copy.deepcopy(run)
    at = 0
    for child, same in zip(list(run), list(rest), strict=True):
        start, at = at, at + len(texts.get(child, ""))
        if local(child) == "rPr":
            continue
        if start >= cut:
            run.remove(child)
        elif at <= cut:
            rest.remove(same)
        else:
            text = texts[child]
            _write(child, text[: cut - start])
            _write(same, text[cut - start :])
    run.addnext(rest)


def _write(held: Any, text: str) -> None:
    held.text = text
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _set_paragraph(passage: ReportParagraph, want: Wanted, layout: Layout) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.text.paragraph import Paragraph

    paragraph = Paragraph(passage.element, None)  # type: ignore[arg-type]  # it is asked for nothing around it
    spacing = passage.element.get_or_add_pPr().get_or_add_spacing()
    line = layout.twips("标题.行距") if passage.role == _TITLE else layout.line
    _put(spacing, {"line": line, "lineRule": "exact"})
    if passage.role not in APART:
        for key in [*spacing.attrib]:
            if key.rpartition("}")[2].startswith(("before", "after")):
                del spacing.attrib[key]
        _put(spacing, {"before": 0, "after": layout.twips("标题.段后") if passage.role == _TITLE else 0})
    if want.indent is not None:
        _indent(paragraph, want.indent, layout)
        _drop_blanks(passage)
        paragraph.paragraph_format.widow_control = False
        centred = passage.role == _TITLE
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY


def _set_closing(line: Closing, layout: Layout) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.text.paragraph import Paragraph

    _drop_blanks(line.passage)
    paragraph = Paragraph(line.passage.element, None)  # type: ignore[arg-type]  # it is asked for nothing around it
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.keep_with_next = line.passage.role == UNIT
    properties = line.passage.element.get_or_add_pPr()
    indent, spacing = properties.get_or_add_ind(), properties.get_or_add_spacing()
    indent.attrib.clear()
    spacing.attrib.clear()
    _put(indent, {"right": line.right, "firstLine": 0, "firstLineChars": 0})
    _put(spacing, {"before": line.above, "after": 0, "line": layout.line, "lineRule": "exact"})


def _put(element: Any, values: Mapping[str, str | int]) -> None:
    """Set attributes of the main namespace."""
    for key, value in values.items():
        element.set(f"{{{W}}}{key}", str(value))


def _indent(paragraph: Any, characters: float, layout: Layout) -> None:
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001  # the element itself
    indent.attrib.clear()
    wide = {"firstLineChars": round(characters * 100), "firstLine": round(characters * layout.character)}
    _put(indent, wide)


def _drop_blanks(passage: ReportParagraph) -> None:
    """Take away the blanks that pushed the first line in: the indent does that now."""
    for text, element in list(pieces(passage.element)):
        if local(element) == "tab":
            element.getparent().remove(element)
        elif local(element) == "t":
            element.text = text.lstrip(_BLANKS)
            if element.text:
                return


def _set_run(element: Any, run: Run, want: Wanted, layout: Layout) -> None:
    from docx.oxml.parser import OxmlElement

    properties = element.get_or_add_rPr()
    set_fonts = properties.get_or_add_rFonts()
    set_fonts.attrib.clear()
    _put(set_fonts, fonts(layout, want.family))
    for one in [one for one in properties if local(one) in {"b", "bCs", "sz", "szCs", "spacing"}]:
        properties.remove(one)
    for name in ("bCs", "b"):  # each goes right behind the fonts
        off = OxmlElement(f"w:{name}")
        _put(off, {"val": 0})
        set_fonts.addnext(off)
    size = properties._add_sz()  # noqa: SLF001  # placed in the order of the schema
    _put(size, {"val": want.size})
    if run.role != _TITLE:
        pitch = OxmlElement("w:spacing")
        _put(pitch, {"val": layout.pitch})
        properties.insert_element_before(pitch, *_BEHIND_PITCH)
