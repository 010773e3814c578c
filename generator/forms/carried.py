"""Last year's own words for this year's file: each kept as it was written, its marks emptied, its doubts named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.facts import EMPTY, Facts, TopicFacts, Words
from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.facts import Section
from generator.facts.looked_at import TO_LOOK_AT
from generator.facts.marked import OwnText
from generator.facts.sentences import CLOSE, OPEN, as_text, cut_sentence, without_breaks
from generator.facts.withheld import PUBLIC, covers, holds, public_answer
from generator.forms.lines import entry, entry_with, group, remark_line, scalar
from generator.forms.moved import Moved, YearTurn, moved_sentence
from generator.patterns import pattern
from generator.topics.loading import SENTENCES
from generator.yamltext.path import Path

_FIGURE = pattern("[0-9０-９]|^[约近]?[一二两三四五六七八九十百千万]+[余多]?[一-龥]{0,2}$")
_WITHIN = pattern("[，。；：、！？]")
_ALONE = pattern(r"[0-9０-９][0-9０-９.,]*[%％]?[一-龥]{0,2}")
_LONGEST_CELL, _FEWEST_CELLS = 12, 4  # characters, cells
_ONCE = ("上年的亮点，今年没有的删去",)
_AGAIN = ("上年的活动，今年没有的删去",)
_STAYS_IN_ACTIVITY = frozenset({"名称", "地点", "主体", "对象"})


def emptied(written: str) -> tuple[str, tuple[str, ...]]:
    """Give an own text with its figures taken out of the marks, 【排查：】, and each as it was last year, 排查231件.

    A name in a mark stays.
    """
    text, before, at = "", [], 0
    for mark in cut_sentence(written).marks:
        if mark.written and _FIGURE.search(mark.written):
            text += f"{written[at : mark.start]}{OPEN}{mark.label}：{CLOSE}"
            before.append(f"{mark.label}{mark.written}")
            at = mark.end
    return text + written[at:], tuple(before)


def doubtful(doubts: Iterable[str]) -> str:
    """Give the comment that asks to look at something; `check` reminds of it until it is taken away."""
    said = "；".join(doubts)
    return remark_line(f"{TO_LOOK_AT}：{said}") if said else ""


def marked_in_words(facts: Facts) -> frozenset[Path]:
    """Give the paths of all facts that are asked for by a mark in a sentence that is carried on."""
    leads = (words for section in (*facts.sections, *facts.duty_sections) for words in section.lead)
    own = (
        words
        for topic in facts.reported
        for words in (*topic.sentences, *topic.own.measures, *topic.own.highlights, *_cause(topic))
    )
    texts = (words.text for words in (*leads, *own))
    return frozenset(mark.path for text in texts if isinstance(text, OwnText) for mark in text.marks)


def _cause(topic: TopicFacts) -> tuple[Words, ...]:
    return (topic.own.cause,) if topic.own.cause else ()


def carried_lead(section: Section, years: YearTurn, depth: int) -> list[str]:
    """Give the 正文 directly under a heading."""
    return list(_passages(SENTENCES, section.lead, years, depth))


def carried_words(before: TopicFacts, years: YearTurn, depth: int) -> Iterator[str]:
    """Give what stood under a topic in own words: 针对 做法 正文 亮点 kept, 成效 and 活动 asked for again."""
    own = before.own
    if own.cause:
        yield from _single("针对", own.cause, years, depth)
    yield from _passages("做法", own.measures, years, depth)
    yield from _passages(SENTENCES, before.sentences, years, depth)
    yield from _activities(own.activities, years, depth)
    yield from _passages("亮点", own.highlights, years, depth, _ONCE)
    if own.effect:
        asked = entry("成效", "", f"上年：{_written(own.effect.text)}", depth)
        yield from entry_with(public_answer(years.withheld, own.effect.path), asked)


def _written(text: str) -> str:
    return text.written if isinstance(text, OwnText) else as_text(text)


def _carry(text: str, years: YearTurn, why: Sequence[str]) -> tuple[Moved, str]:
    """Give an own text for this year with its doubts, and the comment that tells last year's figures."""
    blank, before = emptied(_written(text))
    moved = moved_sentence(blank, years)
    told = f"    {remark_line('上年：' + '、'.join(before))}" if before else ""
    return moved._replace(doubts=(*why, *moved.doubts)), told


def _cells(passages: Sequence[Words]) -> frozenset[int]:
    """Give the numbers of the passages that are the cells of a table: several short ones, figures alone among them."""
    cells: set[int] = set()
    run: list[int] = []
    texts = [without_breaks(words.text) for words in passages]
    for at, text in enumerate([*texts, ""]):
        if text and len(text) <= _LONGEST_CELL and not _WITHIN.search(text):
            run.append(at)
            continue
        if len(run) >= _FEWEST_CELLS and any(_ALONE.fullmatch(texts[one]) for one in run):
            cells.update(run)
        run = []
    return frozenset(cells)


def _single(key: str, words: Words, years: YearTurn, depth: int) -> Iterator[str]:
    moved, told = _carry(words.text, years, years.open.get(words.path, ()))
    if doubt := doubtful(moved.doubts):
        yield f"{'  ' * depth}{doubt}"
    written = entry_with(public_answer(years.withheld, words.path), entry(key, moved.text, depth=depth))
    yield written[0] + told


def _passages(
    key: str, passages: Sequence[Words], years: YearTurn, depth: int, why: Sequence[str] = ()
) -> Iterator[str]:
    cells = _cells(passages)
    if cells:
        shown = "、".join(without_breaks(passages[at].text) for at in sorted(cells))
        yield f"{'  ' * depth}{doubtful([f'上年这里有一张表，没有照抄（{shown}），要用的照今年的数写成句子'])}"
    kept = [words for at, words in enumerate(passages) if at not in cells]
    if not kept:
        return
    yield from group(key, depth=depth)
    pad = "  " * (depth + 1)
    for words in kept:
        moved, told = _carry(words.text, years, (*why, *years.open.get(words.path, ())))
        if doubt := doubtful(moved.doubts):
            yield f"{pad}{doubt}"
        labelled = f"{scalar(words.label)}: " if words.label else ""
        if holds(years.withheld, words.path):
            yield f"{pad}- {labelled or f'{SENTENCES}: '}{scalar(moved.text)}{told}"
            yield f"{pad}  {PUBLIC}: 否"
        else:
            yield f"{pad}- {labelled}{scalar(moved.text)}{told}"


def _activities(records: Sequence[Mapping[str, Any]], years: YearTurn, depth: int) -> Iterator[str]:
    """Give the activities with what can recur of each; day and figures are asked for again."""
    if not records:
        return
    yield from group("活动", depth=depth)
    for record in records:
        yield f"{'  ' * (depth + 1)}{doubtful(_AGAIN)}"
        keys = [key for key in ACTIVITY_FIELDS if record.get(key, EMPTY) is not EMPTY]
        for number, key in enumerate(keys):
            stays = key in _STAYS_IN_ACTIVITY
            text = _shown(record[key])
            asked = entry(
                key, text if stays else "", "" if stays else f"上年：{text}", depth + 2, dash=not number
            )
            yield from entry_with(public_answer(years.withheld, (*record["路径"], key)), asked)
        if covers(years.withheld, record["路径"]):
            yield from entry(PUBLIC, "否", depth=depth + 2)


def _shown(value: Any) -> str:
    return (
        "、".join(value)
        if isinstance(value, tuple)
        else _written(value)
        if isinstance(value, str)
        else str(value)
    )
