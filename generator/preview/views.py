"""What the page shows as pieces of HTML by their id; everything that comes from a file is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands.explain import Explained
from generator.commands.render import is_gap
from generator.document.markup import escape_xml
from generator.document.pages_html import PageSpan, PrintedPage, pages_html
from generator.document.text.block import BlockKind
from generator.facts.entries import entry_named
from generator.facts.levels import LEVELS
from generator.preview.arrivals import Arrival
from generator.preview.differences import Differences
from generator.preview.page_templates import page_template
from generator.preview.rendered import Rendered
from generator.preview.sentences import is_formulaic
from generator.preview.session import Session
from generator.preview.start import facts_files
from generator.preview.told_here import is_of_the_report, named_here, told_here
from generator.problems import Level, Problem
from generator.yamltext.path import path_in_words


class Seen(NamedTuple):
    """All that there is to show: the open file, its report, what is wrong, and how far that is known.

    `stale` tells that the report is that of an earlier text, `checked` that the rules have seen this one, `differences`
    are there where it is compared with an earlier one.
    """

    session: Session
    rendered: Rendered | None
    problems: tuple[Problem, ...]
    stale: bool
    checked: bool
    arrival: Arrival | None = None
    differences: Differences | None = None


class ShownProblem(NamedTuple):
    """A problem in the list: where the form has it, and the first of the sentences that it is about (-1 for none)."""

    problem: Problem
    where: str
    sentence: int


class OutlineEntry(NamedTuple):
    """A heading in the outline: its text, its depth from 1, and the block that it is."""

    text: str
    depth: int
    block: int


def frame_parts(seen: Seen) -> dict[str, str]:
    """Give what stands around form and report: state, tools, outline, lengths, problems."""
    words: dict[str, Any] = {
        "session": seen.session,
        "rendered": seen.rendered,
        "outline": [*_outline(seen.rendered)],
        "arrival": seen.arrival,
        "topics": seen.rendered.topics if seen.rendered and seen.arrival else (),
        "differences": seen.differences,
    }
    names = ("来件", "工具", "大纲", "字数", "改动")
    parts = {name: page_template(f"{name}.html.j2").render(words) for name in names}
    shown = tuple([_shown(one, seen.rendered) for one in seen.problems])
    return parts | {
        "状态": _state_part(seen, ""),
        "问题": _problems_part(shown, checked=seen.checked),
        "开始": '<section id="开始"></section>',
        "文件名": f'<h1 id="文件名">{escape_xml(seen.session.path.name)}</h1>',
    }


def parts_by_window(seen: Seen) -> dict[str, dict[str, str]]:
    """Give the pieces that a window has otherwise than the others: what was typed there is its own."""
    return {one.window: {"状态": _state_part(seen, one.window)} for one in seen.session.clashes.values()}


def start_parts(folder: Path) -> dict[str, str]:
    """Give the page without a file."""
    words = {"files": facts_files(folder), "folder": folder.name, "levels": LEVELS}
    return {"开始": page_template("开始.html.j2").render(words)}


def printed_pages(seen: Seen, before: Sequence[PrintedPage]) -> tuple[PrintedPage, ...]:
    """Give the report's pages in order; those that are made of the same as `before` are not made anew."""
    return _sections(seen, seen.rendered, before) if seen.rendered else ()


def ground_card(sentence: Explained, file: str) -> str:
    """Give what a sentence of a file's report rests on: its facts and their origins, or that it is formulaic."""
    return page_template("依据.html.j2").render(
        sentence=sentence,
        named=lambda field: entry_named(field.split(".")),
        last=lambda name: name not in ("", file),
    )


def shell() -> str:
    """Give the page as it is before anything is known, and of no file."""
    return page_template("页面.html.j2").render()


def _state_part(seen: Seen, window: str) -> str:
    """Give what is to be said of the file, as a window has it."""
    words = {"session": seen.session, "stale": seen.stale, "worded": path_in_words, "window": window}
    return page_template("状态.html.j2").render(words)


def _sections(seen: Seen, rendered: Rendered, before: Sequence[PrintedPage]) -> tuple[PrintedPage, ...]:
    classes = _classes(rendered, seen.problems)
    spans: dict[int, list[PageSpan]] = {}
    for place in rendered.places:
        spans.setdefault(place.block, []).append(
            PageSpan(place.start, place.end, classes[place.number], place.number)
        )
    for block, marks in (seen.differences.spans if seen.differences else {}).items():
        spans.setdefault(block, []).extend(marks)
    return pages_html(rendered.document, rendered.pages, rendered.layout, spans, before)


def _classes(rendered: Rendered, problems: Iterable[Problem]) -> Mapping[int, str]:
    """Give the classes of each sentence: what of it is formulaic, and where something is wrong."""
    classes = {
        number: "句 套话" if is_formulaic(sentence) else "句" for number, sentence in enumerate(rendered.said)
    }
    for problem in problems:
        mark = " 空缺" if is_gap(problem) else " 错误" if problem.level is Level.ERROR else " 提醒"
        for number in rendered.sentences_of(problem):
            if mark not in classes[number]:
                classes[number] += mark
    return classes


@lru_cache(maxsize=4)
def _problems_part(shown: tuple[ShownProblem, ...], *, checked: bool) -> str:
    """Give the list of problems; while somebody types, the rules wait and it stays the same."""
    others = [one for one in shown if not is_gap(one.problem)]
    words = {
        "problems": sorted(others, key=lambda one: one.problem.level is not Level.ERROR),
        "gaps": [one for one in shown if is_gap(one.problem)],
        "errors": sum(one.problem.level is Level.ERROR for one in others),
        "checked": checked,
    }
    return page_template("问题.html.j2").render(words)


def _shown(problem: Problem, rendered: Rendered | None) -> ShownProblem:
    sentences = rendered.sentences_of(problem) if rendered else ()
    return _worded(problem)._replace(sentence=sentences[0] if sentences else -1)


@lru_cache(maxsize=1024)
def _worded(problem: Problem) -> ShownProblem:
    """Give a problem as the list words it, of no sentence yet."""
    line = f"事实文件第{problem.place.line}行" if problem.place.line else ""
    where = named_here(problem.field.split(".")) or ("" if is_of_the_report(problem) else line)
    return ShownProblem(told_here(problem), where, -1)


def _outline(rendered: Rendered | None) -> Iterator[OutlineEntry]:
    for number, block in enumerate(rendered.document.blocks if rendered else ()):
        if block.kind is BlockKind.HEADING and block.level <= 3:
            yield OutlineEntry(block.text, block.level - 1, number)
