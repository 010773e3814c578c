"""Labels of their own, made from the words beside a figure."""

import pytest

from generator.recognition.clauses import said_figures
from generator.recognition.labels import own_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("全年评选和谐社区5个。", "评选和谐社区"),
        ("4月起推广到6个村，", "推广村"),
        ("现有公益岗1名协助收发", "公益岗"),
        ("其中11只被领养", "领养"),
        ("其中2人因写得过于简单被退回", ""),
        ("发出柔性执法“提示单”1100多张", "发出柔性执法提示单"),
        ("“板凳说事”在晒谷场开展，全年共开展49场", "板凳说事开展"),
        ("共开展49场", ""),
        ("除1人休产假外均已参考", ""),
        ("镇长、司法所所长和县法院2名工作人员参加", "县法院工作人员"),
        ("锦樾里物业费收缴率由61%", "锦樾里物业费收缴率"),
        ("3月8日9场", ""),
    ],
)
def test_a_label_is_made_of_the_clause(text, label):
    assert own_label(next(said_figures(text))) == label


@pytest.mark.parametrize(
    ("words", "last", "label"),
    [
        ("上年为118批", "信访", "上年信访"),
        ("下降约21%", "上年信访", "信访降幅"),
        ("增长21%", "信访", "信访增幅"),
        ("提高到84%", "收缴率", "现收缴率"),
    ],
)
def test_a_comparison_is_named_by_what_it_is_of(words, last, label):
    assert own_label(next(said_figures(words)), last) == label
