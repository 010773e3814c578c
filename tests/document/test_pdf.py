"""PDF through LibreOffice: several files in one start."""

from generator.document import pdf


def test_same_files_same_bytes(files, pages):
    """Also: the title and the day of the report are in the PDF, not the moment it was made."""
    assert pages
    first, second = (pdf.convert([files["one-page"], files["formal"]]) for _ in range(2))
    assert first == second
    assert b"/CreationDate(D:20240115000000" in first[0]
