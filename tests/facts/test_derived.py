"""【排查同比】: a mark that compares a figure with last year's, as the program reckons it."""

import pytest

from generator.facts.loading import readable_facts
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.facts.test_loading import facts, problems

ABOVE = "举措成效:\n  矛盾纠纷化解:\n"
LAST = "年度: 2022\n单位: {名称: 甲镇人民政府}\n举措成效:\n  矛盾纠纷化解: {排查: 7件, 化解: 6件, 正文: 上门【上门：50次】。}\n"


def beside(sentence):
    last = facts("", base=LAST)
    text = f'年度: 2023\n单位: {{名称: 甲镇人民政府}}\n{ABOVE}    排查: 5件\n    正文: "{sentence}"\n'
    source = read_source(text.encode(), "甲.yaml")
    return readable_facts(source, "甲.yaml", Templates(), last)


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("排查【排查】，【排查同比】。", "排查5件，较上年减少2件。"),
        ("化解【化解：6件】，【化解同比】。", "化解6件，与上年持平。"),
        (
            "化解【化解：6件】，化解率【化解率：90%】，【化解率同比】。",
            "化解6件，化解率90%，较上年提高4.3个百分点。",
        ),
        ("上门【上门：60次】，【上门同比】。", "上门60次，较上年增长20%。"),
        ("【矛盾纠纷化解.排查同比】", "较上年减少2件"),
        ("化解【化解：】，【化解同比】。", "化解【待填：化解】，【待填：化解同比】。"),
    ],
)
def test_a_mark_compares_a_figure_with_last_years(sentence, printed):
    read = beside(sentence)
    assert not read.problems
    assert read.facts.topics["矛盾纠纷化解"].sentences[0].text == printed


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("调解【调解：9件】，【调解同比】。", "上年的事实文件里没有“调解”"),
        ("化解【化解：近9件】，【化解同比】。", "本年的近9件与上年的6件比不出"),
        ("【没有同比】", "没有“没有”这个字段"),
    ],
)
def test_a_mark_that_has_nothing_to_compare_with_says_so(sentence, message):
    read = beside(sentence)
    assert message in "".join(one.message for one in (*read.problems, *read.facts.warnings))


def test_a_mark_compares_with_no_file_of_last_year():
    (problem,) = problems(f"{ABOVE}    正文: 排查【排查：9件】，【排查同比】。\n")
    assert (problem.code, "没有上年的事实文件" in problem.message) == ("标注-01", True)
