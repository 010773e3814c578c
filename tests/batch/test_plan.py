"""What is done by whom, and what tells the names of reports apart."""

from pathlib import Path

import pytest

from generator.batch.plan import Part, glance_at, plan_jobs, read_part, unit_marks
from generator.problems import UserError


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("年度: 2023\n单位:\n  名称: 稷下街道办事处\n  简称: 稷下街道\n  级别: 街道\n", "稷下街道2023年"),
        ("单位:\n  名称: 稷下街道办事处\n年度: 2023\n", "稷下街道办事处2023年"),
        ("年度: '2023'\n单位: {名称: \"稷下街道办事处\", 级别: 街道}\n", "稷下街道办事处2023年"),
        ("年度: 2023\n单位:\n  名称:\n    - 城东镇党委\n    - 城东镇人民政府\n", "城东镇党委2023年"),
        (
            "年度: 2023\n单位: # 名称: 别处\n\n  # 简称: 旧名\n  名称: 城东镇人民政府  # 全称\n",
            "城东镇人民政府2023年",
        ),
        ("年度: 2023\n举措成效:\n  活动:\n    - 名称: 宪法宣传周\n单位:\n  简称: 城东镇\n", "城东镇2023年"),
        ("年度: 2023\n单位:\n举措成效:\n  名称: 不是单位\n", ""),
        ("单位:\n  名称: 城东镇人民政府\n", ""),
        ("年度: 2023\n单位:\n  名称: |\n    城东镇\n", ""),
        ("\x00\xff", ""),
    ],
)
def test_the_label_is_seen_at_a_glance(tmp_path, text, label):
    path = tmp_path / "甲.yaml"
    path.write_text(text, encoding="utf-8")
    assert glance_at(path).label == label
    path.write_text(text, encoding="gb18030")
    assert glance_at(path).label == label
    assert glance_at(tmp_path / "没有.yaml").label == ""


def test_marks_are_all_different_and_such_as_windows_takes(tmp_path):
    long = "很长的文件夹" * 8
    paths = [
        tmp_path / one
        for one in (
            "甲-2023.yaml",
            "甲-2023.yml",
            "甲/甲-2023.yaml",
            "a.yaml",
            "A.yaml",
            f"{long}/甲.yaml",
            f"{long}/乙/甲.yaml",
        )
    ]
    marks = unit_marks(paths)
    assert len({one.casefold() for one in marks}) == len(paths)
    assert marks[:4] == ["甲-2023", marks[1], "甲-甲-2023", "a"]
    assert max(map(len, marks)) <= 24
    assert marks == unit_marks(paths)


def test_marks_of_41_000_files_are_made_at_once():
    marks = unit_marks([Path(f"县{number % 41}/镇{number}.yaml") for number in range(41_000)])
    assert len(set(marks)) == 41_000


def test_a_year_that_is_not_asked_for_is_left_out(tmp_path):
    for name, year in (("甲", 2022), ("乙", 2023)):
        (tmp_path / f"{name}.yaml").write_text(f"年度: {year}\n单位:\n  名称: 甲镇\n", encoding="utf-8")
    (tmp_path / "丙.yaml").write_text("年度: [\n", encoding="utf-8")
    jobs = plan_jobs(sorted(tmp_path.glob("*.yaml")), {}, year=2023)
    assert [one.source.name for one in jobs] == ["丙.yaml", "乙.yaml"]  # what cannot be read is to be told


def test_parts_share_the_files_among_them(tmp_path):
    """Each file falls to one part, and to the same one whatever other files there are."""
    paths = [tmp_path / f"第{number}镇.yaml" for number in range(60)]
    shares = [{one.source for one in plan_jobs(paths, {}, Part(part, 4))} for part in range(1, 5)]
    assert sorted(path for share in shares for path in share) == sorted(paths)
    assert all(shares)
    fewer = {one.source for one in plan_jobs(paths[:30], {}, Part(2, 4))}
    assert fewer == shares[1] & set(paths[:30])


@pytest.mark.parametrize("written", ["", "3", "0/3", "4/3", "3/0", "a/b", "-1/3", "3/8/9"])
def test_a_part_that_is_none(written):
    with pytest.raises(UserError, match="哪一部分"):
        read_part(written)
    assert read_part("3/8") == Part(3, 8)
