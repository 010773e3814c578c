"""What the forms tell of one row against the facts file: taken, as it is there, told before, or laid side by side."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collecting.merged import CONFLICT, Merged, OfficeValue, Written
from generator.collecting.order import Order, day_told, order_of
from generator.collecting.values import same_value
from generator.forms.asking import WHOLE_UNIT, Asked


def decide(told: list[OfficeValue], merged: Merged) -> None:
    """Take what one side changed; lay what both changed, or what two forms tell differently, side by side."""
    row = told[0].row
    fresh = [one for one in told if not same_value(one.value, row.base, row)]
    merged.equal += len(told) - len(fresh)
    fresh = [one for one in fresh if not _is_superseded(one, fresh, merged)]
    if not fresh:
        return
    first = fresh[0]
    others = [one for one in fresh[1:] if not same_value(one.value, first.value, row)]
    stood = [one for one in fresh if _has_moved_on(one) and not _corrects(one)]
    if not others and not stood and _has_moved_on(first):
        message = f"“{row.key}”原来报的是“{row.base}”（{row.origin}），同一科室后来改报“{first.value}”；已经照后报的收下。"
        merged.doubt(first, message, "请看一眼，不对的，在事实文件里改。")
    if not others and not stood:
        merged.taken.append(first)
        merged.equal += len(fresh) - 1
        return
    sides = [f"事实文件里是“{row.base}”{_told_by(row)}"] if row.base else []
    sides += [f"{one.filled.file} {one.answer.where} 是“{one.value}”" for one in fresh]
    for one in fresh:
        merged.bases[row.key] = one.answer.base or ""
        message = f"“{row.key}”对不上：{'，'.join(sides)}；没有动。"
        written = Written(one.answer, one.filled, row)
        merged.refuse(
            one.filled, one.answer.key, written.problem(CONFLICT, message, _how_to_agree(one, fresh))
        )


def _has_moved_on(told: OfficeValue) -> bool:
    """Tell whether the file has another value than when the form was made."""
    row = told.row
    return bool(row.base) and not same_value(told.answer.base or "", row.base, row)


def _since_the_file(told: OfficeValue) -> Order | None:
    """Tell how a form stands to what the file has, where that is from the same office; None where it is not."""
    before = day_told(told.row.origin, told.filled.office) if _is_of_one_office(told) else None
    return None if before is None else order_of(told.filled.day, before)


def _is_of_one_office(told: OfficeValue) -> bool:
    """Tell a form of one office from that for all, of which each office fills in a copy."""
    return told.filled.office != WHOLE_UNIT


def _corrects(told: OfficeValue) -> bool:
    return _since_the_file(told) is Order.LATER


def _is_superseded(told: OfficeValue, fresh: Sequence[OfficeValue], merged: Merged) -> bool:
    """Tell, and note, where the office has told another value since: in another of the forms, or in the file."""
    since = [
        f"{one.filled.file} {one.answer.where} 是“{one.value}”"
        for one in fresh
        if _is_of_one_office(told)
        and one.filled.office == told.filled.office
        and order_of(told.filled.day, one.filled.day) is Order.EARLIER
        and not same_value(one.value, told.value, told.row)
    ]
    if _has_moved_on(told) and _since_the_file(told) is Order.EARLIER:
        since.append(f"事实文件里是“{told.row.base}”{_told_by(told.row)}")
    if since:
        message = (
            f"“{told.row.key}”这里填的是“{told.value}”，同一科室后来报的不同：{'，'.join(since)}；照后报的。"
        )
        merged.doubt(told, message, "请看一眼，不对的，在事实文件里改。")
    return bool(since)


def _told_by(row: Asked) -> str:
    return f"（{row.origin}）" if row.origin else ""


def _how_to_agree(told: OfficeValue, fresh: Sequence[OfficeValue]) -> str:
    offices = {one.filled.office for one in fresh}
    if (
        _is_of_one_office(told)
        and len(offices) == 1
        and (len(fresh) > 1 or _since_the_file(told) is not None)
    ):
        return "同一科室报了两个数，看不出先后：在后填的表里写上“填报日期”（要比先填的晚），再收一次；或改成一样。"
    return "请核对后改成一样，再收一次。"
