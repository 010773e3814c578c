"""Records of a facts file: values by attribute, defaults where none is written, nothing changed in place."""

import pickle

import pytest

from generator.facts.head import Head, Plan, Shortcoming, Unit
from generator.facts.notice import Notice, NoticeTerms
from generator.facts.records import parts_of


def test_values_are_given_in_order_or_by_attribute_and_the_rest_is_as_declared():
    unit = Unit(("云岭镇人民政府",), level="镇")
    assert (unit.names, unit.short, unit.level) == (("云岭镇人民政府",), "", "镇")
    assert Head().unit == Unit()
    assert list(parts_of(Notice)) == [*parts_of(NoticeTerms), "excused", "file"]


@pytest.mark.parametrize(
    ("given", "named"), [((), {"name": "甲"}), (("甲", "乙"), {"problem": "丙"}), (("甲",) * 6, {})]
)
def test_what_is_not_declared_is_refused(given, named):
    with pytest.raises(TypeError):
        Shortcoming(*given, **named)


def test_equal_records_are_of_one_kind_with_the_same_values():
    assert Plan(title="甲") == Plan("", "甲")
    assert hash(Plan(title="甲")) == hash(Plan("", "甲"))
    assert Plan(title="甲") != Plan(title="乙")
    assert Plan() != Shortcoming()
    assert pickle.loads(pickle.dumps(Plan(title="甲"))) == Plan(title="甲")


def test_nothing_is_changed_in_place():
    plan = Plan(title="甲", office="司法所")
    other = plan.changed(title="乙")
    assert (plan.title, other.title, other.office) == ("甲", "乙", "司法所")
    assert repr(other) == "Plan(title='乙', office='司法所')"
    with pytest.raises(AttributeError):
        plan.title = "丙"
