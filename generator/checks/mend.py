"""`check --fix`: what is mechanical is mended at its place in the file; all else, comments too, stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.checks import findings
from generator.checks.material import Finding, Material
from generator.checks.registry import Rule
from generator.problems import FactsError, Place
from generator.yamltext.path import dotted
from generator.yamltext.source import Source, read_source

_ROUNDS = 1000
_AROUND = 6
_MARK = "【"


class Done(NamedTuple):
    """One thing that was mended: the rule, the place, what stood there and what stands there now."""

    code: str
    place: Place
    old: str
    new: str

    def __str__(self) -> str:
        """Say it to the clerk."""
        return f"{self.place} {self.code} “{self.old}”改为“{self.new}”。"


class MendedText(NamedTuple):
    """A file's text after mending, and what was done to it, in order."""

    text: str
    done: tuple[Done, ...]


Gather = Callable[[str], Material]
"""Makes material of a file's text, as often as it changes."""

_Edit = Callable[[str, Material, Finding], str | None]


def mend_report(text: str, gather: Gather) -> MendedText:
    """Mend a report in Markdown or plain text: punctuation, ordinals, rates that were cut off.

    Each round mends what the rules find, and looks again, for one ordinal that is put right shows the next.
    """
    return _rounds(text, gather, _in_report)


def mend_facts(text: str, gather: Gather) -> MendedText:
    """Mend the own words and the rates of a facts file; every edit is read again and must change that value alone."""
    return _rounds(text, gather, _in_facts)


def _rounds(text: str, gather: Gather, edit: _Edit) -> MendedText:
    done: list[Done] = []
    for _round in range(_ROUNDS):
        before = text
        material = gather(text)
        for rule, finding in _mendable(material):
            changed = edit(text, material, finding)
            if changed is not None and changed != text and finding.mend is not None:
                text = changed
                done.append(Done(rule.code, material.place(finding), _old(material, finding), finding.mend))
        if text == before:
            break
    return MendedText(text, tuple(sorted(done, key=lambda one: one.place)))


def _mendable(material: Material) -> list[tuple[Rule, Finding]]:
    """Give what can be mended, from the end of the report to its beginning, so that places stay true."""
    mendable = [
        (rule, one)
        for rule, one in findings(material)
        if one.mend is not None and not _switched_off(material, rule)
    ]
    return sorted(mendable, key=lambda pair: (pair[1].block or 0, pair[1].start), reverse=True)


def _switched_off(material: Material, rule: Rule) -> bool:
    return any(switch.code == rule.code for switch in material.switches)


def _old(material: Material, finding: Finding) -> str:
    if finding.block is None:
        return material.said.get(finding.field, "")
    return material.blocks[finding.block].text[finding.start : finding.end]


def _in_report(text: str, material: Material, finding: Finding) -> str | None:
    """Put the new words in at the line and column of the finding, if the old ones stand there."""
    place, old = material.place(finding), _old(material, finding)
    lines = text.split("\n")
    if finding.mend is None or not old or not place.column or place.line > len(lines):
        return None
    line, at = lines[place.line - 1], place.column - 1
    if line[at : at + len(old)] != old:
        return None
    lines[place.line - 1] = line[:at] + finding.mend + line[at + len(old) :]
    return "\n".join(lines)


def _in_facts(text: str, material: Material, finding: Finding) -> str | None:
    """Put the new words into the value that they came from, and make sure that nothing else was changed."""
    field, old = material.field_of(finding), _old(material, finding)
    before = _read(text, material.file)
    if finding.mend is None or not old or before is None:
        return None
    values = {dotted(path): place for path, place in before.value_places.items()}
    place = values.get(f"{field}.值") or values.get(field)
    if finding.block is None:
        written = _flat(before.data)
        old = (
            written.get(f"{field}.值") or written.get(field) or old
        )  # a blank or a full-width digit in it may differ
    if place is None and material.facts and material.facts.line(field).startswith(_MARK):
        place, field = material.facts.place(field), ""  # a figure marked in a sentence
    if place is None:
        return None
    begin = sum(len(line) + 1 for line in text.split("\n")[: place.line - 1]) + place.column - 1
    words, lead = _with_context(material, finding, old)
    at = text.find(words, begin, begin + 4 * len(material.said.get(field, old)) + 200)
    if at < 0:
        return None
    changed = text[: at + lead] + finding.mend + text[at + lead + len(old) :]
    return changed if _only(before, _read(changed, material.file), field, old, finding.mend) else None


def _with_context(material: Material, finding: Finding, old: str) -> tuple[str, int]:
    """Give the old words with a few before them from the same value, so that the right ones are found."""
    if finding.block is None:
        return old, 0
    text = material.blocks[finding.block].text
    said = material.said.get(material.field_of(finding), "")
    for lead in range(min(_AROUND, finding.start), 0, -1):
        words = text[finding.start - lead : finding.end]
        if words in said:
            return words, lead
    return old, 0


def _read(text: str, file: str) -> Source | None:
    try:
        return read_source(text.encode(), file)
    except FactsError:
        return None


def _only(before: Source, after: Source | None, field: str, old: str, new: str) -> bool:
    """Tell whether the two differ in that one value, or in one whichever it is, and there by these words."""
    if after is None or set(before.value_places) != set(after.value_places):
        return False
    was, now = _flat(before.data), _flat(after.data)
    changed = [path for path in was if was[path] != now.get(path)]
    if len(changed) != 1 or (field and changed[0].removesuffix(".值") != field):
        return False
    one, other = was[changed[0]], now[changed[0]]
    starts = (at for at in range(len(one)) if one.startswith(old, at))
    return any(one[:at] + new + one[at + len(old) :] == other for at in starts)


def _flat(data: object, path: tuple[str | int, ...] = ()) -> dict[str, str]:
    if isinstance(data, dict):
        return {key: text for name, one in data.items() for key, text in _flat(one, (*path, name)).items()}
    if isinstance(data, list):
        return {
            key: text for number, one in enumerate(data) for key, text in _flat(one, (*path, number)).items()
        }
    return {dotted(path): str(data)}
