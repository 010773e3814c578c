"""`import` through the real command."""

import pytest

from tests.cli.command import assert_chinese, nianbao, said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["旧.txt", "--as", "notes"], "要与 --into 同用"),
        (["旧.txt", "--accept"], "要与 --into 同用"),
        (["旧.txt", "旧.txt"], "一次只能把一份报告读成事实文件"),
        (["旧.txt", "--into", "新.yaml", "--as", "word"], "可选：notes、edited"),
    ],
)
def test_wrong_usage_is_told(tmp_path, arguments, message):
    process = nianbao("import", *arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert message in said(process)
    assert_chinese(said(process))


REPORT = """云岭镇2023年法治政府建设年度报告
2023年，云岭镇推进法治政府建设，取得成效。现将有关情况报告如下：
一、主要举措和成效
（一）多元化解矛盾纠纷。全年排查矛盾纠纷231件。
二、存在的不足和原因
一是人手不足。
三、下一步打算
一是充实人手。
云岭镇人民政府
2024年1月20日
"""


def test_an_old_report_becomes_a_facts_file(tmp_path):
    (tmp_path / "旧.txt").write_text(REPORT, encoding="utf-8")
    process = nianbao("import", "旧.txt", "--report", "对照.html", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert "已生成：云岭镇-2023.yaml\n原文5句：5句照录，其中1句的数字都认出了字段。" in said(process)
    assert_chinese(said(process))
    assert "【排查：231件】" in (tmp_path / "云岭镇-2023.yaml").read_text(encoding="utf-8")
    assert (tmp_path / "对照.html").is_file()
    assert (tmp_path / "年报.schema.json").is_file()
    again = nianbao("render", "云岭镇-2023.yaml", "--draft", "-o", "-", cwd=tmp_path)
    assert "全年排查矛盾纠纷231件。" in said(again)


def test_it_overwrites_nothing_that_is_there(tmp_path):
    (tmp_path / "旧.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "云岭镇-2023.yaml").write_text("年度: 2023\n", encoding="utf-8")
    process = nianbao("import", "旧.txt", cwd=tmp_path)
    assert process.returncode == 1
    assert "文件已经有了" in said(process)
    process = nianbao("import", "旧.txt", "--force", cwd=tmp_path)
    assert process.returncode == 0
    assert "原来的文件另存为" in said(process)


@pytest.mark.parametrize(
    ("name", "data", "message", "status"),
    [
        ("旧.pdf", b"%PDF", "不认识这种文件", 2),
        ("旧.docx", b"%PDF", "这是PDF 文件", 1),
        ("旧.txt", b"", "没有读出报告的文字", 1),
        ("旧.html", b"<nav>x</nav>", "没有读出报告的文字", 1),
        ("旧.doc", b"abc", "这不是 .doc 文件", 1),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, name, data, message, status):
    (tmp_path / name).write_bytes(data)
    process = nianbao("import", name, cwd=tmp_path)
    assert process.returncode == status, said(process)
    assert message in said(process)
    assert_chinese(said(process))


def test_fields_take_the_place_of_what_a_template_says(tmp_path):
    (tmp_path / "旧.txt").write_text(REPORT, encoding="utf-8")
    process = nianbao("import", "旧.txt", "--fields", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert "      排查: 231件\n" in (tmp_path / "云岭镇-2023.yaml").read_text(encoding="utf-8")
