"""A Word file line by line as Word shows it: numbers, text boxes, notes; without what is deleted or hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from generator.document.text.titles import is_report_title
from generator.document.word.paragraphs import local, paragraph_elements, pieces
from generator.intake.numbering import RunningNumbers
from generator.intake.styles import TITLE_RANK, WordStyles
from generator.intake.tree import attribute, children, descend, switched

_UNSHOWN = frozenset(
    {
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "pPr",
        "rPr",
        "sdtPr",
        "rubyPr",
        "rt",
        "tblPr",
    }
)
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_BLANKS = " \t\r\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/"
_SOFT_HYPHEN = "\u00ad"
_SYMBOLS = {
    0xF0FC: "√",
    0xF0FE: "√",
    0xF052: "√",
    0xF0FB: "×",
    0xF0FD: "×",
    0xF0A8: "□",
    0xF06F: "□",
    0xF0A3: "□",
}
_PRIVATE = range(0xE000, 0xF900)
_MISSING = "〓"
_NOWHERE = -1


class ShownLine(NamedTuple):
    """A line as Word shows it, and its rank as a heading by its style (1 title, 2 to 5), else 0.

    `paragraph` counts the paragraphs of the body from 1; `places` says of each character where it stands in that
    paragraph's own text, -1 of one that doesn't: an automatic number, a note, what stands in a text box.
    """

    text: str
    rank: int
    paragraph: int
    places: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the paragraph's own text that a stretch of the line stands in; 0, 0 for none."""
        inside = [place for place in self.places[start:end] if place != _NOWHERE]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


_Character = tuple[str, int]


@dataclass
class Story:
    """The text of a Word file: its body, and by their numbers the notes, each with its kind."""

    body: Any
    styles: WordStyles
    numbers: RunningNumbers
    notes: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    titled: bool = False

    def lines(self) -> Iterator[ShownLine]:
        """Give every line in order; what a paragraph carries with it (a text box, a note) comes after it."""
        numbered = {one: number for number, one in enumerate(paragraph_elements(self.body), 1)}
        for paragraphs in _run_together(shown_paragraphs(self.body)):
            yield from self._of(paragraphs, numbered[paragraphs[-1]], inside=True)

    def _of(self, paragraphs: list[Any], number: int, *, inside: bool) -> Iterator[ShownLine]:
        *begun, paragraph = paragraphs  # the last one's mark is there, and with it its style and number
        if self.styles.is_contents(paragraph):
            return
        walks = [_Walk(self, one) for one in paragraphs]
        own = [(sign, _NOWHERE) for walk in walks[:-1] for sign, _place in walk.shown] + walks[-1].shown
        text = "".join(sign for sign, _place in own)
        label = "" if not text and (begun or _is_open(paragraph)) else self.numbers.before(paragraph)
        rank = self.styles.rank(paragraph)
        shown = [*((sign, _NOWHERE) for sign in label), *own]
        if "\n" in text and self._is_title(text, rank):
            shown = [one for one in shown if one[0] != "\n"]
        for line in _cut(shown):
            words = "".join(sign for sign, _place in line)
            self.titled = self.titled or is_report_title(words)
            places = tuple(place if inside else _NOWHERE for _sign, place in line)
            yield ShownLine(words, rank, number, places)
        for carried in chain.from_iterable(walk.carried for walk in walks):
            for many in _run_together(shown_paragraphs(carried)):
                yield from self._of(many, number, inside=False)

    def _is_title(self, text: str, rank: int) -> bool:
        joined = text.replace("\n", "")
        return rank == TITLE_RANK or (not self.titled and is_report_title(joined))


def _run_together(paragraphs: Iterable[Any]) -> Iterator[list[Any]]:
    """Give the paragraphs that Word shows as one together: the mark of each but the last is deleted or hidden."""
    together: list[Any] = []
    for paragraph in paragraphs:
        if together and together[-1].getparent() is not paragraph.getparent():
            yield together
            together = []
        together.append(paragraph)
        if not _is_open(paragraph):
            yield together
            together = []
    if together:
        yield together


def _is_open(paragraph: Any) -> bool:
    """Tell whether the mark of a paragraph is deleted, moved away or hidden, so that Word shows no end of it."""
    mark = descend(paragraph, "pPr", "rPr")
    return mark is not None and bool(
        switched(mark, "vanish") or {"del", "moveFrom"} & {local(one) for one in mark}
    )


