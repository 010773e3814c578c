"""`nianbao compare`: what changed between two facts files, or between two folders unit by unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import PATH, argument, flag, own_templates, path_option, quiet_flag
from generator.cli.wording import Command

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.commands.changes import Piece
    from generator.likeness.differing import FactChange, FactsDifferences, WordsChange
    from generator.likeness.matching import Compared

_NO_LINE = "没有写"


@click.command(
    "compare",
    cls=Command,
    help=f"""{COMMANDS["compare"]}

    两份事实文件直接比；两个文件夹按单位名称一一对上再比，同一单位有几份的取年度最新的一份。
    """,
)
@argument("old", "旧的", "旧的事实文件，或者放旧文件的文件夹", type=PATH)
@argument("new", "新的", "新的事实文件，或者放新文件的文件夹", type=PATH)
@path_option("-o", "--output", metavar="网页", explained="写成网页（.html），左旧右新")
@flag("--json", "as_json", explained="输出 JSON，供别的程序读取")
@flag("--force", explained="覆盖手工改过的网页；原来的另存一份备份")
@quiet_flag
@own_templates
def compare_command(
    old: Path,
    new: Path,
    output: Path | None,
    as_json: bool,
    force: bool,
    quiet: bool,
    templates: Path | None,
) -> int:
    """Tell what changed."""
    from generator.cli import console
    from generator.likeness.matching import compare_files
    from generator.likeness.page import differences_page, refuse_no_page
    from generator.resources import Templates

    refuse_no_page(output)
    with console.working("正在读", quiet=quiet) as tell:
        compared = compare_files(old, new, Templates.with_own(templates), tell)
    if as_json:
        console.print_records(one.as_dict() for one in compared.units)
    elif output:
        write_page(output, differences_page(compared), force=force, quiet=quiet)
    else:
        for one in compared.units:
            _tell(one)
    if not (as_json and quiet):
        _tell_others(compared, beside=as_json)
    console.problems(compared.problems, beside=as_json)
    return 1 if compared.problems else 0


def write_page(output: Path, page: str, *, force: bool, quiet: bool) -> None:
    """Write a page and tell where it is."""
    from generator.cli import console
    from generator.files import save

    kept = save(output, page.encode("utf-8"), force=force)
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    if not quiet:
        console.say(f"已生成：{output}", "green")


def _tell(one: FactsDifferences) -> None:
    from generator.cli import console
    from generator.likeness.differing import summary_of

    console.say(f"{one.new.name or one.new.file}：{one.names[0]} → {one.names[1]}", "bold")
    console.say(summary_of(one))
    for topic in one.topics:
        console.say(f"\n{topic}", "bold")
        for fact in one.facts:
            if fact.topic == topic:
                console.say(f"  {_fact(fact)}")
        for words in one.words:
            if words.topic == topic:
                _tell_words(words)
    console.say()


def _fact(fact: FactChange) -> str:
    where = f"第{fact.new.line}行" if fact.new else f"原第{fact.old.line if fact.old else 0}行"
    old = fact.old.shown if fact.old else _NO_LINE
    new = fact.new.shown if fact.new else _NO_LINE
    by = "，".join(filter(None, (fact.difference, fact.percent)))
    return f"{fact.field}（{where}）：{old} → {new}{f'（{by}）' if by else ''}"


def _tell_words(words: WordsChange) -> None:
    from generator.cli import console

    if words.old and words.new:
        console.say(f"  旧（第{words.old_line}行）：{_marked(words.old)}")
        console.say(f"  新（第{words.new_line}行）：{_marked(words.new)}", "bold")
    elif words.new:
        console.say(f"  新增一句（第{words.new_line}行）：{words.new[0].text}")
    else:
        console.say(f"  删去一句（原第{words.old_line}行）：{words.old[0].text}")


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces)


def _tell_others(compared: Compared, *, beside: bool) -> None:
    from generator.cli import console
    from generator.likeness.differing import doubts_between

    say = console.complain if beside else console.say
    for one in compared.units:
        for doubt in doubts_between(one.old, one.new):
            say(doubt, "yellow")
    for names, what in ((compared.only_old, "只有旧的一边有"), (compared.only_new, "只有新的一边有")):
        if names:
            say(f"{what}：{'、'.join(names)}。", "")
    if compared.passed_over:
        say(f"同一单位只比年度最新的一份，没有比：{'、'.join(compared.passed_over)}。", "")
