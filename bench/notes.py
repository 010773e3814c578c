"""How much of what offices send is suggested right: the packs of bench/notes_packs, whose truth stands in them.

Each figure is written as {231件=矛盾纠纷化解.排查}, {58件=-} where it is none of the year and the unit; of two fields
that are both right, A.x|B.y. `python -m bench.notes [a part of a name]` counts, and with -v lists what is not right.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from generator.intake.notes import Notes, NoteTable, notes_of_text
from generator.intake.sheets import text_sheet
from generator.intake.table_lines import table_figures
from generator.resources import Templates
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.suggesting.told_figure import ToldFigure
from generator.topics import read_topics

FOLDER = Path(__file__).with_name("notes_packs")
TRUTH = re.compile(r"\{([^{}=]*)=([^{}]*)\}")


def read_pack(path: Path) -> tuple[Notes, dict[str, list[tuple[str, str]]]]:
    """Give the notes of a pack, and for each place (line or cell) the figures with what they are, in order."""
    lines = path.read_text(encoding="utf-8").split("\n")[1:]
    plain = [TRUTH.sub(r"\1", line) for line in lines]
    truth: dict[str, list[tuple[str, str]]] = {}
    for number, line in enumerate(lines, 1):
        for column, cell in enumerate(line.split(","), 1) if path.suffix == ".csv" else [(0, line)]:
            place = f"第{number}行第{column}列" if column else f"第{number}行"
            for figure, field in TRUTH.findall(cell):
                truth.setdefault(place, []).append((figure, field))
    if path.suffix == ".csv":
        return Notes((NoteTable(tuple(table_figures(text_sheet("\n".join(plain))))),)), truth
    return notes_of_text("\n".join(plain)), truth


def verdict(told: ToldFigure | None, field: str) -> str:
    """Judge what was told of a figure."""
    right = field.split("|")
    if told is None or not told.field:
        return "未归" if field != "-" else "不取，对"
    name = f"{told.home}.{told.field}"
    if told.sure:
        return "定，对" if name in right else "定，错"
    if field == "-":
        return "不取，对" if told.why else "疑，不是"
    return "疑，对" if name in right else "疑，不是"


def count_pack(path: Path, reader: NotesReader, loud: list[str]) -> Counter[str]:
    """Judge every figure of a pack; what is not right is noted."""
    notes, truth = read_pack(path)
    by_place: dict[str, list[ToldFigure]] = {}
    for phrase in phrases_of(notes):
        by_place.setdefault(phrase.place, []).extend(reader.tell(phrase))
    counts: Counter[str] = Counter()
    for place, figures in truth.items():
        known = by_place.get(place, [])
        for figure, field in figures:
            told = next((one for one in known if bare(one.written) == bare(figure)), None)
            known = [one for one in known if one is not told]
            result = verdict(told, field)
            counts[result] += 1
            if result not in {"定，对", "不取，对"}:
                loud.append(
                    f"{result} {place} {figure} {field} → {told and (told.home, told.field, told.label)}"
                )
        by_place[place] = known
    for place, rest in by_place.items():
        counts["多出，定" if any(one.sure for one in rest) else "多出"] += len(rest)
        loud += [f"多出 {place} {one.written} {one.home}.{one.field} {one.sure}" for one in rest]
    return counts


def bare(figure: str) -> str:
    return re.sub(r"[^0-9.]", "", figure)


def main() -> None:
    """Count, pack by pack."""
    wanted = next((one for one in sys.argv[1:] if one != "-v"), "")
    topics = read_topics(Templates())
    for path in sorted(FOLDER.iterdir()):
        if wanted in path.name:
            loud: list[str] = []
            counts = count_pack(path, NotesReader(topics, 2024), loud)
            print(*(loud if "-v" in sys.argv else ()), f"{path.name} {dict(counts)}", sep="\n")


if __name__ == "__main__":
    main()
