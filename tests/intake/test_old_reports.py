"""The lines of an old report, and its tables beside them."""

import pytest

from generator.intake.old_reports import report_lines
from tests.intake.documents import word_file

TEXT = "一格里写了整段话的表是用来排版的，这一段不短，说的是全年的工作：排查矛盾纠纷231件，化解198件，化解率85.7%，受到群众好评，也受到上级的肯定。"


def table(*rows):
    cells = ("".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.mark.parametrize(
    ("rows", "lines", "tables"),
    [
        ([("纠纷类型", "件数"), ("婚姻家庭", "74")], ["表前"], 1),
        ([(TEXT, "5")], ["表前", TEXT, "5"], 0),
        ([("县司法局", "县信访局")], ["表前", "县司法局", "县信访局"], 0),
    ],
)
def test_a_table_of_figures_is_none_of_the_lines(tmp_path, rows, lines, tables):
    path = tmp_path / "报告.docx"
    path.write_bytes(word_file(f"<w:p><w:r><w:t>表前</w:t></w:r></w:p>{table(*rows)}<w:p/>"))
    report = report_lines(path)
    assert [one.text for one in report.lines if one.text] == lines
    assert len(report.tables) == tables
