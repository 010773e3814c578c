"""A Word file as Word shows it: the constructs that real Chinese files hold, each in a document made here."""

from __future__ import annotations

import io

import docx
import pytest

from generator.checks.annotate import comment_foreign
from generator.document.word.comments import Remark
from generator.intake.foreign import open_word
from generator.intake.reading import word
from tests.each import each
from tests.intake.documents import in_list, level, numbering, para, word_file

BOX = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>{code}'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
HIDDEN = '<w:style w:type="{type}" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
NOTES = (
    '<w:{kind} w:id="0" w:type="separator"><w:p/></w:{kind}>'
    '<w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/><w:t>注文</w:t></w:r></w:p></w:{kind}>'
)

CONSTRUCTS = {
    "inserted": ("<w:ins><w:r><w:t>甲</w:t></w:r></w:ins>", ["甲"]),
    "deleted": (
        "<w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText><w:t>丙</w:t></w:r></w:del>",
        ["甲"],
    ),
    "moved": (
        "<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo>",
        ["乙"],
    ),
    "control in the line": (
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>",
        ["甲"],
    ),
    "smart tag": ("<w:smartTag><w:customXml><w:r><w:t>甲</w:t></w:r></w:customXml></w:smartTag>", ["甲"]),
    "text box, kept twice": (
        (
            f"<w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}"
            f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>乙</w:t></w:r>"
        ),
        ["甲乙", "框内"],
    ),
    "text box of old programs": (f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>", ["", "框内"]),
    "field": (FIELD.format(code=""), ["结果"]),
    "field within a field's code": (FIELD.format(code=FIELD.format(code="")), ["结果"]),
    "field that shows nothing": (
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>XE</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>'
            "</w:r><w:r><w:t>甲</w:t></w:r>"
        ),
        ["甲"],
    ),
    "simple field": ('<w:fldSimple w:instr="PAGE"><w:r><w:t>甲</w:t></w:r></w:fldSimple>', ["甲"]),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>", ["乙"]),
    "not hidden": ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>甲</w:t></w:r>', ["甲"]),
    "ruby": (
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>jiǎ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r>"
        ),
        ["甲"],
    ),
    "hyphens": (
        "<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2甲</w:t><w:softHyphen/><w:t>乙\u00ad丙</w:t></w:r>",
        ["1-2甲乙丙"],
    ),
    "tabs": ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", ["甲 乙"]),
    "blanks that are not kept": (
        '<w:r><w:t>\n 甲\n</w:t><w:t xml:space="preserve"> 乙</w:t></w:r>',
        ["甲 乙"],
    ),
    "symbols": (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="2116"/><w:sym w:char="F001"/><w:t>甲</w:t></w:r>',
        ["√№〓甲"],
    ),
    "link": ('<w:hyperlink w:anchor="a"><w:r><w:t>甲</w:t></w:r></w:hyperlink>', ["甲"]),
    "comment": (
        '<w:commentRangeStart w:id="1"/><w:r><w:t>甲</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>',
        ["甲"],
    ),
    "lines broken by hand": (
        "<w:r><w:t>一、甲</w:t><w:br/><w:t>（一）乙</w:t><w:cr/><w:t>丙</w:t></w:r>",
        ["一、甲", "（一）乙", "丙"],
    ),
}


def shown(body: str, **beside: str) -> list[str]:
    return [one.text for one in open_word(word_file(body, **beside), "甲.docx").lines]


@each("construct", CONSTRUCTS)
def test_what_word_shows_of_a_paragraph_is_read(construct):
    inside, lines = CONSTRUCTS[construct]
    assert shown(f"<w:p>{inside}</w:p>") == lines


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


