"""Figures that several things share."""

import pytest

from generator.recognition.clauses import said_figures
from generator.recognition.joined import AND, counts_jointly, last_of_rates
from generator.recognition.spoken import spoken_fields
from generator.resources import Templates
from generator.topics import read_topics

FIELDS = spoken_fields(read_topics(Templates()))


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("参考率、合格率均达", "合格率均达"),
        ("法治理论知识考试参考率、通过率和优秀率", "优秀率"),
        ("合格率达", "合格率达"),
        ("讲座和培训", "讲座和培训"),
    ],
)
def test_of_rates_that_are_each_as_high_the_last_is_said(words, last):
    assert last_of_rates(words) == last


@pytest.mark.parametrize(
    ("text", "name", "joint"),
    [
        ("开展各类专题党课、专题研讨及学习会60余场次", "学法用法.专题研讨", True),
        ("镇党委会、镇长办公会、理论学习中心组学法8次", "学法用法.办公会学法", True),
        ("开展学习会、专题研讨6次", "学法用法.专题研讨", False),
        ("通过党委会、主题党日等形式开展专题研讨4次", "学法用法.专题研讨", False),
        ("组织法律顾问参与合同审查136件", "合法性审查.合同审查", False),
        ("参考率、合格率均达100%", "学法用法.合格率", False),
    ],
)
def test_what_is_counted_together_is_of_none_but_the_last(text, name, joint):
    home, _, own = name.partition(".")
    one = next(each for each in FIELDS[home] if each.field.name == own)
    assert counts_jointly(one, next(said_figures(text))) is joint


def test_the_last_of_two_fields_that_are_counted_together_is_none_of_them():
    said = next(said_figures("开展专题研讨、法治培训2次"))
    research, training = (
        next(each for each in FIELDS["学法用法"] if each.field.name == name)
        for name in ("专题研讨", "法治培训")
    )
    assert counts_jointly(training, said, [research])
    assert not counts_jointly(training, said)


def test_a_list_is_parted_between_its_items_alone():
    assert AND.split("参与调解、和解与巡查及时处置") == ["参与调解", "和解", "巡查及时处置"]
