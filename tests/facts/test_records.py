"""Records of a facts file: values by attribute, defaults where none is written, nothing changed in place."""

import pickle

import pytest

from generator.facts.head import Head, Plan, Shortcoming, Unit
from generator.facts.loading import readable_facts
from generator.facts.notice import Notice, NoticeTerms
from generator.facts.records import MisreadPartsError, Record, parts_of
from generator.resources import Templates
from generator.topics.kinds import MisreadError
from generator.yamltext.source import read_source
from tests.each import each


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


HEAD = """\
年度: 2023
单位: {名称: 云岭街道办事处, 简称: 云岭街道, 级别: 街道, 辖区: {村: 3个, 社区: 5个}}
通知:
  标题: 情况报告
  部分标题: {不足: 存在的问题, 计划: 明年打算}
  字数: 不超过3000
  二级标题: 独立成行
  截止: 2024-03-01
  必报:
    - 行政执法.立案
    - 上年整改
  免报:
    - 上年整改：去年没有不足
导语: {领导: 区委}
不足: [{问题: 装备不全, 原因: 经费少}, {问题: 人手不足, 原因: 编制少}]
落款: {日期: 2024-01-20, 印章: 是}
"""


@each(
    ("right", "wrong", "field", "lost"),
    [
        ("截止: 2024-03-01", "截止: 三月初", "通知.截止", "通知.截止"),
        ("截止: 2024-03-01", "截止: [2024-03-01]", "通知.截止", "通知.截止"),
        ("不超过3000", "很长", "通知.字数", "通知.字数"),
        ("独立成行", "随便", "通知.二级标题", "通知.二级标题"),
        ("计划: 明年打算}", "计划: [明年]}", "通知.部分标题.计划", "通知.部分标题.计划"),
        ("计划: 明年打算}", "计戈: 明年打算}", "通知.部分标题.计戈", "通知.部分标题.计划"),
        ("    - 上年整改：去年没有不足", "    - 上年整改没有", "通知.免报.1", "通知.免报"),
        ("  二级标题", "  二级表题", "通知.二级表题", "通知.二级标题"),
        ("级别: 街道", "级别: 州", "单位.级别", "单位.级别"),
        ("社区: 5个", "社区: 5元", "单位.辖区.社区", "单位.辖区.社区"),
        ("印章: 是", "印章: 盖", "落款.印章", "落款.印章"),
        ("{问题: 装备不全, 原因: 经费少}", "装备不全", "不足.1", "不足"),
    ],
)
def test_what_is_wrong_in_a_record_is_refused_alone(right, wrong, field, lost):
    """Neither what stands beside it nor what stands around it is left out."""
    assert HEAD.count(right) == 1
    whole, reading = read(HEAD), read(HEAD.replace(right, wrong))
    assert [one.field for one in reading.problems] == [field]
    kept = values(reading.facts.head)
    assert [name for name, value in values(whole.facts.head).items() if kept[name] != value] == [lost]


def test_of_an_item_of_a_list_too_the_rest_holds():
    (told,) = (reading := read(HEAD.replace("原因: 编制少", "原音: 编制少"))).problems
    assert told.field == "不足.2.原音"
    assert [(one.problem, one.cause) for one in reading.facts.head.shortcomings] == [
        ("装备不全", "经费少"),
        ("人手不足", ""),
    ]


def read(text):
    return readable_facts(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates())


def values(record, above=""):
    """Give every value of a record and of those in it, by the path of its key."""
    given = {}
    for attribute, one in parts_of(type(record)).items():
        value = getattr(record, attribute)
        given |= (
            values(value, f"{above}{one.name}.") if isinstance(value, Record) else {above + one.name: value}
        )
    return given


def test_the_first_of_several_slips_speaks_for_all():
    slips = [MisreadError("名称不对", "改名称", ("名称",)), MisreadError("级别不对", "改级别", ("级别",))]
    told = MisreadPartsError(slips)
    assert (told.message, told.fix, told.path, told.slips) == ("名称不对", "改名称", ("名称",), slips)
