"""The command line's own words in Chinese: help pages, and what is said about wrong usage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from generator.cli.columns import two_columns, wrap
from generator.near import nearest_name
from generator.problems import UserError

HELP = "-h, --help"


class Argument(click.Argument):
    """An argument that the help page explains."""

    def __init__(self, declarations: Sequence[str], explained: str = "", **settings: Any) -> None:
        """Keep the explanation; click itself has none for arguments."""
        super().__init__(declarations, **settings)
        self.explained = explained


class Command(click.Command):
    """A command whose help is Chinese and that names what it cannot take."""

    def get_help(self, ctx: click.Context) -> str:
        """Give the help page."""
        return help_page(self, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; raises UserError for one too many."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:  # the parser's own errors don't know their command
            error.ctx = error.ctx or ctx
            raise
        if ctx.args and not ctx.resilient_parsing:
            raise UserError(f"多了一个参数：{ctx.args[0]}", see_help(ctx), status=2)
        return rest


def help_page(command: click.Command, ctx: click.Context, subcommands: Sequence[tuple[str, str]] = ()) -> str:
    """Compose a help page: usage, what it does, arguments, options, commands."""
    from generator.cli.console import columns

    wide = columns()
    params = command.get_params(ctx)
    arguments = [(one.make_metavar(ctx), one.explained) for one in params if isinstance(one, Argument)]
    options = [_option(one) for one in params if isinstance(one, click.Option) and not one.hidden]
    lines = [_usage(ctx, params, subcommands), ""]
    for paragraph in (command.help or "").split("\n\n"):
        lines += [*wrap(" ".join(paragraph.split()), wide), ""]
    for title, rows in (("命令：", subcommands), ("参数：", arguments), ("选项：", options)):
        if rows:
            lines += [title, *two_columns(rows, wide), ""]
    return "\n".join(lines).rstrip()


def _usage(ctx: click.Context, params: Sequence[click.Parameter], subcommands: Sequence[object]) -> str:
    written = [
        f"{one.metavar}" if one.required else f"[{one.metavar}]"
        for one in params
        if isinstance(one, Argument)
    ]
    return "用法：" + " ".join([ctx.command_path, "[选项]", *written, *(["命令 …"] if subcommands else [])])


def _option(option: click.Option) -> tuple[str, str]:
    if "--help" in option.opts:
        return HELP, "显示这份说明"
    names = ", ".join(sorted(option.opts, key=len))
    return (names if option.is_flag else f"{names} {option.metavar}"), option.help or ""


def see_help(ctx: click.Context | None) -> str:
    """Say where the usage is explained."""
    return f"用法请看：{ctx.command_path if ctx else 'nianbao'} --help"


def unknown_command(name: str, known: Sequence[str]) -> UserError:
    """Say that there is no such command, with the nearest."""
    near = nearest_name(name, known)
    fix = f"是不是“{near}”？" if near else f"可用的命令：{'、'.join(known)}。"
    return UserError(f"没有“{name}”这个命令。", fix, status=2)


def usage_error(error: click.UsageError) -> UserError:
    """Say in Chinese what is wrong with the command line, by the kind of error, never by its English text."""
    message, fix = "命令写得不对。", see_help(error.ctx)
    if isinstance(error, click.NoSuchOption):
        message = f"没有“{error.option_name}”这个选项。"
        near = [one for one in error.possibilities or () if one.startswith("-")]
        fix = f"是不是“{near[0]}”？" if near else fix
    elif isinstance(error, click.MissingParameter):
        message = f"少写了{_called(error.param)}。"
    elif isinstance(error, click.BadOptionUsage):
        message = _option_misused(error)
    elif isinstance(error, click.BadParameter) and error.param is not None:
        message = f"{_called(error.param)}的值不对。"
    return UserError(message, fix, status=2)


def _called(param: click.Parameter | None) -> str:
    if param is None:
        return "一个参数"
    return f"选项“{max(param.opts, key=len)}”" if isinstance(param, click.Option) else f"“{param.metavar}”"


def _option_misused(error: click.BadOptionUsage) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else ()
    flag = any(
        isinstance(one, click.Option) and one.is_flag and error.option_name in one.opts for one in params
    )
    return f"选项“{error.option_name}”后面{'不用写值' if flag else '要写一个值'}。"
