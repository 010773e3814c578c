"""What copying leaves behind."""

from __future__ import annotations

import pytest

from generator.checks.registry import Example
from generator.checks.sample import SAMPLE, facts
from tests.checks.examples import codes

FAULTS = [
    ("雷同-03", "2022年，全镇共化解纠纷86件。"),
    ("雷同-03", "2022年度，街道组织普法活动26场。"),
    ("雷同-03", "2024年，我镇开展普法宣传32场，化解纠纷56件。"),
    ("雷同-10", "对照《2022年全面依法治区工作要点》，逐项落实。"),
]
SOUND = [
    "2021年，街道成立综合行政执法队；2023年，执法队新增持证人员4名。",
    "街道综合执法队坚持依法办案，组织街道党工委理论学习中心组学法6次。",
    "联合稷山镇司法所开展跨界纠纷调处3次。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]


NAMES = [
    ("雪宫街道党工委高度重视法治建设。", True),
    ("2023年，雪宫街道认真落实“三项制度”。", True),
    ("在雪宫街道党工委的领导下推进工作。", True),
    ("城东街道党工委高度重视法治建设。", False),
    ("街道党工委高度重视，全街道上下齐心。", False),
    ("联合雪宫街道司法所开展跨界调处。", False),
    ("各乡镇街道积极开展活动，兄弟街道前来学习。", False),
    ("推动街道党工委落实责任，指导街道办事处依法履职。", False),
    ("深入乡镇开展宣讲，建强城镇治理队伍。", False),
]


@pytest.mark.parametrize(("text", "foreign"), NAMES)
def test_a_neighbour_s_name_is_found(text, foreign):
    assert ("雷同-04" in codes(text)) is foreign


def test_names_are_not_judged_where_the_unit_is_unknown():
    assert "雷同-04" not in codes("雪宫街道党工委高度重视法治建设。", name="")


@pytest.mark.parametrize(("unit", "differs"), [("雪宫街道办事处", True), ("临淄区稷下街道办事处", False)])
def test_title_and_signature_name_one_unit(unit, differs):
    text = SAMPLE.replace("稷下街道办事处\n\n2024", f"{unit}\n\n2024")
    assert ("雷同-05" in codes(text, name="稷下街道")) is differs


def test_another_s_report_is_known_though_names_and_figures_were_changed():
    other = SAMPLE.replace("稷下", "雪宫").replace("198", "205").replace("50余次", "60余次")
    assert "雷同-06" in codes(Example(SAMPLE, others=(other,)))
    assert "雷同-06" not in codes(Example(SAMPLE, others=("普法活动12场，覆盖群众3000人次。",)))


@pytest.mark.parametrize(("activity", "foreign"), [("雪宫街道集市宣讲", False), ("集市宣讲", True)])
def test_a_neighbour_that_a_field_names_is_meant(activity, foreign):
    """Who is in a field of the facts file is there on purpose; in own words alone it may have been left from elsewhere."""
    told = f"{{活动: [{{名称: {activity}, 场次: 2场}}], 亮点: [法治课堂办进集市大院。雪宫街道组织宣讲队赶大集说法。]}}"
    assert ("雷同-04" in codes(facts(f"法治宣传教育: {told}"))) is foreign
