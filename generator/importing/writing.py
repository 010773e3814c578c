"""The facts file of an old report, laid out as `nianbao new` lays one out; each sentence to the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.facts.chapters import CHAPTERS
from generator.facts.sentences import BREAKS, NEW_PARAGRAPH, RUN_ON
from generator.forms.lines import banner, scalar
from generator.importing.marking import MarkedLine, State

_FEW = 2
"""More topics than these would be counted, 一是, where nothing says that they are not to be."""
_BODY, _ITEM = "正文", "- "
_ENDS = "。！？"


class MarkedGroup(NamedTuple):
    """What stands together: under a topic, a heading or in an item, by its key; an empty key for a part's own 正文.

    `fields` are those of a topic that stand behind its sentences; `told` is what says an item in place of its lines.
    """

    key: str
    lines: tuple[MarkedLine, ...]
    fields: tuple[tuple[str, str], ...] = ()
    told: Mapping[str, Any] | None = None


class MarkedHeading(NamedTuple):
    """A heading, the sentences that lead in to it, and its topics; without topics it is one of the unit's own.

    `told` is what stands under it in place of them all: topics with fields that say the same.
    """

    text: str
    lead: tuple[MarkedLine, ...] = ()
    topics: tuple[MarkedGroup, ...] = ()
    told: Mapping[str, Any] | None = None

    @property
    def lines(self) -> tuple[MarkedLine, ...]:
        """Every sentence under it, in their order."""
        return (*self.lead, *(line for group in self.topics for line in group.lines))


class MarkedReport(NamedTuple):
    """All that the facts file says, in its order; a part that the old report lacks is not among `present`.

    `opening_told` are the parts of 导语 that say the same as its sentences.
    """

    head: Mapping[str, object]
    opening: tuple[MarkedLine, ...]
    measures: tuple[MarkedHeading, ...]
    duties: tuple[MarkedHeading, ...]
    shortcomings: tuple[MarkedGroup, ...]
    plans: tuple[MarkedGroup, ...]
    other: tuple[MarkedLine, ...]
    ending: Mapping[str, object]
    present: frozenset[str]
    opening_told: Mapping[str, Any] | None = None

    @property
    def lines(self) -> Iterator[MarkedLine]:
        """Every sentence, in the order of the file."""
        yield from self.opening
        for heading in (*self.measures, *self.duties):
            yield from heading.lines
        for group in (*self.shortcomings, *self.plans):
            yield from group.lines
        yield from self.other


def imported_text(report: MarkedReport, about: Sequence[str]) -> str:
    """Give the text of the facts file; `about` are the lines of its opening comment."""
    lines = [*(f"# {line}".rstrip() for line in about), ""]
    lines += _mapping(report.head, 0)
    if report.opening_told is not None:
        lines += _mapping({"导语": report.opening_told}, 0)
    elif report.opening:
        lines += ["导语:", f"  {_BODY}: {scalar(_joined(report.opening))}"]
        lines[-1:-1] = [f"  {doubt}" for one in report.opening for doubt in _doubts(one)]
    lines += _part("第一部分 主要举措和成效", "举措成效", _measures(report.measures), report)
    lines += _part("第二部分 第一责任人履职", "第一责任人", _duties(report.duties), report)
    lines += _part("第三部分 存在的不足和原因", "不足", _items(report.shortcomings, "问题"), report)
    lines += _part("第四部分 主要安排", "计划", _items(report.plans, "标题"), report)
    if report.other:
        lines += ["", "其他情况:", f"  - {scalar(_joined(report.other))}"]
    if report.ending:
        lines += [*banner("落款"), *_mapping(report.ending, 0)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(title: str, key: str, inside: Iterable[str], report: MarkedReport) -> list[str]:
    missing = key not in report.present
    return [*banner(title), f"{key}:" + ("    # 原文没有这一部分，请补上" if missing else ""), *inside]


def _mapping(data: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Give a mapping of texts, lists and mappings; a value that is None is a key to be filled in."""
    pad = "  " * depth
    for key, value in data.items():
        if isinstance(value, dict):
            yield f"{pad}{scalar(key)}:"
            yield from _mapping(value, depth + 1)
        elif isinstance(value, (tuple, list)):
            if len(value) == 1 and isinstance(value[0], str):
                yield f"{pad}{scalar(key)}: {scalar(value[0])}"
            elif value:
                yield f"{pad}{scalar(key)}:"
                yield from (line for one in value for line in _list_item(one, depth + 1))
        else:
            yield f"{pad}{scalar(key)}: {scalar(str(value or ''))}"


