"""Parts against their whole, sums against what is added up."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("数据-05", "行政应诉案件5件，胜诉6件。"),
    ("数据-05", "共受理案件30件，其中行政处罚案件32件。"),
    ("数据-05", "应到会40人，实到42人。"),
    ("数据-05", "全年排查矛盾纠纷210件，成功化解215件。"),
    ("数据-05", "立案19件，办结20件，罚款2万元。"),
    ("数据-06", "全年调解纠纷86件，其中邻里纠纷30件、婚姻家庭纠纷28件、土地纠纷20件、其他纠纷10件。"),
    ("数据-06", "发放宣传手册300册、折页500册，共计900册。"),
    ("数据-06", "审查合同文件50件（民事合同30件、行政协议15件、其他8件）。"),
    ("数据-06", "共办理行政执法案件48件，其中简易程序20件，普通程序30件。"),
    ("数据-06", "纠纷类型中，邻里、婚姻、土地纠纷分别占40%、35%、30%。"),
    ("数据-06", "邻里纠纷占40%、婚姻纠纷占35%、其他占30%。"),
    ("数据-06", "共有调解员86名，其中专职20名、兼职60名、其他10名。"),
]
SOUND = [
    "共有党员86名，其中女党员40名、35岁以下党员50名。",
    "邻里、婚姻、土地纠纷分别占40%、35%、20%。",
    "党员占60%，大学以上占70%。",
    "邻里纠纷占40%、婚姻纠纷占35%、其他占25%。",
    "立案19件，办结20件（含上年结转2件）。",
    "全年调解纠纷86件，其中婚姻家庭纠纷30件、邻里纠纷28件。",
    "全镇设网格81个，其中一级网格1个、二级网格13个、三级网格67个。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]
