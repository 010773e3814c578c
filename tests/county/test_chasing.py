"""Notes to units: what is missing, by when, whom to call; polite, and not sent to who has all."""

from datetime import date
from pathlib import Path

import pytest

from generator.county.chasing import chasing_note, line_of, save_notes
from generator.county.stage import Stage
from generator.problems import Level, Place, Problem
from tests.county.folders import EMPTY_FORM, FACTS, NOTICE, PAGE, TODAY, county, progress, unit
from tests.county.words import word_file

OWN = [
    "石桥镇2023年度法治政府建设情况报告",
    "2023年，石桥镇推进法治政府建设。",
    "一、主要举措和成效",
    "（一）规范执法",
    "全年立案20件，办结18件，办结率92%。",
    "（二）化解纠纷",
    "全年化解矛盾纠纷180起。",
    "二、存在的不足和原因",
    "执法力量不足，主要是编制少。",
    "三、2024年主要安排",
    "招录执法人员2人。",
    "石桥镇人民政府",
    "2024年1月20日",
]
WHOLE = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: 18件}")


@pytest.mark.parametrize(
    ("name", "today", "parts"),
    [
        ("石桥镇", TODAY, ["石桥镇：", "没有收到贵镇的2023年法治政府建设年度报告", "还有5天，请按时报送"]),
        (
            "南关街道",
            TODAY,
            ["南关街道（张主任）：", "贵街道", "电话：0000-1234567", "清河区司法局\n2024年2月15日"],
        ),
        ("石桥镇", date(2024, 2, 20), ["今天（2024年2月20日（星期二））是截止日期，请于今天报送"]),
        ("石桥镇", date(2024, 2, 23), ["已经超过3天，请尽快报送"]),
        ("云岭街道", TODAY, ["行政执法.办结", "请补充、修改后按时报送"]),
    ],
)
def test_a_note_says_what_is_to_be_done(tmp_path: Path, name: str, today: date, parts: list[str]) -> None:
    """And by when, and whom to call."""
    found = progress(county(tmp_path), today)
    note = chasing_note(unit(found, name), found)
    assert [one for one in parts if one not in note] == []


def test_of_an_empty_form_a_note_says_so_in_one_sentence(tmp_path: Path) -> None:
    """It lists no field, and it does not say that a report has come."""
    found = progress(county(tmp_path, 石桥镇=EMPTY_FORM))
    note = chasing_note(unit(found, "石桥镇"), found)
    assert (
        "　　贵镇报送的“石桥镇-2023.yaml”是空表，各项都没有填。截止日期是2024年2月20日（星期二），还有5天，"
        "请填写后按时报送，报送方式：区政务协同平台。\n　　如有疑问" in note
    )
    assert "已收到" not in note


def test_the_note_of_the_manual(tmp_path: Path) -> None:
    """It is what the command writes."""
    found = progress(county(tmp_path))
    assert f"```text\n{chasing_note(unit(found, '云岭街道'), found)}```" in PAGE


def test_mistakes_are_listed_with_their_lines(tmp_path: Path) -> None:
    """Each part is numbered where there are several; of very many the rest is counted."""
    facts = FACTS.replace("6次", "[]") + "标题: 年度报告\n其他情况: [" + "同意胜任xx, " * 3 + "甲]\n"
    found = progress(county(tmp_path, 云岭街道=facts))
    note = chasing_note(unit(found, "云岭街道"), found)
    assert "一、通知点名要报、还没有写的" in note
    assert "有错误的" in note
    assert "1. 第9行，" in note
    assert "改法：" in note


@pytest.mark.parametrize(
    ("code", "field", "line", "told"),
    [
        ("篇幅-07", "通知.字数", 3, 0),
        ("篇幅-01", "单位.名称", 2, 0),
        ("结构-38", "通知.小标题", 3, 0),
        ("结构-01", "第一责任人", 1, 0),
        ("篇幅-04", "举措成效.行政执法", 7, 7),
        ("结构-30", "落款.日期", 12, 12),
        ("结构-39", "不足.1.问题", 10, 10),
        ("格式-09", "", 1, 1),
        ("事实-02", "通知.字数", 3, 3),
    ],
)
def test_what_is_about_the_whole_report_has_no_line(code: str, field: str, line: int, told: int) -> None:
    """A slip in what a unit copied of the notice has one, and so has a paragraph that is too long."""
    problem = Problem(code, "全文2110字。", "", Place("云岭街道-2023.yaml", line), field)
    assert line_of(problem) == told


def test_a_note_tells_the_length_without_a_line(tmp_path: Path) -> None:
    """Whoever reads 第3行 looks for the mistake in that line."""
    found = progress(county(tmp_path, NOTICE.replace("不超过3000", "2000以上")))
    note = chasing_note(unit(found, "云岭街道"), found)
    assert "全文257字（按 Word 的字数统计），通知要求的字数是“2000以上”。" in note
    assert "行，全文" not in note


