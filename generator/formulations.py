"""The dated library of official formulations: what may be written in the report of which year.

Everything comes from `templates/提法.yaml`; a file of the same form beside the facts adds to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator import resources as reading
from generator.cached import kept, state_of_code
from generator.patterns import pattern
from generator.problems import UserError
from generator.resources import Templates, yaml_texts

LIBRARY = "提法.yaml"
_LATEST_SIGNING = (3, 31)
"""Reports are published before 1 April of the next year (督察工作规定 第二十四条)."""

_WRONG = pattern(
    r"(?P<wrong>[^→]+?) → (?P<right>[^：]*)(?:：(?P<why>.*?))?(?:（(?P<since>\d{4}-\d\d-\d\d)起）)?$"
)
_REVISION = pattern(r"（\d{4}年修[订正]）(?=》?$)")


class _WrongFormError(ValueError):
    """A line under 误写 that is none."""


class WrongForm(NamedTuple):
    """One wrong way to write a formulation; `since` is the day from which it is wrong, None for always.

    `grade` is 错误, 提醒, or 建议 for what is only to be looked up and not to be reported.
    """

    wrong: str
    right: str
    why: str = ""
    grade: str = "提醒"
    since: date | None = None


class Formulation(NamedTuple):
    """One wording with the days between which it is current, how it is told in a text, and its wrong forms.

    `use` decides which day of a report counts: 指导 the signing, 做法, 法律, 日子 and 称谓 the report year.
    A law's `since` is the day when it came into force, `published` the day of its publication.
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
    source: str = ""
    sure: str = "高"
    note: str = ""

    def too_early(self, year: int, signed: date | None = None) -> bool:
        """Tell whether it did not exist yet for a report of that year; without a signing day, by the latest one."""
        day = (signed or date(year + 1, *_LATEST_SIGNING)) if self.use == "指导" else date(year, 12, 31)
        return self.since is not None and self.since > day

    def outdated(self, year: int, signed: date | None = None) -> bool:
        """Tell whether it had ceased to be current when the year began, or for what guides, before the signing.

        What ended in the first quarter (主题教育, 疫情防控) is not the work of the year; a law is of the day.
        """
        end = date(year, 12, 31)
        if self.use == "指导":
            day = min(signed or end, end)
        else:
            day = date(year, 1, 1) if self.use == "法律" else date(year, 4, 1)
        return self.until is not None and self.until < day

    @property
    def revision(self) -> bool:
        """Tell whether this is a later version of a law that was there before."""
        return _REVISION.search(self.wording) is not None


class OpeningWording(NamedTuple):
    """One wording for the opening paragraph: from which day of signing, and for which report years."""

    text: str
    since: date
    first: int = 0
    last: int = 9999

    def fits(self, year: int, day: date) -> bool:
        """Tell whether a report of that year, signed on that day, may use it."""
        return self.first <= year <= self.last and self.since <= day


@dataclass(frozen=True, eq=False)
class Library:
    """All formulations, the laws by short name, and what else is dated.

    `openings` are the rows from which an opening paragraph takes its wordings; `anniversaries` and `jubilees` give
    the year to be taken off for 第几个 and for 几周年; `words` are lists of words that change a judgement.
    """

    formulations: tuple[Formulation, ...] = ()
    laws: Mapping[str, tuple[Formulation, ...]] = field(default_factory=dict)
    law_names: frozenset[str] = frozenset()
    openings: Mapping[str, tuple[OpeningWording, ...]] = field(default_factory=dict)
    anniversaries: Mapping[str, int] = field(default_factory=dict)
    jubilees: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def citable(self, year: int, signed: date | None = None) -> list[Formulation]:
        """List what a report of that year, signed on that day, may cite as current."""
        return [one for one in self if not one.too_early(year, signed) and not one.outdated(year, signed)]

    def opening(self, name: str, year: int, signed: date | None = None) -> str | None:
        """Give the wording of one part of the opening (指导思想, 会议精神 …), None where there is none that year."""
        day = signed or date(year, 12, 31)
        fitting = [row for row in self.openings.get(name, ()) if row.fits(year, day)]
        return max(fitting, key=lambda row: row.since).text if fitting else None

    def __iter__(self) -> Iterator[Formulation]:
        """Go through all formulations, the laws last."""
        yield from self.formulations
        for versions in self.laws.values():
            yield from versions

    @lru_cache(maxsize=8)  # noqa: B019 - the libraries of a process are few, and are kept anyway
    def with_own(self, own: Library) -> Library:
        """Give this library with the clerk's own entries; the same 写法 takes the place of the built-in one."""
        replaced = {entry.wording for entry in own.formulations}
        kept = tuple(entry for entry in self.formulations if entry.wording not in replaced)
        return Library(
            kept + own.formulations,
            {**self.laws, **own.laws},
            self.law_names | own.law_names,
            {**self.openings, **own.openings},
            {**self.anniversaries, **own.anniversaries},
            {**self.jubilees, **own.jubilees},
            {name: self.words.get(name, ()) + own.words.get(name, ()) for name in {*self.words, *own.words}},
        )


