import pytest

from generator.near import nearest_name

KNOWN = ["render", "check", "法治宣传教育", "行政执法", "普法活动"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("rendr", "render"),
        ("check", "check"),
        ("法治宣传", "法治宣传教育"),
        ("行政执法监督", "行政执法"),
        ("普法话动", "普法活动"),
        ("法", ""),
        ("财政", ""),
        ("", ""),
    ],
)
def test_the_known_name_most_like_it(word, name):
    assert nearest_name(word, KNOWN) == name


def test_nothing_is_like_it_where_nothing_is_known():
    assert nearest_name("render", iter(())) == ""