def test_without_day_and_contact_a_note_is_short(tmp_path: Path) -> None:
    """Nothing is said that the notice does not say."""
    notice = "\n".join(
        one for one in NOTICE.split("\n") if one[:2] not in {"截止", "报送", "联系", "电话", "发文"}
    )
    found = progress(county(tmp_path, notice))
    note = chasing_note(unit(found, "石桥镇"), found)
    assert "请尽快报送。" in note
    assert "联系" not in note


def test_notes_are_written_for_those_that_have_something_to_do(tmp_path: Path) -> None:
    """A unit that has all by now is not chased with yesterday's note; one changed by hand stays."""
    folder = county(tmp_path)
    notes = tmp_path / "催报"
    assert [one.name for one in save_notes(progress(folder), notes).written] == [
        "云岭街道催报.txt",
        "石桥镇催报.txt",
        "南关街道催报.txt",
    ]
    county(tmp_path, 云岭街道=WHOLE)
    assert len(save_notes(progress(folder), notes).written) == 2
    renewed = (notes / "云岭街道催报.txt").read_text(encoding="utf-8")
    assert "已收到，通知要求的都有了。另有提醒" in renewed
    assert "标注" not in renewed


def test_a_wrong_measure_word_is_something_to_do(tmp_path: Path) -> None:
    """With 户 a figure counts in no total: nobody is told that there is nothing to be mended."""
    found = progress(county(tmp_path, 云岭街道=WHOLE.replace("198起", "198户")))
    one = unit(found, "云岭街道")
    assert one.stage is Stage.DOUBTED
    assert "写的是“198户”" in chasing_note(one, found)


def test_a_word_file_is_told_by_its_name_and_without_lines(tmp_path: Path) -> None:
    """What the notice asks for and the text does not say is in the note, and a part that is not there."""
    folder = county(tmp_path)
    word_file(folder / "石桥镇.docx", OWN)
    found = progress(folder)
    one = unit(found, "石桥镇")
    assert one.required == ("公共法律服务",)
    assert one.stage is Stage.WRONG
    note = chasing_note(one, found)
    assert "报告里没有找到的：公共法律服务。没有发生的写0" in note
    assert "缺的部分1处：" in note
    assert "第一责任人" in note
    assert "行，" not in note
    assert "事实文件" not in note


def test_a_file_named_as_another_units_is_asked_after(tmp_path: Path) -> None:
    """It is of the unit that it calls itself, but nobody takes it for settled."""
    folder = county(tmp_path)
    (folder / "云岭街道-2023.yaml").rename(folder / "石桥镇-2023.yaml")
    (folder / "石桥镇-2023.yaml").write_text(WHOLE, encoding="utf-8")
    found = progress(folder)
    one = unit(found, "云岭街道")
    assert (one.called, one.stage) == ("石桥镇", Stage.DOUBTED)
    assert "文件名写的是石桥镇，里面写的是云岭街道" in chasing_note(one, found)


def test_a_note_that_was_changed_by_hand_stays_and_stops_no_other(tmp_path: Path) -> None:
    """The units behind it on the list are chased all the same, and it is told which was left."""
    folder, notes = county(tmp_path), tmp_path / "催报"
    first, *others = save_notes(progress(folder), notes).written
    first.write_text("手工写的\n", encoding="utf-8")
    again = save_notes(progress(folder, date(2024, 2, 16)), notes)
    assert (again.written, again.left) == (tuple(others), (first,))
    assert first.read_text(encoding="utf-8") == "手工写的\n"
    assert all("还有4天" in one.read_text(encoding="utf-8") for one in others)
    assert save_notes(progress(folder), notes, force=True).left == ()


def test_what_is_not_filled_in_is_named_in_plain_words(tmp_path: Path) -> None:
    """Whoever is chased need not know how the file is built."""
    facts = WHOLE.replace("{立案: 19件, 办结: 18件}", "{立案: 19件, 办结: 18件, 持证人员: }")
    found = progress(county(tmp_path, 云岭街道=facts))
    note = chasing_note(unit(found, "云岭街道"), found)
    assert "“行政执法”的“持证人员”还没有填。" in note
    assert "举措成效." not in note


def test_whoever_sent_a_word_file_is_not_told_how_a_rule_is_switched_off(tmp_path: Path) -> None:
    """There is no facts file to do it in."""
    folder = county(tmp_path)
    word_file(folder / "石桥镇.docx", OWN)
    found = progress(folder)
    one = unit(found, "石桥镇")
    assert one.sent is not None
    fix = "与报数的科室核对；口径不同的，停用本条并写明原因。"
    doubt = Problem("数据-22", "两处的数互相矛盾。", fix, Place("石桥镇.docx"), level=Level.WARNING)
    one = one._replace(sent=one.sent._replace(problems=(doubt,)))
    assert "两处的数互相矛盾。改法：与报数的科室核对。" in chasing_note(one, found)
