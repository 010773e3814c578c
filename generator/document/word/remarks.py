"""Remarks in the margin of any Word file, ours or somebody else's, of which nothing else is changed."""

from __future__ import annotations

import posixpath
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from itertools import groupby
from typing import Any
from zipfile import ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.text.run import CT_R
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.text.run import Run
from lxml import etree

from generator.document.markup import legal
from generator.document.word.archive import add_part
from generator.document.word.comments import Remark
from generator.document.word.paragraphs import local, paragraph_elements, paragraph_text, pieces

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = frozenset({"t", "tab", "br", "cr", "noBreakHyphen"})
_TYPES = "[Content_Types].xml"

UNREADABLE = (AttributeError, KeyError, RecursionError, SyntaxError, TypeError, ValueError)
"""What python-docx raises of files against the format's rules; it takes what must be there for granted."""


def remark(data: bytes, remarks: Sequence[Remark], when: str) -> bytes:
    """Put remarks into a Word file as comments, after those that are in it.

    `when` is the time that they bear, such as 2024-01-20T00:00:00Z. The file must have been found harmless before:
    not too large, without entities. Raises one of UNREADABLE where python-docx cannot open it.
    """
    if not remarks:
        return data
    package = Package.open(BytesIO(_closed(data)))
    main = package.main_document_part
    if not isinstance(main, DocumentPart):
        raise ValueError(main.content_type)  # noqa: TRY004 -- the file's fault, not the caller's
    paragraphs = list(paragraph_elements(main.element))
    texts = (number for number, one in enumerate(paragraphs, 1) if paragraph_text(one).strip())
    first = next(texts, 0)
    placed: dict[int, list[Remark]] = {}
    for one in remarks:
        number = one.paragraph if 1 <= one.paragraph <= len(paragraphs) else first
        placed.setdefault(number, []).append(one)
    placed.pop(0, None)  # no paragraph says anything
    for number, those in placed.items():
        _add(main, paragraphs[number - 1], those, when)
    saved = BytesIO()
    package.save(saved)
    comments = main.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    return _exchanged(data, saved.getvalue(), [part.partname.membername for part in (main, comments)])


def _add(main: DocumentPart, paragraph: Any, remarks: Sequence[Remark], when: str) -> None:
    document = main.document
    _cut(paragraph, {at for one in remarks if one.start < one.end for at in (one.start, one.end)})
    runs = _Runs(paragraph)
    for one in remarks:
        ends = [Run(run, document) for run in runs.stretch(one)]
        author = legal(one.author)
        comment = document.add_comment(ends, legal(one.text), author, author[:2])
        # python-docx stamps the time of the clock
        element = main.part_related_by(RELATIONSHIP_TYPE.COMMENTS).element  # type: ignore[attr-defined]
        element.get_comment_by_id(comment.comment_id).set(qn("w:date"), when)


class _Runs:
    """The runs of a paragraph that hold text, with where their text starts and ends."""

    def __init__(self, paragraph: Any) -> None:
        spans = [span for span in _spans(paragraph) if isinstance(span[0], CT_R)]
        self._starts = [start for _run, start, _end in spans]
        self._ends = [end for _run, _start, end in spans]
        self._runs = [run for run, _start, _end in spans]
        self._runs = self._runs or [run for run in paragraph if isinstance(run, CT_R)] or [paragraph.add_r()]

    def stretch(self, one: Remark) -> tuple[CT_R, CT_R]:
        """Give the first and the last run of a stretch; of one without text in the paragraph, those of all of it."""
        first, last = bisect_right(self._ends, one.start), bisect_left(self._starts, one.end) - 1
        return (self._runs[first], self._runs[last]) if first <= last else (self._runs[0], self._runs[-1])


def _spans(paragraph: Any) -> Iterator[tuple[Any, int, int]]:
    """Give the runs of a paragraph that hold text, with where their text starts and ends."""
    at = 0
    for run, group in groupby(pieces(paragraph), key=lambda piece: piece[1].getparent()):
        start = at
        at += sum(len(text) for text, _element in group)
        yield run, start, at


def _cut(paragraph: Any, places: Collection[int]) -> None:
    """Cut the runs that characters of the paragraph stand in, so that a new run begins with each."""
    ascending = sorted(places)
    for run, start, end in list(_spans(paragraph)):
        within = ascending[bisect_right(ascending, start) : bisect_left(ascending, end)]
        for at in reversed(within if isinstance(run, CT_R) else ()):
            _cut_run(run, at - start)


def _cut_run(run: Any, left: int) -> None:
    """Leave so many characters in a run, and put the rest into a new one behind it."""
    tail = deepcopy(run)
    for child in list(tail):
        if local(child) not in _TEXTS and local(child) != "rPr":
            tail.remove(child)
    position = 0
    for (text, head), (_same, copy) in zip(_own(run), _own(tail), strict=True):
        if position + len(text) <= left:
            tail.remove(copy)
        elif position >= left:
            run.remove(head)
        else:
            head.text, copy.text = text[: left - position], text[left - position :]
            head.set(_SPACE, "preserve")
            copy.set(_SPACE, "preserve")
        position += len(text)
    run.addnext(tail)


def _own(run: Any) -> list[tuple[str, Any]]:
    """Give the pieces of text that stand in a run itself and not in one within it."""
    return [piece for piece in pieces(run) if piece[1].getparent() is run]


def _closed(data: bytes) -> bytes:
    """Give the file with the relations that lead nowhere marked as leading outside: python-docx follows all others."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        names = set(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                relations = parse_xml(part)
                for one in relations.iterchildren("*"):  # no comments
                    target = posixpath.join("/" + folder, one.get("Target", ""))
                    if posixpath.normpath(target).lstrip("/") not in names:
                        one.set("TargetMode", "External")
                part = etree.tostring(relations)
            new.writestr(_TYPES if _lists_types(name) else name, part)
    return out.getvalue()


def _lists_types(name: str) -> bool:
    """Tell the list of types, whose name the format reads without regard to case, as python-docx does not."""
    return name.lower() == _TYPES.lower()


def _exchanged(data: bytes, saved: bytes, names: Sequence[str]) -> bytes:
    """Give the file with these parts as they were saved, and named where they are new; all else as it was."""
    relations = posixpath.join(posixpath.dirname(names[0]), "_rels", posixpath.basename(names[0]) + ".rels")
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(saved)) as new, ZipFile(out, "w") as mixed:
        added = [name for name in {**dict.fromkeys(names), relations: None} if name not in old.namelist()]
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename in names:
                part = new.read(entry.filename)
            elif entry.filename == relations:
                part = _grown(part, new.read(relations), "Id")
            elif _lists_types(entry.filename):
                part = _grown(part, new.read(_TYPES), "PartName", {f"/{name}" for name in added})
            mixed.writestr(entry, part)
        for name in added:
            add_part(mixed, name, new.read(name))
    return out.getvalue()


def _grown(old: bytes, new: bytes, key: str, wanted: set[str] | None = None) -> bytes:
    """Give a list of relations or of types with those of a newer one that it has not."""
    tree = parse_xml(old)
    known = {one.get(key) for one in tree}
    more = [one for one in parse_xml(new) if one.get(key) not in known]
    more = [one for one in more if wanted is None or one.get(key) in wanted]
    tree.extend(more)
    return (
        bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)) if more else old
    )
