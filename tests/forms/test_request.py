"""What is known of a unit before its new facts file is written."""

import pytest

from generator.facts.head import Opening
from generator.forms.request import Request


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
    before = Opening.model_validate({"领导": "区委", "成效": "化解198起", "不写": ["纲要"]})
    assert Request.kept(before, {"领导", "不写", "目标"}) == {"领导": "区委", "不写": ("纲要",)}
    assert Request.kept(None, {"领导"}) == {}
