"""必报 of the notice, held against reports that somebody wrote."""

from pathlib import Path

import pytest

from generator.commands.asked_of_report import unjudged, unrecognised
from generator.commands.check import check_file
from generator.commands.steps import Given
from generator.problems import Level

TEXT = "# 石桥镇2023年法治政府建设年度报告\n\n2023年，推进法治政府建设。\n\n## 一、主要举措和成效\n\n### （一）工作\n\n"


@pytest.mark.parametrize(
    ("said", "asked", "lacking"),
    [
        ("全年立案20件，办结18件。", "行政执法.立案、行政执法.办结", []),
        ("行政违法案件立案20件，办结21件，办结率100%。", "行政执法.办结", []),  # wrong, but said
        ("全年立案20件。", "行政执法.立案、行政执法.办结", ["行政执法.办结"]),
        ("开展普法宣传活动20场次。", "法治宣传教育、公共法律服务", ["公共法律服务"]),
        ("领导班子集体学法6次。", "矛盾纠纷化解.化解、第一责任人.领导班子学法", ["矛盾纠纷化解.化解"]),
    ],
)
def test_what_is_asked_for_is_recognised(tmp_path: Path, said: str, asked: str, lacking: list[str]) -> None:
    """What is not is a reminder with the file's name, and `check` tells it."""
    notice, report = tmp_path / "上级通知.yaml", tmp_path / "报告.md"
    notice.write_text(f"年度: 2023\n必报: {asked}\n", encoding="utf-8")
    report.write_text(f"{TEXT}{said}\n", encoding="utf-8")
    given = Given(notice=notice)
    found = unrecognised(report, given)
    assert found is not None
    assert [one.field for one in found] == lacking
    assert {(one.place.file, one.level) for one in found} <= {("报告.md", Level.WARNING)}
    assert {*found} <= {*check_file(report, given).problems}


def test_without_a_notice_nothing_is_asked_and_of_the_unreadable_nothing_is_known(tmp_path: Path) -> None:
    """So that no 0 is told where nobody looked."""
    path = tmp_path / "空.docx"
    path.write_bytes(b"PK")
    assert unrecognised(path, Given()) == ()
    notice = tmp_path / "上级通知.yaml"
    notice.write_text("年度: 2023\n必报: 行政执法\n", encoding="utf-8")
    assert unrecognised(path, Given(notice=notice)) is None
    assert unjudged(path).place.file == "空.docx"
