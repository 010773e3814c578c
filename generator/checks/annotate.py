"""Findings as Word comments at their place in somebody's .docx, of which nothing else is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks import findings
from generator.checks.material import Material
from generator.checks.switches import switch_lines
from generator.document.markup import W
from generator.document.word.comments import Comment, Remark
from generator.intake.foreign import open_word, refuse_declarations
from generator.intake.story import ShownLine
from generator.patterns import pattern
from generator.problems import Level, Problem, UserError

AUTHOR = "年报检查"
_PARTS = (".xml", ".rels")
_PIECES = pattern("[^。；]+[。；]?")
_IN_FACTS = pattern("停用|【|事实文件|nianbao|“(?:通知|正文|其他数据|检查|原因|又称|部分标题|部分顺序)”")
"""Words by which a piece of advice is about a facts file."""


def remarks(material: Material) -> list[Remark]:
    """Give what the rules find in a report read from a .docx file, by the lines that Word shows."""
    placed = []
    for rule, finding in findings(material):
        told = material.problem(rule.code, rule.level, finding)
        problem = next(in_word(told), told)
        start = max(problem.place.column - 1, 0)
        length = max(finding.end - finding.start, 0)
        placed.append(Remark(problem.place.line, start, start + length, AUTHOR, comment_words(problem)))
    return sorted(placed, key=lambda one: (one.paragraph, one.start))


def finding_comments(material: Material) -> list[Comment]:
    """Give what the rules find as comments for a Word file that we write ourselves from the same document."""
    return [
        Comment(
            finding.block or 0,
            finding.start,
            finding.end,
            AUTHOR,
            comment_words(_without_switch(material.problem(rule.code, rule.level, finding))),
        )
        for rule, finding in findings(material)
    ]


def _without_switch(problem: Problem) -> Problem:
    """Give a problem without how its rule is switched off: a comment is for whoever is to mend the report."""
    return problem._replace(fix=problem.fix.replace(switch_lines(problem.code, problem.message), ""))


def comment_words(problem: Problem) -> str:
    """Give what a comment says of a problem."""
    fix = f"\n改法：{problem.fix}" if problem.fix else ""
    return f"{problem.level.value} {problem.code}：{problem.message}{fix}"


def in_word(problem: Problem) -> Iterator[Problem]:
    """Give a problem as it is told to whoever has the Word file alone: without what is done in a facts file.

    Nothing is given of a reminder that is about the facts file only, such as a figure without a mark.
    """
    fix = "".join(one for one in _PIECES.findall(problem.fix) if not _IN_FACTS.search(one))
    fix = f"{fix[:-1]}。" if fix.endswith("；") else fix
    if fix or problem.level is Level.ERROR or not problem.fix:
        yield problem._replace(fix=fix)


def comment_foreign(data: bytes, name: str, remarks: Sequence[Remark], when: str) -> bytes:
    """Put remarks into a .docx file as comments, after those that are in it.

    `when` is the time they bear, such as 2024-01-20T00:00:00Z. Raises UserError for a file that cannot be opened.
    """
    from generator.document.word.remarks import UNREADABLE, remark

    file = open_word(data, name)
    if not file.tree.tag.startswith(f"{{{W}}}"):
        raise UserError(f"这是“严格 Open XML”格式，不能加批注：{name}", "请另存为普通的 .docx 后重试。")
    for part, inside in file.parts.items():
        if part.endswith(_PARTS):
            refuse_declarations(inside, name)
    try:
        return remark(data, [_in_paragraph(one, file.lines) for one in remarks], when)
    except UNREADABLE as error:
        raise UserError(
            f"文件的结构不合规范，加不了批注：{name}", "请用 WPS 或 Word 打开它，另存为 .docx 后重试。"
        ) from error


def _in_paragraph(one: Remark, lines: Sequence[ShownLine]) -> Remark:
    """Give a remark on a line that Word shows as one on the paragraph that the line stands in."""
    if not 1 <= one.paragraph <= len(lines):
        return one
    line = lines[one.paragraph - 1]
    start, end = line.stretch(one.start, one.end)
    return one._replace(paragraph=line.paragraph, start=start, end=end)
