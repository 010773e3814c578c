"""What lies beside a facts file: last year's (named on the command line, under 上年, or found), and the notice (通知)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from generator.facts.facts import Facts
from generator.facts.loading import Reading, facts_from, readable_facts
from generator.facts.superior import following, is_file_name, named_notice
from generator.files import read_bytes
from generator.problems import FactsError, Level, Place, Problem, UserError
from generator.resources import Templates
from generator.topics.kinds import shortened
from generator.yamltext.source import Source, read_source

LAST = "上年"


def load_with_last(
    path: Path, templates: Templates, named: Path | None = None, notice: Path | None = None
) -> Facts:
    """Read a facts file and, for its comparisons, last year's: `named`, else the one under 上年, else the one beside it.

    What its notice asks for is followed: that of the file under 通知, or of the one `notice` to which all are held.
    Raises UserError when the file cannot be opened, or one that is named here; FactsError with every mistake in all of
    them, that a file named in this one is not there or cannot be read among them.
    """
    return read_with_last(path, templates, named, notice).whole()


def read_with_last(
    path: Path, templates: Templates, named: Path | None = None, notice: Path | None = None
) -> Reading:
    """Give what can be read of a facts file and last year's, with every mistake in both.

    Raises UserError as `load_with_last` does; FactsError for what is no YAML at all, or mistakes in the one `named`.
    """
    return reading_with_last(read_source(read_bytes(path), path.name), path, templates, named, notice)


def reading_with_last(
    source: Source,
    path: Path,
    templates: Templates,
    named: Path | None = None,
    notice: Path | None = None,
) -> Reading:
    """Give what can be read of the source of a facts file that lies, or is to lie, at a path, and of last year's.

    Raises UserError, FactsError for what is wrong with the one `named`.
    """
    last, problems = _last_of(source, path, templates, named)
    source, of_notice = following(source, path.parent, templates, notice)
    reading = readable_facts(source, path.name, templates, last)
    wrong = (one for one in of_notice if one.level is Level.ERROR)
    reminders = tuple(one for one in of_notice if one.level is Level.WARNING)
    facts = (
        replace(reading.facts, warnings=(*reading.facts.warnings, *reminders)) if reminders else reading.facts
    )
    return Reading(facts, (*reading.problems, *problems, *wrong))


def files_beside(
    source: Source, path: Path, named: Path | None = None, notice: Path | None = None
) -> tuple[Path, ...]:
    """Give the files, there or not, that are looked into beside a facts file: last year's, and the notice's."""
    asked = named_notice(source.data)
    last = named or _last_year_place(path, _written_last(source))
    notice = notice or (path.parent / asked if is_file_name(asked) else None)
    return tuple(one for one in (last, notice) if one is not None)


def _written_last(source: Source) -> str:
    written = source.data.get(LAST, "")
    return written.strip() if isinstance(written, str) else ""


def _last_of(
    source: Source, path: Path, templates: Templates, named: Path | None
) -> tuple[Facts | None, list[Problem]]:
    if named is not None:
        return _facts_of(read_bytes(named), named.name, templates), []
    written = _written_last(source)
    earlier = last_year_file(path, written)
    if earlier is None:
        return None, []
    place = source.places.get((LAST,), Place(path.name)) if written else Place(path.name)
    try:
        return _facts_of(read_bytes(earlier), earlier.name, templates), []
    except UserError as error:
        fix = "请核对文件名，从这份文件所在的文件夹找起；没有上年的文件，删去这一行。"
        return None, [
            Problem(
                "事实-04",
                f"上年的事实文件“{shortened(earlier.name)}”读不了：{error.message}",
                fix,
                place,
                LAST,
            )
        ]
    except FactsError as error:
        message = f"上年的事实文件“{shortened(earlier.name)}”有错，算不了同比。"
        return None, [
            *error.problems,
            Problem("事实-04", message, "改正它，或用 --last 另指一份。", place, LAST),
        ]


@lru_cache(maxsize=2)  # whoever types in this year's file does not change last year's
def _facts_of(content: bytes, name: str, templates: Templates) -> Facts:
    return facts_from(read_source(content, name), name, templates)


def last_year_file(path: Path, written: str = "") -> Path | None:
    """Give last year's facts file: the one written under 上年, else 稷下街道-2022.yaml beside 稷下街道-2023.yaml."""
    place = _last_year_place(path, written)
    return place if place and (written or place.is_file()) else None


def _last_year_place(path: Path, written: str) -> Path | None:
    if written:
        return path.parent / written
    stem, _, year = path.stem.rpartition("-")
    if not (stem and year.isdecimal() and len(year) == len("2023")):
        return None
    return path.with_name(f"{stem}-{int(year) - 1}{path.suffix}")
