"""What is known of a unit before its new facts file is written."""

import pytest

from generator.facts.head import OpeningFacts
from generator.facts.loading import facts_from
from generator.forms.request import Request
from generator.resources import Templates
from generator.yamltext.source import read_source


@pytest.mark.parametrize(
    ("name", "level", "unit"),
    [
        ("稷下街道", None, ("稷下街道办事处", "稷下街道", "街道")),
        ("稷下街道办事处", None, ("稷下街道办事处", "稷下街道", "街道")),
        ("城东镇", None, ("城东镇人民政府", "城东镇", "镇")),
        ("马村区", None, ("马村区人民政府", "马村区", "县区")),
        ("区司法局", None, ("区司法局", "区司法局", "部门")),
        ("高新区", "街道", ("高新区办事处", "高新区", "街道")),
        ("某单位", None, ("某单位", "某单位", "")),
        ("人民政府", None, ("人民政府", "人民政府", "")),
    ],
)
def test_a_unit_is_named_by_its_level(name, level, unit):
    known = Request(name, 2024, level).unit()
    assert (known["名称"], known["简称"], known["级别"]) == unit


def test_only_what_stays_is_kept():
    before = OpeningFacts(led_by="区委", effect="化解198起", fulfilling=("甲", "乙"))
    assert Request.kept(before, {"领导", "落实", "目标"}) == {"领导": "区委", "落实": ("甲", "乙")}
    assert Request.kept(None, {"领导"}) == {}


def test_a_name_goes_before_last_years():
    facts = "年度: 2023\n单位: {名称: 甲镇人民政府, 简称: 甲镇, 级别: 镇, 上级: 丙县, 人口: 5万}\n"
    last = facts_from(read_source(facts.encode(), "旧.yaml"), "旧.yaml", Templates())
    same = Request("", 2024, last=last).unit()
    assert (same["名称"], same["级别"], same["人口"]) == (("甲镇人民政府",), "镇", "5万")
    other = Request("乙街道", 2024, last=last).unit()
    assert other == {"名称": "乙街道办事处", "简称": "乙街道", "级别": "街道", "上级": "丙县"}
