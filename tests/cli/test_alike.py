"""`alike` through the command."""

import json

from tests.cli.command import EXAMPLES, assert_chinese, nianbao, said

NEIGHBOUR = (("稷下街道", "雪宫街道"), ("稷下", "雪宫"), ("198起", "97起"), ("业务能力偏弱", "办案水平不高"))


def _county(folder):
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    (folder / "稷下街道.yaml").write_text(text, encoding="utf-8")
    for old, new in NEIGHBOUR:
        text = text.replace(old, new)
    (folder / "雪宫街道.yaml").write_text(text, encoding="utf-8")
    other = (EXAMPLES / "城东镇-2023.yaml").read_text(encoding="utf-8")
    (folder / "城东镇.yaml").write_text(other, encoding="utf-8")


def test_a_copy_is_told_with_its_share_and_place(tmp_path):
    _county(tmp_path)
    process = nianbao("alike", ".", cwd=tmp_path)
    assert process.returncode == 0
    assert "1. 稷下街道.yaml 与 雪宫街道.yaml" in said(process)
    assert "1段11句，按自己写的话算，占稷下街道.yaml的100%" in said(process)
    assert "比了3份，有1对写了成段相同的话。" in said(process)
    assert_chinese(said(process).replace("yaml", ""))


def test_a_word_file_of_another_author(tmp_path):
    _county(tmp_path)
    assert nianbao("render", "雪宫街道.yaml", "-o", "交来的.docx", cwd=tmp_path).returncode == 0
    (tmp_path / "雪宫街道.yaml").unlink()
    (record,) = json.loads(nianbao("alike", ".", "--json", cwd=tmp_path).stdout)
    assert record["files"] == ["稷下街道.yaml", "交来的.docx"]
    assert record["units"][1] == "雪宫街道"
    assert sum(map(len, record["passages"])) == 11


def test_the_page_and_a_file_that_is_no_report(tmp_path):
    _county(tmp_path)
    (tmp_path / "坏.docx").write_bytes(b"PK")
    process = nianbao("alike", ".", "-o", "雷同.html", cwd=tmp_path)
    assert process.returncode == 0
    assert "没有与“坏.docx”比" in said(process)
    assert "雪宫街道" in (tmp_path / "雷同.html").read_text(encoding="utf-8")


def test_last_year(tmp_path):
    (tmp_path / "今年").mkdir()
    (tmp_path / "去年").mkdir()
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "今年" / "甲.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "去年" / "甲.yaml").write_text(text.replace("年度: 2023", "年度: 2022"), encoding="utf-8")
    process = nianbao("alike", "今年", "--last", "去年", cwd=tmp_path)
    assert "（上年）" in said(process)
    assert "只有一份，没有可比的" in said(nianbao("alike", "今年", cwd=tmp_path))
    within = nianbao("alike", ".", "--last", str(tmp_path / "去年"), cwd=tmp_path)
    assert "今年/甲.yaml 与" in said(within).replace("\\", "/")
    assert "（上年）" in said(within)
    assert "比了2份" in said(within)
    refused = nianbao("alike", "去年", "--last", ".", cwd=tmp_path)
    assert (refused.returncode, "都在上年的文件夹里" in said(refused)) == (2, True)
