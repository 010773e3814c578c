"""Words of a figure that name another field than the one that they are like."""

import pytest

from generator.recognition.against import (
    counts_another,
    hangs_on_another,
    is_called,
    is_other_kind,
    is_unnamed,
    names_another,
    of_another_topic,
    of_named_topic,
    of_unnamed_office,
)
from generator.recognition.clauses import said_figures
from generator.recognition.spoken import spoken_fields
from generator.resources import Templates
from generator.topics import read_topics

FIELDS = spoken_fields(read_topics(Templates()))


def field(name):
    home, _, own = name.partition(".")
    return next(one for one in FIELDS[home] if one.field.name == own)


def last_said(text):
    return list(said_figures(text))[-1]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("配备专兼职人民调解员58名", "矛盾纠纷化解.兼职调解员", True),
        ("有兼职调解员58名", "矛盾纠纷化解.兼职调解员", False),
        ("创建国家级民主法治示范社区1个", "示范创建.市级示范村", True),
        ("现有应急预案5个", "应急处置.应急预案", False),
        ("赋权事项有428项", "行政执法.行使事项", True),
        ("全年行使赋权事项428项", "行政执法.行使事项", False),
    ],
)
def test_another_kind_is_none_of_the_field(text, name, other):
    assert is_other_kind(field(name), last_said(text)) is other


@pytest.mark.parametrize(
    ("text", "name", "beside", "other"),
    [
        ("便民服务中心设置窗口7个", "政务服务.便民站点", "政务服务.服务窗口", True),
        ("建成便民站点7个", "政务服务.便民站点", "政务服务.服务窗口", False),
        ("全年行政复议案件3件", "政务公开.公开争议", "复议应诉.复议案件", True),
    ],
)
def test_the_noun_of_another_field_is_counted(text, name, beside, other):
    assert counts_another(field(name), last_said(text), [field(beside)]) is other


@pytest.mark.parametrize(
    ("text", "name", "beside", "other"),
    [
        ("开展联合执法检查46次", "行政执法.执法检查", "行政执法.联合执法", True),
        ("开展执法检查46次", "行政执法.执法检查", "行政执法.联合执法", False),
        ("加强市场监管执法，出动人员60人次", "行政执法.市场出动", "行政执法.出动人员", False),
        ("加强日常执法，出动人员60人次", "行政执法.市场出动", "行政执法.出动人员", True),
        ("提交合法性审查事项63件，提出法律意见89条", "法律顾问.法律意见", "合法性审查.法律意见", True),
    ],
)
def test_another_field_is_named(text, name, beside, other):
    assert names_another(field(name), last_said(text), [field(beside)]) is other


@pytest.mark.parametrize(
    ("text", "home", "other"),
    [
        ("办理各类事项2.36万件，群众满意率99.1%", "公共法律服务", True),
        ("热线转办件127件，群众满意率96.1%", "信访工作", False),
    ],
)
def test_a_common_name_is_of_the_topic_that_is_spoken_of(text, home, other):
    assert of_another_topic(field("热线办理.满意率"), last_said(text), home, "") is other


@pytest.mark.parametrize(
    ("text", "name", "home", "other"),
    [
        ("政务服务中心接待群众620人次", "综治中心.接待群众", "政务服务", True),
        ("综治中心接待群众620人次", "综治中心.接待群众", "政务服务", False),
        ("接待群众620人次", "综治中心.接待群众", "综治中心", False),
    ],
)
def test_an_office_must_be_named_where_its_topic_is_not_told(text, name, home, other):
    assert of_unnamed_office(field(name), last_said(text), home, "") is other


def test_a_clause_that_names_another_topic_counts_that():
    said = last_said("政务服务中心接待群众620人次")
    assert of_named_topic(field("特色做法.接待群众"), said, FIELDS)
    assert not of_named_topic(field("特色做法.接待群众"), last_said("接待群众620人次"), FIELDS)


@pytest.mark.parametrize(
    ("text", "name", "last_home", "other"),
    [
        ("推出措施103项，办理5万件", "政务服务.网办件", "", True),
        ("立案20件，办结18件", "行政执法.办结", "行政执法", False),
        ("立案20件，办结18件", "行政执法.办结", "信访工作", True),
        ("立案20件，办结案件18件", "行政执法.办结", "信访工作", False),
    ],
)
def test_a_bare_verb_goes_on_from_the_figure_before_it(text, name, last_home, other):
    assert hangs_on_another(field(name), last_said(text), last_home) is other


def test_who_came_is_no_staff():
    assert not counts_another(
        field("行政执法.培训人次"), last_said("参训人员120人次"), [field("行政执法.持证人员")]
    )


def test_a_field_is_called_by_its_name_unless_something_narrows_it():
    rate = field("学法用法.合格率")
    assert is_called("合格率", rate, last_said("参考率100%，合格率98.5%"))
    assert not is_called("合格率", rate, last_said("开展专项考试，合格率98.5%"))
    assert not is_called("参考率", rate, last_said("参考率98.5%"))


def test_a_field_none_of_whose_words_are_said_is_unnamed():
    assert is_unnamed(field("矛盾纠纷化解.化解"), last_said("发放宣传资料300份"))
    assert not is_unnamed(field("矛盾纠纷化解.化解"), last_said("成功化解300件"))
