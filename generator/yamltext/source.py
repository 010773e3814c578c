"""A facts file as it was written: bytes -> plain data, each part with its place, or every slip named at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from generator.problems import FactsError, Level, Place, Problem
from generator.yamltext.builder import MAX_PROBLEMS, grow
from generator.yamltext.encoding import decode, is_seen
from generator.yamltext.faults import explain_fault
from generator.yamltext.path import Path
from generator.yamltext.pitfalls import FOREIGN_BLANK, Pitfall, wrong_indents
from generator.yamltext.tree import Tree

_READ_AGAIN = (
    2_000_000  # characters; a file that the parser refuses is mended and read again, up to about so much
)


class Source(NamedTuple):
    """Plain data of a facts file: texts, lists and dicts; 空 (nothing, `~`, `null`, `""`) is the empty text.

    `places` holds, by path, the place of a key, or of the value where it is an item of a list; `value_places` that
    of the value. `warnings` are slips that change nothing for certain, `lines` the text as it was written.
    """

    data: dict[str, Any]
    places: Mapping[Path, Place]
    value_places: Mapping[Path, Place]
    warnings: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()


def read_source(data: bytes, file: str) -> Source:
    """Read the bytes of a facts file; `file` is the name by which problems call it.

    The last few texts are kept: whoever changes a file reads it before and after, and drafts from what came out. Each
    gets data of his own. Raises FactsError with every slip that can be found in one run: encoding and characters
    (文件-…), form (格式-…).
    """
    source = _read_text(data, file)
    return source._replace(data=copied(source.data))


def copied(content: Any) -> Any:
    """Give plain data that nobody else has."""
    if isinstance(content, dict):
        return {key: copied(one) for key, one in content.items()}
    return [copied(one) for one in content] if isinstance(content, list) else content


@lru_cache(maxsize=4)
def _read_text(data: bytes, file: str) -> Source:
    text, problems = decode(data, file)
    written = tuple(text.split("\n"))
    tree, found = _read(text, [*written], file)
    problems = _in_one_list(problems, [finding.problem(file) for finding in found], tree.problems)
    if any(problem.level is Level.ERROR for problem in problems):
        raise FactsError(problems)
    if not isinstance(tree.data, dict):
        message = "文件里只有批注，没有内容。" if text.strip() else "文件是空的。"
        fix = "请用 nianbao new 生成一份样表来填。"
        raise FactsError([Problem("文件-06", message, fix, Place(file, 1, 1))])
    return Source(tree.data, tree.places, tree.value_places, tuple(problems), written)


def _read(text: str, lines: list[str], file: str) -> tuple[Tree, list[Pitfall]]:
    """Read the text of these lines; where the parser refuses a line, say why, mend the line and read again.

    What was read of mended lines is thrown away with the error: it only serves to find what else is wrong.
    """
    found = _mend_indents(lines) if not is_seen(text) and FOREIGN_BLANK.search(text) else []
    told = {(finding.line, finding.code) for finding in found}
    tree = grow("\n".join(lines), file)
    for _ in range(min(MAX_PROBLEMS, _READ_AGAIN // (len(text) + 1) + 1)):
        if not tree.fault:
            break
        finding = explain_fault(lines, tree.fault)
        if (finding.line, finding.code) in told:
            break
        if not _follows(finding, told):
            found.append(finding)
        told.add((finding.line, finding.code))
        if finding.mended is None:
            break
        lines[finding.line] = finding.mended
        tree = grow("\n".join(lines), file)
    return tree, found


def _follows(finding: Pitfall, told: set[tuple[int, str]]) -> bool:
    """Tell whether an indent is only wrong because of the line above, or of how deep we took a clerk's tab to be."""
    if finding.code != "格式-05":
        return False
    return (finding.line, "格式-01") in told or (finding.line - 1, "格式-05") in told


def _mend_indents(lines: list[str]) -> list[Pitfall]:
    """Name foreign blanks in the indents and put blanks there; a tab within a line counts as a blank."""
    found = list(islice(wrong_indents(lines), MAX_PROBLEMS))
    for finding in found:
        lines[finding.line] = finding.mended or ""
    lines[:] = [line.replace("\t", " ") for line in lines]
    return found


def _in_one_list(*groups: Sequence[Problem]) -> list[Problem]:
    """Put problems together, one of a kind for each line, and no more than anyone will read."""
    kept = {
        (problem.place.line, problem.code, problem.message): problem for group in groups for problem in group
    }
    problems = sorted(kept.values(), key=lambda problem: (problem.level is Level.WARNING, problem.place))
    if len(problems) > MAX_PROBLEMS:
        last = problems[MAX_PROBLEMS - 1]
        more = last._replace(message="问题太多，后面的没有列出。", fix="请先改好前面这些，再检查一次。")
        problems = [*problems[:MAX_PROBLEMS], more]
    return problems
