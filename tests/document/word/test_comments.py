"""Comments in the margin: each in its place, the text as before."""

from __future__ import annotations

import io

import pytest
from docx import Document as WordDocument

from generator.document.text.blocks import BlockKind, read_blocks
from generator.document.word import docx
from generator.document.word.comments import Comment
from tests.document.samples import VARIANTS
from tests.document.schema import W, faults
from tests.document.word.test_docx import part


def commented(name, layout, *comments):
    return docx.write_docx(read_blocks(VARIANTS[name]), layout, comments)


def ranges(data):
    """Give the text that each comment stands at."""
    found, opened = {}, set()
    for element in part(data, "word/document.xml").iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            opened.add(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.discard(number)
        elif element.tag == f"{W}t":
            for one in opened:
                found[one] += element.text
    return [found[number] for number in sorted(found, key=int)]


def test_at_sentences_of_a_run_in_paragraph(layout):
    document = read_blocks(VARIANTS["plain"])
    number = next(n for n, block in enumerate(document.blocks) if block.text.startswith("一是完善议事规则"))
    text = document.blocks[number].text
    start = text.index("全年审查")
    data = commented(
        "plain",
        layout,
        Comment(number, start, start + 4, "nianbao", "依据：合法性审查"),
        Comment(number, 0, len(text), "nianbao", "整段\n两行"),
        Comment(number - 1, 3, 7, "县司法局", "标题<改>&"),
    )
    assert faults(data) == []
    assert ranges(data) == ["全年审查", text, document.blocks[number - 1].text[3:7]]
    notes = list(WordDocument(io.BytesIO(data)).comments)
    assert [(one.author, one.text) for one in notes] == [
        ("nianbao", "依据：合法性审查"),
        ("nianbao", "整段\n两行"),
        ("县司法局", "标题<改>&"),
    ]
    assert notes[0].timestamp.year == 2024


@pytest.mark.parametrize("name", ["formal", "annexes", "annex", "levels"])
def test_at_every_block(layout, name):
    document = read_blocks(VARIANTS[name])
    comments = [Comment(n, 0, 0, "nianbao", f"第{n}块") for n in range(len(document.blocks))]
    data = commented(name, layout, *comments)
    assert faults(data) == []
    found = ranges(data)
    assert len(found) == len(comments)
    for block, text in zip(document.blocks, found, strict=True):
        if block.kind in {
            BlockKind.PARAGRAPH,
            BlockKind.TITLE,
            BlockKind.ADDRESSEE,
            BlockKind.SIGNATURE,
            BlockKind.DATE,
        }:
            assert text.replace("\u3000", " ") == block.text


def test_the_text_is_the_same_with_and_without(layout, files):
    data = commented("plain", layout, *(Comment(n, 2, 5, "甲", "乙") for n in range(12)))
    texts = [[one.text for one in WordDocument(io.BytesIO(one)).paragraphs] for one in (data, files["plain"])]
    assert texts[0] == texts[1]


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (3, 900), (5, 5), (9, 2), (900, 901)])
def test_places_outside_the_text(layout, start, end):
    data = commented("plain", layout, Comment(1, start, end, "甲", "乙"))
    assert faults(data) == []
    assert ranges(data)[0]
