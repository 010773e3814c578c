"""`nianbao form`: what each office has to fill in, as Excel workbooks or web pages made from the facts file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.commands.steps import Given
from generator.facts import Facts, load_with_last
from generator.file_names import file_name
from generator.files import read_bytes, save
from generator.forms.asking import AskedTopic, OfficeForm, asked_topics, form_for_all, forms_by_office
from generator.forms.cards import read_cards
from generator.forms.webform import form_pages
from generator.forms.workbook import form_workbook
from generator.problems import UserError
from generator.yamltext.source import read_source

EXCEL, PAGE = ".xlsx", ".html"


class WrittenForm(NamedTuple):
    """A form that was written: for whom, how many topics and rows, where it lies, the copy of what was there."""

    office: str
    topics: int
    rows: int
    path: Path
    kept: Path | None


class Asking(NamedTuple):
    """A facts file and what it asks for."""

    facts: Facts
    topics: tuple[AskedTopic, ...]


def read_asking(path: Path, given: Given) -> Asking:
    """Read a facts file and give what it asks for.

    Raises FactsError with its mistakes, UserError where it cannot be read or does not say whose year it is of.
    """
    facts = load_with_last(path, given.templates, given.last, given.notice)
    if not (facts.year and facts.name):
        raise UserError(f"{path.name} 里还没有写年度或单位，填报表不知道是谁的。", "请先写好“年度”和“单位”。")
    source = read_source(read_bytes(path), path.name)
    topics = asked_topics(facts, source, given.templates, read_cards())
    if not topics:
        raise UserError(
            f"{path.name} 里还没有主题，没有什么可填。", "请用 nianbao new 生成，或先写上主题的名称。"
        )
    return Asking(facts, topics)


def write_workbooks(
    path: Path, given: Given, target: Path | None, *, by_office: bool, force: bool = False
) -> list[WrittenForm]:
    """Write the forms of a facts file as workbooks: one an office into a folder, or one for all offices.

    Without a target they lie beside the facts file. Raises what `read_asking` raises, and UserError where a form
    cannot be written; one that was filled in already is only overwritten by `force`, and a copy of it kept.
    """
    asking = read_asking(path, given)
    if by_office:
        forms = forms_by_office(asking.facts, asking.topics)
    else:
        forms = (form_for_all(asking.facts, asking.topics),)
    if not by_office and target is not None and target.suffix and not target.is_dir():
        if target.suffix.lower() != EXCEL:
            raise UserError(
                f"填报表的后缀应为 .xlsx，写的是：{target.name}", "例如：-o 填报表.xlsx", status=2
            )
        return _saved([(forms[0], target, form_workbook(forms[0]))], force=force)
    folder = _folder(target, path)
    made = [(form, folder / file_name(form.stem, EXCEL), form_workbook(form)) for form in forms]
    return _saved(made, force=force)


def write_pages(path: Path, given: Given, target: Path | None, *, force: bool = False) -> list[WrittenForm]:
    """Write the forms of a facts file as web pages, one an office, into a folder; raises as `write_workbooks` does."""
    asking = read_asking(path, given)
    folder = _folder(target, path)
    made = [
        (form, folder / file_name(name, PAGE), page.encode())
        for form in forms_by_office(asking.facts, asking.topics)
        for name, page in form_pages(form, given.templates).items()
    ]
    return _saved(made, force=force)


def _saved(made: Sequence[tuple[OfficeForm, Path, bytes]], *, force: bool) -> list[WrittenForm]:
    """Write what is made already."""
    return [
        WrittenForm(form.office, len(form.topics), len(form.rows), path, save(path, data, force=force))
        for form, path, data in made
    ]


def _folder(target: Path | None, path: Path) -> Path:
    if target is not None and target.suffix and not target.is_dir():
        message = f"按科室分的填报表有几份，-o 后面应是文件夹，写的是：{target}"
        raise UserError(message, "例如：-o 填报表", status=2)
    return target or path.parent
