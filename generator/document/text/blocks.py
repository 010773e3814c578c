"""The report's Markdown text, read into blocks: title, headings, paragraphs, tables, signature, date.

The dialect is small. `#` is the title, `##` to `#####` are the headings 一、 to （1）, a later `# 附件1 名称` opens an
appendix, a fenced block 图表 is a chart, GFM tables are tables, and every other line is a paragraph: who edits a report
in a plain editor ends a paragraph with the Enter key. What else Markdown knows keeps its text and loses its form.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from generator.document.markup import legal
from generator.document.text.block import Block, BlockKind, Document
from generator.document.text.chart import read_chart
from generator.document.text.inline import plain_text
from generator.document.text.measure import without_blanks
from generator.document.text.notice import NOTICE_KEYS, notice_faults
from generator.document.text.roles import assign_roles
from generator.document.text.tables import read_cells, read_rule
from generator.document.text.titles import is_short, numbered_rank, run_in_parts
from generator.patterns import pattern
from generator.problems import FactsError, Place, Problem
from generator.yamltext.mapping import Mapping, near_advice, read_mapping

__all__ = ["HEAD_KEYS", "Block", "BlockKind", "Document", "read_blocks"]

_CODE = "文稿-01"
# an Enum is slow to give its members, and every line has one of these
_HEADED, _PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
_HEADING = pattern(r"#{2,6}|#(?=\s|$)")
_FENCE = pattern(r"(`{3,}|~{3,})\s*([^`]*)$")
_RULE = pattern(r"([-*_=])(?:\s*\1){2,}$")
_BULLET = pattern(r"(?:[-*+]\s+|>\s?)+")
_NUMBERED = pattern(r"(\d{1,9}[.)])\s+")

HEAD_KEYS = {
    "版头": ("份号", "密级", "紧急程度", "发文机关标志", "发文字号", "签发人"),
    "版记": ("抄送", "印发机关", "印发日期"),
    "通知": NOTICE_KEYS,
    "印章": (),
    "版式": None,
    "单位": (),
    "标题分行": (),
}
"""What front matter may hold; for the mappings their keys, and None where the layout says what is known."""


def read_blocks(markdown: str, *, file: str = "") -> Document:
    """Read the Markdown text of a report.

    Raises FactsError, with all that is wrong, for front matter or a chart that cannot be read.
    """
    text = legal(markdown).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    lines = text.split("\n")
    front, first = _front_matter(lines, file)
    document = Document(front, assign_roles(_headed_by_numbers(list(_blocks(lines, first, file)))))
    broken = front.data.get("标题分行")
    if broken and without_blanks("".join(broken)) != without_blanks(document.title):
        fix = "请逐行写标题，合起来与标题一字不差；或删去这一项，由程序分行。"
        raise FactsError([front.problem(_CODE, "“标题分行”与标题不一致", fix, "标题分行")])
    return document


def _front_matter(lines: list[str], file: str) -> tuple[Mapping, int]:
    """Give what stands between the first line --- and the next, and the number of lines it takes."""
    if lines[0].rstrip() != "---":
        return Mapping({}, {}, file), 0
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        fix = "请在文件头的最后另起一行，只写三个减号 ---。"
        raise FactsError([Problem(_CODE, "文件头没有结束", fix, Place(file, 1))])
    front = read_mapping("\n".join(lines[1:end]), file=file, line=2, code=_CODE)
    faults = list(_unknown(front))
    if faults:
        raise FactsError(faults)
    return front, end + 1


def _unknown(front: Mapping) -> Iterator[Problem]:
    for key, value in front.data.items():
        if key not in HEAD_KEYS:
            yield front.problem(_CODE, f"文件头里没有“{key}”这一项", near_advice(key, HEAD_KEYS), key)
        elif HEAD_KEYS[key] or key == "版式":
            known = HEAD_KEYS[key]
            if not isinstance(value, dict):
                yield front.problem(
                    _CODE, f"“{key}”下面应逐行写“名称: 内容”", f"例如“{(known or ('页边',))[0]}: …”。", key
                )
            elif known:
                for name in value:
                    if name not in known:
                        yield front.problem(
                            _CODE, f"“{key}”里没有“{name}”这一项", near_advice(name, known), key, name
                        )
    if front.data.get("印章", "否") not in {"是", "否"}:
        yield front.problem(_CODE, "“印章”只写“是”或“否”", "加盖印章的写“印章: 是”。", "印章")
    yield from notice_faults(front, _CODE)


def _blocks(lines: list[str], first: int, file: str) -> Iterator[Block]:
    number = first
    while number < len(lines):
        line = lines[number].strip()
        if not line:
            number += 1
        elif line[0] in "`~" and (fence := _FENCE.match(line)):
            number = yield from _fenced(lines, number, fence[1], fence[2].strip(), file)
        elif "|" in line and number + 1 < len(lines) and (aligns := read_rule(lines[number + 1], line)):
            number = yield from _table(lines, number, aligns)
        else:
            number += 1
            block = _line(line, number)
            if block.text:
                yield from _apart(block)


def _line(line: str, number: int) -> Block:
    """Read a line that stands by itself: a heading or a paragraph; a ruled line is an empty one."""
    start = line[0]
    if start == "#" and (heading := _HEADING.match(line)):
        signs = heading.end()
        text = line[signs:].strip()
        if text.endswith("#"):
            bare = text.rstrip("#")
            text = bare.rstrip() if not bare or bare[-1].isspace() else text
        return Block(_HEADED, plain_text(text), min(signs, 5), number)
    if start in "-*_=+>":
        if _RULE.match(line):
            return Block(_PARAGRAPH, "", 0, number)
        if bullet := _BULLET.match(line):
            line = line[bullet.end() :]
    elif start in "0123456789" and (numbered := _NUMBERED.match(line)):
        line = numbered[1] + line[numbered.end() :]
    if line.endswith("\\") and not line.endswith("\\\\"):  # a lone one is a line break
        line = line[:-1]
    return Block(_PARAGRAPH, plain_text(line).strip(), 0, number)


def _apart(block: Block) -> Iterator[Block]:
    """Give a heading and the text that somebody wrote on its line, ### （一）…。全文, as two blocks."""
    parts = run_in_parts(block.text) if block.level > 2 else None
    if parts is None:
        yield block
    else:
        yield block._replace(text=parts[0])
        yield Block(_PARAGRAPH, parts[1], 0, block.line)


