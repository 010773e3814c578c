"""The county's review: what is wrong in a unit's report, as comments in its Word file at the sentences it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.checks import findings
from generator.checks.annotate import comment_foreign, comment_words, in_word
from generator.checks.gather import Known
from generator.checks.material import Finding, Material, Other
from generator.commands.annotate import WORD
from generator.commands.asked_of_report import unjudged, unrecognised
from generator.commands.crew import on_all_cores, silent
from generator.commands.foreign_report import report_material
from generator.commands.steps import FACTS, Given, Prepared, check_prepared, draft_report, material_of
from generator.county.remarked import EMPTY_FORM, GENERAL, NO_REMARK
from generator.document.page.layout import read_layout
from generator.document.text.block import BlockKind
from generator.document.word.comments import Comment, Remark
from generator.document.word.docx import write_docx
from generator.facts import read_with_last
from generator.facts.superior import load_notice
from generator.facts.unfilled import is_unfilled
from generator.file_names import file_name
from generator.files import read_bytes, ready_folder, save_among_many
from generator.intake.foreign import MAX_PACKED
from generator.problems import FactsError, Level, Problem, UserError

AUTHOR = "审核"
"""Who remarks where no notice says whose the review is."""
REVIEWED = "（审核意见）.docx"
"""What the name of a report with the county's remarks ends in."""
_GAP = "【待填：{}"


class Review(NamedTuple):
    """A reviewed report: the bytes of its Word file, and how many errors and reminders stand in it."""

    data: bytes
    errors: int
    reminders: int


class Returned(NamedTuple):
    """What became of one file: where its review was written, and how much is in it; or why there is none."""

    source: Path
    path: Path | None = None
    errors: int = 0
    reminders: int = 0
    problems: tuple[Problem, ...] = ()
    error: UserError | None = None


class _Found(NamedTuple):
    """A problem, and the stretch of the text that it is about; `block` is -1 where it is about none."""

    problem: Problem
    block: int = -1
    start: int = 0
    end: int = 0


def review_files(  # noqa: PLR0913  # what a review rests on, each by its name
    files: Sequence[Path],
    folder: Path,
    given: Given,
    day: date,
    tell: Callable[[int], None] = silent,
    *,
    others: Mapping[Path, tuple[Other, ...]] = MappingProxyType({}),
    force: bool = False,
) -> list[Returned]:
    """Write the review of each facts file and each Word report into a folder; one that is refused stops no other.

    `day` is that of the review, which the comments bear. `tell` is told how many are done. `others` are the reports
    that each shares passages with. What was changed by hand is only overwritten by `force`.
    Raises UserError where nothing can be written to the folder.
    """
    ready_folder(folder)
    work = partial(_returned, given=given, day=day, others=others, force=force)
    return on_all_cores(work, list(_with_targets(files, folder)), tell, lost=_refused)


