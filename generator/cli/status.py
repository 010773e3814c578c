"""`nianbao status`: who has sent a report, and what is missing in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import PATH, argument, flag, own_templates, path_option, read_day, text_option
from generator.cli.wording import Command
from generator.problems import FactsError, UserError

if TYPE_CHECKING:
    from datetime import date

    from generator.commands.steps import Given
    from generator.county.examining import Examine
    from generator.county.stage import UnitStatus
    from generator.county.status import Progress

_HEAD = ("单位", "情况", "待填", "其中必报", "错误", "不合通知", "待核对", "提醒", "字数", "文件")


@click.command(
    "status",
    cls=Command,
    help=f"{COMMANDS['status']}\n\n都报齐了的退出码为 0，还有没报的、要补要改的，或者一份也没有收到的为 1。",
)
@argument(
    "folder", "文件夹", "放着各单位文件的文件夹：事实文件，或者各单位自己写的报告（.docx 等）", type=PATH
)
@path_option(
    "--notice",
    metavar="文件",
    explained="上级通知的文件；不写就用文件夹里的 上级通知.yaml，没有的只看已经收到的",
)
@text_option("--today", metavar="日期", explained="按哪一天算，如 2024-02-20；不写就是今天")
@flag("--json", "as_json", explained="输出 JSON，供别的程序读取")
@path_option("-o", "--output", metavar="文件", explained="写成一个网页（.html），打开着会自己更新")
@flag("--watch", explained="看着这个文件夹，有变化就重写网页，按 Ctrl-C 停止；与 -o 一起用")
@path_option(
    "--notes", metavar="文件夹", explained="给每个要补要改的单位写一份催报的话（.txt），放在这个文件夹"
)
@text_option("--note", metavar="单位", explained="显示给这个单位的催报的话")
@flag("--force", explained="覆盖手工改过的网页和催报的话；原来的另存一份备份")
@own_templates
def status_command(
    folder: Path,
    notice: Path | None,
    today: str,
    as_json: bool,
    output: Path | None,
    watch: bool,
    notes: Path | None,
    note: str,
    force: bool,
    templates: Path | None,
) -> int:
    """Tell how far the units of a county are."""
    from generator.cli import console
    from generator.commands.steps import Given
    from generator.likeness.copied import with_copied
    from generator.resources import Templates

    given = Given(Templates.with_own(templates), notice=notice)
    day = read_day(today) if today else None
    if output and output.suffix.lower() not in {".html", ".htm"}:
        raise UserError(f"进度只能写成网页：{output.name}", "例如：-o 进度.html", status=2)
    if watch:
        if output is None:
            raise UserError("--watch 要和 -o 一起用。", "例如：-o 进度.html --watch", status=2)
        return _watch(folder, given, day, output, force=force)
    progress = with_copied(_progress(folder, given, day), given.templates)
    if note:
        _show_note(progress, note)
        return 0
    if as_json:
        console.print_json(progress.as_dict())
    elif output is None and notes is None:
        _tell(progress, folder)
    if output:
        _save_page(progress, given, output, force=force)
    if notes:
        from generator.county.chasing import save_notes

        saved = save_notes(progress, notes, force=force)
        console.complain(f"已写好{len(saved.written)}份催报的话，在：{notes}", "green")
        if saved.left:
            names = "、".join(one.name for one in saved.left)
            console.complain(
                f"有{len(saved.left)}份写好以后改过，没有动：{names}；要照新的重写，加 --force。", "yellow"
            )
    return 1 if progress.to_chase or not progress.units else 0


def _progress(folder: Path, given: Given, day: date | None, examine: Examine | None = None) -> Progress:
    from datetime import datetime

    from generator.cli import console
    from generator.county.examining import examine_files
    from generator.county.folder import sent_files
    from generator.county.status import county_progress

    today = day or datetime.now().astimezone().date()
    with console.working("正在看各单位的文件", len(sent_files(folder))) as tell:
        return county_progress(folder, given, today, tell, examine or examine_files)


def _save_page(progress: Progress, given: Given, output: Path, *, force: bool) -> None:
    from generator.cli import console
    from generator.county.page import progress_page
    from generator.files import save

    kept = save(output, progress_page(progress, given.templates).encode(), force=force)
    console.complain(f"已生成：{output}", "green")
    if kept:
        console.complain(f"原来的文件另存为：{kept}", "")


def _watch(folder: Path, given: Given, day: date | None, output: Path, *, force: bool) -> int:
    """Write the page anew whenever something in the folder changes, or the day does, until Ctrl-C."""
    from datetime import datetime
    from time import sleep

    from generator.cli import console
    from generator.commands.watch import TICK, each_change
    from generator.county.examining import Examinations
    from generator.county.folder import folder_stamp

    examine = Examinations().examine

    def look() -> object:
        return folder_stamp(folder, given.notice), datetime.now().astimezone().date()

    for there in (folder, given.notice):  # else one would wait for it for ever
        if there and not there.exists():
            raise UserError(f"找不到：{there}", "请检查文件或文件夹的名称。", status=2)
    try:
        for _ in each_change(look, lambda: sleep(TICK)):
            _renew(partial(_progress, folder, given, day, examine), given, output, force=force)
            console.say("文件夹里有变化就重写网页，按 Ctrl-C 停止。", "dim")
            console.flush()
    except KeyboardInterrupt:
        console.say("\n已停止。")
    return 0


def _renew(look: Callable[[], Progress], given: Given, output: Path, *, force: bool) -> None:
    """Write the page; of what is wrong now, as in a notice that is only half changed, it is told, and looked again."""
    from generator.cli import console

    try:
        progress = look()
        _save_page(progress, given, output, force=force)
    except FactsError as error:
        console.problems(error.problems)
    except UserError as error:
        console.complain(error.message)
        console.complain(error.fix, "")
    else:
        console.say(_counted(progress))


def _show_note(progress: Progress, name: str) -> None:
    from generator.cli import console
    from generator.county.chasing import chasing_note
    from generator.county.units import UnitList

    listed = UnitList(one.unit for one in progress.units)
    unit = listed.of([name])
    if unit is None:
        near = listed.nearest([name])
        known = "、".join(one.name for one in listed.units)
        fix = (
            f"是不是“{near}”？"
            if near
            else f"名单上有：{known}。"
            if known
            else "通知里没有名单，也没有收到文件。"
        )
        raise UserError(f"名单上没有“{name}”。", fix, status=2)
    console.data(chasing_note(next(one for one in progress.units if one.unit is unit), progress))


def _tell(progress: Progress, folder: Path) -> None:
    from generator.cli import console
    from generator.county.page import deadline_told

    console.problems(progress.warnings)
    for line in _table([_HEAD, *_rows(progress)]):
        console.say(line)
    console.say()
    if told := deadline_told(progress):
        console.say(f"{told}。", "bold red" if (progress.days_left or 0) < 0 else "bold")
    console.say(_counted(progress))
    for one in progress.units:
        for line in _several(one):
            console.say(line, "yellow")
        for item, reason in one.sent.excused if one.sent else ():
            console.say(f"{one.unit.name}免报{item}：{reason}。")
    for stray in progress.strays:
        console.say(f"没有计入：{stray.path.name}，{stray.why}。", "yellow")
    if progress.to_chase:
        first = progress.to_chase[0].unit.name
        named = f'"{folder}"' if " " in str(folder) else folder
        console.say(f"看缺什么：nianbao status {named} --note {first}；催报的话全写出来：--notes 催报", "dim")


def _several(one: UnitStatus) -> Iterator[str]:
    """Say which file of a unit counts where there are others, whose name it bears, and whose words, if another's."""
    if one.alike:
        yield f"{one.unit.name}{one.alike}，请核对；是哪几段，用 nianbao alike 看。"
    if one.sent and one.others:
        names = "、".join(each.path.name for each in (one.sent, *one.others))
        yield f"{one.unit.name}有{len(one.others) + 1}份：{names}，按 {one.sent.path.name} 统计。"
    for path, other in one.misnamed:
        yield f"{path.name} 的文件名写的是{other}，里面写的是{one.unit.name}，按{one.unit.name}的收下，请核对。"


def _rows(progress: Progress) -> Iterator[tuple[str, ...]]:
    for one in progress.units:
        sent = one.sent
        if sent is None:
            yield (one.unit.name, one.stage.value, *["-"] * 8)
            continue
        counts = (one.to_fill, one.required, one.errors, one.against, one.doubts, one.reminders)
        words = f"{sent.words}{'' if one.fits else '!'}"
        told = [str(len(each)) for each in counts]
        told[1] = told[1] if one.judged else "没有查"
        yield (one.unit.name, one.stage.value, *told, words, sent.path.name)


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Give rows as lines whose columns stand under each other: names to the left, counts to the right."""
    from generator.cli.columns import column_width, pad

    wide = [max(map(column_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            pad(cell, width)
            if number < 2 or number == len(row) - 1
            else " " * (width - column_width(cell)) + cell
            for number, (cell, width) in enumerate(zip(row, wide, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _counted(progress: Progress) -> str:
    counts = "、".join(f"{stage.value}{count}个" for stage, count in progress.counted)
    told = "收到" if progress.unlisted else "应报"
    said = f"{told}{len(progress.units)}个单位：{counts}" if counts else "还没有收到文件"
    return f"{said}。" if not progress.unlisted else f"{said}（{progress.unlisted}）。"
