"""导语: the clauses that the file writes, in their order; and what it may say in a year, for a new file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from generator.drafting.environment import render_template
from generator.drafting.values import ABSENT, Absent, Value, marked_text, own_value
from generator.facts import Facts
from generator.facts.days import UNTIL
from generator.facts.head import OpeningFacts
from generator.facts.levels import ANY_SUPERIOR
from generator.facts.records import parts_of
from generator.numbers.dates import chinese_date
from generator.resources import Templates
from generator.wording import join_names

_OPENING, _FULFILLED = "导语", "落实"
_LEADING_OVER = ("：", ":")
_ENDS = ("。", "！", "？", "”", "）")


def write_opening(facts: Facts, templates: Templates, words: Mapping[str, Any]) -> str:
    """Give the opening paragraph, marked; the clerk's own one where he wrote it whole."""
    own = facts.head.opening
    if own.text:
        return _telling_day(own.text, f"{_OPENING}.正文", facts.head.until)
    clauses = {
        one.name: _own(getattr(own, attribute), one.name)
        for attribute, one in parts_of(OpeningFacts).items()
        if one.name != _FULFILLED
    }
    if own.led_by == ANY_SUPERIOR:
        clauses["领导"] = _own(words["上级党政"], "领导")
    context = {**words, **clauses, _FULFILLED: _fulfilled(own.fulfilling)}
    body = render_template(templates, "导语.md.j2", context)
    return _telling_day("".join(line.strip() for line in body.splitlines()), "", facts.head.until)


def _telling_day(text: str, path: str, until: date | None) -> str:
    """Tell on which day the figures end: before the colon that leads over to the report, else in a sentence behind.

    The text is the clerk's own where it has a `path`; one that tells the day itself stays as it is.
    """
    written = str(own_value(text, path)) if path else text
    if until is None or _tells(text, until):
        return written
    day = marked_text(chinese_date(until), UNTIL)
    if text.endswith(_LEADING_OVER):
        before = str(own_value(text, path, "".join(_LEADING_OVER))) if path else text[:-1]
        return f"{before}（数据{UNTIL}{day}）{text[-1]}"
    stop = "" if text.endswith(_ENDS) else "。"
    return f"{written}{stop}本报告数据{UNTIL}{day}。"


def _tells(text: str, until: date) -> bool:
    """Tell whether a text says that its figures end on a day, which 11月底 is, too."""
    is_months_last = (until + timedelta(days=1)).day == 1
    days = (f"{until.day}日", f"{until.day}号", *(("底", "末") if is_months_last else ()))
    said = (f"{year}{until.month}月{day}" for day in days for year in ("", f"{until.year}年"))
    return any(f"{word}{one}" in text for one in said for word in (UNTIL, f"{UNTIL}到", "截止", "截止到"))


def usual_clauses(words: Mapping[str, Any]) -> dict[str, str]:
    """Give the clauses that openings of the year have and that rest on no figure, by their keys under 导语."""
    kinds = {
        "指导思想": ("指导思想",),
        "法治思想": ("法治思想",),
        "会议精神": ("会议精神", "工作会议"),
        _FULFILLED: ("纲要",),
    }
    formulas = {name: map(words["提法"], found) for name, found in kinds.items()}
    texts = {
        name: join_names([one.text for one in found if isinstance(one, Value)])
        for name, found in formulas.items()
    }
    return {"领导": words["上级党政"], **{name: text for name, text in texts.items() if text}}


def _own(text: str, name: str) -> Value | Absent:
    return own_value(text, f"{_OPENING}.{name}", "。；，") if text else ABSENT


def _fulfilled(own: tuple[str, ...]) -> Value | Absent:
    """Join what is carried out: documents first, then the rest, each once."""
    paths = [f"{_FULFILLED}.{number}" for number in range(1, len(own) + 1)] if len(own) > 1 else [_FULFILLED]
    read = (_own(text, path) for text, path in zip(own, paths, strict=False))
    named = {one.text: one for one in read if isinstance(one, Value) and one.text}.values()
    documents = _joined(one for one in named if one.text.startswith("《"))
    rest = _joined(one for one in named if not one.text.startswith("《"))
    both = [one for one in (documents, rest) if isinstance(one, Value)]
    return both[0].and_then("和", both[1]) if len(both) > 1 else next(iter(both), ABSENT)


def _joined(values: Iterable[Value]) -> Value | Absent:
    """Join what stands side by side as names do, each with its own grounds."""
    whole: Value | Absent = ABSENT
    for one in values:
        if isinstance(whole, Value):
            between = join_names((whole.text, one.text))[len(whole.text) : -len(one.text)]
            whole = whole.and_then(between, one)
        else:
            whole = one
    return whole
