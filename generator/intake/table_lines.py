"""Tables -> phrases: what heads a row and a column, and the figure where they meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.intake.sheets import Cell, Sheet
from generator.numbers.units import families, longest_word
from generator.patterns import pattern

_FIGURE = pattern(
    r"(?:约|近|超|不少于)?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?\s*[余多]?(?:[百千]?万|亿)?[余多]?\s*"
    r"(?:%|％|[一-龥（）]{0,4})(?:左右|以上)?"
)
_NO_FIGURE = pattern("(?:月份?|季度|年度?|日|组|号|周|时)$|^[0-9]{7,}$|^1[3-9][0-9]{9}$")
_LONGEST = 16
_LABEL_UNIT = pattern(r"[（(]\s*(?:单位[:：])?\s*([^（）()]{1,4})\s*[)）]\s*$")
_UNIT_HEAD = pattern("单位|计量单位|量词")
_COUNT_HEAD = pattern("(?:案件|实际|全年)?([件宗起场次户人份项个条台名批])数")
"""A head that only says by what its column counts: 件数, 宗数."""
_VALUE_HEAD = pattern(
    "数|数目|数字|数值|数量|数据|全年|合计|总计|总数|实绩|(?:实际|累计)?完成(?:情况|[数值量])?|实际[数值]|本年|今年|当年|填报数?|结果|20\\d\\d年?度?"
)
_ORDER_HEAD = pattern("序号|编号|排序")
_UNIT_IN_REMARK = pattern(
    "(?P<unit>[一-龥]{1,3})(?:[，,、]?(?P<more>[余多]))?(?=[，。；,;、：:（( ]|$)[，。；,;、：:]?"
)
"""A measure word that opens what a row remarks, as where the column of figures is bare: 58 | 次，涉企9次; 1820 | 次，余."""
_SAYS = pattern("[0-9A-Za-z一-龥%％‰]")
_REMARK = pattern("备注|说明|联系人|电话|填报|时间|日期|负责人|(?:统计|数据)?(?:截止|截至)(?:日期?|时间)?")
_OFFICE_HEAD = pattern(
    "(?:责任|填报|报送|主管|牵头)?(?:科室|部门)|(?:责任|填报|报送|主管|牵头)单位|办公?室|来源"
)
_TOTAL = pattern("(?:全[年镇乡区县市]|全街道|本年)?(?:合计|总计|共计|小计|累计)")
_OTHER_YEAR = pattern("(20\\d\\d)年?|上年|去年|上年度|同期")
_EMPTY_HEAD = pattern(
    "(?:项目|指标|名称|内容|类别|类型|事项|村名?|社区|村（?社区）?|单位|月份|时间|数据|.*名称|.*项目?)"
)
_EMPTY_LABEL = frozenset({"数值", "数量", "数据", "合计", "总计"})
_BAR = " | "
"""Stands between the cells that are quoted."""


class TableFigure(NamedTuple):
    """One figure of a table: its label (the row's and the column's words), what stands over both, and its place.

    `part` tells that it is one of several rows or months of which another line gives the sum; `remark` is what its row
    remarks, `remark_place` where, told with the first figure of a row alone; `year` is the year that its column or row
    names, `上年` for the one before, empty where none is named.
    `shown` are the cells that name its row, those over its column, and its own, as they stand.
    """

    written: str
    label: str
    context: str
    place: str
    unit: str = ""
    part: bool = False
    year: str = ""
    remark: str = ""
    shown: str = ""
    remark_place: str = ""


def table_figures(sheet: Sheet) -> Iterator[TableFigure]:
    """Give the figures of a sheet, table by table: an empty row, or a row of words alone, begins another one."""
    title = ""
    for rows in _tables(sheet.rows):
        words = [row for row in rows if any(row)]
        while words and _is_title(words[0]):
            title = next(cell.text for cell in words[0] if cell)
            words = words[1:]
        if words:
            yield from _figures(words, title)
            title = ""


def is_table_figure(text: str) -> bool:
    """Tell whether a cell is a figure, with or without a measure word."""
    match = _FIGURE.fullmatch(text.strip())
    return bool(match) and len(text) <= _LONGEST and not _NO_FIGURE.search(text)


def _tables(rows: Sequence[tuple[Cell | None, ...]]) -> Iterator[list[tuple[Cell | None, ...]]]:
    table: list[tuple[Cell | None, ...]] = []
    for row in rows:
        filled = [cell for cell in row if cell]
        heads = len(filled) > 1 and not any(is_table_figure(cell.text) for cell in filled)
        if table and (
            not filled or (heads and any(is_table_figure(c.text) for one in table for c in one if c))
        ):
            yield table
            table = []
        if filled:
            table.append(row)
    if table:
        yield table


def _is_title(row: Sequence[Cell | None]) -> bool:
    texts = {cell.text for cell in row if cell}
    remarks = [one for one in texts if _REMARK.search(one) and ("：" in one or ":" in one)]
    return not any(map(is_table_figure, texts)) and (len(texts) == 1 or len(remarks) == len(texts))


def _figures(rows: list[tuple[Cell | None, ...]], title: str) -> Iterator[TableFigure]:
    """Give the figures of one table: a head of words alone over its columns, or none."""
    heads: list[tuple[Cell | None, ...]] = []
    while rows and not any(is_table_figure(cell.text) for cell in rows[0] if cell):
        heads, rows = [*heads, rows[0]], rows[1:]
    if not heads and rows and _head_of_years(rows[0]):
        heads, rows = rows[:1], rows[1:]
    width = max(map(len, rows), default=0)
    columns, shown = _columns(heads, width), _columns(heads, width, _BAR)
    names = [column for column, head in enumerate(columns) if _names_rows(rows, column, head)]
    over = columns[names[0]] if names and not _EMPTY_HEAD.fullmatch(columns[names[0]]) else ""
    category, title = "", "，".join(filter(None, (over, title)))
    office = next((column for column, head in enumerate(columns) if _OFFICE_HEAD.fullmatch(head)), None)
    totals = [number for number, row in enumerate(rows) if _total(row, names)]
    for number, row in enumerate(rows):
        category = _category(row, names if office is None else [office, *names], category)
        part = _is_part(number, totals)
        for at, one in _row_figures(row, columns, names, (title, category), part=part):
            yield one._replace(shown=_shown(row, names, columns, shown[at], one.written))


def _head_of_years(row: Sequence[Cell | None]) -> bool:
    """Tell a head such as 应急办, 2024年, 2023年, whose years look like figures."""
    cells = [cell.text for cell in row if cell]
    return len(cells) > 1 and all(_OTHER_YEAR.fullmatch(one) or not is_table_figure(one) for one in cells)


def _columns(heads: list[tuple[Cell | None, ...]], width: int, between: str = "") -> list[str]:
    """Give the words over each column, those of several rows of heads one after the other."""
    width = max([width, *map(len, heads)])
    said = []
    for column in range(width):
        texts = [cell.text for row in heads if column < len(row) and (cell := row[column])]
        said.append(between.join(dict.fromkeys(texts)))
    return said


def _names_rows(rows: Sequence[tuple[Cell | None, ...]], column: int, head: str) -> bool:
    """Tell whether a column holds words that name its rows, and no remarks."""
    if any(shape.fullmatch(head) for shape in (_ORDER_HEAD, _REMARK, _OFFICE_HEAD)):
        return False
    texts = [cell.text for row in rows if column < len(row) and (cell := row[column])]
    return bool(texts) and sum(map(is_table_figure, texts)) * 2 < len(texts)


def _total(row: Sequence[Cell | None], names: Sequence[int]) -> bool:
    return any(_TOTAL.fullmatch(cell.text) for at in names if at < len(row) and (cell := row[at]))


def _is_part(number: int, totals: Sequence[int]) -> bool:
    """Tell whether a row is summed up in another: one below it, or the first; what stands below a sum is no part."""
    return number not in totals and (any(number < one for one in totals) or totals[:1] == [0])


def _category(row: Sequence[Cell | None], names: Sequence[int], before: str) -> str:
    """Give the first of two columns of names, which is often written once for several rows."""
    if len(names) < 2 or names[0] >= len(row):
        return ""
    first = row[names[0]]
    return first.text if first else before


def _row_figures(
    row: Sequence[Cell | None],
    columns: Sequence[str],
    names: Sequence[int],
    over: tuple[str, str],
    *,
    part: bool,
) -> Iterator[tuple[int, TableFigure]]:
    """Give the figures of a row, each with its column."""
    title, category = over
    named = [(at, cell) for at in names if at < len(row) and (cell := row[at]) and _SAYS.search(cell.text)]
    told = [cell for at, cell in named if not _is_unit(columns[at], cell)]
    unit = next((cell.text for at, cell in named if _is_unit(columns[at], cell)), "")
    label, row_unit = _without_unit(told[-1].text if told else "")
    remarks = [cell for at, cell in enumerate(row) if cell and _REMARK.fullmatch(columns[at])]
    place = remarks[0].address if remarks else ""
    said_unit, remark = _unit_of_remark("，".join(one.text for one in remarks))
    for at, cell in enumerate(row):
        if cell is None or at in names or not is_table_figure(cell.text) or _ORDER_HEAD.search(columns[at]):
            continue
        if _REMARK.fullmatch(columns[at]):
            continue
        head, head_unit = _without_unit(columns[at])
        year = next((one[0] for one in (_OTHER_YEAR.search(head), _OTHER_YEAR.search(label)) if one), "")
        head = "" if _VALUE_HEAD.fullmatch(head) or _OTHER_YEAR.fullmatch(head) else head
        bare = "" if label in _EMPTY_LABEL or _TOTAL.fullmatch(label) else label
        context = "，".join(
            dict.fromkeys(one for one in (category, title) if one and one not in (label, head))
        )
        measure = unit or head_unit or row_unit or said_unit
        yield (
            at,
            TableFigure(
                cell.text,
                f"{bare}{head}",
                context,
                cell.address,
                measure,
                part,
                year,
                remark,
                remark_place=place,
            ),
        )
        place = ""


def _unit_of_remark(remark: str) -> tuple[str, str]:
    """Part the measure word that opens a remark from the rest of it: 次，余。其中涉企933次 is 余次 and the last part."""
    found = _UNIT_IN_REMARK.match(remark)
    if found is None or not families(found["unit"]) or longest_word(found["unit"]) != found["unit"]:
        return "", remark
    return f"{found['more'] or ''}{found['unit']}", remark[found.end() :].strip()


def _shown(
    row: Sequence[Cell | None], names: Sequence[int], columns: Sequence[str], head: str, written: str
) -> str:
    """Give the cells of a figure as they stand: the row's names, the head, the figure, a measure word of its own."""
    cells = [(_is_unit(columns[at], cell), cell.text) for at in names if at < len(row) and (cell := row[at])]
    named, units = ([text for of_unit, text in cells if of_unit is wanted] for wanted in (False, True))
    return _BAR.join(dict.fromkeys(filter(None, (*named, head, written, *units))))


def _is_unit(head: str, cell: Cell) -> bool:
    """Tell whether a cell is the measure word of its row."""
    return bool(_UNIT_HEAD.fullmatch(head)) or (
        bool(families(cell.text)) and longest_word(cell.text) == cell.text
    )


def _without_unit(label: str) -> tuple[str, str]:
    """Part 矛盾纠纷排查（件） into its words and its measure word; 件数 is the word alone."""
    if counted := _COUNT_HEAD.fullmatch(label):
        return "", counted[1]
    found = _LABEL_UNIT.search(label)
    if found and families(found[1]):
        return label[: found.start()].strip(), found[1]
    return label, ""
