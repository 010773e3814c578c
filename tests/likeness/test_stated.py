"""The facts of a file as it states them."""

from generator.likeness.stated import shown_value, stated_facts
from tests.likeness.written import facts_of

TEXT = """年度: 2023
截至: 2023-12-20
单位: {名称: 城东镇人民政府}
举措成效:
  矛盾纠纷化解:
    化解: {值: 9起, 截至: 2023-11-30, 上年同期: 7起, 来源: 综治办}
    调解: 受理5件
    化解率:
    其他数据: {夜访: {值: 3次, 同比: 是, 公开: 否, 上年: 2次}}
    活动: [{名称: 集市普法, 场次: 2场}]
"""


def test_each_fact_stands_with_what_is_said_beside_it() -> None:
    """By topic and field, in the order of the file, with its 说法."""
    stated = stated_facts(facts_of(TEXT), with_last=True)
    assert [(*key, one.shown, one.line, one.beside) for key, one in stated.items()] == [
        ("年度", "截至", "12月20日", 2, ()),
        ("单位", "名称", "城东镇人民政府", 3, ()),
        ("矛盾纠纷化解", "化解", "9起", 6, ("截至11月30日", "上年同期7起")),
        ("矛盾纠纷化解", "调解", "受理5件", 7, ()),
        ("矛盾纠纷化解", "化解率", "（待填）", 8, ()),
        ("矛盾纠纷化解", "夜访", "3次", 9, ("上年2次", "写同比", "不公开")),
        ("矛盾纠纷化解", "活动“集市普法”", "场次：2场", 10, ()),
    ]


def test_last_years_figures_are_left_out_where_they_are_not_asked_for() -> None:
    """What else stands beside a figure is not."""
    stated = stated_facts(facts_of(TEXT), with_last=False)
    assert [one.beside for one in stated.values() if one.beside] == [
        ("截至11月30日",),
        ("写同比", "不公开"),
    ]


def test_values_as_a_reader_sees_them() -> None:
    """Of any kind."""
    assert [*map(shown_value, (None, True, False, ("甲", "乙")))] == ["", "是", "否", "甲、乙"]
