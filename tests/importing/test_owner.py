"""Whose report it is."""

import pytest

from generator.importing.owner import owner_of_report


@pytest.mark.parametrize(
    ("title", "signed", "short", "level", "superior", "names"),
    [
        (
            "南江市清河区云岭街道办事处2020年法治政府建设年度报告",
            ("南江市清河区云岭街道办事处",),
            "云岭街道",
            "街道",
            "清河区",
            1,
        ),
        ("清河县云岭镇2021年法治政府建设工作报告", ("清河县云岭镇人民政府",), "云岭镇", "镇", "清河县", 1),
        ("云岭镇2023年度法治政府建设情况报告", (), "云岭镇", "镇", "", 0),
        ("2020年度法治政府建设工作报告", ("中共青山区委", "青山区人民政府"), "青山区", "县区", "", 2),
        ("云岭镇人民政府关于2023年度法治政府建设情况的报告", (), "云岭镇", "镇", "", 1),
        ("法治政府建设年度报告", (), "", None, "", 0),
    ],
)
def test_title_and_signature_tell(title, signed, short, level, superior, names):
    owner = owner_of_report(title, signed, (), "")
    assert (owner.short, owner.level, owner.superior, len(owner.names)) == (short, level, superior, names)


@pytest.mark.parametrize(
    ("title", "opening", "year"),
    [
        ("云岭镇2023年度报告", "", 2023),
        ("云岭镇法治政府建设报告", "2022年，云岭镇……", 2022),
        ("报告", "今年", None),
    ],
)
def test_the_year(title, opening, year):
    assert owner_of_report(title, (), (), opening).year == year
