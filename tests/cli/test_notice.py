"""`nianbao notice`, and what other commands make of a notice: new, check, form, --notice for reports of any author."""

import pytest

from tests.cli.command import nianbao, said
from tests.county.folders import FACTS, NOTICE, county
from tests.county.words import word_file


def test_from_an_empty_folder_to_a_unit_that_is_asked(tmp_path):
    made = nianbao("notice", "清河区司法局", "--year", "2023", cwd=tmp_path)
    assert made.returncode == 0
    assert "nianbao check 上级通知.yaml" in said(made)
    empty = nianbao("check", "上级通知.yaml", cwd=tmp_path)
    assert empty.returncode == 1
    assert "这个单位没有写名称" in said(empty)
    path = tmp_path / "上级通知.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("单位:\n  - \n", "单位: 金山镇\n"), encoding="utf-8"
    )
    assert nianbao("check", "上级通知.yaml", cwd=tmp_path).returncode == 0
    started = nianbao("new", "金山镇", "--notice", "上级通知.yaml", cwd=tmp_path)
    assert started.returncode == 0, said(started)
    facts = (tmp_path / "金山镇-2023.yaml").read_text(encoding="utf-8")
    assert "\n通知: 上级通知.yaml\n" in facts
    assert "通知没有写报送日期的" not in facts
    for field in ("立案", "办结", "化解", "领导班子学法"):
        assert f"  {field}: \n" in facts


def test_a_notice_of_another_name_tells_the_units_that_name(tmp_path):
    made = nianbao("notice", "清河区司法局", "--year", "2023", "-o", "通知2.yaml", cwd=tmp_path)
    assert "各单位写在事实文件里：通知: 通知2.yaml" in said(made)
    text = (tmp_path / "通知2.yaml").read_text(encoding="utf-8")
    assert "写一行“通知: 通知2.yaml”" in text
    assert "上级通知.yaml" not in text


def test_a_list_of_last_years_units_leaves_the_county_out(tmp_path):
    own = FACTS.replace("云岭街道办事处", "清河区人民政府").replace(", 上级: 清河区", "")
    (tmp_path / "去年").mkdir()
    county(tmp_path / "去年", 清河区=own)
    made = nianbao("notice", "清河区司法局", "--year", "2023", "--units", "去年", cwd=tmp_path)
    assert "名单里没有写清河区人民政府：县区不是自己的下级；确要它报的，请自己写上。" in said(made)
    text = (tmp_path / "上级通知.yaml").read_text(encoding="utf-8")
    assert "  - 云岭街道办事处\n" in text
    assert "清河区人民政府" not in text


def test_a_new_file_from_last_years_asks_for_what_the_notice_does(tmp_path):
    county(tmp_path, NOTICE.replace("2023", "2024").replace("截止: 2024", "截止: 2025"))
    process = nianbao("new", "--from", "云岭街道-2023.yaml", "--notice", "上级通知.yaml", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    facts = (tmp_path / "云岭街道办事处-2024.yaml").read_text(encoding="utf-8")
    assert "      办结: \n" in facts or "    办结: \n" in facts
    assert "  公共法律服务:\n" in facts


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["notice", "甲"], 2, "少写了报告年度"),
        (["notice", "甲", "--year", "2023"], 1, "已经有了"),
        (["new", "甲镇", "--year", "2022", "--notice", "上级通知.yaml"], 1, "要的是2023年度"),
        (["new", "甲镇", "--notice", "没有.yaml"], 2, "找不到文件"),
        (["check", "另.yaml", "--notice", "上级通知.yaml"], 1, "待填-04"),
        (["check", "报告.md", "--notice", "上级通知.yaml"], 0, "结构-28"),
        (["check", "报告.md"], 0, "没有发现问题"),
        (["render", "云岭街道-2023.yaml"], 1, "待填-04"),
        (["form", "云岭街道-2023.yaml", "-o", "表.xlsx"], 0, "已生成"),
    ],
)
def test_commands_follow_the_notice(tmp_path, arguments, status, message):
    county(tmp_path)
    own = FACTS.replace("通知:\n  文件: 上级通知.yaml\n", "通知:\n  字数: 不超过5000\n")
    (tmp_path / "另.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "报告.md").write_text(
        "# 石桥镇2023年法治报告\n\n2023年，全镇开展普法活动20场。\n", encoding="utf-8"
    )
    process = nianbao(*arguments, cwd=tmp_path)
    assert process.returncode == status, said(process)
    assert message in said(process)


def test_fixing_and_collecting_leave_the_notice_alone(tmp_path):
    county(tmp_path, 云岭街道=FACTS.replace("未配备执法记录仪", "未配备执法记录仪。。"))
    process = nianbao("check", "云岭街道-2023.yaml", "--fix", cwd=tmp_path)
    assert process.returncode == 1
    assert (tmp_path / "上级通知.yaml").read_text(encoding="utf-8") == NOTICE


