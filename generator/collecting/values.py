"""What an office wrote against its field: what it means, whether it can be taken, whether two are equal."""

from __future__ import annotations

from generator.collecting.filled import CellText
from generator.collecting.sentences import words_alone
from generator.forms.asking import Asked
from generator.forms.filling_in import NOTHING, SAME, fix_in_a_form
from generator.forms.marked_in import FIGURES, MARKS, SENTENCES
from generator.numbers.quantity import Quantity, QuantityError, parse
from generator.numbers.units import families, is_measured
from generator.patterns import pattern
from generator.problems import Place
from generator.topics import Field
from generator.topics.kinds import MisreadError, choose, read, said_right, sample
from generator.yamltext.encoding import name_unusable

_TICKED, _PERCENT, _LARGE = "是否", "%", "万元"
_PERSONS = frozenset("人名位")
_HEADS = pattern(r".*\d[余多]?个")
_MARK = pattern("【[^【】：:]*[：:]([^【】]*)】")
_NUMERALS = frozenset("一二两三四五六七八九十百千万")
_JOINTS = {"名单": "、", "文字": ""}
"""What the lines of one cell are joined by, by the field's kind; else by a blank."""


def settled_cell(cell: CellText, row: Asked) -> CellText:
    """Give a cell as its field takes it, or what is wrong with it and how to mend that; an empty one stays empty."""
    if cell.wrong or not cell.text:
        return cell
    for problem in name_unusable(cell.text, Place()):
        return cell._replace(wrong=problem.message.rstrip("。"), fix=problem.fix)
    if cell.text in SAME:
        return cell._replace(wrong=f"写的是“{cell.text}”", fix="请把上面的内容写全：报告里各项是分开的。")
    if (mark := _MARK.search(cell.text)) and not row.name.startswith(SENTENCES):
        return cell._replace(wrong=f"这一格写了“{mark[0]}”", fix=f"这里只填“{mark[1].strip()}”，不写【】。")
    return _own(cell, row) if row.field is None else _of_field(cell, row, row.field)


def _of_field(cell: CellText, row: Asked, field: Field) -> CellText:
    if cell.dated and field.kind != "日期":
        fix = f"多半是表格把数认成了日期。请先把这一格的格式改为“文本”，再填，如“{sample(field)}”。"
        return cell._replace(wrong=f"“{row.label}”成了日期{cell.text}", fix=fix)
    if cell.text in NOTHING and field.kind != _TICKED:
        fix = "没有发生的填 0，没有这项工作的空着。" if field.units else "没有的空着，不写“无”。"
        return cell._replace(wrong=f"“{row.label}”写的是“{cell.text}”", fix=fix)
    text = _JOINTS.get(field.kind, " ").join(filter(None, cell.text.split("\n")))
    text = _by_head(text, field)
    try:
        wording, content = choose(text, field)
        said_right(read(content, field), wording, field)
    except MisreadError as error:
        return cell._replace(wrong=error.message, fix=fix_in_a_form(error.fix))
    return cell._replace(text=text)


def _own(cell: CellText, row: Asked) -> CellText:
    text = "".join(cell.text.split("\n"))
    if cell.dated:
        return cell._replace(wrong=f"成了日期{text}", fix="请先把这一格的格式改为“文本”，再照台账填。")
    if text in NOTHING:
        return cell._replace(wrong=f"写的是“{text}”", fix="没有的空着，不写“无”。")
    if row.name.startswith((FIGURES, MARKS)) and not any(
        sign.isdigit() or sign in _NUMERALS for sign in text
    ):
        return cell._replace(
            wrong=f"“{text[:20]}”里没有数", fix="这里填没有字段的数据，如“300册”；话写在“另加正文”里。"
        )
    if row.unit and row.name.startswith((FIGURES, MARKS)):
        return _with_measure(cell._replace(text=text), row)
    if row.name.startswith(SENTENCES) and text[-1:] not in "。！？；”":
        text += "。"
    return cell._replace(text=text)


def _with_measure(cell: CellText, row: Asked) -> CellText:
    """Give a bare number its row's measure word; 1 may be 100% as a table stores it."""
    try:
        value = parse(cell.text)
    except QuantityError:
        return cell
    if value.unit or value.after:
        return cell
    if row.unit == _PERCENT and value.number <= 1:
        wrong = f"“{row.label}”应为百分比，写的是“{cell.text}”"
        return cell._replace(wrong=wrong, fix="请写成百分数，如“97.1%”；表格里显示100%的，也请照写“100%”。")
    return cell._replace(text=f"{cell.text}{row.unit}")


def _by_head(text: str, field: Field) -> str:
    """Give 65个 as 65名 where the field counts nothing but persons."""
    persons = bool(field.units) and _PERSONS.issuperset(field.units)
    return f"{text[:-1]}{field.units[0]}" if persons and _HEADS.fullmatch(text) else text


def same_value(one: str, other: str, row: Asked) -> bool:
    """Tell whether two texts give the field the same: 198 and 198件, 甲、乙 and 甲，乙."""
    return one == other or _meaning(one, row) == _meaning(other, row) or _lacks_its_unit(one, other, row)


def _lacks_its_unit(one: str, other: str, row: Asked) -> bool:
    """Tell an amount without its unit, which is asked about, from the same one with it: 9.2 and 9.2万元."""
    bare, whole = sorted((one, other), key=len)
    return row.field is not None and row.field.kind == "金额" and bare != "" and whole == f"{bare}{_LARGE}"


def _meaning(text: str, row: Asked) -> str:
    if row.field is not None and text:
        try:
            wording, content = choose(text, row.field)
            value = read(content, row.field)
        except MisreadError:
            return text
        if isinstance(value, Quantity) and is_measured(value.unit):
            value = f"{value.approx}{value.number.normalize()}{families(value.unit)}{value.after}"  # 2.3万元 and 23000元
        return f"{wording or row.field.wording}|{'、'.join(value) if isinstance(value, tuple) else value}"
    return words_alone(text, row)
