"""How well a field fits a clause."""

import pytest

from generator.recognition.fits import fit_of
from tests.recognition.test_spoken import FIELDS


def _fit(name, unit, words, rate_of=""):
    one = next(each for each in FIELDS["矛盾纠纷化解"] if each.field.name == name)
    return fit_of(one, unit, words, rate_of)


@pytest.mark.parametrize(
    ("name", "unit", "words", "left"),
    [
        ("排查", "件", "全年排查矛盾纠纷|", 0),
        ("排查", "起", "全年排查矛盾纠纷|", 0),
        ("化解", "件", "网格化解矛盾纠纷|", 2),
        ("人民调解员", "人", "现有人民调解员|", 0),
        ("调解成功率", "%", "调解成功率|", 0),
    ],
)
def test_words_that_it_does_not_explain_are_counted(name, unit, words, left):
    assert _fit(name, unit, words).left == left


@pytest.mark.parametrize(
    ("name", "unit", "words"),
    [
        ("排查", "万元", "全年排查矛盾纠纷|"),  # 单位对不上
        ("排查", "件", "全年化解矛盾纠纷|"),  # 没有字段的词
        ("调解成功", "件", "未调解成功|"),
        ("化解", "%", "化解|"),
    ],
)
def test_another_unit_or_other_words_do_not_fit(name, unit, words):
    assert _fit(name, unit, words) is None


def test_a_rate_is_known_by_its_end_behind_what_it_is_of():
    assert _fit("调解成功率", "%", "成功率|", "调解成功").left == 0
    assert _fit("调解成功率", "%", "成功率|", "排查") is None
