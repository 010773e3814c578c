"""The tables of a Word file, with cells merged across and down."""

from generator.intake.foreign import open_word
from generator.intake.word_tables import word_notes
from tests.intake.documents import word_file


def cell(text, more=""):
    return f"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def texts(rows):
    body = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    _lines, (sheet,) = word_notes(open_word(word_file(f"<w:tbl>{body}</w:tbl><w:p/>"), "材料.docx"))
    return [[one.text if one else "" for one in row] for row in sheet.rows]


def test_words_merged_down_stand_in_each_row():
    rows = [
        [cell("社区矫正", '<w:vMerge w:val="restart"/>'), cell("在册"), cell("6人")],
        [cell("", "<w:vMerge/>"), cell("解除"), cell("4人")],
    ]
    assert texts(rows) == [["社区矫正", "在册", "6人"], ["社区矫正", "解除", "4人"]]


def test_words_merged_across_stand_in_each_column_and_a_figure_in_one():
    rows = [[cell("普法宣传", '<w:gridSpan w:val="2"/>')], [cell("5场", '<w:gridSpan w:val="2"/>')]]
    assert texts(rows) == [["普法宣传", "普法宣传"], ["5场", ""]]


def test_a_table_within_a_table_is_part_of_its_cell():
    inner = f"<w:tbl><w:tr>{cell('内')}</w:tr></w:tbl>"
    rows = [[f"<w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>{inner}<w:p/></w:tc>"]]
    assert texts(rows) == [["外内"]]