OPEN = "<w:rPr>{}</w:rPr>"
"""The properties of a paragraph's mark."""
RESTART = '<w:vMerge w:val="restart"/>'
EITHER = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
AROUND = {
    "control around paragraphs": (f"<w:sdt><w:sdtContent>{para('甲')}</w:sdtContent></w:sdt>", ["甲"]),
    "cells, also of a table within": (table(cell(para("甲") + table(cell(para("乙"))))), ["甲", "乙"]),
    "cells that are merged": (
        table(
            cell(para("表头"), '<w:gridSpan w:val="2"/>') + cell(para("甲"), RESTART),
            cell(para("乙")) + cell(para("盖住"), "<w:vMerge/>"),
        ),
        ["表头", "甲", "乙"],
    ),
    "rows that are deleted": (table("<w:trPr><w:del/></w:trPr>" + cell(para("甲"))), []),
    "either form of a paragraph": (EITHER.format(para("甲"), para("乙")), ["甲"]),
    "moved paragraphs": (f"<w:moveFrom>{para('甲')}</w:moveFrom>{para('乙')}", ["乙"]),
    "a paragraph whose mark is deleted": (para("甲", OPEN.format("<w:del/>")) + para("乙"), ["甲乙"]),
    "a mark that is moved away": (para("甲", OPEN.format("<w:moveFrom/>")) + para("乙"), ["甲乙"]),
    "a mark that is hidden": (para("甲", OPEN.format("<w:vanish/>")) + para("乙"), ["甲乙"]),
    "a mark that is put in": (para("甲", OPEN.format("<w:ins/>")) + para("乙"), ["甲", "乙"]),
    "three paragraphs made one": (
        para("甲", OPEN.format("<w:del/>")) * 2 + para("乙") + para("丙"),
        ["甲甲乙", "丙"],
    ),
    "an empty paragraph whose mark is deleted": (para("", OPEN.format("<w:del/>")) + para("乙"), ["乙"]),
    "a deleted mark at the end": (para("甲", OPEN.format("<w:del/>")), ["甲"]),
    "a deleted mark before a table": (
        para("甲", OPEN.format("<w:del/>")) + table(cell(para("乙"))),
        ["甲", "乙"],
    ),
    "a deleted mark in a text box": (
        (
            f"<w:p><w:r><w:pict><w:txbxContent>{para('甲', OPEN.format('<w:del/>'))}{para('乙')}"
            "</w:txbxContent></w:pict></w:r></w:p>"
        ),
        ["", "甲乙"],
    ),
}


@each("construct", AROUND)
def test_what_word_shows_around_paragraphs_is_read(construct):
    body, lines = AROUND[construct]
    assert shown(body) == lines


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_read_after_their_paragraph(kind):
    body = f'<w:p><w:r><w:t>甲</w:t><w:{kind}Reference w:id="2"/></w:r></w:p>{para("乙")}'
    assert shown(body, **{f"{kind}s": NOTES.format(kind=kind)}) == ["甲", "注文", "乙"]


@pytest.mark.parametrize(("type_", "name"), [("character", "rPr"), ("paragraph", "pPr")])
def test_text_that_a_style_hides_is_not_read(type_, name):
    style = '<w:rStyle w:val="H"/>' if name == "rPr" else '<w:pStyle w:val="H"/>'
    body = f"<w:p>{'<w:pPr>' + style + '</w:pPr>' if name == 'pPr' else ''}<w:r>"
    body += f"{'<w:rPr>' + style + '</w:rPr>' if name == 'rPr' else ''}<w:t>甲</w:t></w:r></w:p>"
    assert shown(body, styles=HIDDEN.format(type=type_)) == [""]


def test_the_table_of_contents_is_no_text():
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    assert shown(para("一、甲	1", '<w:pStyle w:val="T"/>') + para("一、甲"), styles=styles) == ["一、甲"]


def test_headers_and_footers_are_no_text(tmp_path):
    document = docx.Document()
    document.add_paragraph("甲")
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.save(tmp_path / "甲.docx")
    lines = open_word((tmp_path / "甲.docx").read_bytes(), "甲.docx").lines
    assert [one.text for one in lines] == ["甲"]


