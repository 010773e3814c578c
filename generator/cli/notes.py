"""What notes suggest for a facts file, as text, and the questions that are asked of each suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.cli import console
from generator.suggesting.suggestion import Heard, Standing, Suggestion, Unplaced

if TYPE_CHECKING:
    from generator.commands.import_notes import NotesImport
    from generator.suggesting.suggestion import Suggestions

_INDENT = "    "
ANSWERS = "回车采用，n 跳过，a 其余全部采用，q 到此为止"
"""What can be answered to each question."""
YES = frozenset({"", "y", "a", "是", "采用"})
"""The answers that take it."""


def tell_suggestions(suggestions: Suggestions, file: str) -> None:
    """Say what notes suggest: what is new, what differs, what is a question, what is the same, what has no place."""
    for told in suggestions.told:
        console.say(told)
    count = len(suggestions.offered) + len(suggestions.unplaced)
    sure = len(suggestions.of(Standing.NEW, Standing.SAME, Standing.OTHER, Standing.RIVAL))
    console.say(
        f"共{count}项：认准{sure}项，要请人确认{len(suggestions.of(Standing.ASKED))}项，没有归处{len(suggestions.unplaced)}项。"
    )
    _section("可以写入", map(_offer, suggestions.of(Standing.NEW)))
    _section(f"与 {file} 不同，没有改动", map(_conflict, suggestions.of(Standing.OTHER)))
    _section("来件自己不一致，请核对", map(_offer, suggestions.of(Standing.RIVAL)))
    _section("请确认是不是", map(_question, suggestions.of(Standing.ASKED)))
    same = suggestions.of(Standing.SAME)
    if same:
        _section("与文件一致", ["、".join(f"{one.name} {one.value}" for one in same)])
    _section("没有归处", map(_left, suggestions.unplaced))


def choose_suggestions(suggestions: Suggestions) -> tuple[Suggestion, ...]:
    """Ask after each suggestion that can be written, one by one; gives those that are to be written.

    At the end of the input nothing more is chosen.
    """
    chosen: dict[tuple[str, str], Suggestion] = {}
    every = False
    standings = (Standing.NEW, Standing.OTHER, Standing.RIVAL, Standing.ASKED)
    for one in (one for standing in standings for one in suggestions.of(standing)):
        if every and one.standing is Standing.NEW:
            chosen[one.key] = one
            continue
        answer = console.ask(f"{_asked(one)}（{ANSWERS}）")
        if answer is None or answer.lower() == "q":
            break
        every = every or answer.lower() == "a"
        if answer.lower() in YES:
            chosen[one.key] = one
    return tuple(chosen.values())


def tell_written(notes: NotesImport, chosen: Sequence[Suggestion]) -> None:
    """Write what was chosen, and say so."""
    kept = notes.write(chosen)
    console.say(f"已写入{len(chosen)}项：{notes.facts.path}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")


def _section(title: str, lines: Iterable[str]) -> None:
    shown = list(lines)
    if shown:
        console.say()
        console.say(f"{title}（{len(shown)}）：" if len(shown) > 1 else f"{title}：", "bold")
        for line in shown:
            console.say(f"{_INDENT}{line}")


def _offer(one: Suggestion) -> str:
    return f"{one.name}: {one.dated}{_holds(one)}    {_heard(one)}"


def _conflict(one: Suggestion) -> str:
    return f"{one.name}    {_there(one)}；来件：{one.dated}{_holds(one)}    {_heard(one)}"


def _holds(one: Suggestion) -> str:
    return "（材料里说以这个为准）" if one.holds else ""


def _question(one: Suggestion) -> str:
    there = f"；{_there(one)}" if one.told else ""
    doubt = f"（{one.doubt}）" if one.doubt else ""
    return f"{one.dated} 是不是 {one.name}？{doubt}{there}    {_heard(one)}"


def _there(one: Suggestion) -> str:
    return f"文件里：{one.told}（第{one.line}行）" if one.line else f"文件里：{one.told}"


def _asked(one: Suggestion) -> str:
    return {Standing.OTHER: _conflict, Standing.ASKED: _question}.get(one.standing, _offer)(one)


def _heard(one: Suggestion) -> str:
    return "；".join(map(_where, one.heard))


def _where(heard: Heard) -> str:
    """Say who said it and where; of several papers the place begins with the paper's name, which may be who."""
    by = "" if heard.place.startswith(heard.origin) else f"{heard.origin} "
    return f"{by}{heard.place}“{heard.words}”"


def _left(one: Unplaced) -> str:
    why = f"{one.why}    " if one.why else ""
    return f"{one.written}    {why}{_where(one.heard)}"
