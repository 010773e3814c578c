"""`check --fix` marks the figures of own sentences that are certain; every edit is read again and changes no figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.amending import Amendment, amend_text
from generator.checks.material import Material
from generator.checks.mend import Done, Gather, MendedText, bettered, judged_text
from generator.checks.unmarked import UnmarkedText, unmarked_texts, with_marks
from generator.numbers.prose import figures
from generator.patterns import pattern
from generator.problems import FactsError, UserError
from generator.yamltext.path import content_at, dotted
from generator.yamltext.source import read_source

CODE = "标注-04"
_COUNT = pattern(r"(?:^|(?<=[。；\n]))[一二三四五六七八九十]{1,3}是|\s")


def mark_figures(text: str, gather: Gather) -> MendedText:
    """Write marks around the figures of own sentences that are certain.

    Only the values of those sentences change, and the report says the same afterwards, but that a template no longer
    says what a sentence now gives, and that a sentence stands at the point whose field it marks. Where one
    edit cannot be made so, or a rule would come to find more, it is left out.
    """
    material = gather(text)
    if material.facts is None or material.topics is None or _is_off(material):
        return MendedText(text, ())
    done: list[Done] = []
    now = judged_text(material)
    for one in [*unmarked_texts(material.facts, material.topics)]:
        if not one.settled:
            continue
        changed = _marked(text, one, material.file)
        after = bettered(changed, gather, now) if changed else None
        if changed is None or after is None or not _says_the_same(material, after.material):
            continue
        text, now = changed, after
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
    """Put the marks into the value as the file writes it; None where that cannot be done."""
    try:
        value = content_at(read_source(text.encode(), file).data, one.path)
        if not isinstance(value, str) or value.strip() != one.passage.text:
            return None  # {值: …, 来源: …}: the clerk marks it by the reminder
        return amend_text(text, file, [Amendment(one.path, with_marks(value.strip(), one.settled))])
    except (FactsError, UserError):
        return None


def _says_the_same(material: Material, after: Material) -> bool:
    """Tell whether the report made from a changed file says no other figure, and no own sentence another way.

    What it says once less it says elsewhere: the template's sentence goes only where none of its figures is lost.
    """
    said, says = (Counter(figure.text for figure in figures(one.text)) for one in (material, after))
    return (
        says <= said
        and says.keys() == said.keys()
        and len(_uncounted(after.text)) <= len(_uncounted(material.text))
    )


def _uncounted(text: str) -> str:
    """Leave out how points are counted: a sentence that marks a field stands at the point of that field."""
    return _COUNT.sub("", text)
