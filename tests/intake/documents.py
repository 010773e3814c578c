"""Word files for the tests, made of the XML of their body and of what stands beside it."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}


def archive(parts: dict[str, bytes]) -> bytes:
    """Give a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def word_parts(body: str, **beside: str) -> dict[str, bytes]:
    """Give the parts of a Word file with this body; beside it `styles`, `numbering`, `footnotes`, `endnotes`."""
    types = f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    relations = ""
    parts = {}
    for number, (kind, inside) in enumerate(beside.items(), 1):
        types += f'<Override PartName="/word/{kind}.xml" ContentType="{_KIND}.{_PARTS[kind]}+xml"/>'
        relations += f'<Relationship Id="r{number}" Type="{_RELATED}/{kind}" Target="{kind}.xml"/>'
        parts[f"word/{kind}.xml"] = f"<w:{kind} {_SPACES}>{inside}</w:{kind}>".encode()
    root = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{root}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{types}</Types>"
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{root}/relationships"><Relationship Id="r1" '
            f'Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{root}/relationships">{relations}</Relationships>'.encode()
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>".encode(),
        **parts,
    }


def word_file(body: str, **beside: str) -> bytes:
    """Give a Word file with this body."""
    return archive(word_parts(body, **beside))


def para(text: str, properties: str = "") -> str:
    """Give a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def in_list(text: str, level: int = 0, number: int = 1) -> str:
    """Give a paragraph that Word numbers."""
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, form: str, text: str, more: str = "") -> str:
    """Give a level of a numbering that starts with 1 unless `more` says so."""
    start = "" if "w:start" in more else '<w:start w:val="1"/>'
    return f'<w:lvl w:ilvl="{at}">{start}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    """Give numbering.xml with one abstract numbering, used by number 1; `more` are further w:num elements."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )
