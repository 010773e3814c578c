"""The county's facts file anew: its totals are those of this run, all that a person wrote or changed stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.amending.amend import amend_text
from generator.amending.amendment import ORIGIN, PUBLIC, VALUE, Amendment
from generator.checks.rules.reported import REST
from generator.facts.days import UNTIL
from generator.patterns import pattern
from generator.rollup.adding import AT_LEAST
from generator.rollup.county_file import DETAILS, bare_label
from generator.rollup.long_table import harmless
from generator.rollup.reading_back import Row, come_to
from generator.rollup.renewed_days import (
    day_moved,
    is_day_of_lines,
    is_same_day,
    with_head_day,
    without_day_beside,
)
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import MEASURES
from generator.yamltext.path import Path
from generator.yamltext.source import read_source

_HEAD = pattern(
    r"(?m)(?:^|(?<=\ufeff))# .*事实文件，由\d+个.*的事实文件汇总。(\r?\n# 通知的名单上有\d+个没有交[^\r\n]*)?(?=\r?$)"
)
"""How many units the totals are of, and who has sent nothing."""
_REPORTING = pattern(r"^\d+个[^\d，]*中\d+个填报")


_Key = tuple[str, str]
"""A topic and its field, or own label."""


class Renewal(NamedTuple):
    """The text with the totals of this run, and in words what became of each that is another than before."""

    text: str
    changes: tuple[str, ...]


class _Fact(NamedTuple):
    path: Path
    content: Mapping[str, str]

    @property
    def value(self) -> str:
        return str(self.content.get(VALUE, ""))

    @property
    def summed(self) -> bool:
        """Tell whether it is a total of ours, whose 来源 leads to the long table."""
        return DETAILS in self.origin

    @property
    def origin(self) -> str:
        return str(self.content.get(ORIGIN, ""))

    @property
    def explained(self) -> bool:
        """Tell whether its 来源 says of the units that did not report how it stands with them."""
        return REST in self.origin


def renewed(old: str, fresh: str, file: str, rows: Iterable[Row]) -> Renewal:
    """Give an existing facts file of the county with the totals of a fresh one; `rows` are the lines of the last run.

    Amended are the values whose 来源 is ours, and added the totals of figures that no unit had before. What does not
    come to its lines was changed by hand, and what has lines and is not in the file was taken out; both stay so, and
    are told. Raises FactsError where the old text is no readable facts file, UserError as `amend_text` does.
    """
    before = read_source(old.removeprefix("\ufeff").encode(), file).data
    ours, theirs = _facts(read_source(fresh.encode(), file).data), _facts(before)
    lines: dict[tuple[object, object], list[Row]] = {}
    for row in rows:
        lines.setdefault((row["主题"], harmless(bare_label(row["字段"]))), []).append(row)
    amendments: list[Amendment] = []
    changes: list[str] = []
    for key, one in ours.items():
        there, behind = theirs.get(key), lines.get((harmless(key[0]), harmless(key[1])))
        if there is None and behind is None:
            amendments.append(_added(key, one, before))
        elif there and _confirmed(there, one):
            continue
        elif there and _is_sum_of(there, behind):
            amendments += _amended(there, one)
        elif there and there.value == one.value:
            continue
        else:
            changes.append(f"{'.'.join(key)} {_kept(there, one)}")
            continue
        if there is None or there.value != one.value:
            anew = f"，原来写明的“{REST}……”请重新核实" if there and there.explained else ""
            changes.append(f"{'.'.join(key)} {there.value + '→' if there else '新添：'}{one.value}{anew}")
    for key, there in theirs.items():
        if there.summed and key not in ours:
            changes.append(f"{'.'.join(key)} 原来的{there.value}没有动，这次没有能写进来的合计，请核对")
    text = amend_text(old, file, amendments) if amendments else old
    text, told = _with_days(text, file, _dated(ours, theirs, lines))
    text, of_head = with_head_day(_with_head(text, fresh), fresh, file)
    return Renewal(text, tuple(filter(None, (*changes, *told, of_head))))


def _confirmed(there: _Fact, one: _Fact) -> bool:
    """Tell whether a person explained who did not report, of a total that is the same in this run."""
    reporting = [found.group() if (found := _REPORTING.search(fact.origin)) else "" for fact in (there, one)]
    amounts = [fact.value.removeprefix(AT_LEAST) for fact in (there, one)]
    explained = there.summed and there.explained and not one.explained
    return explained and reporting[0] == reporting[1] and amounts[0] == amounts[1]


def _kept(there: _Fact | None, one: _Fact) -> str:
    """Say what stays as a person has it, beside the total of this run."""
    if there is None:
        return f"文件里没有这一项，没有添，这次合计{one.value}"
    return f"手工写的{there.value}没有动，这次合计{one.value}"


class _Dated(NamedTuple):
    """A total of ours as it is there and as it is now, with the lines of the last run behind it."""

    key: _Key
    there: _Fact
    now: _Fact
    behind: Sequence[Row]


def _is_sum_of(there: _Fact, behind: Sequence[Row] | None) -> bool:
    """Tell whether a total is as the last run wrote it, by its lines of that run; without any, by its 来源 alone."""
    return there.summed and (behind is None or come_to(behind, there.value))


def _dated(
    ours: Mapping[_Key, _Fact],
    theirs: Mapping[_Key, _Fact],
    lines: Mapping[tuple[object, object], Sequence[Row]],
) -> Iterator[_Dated]:
    """Give the totals of ours that stay or are renewed."""
    for key, now in ours.items():
        there, behind = theirs.get(key), lines.get((harmless(key[0]), harmless(key[1])))
        if there and (_is_sum_of(there, behind) or _confirmed(there, now)):
            yield _Dated(key, there, now, behind or ())


def _with_days(text: str, file: str, totals: Iterable[_Dated]) -> tuple[str, tuple[str, ...]]:
    """Give the text with the days beside our totals as they are now, and in words what became of each."""
    told: list[str] = []
    for key, there, now, behind in totals:
        old, new = (str(one.content.get(UNTIL, "")) for one in (there, now))
        if is_same_day(old, new):
            continue
        after = _with_day(text, file, there.path, new) if is_day_of_lines(old, behind) else None
        if after is not None:
            text = after
            told.append(f"{'.'.join(key)} {UNTIL} {day_moved(old, new)}")
        else:
            said = f"各单位的数都{UNTIL}{new}" if new else "没有写这一天"
            told.append(f"{'.'.join(key)} 手工写的{UNTIL}{old}没有动，这次{said}")
    return text, tuple(told)


def _with_day(text: str, file: str, path: Path, day: str) -> str | None:
    return (
        amend_text(text, file, [Amendment((*path, UNTIL), day)])
        if day
        else without_day_beside(text, path, file)
    )


def _with_head(text: str, fresh: str) -> str:
    """Say in the head of how many units the totals are now, with the line ends of the text."""
    head = _HEAD.search(fresh)
    end = "\r\n" if "\r\n" in text else "\n"
    return _HEAD.sub(lambda _: head.group().replace("\n", end), text, count=1) if head else text


def _facts(data: Any) -> dict[_Key, _Fact]:
    """Give each figure under 举措成效 by its topic and field, under whatever heading it stands."""
    return dict(_below(data.get(MEASURES, {}), (MEASURES,)))


def _below(data: Any, path: Path) -> Iterator[tuple[_Key, _Fact]]:
    if not isinstance(data, Mapping):
        return
    for name, one in data.items():
        if isinstance(one, Mapping) and VALUE not in one:
            yield from _below(one, (*path, name))
        elif len(path) > 1:
            *_, above, topic = path
            holder = above if topic == OWN_FIGURES else topic
            content = one if isinstance(one, Mapping) else {VALUE: one if isinstance(one, str) else ""}
            label = bare_label(name) if topic == OWN_FIGURES else name
            yield (str(holder), label), _Fact((*path, name), content)


def _amended(there: _Fact, one: _Fact) -> Iterator[Amendment]:
    for part, text in one.content.items():
        kept = part == UNTIL or (part == PUBLIC and PUBLIC in there.content)
        if str(there.content.get(part, "")) != text and not kept:
            yield Amendment((*there.path, part), text)


def _added(key: _Key, one: _Fact, before: Any) -> Amendment:
    """Put a new total where its topic stands, under whatever heading, else where a fresh file has it."""
    own = one.path[-2] == OWN_FIGURES
    topic = _topic_path(before.get(MEASURES, {}), key[0], (MEASURES,))
    path = (*topic, *one.path[-2 if own else -1 :]) if topic else one.path
    return Amendment(path, one.content)


def _topic_path(data: Any, topic: str, path: Path) -> Path:
    if not isinstance(data, Mapping):
        return ()
    if topic in data:
        return (*path, topic)
    found = (_topic_path(one, topic, (*path, name)) for name, one in data.items() if VALUE not in one)
    return next(filter(None, found), ())
