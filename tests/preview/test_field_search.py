"""A clerk types a word and finds the field."""

import pytest

from generator.preview.field_search import search_fields
from tests.preview.material import form_material

FOUND = [
    ("调解", ("矛盾纠纷化解", "调解"), "198件"),
    ("立案", ("行政执法", "立案"), "19件"),
    ("领导班子学法", ("第一责任人", "领导班子学法"), "6次"),
    ("复议调解", ("复议应诉", "复议调解"), None),
    ("纠纷 排查", ("矛盾纠纷化解", "排查"), "231件"),
]


@pytest.mark.parametrize(("query", "wanted", "value"), FOUND)
def test_the_field_that_is_meant_comes_first(query, wanted, value):
    first = search_fields(form_material(), query)[0]
    assert (first.topic, first.field) == wanted
    assert first.value == value


@pytest.mark.parametrize("query", ["", "  ", "没有这样的字段"])
def test_nothing_is_found_of_nothing(query):
    assert search_fields(form_material(), query) == ()
