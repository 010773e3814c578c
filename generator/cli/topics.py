"""`nianbao topics`: what can be reported, and what real reports gave."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import argument, flag, own_templates, read_day, read_year, text_option
from generator.cli.wording import Command
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.forms.guide import Group
    from generator.resources import Templates


def _names(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Give the topics, one's own too, that begin so; none where templates cannot be read: Tab can't say it."""
    from generator.resources import Templates
    from generator.topics import read_topics

    own: Path | None = ctx.params.get("templates")
    with suppress(UserError):
        topics = read_topics(
            Templates.with_own(own.expanduser() if own else None)
        )  # the shell leaves ~ as it is
        return [topic.name for topic in topics if topic.name.startswith(incomplete)]
    return []


@click.command("topics", cls=Command, help=COMMANDS["topics"])
@argument(
    "name",
    "主题",
    "主题名称，也可以写一个词找字段，或贴一句有数的话；不写就列出全部主题",
    default="",
    shell_complete=_names,
)
@flag("--formulations", explained="改为列出某个年度的报告可以写的提法，要写明 --year")
@text_option("--year", metavar="年度", explained="报告年度，只列该年度可以写的；与 --formulations 同用时必写")
@text_option("--date", metavar="日期", explained="与 --formulations 同用：成文日期，不写就按该年度最晚的算")
@own_templates
def topics_command(name: str, formulations: bool, year: str, date: str, templates: Path | None) -> int:
    """List topics, one topic, or the formulations of a year."""
    from generator.cli import console
    from generator.cli.columns import two_columns
    from generator.resources import Templates

    own = Templates.with_own(templates)
    for title, rows in _citable(year, date, own) if formulations else _asked_for(name, year, own):
        console.say(title, "bold")
        for line in two_columns(rows, console.columns()):
            console.say(line)
        console.say()
    return 0


def _asked_for(name: str, year: str, templates: Templates) -> list[Group]:
    from generator.commands.topics import all_topics, one_topic

    wanted = read_year(year) if year else None
    return one_topic(name, wanted, templates) if name else all_topics(wanted, templates)


def _citable(year: str, date: str, templates: Templates) -> list[Group]:
    from generator.commands.topics import citable_in

    if not year:
        raise UserError("少写了报告年度。", "例如：nianbao topics --formulations --year 2024", status=2)
    return citable_in(read_year(year), read_day(date) if date else None, templates)
