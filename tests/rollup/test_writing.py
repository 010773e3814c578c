"""A county's facts file that a person has filled in gets the new totals, and keeps every word of his."""

from pathlib import Path

from generator.facts import load_facts
from generator.rollup.opening import lines_behind
from generator.rollup.writing import write_output
from tests.cli.command import nianbao
from tests.rollup.units import rolled_up, write_unit

UNITS = {
    "甲镇": "矛盾纠纷化解:\n  排查: 6件\n  化解: 5件\n信访工作:\n  信访: 3件",
    "乙街道": "矛盾纠纷化解:\n  排查: 9件\n  化解: 7件\n信访工作:\n  信访: 4件",
}
MORE = UNITS | {"丙镇": "矛盾纠纷化解:\n  排查: 9件\n  化解: 9件\n信访工作:\n  信访: 2件\n  办结: 2件"}
OWN = "不足:\n  - 问题: 执法力量不足  # 王科长定\n    原因: 人员少\n"


def _filled_in(folder: Path) -> Path:
    write_output(rolled_up(folder / "乡镇", UNITS), folder / "汇总", force=False)
    path = folder / "汇总" / "临江区-2023.yaml"
    text = path.read_text(encoding="utf-8").replace("不足:\n", OWN)
    line = next(one for one in text.splitlines() if "信访: {" in one)
    path.write_text(text.replace(line, "      信访: {值: 20件, 来源: 含县直部门}"), encoding="utf-8")
    return path


def test_his_words_stay_and_the_totals_are_of_this_run(tmp_path: Path) -> None:
    """Also the second time; a total whose 来源 is his own stays, and is told beside the new one."""
    path = _filled_in(tmp_path)
    for changes in (3, 0):
        written = write_output(rolled_up(tmp_path / "乡镇", MORE), tmp_path / "汇总", force=False)
        (renewed,) = (one for one in written if one.renewed)
        assert (renewed.path, renewed.kept) == (path, None)
        assert len(renewed.changes) == changes + 1
        assert "信访工作.信访 手工写的20件没有动，这次合计9件" in renewed.changes
    text = path.read_text(encoding="utf-8")
    assert OWN in text
    assert "信访: {值: 20件, 来源: 含县直部门}" in text
    assert "由3个乡镇（街道）的事实文件汇总。" in text
    topics = load_facts(path).topics
    assert str(topics["矛盾纠纷化解"].values["化解"]) == "21件"
    assert str(topics["信访工作"].values["办结"]) == "不少于2件"


def test_a_number_that_he_changed_and_a_line_that_he_took_out_stay_so(tmp_path: Path) -> None:
    """Though the 来源 is still ours, for it does not come to its lines."""
    path = _filled_in(tmp_path)
    text = path.read_text(encoding="utf-8").replace("化解: {值: 12件", "化解: {值: 15件")
    path.write_text(
        "".join(one for one in text.splitlines(keepends=True) if "排查: {" not in one), encoding="utf-8"
    )
    written = write_output(rolled_up(tmp_path / "乡镇", MORE), tmp_path / "汇总", force=False)
    (renewed,) = (one for one in written if one.renewed)
    assert set(renewed.changes) == {
        "矛盾纠纷化解.化解 手工写的15件没有动，这次合计21件",
        "矛盾纠纷化解.排查 文件里没有这一项，没有添，这次合计24件",
        "信访工作.信访 手工写的20件没有动，这次合计9件",
        "信访工作.办结 新添：不少于2件",
    }


def test_what_the_command_says(tmp_path: Path) -> None:
    """Which totals are renewed, from what to what."""
    _filled_in(tmp_path)
    write_unit(tmp_path / "乡镇", "丙镇", "矛盾纠纷化解:\n  化解: 9件")
    told = nianbao("rollup", "乡镇", "-o", "汇总", "--name", "临江区", cwd=tmp_path)
    assert told.returncode == 0
    assert "已更新：汇总/临江区-2023.yaml" in told.stdout.decode()
    assert "矛盾纠纷化解.化解 12件→21件" in told.stdout.decode()


def test_what_he_explained_stays_until_the_figures_are_others(tmp_path: Path) -> None:
    """That the others have none, and the exact number; after that it is to be looked at again."""
    units = UNITS | {"丙镇": "信访工作:\n  信访: 2件"}
    write_output(rolled_up(tmp_path / "乡镇", units), tmp_path / "汇总", force=False)
    path = tmp_path / "汇总" / "临江区-2023.yaml"
    text = path.read_text(encoding="utf-8")
    assert "化解: {值: 不少于12件, 来源: 3个乡镇（街道）中2个填报（缺丙镇），明细见" in text
    mine = "化解: {值: 12件, 来源: 3个乡镇（街道）中2个填报，其余没有，明细见"
    path.write_text(
        text.replace("化解: {值: 不少于12件, 来源: 3个乡镇（街道）中2个填报（缺丙镇），明细见", mine),
        encoding="utf-8",
    )
    (done,) = (
        one
        for one in write_output(rolled_up(tmp_path / "乡镇", units), tmp_path / "汇总", force=False)
        if one.renewed
    )
    assert (done.changes, mine in path.read_text(encoding="utf-8")) == ((), True)
    units["甲镇"] = units["甲镇"].replace("化解: 5件", "化解: 6件")
    (done,) = (
        one
        for one in write_output(rolled_up(tmp_path / "乡镇", units), tmp_path / "汇总", force=False)
        if one.renewed
    )
    assert done.changes == ("矛盾纠纷化解.化解 12件→不少于13件，原来写明的“其余……”请重新核实",)


def test_explaining_says_where_the_lines_are_of_another_run(tmp_path: Path) -> None:
    """By how many units there are, and by what their figures come to."""
    path = _filled_in(tmp_path)
    text = path.read_text(encoding="utf-8")
    heading = next(one for one in text.splitlines() if one.endswith("信访工作:")).strip(" :")
    field = f"举措成效.{heading}.矛盾纠纷化解.化解"
    origin = "2个乡镇（街道）中2个填报，明细见临江区-2023-明细.csv"
    assert len(lines_behind(field, origin, path)) == 2
    path.write_text(text.replace("化解: {值: 12件", "化解: {值: 15件"), encoding="utf-8")
    *_, doubt = lines_behind(field, origin, path)
    assert doubt.startswith("注意：以上各数相加，不是文件里写的15件")
    *_, doubt = lines_behind(field, origin.replace("2个填报", "1个填报"), path)
    assert doubt.startswith("注意：来源写的是1个填报，临江区-2023-明细.csv 里有2个")


def test_the_head_is_renewed_as_windows_saves_it(tmp_path: Path) -> None:
    """With its line ends and its mark; how many units the totals are of stands there."""
    path = _filled_in(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    write_output(rolled_up(tmp_path / "乡镇", MORE), tmp_path / "汇总", force=False)
    text = path.read_bytes().decode()
    assert text.startswith("\ufeff# 临江区")
    assert "由3个乡镇（街道）的事实文件汇总。\r\n" in text
    assert text.count("\n") == text.count("\r\n")
