"""`nianbao alike`: which reports share passages, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.compare import write_page
from generator.cli.options import PATH, argument, flag, own_templates, path_option, quiet_flag
from generator.cli.wording import Command
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.likeness.alike import AlikePair, FoundAlike, SharedSentence

_FEWEST, _MOST = 2, 20
_SHOWN = 44


@click.command(
    "alike",
    cls=Command,
    help=f"""{COMMANDS["alike"]}

    事实文件只比自己写的话；Word、Markdown 和文本文件，谁写的都可以，本程序的模板能写出的话认得出来，不算。
    法律名称、《》里的文件名、通行的提法和各单位的名称、数字也不算。
    """,
)
@argument(
    "files", "文件或文件夹…", "各单位的事实文件或报告，或者放它们的文件夹", type=PATH, nargs=-1, required=True
)
@path_option("--last", metavar="文件夹", explained="上年的文件所在的文件夹，今年的也与它们比")
@flag("--figures", explained="模板写的句子，几个数全都相同的也列出")
@path_option("-o", "--output", metavar="网页", explained="写成网页（.html），两份左右对照，相同的段落标出来")
@flag("--json", "as_json", explained="输出 JSON，供别的程序读取")
@flag("--force", explained="覆盖手工改过的网页；原来的另存一份备份")
@quiet_flag
@own_templates
def alike_command(
    files: tuple[Path, ...],
    last: Path | None,
    figures: bool,
    output: Path | None,
    as_json: bool,
    force: bool,
    quiet: bool,
    templates: Path | None,
) -> int:
    """Tell which reports are alike, and where."""
    from generator.cli import console
    from generator.likeness.alike import find_alike
    from generator.likeness.folders import report_files, without_those_of
    from generator.likeness.page import alike_page, refuse_no_page
    from generator.resources import Templates

    refuse_no_page(output)
    earlier = report_files((last,)) if last else ()
    these = without_those_of(report_files(files), earlier)
    if not these:
        raise UserError(
            f"要比的都在上年的文件夹里：{last}", "请写今年的文件；--last 后面只写上年的文件夹。", status=2
        )
    if len(these) + len(earlier) < _FEWEST:
        raise UserError(f"只有一份，没有可比的：{these[0]}", "请再写一份，或者写文件夹。", status=2)
    with console.working("正在读", len(these) + len(earlier), quiet=quiet) as tell:
        found = find_alike(these, earlier, Templates.with_own(templates), figures_too=figures, tell=tell)
    if as_json:
        console.print_records(one.as_dict() for one in found.pairs)
    elif output:
        write_page(output, alike_page(found), force=force, quiet=quiet)
    else:
        for number, pair in enumerate(found.pairs[:_MOST], 1):
            _tell(number, pair)
    if not as_json:
        _tell_count(found, listed=output is None)
    console.problems(found.unread, beside=as_json)
    return 0


def _tell_count(found: FoundAlike, *, listed: bool) -> None:
    from generator.cli import console

    if not found.pairs:
        console.say(f"比了{found.read}份，没有发现成段相同的话。", "green")
        return
    console.say(f"比了{found.read}份，有{len(found.pairs)}对写了成段相同的话。", "yellow")
    if listed and len(found.pairs) > _MOST:
        console.say(f"还有{len(found.pairs) - _MOST}对没有列出，用 -o 写成网页或用 --json 看全部。")


def _tell(number: int, pair: AlikePair) -> None:
    from generator.cli import console
    from generator.likeness.alike import count_shared

    one, other = pair.one.path, pair.other.path
    console.say(f"{number}. {one} 与 {other}{'（上年）' if pair.last else ''}", "bold")
    shares = "，".join(
        f"占{file.name}的{share:.0%}" for file, share in zip((one, other), pair.shares, strict=True)
    )
    console.say(f"   {len(pair.passages)}段{count_shared(pair)}句，按自己写的话算，{shares}。")
    for passage in pair.passages:
        first = passage[0]
        console.say(f"   {_where(first, pair)}，{len(passage)}句：{_short(first.one.text)}")
    console.say()


def _where(shared: SharedSentence, pair: AlikePair) -> str:
    from generator.likeness.alike import place_in

    return f"{place_in(pair.one, shared.one)}、{place_in(pair.other, shared.other)}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
