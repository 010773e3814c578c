"""Word files with remarks of ours are told from reports, whoever is their author."""

from pathlib import Path

import pytest

from generator.checks.gather import Known
from generator.commands.annotate import annotate_file
from generator.commands.steps import Given
from generator.county.remarked import is_remarked
from generator.county.review import review_report
from tests.county.folders import TODAY, county, progress
from tests.county.words import word_file

REPORT = ["石桥镇2023年法治政府建设情况报告", "全年立案20件，办结18件，办结率92%。"]


@pytest.mark.parametrize("kind", ["annotate", "review", "of facts"])
def test_what_we_remarked_is_no_report(tmp_path: Path, kind: str) -> None:
    """It is told among what does not count, whatever it is called."""
    folder = county(tmp_path)
    given = Given(notice=folder / "上级通知.yaml")
    source = folder / "石桥镇.docx"
    word_file(source, REPORT)
    assert not is_remarked(source)
    ours = folder / "石桥镇收到的.docx"
    if kind == "annotate":
        annotate_file(source, ours, given, Known())
    else:
        sent = source if kind == "review" else folder / "云岭街道-2023.yaml"
        ours.write_bytes(review_report(sent, given, TODAY).data)
    assert is_remarked(ours)
    (stray,) = progress(folder).strays
    assert stray.path == ours
    assert "本程序写的批注" in stray.why


def test_what_is_no_word_file_has_no_remarks(tmp_path: Path) -> None:
    """Nor has one that cannot be opened."""
    (tmp_path / "坏.docx").write_bytes(b"PK")
    assert not is_remarked(tmp_path / "坏.docx")
    assert not is_remarked(tmp_path / "没有.yaml")
