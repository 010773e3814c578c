"""What a person changed in our Word file, as text, and the questions that are asked of each change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.cli import console
from generator.cli.notes import ANSWERS, YES

if TYPE_CHECKING:
    from generator.commands.import_edited import Edited, EditedImport

_INDENT = "    "


def tell_edits(edited: EditedImport) -> None:
    """Say which sentences were changed since rendering, what stands behind each, and what can be taken over."""
    known = [one for one in edited.changes if one.proposal]
    console.say(
        f"改了{len(edited.changes)}处：{len(known)}处可以写回事实文件，{len(edited.changes) - len(known)}处要自己改。"
        if edited.changes
        else "与事实文件现在生成的一字不差。"
    )
    if edited.stale:
        console.say(
            f"{edited.facts.path.name} 在生成这份 Word 以后也改过，有的不同可能是那时改的，请逐处核对。",
            "yellow",
        )
    for one in edited.changes:
        console.say()
        _tell(one)


def choose_edits(edited: EditedImport) -> list[Edited]:
    """Ask after each change that can be taken over; gives those that are to be. At the end of the input, no more."""
    chosen: list[Edited] = []
    every = False
    for one in (each for each in edited.changes if each.proposal):
        answer = "" if every else console.ask(f"{_does(one)}（{ANSWERS}）")
        if answer is None or answer.lower() == "q":
            break
        every = every or answer.lower() == "a"
        if answer.lower() in YES:
            chosen.append(one)
    return chosen


def tell_written_edits(edited: EditedImport, chosen: Sequence[Edited]) -> None:
    """Write what was chosen, and say so."""
    kept = edited.write(chosen)
    console.say(f"已写入{len(chosen)}处：{edited.facts.path}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")


def _tell(one: Edited) -> None:
    change = one.change
    if change.old:
        console.say(f"原来：{change.old}")
    console.say(f"现在：{change.new}" if change.new else "现在：删去了")
    for ground in one.grounds:
        console.say(f"{_INDENT}{ground.place}  {ground.line.strip()}")
    console.say(f"{_INDENT}{_does(one) if one.proposal else _why_not(one)}", "" if one.proposal else "yellow")
    if one.proposal:
        for label in one.proposal.lost:
            console.say(f"{_INDENT}“{label}”不再标注，这个数就不在文件里了。", "yellow")
    for old, new in one.others:
        console.say(f"{_INDENT}随之改变：{old or '（无）'} → {new or '（删去）'}")


def _does(one: Edited) -> str:
    return f"写回：{one.proposal.does}" if one.proposal else ""


def _why_not(one: Edited) -> str:
    if one.locked:
        return "没有写回：这句话在文件里锁定了；确实要改的，先改掉或删去“锁定”里的这一句。"
    if not one.change.new:
        return "没有写回：不要这句话的，请在文件里删去它的各项。"
    if not one.change.old:
        return "没有写回：新加的话，请写进有关主题的“正文”。"
    if not one.grounds:
        return "没有写回：这是标题或固定用语，文件里没有它的内容；要改的，请在文件里写自己的标题或导语。"
    return "没有写回：改文件里的这几项，写不成这句话；请自己在文件里改。"
