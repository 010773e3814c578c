"""`nianbao rollup`: the totals of a county."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import (
    PATH,
    argument,
    flag,
    own_templates,
    path_option,
    quiet_flag,
    read_year,
    text_option,
)
from generator.cli.wording import Command

if TYPE_CHECKING:
    from generator.rollup.figures import UnitFigures
    from generator.rollup.opening import OpenedTotal
    from generator.rollup.outputs import RolledUp
    from generator.rollup.units import CountedUnits
    from generator.rollup.writing import WrittenOutput

_INDENT = "    "
_MOST_NAMED = 12


@click.command(
    "rollup",
    cls=Command,
    help=f"""{COMMANDS["rollup"]}

    写到哪里由文件名定：.xlsx 是表格，.yaml 是县里的事实文件，.csv、.parquet 是明细，.html 是历年对照的网页；写文件夹，全都生成（Parquet 除外）。
    不写 -o 就直接列出合计。没有报齐的，县里的事实文件写成“不少于”；同一单位对不上的数，都不计入。
    """,
)
@argument(
    "files",
    "文件夹或文件…",
    "放着各单位事实文件的文件夹，或几份事实文件（.yaml）",
    type=PATH,
    nargs=-1,
    required=True,
)
@click.option(
    "-o", "--output", "outputs", metavar="去处", type=PATH, multiple=True, help="写到哪里，可以写几次"
)
@text_option("--year", metavar="年度", explained="只汇总这一年；不写就汇总各年，历年对照")
@text_option("--name", metavar="名称", explained="县区的名称，如临淄区；不写就看各单位的“上级”")
@text_option(
    "--explain", "explained", metavar="主题.字段", explained="列出一个合计由哪些单位、哪一行相加，还有谁没填"
)
@path_option("--notice", metavar="通知", explained="上级通知.yaml，照名单看谁没交；不写就看文件夹里有没有")
@flag("--force", explained="覆盖手工改过的文件；原来的另存一份备份")
@quiet_flag
@own_templates
def rollup_command(
    files: tuple[Path, ...],
    outputs: tuple[Path, ...],
    year: str,
    name: str,
    explained: str,
    notice: Path | None,
    force: bool,
    quiet: bool,
    templates: Path | None,
) -> int:
    """Read all files, tell what is wrong in them, then write or print the totals."""
    from generator.cli import console
    from generator.county.folder import county_files
    from generator.problems import Level
    from generator.resources import Templates
    from generator.rollup.copied import copy_reminders
    from generator.rollup.listed import notice_for, with_absent
    from generator.rollup.opening import concerning, open_totals
    from generator.rollup.outputs import roll_up
    from generator.rollup.units import gather_units

    own = Templates.with_own(templates)
    wanted = read_year(year) if year else None
    found = county_files(files)
    with console.working("正在读", len(found), quiet=quiet) as tell:
        counted = gather_units(found, own, tell)
    listed = notice_for(files, notice)
    if listed:
        counted = with_absent(counted, listed, own)
    rolled = roll_up(counted, own, wanted, name.strip())
    if explained:
        for one in open_totals(rolled, explained):
            _tell_opened(one)
    elif not outputs:
        _tell_totals(rolled)
    if outputs:
        _write(rolled, outputs, force=force, quiet=quiet)
    told = (
        concerning(rolled, explained)
        if explained
        else (*rolled.counted.problems, *copy_reminders(rolled.rows))
    )
    console.problems(told, beside=True)
    if not quiet:
        console.say(_summary(rolled, len(found)))
    return int(any(one.level is Level.ERROR for one in told))


def _write(rolled: RolledUp, outputs: Sequence[Path], *, force: bool, quiet: bool) -> None:
    from generator.cli import console
    from generator.rollup.writing import write_output

    with console.working("正在写", quiet=quiet):
        written = write_output(rolled, *outputs, force=force)
    for done in () if quiet else written:
        _tell_written(done)
    _tell_totals_alone(rolled, written)
    if any(one.path.suffix.lower() in (".yaml", ".yml") for one in written):
        _tell_county_choice(rolled)
    _tell_apart(rolled)


def _tell_written(done: WrittenOutput) -> None:
    from generator.cli import console

    if not done.renewed:
        console.say(f"已生成：{done.path}", "green")
    elif done.changes:
        console.say(f"已更新：{done.path}，手工写的保留，只更新了汇总的数：", "green")
        _say_lines(done.changes)
    else:
        console.say(f"已核对：{done.path}，手工写的保留，汇总的数没有变化。", "green")
    if done.kept:
        console.say(f"原来的文件另存为：{done.kept}")


def _tell_totals_alone(rolled: RolledUp, written: Sequence[WrittenOutput]) -> None:
    """Say what a workbook of very many units has not."""
    from generator.cli import console
    from generator.rollup.workbook import has_totals_alone

    units = rolled.counted.units
    if has_totals_alone(units) and any(one.path.suffix.lower() == ".xlsx" for one in written):
        told = f"{len(units)}个单位的数太多，Excel 里只有各项合计；各单位的数和出处在明细里"
        console.say(f"{told}（-o 明细.csv 或 明细.parquet）。", "yellow")


def _tell_county_choice(rolled: RolledUp) -> None:
    """Say which totals the county's report tells as lower bounds only, and which it leaves out, and why."""
    from generator.cli import console
    from generator.rollup.outputs import county_choice
    from generator.shortened import named

    for year in rolled.totals:
        chosen, left = county_choice(rolled, year)
        some = [f"{one.total.topic}.{one.total.label}" for one in chosen if one.lacking]
        if some:
            told = f"没有报齐、写成“不少于”或“超过”的{len(some)}项：{named(some, _MOST_NAMED)}"
            console.say(f"{year}年度，{told}；缺谁写在县里事实文件的来源里。", "yellow")
        by_reason: dict[str, list[str]] = {}
        for one in left:
            total = f"{one.total.topic}.{one.total.label} {one.total.amount}"
            by_reason.setdefault(one.why, []).append(total)
        if by_reason:
            console.say(f"{year}年度，有合计、没有写进县里事实文件的：")
            _say_lines([f"{named(ones, _MOST_NAMED)}：{why}" for why, ones in by_reason.items()])


