"""What changed between two facts files: figures and other facts, topic by topic, and the sentences in own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.commands.changes import Piece, changed_sentences
from generator.facts import Facts
from generator.facts.facts import Section
from generator.facts.head import Head
from generator.facts.own_words import head_texts, topic_texts
from generator.facts.records import parts_of
from generator.likeness.stated import WHOLE_FILE, StatedFact, shown_value, stated_facts
from generator.numbers.arithmetic import percentage, plain_digits
from generator.numbers.quantity import Quantity
from generator.numbers.units import same_family
from generator.patterns import pattern
from generator.yamltext.path import Path, dotted

CHANGED, ADDED, GONE = "改", "增", "删"
_END = pattern("(?<=[。！？；\n])")


class FactChange(NamedTuple):
    """A fact that is new, gone, or another: `kind` is 改, 增 or 删.

    `difference` (+48次) and `percent` (+31.6%) are given of two figures of one family, `difference` alone of rates, in
    percentage points; with 约 where a figure is not exact. Of two lists of names it says which came and which went.
    What is said beside a fact is shown behind it where only one of the files says so.
    """

    kind: str
    topic: str
    field: str
    old: StatedFact | None
    new: StatedFact | None
    difference: str = ""
    percent: str = ""


class WordsChange(NamedTuple):
    """A sentence in own words that is new, gone or another: its pieces in both files, and the lines there."""

    topic: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    old_line: int = 0
    new_line: int = 0


def doubts_between(old: Facts, new: Facts) -> tuple[str, ...]:
    """Say what makes it likely that two files were not to be compared: of two units, or the later one first."""
    doubts = []
    if old.name and new.name and old.name != new.name:
        doubts.append(f"两份不是一个单位的：{old.file}是{old.name}的，{new.file}是{new.name}的。")
    if old.year and new.year and old.year > new.year:
        doubts.append(
            f"旧的一份（{old.file}）是{old.year}年度的，新的一份（{new.file}）是{new.year}年度的，两份的先后可能写反了。"
        )
    return tuple(doubts)


class FactsDifferences(NamedTuple):
    """All in which two facts files differ, in the order of the report; `names` are what the two files are called."""

    old: Facts
    new: Facts
    facts: tuple[FactChange, ...]
    words: tuple[WordsChange, ...]
    names: tuple[str, str]

    @property
    def heads(self) -> tuple[str, str]:
        """What stands over the columns of both: their years, of one year which came first."""
        if self.old.year == self.new.year or not (self.old.year and self.new.year):
            return "改前", "改后"
        return str(self.old.year), str(self.new.year)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics in which anything differs, in their order."""
        order = [*_topic_order(self.new), *_topic_order(self.old)]
        named = {one.topic for one in self.facts} | {one.topic for one in self.words}
        return tuple(dict.fromkeys(one for one in order if one in named))

    def as_dict(self) -> dict[str, Any]:
        """Give the form that `--json` prints."""
        return {
            "unit": self.new.name or self.old.name,
            "years": [self.old.year, self.new.year],
            "files": [*self.names],
            "facts": [_fact_dict(one) for one in self.facts],
            "sentences": [
                {
                    "topic": one.topic,
                    "old": _joined(one.old),
                    "new": _joined(one.new),
                    "lines": [one.old_line, one.new_line],
                }
                for one in self.words
            ],
        }


def _fact_dict(one: FactChange) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "topic": one.topic,
        "field": one.field,
        "old": one.old.shown if one.old else None,
        "new": one.new.shown if one.new else None,
        "difference": one.difference,
        "percent": one.percent,
        "lines": [one.old.line if one.old else 0, one.new.line if one.new else 0],
    }


def _joined(pieces: Sequence[Piece]) -> str | None:
    return "".join(one.text for one in pieces) or None


def summary_of(one: FactsDifferences) -> str:
    """Say how much differs."""
    counts = [sum(fact.kind == kind for fact in one.facts) for kind in (CHANGED, ADDED, GONE)]
    if not (one.facts or one.words):
        return "没有不同。"
    return f"改了{counts[0]}项，新增{counts[1]}项，少了{counts[2]}项；自己写的话有{len(one.words)}句不同。"