def test_a_title_that_is_broken_by_hand_is_one_line():
    body = "<w:p><w:r><w:t>稷下街道2023年</w:t><w:br/><w:t>法治政府建设年度报告</w:t></w:r></w:p>" + para(
        "正文。"
    )
    assert shown(body) == ["稷下街道2023年法治政府建设年度报告", "正文。"]


RANKS = [
    ('<w:name w:val="heading 2"/>', "", 3),
    ('<w:name w:val="标题 1"/>', "", 2),
    ('<w:name w:val="Title"/>', "", 1),
    ('<w:name w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>', "", 2),
    ('<w:name w:val="a"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "", 0),
    ('<w:name w:val="a"/><w:basedOn w:val="B"/>', "", 2),
    ('<w:name w:val="a"/>', '<w:outlineLvl w:val="1"/>', 3),
    ('<w:name w:val="a"/>', '<w:outlineLvl w:val="9"/>', 0),
]


@pytest.mark.parametrize(("style", "own", "rank"), RANKS)
def test_headings_are_known_by_style_and_outline(style, own, rank):
    styles = f'<w:style w:type="paragraph" w:styleId="A">{style}</w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 1"/><w:basedOn w:val="A"/></w:style>'
    (line,) = open_word(word_file(para("甲", f'<w:pStyle w:val="A"/>{own}'), styles=styles), "甲.docx").lines
    assert line.rank == rank


def test_a_heading_that_word_numbers_has_the_rank_of_its_number():
    body = para("稷下街道2023年法治政府建设年度报告") + in_list("主要举措和成效") + in_list("深化普法宣传", 1)
    beside = numbering(level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))
    blocks = word(word_file(body, numbering=beside), "甲.docx").document.blocks
    assert [(one.text, one.level) for one in blocks[1:]] == [
        ("一、主要举措和成效", 2),
        ("（一）深化普法宣传", 3),
    ]


def covered(data: bytes) -> str:
    """Give the text that the only comment's range covers."""
    inside, text = False, ""
    for one in docx.Document(io.BytesIO(data)).element.body.iter():
        name = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        inside = name == "commentRangeStart" or (inside and name != "commentRangeEnd")
        text += one.text if inside and name == "t" else ""
    return text


PLACES = {
    "after an automatic number": (in_list("甲乙丙"), (1, 2, 4), "甲乙"),
    "on the number alone, the whole paragraph": (in_list("甲乙丙"), (1, 0, 2), "甲乙丙"),
    "after a break": ("<w:p><w:r><w:t>甲乙</w:t><w:br/><w:t>丙丁</w:t></w:r></w:p>", (2, 0, 1), "丙"),
    "after hidden text": (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>甲乙</w:t></w:r></w:p>",
        (1, 1, 2),
        "乙",
    ),
    "in a text box, on the paragraph that holds it": (
        f"<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:p>",
        (2, 0, 2),
        "甲",
    ),
}


@pytest.mark.parametrize("where", PLACES)
def test_a_remark_stands_at_the_words_that_word_shows(where):
    body, (line, start, end), words = PLACES[where]
    data = word_file(body, numbering=numbering(level(0, "chineseCounting", "%1、")))
    out = comment_foreign(
        data, "甲.docx", [Remark(line, start, end, "年报检查", "看")], "2024-01-20T00:00:00Z"
    )
    assert covered(out) == words


def test_a_heading_with_its_text_in_the_same_paragraph_is_cut():
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/></w:style>'
    data = word_file(para("（一）强化普法宣传。全年开展活动50次。", '<w:pStyle w:val="A"/>'), styles=styles)
    blocks = word(data, "甲.docx").document.blocks
    assert [(one.text, one.level) for one in blocks] == [("（一）强化普法宣传", 3), ("全年开展活动50次。", 0)]
