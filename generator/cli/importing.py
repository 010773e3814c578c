"""`nianbao import`: an old report becomes a facts file, or notes go into one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag, own_templates, path_option, paths_argument, quiet_flag, text_option
from generator.cli.wording import Command
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.resources import Templates

_NOTES, _EDITED, _PASTED = "notes", "edited", "-"
_SHOWN = 10


@click.command("import", cls=Command, help=COMMANDS["import"])
@paths_argument(
    "已有的报告（.docx、.txt、.md、.html、.doc、.wps 等）；与 --into 同用时，是科室送来的材料（.txt、.docx、.xlsx、.csv，"
    "几份一起写，互相对照；或者用 - 读粘贴的文字），或生成以后又在 Word 里改过的报告"
)
@path_option(
    "-o",
    "--output",
    metavar="去处",
    explained="事实文件的名称或文件夹；不写就在当前文件夹，名为 单位-年度.yaml",
)
@flag("--fields", explained="模板的句子与原文说的是同一回事的，改写成字段，由程序造句；报告的文字随之改变")
@path_option("--report", metavar="网页", explained="另写一份对照：左边是原文和认出的数，右边是事实文件")
@path_option(
    "--into", metavar="事实文件", explained="把材料里的数和名称并入这份事实文件；不加 --accept 只列出，不写"
)
@text_option(
    "--as",
    "kind",
    metavar="种类",
    explained="材料是什么：notes 科室的材料，edited 生成以后又改过的报告；不写就自己认",
)
@flag(
    "--accept",
    explained="与 --into 同用：认准而文件里还没有的、在 Word 里改过而能写回的，都写进事实文件，不再逐个询问",
)
@flag("--force", explained="覆盖已有的同名文件；原来的另存一份备份")
@quiet_flag
@own_templates
def import_command(
    files: tuple[Path, ...],
    output: Path | None,
    fields: bool,
    report: Path | None,
    into: Path | None,
    kind: str,
    accept: bool,
    force: bool,
    quiet: bool,
    templates: Path | None,
) -> int:
    """Import a report as a facts file, or notes into one."""
    from generator.resources import Templates

    own = Templates.with_own(templates)
    if kind and kind not in {_NOTES, _EDITED}:
        raise UserError(f"--as 后面写的是“{kind}”。", f"可选：{_NOTES}、{_EDITED}。", status=2)
    if into is not None:
        return _into(files, into, kind, own, accept=accept, quiet=quiet)
    if kind or accept:
        raise UserError(
            "--as 和 --accept 要与 --into 同用。",
            "例如：nianbao import 材料.txt --into 稷下街道-2023.yaml",
            status=2,
        )
    if len(files) > 1:
        raise UserError(
            "一次只能把一份报告读成事实文件。",
            "几份科室材料并入一份事实文件，请加 --into：nianbao import 司法所.docx 执法队.xlsx --into 稷下街道-2023.yaml",
            status=2,
        )
    return _as_facts(files[0], output, report, own, fields=fields, force=force, quiet=quiet)


def _into(
    files: Sequence[Path], into: Path, kind: str, templates: Templates, *, accept: bool, quiet: bool
) -> int:
    """Say what notes, or an edited report, would change in a facts file, and take over what is wanted."""
    from generator.commands.import_edited import is_ours

    pasted = [one for one in files if str(one) == _PASTED]
    edited = [one for one in files if kind == _EDITED or (not kind and one not in pasted and is_ours(one))]
    if len(files) > 1 and (alone := [*pasted, *edited]):
        what = "粘贴的文字" if pasted else f"生成以后又改过的报告 {alone[0].name}"
        raise UserError(f"{what}要单独读，不能与别的文件一起读。", "请分两次运行。", status=2)
    if edited:
        return _edited(edited[0], into, templates, accept=accept, quiet=quiet)
    return _notes(files, into, templates, accept=accept, pasted=bool(pasted), quiet=quiet)


def _edited(file: Path, into: Path, templates: Templates, *, accept: bool, quiet: bool) -> int:
    from generator.cli import console
    from generator.cli.edited import choose_edits, tell_edits, tell_written_edits
    from generator.commands.import_edited import edited_report
    from generator.commands.steps import Given

    with console.working("正在与原来的报告对照", quiet=quiet):
        edited = edited_report(file, into, Given(templates))
    tell_edits(edited)
    known = [one for one in edited.changes if one.proposal]
    if not known:
        return 0
    console.say()
    if accept and edited.stale:
        console.say("没有写入。两边都改过，请在终端里运行，逐处决定。")
        return 1
    if not (accept or console.can_ask()):
        console.say("没有写入。可以写回的都写入，请加 --accept；在终端里运行，可以逐处决定。")
        return 0
    if chosen := known if accept else choose_edits(edited):
        tell_written_edits(edited, chosen)
    else:
        console.say("文件没有改动。")
    return 0


def _notes(
    files: Sequence[Path], into: Path, templates: Templates, *, accept: bool, pasted: bool, quiet: bool
) -> int:
    from generator.cli import console
    from generator.cli.notes import choose_suggestions, tell_suggestions, tell_written
    from generator.commands.import_notes import suggest_from_files, suggest_from_text
    from generator.suggesting.suggestion import Standing

    if pasted:
        notes = suggest_from_text(console.pasted(), into, templates)
    else:
        with console.working("正在读来件", quiet=quiet):
            notes = suggest_from_files(files, into, templates)
    tell_suggestions(notes.suggestions, into.name)
    console.say()
    if not accept and (pasted or not console.can_ask()):
        console.say("没有写入。“可以写入”的都写入，请加 --accept；在终端里运行，可以逐项决定。")
        return 0
    if chosen := notes.suggestions.of(Standing.NEW) if accept else choose_suggestions(notes.suggestions):
        tell_written(notes, chosen)
    else:
        console.say("没有可写入的，文件没有改动。")
    return 0


def _as_facts(
    file: Path,
    output: Path | None,
    report: Path | None,
    templates: Templates,
    *,
    fields: bool,
    force: bool,
    quiet: bool,
) -> int:
    """Write a facts file and say how much of the report it gives back."""
    from generator.cli import console
    from generator.commands.import_report import imported, save_import

    with console.working("正在读旧报告", quiet=quiet):
        one = imported(file, templates, fields=fields)
    path, kept = save_import(one, output, report, templates, force=force)
    if one.old.doubt:
        console.say(f"{one.old.doubt}。", "yellow")
    if quiet:
        console.problems(one.problems)
        return 0
    console.say(f"已生成：{path}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    console.say(f"{one.proof.summary}。")
    for told in one.old.told:
        console.say(f"  {told}。")
    _list("没有写入的", one.old.dropped)
    _list(
        "与原文不同的",
        [f"{change.old or '（原文没有）'} → {change.new or '（没有）'}" for change in one.proof.changed],
    )
    _list("分段与原文不同的", one.proof.cut)
    console.problems(one.problems)
    if one.proof.doubtful:
        console.say("请看的地方在文件里用“# 疑：”注明，看过的删去注释。")
    if report:
        console.say(f"对照：{report}")
    return 0


def _list(title: str, items: Sequence[str]) -> None:
    """Print the first of some pieces of the old report, and count the others."""
    from generator.cli import console

    if items:
        console.say(f"{title}（{len(items)}处）：")
    for one in items[:_SHOWN]:
        console.say(f"  {one}")
    if len(items) > _SHOWN:
        console.say(f"  还有{len(items) - _SHOWN}处；加 --report 全部列出。")
