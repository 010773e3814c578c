"""Whatever goes wrong behind the page is a problem to be read, never a traceback and never silence."""

import pytest

from generator.preview.faults import faults_of
from generator.problems import FactsError, Place, Problem, UserError
from generator.wording import chinese_number

TOLD = Problem("数据-01", "数不对。", "请改。", Place("甲.yaml", 3))


def unforeseen():
    with pytest.raises(TypeError) as raised:
        chinese_number(None)
    return raised.value


@pytest.mark.parametrize(
    ("error", "wanted"),
    [
        (FactsError([TOLD]), (TOLD,)),
        (UserError("读不了。", "请重试。"), (Problem("文件-00", "读不了。", "请重试。"),)),
    ],
)
def test_what_was_foreseen_keeps_its_words(error, wanted):
    assert faults_of(error) == wanted


def test_what_nobody_foresaw_names_its_place():
    (fault,) = faults_of(unforeseen())
    assert "意料之外" in fault.message
    assert ".py 第" in fault.message
    assert "Traceback" not in fault.message


def test_what_is_not_ours_has_no_place():
    (fault,) = faults_of(ValueError("x"))
    assert "（ValueError，位置不明）" in fault.message