def _headed_by_numbers(blocks: list[Block]) -> list[Block]:
    """Take 一、 and （一） for headings in a text whose title is marked and no heading is, as a clerk types it."""
    levels = {block.level for block in blocks}
    if levels != {0, 1}:
        return blocks
    ranks = (
        numbered_rank(one.text) if one.kind is _PARAGRAPH and is_short(one.text) else 0 for one in blocks
    )
    return [
        block._replace(kind=_HEADED, level=rank) if 1 < rank < 4 else block
        for block, rank in zip(blocks, ranks, strict=True)
    ]


def _fenced(lines: list[str], number: int, fence: str, info: str, file: str) -> Generator[Block, None, int]:
    """Read a fenced block: a chart if it says so, else the lines as they stand. Returns the next line's number."""
    end = number + 1
    while end < len(lines) and not (
        lines[end].strip().startswith(fence) and not lines[end].strip().strip(fence[0])
    ):
        end += 1
    inside = lines[number + 1 : end]
    if info == "图表":
        chart = read_chart("\n".join(inside), file=file, line=number + 2)
        yield Block(BlockKind.CHART, chart.title, 0, number + 1, chart=chart)
    else:
        for offset, line in enumerate(inside, number + 2):
            if line.strip():
                yield Block(_PARAGRAPH, line.strip().replace("\t", " "), 0, offset)
    return end + 1


def _table(lines: list[str], number: int, aligns: tuple[str, ...]) -> Generator[Block, None, int]:
    """Read a table down to the first line without a bar. Returns the next line's number."""
    rows = [read_cells(lines[number], len(aligns))]
    end = number + 2
    while end < len(lines) and "|" in lines[end]:
        rows.append(read_cells(lines[end], len(aligns)))
        end += 1
    text = "\n".join(" ".join(cell for cell in row if cell) for row in rows)
    yield Block(BlockKind.TABLE, text, 0, number + 1, tuple(rows), aligns)
    return end
