"""`nianbao topics`: what can be reported, and what real reports gave."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options as shared
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.topics import Topics


def _names(incomplete: str) -> list[str]:
    from generator.resources import Templates
    from generator.topics import read_topics

    return [topic.name for topic in read_topics(Templates()) if topic.name.startswith(incomplete)]


def topics(
    name: Annotated[
        str, typer.Argument(metavar="主题", help="主题名称；不写就列出全部主题", autocompletion=_names)
    ] = "",
    templates: shared.OwnTemplates = None,
) -> int:
    """列出可写的主题；给出名称时，列出它的字段和真实报告里的实例。"""
    from generator.cli import console
    from generator.cli.columns import table
    from generator.forms import guide
    from generator.forms.cards import read_cards
    from generator.resources import Templates
    from generator.topics import read_topics

    found = read_topics(Templates.with_own(templates))
    if name:
        topic = next((one for one in found if one.name == name), None)
        if topic is None:
            raise _unknown(name, found)
        groups = guide.explain(topic, read_cards())
    else:
        groups = guide.overview(found)
    for title, rows in groups:
        console.say(title, "bold")
        for line in table(rows, console.columns()):
            console.say(line)
        console.say()
    return 0


def _unknown(name: str, topics: Topics) -> UserError:
    from generator.forms.guide import search

    near = difflib.get_close_matches(name, [one.name for one in topics], 1, 0.5) or search(topics, name)[:5]
    fix = f"是不是“{'”或“'.join(near)}”？" if near else "用 nianbao topics 可列出全部主题。"
    return UserError(f"没有“{name}”这个主题。", fix, status=2)
