"""The whole story on one page: a facts file, or an edited Markdown text, becomes a report on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.files import file_name, read_bytes, save
from generator.problems import FactsError, Problem, UserError
from generator.resources import Templates

if TYPE_CHECKING:
    from generator.document import Document, Layout
    from generator.draft import Draft
    from generator.facts import Facts

FACTS = frozenset({".yaml", ".yml"})
FINAL = frozenset({".docx", ".pdf"})


@dataclass(frozen=True)
class Options:
    """What a command asks for beside the files: the user's folders and files, and what may be written.

    `unfinished` allows a final file with 【待填：…】 in it, `force` the overwriting of one edited by hand.
    """

    templates: Templates = field(default_factory=Templates)
    layout: Path | None = None
    last: Path | None = None
    unfinished: bool = False
    force: bool = False


@dataclass(frozen=True)
class Prepared:
    """A report that is read, written and checked, but on no disk yet; `facts` and `draft` are None for a .md."""

    source: Path
    markdown: str
    facts: Facts | None = None
    draft: Draft | None = None

    @cached_property
    def document(self) -> Document:
        """The report as blocks."""
        from generator.document import read_blocks

        return read_blocks(self.markdown, file=self.source.name)

    @property
    def gaps(self) -> tuple[Problem, ...]:
        """What is still to be filled in."""
        if self.facts is not None:
            return self.facts.gaps
        return tuple(
            Problem("待填-03", "还有【待填：…】没有填。", "请在文稿里填上。")
            for _ in range(min(1, self.markdown.count("【待填：")))
        )


@dataclass(frozen=True)
class Result:
    """What became of one input: the file written and, where one was overwritten by force, its copy, or why not."""

    source: Path
    path: Path | None = None
    kept: Path | None = None
    problems: tuple[Problem, ...] = ()
    error: UserError | None = None


def prepare(source: Path, options: Options) -> Prepared:
    """Read a facts file and write its report, or take an edited Markdown text as it is.

    Raises FactsError with every problem of the input, UserError for what cannot be read at all.
    """
    suffix = source.suffix.lower()
    if suffix == ".md":
        return Prepared(source, _text(source))
    if suffix not in FACTS:
        raise UserError(
            f"不认识这种文件：{source.name}", "请给出事实文件（.yaml）或改过的文稿（.md）。", status=2
        )
    from generator.draft import compose
    from generator.facts import load_facts

    facts = load_facts(source, options.templates, last_year(source, options))
    draft = compose(facts, options.templates)
    return Prepared(source, draft.markdown, facts, draft)


def last_year(source: Path, options: Options) -> Facts | None:
    """Read last year's facts: the file named, else the one beside this whose name has the year before."""
    from generator.facts import load_facts

    if options.last is not None:
        return load_facts(options.last, options.templates)
    beside = _beside(source)
    if beside is None:
        return None
    try:
        return load_facts(beside, options.templates)
    except FactsError as error:
        raise FactsError(
            [
                *error.problems,
                Problem("事实-04", f"上年的事实文件“{beside.name}”有错。", "改正它，或用 --last 另指一份。"),
            ]
        ) from error


def _beside(source: Path) -> Path | None:
    """Find 稷下街道-2022.yaml beside 稷下街道-2023.yaml."""
    stem, _, year = source.stem.rpartition("-")
    if not (stem and year.isdigit()):
        return None
    found = source.with_name(f"{stem}-{int(year) - 1}{source.suffix}")
    return found if found.is_file() else None


def render(sources: Sequence[Path], target: Path | None, options: Options) -> Iterator[Result]:
    """Write each report to its file; two passes: all are read and checked first, then those that can be are written.

    `target` is a file, a folder, or None for a Word file with the report's title as its name beside the facts.
    """
    suffix = _suffix(target, sources)
    attempts = [_attempt(source, suffix, options) for source in sources]
    yield from (one for one in attempts if isinstance(one, Result))
    ready = [one for one in attempts if isinstance(one, Prepared)]
    if ready:
        yield from _write(ready, suffix, target, options)


def _attempt(source: Path, suffix: str, options: Options) -> Prepared | Result:
    """Prepare one input, or tell why it cannot be."""
    try:
        prepared = prepare(source, options)
        _refuse_gaps(prepared, suffix, options)
    except FactsError as error:
        return Result(source, problems=error.problems)
    except UserError as error:
        return Result(source, error=error)
    return prepared


def _write(ready: list[Prepared], suffix: str, target: Path | None, options: Options) -> Iterator[Result]:
    taken: set[str] = set()
    for prepared, data in zip(ready, WRITERS[suffix](ready, options), strict=True):
        path = _path(prepared, suffix, target, taken)
        taken.add(path.name)
        yield _saved(prepared, path, data, options)


def _saved(prepared: Prepared, path: Path, data: bytes, options: Options) -> Result:
    if path.exists() and path.samefile(prepared.source):
        error = UserError(f"输出和输入是同一个文件：{path}", "请用 -o 换一个文件名。", status=2)
        return Result(prepared.source, error=error)
    try:
        return Result(prepared.source, path, save(path, data, force=options.force), prepared.gaps)
    except UserError as error:
        return Result(prepared.source, error=error)


def _suffix(target: Path | None, sources: Sequence[Path]) -> str:
    """Tell the form of the output from the target's name; a folder takes Word files."""
    if target is None or target.is_dir() or not target.suffix:
        return ".docx"
    suffix = target.suffix.lower()
    if suffix not in WRITERS:
        raise UserError(f"不能写成这种文件：{target.name}", f"可写成：{'、'.join(WRITERS)}。", status=2)
    if len(sources) > 1:
        raise UserError("几份事实文件不能写进同一个文件。", "请用 -o 给一个文件夹。", status=2)
    return suffix


def _path(prepared: Prepared, suffix: str, target: Path | None, taken: Iterable[str]) -> Path:
    if target is not None and target.suffix and not target.is_dir():
        return target
    folder = prepared.source.parent if target is None else target
    return folder / file_name(prepared.document.title or prepared.source.stem, suffix, frozenset(taken))


def _refuse_gaps(prepared: Prepared, suffix: str, options: Options) -> None:
    if suffix in FINAL and prepared.gaps and not options.unfinished:
        raise FactsError(prepared.gaps)


def _markdown(ready: list[Prepared], _: Options) -> list[bytes]:
    return [one.markdown.encode("utf-8") for one in ready]


def _word(ready: list[Prepared], options: Options) -> list[bytes]:
    from generator.document import docx

    layout = _layout(options)
    return [docx.write(one.document, layout) for one in ready]


def _page(ready: list[Prepared], options: Options) -> list[bytes]:
    from generator.document import html

    layout = _layout(options)
    return [html.write(one.document, layout) for one in ready]


def _pdf(ready: list[Prepared], options: Options) -> list[bytes]:
    from generator.document import pdf

    return pdf.convert(_word(ready, options))


def _layout(options: Options) -> Layout:
    from generator.document import read_layout

    return read_layout(options.templates, options.layout)


WRITERS: dict[str, Callable[[list[Prepared], Options], list[bytes]]] = {
    ".docx": _word,
    ".md": _markdown,
    ".html": _page,
    ".pdf": _pdf,
}


def _text(source: Path) -> str:
    data = read_bytes(source)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            f"文稿不是 UTF-8 编码：{source.name}", "请用记事本打开，另存为 UTF-8 编码。"
        ) from error


__all__ = ["FINAL", "Options", "Prepared", "Result", "last_year", "prepare", "render"]
