"""What stays to be decided while the file goes on: where it is now, and what the file says there."""

from __future__ import annotations

from contextlib import suppress

from generator.preview.form_remedies import TakeFigure
from generator.preview.form_values import list_on, path_now, shown_at, typed_over, written_at
from generator.preview.merging import Clash, Merge, merged_texts
from generator.problems import FactsError
from generator.yamltext.path import Path


def clash_after_step(clash: Clash, before: str, after: str, file: str) -> Clash:
    """Give a clash as it is once a step on the page has made another text of the file: what was typed stands there.

    That of a whole file keeps the text that it clashed with, from which it is merged.
    """
    with suppress(FactsError):
        if clash.path and _is_in_its_place(clash.path, before, after, file):
            return clash._replace(theirs=shown_at(after, file, clash.path))
    return clash_elsewhere(clash, after, file)


def clash_elsewhere(clash: Clash, after: str, file: str) -> Clash:
    """Give a clash as it is once another program has written: an item of a list may be another by now.

    One whose item cannot be told from the others any more stays as it was.
    """
    with suppress(FactsError, LookupError):
        if list_on(clash.path):
            return clash._replace(path=path_now(after, file, clash.path, clash.theirs))
        if clash.path:
            return clash._replace(theirs=shown_at(after, file, clash.path))
    return clash


def text_with_mine(clash: Clash, text: str, file: str) -> Merge:
    """Give a text with my side of a clash; of a whole file what was written since it clashed is kept.

    Raises LookupError where the item of a list that clashed cannot be told from the others any more.
    """
    if not clash.path:
        return merged_texts(clash.theirs, clash.mine, text, file)
    path = path_now(text, file, clash.path, clash.theirs)
    if clash.origin:
        return Merge(TakeFigure(path, clash.mine, None, clash.origin).applied(text, file))
    return Merge(typed_over(text, file, path, clash.mine))


def _is_in_its_place(path: Path, before: str, after: str, file: str) -> bool:
    """Tell whether a path leads to the same item in both texts: all the others of its list are the same."""
    for above in list_on(path):
        number = path[len(above)]
        was, now = (written_at(text, file, above) for text in (before, after))
        if not (isinstance(was, list) and isinstance(now, list) and len(was) == len(now)):
            return bool(was == now) or not isinstance(now, list)
        return all(one == other for at, (one, other) in enumerate(zip(was, now, strict=True)) if at != number)
    return True
