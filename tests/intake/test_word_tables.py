"""The tables of a Word file, with cells merged across and down."""

from generator.importing.left_tables import tables_left_out
from generator.intake.foreign import open_word
from generator.intake.old_reports import report_lines
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


def test_a_table_of_figures_is_none_of_the_lines_of_a_report(tmp_path):
    rows = [[cell("纠纷类型"), cell("件数")], [cell("婚姻家庭"), cell("74")]]
    body = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    path = tmp_path / "报告.docx"
    path.write_bytes(word_file(f"<w:p><w:r><w:t>表前</w:t></w:r></w:p><w:tbl>{body}</w:tbl><w:p/>"))
    report = report_lines(path)
    assert [one.text for one in report.lines if one.text] == ["表前"]
    assert list(tables_left_out(report.tables)) == [
        "表1有2行，没有写入（正文里不印表），要用的数请写进句子里或“其他数据”",
        "表1第1行：纠纷类型｜件数",
        "表1第2行：婚姻家庭｜74",
    ]
