"""Whether a filled form is of this facts file: its unit, its year, the topics as they are now."""

from __future__ import annotations

from collections.abc import Iterable

from generator.collecting.filled import Filled
from generator.facts import Facts
from generator.forms.asking import OfficeForm
from generator.problems import UserError


def refuse_others_form(filled: Filled, facts: Facts) -> None:
    """Refuse a form of another unit or another year; raises UserError."""
    if filled.unit != facts.name:
        message = f"{filled.file} 是“{filled.unit}”的表，{facts.file} 是“{facts.name}”的，没有收。"
        raise UserError(message, "请核对是不是选错了文件；单位改过简称的，请用 nianbao form 重新生成表。")
    if filled.year != str(facts.year):
        message = f"{filled.file} 是{filled.year}年度的表，{facts.file} 是{facts.year}年度的，没有收。"
        raise UserError(message, f"请把内容填到{facts.year}年度的表里，再收一次。")


def form_of(filled: Filled, forms: Iterable[OfficeForm]) -> OfficeForm | None:
    """Give the form that its office would get now; None where no topic is the office's any more."""
    return next((form for form in forms if form.office == filled.office), None)


def as_older(filled: Filled, form: OfficeForm | None) -> Filled:
    """Say of a form that was made when the topics were others that it is older."""
    if form is not None and form.identity == filled.identity:
        return filled
    said = "这份表是按早先的主题、字段生成的（现在的项目不一样了）：相同的项照收，别的逐项列出。"
    return filled._replace(remarks=(*filled.remarks, said))
