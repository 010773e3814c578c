"""Rows of tables as offices send them: where the measure stands, what a remark tells, what a sum leaves out."""

import pytest

from generator.suggesting.suggestion import Standing
from tests.suggesting.test_suggest import suggested


def sure(text):
    return {f"{one.name}: {one.value}" for one in suggested(text).of(Standing.NEW)}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("项目\t数\t说明\n首违不罚\t214\t件，不在案件数里", {"行政执法.首违免罚: 214件"}),
        ("项目\t数\t说明\n执法检查\t1820\t次，余", {"行政执法.执法检查: 1820余次"}),
        ("项目\t数\t说明\n听证\t0\t没有当事人要求", {"行政执法.听证: 0次"}),
        (
            "项目\t数\t说明\n执法人员\t14人\t持行政执法证的12人",
            {"行政执法.执法人员: 14人", "行政执法.持证人员: 12人"},
        ),
        ("项目\t数\t说明\n行政复议\t3件\t含2024年那1件", set()),
        ("项目\t数\t说明\n行政复议\t36\t宗，漏了12月的2宗", set()),
        ("项目\t数\t说明\n案卷评查\t10\t卷", set()),
        (
            "类别\t件数\t备注\n市容\t20\t\n合计\t63\t\n轻微违法不予处罚\t22\t不在63件内",
            {"行政执法.轻微免罚: 22件"},
        ),
    ],
)
def test_a_row_is_taken_with_the_measure_that_stands_beside_it(text, taken):
    assert sure(text) == taken


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("镇政府会议学法9次", set()),
        ("党委会学法9次", {"学法用法.党委会学法: 9次"}),
        ("法治文化阵地34个，其中法治公园2个", set()),
        ("建成法治文化阵地2处", {"法治宣传教育.法治文化阵地: 2处"}),
        ("书记：\n领导包案5件", set()),
        ("领导包案5件", {"信访工作.包案件数: 5件"}),
        ("书记\n政府办公会学法4次", {"学法用法.办公会学法: 4次"}),
        ("合同审查64份", {"合法性审查.合同审查: 64份"}),
        ("受理1126件", set()),
        ("普法活动参与4.6万人次", set()),
    ],
)
def test_what_is_one_body_s_or_was_there_before_is_not_taken_for_the_whole(text, taken):
    assert sure(text) == taken


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("1至11月人民调解受理矛盾纠纷83件", "2024-11-30"),
        ("1—12月受理矛盾纠纷83件", "None"),
        ("1月1日至11月30日受理矛盾纠纷83件", "2024-11-30"),
    ],
)
def test_what_was_counted_since_january_ends_with_its_last_month(text, until):
    (one,) = suggested(text).of(Standing.NEW)
    assert (one.value, str(one.until)) == ("83件", until)


def test_a_quarter_is_no_year():
    assert not suggested("1至3月受理矛盾纠纷83件").of(Standing.NEW)