def test_a_batch_is_held_to_the_notice_and_given_back_with_remarks(tmp_path):
    whole = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: 18件}")
    own = whole.replace("  文件: 上级通知.yaml\n", "  字数: 不超过5000\n").replace("云岭街道", "石桥镇")
    county(tmp_path, 云岭街道=whole, 石桥镇=own)
    word_file(tmp_path / "南关街道.docx", ["南关街道2023年法治报告", "全年立案20件，办结18件，办结率92%。"])
    command = ["batch", ".", "-o", "报告", "--notice", "上级通知.yaml", "--review", "审核"]
    for _ in range(2):  # what the first run wrote is nobody's report
        process = nianbao(*command, cwd=tmp_path)
        assert process.returncode == 0, said(process)
        assert "已写好3份审核意见" in said(process)
    names = {"云岭街道", "石桥镇"}
    assert {
        one.name.partition("办事处")[0].partition("2023")[0] for one in (tmp_path / "报告").glob("*.docx")
    } == names
    titled = (tmp_path / "报告" / "石桥镇办事处2023年度法治政府建设情况报告.docx").is_file()
    assert titled, said(process)
    assert len([*(tmp_path / "审核").glob("*（审核意见）.docx")]) == 3


def test_what_stands_in_a_review_is_only_counted_on_the_screen(tmp_path):
    """Of a file of which there is no review all is told as without one."""
    county(tmp_path, 石桥镇="年度: [")
    command = ["batch", ".", "-o", "报告", "--notice", "上级通知.yaml"]
    listed = "云岭街道-2023.yaml:7:3  待填-04"
    assert listed in said(nianbao(*command, cwd=tmp_path))
    process = nianbao(*command, "--review", "审核", cwd=tmp_path)
    assert process.returncode == 1
    shown = said(process)
    assert listed not in shown
    assert "没有生成 云岭街道-2023.yaml 的报告：有1处错误或待填，见审核意见。" in shown
    assert "石桥镇-2023.yaml:1:5  格式-09" in shown
    assert "没有生成 石桥镇-2023.yaml 的报告：有1处错误或待填。" in shown


def test_a_batch_held_to_a_notice_leaves_out_other_years(tmp_path):
    """Last year's files lie there for the comparison; with the notice of this year they are not to be reviewed."""
    whole = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: 18件}")
    county(tmp_path, 云岭街道=whole)
    last = (
        whole.replace("2023", "2022")
        .replace("2024", "2023")
        .replace("通知:\n  文件: 上级通知.yaml\n", "通知:\n")
    )
    (tmp_path / "云岭街道-2022.yaml").write_text(last, encoding="utf-8")
    word_file(tmp_path / "石桥镇.docx", ["石桥镇2023年法治政府建设情况报告", "全年立案20件。"])
    word_file(tmp_path / "旧石桥镇.docx", ["石桥镇2022年法治政府建设情况报告", "全年立案21件。"])
    command = ["batch", ".", "-o", "报告", "--notice", "上级通知.yaml", "--review", "审核"]
    process = nianbao(*command, cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert {one.name for one in (tmp_path / "审核").glob("*.docx")} == {
        "云岭街道-2023（审核意见）.docx",
        "石桥镇（审核意见）.docx",
    }
    assert "通知要的是2023年度，没有做：云岭街道-2022.yaml（2022年度）。" in said(process)
    assert "没有写 旧石桥镇.docx 的审核意见：是2022年度的，这次审的是2023年度。" in said(process)


def test_a_notice_that_changed_makes_the_reports_anew(tmp_path):
    """Whether it is the one that a facts file names or the one to which all are held."""
    whole = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: 18件}")
    county(tmp_path, 云岭街道=whole)
    for held in ([], ["--notice", "上级通知.yaml"]):
        command = ["batch", ".", "-o", "".join(["报告", *held[:1]]), *held]
        (tmp_path / "上级通知.yaml").write_text(NOTICE, encoding="utf-8")
        assert "生成1份" in said(nianbao(*command, cwd=tmp_path))
        assert "没有变化、不必重做1份" in said(nianbao(*command, cwd=tmp_path))
        (tmp_path / "上级通知.yaml").write_text(NOTICE.replace("情况报告", "工作报告"), encoding="utf-8")
        assert "生成1份" in said(nianbao(*command, cwd=tmp_path))


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--review", "审核", "--part", "1/2"], 2, "不能和 --part"),
        (["--notice", "没有.yaml"], 2, "找不到文件"),
    ],
)
def test_a_batch_that_is_asked_for_wrongly(tmp_path, arguments, status, message):
    process = nianbao("batch", county(tmp_path), "-o", "报告", *arguments, cwd=tmp_path)
    assert process.returncode == status
    assert message in said(process)
