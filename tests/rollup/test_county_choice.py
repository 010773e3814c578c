"""Which totals the county's own report tells."""

from pathlib import Path

import pytest

from generator.rollup.county_choice import chosen_totals
from tests.rollup.units import rolled_up


@pytest.mark.parametrize(
    ("units", "field", "why"),
    [
        (["矛盾纠纷化解:|化解: 5件"], "化解", ""),
        (["学法用法:|中心组学习: 5次"], "中心组学习", "本级另有自己的数"),
        (["法治宣传教育:|法律进机关: 5次"], "法律进机关", "县区不填"),
        (["公共法律服务:|法律援助: 5件", "公共法律服务:|法律援助: 转办5件"], "法律援助", "说法不同"),
        (["公共法律服务:|法律援助: 5件", "公共法律服务:|法律援助: 转办0件"], "法律援助", "说法不同"),
        (
            [
                "公共法律服务:|法律援助: 5件",
                "公共法律服务:|法律援助: 转办5件",
                "公共法律服务:|法律援助: 0件|热线咨询: 3次",
            ],
            "法律援助",
            "说法不同",
        ),
        (["公共法律服务:|法律援助: 转办5件", "公共法律服务:|法律援助: 0件"], "法律援助", ""),
        (
            ["矛盾纠纷化解:|调解: 90件|调解成功: 80件", "矛盾纠纷化解:|调解: 受理20件|调解成功: 15件"],
            "调解成功",
            "",
        ),
        (["矛盾纠纷化解:|调解: 20件", "矛盾纠纷化解:|调解成功: 80件"], "调解成功", "没填“调解”"),
        (["行政执法:|立案: 0件", "行政执法:|立案: 0件"], "立案", ""),
        (["行政执法:|立案: 0件", "行政执法:|办结: 1件"], "立案", "不能说没有"),
        (["行政执法:|立案: 30件|办结: 20件", "行政执法:|立案: 0件"], "办结", ""),
        (["行政执法:|执法人员: 3人|持证人员: 3人", "行政执法:|持证人员: 3人"], "持证人员", "合计还大"),
        (["行政执法:|发现隐患: 3处", "行政执法:|当场纠正: 9处"], "当场纠正", "合计还大"),
        (
            ["行政执法:|发现隐患: {值: 3处, 截至: 2023-11-30}", "行政执法:|当场纠正: 9处"],
            "当场纠正",
            "比“发现隐患”的合计还大，截至的日子不同",
        ),
        (["行政执法:|发现隐患: 30处", "行政执法:|当场纠正: 9处"], "当场纠正", ""),
        (["信访工作:|信访: 83批147人次"], "信访（人次）", "连写的"),
        (
            ["信访工作:|信访: 近83件", "信访工作:|办结: 1件"],
            "信访",
            "自己写成一句：2个单位中1个填报，共近83件",
        ),
        (["信访工作:|信访: 近83件", "信访工作:|信访: 2件"], "信访", ""),
        (["矛盾纠纷化解:|其他数据: {连心桥: 3座}"], "连心桥", "只有一个单位"),
        (["矛盾纠纷化解:|其他数据: {连心桥: 3座}", "矛盾纠纷化解:|其他数据: {连心桥: 2座}"], "连心桥", ""),
        (["矛盾纠纷化解:|活动: [{名称: 甲, 场次: 2场}]"], "活动.场次", "一次次活动"),
        (["大院:|正文: 挂【牌子：3块】。", "大院:|正文: 挂【牌子：3块】。"], "牌子", "自己的主题"),
    ],
)
def test_choice(tmp_path: Path, units: list[str], field: str, why: str) -> None:
    """A total is taken, or told with the reason."""
    given = {f"{at}甲镇": one.replace("|", "\n  ") for at, one in enumerate(units)}
    rolled = rolled_up(tmp_path, given)
    chosen, left = chosen_totals(rolled.totals[2023], rolled.counted.asked_of(2023), rolled.topics, 2023)
    assert [one for one in chosen if one.total.field == field] == [] or not why
    assert [one.why for one in left if one.total.field == field and why not in one.why] == []
    assert [one.why for one in left if one.total.field == field] or not why
    assert why or field in [one.total.field for one in chosen]


@pytest.mark.parametrize(
    ("units", "told"),
    [
        (["立案: 30件|办结: 20件", "立案: 5件|办结: 5件"], {"立案": "35件", "办结": "25件"}),
        (["立案: 30件|办结: 20件", "立案: 5件"], {"立案": "35件", "办结": "不少于20件"}),
        (["立案: 30件|办结: 20件", "办结: 5件"], {"立案": "不少于30件", "办结": "25件"}),
        (["立案: 30件|办结: 20件", "立案: 0件"], {"立案": "30件", "办结": "20件"}),
        (["立案: 30件|办结: 20余件", "立案: 5件"], {"立案": "35件", "办结": "超过20件"}),
        (["立案: 30件|办结: 20余件", "立案: 5件|办结: 0"], {"立案": "35件", "办结": "20余件"}),
        (["执法检查: 30次", "执法检查: 0"], {"执法检查": "30次"}),
        (["执法检查: 30次", "执法检查:"], {"执法检查": "不少于30次"}),
    ],
)
def test_what_some_have_not_reported_is_a_lower_bound(
    tmp_path: Path, units: list[str], told: dict[str, str]
) -> None:
    """Nought is reported, and of nothing there is no part; from a bound no rate is worked out."""
    given = {f"{at}甲镇": "行政执法:\n  " + one.replace("|", "\n  ") for at, one in enumerate(units)}
    rolled = rolled_up(tmp_path, given)
    chosen, _ = chosen_totals(rolled.totals[2023], rolled.counted.asked_of(2023), rolled.topics, 2023)
    assert {one.total.field: str(one.total.amount) for one in chosen} == told
