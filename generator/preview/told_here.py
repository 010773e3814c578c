"""What is said of a facts file, as the page says it: places by section and entry, remedies by the page's buttons.

The rules and the reader speak of lines and keys, as an editor has them. Whoever fills in the form sees neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.commands.render import is_gap
from generator.facts.entries import entry_named, in_plain_words
from generator.patterns import pattern
from generator.problems import Level, Problem
from generator.topics.topic import MEASURES
from generator.yamltext.path import Path, dotted
from generator.yamltext.source import Source

_OF_THE_TEXT = ("格式-", "文件-")
"""What is wrong with the file as a text: told by lines, and mended where lines are shown."""
_WORDS = (
    ("请照实改好这一项，再删去“# 请核对”这条批注；今年没有的，连同内容一起删去。",
     "照实改好，或者本来就对的，按“核对好了”；今年没有的，按“删去”或“不报这一项”。"),
    ("把整行删去", "按“不报这一项”"),
    ("删去这一行", "按“不报这一项”"),
    ("整行删去", "按“不报这一项”"),
    ("每行写“名称: 内容”，前面缩进两格。", "请在“事实文件”里改成一行一项。"),
    ("下一行写成文日期", "另起一段写成文日期"),
)  # fmt: skip
_WRITTEN_BEFORE = pattern(r"已在第\d+行写过（([^（）]+)）")
_LINES = pattern(
    r"[（(](?:文件)?第\d+(?:[、至]\d+)*行[）)]|(?:文件)?第\d+(?:[、至]\d+)*行的?(?=是|有|写|已|也)"
)
_QUOTED = pattern(r"“([^“”]+)”")
_GAP = pattern(r"【待填[：:]?[^【】]*】")
_TWICE = "两遍"
_BY_WHAT_IS_THERE = {
    "篇幅-05": MEASURES,
    "篇幅-06": "不足",
    "结构-34": "不足",
    "结构-17": "落款",
    "结构-23": "上年整改",
}
"""Reminders that something is short or missing, and the part that has to be filled in before that can be told."""


def is_of_the_report(problem: Problem) -> bool:
    """Tell whether a problem is of what the file says, and not of the file as a text."""
    return not problem.code.startswith(_OF_THE_TEXT)


def told_here(problem: Problem) -> Problem:
    """Give a problem in the page's words; one of the file as a text stays as it is."""
    if not is_of_the_report(problem):
        return problem
    return problem._replace(message=_worded(problem.message), fix=_worded(problem.fix))


def located(problems: Iterable[Problem], source: Source) -> Iterator[Problem]:
    """Give problems that name a line of the file and no entry with the entry that stands there, or right below."""
    first = _paths_by_line(source)
    for one in problems:
        line = one.place.line
        if one.field or not line or not is_of_the_report(one):
            yield one
            continue
        while line <= len(source.lines) and source.lines[line - 1].lstrip().startswith("#"):
            line += 1
        yield one._replace(field=dotted(first[line])) if line in first else one


def about_words_there(
    problems: Iterable[Problem], sentences: Iterable[tuple[str, Problem]]
) -> Iterator[Problem]:
    """Leave out reminders of what only the program's own 【待填：…】 say, or of what is short until that is filled in.

    `sentences` are those in which each problem was found, as far as that is known.
    """
    told = [*problems]
    said: dict[Problem, list[str]] = {}
    for text, one in sentences:
        said.setdefault(one, []).append(text)
    gaps = {one.field.split(".")[0] for one in told if is_gap(one)}
    for one in told:
        if one.level is Level.WARNING:
            if _BY_WHAT_IS_THERE.get(one.code) in gaps:
                continue
            if one in said and not any(_says(text, one) for text in said[one]):
                continue
        yield one


def _says(text: str, problem: Problem) -> bool:
    """Tell whether a sentence says what a reminder quotes, beside what is still to be filled in there."""
    if not _GAP.search(text):
        return True
    quoted = _QUOTED.search(problem.message)
    return quoted is None or _GAP.sub("", text).count(quoted[1]) > (_TWICE in problem.message)


def _worded(words: str) -> str:
    for old, new in _WORDS:
        words = words.replace(old, new)
    words = _WRITTEN_BEFORE.sub(lambda one: f"已在{entry_named(one[1].split('.'))}写过", words)
    return in_plain_words(_LINES.sub("另一处", words))


def _paths_by_line(source: Source) -> dict[int, Path]:
    """Give what begins on each line; of several the innermost."""
    first: dict[int, Path] = {}
    for path, place in source.places.items():
        if len(path) >= len(first.get(place.line, ())):
            first[place.line] = path
    return first
