"""What mends a facts file at a press of a button: blank fields that are not reported, doubts that were looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.amending import Amendment, amend_text, restructure_text
from generator.amending.restructuring import Removing
from generator.facts.looked_at import TO_LOOK_AT
from generator.patterns import pattern
from generator.preview.form_actions import OnKnown, Remove, Step
from generator.preview.form_values import SetItem, Typed, list_on, written_at
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import Topics, read_topics
from generator.topics.loading import SENTENCES
from generator.topics.topic import DUTIES, MEASURES
from generator.yamltext.path import Path
from generator.yamltext.source import read_source

_BOM = "\ufeff"
_PARTS = (MEASURES, DUTIES)
_DOUBT = pattern(rf"(?:^|[ \t]+)# {TO_LOOK_AT}[：:][^\r\n]*")


@dataclass(frozen=True)
class DropBlank(Step):
    """All fields below a path in which nothing is written: this year there was nothing of the kind."""

    path: Path
    templates: Templates = field(default_factory=Templates)

    def applied(self, text: str, file: str) -> str:
        """Take their lines out; a topic that has nothing else goes whole. Raises UserError where none is blank."""
        content = written_at(text, file, self.path)
        topics = read_topics(self.templates)
        blank = [*blank_fields(self.path, content, topics)]
        if not blank:
            raise UserError("这里没有空着的项。", "请看看现在的样子。")
        whole = [*_whole_topics(self.path, content, topics)]
        parts = [Removing(one) for one in blank if one[:-1] not in whole]
        text = restructure_text(text, file, *parts) if parts else text
        for one in whole:
            text = Remove(one).applied(text, file)
        return text


@dataclass(frozen=True)
class DropAllBlank(Step):
    """All fields of the report in which nothing is written, of the topics and of 第一责任人."""

    templates: Templates = field(default_factory=Templates)

    def applied(self, text: str, file: str) -> str:
        """Take their lines out as `DropBlank` does, part by part; raises UserError where none is blank."""
        topics = read_topics(self.templates)
        parts = [*parts_with_blanks({part: written_at(text, file, (part,)) for part in _PARTS}, topics)]
        for part in parts or [MEASURES]:  # the one that says that there is none
            text = DropBlank((part,), self.templates).applied(text, file)
        return text


@dataclass(frozen=True)
class LookedAt(OnKnown):
    """A value that the program asked to look at (请核对), and that is right as it stands."""

    path: Path
    base: int | None = None

    @property
    def rests_on(self) -> tuple[Path, ...]:
        """As with Remove."""
        return list_on(self.path)

    def applied(self, text: str, file: str) -> str:
        """Take the remark out, which stands behind the value or right above it; nothing else is changed."""
        mark = _BOM if text.startswith(_BOM) else ""
        plain = text.removeprefix(_BOM)
        source = read_source(plain.encode(), file)
        place = source.places.get(self.path)
        lines = plain.split("\n")
        at = place.line - 1 if place else 0
        first = at
        while first > 0 and lines[first - 1].lstrip().startswith("#"):
            first -= 1
        above = [one for one in lines[first:at] if not _DOUBT.match(one.lstrip())]
        after = "\n".join([*lines[:first], *above, _DOUBT.sub("", lines[at]), *lines[at + 1 :]])
        if place is None or after == plain or read_source(after.encode(), file).data != source.data:
            raise UserError("这里没有要核对的，可能刚在别处改过。", "请看看现在的样子。")
        return mark + after


@dataclass(frozen=True)
class TakeFigure(Typed):
    """A figure of an office's notes, given to a field that the clerk has named; `origin` is who said it."""

    origin: str = ""

    def applied(self, text: str, file: str) -> str:
        """Write it, with its origin."""
        return amend_text(text, file, [Amendment(self.path, self.text, self.origin)])


@dataclass(frozen=True)
class AddSentence(Step):
    """A sentence written behind the own sentences of a topic."""

    path: Path
    text: str

    def applied(self, text: str, file: str) -> str:
        """Write it as their last."""
        holder = written_at(text, file, (*self.path, SENTENCES))
        number = len(holder) if isinstance(holder, list) else int(bool(holder))
        return SetItem((*self.path, SENTENCES, number), self.text).applied(text, file)


def blank_fields(path: Path, content: Any, topics: Topics) -> Iterator[Path]:
    """Give the paths of the declared fields below a path of the file that are written and hold nothing."""
    fields = _fields_at(path, topics)
    for name, one in content.items() if isinstance(content, dict) else ():
        if one == "" and name in fields:
            yield (*path, name)
        elif isinstance(one, dict):
            yield from blank_fields((*path, name), one, topics)


def parts_with_blanks(data: Mapping[str, Any], topics: Topics) -> Iterator[str]:
    """Give those of 举措成效 and 第一责任人 that have blank fields in a file that says `data`."""
    return (part for part in _PARTS if next(blank_fields((part,), data.get(part), topics), None))


def _whole_topics(path: Path, content: Any, topics: Topics) -> Iterator[Path]:
    """Give the topics below a path that hold blank fields only."""
    if not isinstance(content, dict) or path[0] == DUTIES:
        return
    fields = _fields_at(path, topics)
    if fields and content and all(one == "" and name in fields for name, one in content.items()):
        yield path
        return
    for name, one in content.items():
        yield from _whole_topics((*path, name), one, topics)


def _fields_at(path: Path, topics: Topics) -> Mapping[str, Any]:
    if path[0] == DUTIES:
        return topics.duty_fields
    topic = topics.measures.get(str(path[-1]))
    return topic.fields if topic else {}


ACTIONS = (DropBlank, DropAllBlank, LookedAt)
"""Those that the page asks for by their names."""
