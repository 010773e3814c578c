"""Which line stands on which page: by what is asked of pages, and against LibreOffice's PDF."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import pdf
from generator.document.page.layout import layout_of
from generator.document.page.paging import pages_of
from generator.document.text.block import BlockKind
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from tests.document.conftest import WHOLE
from tests.document.pages import lines_set, read_pages
from tests.document.samples import CHART, DATE, EDGES, FORMAL, TABLE, UNIT, VARIANTS, report
from tests.each import each
from tests.finished import EXAMPLES, finished

FULL = 22


def set_lines(markdown, layout):
    document = read_blocks(markdown)
    return lines_set(document, pages_of(document, layout_of(document, layout)))


def paragraph(lines, sign="甲"):
    """Give a paragraph of so many full lines."""
    return sign * (26 + 28 * (lines - 1) - 1) + "。"


def pages_with(blocks, layout):
    document = read_blocks("\n\n".join(["# 题", *blocks]))
    return document, pages_of(document, layout)


def test_the_first_page_has_room_for_the_title_and_each_further_one_for_22_lines(layout):
    _, pages = pages_with([paragraph(60)], layout)
    # the title takes 35 points and a line below it
    assert [sum(len(piece.lines) for piece in page.pieces) for page in pages] == [1 + 19, FULL, 19]
    assert [page.number for page in pages] == [1, 2, 3]
    before, after = pages[0].pieces[-1], pages[1].pieces[0]
    assert (before.block, before.continued, before.goes_on) == (1, False, True)
    assert (after.block, after.continued, after.goes_on, after.start) == (1, True, True, before.end)


@pytest.mark.parametrize(("lines", "page"), [(17, 0), (18, 1), (19, 1)])
def test_a_heading_stands_on_the_page_of_the_text_after_it(layout, lines, page):
    document, pages = pages_with([paragraph(lines), "## 一、乙", paragraph(3)], layout)
    assert [at for at, one in enumerate(pages) for piece in one.pieces if piece.block == 2] == [page]
    assert document.blocks[2].level == 2


def test_headings_that_follow_one_another_stay_together(layout):
    _, pages = pages_with([paragraph(17), "## 一、乙", "## 二、丙", paragraph(3)], layout)
    assert [piece.block for piece in pages[1].pieces] == [2, 3, 4]


def test_a_heading_at_the_head_of_its_paragraph_shares_lines_with_the_text(layout):
    document, pages = pages_with(["### （一）乙", paragraph(2)], layout)
    _, heading, text = pages[0].pieces
    assert [(line.start, line.end, line.indent) for line in heading.lines] == [(0, 4, 2.0)]
    assert text.joins
    assert [(line.start, line.end, line.indent) for line in text.lines] == [
        (0, 21, 0.0),
        (21, 49, 0.0),
        (49, 54, 0.0),
    ]
    assert lines_set(document, pages)[0][1] == "（一）乙。" + "甲" * 21


def test_a_heading_on_a_line_of_its_own(layout):
    front = "---\n版式:\n  二级标题:\n    排法: 独立成行\n---\n"
    lines = set_lines(front + f"# 题\n\n### （一）乙\n\n{paragraph(1)}", layout)
    assert lines[0][:2] == ["题", "（一）乙"]


@each("name", [*VARIANTS, *EDGES])
def test_unit_and_date_stand_together_below_text(layout, name):
    document = read_blocks({**VARIANTS, **EDGES}[name])
    pages = pages_of(document, layout_of(document, layout))
    kinds = [[document.blocks[piece.block].kind for piece in page.pieces] for page in pages]
    closing = next(page for page in kinds if BlockKind.DATE in page)
    assert closing.count(BlockKind.SIGNATURE) == len(document.units)
    assert closing[0] not in {BlockKind.SIGNATURE, BlockKind.DATE}


def test_an_annex_begins_a_page_and_the_rows_of_its_table_stay_whole(layout):
    document = read_blocks(report(appendices=f"# 附件1 数据表\n\n{TABLE}"))
    pages = pages_of(document, layout)
    first = next(page for page in pages if document.blocks[page.pieces[0].block].kind is BlockKind.APPENDIX)
    # label, title with a line above and below it, the table's head and 16 rows
    assert [len(piece.lines) for piece in first.pieces] == [2, 17]
    assert [len(page.pieces[0].lines) for page in pages[first.number :]] == [FULL - 1, 7]
    assert all(page.unsure for page in pages[first.number - 1 :])
    assert not any(page.unsure for page in pages[: first.number - 1])


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([paragraph(1), TABLE], ["这一面有表格"]),
        ([TABLE, paragraph(40)], ["这一面有表格", "这一面有表格", "这一面有表格", "前面有"]),
        ([CHART], ["这一面有图"]),
        (["编号é1。", paragraph(20)], ["这一面有生僻的字母", "前面有"]),
        ([paragraph(30)], ["", ""]),
    ],
)
def test_what_cannot_be_known_is_said(layout, blocks, said):
    _, pages = pages_with(blocks, layout)
    assert len(pages) >= len(said)
    assert all(page.unsure.startswith(one) for page, one in zip(pages, said, strict=False))


def test_the_title_is_broken_by_sense_and_nothing_of_it_is_lost(layout):
    lines = set_lines(VARIANTS["joint"], layout)
    assert lines[0][:2] == ["中共云溪镇委员会云溪镇人民政府", "2023年度法治政府建设情况报告"]


def test_the_imprint_takes_its_room_on_the_last_page(layout):
    body = "## 一、乙\n\n" + paragraph(9)
    with_imprint = set_lines(report(body=body, front=FORMAL, opening="", addressee="县人民政府："), layout)
    assert len(with_imprint) == 2
    assert with_imprint[1][-2:] == [UNIT, DATE]


def test_an_empty_document_has_an_empty_page(layout):
    assert [page.pieces for page in pages_of(read_blocks(""), layout)] == [()]


LINES = st.sampled_from(
    [
        "# 附件1 表",
        "## 一、乙",
        "### （一）丙",
        "#### 1.丁",
        "| 甲 | 乙 |\n|---|---|\n| 1 |  |\n|  |  |",
        "表1 数据",
        CHART,
        "附件：1.甲",
        "2.乙",
        UNIT,
        DATE,
        "县人民政府：",
        paragraph(1),
        paragraph(30),
        "甲　乙 a b",
        "【待填：日期】",
    ]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["", f"---\n{FORMAL}\n---\n", "---\n印章: 是\n---\n"]))
def test_every_character_stands_on_one_line_of_one_page_in_order(layout, blocks, front):
    document = read_blocks(f"{front}# 甲镇 乙镇2023年度法治政府建设情况报告\n\n" + "\n\n".join(blocks))
    pages = pages_of(document, layout)
    pieces = [piece for page in pages for piece in page.pieces]
    assert [piece.block for piece in pieces] == sorted(piece.block for piece in pieces)
    for number, block in enumerate(document.blocks):
        lines = [line for piece in pieces if piece.block == number for line in piece.lines]
        assert lines[0].start == 0
        assert lines[-1].end == len(block.text)
        assert all(one.end == other.start for one, other in pairwise(lines))
    for piece in pieces:
        assert (piece.start, piece.end) == (piece.lines[0].start, piece.lines[-1].end)


def written(example):
    """Give the document of an example."""
    return read_blocks(finished(example).prepared.markdown)


def as_on_paper(document, layout, paper):
    """Hold our pages to those of the paper: as many, and each begins within a line of ours.

    Where LibreOffice has to show the official fonts in others, a mark after a digit may be narrower than in them, and
    a word or two stand on the line before.
    """
    ours = lines_set(document, pages_of(document, layout_of(document, layout)))
    theirs = [[line.text for line in page.lines] for page in paper]
    assert len(ours) == len(theirs)
    for here, there in zip(ours, theirs, strict=True):
        assert abs(len(here) - len(there)) <= 1
        begins = here[0][:6] in "".join(there[:2]) or there[0][:6] in "".join(here[:2])
        assert begins, (here[0], there[0])


def test_pages_are_those_of_the_paper(pages, layout):
    """Without LibreOffice the fixture `pages` skips this."""
    as_on_paper(written(EXAMPLES[0]), layout, pages[WHOLE])


@pytest.mark.soak
def test_pages_of_the_other_examples_are_those_of_the_paper(pages, layout):
    documents = [written(one) for one in EXAMPLES[1:]]
    papers = pdf.convert([write_docx(one, layout) for one in documents])
    for document, paper in zip(documents, papers, strict=True):
        as_on_paper(document, layout, read_pages(paper))


@each("name", [name for name in VARIANTS if "formal" not in name] + [*EDGES])
def test_samples_have_as_many_pages_as_the_paper(pages, layout, name):
    ours = set_lines({**VARIANTS, **EDGES}[name], layout)
    assert len(ours) == len(pages[name])
