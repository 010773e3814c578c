"""The list of commands."""

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from generator.cli import check, explain, new, render, rules, schema, topics
from generator.cli.wording import Command, Group
from generator.problems import UserError

PROGRAM = "nianbao"
_ASKS_FOR_COMPLETION = "_NIANBAO_COMPLETE"
_SHELLS = ("bash", "zsh", "fish", "powershell")

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for _name, _run in (
    ("new", new.new_command),
    ("check", check.check_command),
    ("render", render.render_command),
    ("explain", explain.explain_command),
    ("rules", rules.rules_command),
    ("topics", topics.topics_command),
    ("schema", schema.schema_command),
):
    app.command(_name, cls=Command)(_run)


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本号")] = False,
    completion: Annotated[
        str,
        typer.Option(
            "--completion", metavar="SHELL", help=f"输出按 Tab 补全的脚本，可选：{'、'.join(_SHELLS)}"
        ),
    ] = "",
) -> int:
    """年报：把一年的事实写成法治政府建设年度报告，生成 Word 文档和 Markdown 文稿。

    先用 new 生成一份待填的事实文件，填好后用 check 检查，再用 render 生成报告。各命令的用法：nianbao 命令 --help
    """
    from generator.cli import console

    if version:
        from importlib.metadata import version as installed

        console.say(f"{PROGRAM} {installed(PROGRAM)}")
    elif completion:
        console.data(_script(completion) + "\n")
    elif ctx.invoked_subcommand is None:
        console.say(ctx.get_help())
        return 2
    return 0


def _script(shell: str) -> str:
    """Give the script that completes commands; it is printed only, the user's own files are never touched."""
    from typer._completion_shared import get_completion_script

    if shell not in _SHELLS:
        raise UserError(f"不认识“{shell}”。", f"可选：{'、'.join(_SHELLS)}。", status=2)
    return get_completion_script(prog_name=PROGRAM, complete_var=_ASKS_FOR_COMPLETION, shell=shell)


def _expanded(arguments: Sequence[str], system: str = os.name) -> list[str]:
    """Give the files that `*.yaml` means where, as on Windows, the shell leaves that to the program."""
    if system != "nt":
        return list(arguments)
    from glob import glob

    found: list[str] = []
    for one in arguments:
        matching = sorted(glob(one)) if "*" in one or "?" in one else []  # noqa: PTH207  # Path.glob refuses C:…
        found += matching or [one]
    return found


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit status; errors are the caller's."""
    if os.environ.get(_ASKS_FOR_COMPLETION):
        from typer._completion_classes import completion_init

        completion_init()
    command = typer.main.get_command(app)
    status = command.main(_expanded(arguments), prog_name=PROGRAM, standalone_mode=False)
    return status if isinstance(status, int) else 0
