"""`check --fix` marks the figures of own sentences that are certain; every edit is read again and changes no figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks.material import Material
from generator.checks.mend import Done, Gather, MendedText
from generator.checks.unmarked import UnmarkedText, unmarked_texts, with_marks
from generator.numbers.prose import figures
from generator.problems import FactsError
from generator.yamltext.path import Path, dotted
from generator.yamltext.source import Source, read_source

CODE = "标注-04"


def mark_figures(text: str, gather: Gather) -> MendedText:
    """Write marks around the figures of own sentences that are certain.

    Only the values of those sentences change, and the report says the same afterwards, but that a template no longer
    says what a sentence now gives. Where one edit cannot be made so, it is left out.
    """
    material = gather(text)
    if material.facts is None or material.topics is None or _is_off(material):
        return MendedText(text, ())
    done: list[Done] = []
    for one in [*unmarked_texts(material.facts, material.topics)]:
        if not one.settled:
            continue
        changed = _marked(text, one, material.file)
        if changed is None or not _says_the_same(material, gather, changed):
            continue
        text = changed
        done += _told(one, material)
    return MendedText(text, tuple(sorted(done, key=lambda each: each.place)))


def _is_off(material: Material) -> bool:
    return any(switch.code == CODE and not switch.text for switch in material.switches)


def _told(one: UnmarkedText, material: Material) -> Iterator[Done]:
    if material.facts is None:
        return
    place = material.facts.place(dotted(one.path))
    for figure in one.settled:
        yield Done(CODE, place, figure.written, figure.marked(figure.written))


def _marked(text: str, one: UnmarkedText, file: str) -> str | None:
    """Put the marks into the value as the file writes it; None where it cannot be followed character by character."""
    before = _read(text, file)
    if before is None or (place := before.value_places.get(one.path)) is None:
        return None
    if not isinstance(_at(before.data, one.path), str):
        return None  # {值: …, 来源: …}: the clerk marks it by the reminder
    begin = sum(len(line) + 1 for line in text.split("\n")[: place.line - 1]) + place.column - 1
    value = _at(before.data, one.path)
    lead = len(value) - len(value.lstrip())
    places = _places(text, begin, value)
    if value.strip() != one.passage.text or places is None:
        return None
    changed = text
    for figure in reversed(one.settled):
        start, end = places[lead + figure.start], places[lead + figure.end - 1] + 1
        changed = f"{changed[:start]}{figure.marked(changed[start:end])}{changed[end:]}"
    after = _read(changed, file)
    wanted = with_marks(one.passage.text, one.settled)
    return changed if after is not None and _only(before, after, one.path, wanted) else None


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


def _only(before: Source, after: Source, path: Path, wanted: str) -> bool:
    """Tell whether the two differ in that one value alone, which is now as it is wanted."""
    if before.value_places.keys() != after.value_places.keys():
        return False
    changed = [one for one in before.value_places if _at(before.data, one) != _at(after.data, one)]
    apart = [one for one in changed if isinstance(_at(before.data, one), str)]
    # a line that is folded before a mark is joined without the blank that it had before a digit
    return apart == [path] and "".join(_at(after.data, path).split()) == "".join(wanted.split())


def _at(data: object, path: Path) -> str:
    """Give what stands at a path of a file's plain data."""
    for key in path:
        data = data[key]  # type: ignore[index]  # a path of this very data
    return data  # type: ignore[return-value]  # as its reader knows it


def _says_the_same(material: Material, gather: Gather, changed: str) -> bool:
    """Tell whether the report made from a changed file says no other figure, and no own sentence another way."""
    try:
        after = gather(changed)
    except FactsError:
        return False
    said, says = (Counter(figure.text for figure in figures(one.text)) for one in (material, after))
    return says <= said and len(after.text) <= len(material.text)


def _read(text: str, file: str) -> Source | None:
    try:
        return read_source(text.encode(), file)
    except FactsError:
        return None
