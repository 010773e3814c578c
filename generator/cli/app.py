"""The program and the list of its commands; a command's own module is loaded only when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from generator.cli.wording import help_page, unknown_command

PROGRAM = "nianbao"
COMMANDS: Mapping[str, str] = {
    "new": "生成一份待填的事实文件，每一项都有单位和说明。",
    "import": "把已有的报告读成事实文件，由它写成的报告与原文一字不差；加 --into，把科室送来的材料并入已有的事实文件。",
    "check": "检查事实文件和由它写成的报告，或者别人写的报告：写错的、漏填的、对不上的，逐条指出在哪里、怎么改。",
    "render": "生成报告：Word、Markdown、网页或 PDF。",
    "batch": "一次生成许多单位的报告：一个文件夹的事实文件，或一张表；中断了再运行一次，接着做。",
    "watch": "看着事实文件，存盘一次就重新生成一次报告，并列出改了的句子。",
    "preview": "打开本机的网页：左边填写，右边是成页的报告，边填边看，问题就地指出。",
    "explain": "说明报告里每句话的依据：出自事实文件的哪一项、哪一行；哪些是固定用语。",
    "rules": "列出检查的规则；给出代码时，说明查什么、为什么、怎么改。",
    "fmt": "整理事实文件：缩进和各项的先后照样表排好，别的一字不动。",
    "migrate": "把照旧写法写的事实文件改成现在的写法：改了名的项换成现在的名称，没有用处的删去。",
    "topics": "列出可写的主题；给出名称时，列出它的字段和真实报告里的实例。",
    "form": "生成各科室的填报表（Excel 或网页），一个字段一行，有单位、说明、印成的话和上年的数。",
    "collect": "把各科室填好的表收进事实文件：没有争议的写进去，对不上的并排列出，看不懂的退回原处。",
    "rollup": "汇总各单位的事实文件：逐项合计，约数照约数写，谁填了谁没填；生成 Excel、县里的事实文件、明细和历年对照。",
    "notice": "生成一份待填的上级通知：要求各单位怎么写、报什么、何时报，发给各单位，报告照它写、照它查。",
    "status": "看一个文件夹里各单位报了没有，还缺什么、错在哪里，离截止还有几天；写成网页和催报的话。",
    "layout": "生成公文版式的 Word 模板（.dotx），写别的公文也用这个版式。",
    "compare": "比较两份事实文件，或者两个文件夹里的各单位：哪些数改了、多了、少了，自己写的话改了哪几个词。",
    "alike": "找雷同：哪些报告有成段相同的话，是照抄别的单位的，还是照抄上年的，左右对照着看。",
    "schema": "输出事实文件的 JSON Schema，供编辑器补全和提示。",
    "doctor": "看看本机有没有用得着的字体、LibreOffice 等，编码和权限对不对，缺什么、怎么办。",
    "about": "说明版本、用到的部件和各自的许可，对联网作了什么保证。",
}
"""Each command with its short help, in the order in which a clerk needs them: `x` is generator.cli.x:x_command."""
_MODULES: Mapping[str, str] = {"import": "importing"}
"""Commands whose name cannot be that of a module."""


class Program(click.Group):
    """The program itself: its help lists the commands, a misspelt one is answered with the nearest."""

    def get_help(self, ctx: click.Context) -> str:
        """Give the help page."""
        return help_page(self, ctx, list(COMMANDS.items()))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Give the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command, None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(
            import_module(f"generator.cli.{_MODULES.get(cmd_name, cmd_name)}"), f"{cmd_name}_command"
        )
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command; raises UserError when there is none of that name."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise unknown_command(args[0], list(COMMANDS))
        return super().resolve_command(ctx, args)


@click.group(
    PROGRAM,
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""年报：把一年的事实写成法治政府建设年度报告，生成 Word 文档和 Markdown 文稿。

    先用 new 生成一份待填的事实文件，填好后用 check 检查，再用 render 生成报告。各命令的用法：nianbao 命令 --help
    """,
)
@click.option("--version", is_flag=True, help="显示版本号")
@click.option(
    "--completion",
    metavar="SHELL",
    default="",
    help="输出按 Tab 补全的脚本，可选：bash、zsh、fish、powershell",
)
@click.pass_context
def program(ctx: click.Context, version: bool, completion: str) -> int:
    """Answer what is asked of the program itself."""
    from generator.cli import console

    if version:
        from importlib.metadata import version as installed

        console.say(f"{PROGRAM} {installed(PROGRAM)}")
    elif completion:
        from generator.cli.completion import completion_script

        console.data(completion_script(PROGRAM, completion) + "\n")
    elif ctx.invoked_subcommand is None:
        console.say(ctx.get_help())
        return 2
    return 0


def _expanded(arguments: Sequence[str], system: str = os.name) -> list[str]:
    """Give the files that `*.yaml` means where, as on Windows, the shell leaves that to the program."""
    if system != "nt":
        return list(arguments)
    from glob import glob

    files: list[str] = []
    for one in arguments:
        literal = one.replace("[", "[[]")  # Windows knows no sets of characters
        matching = sorted(glob(literal)) if "*" in one or "?" in one else []  # noqa: PTH207  # Path.glob refuses C:…
        files += matching or [one]
    return files


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit status; errors are the caller's."""
    from generator.cli.completion import ASKS, answer_completion

    if os.environ.get(ASKS):
        return answer_completion(program, PROGRAM)
    try:
        status = program.main(_expanded(arguments), prog_name=PROGRAM, standalone_mode=False)
    except click.Abort as error:  # click's word for Ctrl-C
        raise KeyboardInterrupt from error
    return status if isinstance(status, int) else 0
