"""Words that make a figure a part or another thing, class by class, unless they are the field's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.recognition.matcher import matcher_for
from generator.recognition.qualifiers import QUALIFIERS
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

MATCHER = matcher_for(read_topics(Templates()))
SOUND = {
    "行政执法": ("开展执法检查{}次", "拆除违法建设{}平方米", "责令改正{}处", "罚款{}万元"),
    "矛盾纠纷化解": ("调解成功{}件", "排查矛盾纠纷{}件", "化解矛盾纠纷{}起"),
    "法治宣传教育": ("建成法治文化阵地{}处", "开展普法活动{}场"),
}
EXAMPLES = {
    "现存": ["现有", "原有", "已有", "历年"],
    "累计": ["累计", "建镇以来", "至今"],
    "上年": ["上年", "去年", "同期"],
    "增减": ["新增", "净增"],
    "计划": ["计划", "拟", "预计", "力争", "明年"],
    "平均": ["平均", "人均", "月均"],
    "极值": ["最多", "最大", "单次"],
    "每": ["每村", "每名队员"],
    "部分": ["其中", "部分", "未", "尚"],
    "另外": ["另有", "另", "还", "又"],
    "种类": ["简易程序", "专项", "食品类"],
    "对象": ["对企业进行"],
}


def sure(text, home):
    return [one.field.name for one in MATCHER.recognise(text, home) if one.sure]


def test_every_class_has_its_examples():
    assert EXAMPLES.keys() == QUALIFIERS.keys()


@pytest.mark.parametrize("home", SOUND)
def test_without_such_a_word_the_field_is_sure(home):
    for clause in SOUND[home]:
        assert sure(f"全年{clause.format(12)}。", home), clause


@each("kind", EXAMPLES)
def test_with_such_a_word_before_it_no_field_is_sure(kind):
    for home, clauses in SOUND.items():
        for word in EXAMPLES[kind]:
            for clause in clauses:
                assert not sure(f"{word}{clause.format(12)}。", home), word + clause


@pytest.mark.parametrize(
    ("home", "text", "field"),
    [
        ("行政执法", "现有持证执法人员11人。", "持证人员"),
        ("社区矫正", "在册社区矫正对象21人。", "矫正对象"),
        ("行政执法", "简易程序案件431件。", "简易程序"),
        ("矛盾纠纷化解", "全年累计化解矛盾纠纷198起。", "化解"),
        ("矛盾纠纷化解", "其中邻里纠纷41件。", "邻里"),
    ],
)
def test_a_word_of_the_field_itself_changes_nothing(home, text, field):
    assert sure(text, home) == [field]


@given(
    st.sampled_from([word for words in EXAMPLES.values() for word in words]),
    st.sampled_from([(home, clause) for home, clauses in SOUND.items() for clause in clauses]),
    st.sampled_from(["", "街道", "共", "组织"]),
    st.integers(2, 9999),
)
def test_whatever_stands_between_no_field_is_sure(word, sound, between, number):
    home, clause = sound
    assert not sure(f"{word}{between}{clause.format(number)}。", home)
