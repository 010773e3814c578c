"""上级通知.yaml: the county's notice as a file, which a facts file names under 通知 and follows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from generator.facts.notice import CountyNotice, ListedUnit, NoticeTerms
from generator.facts.records import parts_of, read_parts
from generator.facts.required import EXCUSED, NOTICE, REQUIRED, misread_requirements, requirements_of
from generator.files import read_bytes
from generator.patterns import pattern
from generator.problems import FactsError, Level, Place, Problem, UserError
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.kinds import MisreadError, shortened
from generator.yamltext.path import dotted
from generator.yamltext.source import Source, read_source

FILE, UNITS, TITLES = "文件", "单位", "部分标题"
NOTICE_FILE = "上级通知.yaml"
"""What the county's notice is called where nobody names it."""
_CODE = "事实-08"
_APART = pattern(r"\s*[、，,；;\s]\s*")


class Superior(NamedTuple):
    """A county's notice as it was read: what it says, the same as plain data, and slips that change nothing.

    What is misread is left out of both and told in `mistakes`.
    """

    notice: CountyNotice
    data: Mapping[str, Any]
    warnings: tuple[Problem, ...] = ()
    mistakes: tuple[Problem, ...] = ()


def is_notice(path: FilePath) -> bool:
    """Tell a county's notice from a facts file by its name."""
    return path.suffix.lower() in {".yaml", ".yml"} and "通知" in path.stem


def load_notice(path: FilePath, templates: Templates | None = None) -> Superior:
    """Read a county's notice; raises UserError when it cannot be opened, FactsError with every mistake in it."""
    superior = _readable(read_bytes(path), path.name, templates or Templates())
    if superior.mistakes:
        raise FactsError(superior.mistakes)
    return superior


@lru_cache(maxsize=4)  # all the units of a county follow the same
def _readable(content: bytes, name: str, templates: Templates) -> Superior:
    source = read_source(content, name)
    data = dict(source.data)
    if isinstance(data.get(UNITS), str) and data[UNITS]:
        data[UNITS] = [one for one in _APART.split(data[UNITS]) if one]
    if isinstance(data.get(UNITS), list):  # numbered as they stand
        data[UNITS] = [one or {} for one in data[UNITS]]
    values, slips = read_parts(CountyNotice, data)
    notice = CountyNotice(**values)
    misread = [*misread_requirements(notice.required, read_topics(templates))]
    mistakes = tuple(_problem(one, source, name) for one in (*slips, *misread, *_named_twice(notice.units)))
    written = _written(
        data, {one.name for attribute, one in parts_of(NoticeTerms).items() if attribute in values}
    )
    if TITLES in written:
        written[TITLES] = {key: written[TITLES][key] for key in notice.titles.given}
    if misread:
        written[REQUIRED] = [str(one) for one in requirements_of(notice.required, read_topics(templates))]
    return Superior(notice, written, (*source.warnings, *_doubted(notice, source)), mistakes)


def _doubted(notice: CountyNotice, source: Source) -> Iterator[Problem]:
    """Doubt a last day that is of another year than the one in which reports are due."""
    if notice.deadline and notice.year and notice.deadline.year != notice.year + 1:
        message = f"{notice.year}年度的报告，截止写的是{notice.deadline.year}年。"
        fix = "年度报告在第二年年初报，请核对“年度”和“截止”。"
        yield Problem(_CODE, message, fix, source.places["截止",], "截止", Level.WARNING)


def _problem(slip: MisreadError, source: Source, name: str) -> Problem:
    path = slip.path
    while path and path not in source.places:
        path = path[:-1]
    return Problem(
        slip.code, f"{slip.message}。", slip.fix, source.places.get(path, Place(name, 1)), dotted(slip.path)
    )


def _named_twice(units: tuple[ListedUnit, ...]) -> Iterator[MisreadError]:
    known: dict[str, int] = {}
    for number, unit in enumerate(units):
        if not unit.name:
            yield MisreadError("这个单位没有写名称", "请写“名称: 稷下街道”。", (UNITS, number))
        for name in filter(None, (unit.name, *unit.aliases)):
            if known.setdefault(name, number) != number:
                yield MisreadError(f"“{shortened(name)}”写了两次", "请删去一处。", (UNITS, number))


def _written(data: Mapping[str, Any], readable: Collection[str]) -> dict[str, Any]:
    """Give what a notice asks for, without what is left empty or cannot be read: it asks for nothing."""
    return {
        one.name: data[one.name]
        for one in parts_of(NoticeTerms).values()
        if data.get(one.name) and one.name in readable
    }


def named_notice(data: Mapping[str, Any]) -> str:
    """Give what stands in a facts file as the name of its notice's file; an empty text where nothing can be one."""
    own = data.get(NOTICE)
    named = own if isinstance(own, str) else own.get(FILE) if isinstance(own, dict) else None
    return named.strip() if isinstance(named, str) else ""


def is_file_name(named: str) -> bool:
    """Tell a name that can be a notice's."""
    return named.lower().endswith((".yaml", ".yml"))


