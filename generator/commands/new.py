"""`nianbao new`: a facts file to fill in, and beside it the schema by which editors explain it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from generator.commands.new_file import facts_path, save_beside_schema
from generator.commands.steps import FACTS, Given
from generator.facts import Facts, load_facts
from generator.facts.loading import readable_facts
from generator.facts.superior import load_notice
from generator.file_names import file_name
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.problems import UserError
from generator.resources import Templates
from generator.yamltext.source import read_source

_EXAMPLE = "例如：nianbao new 稷下街道 --year 2024"


def request_for(
    name: str,
    year: int | None,
    level: str | None,
    given: Given,
    *,
    full: bool,
) -> Request:
    """Put together what a new facts file is for, last year's facts, or its report, and the superior's notice read.

    Raises FactsError for mistakes in last year's file or the notice, UserError where unit or year can't be told.
    """
    last, notice, templates = given.last, given.notice, given.templates
    asked = load_notice(notice, templates).notice if notice else None
    before = _facts_of_last_year(last, templates) if last else None
    if not name and before is None:
        raise UserError("少写了单位名称。", _EXAMPLE, status=2)
    if name and not (name.isprintable() and any(map(str.isalnum, name))):
        seen = "".join(one if one.isprintable() else "□" for one in name)
        raise UserError(f"单位名称“{seen}”里没有文字，或有看不见的字符。", _EXAMPLE, status=2)
    following = before.year + 1 if before and before.year else None
    wanted = year or following or (asked.year if asked else None)
    if wanted is None:
        raise UserError("少写了报告年度。", _EXAMPLE, status=2)
    if asked and asked.year and asked.year != wanted:
        message = f"通知要的是{asked.year}年度的报告，写的是{wanted}年度。"
        raise UserError(message, "请核对 --year，或换成那一年的通知。")
    last_path = last if last and _is_facts(last) else None
    return Request(name, wanted, level, full, before, last_path, templates, asked, notice)


def _is_facts(path: Path) -> bool:
    return path.suffix.lower() in FACTS


def _facts_of_last_year(last: Path, templates: Templates) -> Facts:
    """Read last year's facts file, or take the facts out of last year's report, by whomever it is."""
    if _is_facts(last) or last.is_dir():
        return load_facts(last, templates)
    from generator.commands.import_report import imported

    return facts_of_text(imported(last, templates).text, last.name, templates)


def facts_of_text(text: str, name: str, templates: Templates) -> Facts:
    """Give what facts there are in the text of a facts file that was made of a report; `name` is the report's."""
    return readable_facts(read_source(text.encode(), name), name, templates).facts


def start_facts(request: Request, target: Path | None, *, force: bool = False) -> tuple[Path, Path | None]:
    """Write a new facts file, and beside it the schema that its first line names.

    The schema lies beside the file and not in the installed program: so the file works on every machine it is sent
    to, offline, and tells nobody where the program is installed. `target` is a file, a folder, or None for the folder
    at hand. Gives the file and, where one was overwritten by force, its copy. Raises UserError.
    """
    name = file_name(f"{request.short}-{request.year}", ".yaml")
    path = facts_path(target, name)
    request = replace(
        request,
        last_path=_seen_from(path.parent, request.last_path),
        notice_path=_seen_from(path.parent, request.notice_path),
    )
    return save_beside_schema(scaffold(request), path, name, request.topics, force=force)


def _seen_from(folder: Path, last: Path | None) -> Path | None:
    """Give the way from the new file's folder to last year's file; on another drive, the whole of it."""
    if last is None:
        return None
    try:
        return Path(os.path.relpath(last, folder))
    except ValueError:  # Windows: no way leads from one drive to another
        return last.absolute()