def shown_paragraphs(element: Any) -> Iterator[Any]:
    """Give the paragraphs of a body, a text box or a note in order, those in tables and controls too."""
    for child in element:
        name = local(child)
        if name == "p":
            yield child
        elif name == "AlternateContent":
            yield from shown_paragraphs(_alternative(child))
        elif not (name in _UNSHOWN or _is_unshown_cell(child, name)):
            yield from shown_paragraphs(child)


def _is_unshown_cell(element: Any, name: str) -> bool:
    """Tell a row that is deleted or hidden, and a cell that the one above has swallowed."""
    if name == "tr":
        return descend(element, "trPr", "del") is not None or bool(switched(element, "trPr", "hidden"))
    if name == "tc":
        merged = descend(element, "tcPr", "vMerge")
        swallowed = merged is not None and attribute(merged, "val") != "restart"
        return swallowed or descend(element, "tcPr", "cellDel") is not None
    return False


def _alternative(element: Any) -> Any:
    """Give one of the forms that Word keeps of the same thing: the newer, else the one for old programs."""
    return next(chain(children(element, "Choice"), children(element, "Fallback")), ())


class _Walk:
    """The way through one paragraph: what is shown of it, and what it carries with it."""

    def __init__(self, story: Story, paragraph: Any) -> None:
        self.story = story
        self.style = story.styles.of(paragraph)
        self.shown: list[_Character] = []
        self.carried: list[Any] = []
        self._starts = dict(_starts(paragraph))
        self._fields: list[bool] = []  # of each field that is open: whether its result has begun
        self._hidden = False
        self.over(paragraph)

    def over(self, element: Iterable[Any]) -> None:
        """Go over the children of an element."""
        for child in element:
            name = local(child)
            if name == "r":
                self._run(child)
            elif name == "AlternateContent":
                self.over(_alternative(child))
            elif name == "fldChar":
                self._field(attribute(child, "fldCharType"))
            elif name in {"t", "sym"} or name in _SIGNS:
                self._sign(child, name)
            elif name == "txbxContent":
                self._carry(child)
            elif name in _NOTES:
                self._carry(self.story.notes.get((name, attribute(child, "id"))))
            elif name not in _UNSHOWN:
                self.over(child)

    def _run(self, run: Any) -> None:
        before = self._hidden
        self._hidden = before or self.story.styles.is_hidden(descend(run, "rPr"), self.style)
        self.over(run)
        self._hidden = before

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    @property
    def _is_shown(self) -> bool:
        return not self._hidden and all(self._fields)

    def _carry(self, content: Any | None) -> None:
        if content is not None and self._is_shown:
            self.carried.append(content)

    def _sign(self, element: Any, name: str) -> None:
        if not self._is_shown or element.tag.startswith(_DRAWN):
            return
        start = self._starts.get(element, _NOWHERE)
        text = _symbol(element) if name == "sym" else _SIGNS.get(name)
        if text is not None:
            self.shown += [(sign, start) for sign in text]
            return
        written = element.text or ""
        kept = written if element.get(_SPACE) == "preserve" else written.strip(_BLANKS)
        begin = start + written.find(kept) if kept else start
        self.shown += [
            (" " if sign in _BLANKS else sign, begin + at)
            for at, sign in enumerate(kept)
            if sign != _SOFT_HYPHEN
        ]


def _starts(paragraph: Any) -> Iterator[tuple[Any, int]]:
    """Give where each piece of a paragraph's own text starts in it."""
    at = 0
    for text, element in pieces(paragraph):
        yield element, at
        at += len(text)


def _symbol(element: Any) -> str:
    """Give a sign of a symbol font (w:sym) as a sign of ours; 〓 stands for what has none."""
    written = attribute(element, "char")
    try:
        code = int(written, 16)
    except ValueError:
        return _MISSING
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return _MISSING if code in _PRIVATE or not 0x20 <= code < 0xFFFE else chr(code)


def _cut(shown: list[_Character]) -> Iterator[list[_Character]]:
    """Cut where a line is broken by hand."""
    line: list[_Character] = []
    for one in shown:
        if one[0] == "\n":
            yield line
            line = []
        else:
            line.append(one)
    yield line


def notes_of(tree: Any | None, kind: str) -> Iterator[tuple[tuple[str, str], Any]]:
    """Give the notes of footnotes.xml or endnotes.xml by what refers to them; not the separators."""
    if tree is None:
        return
    for one in children(tree, kind):
        if not attribute(one, "type") or attribute(one, "type") == "normal":
            yield (f"{kind}Reference", attribute(one, "id")), one