def _with_targets(files: Iterable[Path], folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give each file with where its review goes; those of one name are told apart by their folders, else by numbers.

    The name of a review tells to whom it goes back, and no other file that comes later makes it another's.
    """
    paths = tuple(files)
    times = Counter(path.stem.casefold() for path in paths)
    taken: set[str] = set()
    for path in paths:
        alone = times[path.stem.casefold()] == 1
        called = path.stem if alone else f"{path.stem}（{path.absolute().parent.name}）"
        name = file_name(called, REVIEWED)
        if name.casefold() in taken:
            name = file_name(called, REVIEWED, taken)
        taken.add(name.casefold())
        yield path, folder / name


def year_told(path: Path, given: Given) -> int | None:
    """Give the year that a Word report says it is of; None where it says none or cannot be read."""
    try:
        return report_material(path, Known(), given).year
    except (UserError, FactsError):
        return None


def review_report(path: Path, given: Given, day: date, others: tuple[Other, ...] = ()) -> Review:
    """Review one file on a day: of a .docx a copy is remarked, else the report that is made from the facts.

    Raises FactsError where a facts file is no YAML at all, UserError where a file cannot be read.
    """
    if path.suffix.lower() in FACTS:
        return _of_facts(path, given, day, Known(others=others))
    if path.suffix.lower() != WORD:
        raise UserError(f"写不了审核意见：{path.name}", "请用 WPS 或 Word 打开它，另存为 .docx 后重试。")
    material = report_material(path, Known(others=others), given)
    lacking = unrecognised(path, given)
    asked = (unjudged(path),) if lacking is None else lacking
    found = [*_found(material), *map(_Found, asked)]
    author = _author(given)
    remarks = [_remark(one, author) for one in found if one.block >= 0]
    title = _title_line(material)
    remarks += [Remark(title, 0, 0, author, text) for text in _on_title(found)]
    data = comment_foreign(
        read_bytes(path, MAX_PACKED),
        path.name,
        sorted(remarks, key=lambda one: (one.paragraph, one.start)),
        _time(day),
    )
    return _review(data, [one.problem for one in found])


def _of_facts(path: Path, given: Given, day: date, known: Known) -> Review:
    reading = read_with_last(path, given.templates, given.last, given.notice)
    prepared = draft_report(path, reading.facts, given)
    material = material_of(prepared, given, known)
    told = check_prepared(prepared, given, known).problems
    placed = {one.problem: one for one in _found(material)}
    found = [_placed(placed.get(one) or _Found(one), material) for one in (*told, *reading.problems)]
    found = [one._replace(problem=said) for one in found for said in in_word(one.problem)]
    author = _author(given)
    if is_unfilled(reading.facts) and not reading.problems:
        comments = [Comment(0, 0, 0, author, EMPTY_FORM)]
        return _written(prepared, given, comments, found, day)
    comments = [
        Comment(one.block, one.start, one.end, author, comment_words(one.problem))
        for one in found
        if one.block >= 0
    ]
    title = next((at for at, one in enumerate(material.blocks) if one.kind is BlockKind.TITLE), 0)
    comments += [Comment(title, 0, 0, author, text) for text in _on_title(found)]
    comments.sort(key=lambda one: (one.block, one.start))
    return _written(prepared, given, comments, found, day)


def _written(
    prepared: Prepared, given: Given, comments: Sequence[Comment], found: Sequence[_Found], day: date
) -> Review:
    data = write_docx(prepared.document, read_layout(given.templates), comments, _time(day))
    return _review(data, [one.problem for one in found])


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _author(given: Given) -> str:
    """Give whose the remarks are: of the organ that sent the notice."""
    issuer = load_notice(given.notice, given.templates).notice.issuer if given.notice else ""
    return issuer or AUTHOR


def _found(material: Material) -> Iterator[_Found]:
    """Give what the rules find, with the stretch of the text that it is about."""
    for rule, finding in findings(material):
        told = material.problem(rule.code, rule.level, finding)
        problem = told if material.facts else next(in_word(told), told)
        whole = finding.block is None or (finding.end <= finding.start and _is_title(finding, material))
        yield _Found(problem) if whole else _Found(problem, finding.block or 0, finding.start, finding.end)


def _is_title(finding: Finding, material: Material) -> bool:
    """Tell a finding on the title as a whole, where rules put what is about all of the report."""
    return finding.block == 0 or material.blocks[finding.block or 0].kind is BlockKind.TITLE


def _placed(found: _Found, material: Material) -> _Found:
    """Find what has no place in the text yet: where the report asks for it (【待填：立案（件）】), or tells the fact."""
    problem = found.problem
    if found.block >= 0 or not problem.field:
        return found
    name = next((word for word in reversed(problem.field.split(".")) if not word.isdecimal()), "")
    told = (text for text, paths in material.grounds if problem.field in paths)
    for words in (_GAP.format(name), *(text.rstrip("。：") for text in told)):
        for number, block in enumerate(material.blocks):
            start = block.text.find(words)
            if start >= 0 and block.kind is not BlockKind.TITLE:
                end = start + len(words)
                closing = block.text.find("】", end) + 1 if words.startswith("【") else 0
                return _Found(problem, number, start, max(end, closing))
    return found


def _remark(one: _Found, author: str) -> Remark:
    start = max(one.problem.place.column - 1, 0)
    words = comment_words(one.problem)
    return Remark(one.problem.place.line, start, start + max(one.end - one.start, 0), author, words)


def _title_line(material: Material) -> int:
    return next((one.line for one in material.blocks if one.kind is BlockKind.TITLE), 0)


def _on_title(found: Sequence[_Found]) -> list[str]:
    """Give the one comment on the title: it lists what is about no sentence, or says that nothing is found at all."""
    general = [one.problem for one in found if one.block < 0]
    if not general:
        return [] if found else [NO_REMARK]
    lines = [f"{number}. {comment_words(one)}" for number, one in enumerate(general, 1)]
    return ["\n".join([GENERAL, *lines])]


def _review(data: bytes, problems: Iterable[Problem]) -> Review:
    levels = [one.level for one in problems]
    return Review(data, levels.count(Level.ERROR), levels.count(Level.WARNING))


def _returned(
    one: tuple[Path, Path],
    *,
    given: Given,
    day: date,
    others: Mapping[Path, tuple[Other, ...]],
    force: bool,
) -> Returned:
    source, target = one
    try:
        review = review_report(source, given, day, others.get(source, ()))
        save_among_many(target, review.data, force=force)
    except FactsError as error:
        return Returned(source, problems=error.problems)
    except UserError as error:
        return _refused(one, error)
    return Returned(source, target, review.errors, review.reminders)


def _refused(one: tuple[Path, Path], error: UserError) -> Returned:
    return Returned(one[0], error=error)
