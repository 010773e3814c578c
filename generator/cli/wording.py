"""The command line's own words in Chinese: help pages, and what is said about wrong usage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from generator.cli.columns import two_columns, wrap
from generator.near import nearest_name
from generator.problems import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

HELP = "-h, --help"


def _help(command: Any, ctx: Any, subcommands: Sequence[tuple[str, str]] = ()) -> str:
    """Compose a help page: usage, what it does, arguments, options, commands."""
    from generator.cli.console import columns

    wide = columns()
    params = [one for one in command.get_params(ctx) if not getattr(one, "hidden", False)]
    arguments = [(one.metavar, one.help or "") for one in params if one.param_type_name == "argument"]
    options = [_option(one) for one in params if one.param_type_name == "option"]
    lines = [_usage(command, ctx, params), ""]
    for paragraph in (command.help or "").split("\n\n"):
        lines += [*wrap(" ".join(paragraph.split()), wide), ""]
    for title, rows in (("命令：", subcommands), ("参数：", arguments), ("选项：", options)):
        if rows:
            lines += [title, *two_columns(rows, wide), ""]
    return "\n".join(lines).rstrip()


def _usage(command: Any, ctx: Any, params: Sequence[Any]) -> str:
    pieces = [ctx.command_path, "[选项]"]
    pieces += [
        one.metavar if one.required else f"[{one.metavar}]"
        for one in params
        if one.param_type_name == "argument"
    ]
    if isinstance(command, TyperGroup):
        pieces.append("命令 …")
    return "用法：" + " ".join(pieces)


def _option(param: Any) -> tuple[str, str]:
    if param.name == "help":
        return HELP, "显示这份说明"
    names = ", ".join(sorted(param.opts, key=len))
    return (names if param.is_flag else f"{names} {param.metavar}"), param.help or ""


class Command(TyperCommand):
    """A command whose help is Chinese and that names what it cannot take."""

    def get_help(self, ctx: Any) -> str:
        """Give the help page."""
        return _help(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; raises UserError for one too many."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except USAGE_ERROR as error:  # the parser's own errors don't know their command
            error.ctx = getattr(error, "ctx", None) or ctx  # type: ignore[attr-defined]  # a plain type to mypy
            raise
        if ctx.args and not ctx.resilient_parsing:
            raise UserError(f"多了一个参数：{ctx.args[0]}", see_help(ctx), status=2)
        return rest


class Group(TyperGroup):
    """The program itself: its help lists the commands, a misspelt one is answered with the nearest."""

    def get_help(self, ctx: Any) -> str:
        """Give the help page."""
        rows = [(name, self.commands[name].get_short_help_str(200)) for name in self.list_commands(ctx)]
        return _help(self, ctx, rows)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # typer's signature
        """Give the commands in the order in which a clerk needs them, not of the alphabet."""
        return [name for name, command in self.commands.items() if not command.hidden]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; raises UserError when there is none of that name."""
        if args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            near = nearest_name(args[0], self.commands)
            fix = f"是不是“{near}”？" if near else f"可用的命令：{'、'.join(self.list_commands(ctx))}。"
            raise UserError(f"没有“{args[0]}”这个命令。", fix, status=2)
        return super().resolve_command(ctx, args)


def see_help(ctx: Any) -> str:
    """Say where the usage is explained."""
    return f"用法请看：{ctx.command_path if ctx else 'nianbao'} --help"


# typer.BadParameter stands on the class from which all errors of usage come, whichever click typer carries.
USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]


def usage_error(error: Any) -> UserError:
    """Say in Chinese what is wrong with the command line, by the kind of error, never by its English text."""
    ctx = getattr(error, "ctx", None)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = [one for one in error.possibilities or () if one.startswith("-")]
        fix = f"是不是“{near[0]}”？" if near else see_help(ctx)
        return UserError(f"没有“{error.option_name}”这个选项。", fix, status=2)
    if kind == "MissingParameter":
        return UserError(f"少写了{_called(error.param)}。", see_help(ctx), status=2)
    if kind == "BadOptionUsage":
        return UserError(_option_misused(error, ctx), see_help(ctx), status=2)
    if getattr(error, "param", None) is not None:
        return UserError(f"{_called(error.param)}的值不对。", see_help(ctx), status=2)
    return UserError("命令写得不对。", see_help(ctx), status=2)


def _called(param: Any) -> str:
    if param is None:
        return "一个参数"
    return (
        f"“{param.metavar}”" if param.param_type_name == "argument" else f"选项“{max(param.opts, key=len)}”"
    )


def _option_misused(error: Any, ctx: Any) -> str:
    params = ctx.command.get_params(ctx) if ctx else ()
    flag = any(getattr(one, "is_flag", False) and error.option_name in one.opts for one in params)
    return f"选项“{error.option_name}”后面{'不用写值' if flag else '要写一个值'}。"
