"""标注句: cut into texts and marks, whatever is written; nothing of the sentence is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.sentences import Mark, cut_sentence, without_brackets


def shown(text):
    return [one if isinstance(one, str) else (one.label, one.written) for one in cut_sentence(text).pieces]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("没有标注的话。", ["没有标注的话。"]),
        ("排查纠纷【排查：231件】。", ["排查纠纷", ("排查", "231件"), "。"]),
        ("【排查:231件】", [("排查", "231件")]),
        ("排查【排查：】，化解率【化解率】。", ["排查", ("排查", ""), "，化解率", ("化解率", None), "。"]),
        ("【矛盾纠纷化解.化解：198起】", [("矛盾纠纷化解.化解", "198起")]),
        ("临政发【【2023】5号", ["临政发【2023】5号"]),
        ("【时间：9:30】", [("时间", "9:30")]),
        ("【 排查 ： 231件 】", [("排查", "231件")]),
        ("】散的", ["】散的"]),
    ],
)
def test_a_sentence_is_cut(text, pieces):
    assert shown(text) == pieces
    assert cut_sentence(text).slips == ()


@pytest.mark.parametrize(
    ("text", "said", "sure"),
    [
        ("排查【排查：231件", "没有写】", True),
        ("【甲：【乙：1件】】", "套了标注", True),
        ("排查【：231件】", "没有写名称", True),
        ("排查【】件", "没有写名称", True),
        ("【待填：排查】", "“待填”不能作标注的名称", True),
        ("约【排查：231件】", "“约”写在标注【排查】外面", False),
        ("12月不超过【送审上限：30件】", "“不超过”写在标注【送审上限】外面", False),
        ("排查【排查：230】余件", "“余”写在标注【排查】外面", False),
        ("排查【排查：231】件", "“件”写在标注【排查】外面", False),
        ("把【排查】件逐件回访", "会印成“件件”这样的重字", False),
        ("发放1【资料：000份】", "“1”写在标注【资料】外面", False),
        ("【这一段话写得很长很长，超过了任何一个字段的名称，所以不是标注】", "太长", False),
    ],
)
def test_a_slip_is_named(text, said, sure):
    slips = cut_sentence(text).slips
    assert [one.sure for one in slips] == [sure]
    assert said in slips[0].message
    assert slips[0].fix


@pytest.mark.parametrize(
    "text",
    [
        "立案【立案：19件】案件",
        "培训【培训：160名】人员",
        "组织【学法：6次】，",
        "化解率达到【化解率】",
        "节约【节约：3万元】",
        "签约【签约：300户】",
        "最近【活动：3次】多部门联合",
        "【户数：30户】左邻右舍",
    ],
)
def test_what_follows_a_whole_figure_is_the_sentences_own(text):
    assert cut_sentence(text).slips == ()


@given(st.text(st.sampled_from("【】：:甲乙约余件12\n。{}%<&\\ "), max_size=60))
def test_nothing_is_lost_and_nothing_raised(text):
    sentence = cut_sentence(text)
    rebuilt = "".join(
        text[one.start : one.end] if isinstance(one, Mark) else one.replace("【", "【【")
        for one in sentence.pieces
    )
    assert rebuilt.replace("【【", "【") == text.replace("【【", "【")
    assert all(text[one.start] == "【" and text[one.end - 1] == "】" for one in sentence.marks)
    assert all(0 <= slip.start < len(text) for slip in sentence.slips)


def test_a_sentence_without_brackets_knows_where_each_character_is_written():
    text = "排查【甲：3件】【【注】"
    bare = without_brackets(text, cut_sentence(text))
    assert bare.text == "排查3件【注】"
    assert bare.places == (0, 1, 2, 2, 8, 10, 11)
    assert [bare.is_free(*span) for span in ((0, 2), (1, 3), (2, 4), (3, 5), (4, 6))] == [
        True, False, False, False, True,
    ]  # fmt: skip
