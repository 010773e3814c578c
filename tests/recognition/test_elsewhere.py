"""What must be said before a field of another topic is meant."""

import pytest

from generator.recognition.clauses import said_figures
from generator.recognition.elsewhere import is_one_of_many, leaves_its_head_unsaid, others_did_it
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
    ("text", "name", "unsaid"),
    [
        ("共召开行政办公会议26次", "学法用法.办公会学法", True),
        ("召开办公会议学法6次", "学法用法.办公会学法", False),
        ("发证10846件，咨询77909件", "复议应诉.复议咨询", True),
        ("设立行政复议咨询点，接待咨询9件", "复议应诉.复议咨询", False),
        ("开展《民法典》专题培训会2次", "行政执法.执法培训", True),
        ("建成法治文化阵地，投入10余万元", "法治宣传教育.阵地投入", False),
        ("宣传覆盖25个社区", "法治宣传教育.覆盖村", False),
    ],
)
def test_a_field_of_another_topic_is_said_from_end_to_end(text, name, unsaid):
    assert leaves_its_head_unsaid(field(name), last_said(text)) is unsaid


@pytest.mark.parametrize(
    ("text", "name", "many"),
    [
        ("结合扫黑除恶、禁毒等重点，印发宣传资料3万份", "扫黑除恶.宣传资料", True),
        ("结合扫黑除恶、禁毒等重点，印发宣传资料3万份", "法治宣传教育.宣传资料", False),
        ("结合扫黑除恶专项斗争，印发宣传资料3万份", "扫黑除恶.宣传资料", False),
    ],
)
def test_what_a_list_of_topics_is_said_of_is_of_none_of_them(text, name, many):
    assert is_one_of_many(field(name), last_said(text), ("扫黑除恶", "禁毒", "法治宣传教育")) is many


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("组织全街道干部职工集中开展法治理论学习2次", "学法用法.中心组专题学法", True),
        ("党委理论学习中心组专题学法4次", "学法用法.中心组专题学法", False),
        ("全年开展专题学习3次", "学法用法.中心组专题学法", False),
        ("组织干部职工学法4次", "学法用法.集体学法", False),
    ],
)
def test_what_others_did_is_none_of_the_leaders_body(text, name, others):
    assert others_did_it(field(name), last_said(text)) is others
