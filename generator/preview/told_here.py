"""What is said of a facts file, as the page says it: places by section and entry, remedies by the page's buttons.

The rules and the reader speak of lines and keys, as an editor has them. Whoever fills in the form sees neither.
"""

from __future__ import annotations

import re
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
    ("请写导语的各个成分；new 生成的文件里，下面有写好的，符合实际的去掉行首的“# ”；不写导语的，",
     "请在“导语”里填要写的成分，旁边列着常见写法的，合用的按“用常见的写法”；不写导语的，"),
    ("用 nianbao topics 可列出各主题的字段", "各主题有哪些字段，可以在“找一项”里查"),
    ("用 nianbao topics 可列出全部主题", "有哪些主题，可以在“找一项”里查"),
    ("请写主题，或“主题.字段”；有哪些，看 nianbao topics",
     "请写主题，或者主题和字段，中间用半角句点隔开，如 行政执法.立案；有哪些，可以在“找一项”里查"),
    ("请写“举措成效:”，各个主题写在下面；用 nianbao topics 可列出能写什么。",
     "请在“主要举措和成效”下面的“新起一节，先写”里添加主题。"),
    ("请写“第一责任人:”，各个主题写在下面；用 nianbao topics 可列出能写什么。",
     "请在“第一责任人职责”里逐项填。"),
    ("；“不写”这一行用 nianbao migrate 删去", "；“不写”的，请在“事实文件”里删去"),
    ("运行 nianbao migrate 就改好", "请在“事实文件”里改"),
    ("或用 --last 另指一份", "或在“上年的文件”里另写一份"),
    ("或在“上年”里、用 --last 另指一份", "或在“上年的文件”里另写一份"),
    ("用 nianbao rules 查看全部规则的代码", "按“恢复提醒”去掉这一条"),
    ("每行一个，前面加“- ”；或", "每行一个，或"),
    ("，前面加“- ”", ""),
    ("，前面不加“- ”", ""),
    ("写在“检查”的“停用”下面", "列在“不再提醒的”下面"),
)  # fmt: skip
_FILE_WORDS = (
    ("请用 nianbao new 生成一份样表来填。", "请按“撤销”恢复原来的内容，或者在开始页“新建”。"),
    ("请对照 nianbao new 生成的样表，从", "请按“撤销”恢复原来的内容，或者从"),
)
"""What is said of the file as a text, where the command line's way is none here."""
_PAIR = "“([^“”:：\\s]+): ([^“”]+)”"
_PAIRS = tuple(
    (pattern(before + _PAIR), after)
    for before, after in (
        ("请改?写成", r"请在“\1”里填“\2”"),
        ("例如", r"例如“\2”"),
        ("(?<=下)写", r"的“\1”里填“\2”"),
        ("(?<=”)", r"，“\1”里填“\2”"),
        ("写", r"在“\1”里填“\2”"),
        ("删去", r"清空“\1”"),
        ("", r"“\1”里填“\2”"),
    )
)
"""What a line of the file says, its key and its value: on the page the one is a label, the other what is filled in."""
_SWITCH_LINES = pattern("停用写三行，.*?只停用这一处。")
_SWITCH = pattern("(?:在事实文件(?:的“检查”)?里)?停用(?:本条|这一条)?(?:并(写明)(?:原因)?)?")
SWITCHES = ("检查", "停用")
QUIET, QUIETED = "此处不再提醒", "不再提醒的"
"""Where the file has what is let stand; the button that writes it, and what the page calls them all."""
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
    """Give a problem in the page's words; one of the file as a text keeps its lines."""
    if not is_of_the_report(problem):
        fix = problem.fix
        for old, new in _FILE_WORDS:
            fix = fix.replace(old, new)
        return problem._replace(fix=fix)
    fix = _SWITCH.sub(_quiet, _SWITCH_LINES.sub("", problem.fix))
    return problem._replace(message=_worded(problem.message), fix=_worded(fix))


def named_here(path: Iterable[str]) -> str:
    """Give the place of a path, as text by text, in the page's words."""
    parts = [*path]
    if parts[:1] == [SWITCHES[0]]:
        parts = [QUIETED, *parts[2:]]
    return entry_named(parts)


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


def _quiet(found: re.Match[str]) -> str:
    return f"按“{QUIET}”{'，写明原因' if found[1] else ''}"


def _worded(words: str) -> str:
    for old, new in _WORDS:
        words = words.replace(old, new)
    for line, filled in _PAIRS:
        words = line.sub(filled, words)
    words = _WRITTEN_BEFORE.sub(lambda one: f"已在{entry_named(one[1].split('.'))}写过", words)
    return in_plain_words(_LINES.sub("另一处", words))


def _paths_by_line(source: Source) -> dict[int, Path]:
    """Give what begins on each line; of several the innermost."""
    first: dict[int, Path] = {}
    for path, place in source.places.items():
        if len(path) >= len(first.get(place.line, ())):
            first[place.line] = path
    return first
