"""`nianbao status`: the table of the manual, the page, the notes, the data for programs, and wrong usage."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.command import nianbao, said
from tests.county.folders import FACTS, NOTICE, PAGE, ROOT, county
from tests.county.words import word_file

WHOLE = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: 18件}")


def run(folder, *arguments):
    return nianbao("status", folder, "--today", "2024-02-15", *arguments, cwd=folder)


def test_the_table_of_the_manual(tmp_path):
    process = run(county(tmp_path))
    assert process.returncode == 1
    assert re.search(r"```text\n(单位 .*?)```", PAGE, re.DOTALL)[1] in said(process).replace(
        str(tmp_path), "文件夹"
    )


def test_when_all_have_sent_all_the_status_is_0(tmp_path):
    notice = NOTICE.partition("单位:")[0] + "单位: 云岭街道\n"
    process = run(county(tmp_path, notice, 云岭街道=WHOLE))
    assert process.returncode == 0, said(process)
    assert "应报1个单位：已报齐1个。" in said(process)


@pytest.mark.parametrize(
    ("notice", "files", "status", "told"),
    [
        ("", {"云岭街道": WHOLE}, 0, "收到1个单位：已报齐1个（没有找到 上级通知.yaml，不知道该报的有谁）。"),
        (
            NOTICE.partition("单位:")[0],
            {"云岭街道": WHOLE},
            0,
            "收到1个单位：已报齐1个（通知里没有“单位”名单，不知道该报的有谁）。",
        ),
        ("", {}, 1, "还没有收到文件（没有找到 上级通知.yaml，不知道该报的有谁）。"),
    ],
)
def test_without_a_list_nobody_is_told_to_have_reported(tmp_path, notice, files, status, told):
    if notice:
        (tmp_path / "上级通知.yaml").write_text(notice, encoding="utf-8")
    for name, text in files.items():
        facts = text if notice else text.replace("  文件: 上级通知.yaml\n", "  字数: 不超过3000\n")
        (tmp_path / f"{name}-2023.yaml").write_text(facts, encoding="utf-8")
    process = run(tmp_path, "-o", "进度.html")
    assert process.returncode == status, said(process)
    shown = said(run(tmp_path))
    assert told in shown
    assert "应报" not in shown
    page = (tmp_path / "进度.html").read_text(encoding="utf-8")
    assert "不知道该报的有谁" in page
    assert "应报单位" not in page


def test_what_programs_read(tmp_path):
    published = json.loads((ROOT / "templates" / "输出.schema.json").read_text(encoding="utf-8"))
    from jsonschema import Draft202012Validator

    process = run(county(tmp_path, 坏="年度: ["), "--json")
    found = json.loads(process.stdout)
    form = {"$ref": "#/$defs/命令 status", "$defs": published["$defs"]}
    assert list(Draft202012Validator(form).iter_errors(found)) == []
    assert found["days_left"] == 5
    assert [one["stage"] for one in found["units"]] == ["有待填", "未报", "未报"]


def test_every_file_of_a_unit_is_told_and_one_that_is_named_as_anothers(tmp_path):
    folder = county(tmp_path, 云岭街道=WHOLE)
    word_file(folder / "石桥镇年报.docx", ["云岭街道2023年法治政府建设情况报告", "全年立案20件。"])
    shown = said(run(folder))
    assert "云岭街道有2份：云岭街道-2023.yaml、石桥镇年报.docx，按 云岭街道-2023.yaml 统计。" in shown
    assert "石桥镇年报.docx 的文件名写的是石桥镇，里面写的是云岭街道" in shown


def test_page_and_notes_are_written(tmp_path):
    process = run(county(tmp_path), "-o", "进度.html", "--notes", "催报")
    assert process.returncode == 1
    assert "已写好3份催报的话" in said(process)
    assert "云岭街道" in (tmp_path / "进度.html").read_text(encoding="utf-8")
    assert (tmp_path / "催报" / "石桥镇催报.txt").is_file()
    assert "没有计入" not in said(run(tmp_path))


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--note", "云岭街道"], 0, "行政执法.办结"),
        (["--note", "云岭"], 2, "是不是“云岭街道”？"),
        (["-o", "进度.docx"], 2, "只能写成网页"),
        (["--watch"], 2, "要和 -o 一起用"),
        (["--watch", "-o", "进度.html", "--notice", "没有.yaml"], 2, "找不到：没有.yaml"),
        (["--notice", "没有.yaml"], 2, "找不到文件"),
        (["--today", "昨天"], 2, "昨天"),
    ],
)
def test_one_note_and_wrong_usage(tmp_path, arguments, status, message):
    process = run(county(tmp_path), *arguments)
    assert process.returncode == status, said(process)
    assert message in said(process)


@pytest.mark.parametrize(
    ("arguments", "message"), [([], "找不到文件夹：没有"), (["-o", "进度.html", "--watch"], "找不到：没有")]
)
def test_a_folder_that_is_not_there(tmp_path, arguments, message):
    process = nianbao("status", "没有", *arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert message in said(process)


def test_an_edited_note_is_told(tmp_path):
    run(county(tmp_path), "--notes", "催报")
    (tmp_path / "催报" / "云岭街道催报.txt").write_text("手工写的", encoding="utf-8")
    process = run(tmp_path, "--notes", "催报")
    assert "已写好2份催报的话" in said(process)
    assert "有1份写好以后改过，没有动：云岭街道催报.txt" in said(process)


def test_mistakes_in_the_notice_are_told_with_their_line(tmp_path):
    process = run(county(tmp_path, NOTICE.replace("立案、", "立按、")))
    assert process.returncode == 1
    assert "上级通知.yaml:12:5  事实-02" in said(process)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C 只能发给整个控制台")
def test_the_page_is_written_anew_when_something_changes(tmp_path):
    page = tmp_path / "进度.html"
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from generator.cli import main; main()",
            "status",
            county(tmp_path),
            "-o",
            page,
            "--watch",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        waited(page.exists)
        before = page.read_text(encoding="utf-8")
        assert "已报齐" not in before
        (tmp_path / "上级通知.yaml").write_text("年度: [", encoding="utf-8")  # half typed
        told = next(line for line in process.stdout if "格式-09".encode() in line)
        assert "上级通知.yaml:1:5  格式-09" in told.decode()
        (tmp_path / "上级通知.yaml").write_text(NOTICE, encoding="utf-8")
        (tmp_path / "云岭街道-2023.yaml").write_text(WHOLE, encoding="utf-8")
        waited(lambda: "已报齐" in page.read_text(encoding="utf-8"))
    finally:
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "已停止" in out.decode()


def waited(until):
    for _ in range(600):
        if until():
            return
        time.sleep(0.1)
    raise AssertionError
