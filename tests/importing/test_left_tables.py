"""Tables that no facts file holds are told with their cells."""

from generator.importing.left_tables import tables_left_out
from generator.intake.sheets import Cell, Sheet


def test_each_row_is_told():
    table = Sheet(
        "表1", ((Cell("类型", ""), Cell("件数", "")), (None, None), (Cell("邻里", ""), Cell("58", "")))
    )
    assert list(tables_left_out([table])) == [
        "表1有2行，没有写入（正文里不印表），要用的数请写进句子里或“其他数据”",
        "表1第1行：类型｜件数",
        "表1第2行：邻里｜58",
    ]
