"""PDF through LibreOffice: several files in one start."""

from generator.document import pdf


def test_same_files_same_bytes(files, printed):
    """Whatever else is made in the same start. Also: the day of the report is in it, not the moment it was made."""
    again = pdf.convert([files["one-page"], files["formal"]])
    assert again == [printed.papers["one-page"], printed.papers["formal"]]
    assert b"/CreationDate(D:20240115000000" in again[0]
