"""Of a text that stands on several lines, the passages that change: the lines around it stay as they are broken."""

from __future__ import annotations

from difflib import SequenceMatcher

_UNSAFE = frozenset(":#\"'\\\n")  # what may be read otherwise within a text than as itself


def changed_passages(text: str, start: int, old: str, new: str) -> list[tuple[int, int, str]]:
    """Give where, in the text, the passages stand in which an old value and a new one differ, and what each becomes.

    `start` is where the value begins. None are given where the value cannot be followed character by character, or
    where what is new might be read as something else there.
    """
    places = _places(text, start, old)
    if not places:
        return []
    passages = []
    for kind, begin, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        piece = new[first:last]
        if kind == "equal":
            continue
        if _UNSAFE.intersection(piece) or piece != piece.strip():
            return []
        at = places[begin] if begin < len(places) else places[-1] + 1
        passages.append((at, places[end - 1] + 1 if end > begin else at, piece))
    return passages


def _places(text: str, begin: int, value: str) -> list[int] | None:
    """Give where each character of a value is written; a line that is folded holds blanks that the value has not."""
    if text[begin : begin + 1] in {"|", ">"}:
        begin = text.find("\n", begin) + 1
    elif text[begin : begin + 1] in {'"', "'"}:
        begin += 1
    places: list[int] = []
    at = begin
    for sign in value:
        if not sign.isspace():
            while text[at : at + 1].isspace():
                at += 1
            if text[at : at + 1] != sign:
                return None
        places.append(at)
        at += 0 if sign.isspace() else 1
    return places
