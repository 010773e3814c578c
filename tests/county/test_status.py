"""Who has sent what: the stage of each unit, what belongs to nobody, what came twice, and the days that are left."""

import os
from datetime import date
from pathlib import Path

import pytest

from generator.batch.batch import make_reports
from generator.batch.order import BatchOrder
from generator.commands.check import check_file
from generator.commands.render import Wishes, is_gap
from generator.commands.steps import Given
from generator.county.stage import Stage
from generator.county.status import county_progress
from generator.problems import FactsError, UserError
from tests.county.folders import EMPTY_FORM, FACTS, NOTICE, TODAY, county, progress, unit
from tests.county.words import word_file

WHOLE = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: 18件}")


@pytest.mark.parametrize(
    ("facts", "stage"),
    [
        (FACTS, Stage.UNFILLED),
        (WHOLE, Stage.DONE),
        (WHOLE.replace("6次", ""), Stage.UNFILLED),
        (WHOLE.replace("6次", "[]"), Stage.WRONG),
        (WHOLE + "标题: 年度报告\n", Stage.AGAINST),
        (WHOLE.replace("2024-01-20", "2024-02-21"), Stage.AGAINST),
        (WHOLE + "# 请核对：日期\n其他情况: 无别的情况。\n", Stage.DOUBTED),
        (WHOLE.replace("：服务站正在改建", "："), Stage.WRONG),
        (WHOLE.replace(", 原因: 执法办尚未配备执法记录仪", ""), Stage.DOUBTED),
        (WHOLE.replace("执法装备不全, 原因: ", "执法装备不全, 表现: 主要是"), Stage.DONE),
    ],
)
def test_a_unit_is_as_far_as_the_first_thing_to_do(tmp_path: Path, facts: str, stage: Stage) -> None:
    """Errors come before gaps, these before doubts and what is not as the notice wants it."""
    found = progress(county(tmp_path, 云岭街道=facts))
    assert unit(found, "云岭街道").stage is stage
    assert unit(found, "石桥镇").stage is Stage.MISSING


@pytest.mark.parametrize(
    ("changed", "stage"),
    [
        ({}, Stage.BLANK),
        ({"  化解: ": "  化解: 12起"}, Stage.UNFILLED),
        ({"  - 问题: ": "  - 问题: 执法力量薄弱"}, Stage.UNFILLED),
        ({"导语:": "导语: {目标: 建设法治政府}"}, Stage.UNFILLED),
    ],
)
def test_a_form_in_which_nothing_is_filled_is_blank(
    tmp_path: Path, changed: dict[str, str], stage: Stage
) -> None:
    """What stands for what is missing is no word of the report; one value makes it a report that is begun."""
    form = EMPTY_FORM
    for old, new in changed.items():
        assert f"{old}\n" in form
        form = form.replace(f"{old}\n", f"{new}\n", 1)
    one = unit(progress(county(tmp_path, 石桥镇=form)), "石桥镇")
    assert one.stage is stage
    assert one.sent is not None
    assert (one.sent.words == 0, one.reminders == ()) == (stage is Stage.BLANK,) * 2


def test_what_is_asked_for_by_name_is_counted_apart_from_other_gaps(tmp_path: Path) -> None:
    """An empty key that the notice names is no second gap."""
    facts = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: }").replace("6次", "")
    one = unit(progress(county(tmp_path, 云岭街道=facts)), "云岭街道")
    assert one.required == ("行政执法.办结",)
    assert [gap.field for gap in one.gaps] == ["第一责任人.领导班子学法"]
    assert one.sent is not None
    assert one.sent.excused == (("公共法律服务", "服务站正在改建"),)


@pytest.mark.parametrize(
    ("today", "left"), [(date(2024, 2, 15), 5), (date(2024, 2, 20), 0), (date(2024, 3, 1), -10)]
)
def test_the_days_that_are_left(tmp_path: Path, today: date, left: int) -> None:
    """None where the notice names no last day."""
    assert progress(county(tmp_path), today).days_left == left
    without = NOTICE.replace("截止: 2024-02-20\n", "")
    assert progress(county(tmp_path, without), today).days_left is None


def test_what_is_of_nobody_or_of_another_year_is_told(tmp_path: Path) -> None:
    """Neither counts, and each is told with its reason."""
    folder = county(
        tmp_path,
        别处=FACTS.replace("云岭街道", "高新区"),
        笔误=FACTS.replace("云岭街道", "石乔镇"),
        去年=FACTS.replace("年度: 2023", "年度: 2022"),
        坏="年度: [",
    )
    told = {one.path.name: one.why for one in progress(folder).strays}
    assert "不在通知的名单上" in told["别处-2023.yaml"]
    assert "“石桥镇”" in told["笔误-2023.yaml"]
    assert told["去年-2023.yaml"] == "是2022年度的"
    assert "看不出是哪个单位的" in told["坏-2023.yaml"]


