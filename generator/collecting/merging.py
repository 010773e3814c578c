"""Filled forms against the facts file and against what stood in both when the forms were made: three ways.

What nobody changed stays. What one side changed is taken. What both changed, or two offices tell differently, is
laid side by side and left as it is. Nothing is decided silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.amending.amendment import BESIDE
from generator.collecting.deciding import decide
from generator.collecting.filled import Answer, CellText, Filled
from generator.collecting.merged import DOUBTFUL, STRANGE, UNREADABLE, Merged, OfficeValue, Written
from generator.collecting.sentences import figures_told, is_sentence, marks_lost, with_the_files_figures
from generator.collecting.values import settled_cell
from generator.forms.asking import NEW, Asked
from generator.forms.marked_in import FIGURES, SENTENCES
from generator.near import nearest_name
from generator.problems import Level, Place, Problem

_NAME_IT = "请在“项目”一栏写上是什么数据，如“印发工作手册”。"


def merge_forms(forms: Sequence[Filled], rows: Iterable[Asked]) -> Merged:
    """Lay the forms against the rows as the facts file has them now."""
    merged = Merged()
    asked = {row.key: row for row in rows}
    by_row: dict[str, list[OfficeValue]] = {}
    for filled in forms:
        merged.problems += [_doubt(filled, remark) for remark in filled.remarks]
        for answer in filled.answers:
            for told in _told(answer, filled, asked, merged):
                by_row.setdefault(told.row.key, []).append(told)
    for told_of_row in by_row.values():
        decide(told_of_row, merged)
    return merged


def _told(
    answer: Answer, filled: Filled, asked: Mapping[str, Asked], merged: Merged
) -> Iterator[OfficeValue]:
    """Settle what a row says, nothing where it says nothing that can be taken; of a sentence words and figures."""
    row = asked.get(answer.key) if answer.key else _row_meant(answer, asked)
    if row is None:
        if not answer.key:
            merged.refuse(filled, "", _added(answer, filled))
        elif (answer.cell.text or answer.cell.wrong) and answer.cell.text != answer.base:
            merged.refuse(filled, "", _strange(answer, filled, asked))
        return
    if not answer.cell.wrong and answer.cell.text == (answer.base or ""):
        merged.equal += bool(answer.cell.text)
        return
    if not answer.cell.wrong and not answer.cell.text:
        merged.problems.append(_deleted(answer, filled, row))
        return
    told = _settled(answer, filled, row, merged)
    if told is None:
        return
    if not answer.key:
        message = f"科室加的一行“{answer.label}”填的是“{answer.cell.text}”，按同名的一项收。"
        merged.doubt(told, message, "请看一眼，不是同一项的，在事实文件里改。")
    if not is_sentence(row):
        yield told._replace(row=_own_row(row, answer, asked))
        return
    yield told._replace(value=with_the_files_figures(told.value, row))
    yield from _figures(answer, filled, row, asked, merged)


def _figures(
    answer: Answer, filled: Filled, row: Asked, asked: Mapping[str, Asked], merged: Merged
) -> Iterator[OfficeValue]:
    """Settle the figures that were changed in a sentence; say which marks and figures were deleted."""
    if lost := marks_lost(answer):
        merged.problems.append(_unmarked(lost, Written(answer, filled, row)))
    for figure, own in figures_told(answer, row, asked):
        if not figure.cell.text:
            merged.problems.append(_deleted(figure, filled, own))
        elif (one := _settled(figure, filled, own, merged)) is not None:
            yield one


def _deleted(answer: Answer, filled: Filled, row: Asked) -> Problem:
    message = f"“{row.key}”原来填着“{answer.base}”，表里删去了；文件里没有动。"
    return Written(answer, filled, row).problem(DOUBTFUL, message, "确实没有的，请在事实文件里删去。")


def _unmarked(lost: Sequence[str], written: Written) -> Problem:
    message = f"“{written.row.key}”里原有的【{'】【'.join(lost)}】删去了，这里的数不再读、不再核对。"
    fix = f"还要读这个数的，写回【{lost[0]}：…】；确实不要的，可不理会。"
    return written.problem(DOUBTFUL, message, fix)


def _settled(answer: Answer, filled: Filled, row: Asked, merged: Merged) -> OfficeValue | None:
    """Give what an answer says as its row takes it; None where that cannot be told, which is noted."""
    settled = settled_cell(_named(answer.cell, answer, row), row)
    if not settled.wrong:
        return OfficeValue(row, settled.text, answer, filled)
    problem = Written(answer, filled, row).problem(UNREADABLE, f"{settled.wrong}。", settled.fix, Level.ERROR)
    merged.refuse(filled, answer.key, problem)
    return None


def _named(cell: CellText, answer: Answer, row: Asked) -> CellText:
    if _is_fresh(row, FIGURES) and not answer.label and not cell.wrong:
        return cell._replace(wrong=f"“{cell.text[:20]}”没有写名称", fix=_NAME_IT)
    if _is_fresh(row, FIGURES) and answer.label in BESIDE and not cell.wrong:
        return cell._replace(wrong=f"“{answer.label}”不能作数据的名称", fix=_NAME_IT)
    return cell


def _is_fresh(row: Asked, kind: str) -> bool:
    """Tell one of the empty rows of a kind, 其他数据.新1; not a figure whose label begins so, 其他数据.新增公园."""
    start = f"{kind}.{NEW}"
    return row.name.startswith(start) and row.name.removeprefix(start).isdecimal()


def _own_row(row: Asked, answer: Answer, asked: Mapping[str, Asked]) -> Asked:
    """Give the row of a figure that the office named itself, and of a sentence that is in the file already."""
    if _is_fresh(row, FIGURES):
        name = f"{FIGURES}.{answer.label}"
        return asked.get(f"{row.topic}.{name}") or row._replace(name=name, label=answer.label)
    if _is_fresh(row, SENTENCES):
        written = f"{row.topic}.{SENTENCES}."
        wanted = "".join(answer.cell.text.split()).rstrip("。")
        return next(
            (
                one
                for key, one in asked.items()
                if key.startswith(written) and one.base and "".join(one.base.split()).rstrip("。") == wanted
            ),
            row._replace(name=f"{SENTENCES}.{NEW}.{answer.cell.text}"),
        )
    return row


def _strange(answer: Answer, filled: Filled, asked: Mapping[str, Asked]) -> Problem:
    near = nearest_name(answer.key, asked)
    hint = f"现在相近的是“{near}”；" if near else ""
    message = (
        f"事实文件现在没有“{answer.key}”这一项，表里填的是“{answer.cell.text or answer.cell.wrong}”，没有收。"
    )
    place = Place(f"{filled.file} {answer.where}")
    fix = f"{hint}请用 nianbao form 重新生成表，或自己写进事实文件。"
    return Problem(STRANGE, message, fix, place, answer.key, Level.WARNING)


def _row_meant(answer: Answer, asked: Mapping[str, Asked]) -> Asked | None:
    """Give the row that a row which the office added names outright, by its label or by what others call the field."""
    own = [row for row in asked.values() if row.topic == answer.topic and answer.label]
    named = [row for row in own if row.label == answer.label]
    called = [row for row in own if row.field and answer.label in row.field.aliases]
    rows = named or called
    return rows[0] if len(rows) == 1 else None


def _added(answer: Answer, filled: Filled) -> Problem:
    said = answer.cell.text or answer.cell.wrong
    row = f"表里加的一行“{answer.label}”" if answer.label else "表里加的一行没有写项目，"
    message = f"{row}填的是“{said}”，“{answer.topic}”里没有这一项，没有收。"
    fix = "请把名称和数填在这个主题末尾没有名称的行里，再收一次；或自己写进事实文件。"
    place = Place(f"{filled.file} {answer.where}")
    return Problem(STRANGE, message, fix, place, answer.topic, Level.WARNING)


def _doubt(filled: Filled, remark: str) -> Problem:
    return Problem(
        DOUBTFUL, remark, "请看一眼，要改的在事实文件里改。", Place(filled.file), "", Level.WARNING
    )
