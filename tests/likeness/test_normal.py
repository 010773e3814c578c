"""What two sentences have in common when only what is nobody's own differs."""

from functools import cache

import pytest

from generator.likeness.normal import NormalForms
from generator.resources import Templates


@cache
def forms():
    """Give what makes normal forms; not where the tests are collected, which each process of a run does."""
    return NormalForms(("城东镇", "海安市", "刘家村"), Templates())


def normal(text):
    return forms()(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一是组织网格员入户走访231户。", "组织网格员入户走访约1万余户"),
        ("在刘家村设立说事长廊，由老党员轮流坐班。", "在王庄村设立说事长廊，由老党员轮流坐班。"),
        ("我镇组织老党员逐户讲解。", "我街道组织老党员逐户讲解。"),
        ("城东镇把调解室搬进集市。", "西山镇把调解室搬进集市。"),
        ("围绕《民法典》宣讲邻里相处的规矩。", "围绕《中华人民共和国宪法》宣讲邻里相处的规矩。"),
        ("贯彻习近平法治思想，把课堂搬到田头。", "贯彻党的二十大精神，把课堂搬到田头。"),
    ],
)
def test_the_same_but_for_figures_names_and_formulations(one, other):
    assert normal(one) == normal(other) != ""


@pytest.mark.parametrize(
    "text",
    [
        "深入贯彻习近平法治思想和党的二十大精神",
        "落实公众参与、专家论证、风险评估、合法性审查、集体讨论决定",
        "坚持科学立法、严格执法、公正司法、全民守法",
        "《法治政府建设实施纲要（2021—2025年）》",
    ],
)
def test_of_official_wording_little_is_left(text):
    assert len(normal(text)) < 8


@pytest.mark.parametrize("text", ["推进乡村治理", "做好农村宅基地管理", "开展社区矫正", "修订村规民约"])
def test_words_that_only_look_like_places_stay(text):
    assert normal(text) == text


def test_other_words_make_other_forms():
    assert normal("组织网格员入户走访。") != normal("组织调解员入户走访。")
