"""What a mark prints that stands nowhere in the file: 【化解率】, a rate of two figures, and 【化解同比】, beside last year's."""

from __future__ import annotations

from typing import Any

from generator.facts.books import Owner, Shelf, typed_figure
from generator.facts.earlier import comparable, compared_to, why_not_compared
from generator.facts.facts import EMPTY, Facts, TopicFacts
from generator.facts.mark_values import WRONG, waiting
from generator.facts.marked import MarkedFact
from generator.facts.rates import worked_out
from generator.numbers.arithmetic import trend
from generator.numbers.quantity import Quantity
from generator.topics.kinds import COMPUTED, MisreadError
from generator.topics.topic import Field
from generator.yamltext.path import Path, dotted

TREND = "同比"
"""What stands behind a name in a mark that compares: 【立案同比】."""


def derived_rate(holder: Owner, shelf: Shelf, path: Path) -> MarkedFact | None:
    """Give a rate that follows from two figures of its topic; None where one that is misread is told already.

    Raises MisreadError where it does not follow.
    """
    book, field = holder.book, holder.field
    if field is None:
        return None
    whole = shelf.whole(book)
    parts = [one for one in (field.numerator, field.denominator) if one]
    if any(whole.values.get(one) is EMPTY for one in parts):
        grounds = tuple(map(whole.path_of, parts))
        return MarkedFact(field.name, waiting(field.name), EMPTY, path, field, grounds)
    if parts and (rate := worked_out(field, whole, book.fields)):
        return rate._replace(path=path)
    if any(book.misread(one) for one in (field.name, *parts)):
        return None
    why = f"没有填，按“{'”“'.join(parts)}”也算不出来" if parts else "没有填"
    fix = f"请写上数：【{field.name}：…】" + (
        f"，或填上“{'”“'.join(parts)}”的准确数。" if parts else "，或改写这句话。"
    )
    raise MisreadError(f"【{field.name}】印不出来：“{field.name}”{why}", fix, code=WRONG)


def derived_trend(now: MarkedFact, holder: Owner, shelf: Shelf, last: Facts | None) -> MarkedFact:
    """Give 较上年增长23% for a figure that is known, with the paths of both years'; last year's may be a rate or a label.

    Raises MisreadError where there is nothing to compare with.
    """
    label = f"{now.label}{TREND}"
    if now.value is EMPTY:
        return now._replace(label=label, text=waiting(label))
    whole = shelf.whole(holder.book)
    known = last.topics.get(whole.name) if last else None
    before = comparable(whole, known)
    then, earlier = _then(before, holder.name, holder.field) if before else (None, ())
    said, than = "", compared_to(whole.ends_on(holder.name), shelf.last_called)
    if isinstance(now.value, Quantity) and isinstance(then, Quantity):
        said = trend(now.value, then, than=than)
        why = f"本年的{now.value}与上年的{then}比不出"
    elif apart := why_not_compared(whole, known, holder.name):
        why = apart
    elif last is None:
        why = "没有上年的事实文件"
    else:
        why = f"上年的事实文件里没有“{holder.name}”"
    if said:
        grounds = (*now.grounds, (f"上年：{dotted(earlier)}",))
        return now._replace(label=label, text=said, value=said, derived_from=grounds)
    fix = "请把上年的文件放在旁边，或在“上年”里写明，两年都填准数；没有可比的，改写这句话。"
    raise MisreadError(f"【{label}】印不出来：{why}", fix, code=WRONG)


def _then(before: TopicFacts, name: str, field: Field | None) -> tuple[Any, Path]:
    """Give last year's figure under a name, and where it stood."""
    value = before.values.get(name)
    if value in (None, COMPUTED) and field and field.numerator and before.topic:
        rate = worked_out(field, before, before.topic.fields)
        return (rate.value, before.path_of(name)) if rate else (None, ())
    if value is not None:
        return value, before.path_of(name)
    if marked := before.marked.get(name):
        return marked.value, marked.path
    return typed_figure(before.own.figures.get(name)), before.path_of(name)