def _tell_apart(rolled: RolledUp) -> None:
    """Name the units whose number is far from the others'."""
    from generator.cli import console
    from generator.rollup.totals import far_apart

    told = [
        f"{one.topic}.{one.label}（{one.year}年度）：{'、'.join(far)}；合计{one.amount}"
        for one in rolled.rows
        if one.amount and (far := far_apart(one))
    ]
    if told:
        console.say("与别的单位相差很大的数，请问一问：")
        _say_lines(told)


def _summary(rolled: RolledUp, files: int) -> str:
    from generator.rollup.units import units_called

    units = rolled.counted.units
    told = "，".join(
        f"{year}年度{len(of)}个{units_called(of)}"
        for year in rolled.totals
        if (of := rolled.counted.of_year(year))
    )
    summed = sum(one.amount is not None for one in rolled.rows)
    left = files - len(units)
    others = f"，{left}份没有计入" if left else ""
    with_totals = f"{summed}项有合计{_not_judged(rolled)}。"
    return f"共{files}份事实文件：{told}{others}。{with_totals}{_by_list(rolled.counted)}{_without_figures(units)}"


def _not_judged(rolled: RolledUp) -> str:
    """Say of how many totals nobody can tell which unit stands apart."""
    from generator.rollup.totals import far_apart

    count = sum(bool(one.amount and one.spread) and far_apart(one) is None for one in rolled.rows)
    return f"，{count}项没有判断离群（填报的不到3个单位，或大多填0）" if count else ""


def _without_figures(units: Sequence[UnitFigures]) -> str:
    """Name the units whose file has not a single figure: a sheet to be filled in, as it was made."""
    empty = "、".join(one.unit for one in units if not any(figure.value for figure in one.figures))
    return f"交来的文件里一个数也没有填的：{empty}。" if empty else ""


def _by_list(counted: CountedUnits) -> str:
    """Say who of the notice's list sent nothing, and who is not on it."""
    if not counted.listed:
        return ""
    absent = "、".join(one.unit for one in counted.absent)
    said = f"没有交或没有计入的{len(counted.absent)}个：{absent}。" if absent else "都交了。"
    unlisted = "、".join(one.unit for one in counted.unlisted)
    others = f"不在名单上、照样计入的：{unlisted}。" if unlisted else ""
    return f"通知的名单上有{counted.listed}个单位，{said}{others}"


def _tell_totals(rolled: RolledUp) -> None:
    from generator.cli import console
    from generator.rollup.totals import far_apart
    from generator.rollup.units import units_called
    from generator.rollup.workbook import coverage_of

    topic = ""
    for one in rolled.rows:
        if one.topic != topic:
            topic = one.topic
            console.say(topic, "bold")
        called = units_called(rolled.counted.of_year(one.year))
        year = f"{one.year}年度，" if len(rolled.totals) > 1 else ""
        far = far_apart(one)
        apart = f"；离群：{'、'.join(far)}" if far else ""
        said = str(one.amount) if one.amount else one.why
        console.say(f"{_INDENT}{one.label}  {said}  （{year}{coverage_of(one, called)}{apart}）")


def _tell_opened(opened: OpenedTotal) -> None:
    from generator.cli import console

    console.say(opened.heading, "bold")
    _say_lines(opened.lines)
    if opened.waiting:
        console.say(f"{_INDENT}待填：{'、'.join(opened.waiting)}")
    if opened.missing:
        console.say(f"{_INDENT}没有填：{'、'.join(opened.missing)}")


def _say_lines(lines: Sequence[str]) -> None:
    from generator.cli import console

    for line in lines:
        console.say(f"{_INDENT}{line}")
