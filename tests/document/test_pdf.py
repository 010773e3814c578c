"""PDF through LibreOffice: several files in one start."""

from generator.document import pdf


def test_same_files_same_bytes(files, printed):
    """Also: the title and the day of the report are in the PDF, not the moment it was made."""
    names = ["one-page", "formal"]
    papers = pdf.convert([files[name] for name in names])
    assert papers == [printed.papers[name] for name in names]  # made in an earlier start, among others
    assert b"/CreationDate(D:20240115000000" in papers[0]
