"""`nianbao explain`: each sentence of the report with the facts and lines behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import PATH, argument, flag, last_facts, own_templates
from generator.cli.wording import Command
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.commands.explain import Explained, Ground

_INDENT = "    "


@click.command("explain", cls=Command, help=COMMANDS["explain"])
@argument("facts", "事实文件", "事实文件（.yaml）", type=PATH)
@flag("--json", "as_json", explained="输出 JSON，供别的程序读取")
@last_facts
@own_templates
def explain_command(facts: Path, as_json: bool, last: Path | None, templates: Path | None) -> int:
    """Tell what each sentence rests on."""
    from generator.cli import console
    from generator.commands.explain import explain_sentences
    from generator.commands.steps import Given, prepare_report
    from generator.resources import Templates

    sentences = explain_sentences(prepare_report(facts, Given(Templates.with_own(templates), last)))
    if as_json:
        console.print_records(sentence.as_dict() for sentence in sentences)
        return 0
    for sentence in sentences:
        _tell(sentence, facts)
    formulaic = sum(sentence.formulaic for sentence in sentences)
    console.say(
        f"共{len(sentences)}句，{len(sentences) - formulaic}句有依据，{formulaic}句是标题、导语或过渡。"
    )
    return 0


def _tell(sentence: Explained, facts: Path) -> None:
    from generator.cli import console
    from generator.rollup.opening import lines_behind

    console.say(sentence.text, "dim" if sentence.formulaic else "bold")
    for ground in sentence.grounds:
        console.say(_INDENT + _line(ground))
        try:
            lines = lines_behind(ground.field, ground.origin, facts)
        except (
            UserError
        ) as error:  # the table was left behind, or is somebody else's: the sentence has its line
            lines = (f"{error.message.rstrip('。')}。{error.fix}",)
        for line in lines:
            console.say(_INDENT * 2 + line)
    if sentence.formulas:
        console.say(f"{_INDENT}提法：{'、'.join(sentence.formulas)}")
    for remark in sentence.remarks:
        console.say(f"{_INDENT}{remark}")
    if sentence.formulaic and not sentence.formulas:
        console.say(f"{_INDENT}固定用语，不含事实")
    console.say()


def _line(ground: Ground) -> str:
    origin = f"（{ground.origin}）" if ground.origin and ground.origin not in ground.line else ""
    withheld = "（不公开）" if ground.withheld else ""
    return f"{ground.place}  {ground.line.strip()}{origin}{withheld}"
