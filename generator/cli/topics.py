"""`nianbao topics`: what can be reported, and what real reports gave."""

from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options as shared
from generator.near import nearest_name
from generator.problems import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.forms.guide import Group
    from generator.resources import Templates
    from generator.topics import Topics


def _names(incomplete: str) -> list[str]:
    from generator.resources import Templates
    from generator.topics import read_topics

    return [topic.name for topic in read_topics(Templates()) if topic.name.startswith(incomplete)]


def topics_command(
    name: Annotated[
        str, typer.Argument(metavar="主题", help="主题名称；不写就列出全部主题", autocompletion=_names)
    ] = "",
    formulations: Annotated[
        bool, typer.Option("--formulations", help="改为列出某个年度的报告可以写的提法，要写明 --year")
    ] = False,
    year: Annotated[
        str, typer.Option("--year", metavar="年度", help="与 --formulations 同用：报告年度")
    ] = "",
    date: Annotated[
        str,
        typer.Option(
            "--date", metavar="日期", help="与 --formulations 同用：成文日期，不写就按该年度最晚的算"
        ),
    ] = "",
    templates: shared.OwnTemplates = None,
) -> int:
    """列出可写的主题；给出名称时，列出它的字段和真实报告里的实例。"""
    from generator.cli import console
    from generator.cli.columns import two_columns
    from generator.resources import Templates

    own = Templates.with_own(templates)
    for title, rows in _formulations(year, date, own) if formulations else _topics(name, own):
        console.say(title, "bold")
        for line in two_columns(rows, console.columns()):
            console.say(line)
        console.say()
    return 0


def _topics(name: str, templates: "Templates") -> "Sequence[Group]":
    from generator.forms import guide
    from generator.forms.cards import read_cards
    from generator.topics import read_topics

    found = read_topics(templates)
    if not name:
        return guide.overview(found)
    topic = next((one for one in found if one.name == name), None)
    if topic is None:
        raise _unknown(name, found)
    return guide.explain_topic(topic, read_cards())


def _formulations(year: str, date: str, templates: "Templates") -> "Sequence[Group]":
    """Group by kind what a report of that year may cite, each with the days between which it is current."""
    from generator.formulations import citable

    if not year:
        raise UserError("少写了报告年度。", "例如：nianbao topics --formulations --year 2024", status=2)
    kinds: dict[str, list[tuple[str, str]]] = {}
    for one in citable(shared.read_year(year), shared.read_day(date) if date else None, templates):
        since = f"{one.since}起" if one.since else ""
        until = f"{one.until}止" if one.until else ""
        kinds.setdefault(one.kind, []).append((one.wording, "，".join(filter(None, (since, until)))))
    return list(kinds.items())


def _unknown(name: str, topics: "Topics") -> UserError:
    from generator.forms.guide import search

    near = nearest_name(name, [one.name for one in topics])
    likely = [near] if near else search(topics, name)[:5]
    fix = f"是不是“{'”或“'.join(likely)}”？" if likely else "用 nianbao topics 可列出全部主题。"
    return UserError(f"没有“{name}”这个主题。", fix, status=2)