def _list_item(item: Mapping[str, Any] | str, depth: int) -> Iterator[str]:
    """Give one item of a list: a text, or a mapping that begins behind its dash."""
    pad = "  " * depth
    if isinstance(item, str):
        yield f"{pad}{_ITEM}{scalar(item)}"
        return
    first, *rest = _mapping(item, depth + 1)
    yield from (f"{pad}{_ITEM}{first.lstrip()}", *rest)


def _measures(headings: Sequence[MarkedHeading]) -> Iterator[str]:
    for heading in headings:
        if heading.told is not None:
            yield from _told(heading)
            continue
        if not heading.text:
            yield from _sentences(heading.lead, 1)
            continue
        yield f"  {scalar(heading.text)}:"
        if not heading.topics:
            yield from _sentences(heading.lead, 2)
            continue
        if heading.lead:
            yield from _sentences(heading.lead, 2)
        alone = len(heading.topics) > _FEW or any(_is_one_sentence(topic.lines) for topic in heading.topics)
        for number, topic in enumerate(heading.topics):
            yield f"    {scalar(topic.key)}:"
            led = bool(heading.lead) or number > 0
            first = _before_topic(topic.lines[0], alone and number > 0, led=led) if topic.lines else ""
            yield from _sentences(topic.lines, 3, first)
            yield from (f"      {scalar(name)}: {scalar(value)}" for name, value in topic.fields)


def _told(heading: MarkedHeading) -> Iterator[str]:
    """Give what says the same as the sentences of a heading, or of a part that has none."""
    if heading.text:
        yield f"  {scalar(heading.text)}:"
    yield from _mapping(heading.told or {}, 2 if heading.text else 1)


def _before_topic(line: MarkedLine, alone: bool, *, led: bool) -> str:  # noqa: FBT001  # one fact of the heading
    """Say how a topic's first sentence stands to what is before it, where that is not as drafting has it."""
    if not led:
        return ""
    if not line.old.begins:
        return RUN_ON
    return NEW_PARAGRAPH if alone else ""


def _duties(headings: Sequence[MarkedHeading]) -> Iterator[str]:
    for heading in headings:
        if heading.told is not None:
            yield from _told(heading)
            continue
        if heading.text:
            yield f"  {scalar(heading.text)}:"
        yield from _sentences(heading.lead, 2 if heading.text else 1)


def _items(groups: Sequence[MarkedGroup], label: str) -> Iterator[str]:
    for number, group in enumerate(groups):
        if group.told is not None:
            yield from _list_item(group.told, 1)
            continue
        start = _ITEM
        if group.key:
            yield f"  {start}{label}: {scalar(group.key)}"
            start = "  "
        runs_on = number > 0 and not group.key and not group.lines[0].old.begins
        for line in _sentences(group.lines, 2, RUN_ON if runs_on else ""):
            if start == _ITEM and not line.lstrip().startswith("#"):
                yield f"  {_ITEM}{line.strip()}"
                start = "  "
            else:
                yield line


def _sentences(lines: Sequence[MarkedLine], depth: int, first: str = "") -> Iterator[str]:
    """Give 正文 with its sentences, each after what is doubtful in it; `first` is said before the first."""
    pad = "  " * depth
    if not lines:
        return
    yield f"{pad}{_BODY}:"
    for number, line in enumerate(lines):
        yield from (f"{pad}  {doubt}" for doubt in _doubts(line))
        said = first if not number else NEW_PARAGRAPH if line.old.begins else ""
        yield f"{pad}  {_ITEM}{scalar(_said(said) + line.text)}"


def _said(word: str) -> str:
    return f"【{word}】" if word in BREAKS else ""


def _joined(lines: Sequence[MarkedLine]) -> str:
    return "".join(
        (_said(NEW_PARAGRAPH) if number and one.old.begins else "") + one.text
        for number, one in enumerate(lines)
    )


def _doubts(line: MarkedLine) -> Iterator[str]:
    """Say in a comment what somebody should look at."""
    for one in line.figures:
        if one.state is State.DOUBTFUL:
            yield f"# 疑：“{one.written}”认作“{one.home}.{one.field}”，请核对"
        elif one.likely:
            yield f"# 疑：“{one.written}”可能是“{one.likely}”，请核对"


def _is_one_sentence(lines: Sequence[MarkedLine]) -> bool:
    return sum(one.old.text.count(sign) for one in lines for sign in _ENDS) == 1


def chapter_order_of(order: Sequence[str]) -> tuple[str, ...]:
    """Give all parts in the order of the old report, those that it lacks where they usually stand."""
    missing = [name for name in CHAPTERS if name not in order]
    full = list(order)
    for name in missing:
        before = [full.index(one) for one in CHAPTERS[: CHAPTERS.index(name)] if one in full]
        full.insert(max(before, default=-1) + 1, name)
    return tuple(full)
