"""`render` through the real command: where the report goes, what is refused, what is never lost."""

import os

import pytest

from tests.cli.command import EXAMPLES, assert_chinese, nianbao, real, said

FACTS = EXAMPLES / "稷下街道-2023.yaml"
TITLE = "稷下街道2023年法治政府建设年度报告"


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / FACTS.name
    path.write_bytes(FACTS.read_bytes())
    return path


@pytest.fixture
def unfinished(facts):
    facts.write_text(facts.read_text(encoding="utf-8") + "\n其他情况:\n", encoding="utf-8")
    return facts


def test_a_word_file_by_its_title_beside_the_facts(facts):
    process = nianbao("render", facts, cwd="/")
    assert process.returncode == 0, said(process)
    assert (facts.parent / f"{TITLE}.docx").read_bytes().startswith(b"PK")
    assert f"已生成：{facts.parent / TITLE}.docx" in said(process)
    assert f"要看提醒：nianbao check {facts}" in said(process)
    assert_chinese(said(process).replace(str(facts.parent), ""))


@pytest.mark.parametrize(
    ("suffix", "start"), [(".docx", b"PK"), (".md", f"# {TITLE}".encode()), (".html", b"<!DOCTYPE html>")]
)
def test_the_name_tells_the_form(facts, suffix, start):
    target = facts.parent / "出" / f"报告{suffix}"
    process = nianbao("render", facts.name, "-o", target, cwd=facts.parent)
    assert process.returncode == 0, said(process)
    assert target.read_bytes().lstrip().startswith(start)


def test_pdf(facts, soffice):
    process = nianbao("render", facts, "-o", "报告.pdf", cwd=facts.parent)
    assert process.returncode == 0, said(process)
    assert (facts.parent / "报告.pdf").read_bytes().startswith(b"%PDF")


def test_an_old_word_file(facts, soffice):
    process = nianbao("render", facts, "-o", "报告.doc", cwd=facts.parent)
    assert process.returncode == 0, said(process)
    assert (facts.parent / "报告.doc").read_bytes().startswith(b"\xd0\xcf\x11\xe0")


def test_a_wps_file_is_not_written_and_it_is_said_what_wps_opens(facts):
    process = nianbao("render", facts, "-o", "报告.wps", cwd=facts.parent)
    assert process.returncode == 2
    assert "WPS 能打开 .docx 和 .doc。" in said(process)


def test_a_folder_takes_several(facts):
    out = facts.parent / "出"
    out.mkdir()
    other = EXAMPLES / "石鼓镇-2021.yaml"
    process = nianbao("render", facts, other, "-o", out, cwd=facts.parent)
    assert process.returncode == 0, said(process)
    assert len(list(out.glob("*.docx"))) == 2


def test_the_markdown_on_the_output_is_that_of_the_file(facts):
    shown = nianbao("render", facts, "-o", "-", cwd=facts.parent)
    nianbao("render", facts, "-o", "报告.md", cwd=facts.parent)
    assert shown.returncode == 0
    assert shown.stdout == (facts.parent / "报告.md").read_bytes()


@pytest.mark.parametrize("encoding", ["gbk", "cp936"])
def test_the_output_speaks_the_consoles_encoding(facts, encoding):
    shown = real("render", facts, "-o", "-", cwd=facts.parent, env={"PYTHONIOENCODING": encoding})
    assert shown.stdout.decode("gb18030").startswith(f"# {TITLE}")


def test_an_edited_text_becomes_word(facts):
    nianbao("render", facts, "-o", "报告.md", cwd=facts.parent)
    text = facts.parent / "报告.md"
    text.write_text(text.read_text(encoding="utf-8").replace("年度报告", "情况报告", 1), encoding="utf-8")
    process = nianbao("render", "报告.md", cwd=facts.parent)
    assert process.returncode == 0, said(process)
    assert (facts.parent / "稷下街道2023年法治政府建设情况报告.docx").is_file()


@pytest.mark.parametrize("sign", ["\u202e", "\u0085", "\u2028", "\x0b", "\ue000"])
def test_a_sign_that_no_report_may_hold_stops_an_edited_text(facts, sign):
    text = facts.parent / "报告.md"
    text.write_text(f"# 题\n\n甲{sign}乙。\n", encoding="utf-8", newline="")
    process = nianbao("render", "报告.md", cwd=facts.parent)
    assert process.returncode == 1
    assert "报告.md:3:2  文件-05" in said(process)
    assert not list(facts.parent.glob("*.docx"))


def test_a_gap_stops_a_final_file(unfinished):
    process = nianbao("render", unfinished, cwd=unfinished.parent)
    assert process.returncode == 1
    assert "其他情况" in said(process)
    assert "--draft" in said(process)
    assert not list(unfinished.parent.glob("*.docx"))
    assert_chinese(said(process))


