"""Paragraphs cut into sentences and passages: a passage is a paragraph, or one of its 一是, 二是."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.importing.outline import OldParagraph
from generator.patterns import pattern

_SENTENCE = pattern(r"[^。！？]*[。！？]+[”’）》]*|[^。！？]+")
_COUNTED = pattern(
    "[一二三四五六七八九十]{1,2}是(?!否)|首先|其次|再次|(?:第[一二三四五六七八九十]{1,2})[，、]"
)
_BEFORE_COUNT = pattern("(?<=[；：，])(?=[一二三四五六七八九十]{1,2}是(?!否))")


class OldSentence(NamedTuple):
    """A sentence of the old report; `begins` tells the first of its paragraph."""

    text: str
    line: int
    begins: bool = False

    @property
    def counted(self) -> bool:
        """Tell a sentence that opens a point: 一是…"""
        return bool(_COUNTED.match(self.text))


class OldPassage(NamedTuple):
    """Sentences to be marked: the topic under which they stand (empty for none), and what their own labels belong to.

    `of_the_year` tells that their figures may be fields: those of a plan are none.
    """

    sentences: tuple[OldSentence, ...]
    home: str
    owner: str
    heading: str = ""
    of_the_year: bool = True

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return "".join(one.text for one in self.sentences)


def old_sentences(paragraphs: Iterable[OldParagraph]) -> list[OldSentence]:
    """Cut paragraphs into sentences; a point begins one even behind ； or ：."""
    found = []
    for paragraph in paragraphs:
        pieces = [
            piece
            for sentence in _SENTENCE.findall(paragraph.text)
            for piece in _BEFORE_COUNT.split(sentence)
            if piece
        ]
        found += [OldSentence(piece, paragraph.line, begins=not at) for at, piece in enumerate(pieces)]
    return found


def passages_of(sentences: Iterable[OldSentence]) -> list[list[OldSentence]]:
    """Put sentences together that belong to one paragraph or one of its points."""
    passages: list[list[OldSentence]] = []
    for one in sentences:
        if not passages or one.begins or one.counted:
            passages.append([])
        passages[-1].append(one)
    return passages
