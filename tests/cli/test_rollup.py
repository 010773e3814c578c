"""`nianbao rollup`: what is printed, what is written, what is wrong."""

from pathlib import Path

from tests.cli.command import nianbao, said
from tests.rollup.units import write_unit


def _units(folder: Path) -> None:
    write_unit(folder / "乡镇", "甲镇", "矛盾纠纷化解:\n  化解: 200余起")
    write_unit(folder / "乡镇", "乙街道", "矛盾纠纷化解:\n  化解: 31件\n学法用法:\n  平均分: 95分")


def test_without_output_the_totals_are_printed(tmp_path: Path) -> None:
    """With who reported them, and what is not added up."""
    _units(tmp_path)
    process = nianbao("rollup", "乡镇", cwd=tmp_path)
    assert process.returncode == 0
    assert said(process).splitlines() == [
        "学法用法",
        "    平均分  不相加  （2个乡镇（街道）中1个填报）",
        "矛盾纠纷化解",
        "    化解  超过231件  （2个乡镇（街道）中2个填报）",
        "共2份事实文件：2023年度2个乡镇（街道）。1项有合计，1项没有判断离群（填报的不到3个单位，或大多填0）。",
    ]


def test_outputs_and_the_countys_report(tmp_path: Path) -> None:
    """Several at once; explain opens the county's sums; what was changed by hand stays."""
    _units(tmp_path)
    process = nianbao("rollup", "乡镇", "-o", "全县.yaml", "-o", "表.xlsx", "--name", "临江县", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert {one.name for one in tmp_path.glob("*.*")} >= {"全县.yaml", "全县-明细.csv", "表.xlsx"}
    explained = nianbao("explain", "全县.yaml", cwd=tmp_path)
    assert "甲镇  200余起  乡镇/甲镇-2023.yaml:7" in said(explained)
    (tmp_path / "全县.yaml").write_text("年度: 2023\n", encoding="utf-8")
    again = nianbao("rollup", "乡镇", "-o", "全县.yaml", "-q", cwd=tmp_path)
    assert again.returncode == 1
    assert "--force" in said(again)
    forced = nianbao("rollup", "乡镇", "-o", "全县.yaml", "--force", cwd=tmp_path)
    assert "另存为" in said(forced)


def test_a_total_is_opened(tmp_path: Path) -> None:
    """With file and line, and who has none."""
    _units(tmp_path)
    write_unit(tmp_path / "乡镇", "丙镇", "矛盾纠纷化解:\n  排查: 5件")
    write_unit(tmp_path / "乡镇", "丁镇", "矛盾纠纷化解:\n  化解:")
    text = said(nianbao("rollup", "乡镇", "--explain", "矛盾纠纷化解.化解", cwd=tmp_path))
    assert "    乙街道  31件  乡镇/乙街道-2023.yaml:7" in text
    assert "    待填：丁镇" in text
    assert "    没有填：丙镇" in text


def test_mistakes_are_told_and_the_rest_is_added_up(tmp_path: Path) -> None:
    """By file and line, with what to do; the exit status says so."""
    _units(tmp_path)
    write_unit(tmp_path / "乡镇", "丙镇", "矛盾纠纷化解:\n  化解: 很多")
    write_unit(tmp_path / "又", "甲镇", "矛盾纠纷化解:\n  化解: 9件")
    process = nianbao("rollup", "乡镇", "又", cwd=tmp_path)
    assert process.returncode == 1
    assert "化解  超过231件  （3个乡镇（街道）中2个填报）" in said(process)
    assert "乡镇/丙镇-2023.yaml:7:5  事实-01 错误" in said(process)
    assert "又/甲镇-2023.yaml  汇总-02 错误" in said(process)
    assert "1份没有计入" in said(process)


def test_wrong_usage(tmp_path: Path) -> None:
    """Another year, another suffix, a folder without facts files, a name that is none."""
    _units(tmp_path)
    (tmp_path / "空").mkdir()
    for arguments in (
        ("乡镇", "--year", "2019"),
        ("乡镇", "--year", "去年"),
        ("乡镇", "-o", "表.docx"),
        ("空",),
        ("乡镇", "--explain", "没有这一项"),
    ):
        process = nianbao("rollup", *arguments, cwd=tmp_path)
        assert process.returncode == 2, arguments


def test_a_total_that_is_opened_tells_only_what_concerns_it(tmp_path: Path) -> None:
    """What is wrong elsewhere in the same file is none of its business."""
    _units(tmp_path)
    write_unit(tmp_path / "乡镇", "丙镇", "行政执法:\n  立案: 5件\n  办结: 8件\n矛盾纠纷化解:\n  化解: 3件")
    other = nianbao("rollup", "乡镇", "--explain", "矛盾纠纷化解.化解", cwd=tmp_path)
    assert (other.returncode, "办结" in said(other)) == (0, False)
    own = nianbao("rollup", "乡镇", "--explain", "行政执法.办结", cwd=tmp_path)
    assert (own.returncode, "办结8件，超过了立案5件" in said(own)) == (1, True)


def test_what_the_countys_file_leaves_out_is_said(tmp_path: Path) -> None:
    """And what it tells as a lower bound only, and who filled nothing in."""
    write_unit(tmp_path / "乡镇", "甲镇", "公共法律服务:\n  法律援助: 5件\n法律明白人:\n  法律明白人: 31名")
    write_unit(tmp_path / "乡镇", "乙街道", "公共法律服务:\n  法律援助: 转办3件")
    write_unit(tmp_path / "乡镇", "丙镇", "公共法律服务:\n  法律援助:")
    text = said(nianbao("rollup", "乡镇", "-o", "全县.yaml", cwd=tmp_path))
    left = "公共法律服务.法律援助 5件、公共法律服务.法律援助（转办） 3件：各单位说法不同，请选定一种"
    assert left in text
    assert "没有报齐、写成“不少于”或“超过”的1项：法律明白人.法律明白人；" in text
    assert "交来的文件里一个数也没有填的：丙镇。" in text