@pytest.mark.parametrize("arguments", [("--draft",), ("-o", "草稿.md"), ("-o", "草稿.html")])
def test_a_draft_always_comes_out_and_the_gap_is_told(unfinished, arguments):
    process = nianbao("render", unfinished, *arguments, cwd=unfinished.parent)
    assert process.returncode == 0, said(process)
    assert "已生成" in said(process)
    assert "1处待填" in said(process)


@pytest.mark.parametrize("name", ["报告.docx", "报告.md"])
def test_what_nobody_has_looked_at_is_printed_and_told_at_the_end(facts, name):
    text = facts.read_text(encoding="utf-8")
    facts.write_text(f"# 请核对：上年的结论“均按期答复”\n{text}\n# 请核对：日期“3月5日”\n", encoding="utf-8")
    process = nianbao("render", facts.name, "-o", name, cwd=facts.parent)
    assert process.returncode == 0, said(process)
    assert "稷下街道-2023.yaml 里还有2处“请核对”没有删去" in said(process)
    assert (facts.parent / name).exists()


def test_what_was_edited_by_hand_is_not_overwritten(facts):
    target = facts.parent / "报告.docx"
    nianbao("render", facts, "-o", target, cwd=facts.parent)
    target.write_bytes(b"PK by hand")
    refused = nianbao("render", facts, "-o", target, cwd=facts.parent)
    assert refused.returncode == 1
    assert "--force" in said(refused)
    assert target.read_bytes() == b"PK by hand"
    forced = nianbao("render", facts, "-o", target, "--force", cwd=facts.parent)
    assert forced.returncode == 0
    assert "原来的文件另存为" in said(forced)
    assert (facts.parent / "报告.备份.docx").read_bytes() == b"PK by hand"


@pytest.mark.parametrize(
    ("target", "status"),
    [("报告.wps", 2), ("报告.exe", 2), (FACTS.name, 2), ("长" * 300 + ".docx", 2)],
)
def test_where_a_report_cannot_go(facts, target, status):
    before = facts.read_bytes()
    process = nianbao("render", facts, "-o", target, cwd=facts.parent)
    assert process.returncode == status, said(process)
    assert facts.read_bytes() == before
    assert_chinese(said(process))


@pytest.mark.parametrize("name", ["没有.yaml", "x.txt", "."])
def test_what_is_no_input(tmp_path, name):
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    process = nianbao("render", name, cwd=tmp_path)
    assert process.returncode == 2
    assert_chinese(said(process))


def test_two_files_cannot_go_into_one(facts):
    process = nianbao("render", facts, EXAMPLES / "石鼓镇-2021.yaml", "-o", "报告.docx", cwd=facts.parent)
    assert process.returncode == 2
    assert "同一个文件" in said(process)


def test_a_bad_file_does_not_stop_the_good_one(facts):
    (facts.parent / "坏.yaml").write_text("年度：2023\n", encoding="utf-8")
    process = nianbao("render", "坏.yaml", facts, cwd=facts.parent)
    assert process.returncode == 1
    assert "坏.yaml" in said(process)
    assert (facts.parent / f"{TITLE}.docx").is_file()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root 什么都写得了")
def test_a_read_only_folder_is_named(facts):
    folder = facts.parent / "只读"
    folder.mkdir(mode=0o555)
    process = nianbao("render", facts, "-o", folder / "报告.docx", cwd=facts.parent)
    assert process.returncode == 1
    assert_chinese(said(process))


def test_same_facts_same_bytes_anywhere(facts):
    results = set()
    for surroundings in (
        {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2"},
    ):
        real("render", facts, "-o", "报告.docx", "--force", cwd=facts.parent, env=surroundings)
        results.add((facts.parent / "报告.docx").read_bytes())
        (facts.parent / "报告.docx").unlink()
    assert len(results) == 1


def test_the_version_for_the_public_through_the_real_command(tmp_path):
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "甲.yaml").write_text(
        text.replace("化解: 198起", "化解: {值: 198起, 公开: 否}"), encoding="utf-8"
    )
    shown = nianbao("render", "甲.yaml", "--public", "-o", "-", cwd=tmp_path)
    assert shown.returncode == 0, said(shown)
    assert "198" not in shown.stdout.decode()
    made = nianbao("render", "甲.yaml", "--public", cwd=tmp_path)
    assert "（公开版）.docx" in said(made)
    assert "公开版没有写：举措成效.多元化解矛盾纠纷，提升基层治理效能.矛盾纠纷化解.化解。" in said(made)
    assert nianbao("render", "甲.yaml", "--public", "--review", cwd=tmp_path).returncode == 2


def test_quiet_tells_problems_alone(facts):
    assert said(nianbao("render", facts, "-q", cwd=facts.parent)) == ""
    (facts.parent / "坏.yaml").write_text("年度: 二三\n", encoding="utf-8")
    process = nianbao("render", facts, "坏.yaml", "--quiet", cwd=facts.parent)
    assert process.returncode == 1
    assert "坏.yaml:1" in said(process)
    assert "已生成" not in said(process)
