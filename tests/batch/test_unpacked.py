"""A table that is a bomb is not opened, whichever part of it is; formulas are found wherever they stand."""

from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from generator.batch import unpacked
from generator.batch.table import read_table
from generator.batch.unpacked import has_formulas
from generator.problems import UserError
from generator.resources import Templates


def packed(path, name, data, way=ZIP_DEFLATED):
    with ZipFile(path, "w", way) as archive:
        archive.writestr(name, data)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "甲.bin"])
def test_a_table_that_is_too_large_unpacked_is_not_opened(tmp_path, monkeypatch, name):
    monkeypatch.setattr(unpacked, "MOST_BYTES", 3_000_000)
    packed(tmp_path / "表.xlsx", name, b"0" * 4_000_000)
    with pytest.raises(UserError, match="解开以后太大"):
        read_table(tmp_path / "表.xlsx", Templates())


@pytest.mark.parametrize("way", [ZIP_BZIP2, ZIP_LZMA])
def test_what_no_excel_packs_so_is_not_unpacked(tmp_path, monkeypatch, way):
    monkeypatch.setattr(unpacked, "MOST_BYTES", 10)
    packed(tmp_path / "表.xlsx", "甲.bin", b"0" * 4_000_000, way)
    with pytest.raises(UserError, match="不是 Excel 表格"):
        read_table(tmp_path / "表.xlsx", Templates())


def test_a_table_with_a_password_on_its_parts_is_refused(tmp_path):
    data = bytearray(packed(tmp_path / "表.xlsx", "xl/worksheets/sheet1.xml", b"<c/>"))
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1  # the flag of what is encrypted
    (tmp_path / "表.xlsx").write_bytes(data)
    with pytest.raises(UserError, match="加了密码"):
        read_table(tmp_path / "表.xlsx", Templates())


@pytest.mark.parametrize(
    ("name", "data", "there"),
    [
        ("xl/worksheets/sheet1.xml", b"<c><f>A1</f></c>", True),
        ("xl/worksheets/sheet1.xml", b" " * (unpacked._CHUNK - 1) + b"<x:f r='1'/>", True),
        ("xl/worksheets/sheet1.xml", b"<c><v>1</v></c><font/>", False),
        ("xl/styles.xml", b"<f>1</f>", False),
    ],
)
def test_formulas_are_found(tmp_path, name, data, there):
    path = tmp_path / "表.xlsx"
    assert has_formulas(packed(path, name, data), path) is there
