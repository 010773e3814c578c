"""The dated library of official formulations: what may be written in the report of which year.

Everything comes from `templates/提法.yaml`; a file of the same form beside the facts adds to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.problems import UserError
from generator.resources import Templates

LIBRARY = "提法.yaml"
_LATEST_SIGNING = (3, 31)
"""Reports are published before 1 April of the next year (督察工作规定 第二十四条)."""


@dataclass(frozen=True)
class WrongForm:
    """One wrong way to write a formulation; `since` is the day from which it is wrong, None for always.

    `pattern` tells that `wrong` is a regular expression and not the words themselves.
    """

    wrong: str
    right: str
    why: str
    grade: str = "提醒"
    since: date | None = None
    pattern: bool = False


@dataclass(frozen=True)
class Formulation:
    """One wording with the days between which it is current, how it is told in a text, and its wrong forms.

    `use` decides which day of a report counts: 指导 the signing, 做法, 法律, 日子 and 称谓 the report year.
    """

    wording: str
    kind: str = ""
    use: str = "做法"
    marks: tuple[str, ...] = ()
    published: date | None = None
    since: date | None = None
    until: date | None = None
    successor: str = ""
    wrong_forms: tuple[WrongForm, ...] = ()
    sources: tuple[str, ...] = ()
    sure: bool = True
    note: str = ""

    def too_early(self, year: int, signed: date | None = None) -> bool:
        """Tell whether it did not exist yet for a report of that year; without a signing day, by the latest one."""
        day = (signed or date(year + 1, *_LATEST_SIGNING)) if self.use == "指导" else date(year, 12, 31)
        return self.since is not None and self.since > day

    def outdated(self, year: int, signed: date | None = None) -> bool:
        """Tell whether it had ceased to be current; without a signing day, by the first day after the year."""
        day = (signed or date(year, 12, 31)) if self.use == "指导" else date(year, 1, 1)
        return self.until is not None and self.until < day


@dataclass(frozen=True)
class Library:
    """All formulations, and the rows from which an opening paragraph takes its own."""

    formulations: tuple[Formulation, ...]
    openings: Mapping[str, tuple[Opening, ...]]
    words: Mapping[str, tuple[str, ...]]

    def citable(self, year: int, signed: date | None = None) -> list[Formulation]:
        """List what a report of that year, signed on that day, may cite as current."""
        return [
            entry
            for entry in self.formulations
            if not entry.too_early(year, signed) and not entry.outdated(year, signed)
        ]

    def opening(self, name: str, year: int, signed: date | None = None) -> str | None:
        """Give the wording of one part of the opening (指导思想, 会议精神 …), None where there is none that year."""
        day = signed or date(year, 12, 31)
        fitting = [row for row in self.openings.get(name, ()) if row.since <= day and row.fits(year)]
        return max(fitting, key=lambda row: row.since).text if fitting else None


@dataclass(frozen=True)
class Opening:
    """One wording for the opening paragraph: from which day of signing, and for which report years."""

    text: str
    since: date
    first: int = 0
    last: int = 9999

    def fits(self, year: int) -> bool:
        """Tell whether a report of that year may use it."""
        return self.first <= year <= self.last


def library(templates: Templates | None = None, own: Path | None = None) -> Library:
    """Give the library, with the clerk's own file beside the facts if there is one; read once a process.

    An own formulation with the same 写法 takes the place of the built-in one.
    Raises UserError when a file is not of the form.
    """
    built_in = (templates or Templates()).read(LIBRARY)
    base = _parse(built_in.text, built_in.path.name)
    if own is None or not own.is_file():
        return base
    try:
        text = own.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"提法文件读不出来：{own.name}", "请把它另存为 UTF-8 编码的文本文件。") from error
    return _merged(base, _parse(text, own.name))


def citable(year: int, signed: date | None = None, templates: Templates | None = None) -> list[Formulation]:
    """List the formulations that a report of that year, signed on that day, may cite as current."""
    return library(templates).citable(year, signed)


def opening_formulas(
    year: int, signed: date | None = None, templates: Templates | None = None
) -> dict[str, str | None]:
    """Give the wordings of an opening paragraph by name; None where that year has none.

    The names: 指导思想, 法治思想, 会议精神, 工作会议, 纲要, 普法规划. Without a signing day the last day of
    the report year counts, so that a draft is never ahead of its time.
    """
    shelf = library(templates)
    return {name: shelf.opening(name, year, signed) for name in shelf.openings}


def _merged(base: Library, own: Library) -> Library:
    replaced = {entry.wording for entry in own.formulations}
    kept = tuple(entry for entry in base.formulations if entry.wording not in replaced)
    words = {
        name: (*base.words.get(name, ()), *own.words.get(name, ())) for name in {*base.words, *own.words}
    }
    return Library(kept + own.formulations, {**base.openings, **own.openings}, words)


@lru_cache(maxsize=8)
def _parse(text: str, name: str) -> Library:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        data = yaml.load(text, Loader=loader)  # noqa: S506 - a base loader makes plain text, lists and mappings only
        return Library(
            tuple(_formulation(entry) for entry in data.get("提法") or ()),
            {part: tuple(map(_opening, rows)) for part, rows in (data.get("导语") or {}).items()},
            {key: tuple(value) for key, value in (data.get("词") or {}).items()},
        )
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else ""
        raise UserError(f"提法文件{name}{where}写法有误。", "请对照说明核对缩进、冒号和引号。") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UserError(
            f"提法文件{name}的内容不合格式：{error}", "每条要有“写法”，日期写作2024-07-18。"
        ) from error


def _formulation(entry: Mapping[str, Any]) -> Formulation:
    return Formulation(
        wording=entry["写法"],
        kind=entry.get("类别", ""),
        use=entry.get("用途", "做法"),
        marks=tuple(entry.get("认", ())),
        published=_day(entry.get("公布")),
        since=_day(entry.get("起")),
        until=_day(entry.get("止")),
        successor=entry.get("接替", ""),
        wrong_forms=tuple(map(_wrong_form, entry.get("误写", ()))),
        sources=tuple(entry.get("出处", ())),
        sure=entry.get("把握", "高") != "低",
        note=entry.get("说明", ""),
    )


def _wrong_form(entry: Mapping[str, str]) -> WrongForm:
    pattern = "式" in entry
    return WrongForm(
        wrong=entry["式" if pattern else "误"],
        right=entry["正"],
        why=entry.get("因", ""),
        grade=entry.get("级", "提醒"),
        since=_day(entry.get("起")),
        pattern=pattern,
    )


def _opening(row: Mapping[str, str]) -> Opening:
    first, _, last = row.get("年度", "0—9999").partition("—")
    return Opening(row["文"], _day(row["起"]) or date.min, int(first), int(last or first))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
