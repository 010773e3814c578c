"""Findings put to use: the same file gives the same bytes; through the command in tests/cli/test_check.py."""

import pytest

from generator.checks.gather import Known
from generator.commands.annotate import annotate_file
from generator.commands.mend import mend_file
from generator.commands.steps import Given
from generator.problems import UserError
from tests.cli.command import EXAMPLES

FACTS = EXAMPLES / "稷下街道-2023.yaml"
KNOWN = Known(year=2023)


def test_comments_bear_the_reports_day_and_not_the_clocks(tmp_path):
    for name in ("甲.docx", "乙.docx"):
        annotate_file(FACTS, tmp_path / name, Given(), KNOWN)
    assert (tmp_path / "甲.docx").read_bytes() == (tmp_path / "乙.docx").read_bytes()


def test_a_target_by_another_hand_is_not_overwritten(tmp_path):
    target = tmp_path / "批注.docx"
    target.write_bytes(b"PK")
    with pytest.raises(UserError, match="没有写"):
        annotate_file(FACTS, target, Given(), KNOWN)
    assert annotate_file(FACTS, target, Given(), KNOWN, force=True).read_bytes() == b"PK"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x81"])
def test_bytes_that_are_no_text_are_not_mended(tmp_path, data):
    path = tmp_path / "甲.txt"
    path.write_bytes(data)
    with pytest.raises(UserError, match="编码"):
        mend_file(path, Given(), KNOWN)
    assert path.read_bytes() == data
