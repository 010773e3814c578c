"""Comments in the margin of the Word file, for who reviews a report: each at a paragraph or a stretch of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.document.markup import XML_HEAD, W, escape_xml, legal


@dataclass(frozen=True)
class Comment:
    """A remark on the characters `start:end` of a block's text; `block` is the block's index in the document.

    Where both are 0 the remark is on the whole block. In titles, signatures, tables and charts it always is.
    """

    block: int
    start: int
    end: int
    author: str
    text: str


class Margin:
    """The comments of one document, numbered in the order given, to be put in while its text is written."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        """Sort the comments by block."""
        self.comments = comments
        self._at: dict[int, list[int]] = {}
        for number, comment in enumerate(comments):
            self._at.setdefault(comment.block, []).append(number)

    def around(self, block: int, inside: str) -> str:
        """Give a block's runs with all its comments around them."""
        numbers = self._at.get(block)
        if not numbers or not inside:
            return inside
        return "".join(map(_start, numbers)) + inside + "".join(map(_end, numbers))

    def cuts(self, block: int, length: int) -> list[tuple[int, str]]:
        """Give what is to be put into a block's text and before which of its characters, in order."""
        found = []
        for number in self._at.get(block, ()):
            comment = self.comments[number]
            start, end = max(0, min(comment.start, length)), max(0, min(comment.end, length))
            if start >= end:
                start, end = 0, length
            found += [(start, 1, _start(number)), (end, 0, _end(number))]
        return [(at, xml) for at, _, xml in sorted(found)]

    def has(self, block: int) -> bool:
        """Tell whether there is a comment on a block."""
        return block in self._at


def comments_xml(comments: Iterable[Comment], when: str) -> str:
    """Give word/comments.xml; `when` is the time they bear, such as 2024-01-20T00:00:00Z."""
    inside = "".join(_comment(number, comment, when) for number, comment in enumerate(comments))
    return f'{XML_HEAD}<w:comments xmlns:w="{W}">{inside}</w:comments>'


def _comment(number: int, comment: Comment, when: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    paragraphs = ""
    for count, line in enumerate(legal(comment.text).split("\n")):
        text = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape_xml(line)}</w:t></w:r>'
        paragraphs += (
            f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{"" if count else mark}{text}</w:p>'
        )
    author, initials = escape_xml(legal(comment.author)), escape_xml(legal(comment.author)[:2])
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{when}" w:initials="{initials}">{paragraphs}</w:comment>'


def _start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    reference = (
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )
    return f'<w:commentRangeEnd w:id="{number}"/>{reference}'
