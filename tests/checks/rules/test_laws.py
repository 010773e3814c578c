"""Laws before they were in force, after they were repealed, and by a wrong name."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("提法-06", "依据《反电信网络诈骗法》查处案件3起。", 2021),
    ("提法-06", "按照新修订的《行政复议法》办理案件2件。", 2023),
    ("提法-06", "依据新修订的《治安管理处罚法》查处案件11起。", 2025),
    ("提法-06", "贯彻《民营经济促进法》，服务企业40家。", 2024),
    ("提法-07", "依据《婚姻法》调处纠纷17件。", 2022),
    ("提法-07", "严格执行《信访条例》。", 2023),
    ("提法-07", "依照《水污染防治法》查处10月的排污案件1起。", 2026),
    ("提法-08", "宣传《未成年保护法》。", 2023),
    ("提法-08", "宣传《道路安全交通法》。", 2023),
    ("提法-08", "学习《行政复仪法》。", 2023),
    ("提法-08", "贯彻《中华人民共和国乡村振兴法》。", 2023),
    ("提法-08", "落实《农民工工资支付条例》。", 2023),
    ("提法-08", "学习《人民调解法律》。", 2023),
]
SOUND = [
    ("学习宣传《反电信网络诈骗法》。", 2022),
    ("学习新修订的《行政复议法》，为2024年1月1日施行做好准备。", 2023),
    ("依据《行政复议法》办理案件2件。", 2023),
    ("依据《合同法》审查合同24份。", 2020),
    ("2021年《民法典》施行后，《合同法》同时废止。", 2021),
    ("学习《劳动合同法》《市场主体登记管理条例》。", 2023),
    ("执行《××省优化营商环境条例》《物业管理条例》。", 2023),
    ("总结出《三步工作法》《矛盾纠纷调处办法》。", 2023),
    ("《生态环境法典》施行前，依照《大气污染防治法》查处案件4件。", 2026),
    ("依照《刑法》《宪法》《村委会组织法》办事。", 2023),
]


@pytest.mark.parametrize(("code", "text", "year"), FAULTS)
def test_a_fault_is_found(code, text, year):
    assert code in codes(text, year=year)


@pytest.mark.parametrize(("text", "year"), SOUND)
def test_what_is_sound_passes(text, year):
    assert not [code for code in codes(text, year=year) if code.startswith("提法")]
