"""The units of a table -> facts files, each checked as such; what is wrong in them is named by its cell.

They are written as files and not only kept in mind: a report's sentences open to their lines, a township can go on
writing in its own, and all other commands take them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.batch.columns import SHORT, UNIT, YEAR
from generator.batch.columns import Path as FactPath
from generator.batch.manifest import UnitRecord, UnitState
from generator.batch.table import TableCell, TableUnit, cell_problem, read_table
from generator.commands.crew import on_all_cores, silent
from generator.facts.loading import readable_facts
from generator.file_names import file_name
from generator.files import ready_folder, save_among_many
from generator.forms.lines import scalar
from generator.problems import FactsError, Problem, UserError
from generator.resources import Templates
from generator.topics.grouping import read_grouping
from generator.topics.topic import MEASURES, worded
from generator.wording import seed_of, variant
from generator.yamltext.source import read_source

FOLDER = "事实文件"
"""Where in the folder of the reports the facts files lie that were made of a table."""


class MadeFacts(NamedTuple):
    """The facts files made of a table, and of which rows none could be made, with what is wrong in them."""

    paths: tuple[Path, ...]
    refused: tuple[UnitRecord, ...]


class _Row(NamedTuple):
    """One unit: the name of its facts file, its text, and what is wrong in its cells."""

    name: str
    text: str
    where: str
    problems: tuple[Problem, ...]


def made_facts(
    table: Path,
    out: Path,
    templates: Templates,
    *,
    year: int | None = None,
    force: bool = False,
    tell: Callable[[int], None] = silent,
) -> MadeFacts:
    """Make the facts file of each unit of a table, in the folder 事实文件 of `out`; `tell` is told how many are read.

    One that was edited since and says something else than the table is left as it is, and its unit refused, but for
    `force`. Raises UserError for what is no table or cannot be written to, FactsError for headings that lead nowhere.
    """
    units = read_table(table, templates, year)
    rows = on_all_cores(partial(_row, table=table.name, templates=templates), units, tell)
    folder = out / FOLDER
    ready_folder(out)
    ready_folder(folder)
    paths, refused, taken = [], [], set()
    for row in rows:
        problems = row.problems
        name = (
            row.name
            if row.name.casefold() not in taken
            else file_name(f"{row.name[:-5]}（{row.where}）", ".yaml")
        )
        taken.add(name.casefold())
        if not problems:
            problems = _saved(folder / name, row, table.name, force=force)
        if problems:
            source = f"{table}：{row.where}"
            refused.append(UnitRecord(source, UnitState.REFUSED, problems=problems, wrong=len(problems)))
        else:
            paths.append(folder / name)
    return MadeFacts(tuple(paths), tuple(refused))


def _saved(path: Path, row: _Row, table: str, *, force: bool) -> tuple[Problem, ...]:
    """Write a facts file; gives why it cannot be."""
    try:
        save_among_many(path, row.text.encode(), force=force)
    except UserError as error:
        if isinstance(error.__cause__, OSError):
            raise
        message = f"{FOLDER}/{path.name} 写好以后改过，与表里的不一样，没有覆盖。"
        fix = (
            "以表为准的，把改动填进表里，加 --force 再运行（改过的另存一份备份）；"
            f"以改过的文件为准的，改用 nianbao batch {path.parent}。"
        )
        return (cell_problem(table, row.where, ("批量-03", message, fix)),)
    return ()


def _row(unit: TableUnit, *, table: str, templates: Templates) -> _Row:
    """Write the facts file of one unit, and read it as one."""
    year = unit.text(YEAR)
    short = unit.text(SHORT) or unit.text(UNIT)
    name = file_name(f"{short}-{year}" if year else short, ".yaml")
    lines, cells = _lines(unit, table, templates)
    text = "\n".join(lines) + "\n"
    problems = [*unit.problems, *_wrong_in(text, name, cells, unit, table, templates)]
    if not year:
        told = ("批量-03", "这一行没有写年度。", "请加“年度”一列，或用 --year 写明，如 --year 2024。")
        problems.append(cell_problem(table, unit.where, told))
    return _Row(name, text, unit.where, tuple(problems))


def _wrong_in(
    text: str, name: str, cells: Mapping[int, str], unit: TableUnit, table: str, templates: Templates
) -> Iterator[Problem]:
    """Read the facts file, and give what is wrong in it by the cell that its line was made of."""
    try:
        told: Sequence[Problem] = readable_facts(read_source(text.encode(), name), name, templates).problems
    except FactsError as error:
        told = error.problems
    for one in told:
        where = cells.get(one.place.line, unit.where)
        yield cell_problem(table, where, (one.code, one.message, one.fix))._replace(field=one.field)


def _lines(unit: TableUnit, table: str, templates: Templates) -> tuple[list[str], dict[int, str]]:
    """Give the lines of a facts file, and by the number of a line the cell that it was made of."""
    lines = [f"# 由 {table} {unit.where} 那一行生成。", ""]
    cells: dict[int, str] = {}
    for key, value in _tree(unit, templates).items():
        _add(lines, cells, key, value, 0)
    return lines, cells


def _tree(unit: TableUnit, templates: Templates) -> dict[str, Any]:
    """Put the cells of a unit where they belong; its topics under the headings of 大节.yaml, in their order."""
    tree: dict[str, Any] = {}
    for first in (YEAR, UNIT, SHORT):
        if first in unit.cells:
            _put(tree, first, unit.cells[first])
    headings = _headings(unit, templates)
    topics = {place[1] for place in unit.cells if place[0] == MEASURES}
    for topic, heading in headings.items():
        if topic in topics:
            tree.setdefault(MEASURES, {}).setdefault(heading, {})[topic] = {}
    for place, cell in unit.cells.items():
        heading = headings.get(str(place[1]), "") if place[0] == MEASURES else ""
        _put(tree, (MEASURES, heading, *place[1:]) if heading else place, cell)
    return {key: list(one.values()) if _is_numbered(one) else one for key, one in tree.items()}


def _headings(unit: TableUnit, templates: Templates) -> dict[str, str]:
    year = unit.text(YEAR)
    number = int(year) if year.isdecimal() else None
    seed = seed_of(unit.text(SHORT) or unit.text(UNIT), number)
    return {
        topic: variant(worded(group.headings, number), seed)
        for group in read_grouping(templates)
        for topic in group.topics
    }


def _put(tree: dict[Any, Any], place: FactPath, cell: TableCell) -> None:
    *above, last = place
    for key in above:
        tree = tree.setdefault(key, {})
        if isinstance(tree, TableCell):  # a column 单位 beside a column 单位.上级
            return
    tree[last] = cell


def _is_numbered(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(key, int) for key in value)


def _add(lines: list[str], cells: dict[int, str], key: str, value: Any, depth: int) -> None:
    """Add the lines of a key, noting the cell of each."""
    pad = "  " * depth
    if isinstance(value, dict):
        lines.append(f"{pad}{scalar(key)}:")
        for name, one in value.items():
            _add(lines, cells, name, one, depth + 1)
    elif isinstance(value, list):
        lines.append(f"{pad}{scalar(key)}:")
        for item in value:
            start = len(lines)
            for name, one in item.items():
                _add(lines, cells, name, one, depth + 2)
            lines[start] = f"{pad}  - {lines[start].lstrip()}"
    else:
        texts = [one for one in value.text.split("\n") if one]
        if len(texts) == 1:
            lines.append(f"{pad}{scalar(key)}: {scalar(texts[0])}")
        else:
            lines += [f"{pad}{scalar(key)}:", *(f"{pad}  - {scalar(one)}" for one in texts)]
        for number in range(len(lines) - max(1, len(texts)), len(lines) + 1):
            cells[number] = value.where
