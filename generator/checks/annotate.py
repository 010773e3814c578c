"""Findings as Word comments at their place in somebody's .docx, of which nothing else is changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any

from generator.checks import findings
from generator.checks.material import Material
from generator.document.markup import W
from generator.document.word.comments import Comment, comments_xml
from generator.intake.foreign import Paragraph, WordFile, local, open_word, parse_part, pieces
from generator.problems import Problem, UserError

AUTHOR = "年报检查"
_COMMENTS = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = frozenset({"t", "tab", "br", "cr", "noBreakHyphen"})


@dataclass(frozen=True)
class Remark:
    """One finding at its place: the number of the paragraph (from 1, 0 unknown), the stretch of its text, the words."""

    paragraph: int
    start: int
    end: int
    text: str


def remarks(material: Material) -> list[Remark]:
    """Give what the rules find in a report read from a .docx file, whose lines are its paragraphs."""
    found = []
    for rule, finding in findings(material):
        problem = material.problem(rule.code, rule.level, finding)
        start = max(problem.place.column - 1, 0)
        length = max(finding.end - finding.start, 0)
        found.append(Remark(problem.place.line, start, start + length, comment_words(problem)))
    return sorted(found, key=lambda one: (one.paragraph, one.start))


def finding_comments(material: Material) -> list[Comment]:
    """Give what the rules find as comments for a Word file that we write ourselves from the same document."""
    return [
        Comment(
            finding.block or 0,
            finding.start,
            finding.end,
            AUTHOR,
            comment_words(material.problem(rule.code, rule.level, finding)),
        )
        for rule, finding in findings(material)
    ]


def comment_words(problem: Problem) -> str:
    """Give what a comment says of a problem."""
    return f"{problem.level.value} {problem.code}：{problem.message}\n改法：{problem.fix}"


def comment_foreign(data: bytes, name: str, remarks: Iterable[Remark], when: str) -> bytes:
    """Put remarks into a .docx file as comments, after those that are in it.

    `when` is the time they bear, such as 2024-01-20T00:00:00Z. Raises UserError for a file that cannot be opened.
    """
    file = open_word(data, name)
    if W.encode() not in file.parts[file.main]:
        raise UserError(f"这是“严格 Open XML”格式，不能加批注：{name}", "请另存为普通的 .docx 后重试。")
    placed = list(_placed(file, remarks))
    old = parse_part(file.parts[_COMMENTS], name) if _COMMENTS in file.parts else None
    first = 0 if old is None else max((int(one.get(f"{{{W}}}id", "0")) for one in old), default=-1) + 1
    for number, (paragraph, one) in enumerate(placed, first):
        _mark(paragraph.element, one, number)
    new = parse_part(
        comments_xml([Comment(0, 0, 0, AUTHOR, one.text) for _, one in placed], when).encode(), name
    )
    for number, comment in enumerate(new, first):
        comment.set(f"{{{W}}}id", str(number))
    changed = {file.main: _printed(file.tree)}
    if old is None:
        changed |= {_COMMENTS: _printed(new), **_announced(file)}
    else:
        old.extend(list(new))
        changed[_COMMENTS] = _printed(old)
    return _packed(data, changed)


def _placed(file: WordFile, remarks: Iterable[Remark]) -> Iterator[tuple[Paragraph, Remark]]:
    """Give each remark with its paragraph; one without a place goes to the first paragraph that has text."""
    paragraphs = file.paragraphs
    fallback = next((number for number, one in enumerate(paragraphs, 1) if one.text.strip()), 0)
    for one in remarks:
        number = one.paragraph if 1 <= one.paragraph <= len(paragraphs) else fallback
        if number:
            yield paragraphs[number - 1], one


def _mark(paragraph: Any, one: Remark, number: int) -> None:
    """Put the two ends of a comment's range around its stretch; runs that the stretch cuts are cut in two."""
    for at in (one.start, one.end):
        _cut(paragraph, at)
    runs = list(_runs(paragraph))
    inside = [run for run, start, end in runs if one.start < end and start < one.end] or [
        run for run, _, _ in runs
    ]
    if inside:
        inside[0].addprevious(_element("commentRangeStart", number))
        inside[-1].addnext(_reference(number))
        inside[-1].addnext(_element("commentRangeEnd", number))
    else:
        paragraph.extend(
            (_element("commentRangeStart", number), _element("commentRangeEnd", number), _reference(number))
        )


def _runs(paragraph: Any) -> Iterator[tuple[Any, int, int]]:
    """Give the runs of a paragraph that hold text, with where their text starts and ends."""
    at = 0
    for run, group in groupby(pieces(paragraph), key=lambda piece: piece[1].getparent()):
        start = at
        at += sum(len(text) for text, _element in group)
        yield run, start, at


def _cut(paragraph: Any, at: int) -> None:
    """Cut the run that a character of the paragraph stands in, so that a new run begins with it."""
    found = next(((run, at - start) for run, start, end in _runs(paragraph) if start < at < end), None)
    if found is None:
        return
    run, left = found
    tail = deepcopy(run)
    for child in list(tail):
        if local(child) not in _TEXTS and local(child) != "rPr":
            tail.remove(child)
    position = 0
    for (text, head), (_same, copy) in zip(list(pieces(run)), list(pieces(tail)), strict=True):
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


def _element(name: str, number: int) -> Any:
    from lxml import etree

    return etree.Element(f"{{{W}}}{name}", {f"{{{W}}}id": str(number)})


def _reference(number: int) -> Any:
    from lxml import etree

    run = etree.Element(f"{{{W}}}r")
    run.append(_element("commentReference", number))
    return run


def _announced(file: WordFile) -> dict[str, bytes]:
    """Name the new part in the list of content types and among the relations of the main part."""
    from lxml import etree

    types = parse_part(file.parts["[Content_Types].xml"], file.name)
    etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{_COMMENTS}", "ContentType": _TYPE})
    folder, _, base = file.main.rpartition("/")
    path = f"{folder}/_rels/{base}.rels".lstrip("/")
    empty = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
    relations = parse_part(file.parts.get(path, empty), file.name)
    used = {one.get("Id") for one in relations}
    name = next(f"rId{number}" for number in count(len(used) + 1) if f"rId{number}" not in used)
    etree.SubElement(
        relations, f"{{{_RELATIONS}}}Relationship", {"Id": name, "Type": _RELATION, "Target": f"/{_COMMENTS}"}
    )
    return {"[Content_Types].xml": _printed(types), path: _printed(relations)}


def _printed(tree: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    """Pack the file again: every part as it was, but for those changed and those new."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            inside = changed.pop(entry.filename, None)
            new.writestr(entry, old.read(entry) if inside is None else inside)
        for name, inside in changed.items():
            new.writestr(zipfile.ZipInfo(name), inside, zipfile.ZIP_DEFLATED)
    return out.getvalue()
