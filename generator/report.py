"""The whole story on one page: a facts file, or an edited Markdown text, becomes a report on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.files import file_name, save
from generator.inspection import LEFT_BLANK, examine_prepared
from generator.preparation import Options, Prepared, prepare_report
from generator.problems import FactsError, Level, Problem, UserError

if TYPE_CHECKING:
    from generator.document.page.layout import Layout

FINAL = frozenset({".docx", ".pdf"})
GAPS = ("待填-", LEFT_BLANK)


@dataclass(frozen=True)
class Result:
    """What became of one input: the file written and, where one was overwritten by force, its copy, or why not."""

    source: Path
    path: Path | None = None
    kept: Path | None = None
    problems: tuple[Problem, ...] = ()
    error: UserError | None = None


@dataclass(frozen=True)
class Ready:
    """A report that may be written, with what is to be said of it all the same."""

    prepared: Prepared
    problems: tuple[Problem, ...]


def render_reports(sources: Sequence[Path], target: Path | None, options: Options) -> Iterator[Result]:
    """Write each report to its file; two passes: all are read and checked first, then those that can be are written.

    `target` is a file, a folder, or None for a Word file with the report's title as its name beside the facts.
    """
    suffix = _suffix(target, sources, reviewed=options.reviewed)
    attempts = [_attempt(source, suffix, options) for source in sources]
    yield from (one for one in attempts if isinstance(one, Result))
    ready = [one for one in attempts if isinstance(one, Ready)]
    if ready:
        yield from _write(ready, suffix, target, options)


def _attempt(source: Path, suffix: str, options: Options) -> Ready | Result:
    """Prepare and check one input, or tell why it cannot be written."""
    try:
        prepared = prepare_report(source, options)
        problems = examine_prepared(prepared, options).problems
    except FactsError as error:
        return Result(source, problems=error.problems)
    except UserError as error:
        return Result(source, error=error)
    if any(_stops(problem, suffix, options) for problem in problems):
        return Result(source, problems=problems)
    return Ready(prepared, problems)


def _stops(problem: Problem, suffix: str, options: Options) -> bool:
    """Tell whether a report must not be written: an error stops it, a gap only where the file is final."""
    if problem.code.startswith(GAPS):
        return suffix in FINAL and not options.unfinished
    return problem.level is Level.ERROR


def _write(ready: list[Ready], suffix: str, target: Path | None, options: Options) -> Iterator[Result]:
    taken: set[str] = set()
    for one, data in zip(ready, WRITERS[suffix](ready, options), strict=True):
        path = _path(one.prepared, suffix, target, taken)
        taken.add(path.name)
        yield _saved(one, path, data, options)


def _saved(one: Ready, path: Path, data: bytes, options: Options) -> Result:
    if _is_same(path, one.prepared.source):
        error = UserError(f"输出和输入是同一个文件：{path}", "请用 -o 换一个文件名。", status=2)
        return Result(one.prepared.source, error=error)
    try:
        return Result(one.prepared.source, path, save(path, data, force=options.force), one.problems)
    except UserError as error:
        return Result(one.prepared.source, error=error)


def _is_same(path: Path, source: Path) -> bool:
    with suppress(OSError):  # not there yet, or no name that the system takes
        return path.samefile(source)
    return False


def _suffix(target: Path | None, sources: Sequence[Path], *, reviewed: bool) -> str:
    """Tell the form of the output from the target's name; a folder takes Word files."""
    word = REVIEW if reviewed else ".docx"
    if target is None or target.is_dir() or not target.suffix:
        return word
    suffix = target.suffix.lower()
    suffix = word if suffix == ".docx" else suffix
    forms = [REVIEW] if reviewed else [form for form in WRITERS if form != REVIEW]
    if suffix not in forms:
        names = "、".join(form.removeprefix("（审阅稿）") for form in forms)
        raise UserError(f"不能写成这种文件：{target.name}", f"可写成：{names}。", status=2)
    if len(sources) > 1:
        raise UserError("几份事实文件不能写进同一个文件。", "请用 -o 给一个文件夹。", status=2)
    return suffix


def _path(prepared: Prepared, suffix: str, target: Path | None, taken: Iterable[str]) -> Path:
    if target is not None and target.suffix and not target.is_dir():
        return target
    folder = prepared.source.parent if target is None else target
    return folder / file_name(prepared.document.title or prepared.source.stem, suffix, frozenset(taken))


def _markdown(ready: list[Ready], _: Options) -> list[bytes]:
    return [one.prepared.markdown.encode("utf-8") for one in ready]


def _word(ready: list[Ready], options: Options) -> list[bytes]:
    from generator.document.word import docx

    layout = _layout(options)
    return [docx.write_docx(one.prepared.document, layout) for one in ready]


def _reviewed(ready: list[Ready], options: Options) -> list[bytes]:
    from generator.document.word import docx
    from generator.review import ground_comments

    layout = _layout(options)
    return [docx.write_docx(one.prepared.document, layout, ground_comments(one.prepared)) for one in ready]


def _page(ready: list[Ready], options: Options) -> list[bytes]:
    from generator.document import html

    layout = _layout(options)
    return [html.write_html(one.prepared.document, layout).encode("utf-8") for one in ready]


def _pdf(ready: list[Ready], options: Options) -> list[bytes]:
    from generator.document import pdf

    return pdf.convert(_word(ready, options))


def _layout(options: Options) -> Layout:
    from generator.document.page.layout import read_layout

    return read_layout(options.templates, options.layout)


REVIEW = "（审阅稿）.docx"
"""What the name of a review copy ends in: it has its grounds in the margin and is not to be submitted."""

WRITERS: dict[str, Callable[[list[Ready], Options], list[bytes]]] = {
    ".docx": _word,
    ".md": _markdown,
    ".html": _page,
    ".pdf": _pdf,
    REVIEW: _reviewed,
}
