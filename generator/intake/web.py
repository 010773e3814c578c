"""A web page that holds a report: its text line by line, without what stands around it or is not shown."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.patterns import pattern
from generator.problems import UserError

_BLOCKS = pattern(
    "address|article|blockquote|body|br|center|dd|details|div|dl|dt|fieldset|figcaption|figure|h[1-6]|hr|html|li|main"
    "|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_AROUND = pattern("nav|header|footer|aside|form|button|select")
"""What stands around the text of a page; it is left out and told."""
_UNSEEN = pattern("script|style|noscript|template|iframe|object|svg|math|head|input|textarea")
_HIDDEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden")
_DECLARED = pattern(r"^\s*<\?xml[^>]*\?>")
_BLANKS = pattern(r"\s+")
_RANKS = {f"h{level}": level for level in range(1, 6)}


class WebLine(NamedTuple):
    """A line of a page as a browser shows it, and its rank where it stands in h1 to h5, else 0."""

    text: str
    rank: int


class WebText(NamedTuple):
    """The lines of a page, and those that stand around its text."""

    lines: tuple[WebLine, ...]
    around: tuple[str, ...]


def read_web(text: str, name: str) -> WebText:
    """Read the text of a page; nothing is loaded or carried out. Raises UserError where there is none."""
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_DECLARED.sub("", text), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UserError(f"网页里没有文字：{name}", "请核对文件，或把文字复制到 .txt 文件里。") from error
    walk = _Walk()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        walk.meet(event, element)
    walk.close()
    return WebText(tuple(walk.lines), tuple(walk.around))


class _Walk:
    """Gathers lines while the elements of a page begin and end."""

    def __init__(self) -> None:
        self.lines: list[WebLine] = []
        self.around: list[str] = []
        self._line = ""
        self._ranks: list[int] = []
        self._unseen = self._beside = 0

    def meet(self, event: str, element: Any) -> None:
        """Take the beginning or the end of an element."""
        name = element.tag if isinstance(element.tag, str) else ""
        step = 1 if event == "start" else -1
        if _BLOCKS.fullmatch(name) or _AROUND.fullmatch(name):
            self.close()
        if _UNSEEN.fullmatch(name) or _is_hidden(element):
            self._unseen += step
        if _AROUND.fullmatch(name):
            self._beside += step
        if name in _RANKS:
            self._ranks = [*self._ranks, _RANKS[name]] if step > 0 else self._ranks[:-1]
        self._say(element.text if event == "start" else element.tail)

    def close(self) -> None:
        """End the line."""
        text, self._line = _BLANKS.sub(" ", self._line).strip(), ""
        if text and self._beside:
            self.around.append(text)
        elif text:
            self.lines.append(WebLine(text, self._ranks[-1] if self._ranks else 0))

    def _say(self, text: str | None) -> None:
        if text and not self._unseen:
            self._line += text


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
