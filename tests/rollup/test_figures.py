"""The figures of one unit, each with its line."""

from pathlib import Path

import pytest

from generator.rollup.figures import read_figures
from tests.rollup.units import TEMPLATES, write_unit

MEASURES = """
    矛盾纠纷化解:
      排查: 231件
      化解:
      调解成功率: 98%
      其他数据:
        连心桥: 3座
        包村: 是
      活动:
        - {名称: 宣讲, 场次: 2场, 受教育: 120人次}
        - {名称: 下乡, 场次: 3场}
      正文:
        - 调解室单独调处【调解室调处：41起】，受理【调解受理：{值}】件。
    法律顾问:
      合同金额: {值: 3万元, 公开: 否}
    自己的主题:
      做法:
        - 挂牌【牌子：5块】。
"""


def test_every_figure_has_its_line(tmp_path: Path) -> None:
    """Fields, marks, own labels, 其他数据 and 活动; what is empty has no value; what is withheld is known."""
    text = MEASURES.replace("，受理【调解受理：{值}】件", "").replace("合同金额", "顾问经费")
    path = write_unit(tmp_path, "甲镇", text)
    read = read_figures(path, TEMPLATES)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert read.problems == ()
    told = {
        f"{one.topic}.{one.field}": (str(one.value) if one.value else "空", one.own, one.withheld)
        for one in read.figures
    }
    assert told == {
        "矛盾纠纷化解.排查": ("231件", False, False),
        "矛盾纠纷化解.化解": ("空", False, False),
        "矛盾纠纷化解.调解成功率": ("98%", False, False),
        "矛盾纠纷化解.调解室调处": ("41起", True, False),
        "矛盾纠纷化解.连心桥": ("3座", True, False),
        "矛盾纠纷化解.活动.场次": ("3场", True, False),
        "矛盾纠纷化解.活动.受教育": ("120人次", True, False),
        "法律顾问.顾问经费": ("3万元", False, True),
        "自己的主题.牌子": ("5块", True, False),
    }
    for one in read.figures:
        assert one.field.rpartition(".")[2] in lines[one.line - 1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("年度: [", "格式-"),
        ("单位:\n  名称: 甲镇人民政府\n", "没有写年度"),
        ("年度: 2023\n", "没有写单位的名称"),
    ],
)
def test_a_file_that_gives_nothing_says_why(tmp_path: Path, text: str, told: str) -> None:
    """It is named by its whole path, for two folders may have files of one name."""
    path = tmp_path / "甲镇.yaml"
    path.write_text(text, encoding="utf-8")
    read = read_figures(path, TEMPLATES)
    assert read.figures == ()
    assert any(told in f"{one.code}{one.message}" for one in read.problems)
    assert {one.place.file for one in read.problems} == {str(path)}


def test_a_sentence_that_prints_a_comparison_is_read_with_last_years_file(tmp_path: Path) -> None:
    """Else no figure rests on it, and it is not read."""
    write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  化解: 200件", year=2022)
    sentence = "矛盾纠纷化解:\n  化解: 230件\n  正文:\n    - 化解【化解】件，【化解同比】。"
    read = read_figures(write_unit(tmp_path, "甲镇", sentence), TEMPLATES)
    assert [str(one.value) for one in read.figures] == ["230件"]
    assert all(one.code.startswith("标注-03") for one in read.problems)


def test_what_can_be_read_of_a_file_with_mistakes_is_counted(tmp_path: Path) -> None:
    """The mistake is told, the other figures stand."""
    read = read_figures(write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  化解: 很多\n  排查: 5件"), TEMPLATES)
    assert [one.field for one in read.figures] == ["排查"]
    assert [one.code for one in read.problems] == ["事实-01"]
