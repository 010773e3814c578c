"""What the rules find, put to use: mended in the file where that is mechanical, or set beside it as Word comments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.checks import annotate as comments_of
from generator.checks.gather import Known, gather
from generator.checks.material import Material
from generator.checks.mend import Done, MendedText, mend_facts, mend_report
from generator.encodings import decode_text
from generator.files import read_bytes, save
from generator.inspection import prepared_material
from generator.preparation import FACTS, Options, Prepared, last_year, prepare_report
from generator.problems import UserError

REPORTS = frozenset({".md", ".txt"})
WORD = ".docx"
_BOM = "\ufeff"


@dataclass(frozen=True)
class Fixed:
    """What was mended in a file, and where the copy of it as it was is."""

    done: tuple[Done, ...]
    kept: Path | None


def fix(path: Path, options: Options, known: Known) -> Fixed:
    """Mend in place what is mechanical in a facts file or a report as text; encoding and line ends stay as they are.

    Raises FactsError where a facts file cannot be read, UserError where the file cannot be read, mended or written.
    """
    suffix = path.suffix.lower()
    if suffix not in FACTS | REPORTS:
        raise UserError(f"不能直接改这种文件：{path.name}", "Word 文档请用 --annotate 加批注。", status=2)
    data = read_bytes(path)
    decoded = decode_text(data, "utf-8", "gb18030")
    if decoded is None:
        raise UserError(f"认不出文件的编码：{path.name}", "请用记事本打开，另存为 UTF-8 编码。")
    text, encoding = decoded
    mark = _BOM if text.startswith(_BOM) else ""
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.removeprefix(_BOM).replace("\r\n", "\n")
    mended = _mend_facts(plain, path, options) if suffix in FACTS else _mend_report(plain, path, known)
    if not mended.done:
        return Fixed((), None)
    content = (mark + mended.text.replace("\n", ends)).encode(encoding)
    return Fixed(mended.done, save(path, content, force=True))


def _mend_facts(text: str, path: Path, options: Options) -> MendedText:
    from generator.drafting import compose
    from generator.facts import facts_from
    from generator.yamltext.source import read_source

    last = last_year(path, options)

    def material(text: str) -> Material:
        facts = facts_from(read_source(text.encode(), path.name), path.name, options.templates, last)
        draft = compose(facts, options.templates)
        return prepared_material(Prepared(path, draft.markdown, facts, draft), options, Known())

    return mend_facts(text, material)


def _mend_report(text: str, path: Path, known: Known) -> MendedText:
    from generator.document.text.blocks import read_blocks
    from generator.intake.reading import read_plain

    def material(text: str) -> Material:
        markdown = path.suffix.lower() == ".md"
        document = read_blocks(text, file=path.name) if markdown else read_plain(text).document
        return gather(document, known, file=path.name, source=text)

    return mend_report(text, material)


def annotate_file(
    path: Path, target: Path, options: Options, known: Known, *, force: bool = False
) -> Path | None:
    """Write a Word file with each finding as a comment at its place: of a .docx a copy, else the report made from it.

    Gives the copy of a file that was overwritten by force. Raises FactsError and UserError as reading does.
    """
    if target.suffix.lower() != WORD:
        raise UserError(f"批注只能写进 .docx 文件：{target.name}", "例如：--annotate 批注.docx", status=2)
    if path.suffix.lower() == WORD:
        return save(target, _annotated(path, known), force=force)
    from generator.document.page.layout import read_layout
    from generator.document.word import docx

    prepared = prepare_report(path, options)
    found = comments_of.finding_comments(prepared_material(prepared, options, known))
    layout = read_layout(options.templates, options.layout)
    return save(target, docx.write_docx(prepared.document, layout, found), force=force)


def _annotated(path: Path, known: Known) -> bytes:
    from generator.intake.foreign import MAX_PACKED
    from generator.intake.reading import word

    data = read_bytes(path, MAX_PACKED)
    reading = word(data, path.name)
    material = gather(reading.document, known, file=path.name, source=reading.source)
    return comments_of.comment_foreign(data, path.name, comments_of.remarks(material), _when(material))


def _when(material: Material) -> str:
    """Give the time that comments bear: of the report, not of the clock, so that the same file gives the same bytes."""
    day = material.signed.isoformat() if material.signed else f"{(material.year or 2000) + 1}-01-01"
    return f"{day}T00:00:00Z"
