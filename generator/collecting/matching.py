"""Which row of the sheets is which: by the key in its hidden column, by the name of its cell, and by its label.

Rows are inserted, deleted, sorted and copied, sheets renamed, columns moved; names break and hidden things are
deleted. A row is taken where what is left of these agrees with its label, and refused by its address where not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.collecting.filled import Answer, CellText, Filled
from generator.collecting.grid import Base, Grid, NamedCell, label_of, topic_and_name
from generator.forms.cells import KEY, LABEL, REMARK, VALUE
from generator.forms.workbook import DAY, PERSON
from generator.problems import UserError

_NOT_OURS = "请用 nianbao form 生成的表来填；已经填了的，把内容抄到新表里。"


class _Row(NamedTuple):
    grid: Grid
    row: int
    column: int

    @property
    def where(self) -> str:
        return self.grid.where(self.row, self.column)


def match_rows(
    file: str,
    grids: Sequence[Grid],
    base: Base | None,
    spots: Mapping[str, NamedCell],
    keys: Sequence[str] = (),
) -> Filled:
    """Give a form's answers; `keys` are those of the form as it would be made now, where the sheets name none.

    Raises UserError where the sheets are no form.
    """
    mark = base.mark if base else next((one.mark for one in grids if one.mark), None)
    if mark is None or not (spots or any(grid.column(VALUE) for grid in grids)):
        raise UserError(f"{file} 不是本程序生成的填报表，或表头、编号都已经改掉。", _NOT_OURS)
    matcher = _Matcher(grids, spots, base)
    wanted = dict.fromkeys([*(base.values if base else ()), *matcher.by_key, *(() if base else keys)])
    answers = [answer for key in wanted for answer in matcher.answers(key)]
    answers += matcher.added()
    missing = len((base.values if base else {}).keys() - {answer.key for answer in answers})
    remarks = [*_comments(grids)]
    if missing:
        remarks.append(f"表里少了{missing}行，少了的按没有填算。")
    day, person = (next(filter(None, (grid.beside(label) for grid in grids)), "") for label in (DAY, PERSON))
    returned = base.returned if base else {}
    waiting = bool(returned) and all(one.cell.text == returned.get(one.key, "") for one in answers)
    return Filled(file, *mark, tuple(answers), day, person, tuple(remarks), waiting)


def _comments(grids: Sequence[Grid]) -> Iterator[str]:
    for grid in grids:
        for at, said in grid.comments.items():
            yield f"{grid.where(*at)} 有批注：{' '.join(said.split())}"


class _Matcher:
    """Finds the rows of one form's sheets."""

    def __init__(self, grids: Sequence[Grid], spots: Mapping[str, NamedCell], base: Base | None) -> None:
        self.grids = {grid.title: grid for grid in grids}
        self.spots = spots
        self.base = base
        self.seen: set[tuple[str, int]] = set()
        self.by_key: dict[str, list[_Row]] = {}
        self.by_label: dict[tuple[str, str], list[_Row]] = {}
        for grid in grids:
            key, label, value = (grid.column(one) for one in (KEY, LABEL, VALUE))
            for row, band in grid.bodies():
                found = _Row(grid, row, value)
                if named := grid.text(row, key):
                    self.by_key.setdefault(named, []).append(found)
                if said := grid.text(row, label):
                    self.by_label.setdefault((band, said), []).append(found)

    def answers(self, key: str) -> Iterator[Answer]:
        """Give what stands in the row of a key; nothing where there is no such row."""
        rows = self.rows(key)
        self.seen |= {(row.grid.title, row.row) for row in rows}
        if not rows:
            doubtful = [*self.by_key.get(key, ()), *self._named(key)][:1]
            self.seen |= {(row.grid.title, row.row) for row in doubtful}
            yield from (
                Answer(key, self._mistaken(key, row), row.where, self._base_of(key))
                for row in doubtful
                if row.grid.cell(row.row, row.column).text
            )
            return
        answers = [self._answer(key, row) for row in rows]
        said = list(dict.fromkeys(one.cell.text for one in answers if one.cell.text or one.cell.wrong))
        if len(said) > 1:
            places = "、".join(one.where for one in answers)
            cell = CellText("", f"这一项在表里有{len(answers)}行（{places}），填的不一样", "请只留一行。")
            yield answers[0]._replace(cell=cell)
        else:
            yield next((one for one in answers if one.cell.text or one.cell.wrong), answers[0])

    def added(self) -> Iterator[Answer]:
        """Give the rows that hold a value and are none of the form's: the office put them in."""
        for grid in self.grids.values():
            value, label = grid.column(VALUE), grid.column(LABEL)
            bodies = [*grid.bodies()] if value and label else []
            for at, (row, band) in enumerate(bodies):
                cell = grid.cells.get((row, value), CellText())
                if (cell.text or cell.wrong) and (grid.title, row) not in self.seen:
                    keys = (grid.text(one, grid.column(KEY)) for one, _ in (*bodies[at::-1], *bodies[at:]))
                    topic = next((topic_and_name(key)[0] for key in keys if key), band)
                    said, remark = grid.text(row, label), grid.text(row, grid.column(REMARK))
                    yield Answer("", cell, grid.where(row, value), None, remark, said, topic)

    def rows(self, key: str) -> list[_Row]:
        """Give the rows of a key whose label is still its own: as a rule one, several where a sheet was copied."""
        rows = [*self.by_key.get(key, ()), *(row for row in self._named(key) if not self._has_key(row))]
        sure = [row for row in dict.fromkeys(rows) if self._is_labelled(key, row)]
        if sure:
            return sure
        label = label_of(key)
        near = self.by_label.get((topic_and_name(key)[0], label or ""), [])
        free = [row for row in near if not self._has_key(row) or self._is_astray(row)]
        return free if len(free) == 1 else []

    def _named(self, key: str) -> list[_Row]:
        spot = self.spots.get(key)
        grid = self.grids.get(spot.sheet) if spot else None
        return [_Row(grid, spot.row, grid.column(VALUE) or spot.column)] if grid and spot else []

    def _has_key(self, row: _Row) -> bool:
        return bool(row.grid.text(row.row, row.grid.column(KEY)))

    def _is_astray(self, row: _Row) -> bool:
        """Tell a row whose key is another's: its cells were sorted, the hidden column was not."""
        key = row.grid.text(row.row, row.grid.column(KEY))
        return not self._is_labelled(key, row)

    def _is_labelled(self, key: str, row: _Row) -> bool:
        label, column = label_of(key), row.grid.column(LABEL)
        return label is None or not column or row.grid.text(row.row, column) == label

    def _mistaken(self, key: str, row: _Row) -> CellText:
        said = row.grid.text(row.row, row.grid.column(LABEL)) or "空的"
        message = f"这一行的项目是“{said}”，原来是“{label_of(key)}”，分不清填的是哪一项"
        return CellText("", message, "请把项目的名称改回来，或在新表里填。")

    def _answer(self, key: str, row: _Row) -> Answer:
        grid = row.grid
        remark = grid.cell(row.row, grid.column(REMARK)).text if grid.column(REMARK) else ""
        label = grid.text(row.row, grid.column(LABEL)) if label_of(key) is None else ""
        return Answer(key, grid.cell(row.row, row.column), row.where, self._base_of(key), remark, label)

    def _base_of(self, key: str) -> str | None:
        return self.base.values.get(key) if self.base else None
