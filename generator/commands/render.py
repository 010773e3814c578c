"""`nianbao render`: a facts file, or an edited Markdown text, becomes a report on disk.

Two passes: every report is read, drafted, cut into blocks, searched for errors and made, on all cores where there are
many; then those that may be are written. Reminders are left to `nianbao check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.commands.crew import on_all_cores, silent
from generator.commands.steps import LEFT_BLANK, Given, Prepared, errors_of, prepare_report, public_report
from generator.file_names import file_name
from generator.files import save
from generator.problems import FactsError, Level, Problem, UserError

if TYPE_CHECKING:
    from generator.document.page.layout import Layout

WORD, PDF, OLD_WORD = ".docx", ".pdf", ".doc"
FINAL = frozenset({WORD, PDF, OLD_WORD})
BY_OFFICE = frozenset({PDF, OLD_WORD})
_OLD_WORD_FILTER = "doc:MS Word 97"
_NOT_LOOKED_AT = "待填-03"
"""What the file asks somebody to look at: last year's words, which the report prints and which stop nothing."""
_GAPS = ("待填-", LEFT_BLANK)
REVIEW = "（审阅稿）.docx"
"""What the name of a review copy ends in: it has its grounds in the margin and is not to be submitted."""
PUBLIC = "（公开版）"
"""What the name of a report for the web page ends in, before the suffix."""


class Wishes(NamedTuple):
    """What is asked of the output.

    `attached` names appendices made from the facts (数据表, 对比图), `reviewed` asks for the grounds in the margin of the
    Word file, `unfinished` allows a final file with 【待填：…】 in it, `force` the overwriting of one edited by hand,
    `public` leaves out what is for the superior alone.
    """

    layout: Path | None = None
    attached: tuple[str, ...] = ()
    reviewed: bool = False
    unfinished: bool = False
    force: bool = False
    public: bool = False


class Result(NamedTuple):
    """What became of one input: the file written and, where one was overwritten by force, its copy, or why not.

    `withheld` are the facts that a version for the public leaves out, `along` those that would betray them; `doubts`
    counts what the file still asks somebody to look at (请核对), which is printed as it stands.
    """

    source: Path
    path: Path | None = None
    kept: Path | None = None
    problems: tuple[Problem, ...] = ()
    error: UserError | None = None
    withheld: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    doubts: int = 0


class Made(NamedTuple):
    """A report that may be written: its title, the bytes of its file, and what is to be said of it all the same."""

    source: Path
    title: str
    data: bytes
    problems: tuple[Problem, ...]
    withheld: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    doubts: int = 0


def render_reports(
    sources: Sequence[Path],
    target: Path | None,
    given: Given,
    wishes: Wishes,
    tell: Callable[[int], None] = silent,
) -> Iterator[Result]:
    """Write each report to its file, and give what became of each: first those that are refused.

    `tell` is told how many are read and made. `target` is a file, a folder, or None for a Word file with the report's
    title as its name beside the facts. Raises UserError for a target that none can be written to.
    """
    form = _form(target, sources, reviewed=wishes.reviewed)
    attempts = on_all_cores(
        partial(_make, form=form, given=given, wishes=wishes), sources, tell, lost=_refused
    )
    yield from (one for one in attempts if isinstance(one, Result))
    made = [one for one in attempts if isinstance(one, Made)]
    taken: set[Path] = set()
    for one, data in zip(made, printed_reports(made, form), strict=True):
        path = _path(one, form, target, taken)
        taken.add(path)
        yield _saved(one, path, data, force=wishes.force)


def _make(source: Path, *, form: str, given: Given, wishes: Wishes) -> Made | Result:
    """Read, draft, check and make one report, or tell why it cannot be written."""
    try:
        return make_report(prepare_report(source, given, wishes.attached), form, given, wishes)
    except FactsError as error:
        return Result(source, problems=error.problems)
    except UserError as error:
        return _refused(source, error)


def _refused(source: Path, error: UserError) -> Result:
    return Result(source, error=error)


def make_report(prepared: Prepared, form: str, given: Given, wishes: Wishes) -> Made | Result:
    """Check a report that is drafted and make its file, or tell what is wrong in it; `form` is one of `FORMS`.

    A PDF is made as a Word file, from which `printed_reports` prints it. Raises FactsError, UserError where the file
    cannot be made.
    """
    return finished_report(prepared, errors_of(prepared, given), form, given, wishes)


def finished_report(
    prepared: Prepared, problems: tuple[Problem, ...], form: str, given: Given, wishes: Wishes
) -> Made | Result:
    """Make the file of a report of which these problems are known, or tell that they stop it; raises UserError."""
    source = prepared.source
    if any(_stops(problem, form, wishes) for problem in problems):
        return Result(source, problems=problems)
    title = prepared.document.title or source.stem
    if not wishes.public:
        return Made(source, title, FORMS[form](prepared, given, wishes), problems, doubts=_doubts(prepared))
    data = FORMS[form](public_report(prepared, given, wishes.attached), given, wishes)
    withheld, along = _withheld(prepared, given)
    return Made(source, f"{title}{PUBLIC}", data, problems, withheld, along, _doubts(prepared))


