"""`check --fix`: what is mechanical is mended at its place in the file; all else, comments too, stays as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.amending import Amendment, amend_text, restructure_text
from generator.amending.restructuring import Renaming
from generator.checks import findings
from generator.checks.material import Finding, Material
from generator.checks.registry import Rule
from generator.facts.locked import absent_locks, is_locked
from generator.problems import FactsError, Place, UserError
from generator.yamltext.path import Path, content_at, dotted
from generator.yamltext.source import read_source

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
    state = _Mended(text, judged_text(gather(text)), ())
    for _round in range(_ROUNDS):
        before = state
        state = _take(state, before.judged.material, _mendable(before.judged), gather, edit)
        if state is before:
            break
    return MendedText(state.text, tuple(sorted(state.done, key=lambda one: one.place)))


class JudgedText(NamedTuple):
    """What a text makes, and what the rules find in it."""

    material: Material
    found: tuple[tuple[Rule, Finding], ...]

    @property
    def by_code(self) -> Counter[str]:
        """How much each rule finds."""
        return Counter(rule.code for rule, _finding in self.found)


def judged_text(material: Material, between: Callable[[], None] | None = None) -> JudgedText:
    """Put what a text makes before all rules; `between` is called before each."""
    return JudgedText(material, tuple(findings(material, between)))


def bettered(changed: str, gather: Gather, before: JudgedText) -> JudgedText | None:
    """Give a changed text as judged; None where it cannot be read, or a rule comes to find more than it did."""
    try:
        after = judged_text(gather(changed))
    except FactsError:
        return None
    return after if after.by_code <= before.by_code else None


class _Mended(NamedTuple):
    """A text on its way: as it is now, what the rules find in it, and what was done to it."""

    text: str
    judged: JudgedText
    done: tuple[Done, ...]


def _take(
    state: _Mended, material: Material, wanted: Sequence[tuple[Rule, Finding]], gather: Gather, edit: _Edit
) -> _Mended:
    """Mend all that is wanted at once, or by halves where that does not better each: it is the look that costs."""
    text, done = state.text, []
    for rule, finding in wanted:
        changed = edit(text, material, finding)
        if changed not in (None, text) and finding.mend is not None:
            text = changed
            done.append(Done(rule.code, material.place(finding), _old(material, finding), finding.mend))
    if not done:
        return state
    after = bettered(text, gather, state.judged)
    if after and not _breaks_lock(material, after.material) and _betters_each(state.judged, after, len(done)):
        return _Mended(text, after, (*state.done, *done))
    half = len(wanted) // 2
    for part in (wanted[:half], wanted[half:]) if half else ():
        state = _take(state, material, part, gather, edit)
    return state


def _betters_each(before: JudgedText, after: JudgedText, mended: int) -> bool:
    """Tell whether as many findings are gone as were mended; one alone may show the next, as an ordinal does."""
    return mended == 1 or len(after.found) <= len(before.found) - mended


def _mendable(judged: JudgedText) -> list[tuple[Rule, Finding]]:
    """Give what can be mended, from the end of the report to its beginning, so that places stay true."""
    material = judged.material
    mendable = [
        (rule, one)
        for rule, one in judged.found
        if one.mend is not None and not _switched_off(material, rule) and not _is_locked(material, one)
    ]
    return sorted(mendable, key=lambda pair: (pair[1].block or 0, pair[1].start), reverse=True)


def _switched_off(material: Material, rule: Rule) -> bool:
    return any(switch.code == rule.code for switch in material.switches)


def _is_locked(material: Material, finding: Finding) -> bool:
    """Tell whether a finding is about words that the file keeps from any change but a person's."""
    if material.facts is None or finding.block is None:
        return False
    text = material.blocks[finding.block].text
    return is_locked(material.facts.head.locked, text, finding.start, finding.end)


def _breaks_lock(material: Material, after: Material) -> bool:
    """Tell whether the report of a changed file lacks a locked sentence that it has now: a fact is printed in it."""
    locked = material.facts.head.locked if material.facts else ()
    if not locked:
        return False
    absent = absent_locks(locked, _paragraphs(material))
    said = [one for one in locked if one not in absent]
    return bool(absent_locks(said, _paragraphs(after)))


def _paragraphs(material: Material) -> list[str]:
    return [one.text for one in material.blocks]


def _old(material: Material, finding: Finding) -> str:
    if finding.block is None:
        heading = _headings(material).get(finding.field, ("",))
        return str(heading[-1]) or material.said.get(finding.field, "")
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
    """Put the new words into the value that they came from; None where it is not certain which words they are."""
    field, old = material.field_of(finding), _old(material, finding)
    if finding.block is None and finding.mend and (heading := _headings(material).get(field)):
        return restructure_text(text, material.file, Renaming(heading, finding.mend))
    holder = _value_of(text, material, field)
    if finding.mend is None or not old or holder is None:
        return None
    path, value, mark = holder
    if finding.block is None and dotted(path).removesuffix(".值") == field:
        old = value  # a blank or a full-width digit in it may differ
    words, lead = _with_context(material, finding, old)
    at = value.find(words, mark)
    if at < 0:
        return None
    begin, end = at + lead, at + lead + len(old)
    try:
        return amend_text(text, material.file, [Amendment(path, value[:begin] + finding.mend + value[end:])])
    except (FactsError, UserError):
        return None


def _headings(material: Material) -> Mapping[str, Path]:
    """Give the headings of the unit's own under 举措成效: their words are keys of the file, and no values."""
    sections = material.facts.sections if material.facts else ()
    return {dotted(one.path): one.path for one in sections if one.heading}


def _value_of(text: str, material: Material, field: str) -> tuple[Path, str, int] | None:
    """Give the path and the text of a fact, or of the sentence that marks it, and where in the text it begins."""
    try:
        source = read_source(text.encode(), material.file)
    except FactsError:
        return None
    texts = {
        path: one for path in source.value_places if isinstance(one := content_at(source.data, path), str)
    }
    named = {dotted(path): path for path in texts}
    path = named.get(f"{field}.值") or named.get(field)
    mark = material.facts.line(field) if material.facts else ""
    if path is None and material.facts and mark.startswith(_MARK):
        place = material.facts.place(field)
        before = [path for path in texts if source.value_places[path] <= place and mark in texts[path]]
        path = before[-1] if before else None
    return None if path is None else (path, texts[path], max(texts[path].find(mark), 0))


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


def mendings(
    text: str, material: Material, between: Callable[[], None] | None = None
) -> Mapping[tuple[str, Place], str]:
    """Give, by rule and place, a facts file's text with that one thing mended; what is not certain is not there.

    `between` is called before each rule, and may raise what ends it.
    """
    each = {
        (rule.code, material.place(finding)): _in_facts(text, material, finding)
        for rule, finding in _mendable(judged_text(material, between))
    }
    return {where: after for where, after in each.items() if after not in (None, text)}
