"""`nianbao explain`: each sentence of the report with the facts and lines behind it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options as shared

if TYPE_CHECKING:
    from generator.grounds import Explained, Ground

_INDENT = "    "


def explain_command(
    facts: Annotated[Path, typer.Argument(metavar="事实文件", help="事实文件（.yaml）")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供别的程序读取")] = False,
    last: shared.Last = None,
    templates: shared.OwnTemplates = None,
) -> int:
    """说明报告里每句话的依据：出自事实文件的哪一项、哪一行；哪些是固定用语。"""
    from generator.cli import console
    from generator.grounds import explain_sentences as grounds_of
    from generator.preparation import Options, prepare_report
    from generator.resources import Templates

    sentences = grounds_of(prepare_report(facts, Options(Templates.with_own(templates), last=last)))
    if as_json:
        console.print_records(sentence.as_dict() for sentence in sentences)
        return 0
    for sentence in sentences:
        _tell(sentence)
    formulaic = sum(sentence.formulaic for sentence in sentences)
    console.say(
        f"共{len(sentences)}句，{len(sentences) - formulaic}句有依据，{formulaic}句是标题、导语或过渡。"
    )
    return 0


def _tell(sentence: "Explained") -> None:
    from generator.cli import console

    console.say(sentence.text, "dim" if sentence.formulaic else "bold")
    for ground in sentence.grounds:
        console.say(_INDENT + _line(ground))
    if sentence.formulas:
        console.say(f"{_INDENT}提法：{'、'.join(sentence.formulas)}")
    if sentence.formulaic and not sentence.formulas:
        console.say(f"{_INDENT}固定用语，不含事实")
    console.say()


def _line(ground: "Ground") -> str:
    origin = f"（{ground.origin}）" if ground.origin else ""
    return f"{ground.place}  {ground.line.strip()}{origin}"