def _doubts(prepared: Prepared) -> int:
    warnings = prepared.facts.warnings if prepared.facts else ()
    return sum(one.code == _NOT_LOOKED_AT for one in warnings)


def _withheld(prepared: Prepared, given: Given) -> tuple[tuple[str, ...], tuple[str, ...]]:
    from generator.facts.public import left_out_of
    from generator.topics import read_topics

    return left_out_of(prepared.facts, read_topics(given.templates)) if prepared.facts else ((), ())


def is_gap(problem: Problem) -> bool:
    """Tell whether something is asked after that a draft may lack and a final report may not."""
    return problem.code.startswith(_GAPS) and problem.level is Level.ERROR


def _stops(problem: Problem, form: str, wishes: Wishes) -> bool:
    """Tell whether a report must not be written: an error stops it, a gap only where the file is final."""
    if is_gap(problem):
        return form in FINAL and not wishes.unfinished
    return problem.level is Level.ERROR


def _saved(one: Made, path: Path, data: bytes, *, force: bool) -> Result:
    if _is_same(path, one.source):
        error = UserError(f"输出和输入是同一个文件：{path}", "请用 -o 换一个文件名。", status=2)
        return Result(one.source, error=error)
    try:
        kept = save(path, data, force=force)
        return Result(
            one.source, path, kept, one.problems, withheld=one.withheld, along=one.along, doubts=one.doubts
        )
    except UserError as error:
        return Result(one.source, error=error)


def _is_same(path: Path, source: Path) -> bool:
    with suppress(OSError):  # not there yet, or no name that the system takes
        return path.samefile(source)
    return False


def form_named(written: str) -> str:
    """Give the form of the output that is named as in `--to pdf`; raises UserError for none that there is."""
    form = f".{written.strip().lower().removeprefix('.')}"
    if form not in FORMS:
        names = "、".join(one.removeprefix(".") for one in FORMS if one != REVIEW)
        raise UserError(f"不能写成这种文件：{written}", f"可写：{names}。", status=2)
    return form


def _form(target: Path | None, sources: Sequence[Path], *, reviewed: bool) -> str:
    """Tell the form of the output from the target's name; a folder takes Word files."""
    word = REVIEW if reviewed else WORD
    if target is None or target.is_dir() or not target.suffix:
        return word
    suffix = target.suffix.lower()
    form = word if suffix == WORD else suffix
    possible = [REVIEW] if reviewed else [one for one in FORMS if one != REVIEW]
    if form not in possible:
        names = "、".join(one.removeprefix("（审阅稿）") for one in possible)
        fix = f"可写成：{names}。" + ("WPS 能打开 .docx 和 .doc。" if suffix == ".wps" else "")
        raise UserError(f"不能写成这种文件：{target.name}", fix, status=2)
    if len(sources) > 1:
        raise UserError("几份事实文件不能写进同一个文件。", "请用 -o 给一个文件夹。", status=2)
    return form


def _path(one: Made, form: str, target: Path | None, taken: Iterable[Path]) -> Path:
    if target is not None and target.suffix and not target.is_dir():
        return target
    folder = one.source.parent if target is None else target
    return folder / file_name(one.title, form, {path.name for path in taken if path.parent == folder})


def _markdown(prepared: Prepared, _given: Given, _wishes: Wishes) -> bytes:
    return prepared.markdown.encode("utf-8")


def _word(prepared: Prepared, given: Given, wishes: Wishes) -> bytes:
    from generator.document.word.docx import write_docx

    return write_docx(prepared.document, _layout(given, wishes))


def _reviewed(prepared: Prepared, given: Given, wishes: Wishes) -> bytes:
    from generator.commands.review import ground_comments
    from generator.document.word.docx import write_docx

    return write_docx(prepared.document, _layout(given, wishes), ground_comments(prepared))


def _page(prepared: Prepared, given: Given, wishes: Wishes) -> bytes:
    from generator.document.html import write_html

    return write_html(prepared.document, _layout(given, wishes)).encode("utf-8")


def printed_reports(made: Sequence[Made], form: str) -> list[bytes]:
    """Give the bytes to be written: LibreOffice makes its files, PDF and .doc, of all Word files in one go."""
    data = [one.data for one in made]
    if form == OLD_WORD and data:
        from generator.document.office import exported

        return exported(data, _OLD_WORD_FILTER, OLD_WORD)
    if form != PDF or not data:
        return data
    from generator.document.pdf import convert

    return convert(data)


def _layout(given: Given, wishes: Wishes) -> Layout:
    from generator.document.page.layout import read_layout

    return read_layout(given.templates, wishes.layout)


FORMS: dict[str, Callable[[Prepared, Given, Wishes], bytes]] = {
    WORD: _word,
    ".md": _markdown,
    ".html": _page,
    PDF: _word,
    OLD_WORD: _word,
    REVIEW: _reviewed,
}
