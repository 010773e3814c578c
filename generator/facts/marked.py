"""Own words in which facts are marked, as they are printed: texts and, between them, what each mark gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.topics.topic import Field
from generator.yamltext.path import Path


class MarkedFact(NamedTuple):
    """One mark of an own sentence: what it prints, the typed value, and where its fact stands.

    `value` is EMPTY where it is asked after, `field` None where the mark has a label of its own; a rate that is
    derived stands nowhere: `grounds` are the paths of what it is derived from.
    """

    label: str
    text: str
    value: Any
    path: Path
    field: Field | None = None
    derived_from: tuple[Path, ...] = ()

    @property
    def grounds(self) -> tuple[Path, ...]:
        """The paths of the facts behind what is printed."""
        return self.derived_from or (self.path,)


class OwnText(str):
    """Own words as they are printed, which know their pieces, texts and marked facts, and how they are `written`."""

    __slots__ = ("pieces", "written")
    pieces: tuple[str | MarkedFact, ...]
    written: str

    @property
    def marks(self) -> Iterator[MarkedFact]:
        """The marked facts, in their order."""
        return (one for one in self.pieces if isinstance(one, MarkedFact))


def own_text(pieces: Iterable[str | MarkedFact], written: str) -> OwnText:
    """Put own words together from their pieces; `written` is the text of the file, with its marks."""
    kept = tuple(pieces)
    text = OwnText("".join(one if isinstance(one, str) else one.text for one in kept))
    text.pieces, text.written = kept, written
    return text
