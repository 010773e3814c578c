"""How much of what the offices of one unit send is suggested right when all of it is read together.

Each folder of bench/papers is one unit of 2025: its papers, in which some correct others. A figure is written as
{231件=矛盾纠纷化解.排查}, {231件=-} where it is void or belongs nowhere; what is not marked belongs nowhere either.
`python -m bench.sets [a part of a name]` counts, and with -v lists what is not right.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from bench.notes import TRUTH, bare
from generator.facts import Facts, facts_from
from generator.intake.notes import Notes, NoteTable, notes_of_text
from generator.intake.sheets import text_sheet
from generator.intake.table_lines import table_figures
from generator.resources import Templates
from generator.suggesting.suggest import suggest
from generator.suggesting.suggestion import Standing
from generator.topics import read_topics
from generator.topics.grouping import read_grouping
from generator.yamltext.source import read_source

FOLDER = Path(__file__).with_name("papers")
YEAR = 2025
_LINE = re.compile(r"第(\d+)行")


class Figure(NamedTuple):
    """A figure of a paper: where it stands, its digits, and the fields that it is; none where it belongs nowhere."""

    paper: str
    line: int
    digits: str
    fields: tuple[str, ...]


def read_paper(path: Path) -> tuple[Notes, list[Figure]]:
    """Give a paper as it was sent, and what its figures are."""
    lines = path.read_text(encoding="utf-8").split("\n")
    figures = [
        Figure(path.name, number, bare(written), () if field == "-" else tuple(field.split("|")))
        for number, line in enumerate(lines, 1)
        for written, field in TRUTH.findall(line)
    ]
    text = TRUTH.sub(r"\1", "\n".join(lines))
    if path.suffix == ".csv":
        return Notes((NoteTable(tuple(table_figures(text_sheet(text)))),), name=path.name), figures
    return notes_of_text(text)._replace(name=path.name), figures


def empty_facts(unit: str) -> Facts:
    """Give a facts file of a unit that holds nothing yet."""
    whole = f"{unit}办事处" if unit.endswith("街道") else f"{unit}人民政府"
    level = "街道" if unit.endswith("街道") else unit[-1]
    text = f"年度: {YEAR}\n单位: {{名称: {whole}, 简称: {unit}, 级别: {level}}}\n"
    return facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates())


def count_set(folder: Path, loud: list[str]) -> Counter[str]:
    """Judge all that the papers of one unit suggest; what is not right is noted."""
    templates = Templates()
    papers = [read_paper(path) for path in sorted(folder.iterdir())]
    left = [figure for _notes, figures in papers for figure in figures]
    made = suggest(
        [notes for notes, _figures in papers],
        empty_facts(folder.name),
        read_topics(templates),
        read_grouping(templates),
    )
    counts: Counter[str] = Counter()
    for one in made.offered:
        for heard in one.heard:
            paper, line = heard.place.split(" ")[0], _LINE.search(heard.place)
            here = [
                figure
                for figure in left
                if figure.paper == paper
                and line
                and figure.line == int(line[1])
                and figure.digits == bare(one.value)
            ]
            right = next((figure for figure in here if one.name in figure.fields), None)
            if right or here:
                left.remove(right or here[0])
            sure = "定" if one.standing is Standing.NEW else "疑"
            result = f"{sure}，{'对' if right else '错'}"
            counts[result] += 1
            if result != "定，对":
                loud.append(
                    f"{result} {one.standing.value} {heard.place} {one.name}: {one.value} {one.doubt}"
                )
    counts["未归"] = sum(bool(figure.fields) for figure in left)
    loud += [
        f"未归 {figure.paper} 第{figure.line}行 {figure.digits} {figure.fields}"
        for figure in left
        if figure.fields
    ]
    return counts


def main() -> None:
    """Count, unit by unit."""
    wanted = next((one for one in sys.argv[1:] if one != "-v"), "")
    for folder in sorted(FOLDER.iterdir()):
        if wanted in folder.name:
            loud: list[str] = []
            counts = count_set(folder, loud)
            print(*(loud if "-v" in sys.argv else ()), f"{folder.name} {dict(counts)}", sep="\n")


if __name__ == "__main__":
    main()
