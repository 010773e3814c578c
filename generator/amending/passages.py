"""Of a text that stands on several lines, the one passage that changes: the lines around it stay as they are broken."""

from __future__ import annotations

_UNSAFE = frozenset(":#\"'\\\n")  # what may be read otherwise within a text than as itself


def changed_passage(text: str, start: int, old: str, new: str) -> tuple[int, int, str] | None:
    """Give where, in the text, the passage stands in which an old value and a new one differ, and what it becomes.

    `start` is where the value begins. None where the value cannot be followed character by character, or where
    what is new might be read as something else there.
    """
    places = _places(text, start, old)
    if places is None or not old:
        return None
    same = range(min(len(old), len(new)))
    lead = next((at for at in same if old[at] != new[at]), len(same))
    room = range(min(len(old), len(new)) - lead)
    tail = next((at for at in room if old[-1 - at] != new[-1 - at]), len(room))
    passage = new[lead : len(new) - tail]
    if _UNSAFE.intersection(passage) or passage != passage.strip() or not (lead or tail):
        return None
    begin = places[lead] if lead < len(places) else places[-1] + 1
    end = places[len(old) - tail - 1] + 1 if lead < len(old) - tail else begin
    return begin, end, passage


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
