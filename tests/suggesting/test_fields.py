"""The fields by their names: outright, whole, by half."""

import pytest

from generator.resources import Templates
from generator.suggesting.fields import FieldNames, core_of
from generator.topics import read_topics

NAMES = FieldNames(read_topics(Templates()))


@pytest.mark.parametrize(
    ("clause", "core"), [("全年共排查", "排查"), ("全年", "全年"), ("受教育群众达", "受教育群众"), ("", "")]
)
def test_the_words_that_name_what_is_counted(clause, core):
    assert core_of(clause) == core


def test_a_clause_names_a_field_outright():
    assert ("社区矫正", "安置帮教对象") in set(NAMES.named("在册安置帮教对象", "人"))
    assert not set(NAMES.named("在册安置帮教对象", "件"))


def test_a_clause_is_the_name_of_a_field():
    assert [one.field.name for one in NAMES.called("网格", "个")] == ["网格"]
    assert [one.field.name for one in NAMES.called("领导接访", "次")] == ["接访次数"]
    assert [one.field.name for one in NAMES.called("办件量", "件", ["政务服务"])] == ["办件"]


@pytest.mark.parametrize(
    ("text", "home", "field", "goes_without"),
    [
        ("网格员92名，其中专职12名", "基层治理", "专职网格员", True),
        ("培训4场", "法律明白人", "培训场次", True),
        ("拆除违建17处，面积2350平方米", "行政执法", "拆除面积", True),
        ("执法检查5次，日常巡查9次", "行政执法", "", False),
        ("组织领导学法，学法6次", "学法用法", "", False),
        ("走访4场", "安全生产", "", False),
        ("上年新增4名", "法律明白人", "", False),
    ],
)
def test_half_of_a_name_is_enough_where_the_other_goes_without_saying(text, home, field, goes_without):
    assert NAMES.meant(text, len(text), home) == (field, goes_without)


def test_only_topics_with_a_fitting_field_are_asked():
    assert "基层治理" in NAMES.homes_fitting("网格86个")
    assert "禁毒" not in NAMES.homes_fitting("网格86个")
