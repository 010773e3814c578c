"""The order in which keys belong."""

from generator.arranging.order import ordered_keys
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())


@each(
    ("path", "keys", "order"),
    [
        ((), "单位 年度", "年度 单位"),
        ((), "计划 别的 年度", "年度 计划 别的"),
        (("单位",), "上级 名称", "名称 上级"),
        (("单位", "辖区"), "社区 村", "村 社区"),
        (("通知", "部分标题"), "计划 不足", "不足 计划"),
        (("不足", 0), "原因 问题 公开", "问题 公开 原因"),
        (("举措成效",), "乙 行政执法 甲", "乙 行政执法 甲"),
        (("举措成效", "行政执法"), "办结 立案 正文 办结率 立案2", "立案 办结 正文 办结率 立案2"),
        (("举措成效", "标题", "行政执法"), "办结 立案", "立案 办结"),
        (("举措成效", "行政执法", "活动", 0), "场次 名称", "名称 场次"),
        (("举措成效", "行政执法", "正文", 0), "公开 正文", "公开 正文"),
        (("举措成效", "行政执法", "其他数据"), "乙 甲", "乙 甲"),
        (("第一责任人",), "听取汇报 领导班子学法 强化领导", "听取汇报 领导班子学法 强化领导"),
    ],
)
def test_keys_in_order(path, keys, order):
    names = keys.split()
    assert [names[place] for place in ordered_keys(path, names, TOPICS)] == order.split()
