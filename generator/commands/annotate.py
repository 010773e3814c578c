"""`nianbao check --annotate`: what the rules find, set beside the report as comments of a Word file."""

from __future__ import annotations

from pathlib import Path

from generator.checks import annotate as comments_of
from generator.checks.gather import Known
from generator.checks.material import Material
from generator.commands.foreign_report import report_material
from generator.commands.steps import Given, material_of, prepare_report
from generator.document.page.layout import read_layout
from generator.document.word.docx import write_docx
from generator.files import read_bytes, save
from generator.problems import UserError

WORD = ".docx"


def annotate_file(
    path: Path, target: Path, given: Given, known: Known, *, force: bool = False
) -> Path | None:
    """Write a Word file with each finding as a comment at its place: of a .docx a copy, else the report made from it.

    Gives the copy of a file that was overwritten by force. Raises FactsError and UserError as reading does.
    """
    if target.suffix.lower() != WORD:
        raise UserError(f"批注只能写进 .docx 文件：{target.name}", "例如：--annotate 批注.docx", status=2)
    if path.suffix.lower() == WORD:
        return save(target, _annotated(path, known, given), force=force)
    prepared = prepare_report(path, given)
    remarks = comments_of.finding_comments(material_of(prepared, given, known))
    return save(target, write_docx(prepared.document, read_layout(given.templates), remarks), force=force)


def _annotated(path: Path, known: Known, given: Given) -> bytes:
    from generator.intake.foreign import MAX_PACKED

    material = report_material(path, known, given)
    data = read_bytes(path, MAX_PACKED)
    return comments_of.comment_foreign(data, path.name, comments_of.remarks(material), comment_time(material))


def comment_time(material: Material) -> str:
    """Give the time that comments bear: of the report, not of the clock, so that the same file gives the same bytes."""
    day = material.signed.isoformat() if material.signed else f"{(material.year or 2000) + 1}-01-01"
    return f"{day}T00:00:00Z"