def test_of_two_files_the_newer_counts(tmp_path: Path) -> None:
    """Both are named."""
    folder = county(tmp_path, 云岭街道改=WHOLE)
    os.utime(folder / "云岭街道-2023.yaml", (1, 1))
    one = unit(progress(folder), "云岭街道")
    assert one.stage is Stage.DONE
    assert one.twice == ("云岭街道改-2023.yaml", "云岭街道-2023.yaml")


def test_a_file_that_cannot_be_read_is_its_units_by_its_name(tmp_path: Path) -> None:
    """So the unit is not told that nothing came."""
    one = unit(progress(county(tmp_path, 石桥镇="年度: [")), "石桥镇")
    assert one.stage is Stage.UNREAD


def test_a_report_of_their_own_counts_where_there_are_no_facts(tmp_path: Path) -> None:
    """A Word file is known by its title; of a kind that cannot be read, by its name."""
    from tests.county.words import word_file

    folder = county(tmp_path)
    word_file(
        folder / "报告.docx", ["石桥镇2023年法治政府建设情况报告", "全年立案20件，办结18件，办结率92%。"]
    )
    word_file(folder / "云岭.docx", ["云岭街道2023年法治政府建设情况报告", "全年立案20件。"])
    (folder / "南关街道报告.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    found = progress(folder)
    assert unit(found, "石桥镇").stage is Stage.WRONG
    assert unit(found, "南关街道").stage is Stage.UNREAD
    mine = unit(found, "云岭街道")
    assert mine.sent is not None
    assert mine.sent.is_facts
    assert [one.path.name for one in mine.others] == ["云岭.docx"]
    assert mine.twice == ()


def test_without_a_notice_those_that_have_sent_are_the_units(tmp_path: Path) -> None:
    """Nothing is asked for then but what every report needs."""
    (tmp_path / "甲.yaml").write_text(FACTS.replace("  文件: 上级通知.yaml\n", ""), encoding="utf-8")
    found = progress(tmp_path)
    assert [(one.unit.name, one.stage) for one in found.units] == [("云岭街道办事处", Stage.DONE)]
    assert found.year == 2023


def test_mistakes_in_the_notice_are_told_at_once(tmp_path: Path) -> None:
    """They are the county's own, and no unit's."""
    with pytest.raises(FactsError, match="立按”这个主题或字段"):
        progress(county(tmp_path, NOTICE.replace("立案、", "立按、")))
    with pytest.raises(UserError, match="找不到文件夹"):
        progress(tmp_path / "没有")


def test_a_file_that_is_taken_away_meanwhile_ends_nothing(tmp_path: Path) -> None:
    """As long as a page is watched, units go on putting their files in place."""
    folder = county(tmp_path)

    def taken_away(_done: int) -> None:
        (folder / "云岭街道-2023.yaml").unlink(missing_ok=True)

    found = county_progress(folder, Given(), TODAY, taken_away)
    assert unit(found, "云岭街道").sent is not None


def test_a_report_that_is_sent_as_a_notice_is_a_report(tmp_path: Path) -> None:
    """Units issue theirs so; the county's own notice, which lies there too, is nobody's and no stray."""
    folder = county(tmp_path)
    word_file(
        folder / "石桥镇关于印发2023年法治政府建设年度报告的通知.docx", ["石桥镇2023年法治政府建设年度报告"]
    )
    word_file(
        folder / "关于报送2023年法治政府建设年度报告的通知.docx", ["关于报送年度报告的通知", "清河区司法局"]
    )
    found = progress(folder)
    assert unit(found, "石桥镇").stage is not Stage.MISSING
    assert unit(found, "南关街道").stage is Stage.MISSING
    assert found.strays == ()


def test_what_is_to_be_filled_in_is_counted_as_the_check_and_the_batch_count_it(tmp_path: Path) -> None:
    """One number, what the notice asks for by name among it."""
    folder = county(tmp_path, 石桥镇=EMPTY_FORM)
    file = folder / "石桥镇-2023.yaml"
    given = Given(notice=folder / "上级通知.yaml")
    one = unit(progress(folder), "石桥镇")
    checked = [problem for problem in check_file(file, given).problems if is_gap(problem)]
    order = BatchOrder(tmp_path / "报告", ".docx", given, Wishes())
    (record,) = make_reports([file], order).records
    assert len(one.to_fill) == len(checked) == record.wrong == len(record.problems)
    assert len(one.to_fill) > len(one.gaps) > 100
