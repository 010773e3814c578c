"""The days (截至) in a county's facts file anew: ours follow the units, one that a person wrote or took out stays so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.amending.amend import amend_text
from generator.amending.amendment import Amendment
from generator.amending.blocks import lines_of
from generator.facts.days import UNTIL, last_day, short_day, span_told
from generator.numbers.dates import DateError, read_date
from generator.patterns import pattern
from generator.rollup.county_file import DAY_OF_ALL, DAY_OPEN
from generator.rollup.ends import APART
from generator.rollup.reading_back import Row, line_ends_on
from generator.yamltext.path import Path, content_at
from generator.yamltext.source import read_source

_YEAR = "年度"
_COMMENT = pattern(
    rf"# (?:{DAY_OF_ALL}(?P<day>\d+月\d+日)。|.*{DAY_OPEN}，写成“{UNTIL}: \d+-12-20”的样子。)\s*$"
)
"""Our comment and nothing else: what a person added to it makes it his."""
_BESIDE = pattern(rf", *{UNTIL}: *[^,}}#\r\n]+")
_ALONE = pattern(rf" *{UNTIL}: *\S+\s*")


class _HeadDay(NamedTuple):
    """The day of a whole file as it is written, and the line of our comment on it with the day that this names."""

    written: str
    comment: int | None
    said: str

    @property
    def ours(self) -> bool:
        """Tell whether what stands there, be it nothing, is what our comment says."""
        day = _day(self.written)
        return self.said == (short_day(day) if day else self.written)

    @property
    def told(self) -> str:
        """Say on which day the units' figures end, empty where they differ."""
        return "" if self.comment is not None and not self.said else span_told(_day(self.written))


def with_head_day(text: str, fresh: str, file: str) -> tuple[str, str]:
    """Give the text with the day of the whole file as a fresh one has it, and in words what became of it."""
    lines, anew = lines_of(text), lines_of(fresh)
    source = read_source(text.removeprefix("\ufeff").encode(), file)
    there, now = _head_day(lines, source.data), _head_day(anew, read_source(fresh.encode(), file).data)
    key, year = source.places.get((UNTIL,)), source.places.get((_YEAR,))
    at = key.line - 1 if key else year.line if year else 0
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    put = [] if now.comment is None else [anew[now.comment].rstrip() + end]
    gone, moved, told = {there.comment}, False, ""
    if not is_same_day(there.written, now.written):
        noted = bool(key and not now.written and "#" in lines[at])
        moved = there.ours and not noted
        told = day_moved(there.written, now.written) if moved else _left(there, now, noted=noted)
    if moved and now.written and not key:
        put.append(f"{UNTIL}: {now.written}{end}")
    if moved and not now.written:
        gone.add(at)
    left = [[line for number, line in part if number not in gone] for part in _parted(lines, at)]
    after = "".join([*left[0], *put, *left[1]])
    if moved and now.written and key:
        after = amend_text(after, file, [Amendment((UNTIL,), now.written)])
    return after, f"{UNTIL} {told}" if told else ""


def _left(there: _HeadDay, now: _HeadDay, *, noted: bool) -> str:
    """Say that the day stays as it is; of units whose days differ only where it would go, but for a note behind it."""
    if noted and there.ours and not now.told:
        return f"旁边有批注，{there.written}没有删，这次各单位的数{APART}"
    if not now.told:
        return ""
    kept = f"手工写的{there.written}没有动" if there.written else "文件里没有这一行，没有添"
    return f"{kept}，这次各单位的数都{now.told}"


def _parted(lines: Sequence[str], at: int) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    numbered = [*enumerate(lines)]
    return numbered[:at], numbered[at:]


def _head_day(lines: Sequence[str], data: Mapping[str, Any]) -> _HeadDay:
    written = str(data.get(UNTIL, ""))
    found = next(((at, one) for at, line in enumerate(lines) if (one := _COMMENT.match(line))), None)
    return _HeadDay(written, found[0], found[1]["day"] or "") if found else _HeadDay(written, None, "")


def _day(written: str) -> date | None:
    try:
        return read_date(written)
    except DateError:
        return None


def is_same_day(one: str, other: str) -> bool:
    """Tell whether two texts name one day, in whatever form: 2025-11-30, 2025年11月30日."""
    return one == other or (_day(one) is not None and _day(one) == _day(other))


def day_moved(old: str, new: str) -> str:
    """Say how a day changed: 2025-11-30→2025-12-20."""
    return f"{old or '没有写'}→{new or '不写了'}"


def is_day_of_lines(written: str, rows: Iterable[Row]) -> bool:
    """Tell whether the day beside a total, be it none, is that on which all lines of the last run's table end."""
    day = _day(written)
    return not written or {line_ends_on(one) for one in rows} == {last_day(day)}


def without_day_beside(text: str, path: Path, file: str) -> str | None:
    """Give the text without the day beside the figure at a path; None where it cannot be parted from the others."""
    source = read_source(text.removeprefix("\ufeff").encode(), file)
    lines, at = lines_of(text), source.places[(*path, UNTIL)].line - 1
    lines[at] = "" if _ALONE.fullmatch(lines[at]) else _BESIDE.sub("", lines[at], count=1)
    after = "".join(lines)
    del content_at(source.data, path)[UNTIL]
    read = read_source(after.removeprefix("\ufeff").encode(), file)
    return after if read.data == source.data else None