def following(
    source: Source, folder: FilePath, templates: Templates, held_to: FilePath | None = None
) -> tuple[Source, tuple[Problem, ...]]:
    """Give a facts file as if what its notice asks for stood in it, and what is wrong with that notice.

    The notice is the file that stands under 通知, found from the `folder` of the facts file; what else stands there
    goes before what that says. One that all are `held_to` goes before both. Raises UserError, and FactsError for
    mistakes, where it is the one `held_to` that cannot be read.
    """
    own, named = source.data.get(NOTICE), named_notice(source.data)
    own = own if isinstance(own, dict) else {}
    if held_to is not None:
        superior = load_notice(held_to, templates)
        wrong_year = tuple(_of_another_year(superior, source, held_to.name))
        return _merged(source, {**own, FILE: held_to.name}, superior.data, own), wrong_year
    if not is_file_name(named):
        return source, _no_file(named, source) if own else ()
    try:
        path = folder / named
        superior = _readable(read_bytes(path), path.name, templates)
    except UserError as error:
        fix = "请核对文件名，从这份文件所在的文件夹找起；没有通知文件的，逐项写通知的要求，或删去这一行。"
        return source, (_unusable(source, f"上级通知的文件“{shortened(named)}”读不了：{error.message}", fix),)
    except FactsError as error:
        message = f"上级通知的文件“{shortened(named)}”有错，没有照它写。"
        told = _unusable(source, message, "请告诉发通知的单位改正，或先逐项写通知的要求。")
        return source, (*error.problems, told)
    followed = _merged(source, superior.data, {**own, FILE: named}, own)
    return followed, (*_told_of(superior, source, named), *_of_another_year(superior, source, named))


def _told_of(superior: Superior, source: Source, named: str) -> Iterator[Problem]:
    """Remind of the mistakes in a notice's file where they are, and at its name that these are not followed.

    They are the county's to mend, and hold no report up; what the unit asks for itself in their place is not missed.
    """
    own = source.data.get(NOTICE)
    mistakes = [
        one for one in superior.mistakes if not _is_asked_anew(one, own if isinstance(own, dict) else {})
    ]
    if mistakes:
        message = f"上级通知的文件“{shortened(named)}”有错，错的几项没有照它写。"
        fix = "请告诉发通知的单位改正；等不及的，先在“通知”里另写这几项。"
        yield from (one._replace(level=Level.WARNING) for one in mistakes)
        yield _unusable(source, message, fix)._replace(level=Level.WARNING)


def _is_asked_anew(mistake: Problem, own: Mapping[str, Any]) -> bool:
    """Tell whether a unit's own 通知 goes before what is misread; what it requires by name is only added to that."""
    key, *within = mistake.field.split(".")
    if key == TITLES and within and isinstance(own.get(TITLES), dict):
        return bool(own[TITLES].get(within[0]))
    return bool(own.get(key)) and key != REQUIRED


def _no_file(named: str, source: Source) -> tuple[Problem, ...]:
    """Tell a name under 文件 that can be no notice's; an empty one is asked after by itself."""
    if not named:
        return ()
    place = source.places.get((NOTICE, FILE), Place())
    message = f"“{FILE}”写的是“{shortened(named)}”，不是通知文件的名称。"
    fix = f"例如“{FILE}: {NOTICE_FILE}”；上级发来的是文档的，逐项写它的要求。"
    return (Problem("事实-01", message, fix, place, f"{NOTICE}.{FILE}"),)


def _merged(
    source: Source, below: Mapping[str, Any], above: Mapping[str, Any], own: Mapping[str, Any]
) -> Source:
    """Give the source with one notice upon another: titles part by part, what is asked for by name together."""
    merged = {**below, **above}
    titles = [one[TITLES] for one in (below, above) if isinstance(one.get(TITLES), dict)]
    if len(titles) > 1:
        merged[TITLES] = {**titles[0], **titles[1]}
    if below.get(REQUIRED) and above.get(REQUIRED):
        merged[REQUIRED] = [*_listed(below[REQUIRED]), *_listed(above[REQUIRED])]
    if EXCUSED in own:
        merged[EXCUSED] = own[EXCUSED]
    return source._replace(data={**source.data, NOTICE: merged})


def _listed(one: Any) -> list[Any]:
    return list(one) if isinstance(one, list) else [one]


def _of_another_year(superior: Superior, source: Source, named: str) -> Iterator[Problem]:
    asked, written = superior.notice.year, source.data.get("年度")
    year = written.strip().removesuffix("年").removesuffix("年度") if isinstance(written, str) else ""
    if asked and year.isdecimal() and int(year) != asked:
        message = f"通知“{shortened(named)}”要的是{asked}年度的报告，这份文件是{year}年度的。"
        yield _unusable(source, message, "请核对“年度”，或换成那一年的通知。")


def _unusable(source: Source, message: str, fix: str) -> Problem:
    place = source.places.get((NOTICE,)) or next(iter(source.places.values()), Place())
    return Problem(_CODE, message, fix, place, NOTICE, Level.ERROR)
