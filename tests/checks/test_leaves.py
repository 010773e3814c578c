"""What a facts file says, leaf by leaf."""

from generator.checks.leaves import figures_of, leaves
from generator.checks.sample import facts
from tests.checks.examples import material

TOPIC = "法治宣传教育: {普法活动: {值: 50余场, 来源: 司法所}, 亮点: [甲: 建成公园。], 其他数据: {工作手册: 300册}, 活动: [{名称: 集市宣讲, 场次: 2场}]}"


def test_every_text_is_there_under_the_path_that_users_see():
    found = leaves(material(facts(TOPIC)).facts)
    assert found["举措成效.法治宣传教育.普法活动"] == "50余场"
    assert found["举措成效.法治宣传教育.亮点.1.甲"] == "建成公园。"
    assert found["举措成效.法治宣传教育.其他数据.工作手册"] == "300册"
    assert found["举措成效.法治宣传教育.活动.1.场次"] == "2场"
    assert found["不足.1.问题"] == "执法装备不全"
    assert found["单位.上级"] == "临淄区"


def test_typed_figures_keep_their_number():
    found = figures_of(material(facts(TOPIC)).facts)
    assert found["法治宣传教育", "普法活动"].number == 50
    assert ("第一责任人", "领导班子学法") in found