def differences(old: Facts, new: Facts) -> FactsDifferences:
    """Give what differs between two facts files; headings, order, notice and signature are not looked at."""
    one_year = old.year == new.year
    before, after = (stated_facts(facts, with_last=one_year) for facts in (old, new))
    facts = tuple(
        change
        for key in _merged(list(before), list(after))
        if (change := _change(key, before.get(key), after.get(key)))
    )
    return FactsDifferences(old, new, facts, tuple(_changed_words(old, new)), (old.file, new.file))


def _merged(old: Sequence[Any], new: Sequence[Any]) -> list[Any]:
    """Give the keys of both in the order of the new, those that only the old has behind what stood before them."""
    merged = list(new)
    known = {*new}
    before: Any = None
    for key in old:
        if key not in known:
            merged.insert(merged.index(before) + 1 if before is not None else 0, key)
        before = key
    return merged


def _change(key: tuple[str, str], old: StatedFact | None, new: StatedFact | None) -> FactChange | None:
    topic, field = key
    if old is None or new is None:
        return FactChange(ADDED if old is None else GONE, topic, field, old, new)
    if old.shown == new.shown and old.beside == new.beside:
        return None
    shown = _with_beside(old, new), _with_beside(new, old)
    return FactChange(CHANGED, topic, field, *shown, *_difference(old.value, new.value))


def _with_beside(one: StatedFact, other: StatedFact) -> StatedFact:
    told = "，".join(said for said in one.beside if said not in other.beside)
    return one._replace(shown=f"{one.shown}（{told}）") if told else one


def _difference(old: Any, new: Any) -> tuple[str, str]:
    if isinstance(old, tuple) and isinstance(new, tuple):
        came = "、".join(map(shown_value, (one for one in new if one not in old)))
        went = "、".join(map(shown_value, (one for one in old if one not in new)))
        return "；".join(f"{verb}{names}" for verb, names in (("增", came), ("减", went)) if names), ""
    if not (isinstance(old, Quantity) and isinstance(new, Quantity)) or old.ordinal or new.ordinal:
        return "", ""
    unit = new.unit or old.unit
    if old.also or new.also or (old.unit and not same_family(old.unit, unit)):
        return "", ""
    moved = new.number - old.number
    about = "" if old.exact and new.exact else "约"
    if not moved:
        return "", ""
    sign = "+" if moved > 0 else "-"
    if new.percent:
        return f"{about}{sign}{plain_digits(abs(moved))}个百分点", ""
    share = percentage(abs(moved), old.number, 1) if old.number else None
    percent = f"{about}{sign}{plain_digits(share)}%" if share is not None else ""
    return f"{about}{sign}{plain_digits(abs(moved))}{unit}", percent


def _changed_words(old: Facts, new: Facts) -> Iterator[WordsChange]:
    before, after = _sentences(old), _sentences(new)
    for topic in _merged(list(before), list(after)):
        was, now = before.get(topic, ()), after.get(topic, ())
        lines = dict(reversed(was))
        for change in changed_sentences([text for text, _line in was], [text for text, _line in now]):
            yield WordsChange(
                topic,
                change.old,
                change.new,
                lines.get(_joined(change.old) or "", 0),
                now[change.at][1] if change.new else 0,
            )


def _sentences(facts: Facts) -> Mapping[str, Sequence[tuple[str, int]]]:
    """Give the sentences in own words of each topic and part, each with its line."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for topic, text, path in _own_words(facts):
        line = facts.place(dotted(path)).line
        found[topic] += [(one.strip(), line) for one in _END.split(text) if one.strip()]
    return found


def _own_words(facts: Facts) -> Iterator[tuple[str, str, Path]]:
    for section in (*facts.sections, *facts.duty_sections):
        yield from ((_heading_of(section), one.text, one.path) for one in section.lead)
        for topic in section.topics:
            yield from ((topic.name, text, path) for text, path in topic_texts(topic))
    yield from (
        (str(path[0]), text, path) for text, path in head_texts(facts.head) if path[0] != _opening_key()
    )


def _heading_of(section: Section) -> str:
    return section.heading or str(section.path[0])


def _opening_key() -> str:
    return parts_of(Head)["opening"].name


def _topic_order(facts: Facts) -> list[str]:
    return [WHOLE_FILE, "单位", "导语", *facts.topics, *_sentences(facts)]
