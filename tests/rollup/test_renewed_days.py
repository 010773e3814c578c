"""A county's facts file that is written anew has the days of its units, and keeps one that a person wrote."""

from pathlib import Path

import pytest

from generator.facts import load_facts
from generator.rollup.outputs import roll_up
from generator.rollup.units import gather_units
from generator.rollup.writing import write_output
from tests.rollup.units import TEMPLATES, write_unit

DECEMBER, NOVEMBER, WHOLE = "2023-12-20", "2023-11-30", ""
_Units = list[tuple[str, str]]
"""The day of each unit's file, and that beside its 立案."""


def _run(folder: Path, units: _Units) -> tuple[str, ...]:
    """Roll up, and give what is told of the county's facts file."""
    for name, (day, own) in zip(("甲镇", "乙镇"), units, strict=True):
        beside = f"{{值: 3件, 截至: {own}}}" if own else "3件"
        write_unit(
            folder / "乡镇", name, f"行政执法:\n  立案: {beside}", more=f"截至: {day}\n" if day else ""
        )
    rolled = roll_up(gather_units([folder / "乡镇"], TEMPLATES), TEMPLATES, None, "临江区")
    return next(
        (one.changes for one in write_output(rolled, folder / "县.yaml", force=False) if one.renewed), ()
    )


def _days(folder: Path) -> tuple[str, str]:
    """Give the day of the whole file, and that beside 立案."""
    facts = load_facts(folder / "县.yaml")
    day = facts.topics["行政执法"].days.get("立案", "")
    return str(facts.head.as_of or ""), str(day)


ALIKE: _Units = [(NOVEMBER, ""), (NOVEMBER, "")]
LATER: _Units = [(DECEMBER, ""), (DECEMBER, "")]
ALL_YEAR: _Units = [(WHOLE, ""), (WHOLE, "")]
APART: _Units = [(WHOLE, ""), (DECEMBER, "")]
OWN: _Units = [(WHOLE, NOVEMBER), (WHOLE, NOVEMBER)]
OWN_LATER: _Units = [(WHOLE, DECEMBER), (WHOLE, DECEMBER)]
OWN_APART: _Units = [(WHOLE, NOVEMBER), (WHOLE, "")]


