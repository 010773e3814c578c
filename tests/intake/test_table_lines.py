"""Tables become phrases: what heads row and column, and the figure where they meet."""

import pytest

from generator.intake.sheets import text_sheet
from generator.intake.table_lines import is_table_figure, table_figures


def read(text):
    return [
        (one.label, one.written, one.unit, one.context, one.year, one.part)
        for one in table_figures(text_sheet(text))
    ]


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        (
            "序号,项目,2023年,2024年,备注\n1,矛盾纠纷排查（件）,156,172,含网格\n",
            [
                ("矛盾纠纷排查", "156", "件", "", "2023年", False),
                ("矛盾纠纷排查", "172", "件", "", "2024年", False),
            ],
        ),
        (
            "指标,数值,单位\n执法人员,8,人\n热线满意率,98.6%,\n",
            [("执法人员", "8", "人", "", "", False), ("热线满意率", "98.6%", "", "", "", False)],
        ),
        (
            "村名,网格（个）\n白云村,3\n红旗村,4\n合计,7\n",
            [
                ("白云村网格", "3", "个", "", "", True),
                ("红旗村网格", "4", "个", "", "", True),
                ("网格", "7", "个", "", "", False),
            ],
        ),
        (
            "月份,排查（件）\n1月,12\n全年合计,12\n",
            [("1月排查", "12", "件", "", "", True), ("排查", "12", "件", "", "", False)],
        ),
        (
            "类别,指标,单位,全年\n社区矫正,解除矫正,人,4\n,走访,次,72\n",
            [("解除矫正", "4", "人", "社区矫正", "", False), ("走访", "72", "次", "社区矫正", "", False)],
        ),
        (
            "科室,数据项,2024年,单位\n执法队,立案,64,件\n",
            [("立案", "64", "件", "执法队", "2024年", False)],
        ),
        ("应急办,2024年\n安全检查（次）,88\n", [("安全检查", "88", "次", "应急办", "2024年", False)]),
        (
            "执法队,,\n立案,10件,\n办结,10件,\n",
            [("立案", "10件", "", "执法队", "", False), ("办结", "10件", "", "执法队", "", False)],
        ),
        ("联系人,李明\n电话,13812345678\n", []),
        ("", []),
    ],
)
def test_a_figure_has_the_words_of_its_row_and_column(table, figures):
    assert read(table) == figures


def test_an_empty_row_begins_another_table():
    assert read("项目,数量\n排查,5件\n,\n村,网格（个）\n合计,7\n")[1][0] == "网格"


@pytest.mark.parametrize("text", ["231", "1.2万余份", "1,200", "97.4%", "约30场", "12件左右"])
def test_a_figure_is_told(text):
    assert is_table_figure(text)


@pytest.mark.parametrize(
    "text", ["1月", "2024年", "一季度", "3组", "13812345678", "含专职5名", "12·4宣传", ""]
)
def test_a_label_with_digits_is_none(text):
    assert not is_table_figure(text)
