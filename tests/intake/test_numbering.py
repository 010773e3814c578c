"""Automatic numbers: what Word shows before a paragraph, level by level."""

from __future__ import annotations

import pytest

from generator.checks import run
from generator.checks.gather import Known, gather
from generator.intake.foreign import open_word
from generator.intake.numbering import number_text
from generator.intake.reading import word
from tests.each import each
from tests.intake.documents import in_list, level, numbering, para, word_file

FORMS = [
    ("decimal", 12, "12"),
    ("decimalZero", 3, "03"),
    ("decimalFullWidth", 12, "１２"),
    ("chineseCounting", 10, "十"),
    ("chineseCounting", 21, "二十一"),
    ("chineseCountingThousand", 105, "一百零五"),
    ("japaneseCounting", 3, "三"),
    ("taiwaneseCountingThousand", 11, "十一"),
    ("ideographDigital", 10, "一〇"),
    ("decimalEnclosedCircle", 1, "①"),
    ("decimalEnclosedCircle", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "21"),
    ("decimalEnclosedCircleChinese", 2, "②"),
    ("decimalEnclosedParen", 2, "⑵"),
    ("decimalEnclosedFullstop", 2, "⒉"),
    ("ideographEnclosedCircle", 2, "㊁"),
    ("upperLetter", 2, "B"),
    ("lowerLetter", 27, "aa"),
    ("upperRoman", 14, "XIV"),
    ("lowerRoman", 9, "ix"),
    ("ideographTraditional", 3, "丙"),
    ("ideographZodiac", 2, "丑"),
    ("chineseLegalSimplified", 12, "壹拾贰"),
    ("none", 3, ""),
    ("custom", 3, "3"),
    ("upperRoman", 0, "0"),
    ("chineseCounting", 10**15, "1000000000000000"),
]


@each(("form", "number", "text"), FORMS)
def test_numbers_are_written_as_word_writes_them(form, number, text):
    assert number_text(number, form) == text


def shown(body: str, declared: str, styles: str = "") -> list[str]:
    data = word_file(body, numbering=declared, **({"styles": styles} if styles else {}))
    return [one.text for one in open_word(data, "甲.docx").lines]


REPORT = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
)


def test_levels_count_for_themselves_and_start_anew_below_a_higher_one():
    places = [0, 1, 1, 2, 2, 1, 0, 1, 2]
    assert shown("".join(in_list("甲", at) for at in places), numbering(*REPORT)) == [
        "一、甲", "（一）甲", "（二）甲", "1.甲", "2.甲", "（三）甲", "二、甲", "（一）甲", "1.甲",
    ]  # fmt: skip


def test_plain_paragraphs_between_do_not_count():
    assert shown(in_list("甲") + para("乙") + in_list("丙"), numbering(*REPORT)) == ["一、甲", "乙", "二、丙"]


SETTINGS = {
    "a start of its own": ([0, 0], (level(0, "decimal", "%1.", '<w:start w:val="3"/>'),), ["3.甲", "4.甲"]),
    "several levels in one number": (
        [0, 1, 1, 0, 1],
        (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2 ")),
        ["1甲", "1.1 甲", "1.2 甲", "2甲", "2.1 甲"],
    ),
    "never starting anew": (
        [0, 1, 0, 1],
        (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')),
        ["一、甲", "1.甲", "二、甲", "2.甲"],
    ),
    "starting anew after the first level only": (
        [0, 1, 2, 1, 2, 0, 1, 2],
        (*REPORT[:2], level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')),
        ["一、甲", "（一）甲", "1.甲", "（二）甲", "2.甲", "二、甲", "（一）甲", "1.甲"],
    ),
    "in arabic digits for a lawyer": (
        [0, 1],
        (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2 ", "<w:isLgl/>")),
        ["一、甲", "1.1 甲"],
    ),
    "no number": ([0, 0], (level(0, "none", ""),), ["甲", "甲"]),
    "none, with words": ([0], (level(0, "none", "附：%1"),), ["附：甲"]),
    "a dot": ([0], (level(0, "bullet", "\uf0b7"),), ["●甲"]),
    "a sign": ([0], (level(0, "bullet", "◆"),), ["◆甲"]),
    "a level that is not declared": ([3], REPORT, ["甲"]),
    "below a level that never came": (
        [1],
        (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2 ")),
        ["1.1 甲"],
    ),
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_each_setting_of_a_level(setting):
    places, levels, lines = SETTINGS[setting]
    assert shown("".join(in_list("甲", at) for at in places), numbering(*levels)) == lines


def test_lists_of_one_kind_go_on_counting_and_one_with_a_start_begins_there():
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = in_list("甲") + in_list("乙", number=2) + in_list("丙", number=3) + in_list("丁", number=3)
    assert shown(body, numbering(*REPORT, more=more)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_list_may_write_a_level_of_its_own():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</w:lvlOverride>'
    more = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert shown(in_list("甲", number=2), numbering(*REPORT, more=more)) == ["第1条甲"]


STYLED = (
    '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:pPr>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_a_style_numbers_its_paragraphs_at_the_level_that_is_linked_with_it():
    styles = STYLED.format("H1", "heading 1") + STYLED.format("H2", "heading 2")
    levels = (
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    )
    body = "".join(para("甲", f'<w:pStyle w:val="{style}"/>') for style in ("H1", "H2", "H2", "H1"))
    assert shown(body, numbering(*levels), styles) == ["一、甲", "（一）甲", "（二）甲", "二、甲"]


def test_a_paragraph_may_be_taken_out_of_its_styles_list():
    styles = STYLED.format("H1", "heading 1")
    body = para("甲", '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    assert shown(body, numbering(*REPORT), styles) == ["甲"]


def test_a_numbering_may_only_name_the_style_that_has_it():
    styles = '<w:style w:type="numbering" w:styleId="N"><w:pPr>{}</w:pPr></w:style>'.format(
        '<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    more = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="N"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert shown(in_list("甲", number=2), numbering(*REPORT, more=more), styles) == ["一、甲"]


def test_what_is_deleted_or_hidden_is_not_counted():
    gone = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr>{}</w:rPr></w:pPr>{}</w:p>"
    body = in_list("甲")
    body += gone.format("<w:del/>", "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>")
    body += gone.format("<w:vanish/>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>丙</w:t></w:r>")
    assert [one for one in shown(body + in_list("丁"), numbering(*REPORT)) if one] == ["一、甲", "二、丁"]


def test_a_number_that_word_gives_twice_is_found_by_the_rules():
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = para("稷下街道2023年法治政府建设年度报告")
    body += in_list("主要举措和成效") + para("全年化解矛盾纠纷198起。")
    body += in_list("存在的不足和原因", number=2) + para("执法装备不全，主要原因是尚未配备执法记录仪。")
    reading = word(word_file(body, numbering=numbering(*REPORT, more=more)), "甲.docx")
    material = gather(reading.document, Known(), file="甲.docx", source=reading.source)
    assert "结构-10" in {problem.code for problem in run(material)}