def library(templates: Templates | None = None, own: Path | None = None) -> Library:
    """Give the library, with the clerk's own file beside the facts if there is one; parsed once a process.

    Raises UserError when a file is not of the form.
    """
    base = _base(templates or Templates())
    if own is None or not own.is_file():
        return base
    try:
        text = own.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"提法文件读不出来：{own.name}", "请把它另存为 UTF-8 编码的文本文件。") from error
    return base.with_own(_parse(text, own))


@lru_cache(maxsize=8)
def _base(templates: Templates) -> Library:
    resource = templates.read(LIBRARY)
    return _parse(resource.text, resource.path)


def citable(year: int, signed: date | None = None, templates: Templates | None = None) -> list[Formulation]:
    """List the formulations that a report of that year, signed on that day, may cite as current."""
    return library(templates).citable(year, signed)


@lru_cache(maxsize=8)
def _parse(text: str, path: Path) -> Library:
    import yaml

    try:
        sources = [state_of_code([__file__, reading.__file__]), text]
        return _library(kept(str(path), sources, lambda: _taken_apart(yaml_texts(text) or {})))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else ""
        raise UserError(
            f"提法文件{path.name}{where}写法有误。", "请对照说明核对缩进、冒号和引号。"
        ) from error
    except _WrongFormError as error:
        raise UserError(
            f"提法文件{path.name}的误写“{error}”不合格式。", "写成“误写 → 正写：理由”。"
        ) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:  # what they say is English
        raise UserError(
            f"提法文件{path.name}的内容不合格式。", "每条要有“写法”，日期写作2024-07-18。"
        ) from error


def _taken_apart(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the same data with each line under 误写 as its parts, which takes longer than all the rest of a library."""
    entries = [
        {
            **entry,
            "误写": [
                [*_parts_of_wrong(line), grade]
                for grade, lines in entry.get("误写", {}).items()
                for line in lines.splitlines()
            ],
        }
        for entry in data.get("提法") or ()
    ]
    return {**data, "提法": entries}


def _library(data: Mapping[str, Any]) -> Library:
    laws: dict[str, tuple[Formulation, ...]] = {}
    for line in data.get("法律", "").splitlines():
        name, law = _law(*line.split())
        laws[name] = (*laws.get(name, ()), law)
    return Library(
        tuple(map(_formulation, data["提法"])),
        laws,
        frozenset(data.get("法名", "").split()) | frozenset(laws),
        {part: tuple(map(_opening, rows)) for part, rows in data.get("导语", {}).items()},
        {day: int(base) for day, base in data.get("纪念日", {}).items()},
        {event: int(base) for event, base in data.get("周年", {}).items()},
        {key: tuple(value) for key, value in data.get("词", {}).items()},
    )


def _law(
    name: str, published: str, since: str, until: str = "", successor: str = ""
) -> tuple[str, Formulation]:
    law = Formulation(
        wording=f"《{name}》",
        kind="法律",
        use="法律",
        published=_day(published),
        since=_day(since),
        until=_day(until),
        successor=f"《{successor}》" if successor else "",
        source="公布文本",
    )
    return _REVISION.sub("", name), law


def _formulation(entry: Mapping[str, Any]) -> Formulation:
    return Formulation(
        wording=entry["写法"],
        kind=entry.get("类别", ""),
        use=entry.get("用途", "做法"),
        marks=tuple(entry.get("认", ())),
        published=_day(entry.get("公布", "")),
        since=_day(entry.get("起", "")),
        until=_day(entry.get("止", "")),
        successor=entry.get("接替", ""),
        wrong_forms=tuple(
            WrongForm(wrong, right, why, grade, _day(since))
            for wrong, right, why, since, grade in entry["误写"]
        ),
        source=entry.get("出处", ""),
        sure=entry.get("把握", "高"),
        note=entry.get("说明", ""),
    )


def _parts_of_wrong(line: str) -> tuple[str, str, str, str]:
    """Give the wrong form, the right one, why, and since when."""
    found = _WRONG.match(line.strip())
    if found is None:
        raise _WrongFormError(line)
    return found["wrong"].strip(), found["right"].strip(), found["why"] or "", found["since"] or ""


def _opening(row: Mapping[str, str]) -> OpeningWording:
    first, _, last = row.get("年度", "0—9999").partition("—")
    return OpeningWording(row["文"], date.fromisoformat(row["起"]), int(first), int(last or first))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
