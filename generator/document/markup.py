"""WordprocessingML as text: escaping, and properties in the order that ISO/IEC 29500-1 (transitional) demands."""

from __future__ import annotations

from collections.abc import Mapping

from generator.patterns import pattern

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# the children of w:pPr and w:rPr that are written here, in the order of the schema (17.3.1.26, 17.3.2.28)
_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "tabs", "overflowPunct",
    "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr",
)  # fmt: skip
_RUN = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "vanish", "color", "spacing", "w", "kern", "sz", "szCs", "u",
    "lang", "specVanish",
)  # fmt: skip

Property = str | int | bool | Mapping[str, str | int]

_ILLEGAL = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Give a text without the characters that XML 1.0 cannot hold; facts with such characters were refused before."""
    # what can be printed is legal, which is quicker told than looked for
    return text if text.replace("\n", "").isprintable() else _ILLEGAL.sub("", text)


def escape_xml(text: str) -> str:
    """Give a text as XML content or attribute value."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def attributes(values: Mapping[str, str | int]) -> str:
    """Give attributes of the main namespace."""
    return "".join(f' w:{name}="{escape_xml(str(value))}"' for name, value in values.items())


def paragraph_properties(**values: Property) -> str:
    """Give w:pPr, or nothing without values.

    True is an element without attributes, False the value 0, a mapping gives the attributes, anything else w:val;
    pBdr, tabs and rPr are the XML inside.
    """
    return _wrapped("w:pPr", _PARAGRAPH, values)


def run_properties(**values: Property) -> str:
    """Give w:rPr, or nothing without values; see `paragraph_properties`."""
    return _wrapped("w:rPr", _RUN, values)


def _wrapped(tag: str, order: tuple[str, ...], values: Mapping[str, Property]) -> str:
    inside = "".join(_element(name, values[name]) for name in sorted(values, key=order.index))
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _element(name: str, value: Property) -> str:
    if isinstance(value, Mapping):
        return f"<w:{name}{attributes(value)}/>"
    if name in {"pBdr", "tabs", "rPr"}:
        return f"<w:{name}>{value}</w:{name}>"
    if isinstance(value, bool):
        return f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'
    return f'<w:{name} w:val="{escape_xml(str(value))}"/>'
