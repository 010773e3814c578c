"""Which words beside a figure can name what it counts."""

import pytest

from generator.checks.naming import is_name


@pytest.mark.parametrize(
    "label",
    [
        *("走失水牛", "评选和谐社区", "甘蔗砍运纠纷", "村法律明白人", "合法性审查率", "重复信访", "上年立案"),
        *(
            "占道经营",
            "有线广播宣传",
            "用工问题",
            "各类案件",
            "未成年人保护案件",
            "中心学校",
            "按时办结率",
            "班子成员",
        ),
        *("服务对象", "现持证人员", "以案释法", "经营主体", "再就业人员", "先进个人", "在册对象"),
    ],
)
def test_a_name(label):
    assert is_name(label)


@pytest.mark.parametrize(
    "label",
    [
        *("本人", "涉及", "剩余", "参加", "常驻", "合同必须送司法所", "决定为司法所配备公益性岗位", "有的"),
        *("村和社区各", "外来人口基本没有", "占信访总量", "因材料不齐退件", "河畔议事亭覆盖", "处罚权只行使"),
        *(
            "帮助审查",
            "任务分给",
            "上半年",
            "物业纠纷下降",
            "实际能够",
            "村原来写有",
            "要等项目",
            "平均每个村",
        ),
    ],
)
def test_no_name(label):
    assert not is_name(label)
