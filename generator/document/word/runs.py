"""Runs: the text of a paragraph, with the marks “”—…· in the Chinese font wherever a renderer would not set them so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.markup import escape_xml
from generator.document.word.styles import MARKS
from generator.patterns import pattern

# Word and WPS take the font of a mark from hAnsi and the hint, both of which say Chinese here. LibreOffice takes the
# font of the last letter before it: at the start of a paragraph and after digits and Latin letters the Latin one.
_MARK = "“”‘’—…·×"
_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_MARKED = pattern(rf"(?:\A|[0-9A-Za-z])[^0-9A-Za-z{_CHINESE}]*[{_MARK}]")
_MARKS = pattern(f"[{_MARK}]+")
_HINT = '<w:rFonts w:hint="eastAsia"/>'


def runs(text: str, family: str, style: str = "") -> str:
    """Give the runs of a text that is set in a family of fonts, with a character style if one is named."""
    if not text:
        return ""
    if not _MARKED.search(text):
        return run_xml(text, style)
    mark = MARKS.get(family, "")
    return "".join(run_xml(piece, mark if marked else style) for piece, marked in _pieces(text))


def run_xml(text: str, style: str = "") -> str:
    """Give one run."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    kept = ' xml:space="preserve"' if text[0] == " " or text[-1] == " " else ""
    return f"<w:r><w:rPr>{named}{_HINT}</w:rPr><w:t{kept}>{escape_xml(text)}</w:t></w:r>"


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into stretches, those of marks that stand after Latin told apart."""
    at = 0
    for stretch in _MARKED.finditer(text):
        for marks in _MARKS.finditer(text, *stretch.span()):
            if marks.start() > at:
                yield text[at : marks.start()], False
            yield marks.group(), True
            at = marks.end()
    if at < len(text):
        yield text[at:], False
