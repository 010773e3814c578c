"""Who of the notice's list has sent nothing is named, and counts among those that were asked."""

from pathlib import Path

from generator.rollup.listed import notice_for, with_absent
from generator.rollup.outputs import roll_up
from generator.rollup.totals import missing_units
from generator.rollup.units import gather_units
from tests.cli.command import nianbao
from tests.rollup.units import TEMPLATES, total_of, write_unit

NOTICE = "年度: 2023\n单位:\n  - 甲镇\n  - {名称: 乙街道, 又称: 乙街办}\n  - 白水镇\n"


def test_who_is_missing_is_asked_all_the_same(tmp_path: Path) -> None:
    """By name, in the total's 应填单位 and on the screen; a unit that is not on the list is told too."""
    (tmp_path / "上级通知.yaml").write_text(NOTICE, encoding="utf-8")
    for name in ("甲镇", "乙街办", "丙镇"):
        write_unit(tmp_path, name, "矛盾纠纷化解:\n  化解: 5件")
    notice = notice_for([tmp_path], None)
    assert notice == tmp_path / "上级通知.yaml"
    counted = with_absent(gather_units([tmp_path], TEMPLATES), notice, TEMPLATES)
    assert [one.unit for one in counted.absent] == ["白水镇"]
    assert [one.unit for one in counted.unlisted] == ["丙镇"]
    total = total_of(roll_up(counted, TEMPLATES, None, ""), "矛盾纠纷化解.化解")
    assert (total.asked, len(total.reporting), str(total.amount)) == (4, 3, "15件")
    missing = missing_units(total, counted.asked_of(2023), roll_up(counted, TEMPLATES, None, "").topics)
    assert [one.unit for one in missing] == ["白水镇"]
    ended = nianbao("rollup", ".", "-o", "县/全县.yaml", cwd=tmp_path)
    assert ended.returncode == 0
    told = ended.stdout.decode()
    assert "通知的名单上有3个单位，没有交或没有计入的1个：白水镇。不在名单上、照样计入的：丙镇。" in told
    assert "没有它们的数：白水镇" in (tmp_path / "县" / "全县.yaml").read_text(encoding="utf-8")


def test_a_notice_of_another_year_asks_nothing(tmp_path: Path) -> None:
    """And without one there is no list."""
    write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  化解: 5件", year=2022)
    assert notice_for([tmp_path], None) is None
    notice = tmp_path / "通知.yaml"
    notice.write_text(NOTICE, encoding="utf-8")
    counted = gather_units([tmp_path], TEMPLATES)
    assert with_absent(counted, notice, TEMPLATES) == counted