@pytest.mark.parametrize(
    ("first", "then", "days", "told"),
    [
        (ALIKE, ALIKE, (NOVEMBER, ""), ()),
        (ALIKE, LATER, (DECEMBER, ""), ("截至 2023-11-30→2023-12-20",)),
        (ALIKE, ALL_YEAR, ("", ""), ("截至 2023-11-30→不写了",)),
        (ALIKE, APART, ("", ""), ("截至 2023-11-30→不写了",)),
        (ALL_YEAR, ALIKE, (NOVEMBER, ""), ("截至 没有写→2023-11-30",)),
        (APART, ALIKE, (NOVEMBER, ""), ("截至 没有写→2023-11-30",)),
        (ALL_YEAR, ALL_YEAR, ("", ""), ()),
        (APART, APART, ("", ""), ()),
        (ALL_YEAR, APART, ("", ""), ()),
        (OWN, OWN, ("", NOVEMBER), ()),
        (OWN, OWN_LATER, ("", DECEMBER), ("行政执法.立案 截至 2023-11-30→2023-12-20",)),
        (OWN, ALL_YEAR, ("", ""), ("行政执法.立案 截至 2023-11-30→不写了",)),
        (ALL_YEAR, OWN, ("", NOVEMBER), ("行政执法.立案 截至 没有写→2023-11-30",)),
        (
            OWN,
            ALIKE,
            (NOVEMBER, ""),
            ("行政执法.立案 截至 2023-11-30→不写了", "截至 没有写→2023-11-30"),
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_days_are_those_of_this_run(
    tmp_path: Path, end: str, first: _Units, then: _Units, days: tuple[str, str], told: tuple[str, ...]
) -> None:
    """Told is each that is another than before; a second time there is nothing to tell, and nothing else changes."""
    _run(tmp_path, first)
    path = tmp_path / "县.yaml"
    mine = path.read_text(encoding="utf-8").replace("不足:\n", "不足:   # 王科长定\n")
    path.write_bytes(mine.replace("\n", end).encode())
    assert _run(tmp_path, then) == told
    assert _days(tmp_path) == days
    renewed = path.read_bytes().decode()
    assert "不足:   # 王科长定" + end in renewed
    assert renewed.count("\n") == renewed.count(end)
    fresh = tmp_path / "另"
    _run(fresh, then)
    assert renewed == (fresh / "县.yaml").read_text(encoding="utf-8").replace(
        "不足:\n", "不足:   # 王科长定\n"
    ).replace("\n", end)
    assert _run(tmp_path, then) == ()


@pytest.mark.parametrize(
    ("first", "edit", "then", "days", "told"),
    [
        (APART, ("单位:\n", f"截至: {DECEMBER}\n单位:\n"), APART, (DECEMBER, ""), ()),
        (APART, ("单位:\n", f"截至: {DECEMBER}\n单位:\n"), LATER, (DECEMBER, ""), ()),
        (
            APART,
            ("单位:\n", f"截至: {DECEMBER}\n单位:\n"),
            ALL_YEAR,
            (DECEMBER, ""),
            ("截至 手工写的2023-12-20没有动，这次各单位的数都是全年的",),
        ),
        (
            ALIKE,
            (f"截至: {NOVEMBER}", f"截至: {DECEMBER}"),
            ALIKE,
            (DECEMBER, ""),
            ("截至 手工写的2023-12-20没有动，这次各单位的数都截至11月30日",),
        ),
        (
            ALIKE,
            (f"截至: {NOVEMBER}\n", ""),
            ALIKE,
            ("", ""),
            ("截至 文件里没有这一行，没有添，这次各单位的数都截至11月30日",),
        ),
        (ALIKE, (f"截至: {NOVEMBER}", f"截至: {NOVEMBER}   # 已核"), ALIKE, (NOVEMBER, ""), ()),
        (ALIKE, (f"截至: {NOVEMBER}", "截至: '2023年11月30日'"), ALIKE, (NOVEMBER, ""), ()),
        (OWN, (f"截至: {NOVEMBER}}}", "截至: 2023年11月30日}"), OWN, ("", NOVEMBER), ()),
        (
            OWN,
            (f"截至: {NOVEMBER}}}", f"截至: {DECEMBER}}}"),
            OWN,
            ("", DECEMBER),
            ("行政执法.立案 手工写的截至2023-12-20没有动，这次各单位的数都截至2023-11-30",),
        ),
        (
            ALL_YEAR,
            ("明细见县-明细.csv}", f"明细见县-明细.csv, 截至: {NOVEMBER}}}"),
            ALL_YEAR,
            ("", NOVEMBER),
            ("行政执法.立案 手工写的截至2023-11-30没有动，这次没有写这一天",),
        ),
        (
            OWN,
            (f"截至: {NOVEMBER}}}", f"截至: {NOVEMBER}}} # 已核"),
            OWN_APART,
            ("", NOVEMBER),
            ("行政执法.立案 原来的6件没有动，这次没有能写进来的合计，请核对",),
        ),
    ],
)
def test_a_day_that_a_person_wrote_stays(
    tmp_path: Path,
    first: _Units,
    edit: tuple[str, str],
    then: _Units,
    days: tuple[str, str],
    told: tuple[str, ...],
) -> None:
    """And is told where the units' figures all end on another."""
    _run(tmp_path, first)
    old, new = edit
    path = tmp_path / "县.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    for _ in range(2):
        assert _run(tmp_path, then) == told
        assert _days(tmp_path) == days


def test_the_day_of_a_figure_that_stands_on_several_lines_goes_by_itself(tmp_path: Path) -> None:
    """Nothing else of the figure does."""
    _run(tmp_path, OWN)
    path = tmp_path / "县.yaml"
    text = path.read_text(encoding="utf-8")
    (line,) = (one for one in text.splitlines() if "立案: {" in one)
    inside = (
        line.partition("{")[2]
        .rstrip("}")
        .replace(", 截至", "\n        截至")
        .replace(", 来源", "\n        来源")
    )
    path.write_text(text.replace(line, f"      立案:\n        {inside}"), encoding="utf-8")
    assert _run(tmp_path, ALL_YEAR) == ("行政执法.立案 截至 2023-11-30→不写了",)
    assert _days(tmp_path) == ("", "")
    assert path.read_text(encoding="utf-8").count("来源: ") == 1


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("then", "day", "told"),
    [
        (ALIKE, NOVEMBER, ()),
        (LATER, DECEMBER, ("截至 2023-11-30→2023-12-20",)),
        (ALL_YEAR, NOVEMBER, ("截至 手工写的2023-11-30没有动，这次各单位的数都是全年的",)),
        (APART, NOVEMBER, ("截至 旁边有批注，2023-11-30没有删，这次各单位的数截至的日子不一样",)),
    ],
)
def test_what_a_person_noted_behind_the_day_stays(
    tmp_path: Path, end: str, then: _Units, day: str, told: tuple[str, ...]
) -> None:
    """Where the day is another now, and where there would be none."""
    _run(tmp_path, ALIKE)
    path = tmp_path / "县.yaml"
    text = path.read_text(encoding="utf-8").replace(
        f"\n截至: {NOVEMBER}\n", f"\n截至: {NOVEMBER}   # 王科长已核\n"
    )
    path.write_bytes(text.replace("\n", end).encode())
    assert _run(tmp_path, then) == told
    assert _days(tmp_path) == (day, "")
    assert f"{end}截至: {day}   # 王科长已核{end}" in path.read_bytes().decode()
    assert _run(tmp_path, then) == (() if day == DECEMBER or then is APART else told)


def test_what_a_person_added_to_our_comment_stays(tmp_path: Path) -> None:
    """Then the day below it is his."""
    _run(tmp_path, ALIKE)
    path = tmp_path / "县.yaml"
    text = path.read_text(encoding="utf-8")
    ours = "# 各单位的文件都写着截至11月30日。"
    assert text.count(ours) == 1
    path.write_text(text.replace(ours, f"{ours}甲镇的已电话核过"), encoding="utf-8")
    told = ("截至 手工写的2023-11-30没有动，这次各单位的数都截至12月20日",)
    for _ in range(2):
        assert _run(tmp_path, LATER) == told
        assert f"{ours}甲镇的已电话核过\n" in path.read_text(encoding="utf-8")
        assert path.read_text(encoding="utf-8").count("# 各单位的文件都写着截至12月20日。\n") == 1


def test_a_note_within_the_brackets_of_a_figure_stays(tmp_path: Path) -> None:
    """The day before it cannot go without it, and is told."""
    _run(tmp_path, OWN)
    path = tmp_path / "县.yaml"
    text = path.read_text(encoding="utf-8")
    noted = f"截至: {NOVEMBER} # 已核\n        }}"
    path.write_text(text.replace(f"截至: {NOVEMBER}}}", noted), encoding="utf-8")
    told = ("行政执法.立案 手工写的截至2023-11-30没有动，这次没有写这一天",)
    assert _run(tmp_path, ALL_YEAR) == told
    assert noted in path.read_text(encoding="utf-8")
