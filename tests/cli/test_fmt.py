"""`fmt` through the real command."""

import pytest

from tests.cli.command import assert_chinese, nianbao, said

MIXED = "单位:\n    名称: 甲镇\n年度: 2023\n举措成效:\n  行政执法: {立案: 5件}   # 台账\n"
ORDERED = "年度: 2023\n单位:\n  名称: 甲镇\n举措成效:\n  行政执法: {立案: 5件}   # 台账\n"


def test_a_file_is_put_in_order_and_a_copy_is_kept(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text(MIXED, encoding="utf-8")
    process = nianbao("fmt", "甲.yaml", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert path.read_text(encoding="utf-8") == ORDERED
    assert (tmp_path / "甲.备份.yaml").read_text(encoding="utf-8") == MIXED
    assert "不用整理：甲.yaml" in said(nianbao("fmt", "甲.yaml", cwd=tmp_path))
    assert_chinese(said(process))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_encoding_and_line_ends_stay(tmp_path, encoding):
    path = tmp_path / "甲.yaml"
    path.write_bytes(MIXED.replace("\n", "\r\n").encode(encoding))
    assert nianbao("fmt", "甲.yaml", cwd=tmp_path).returncode == 0
    assert path.read_bytes() == ORDERED.replace("\n", "\r\n").encode(encoding)


def test_it_only_looks_where_asked_to(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text(MIXED, encoding="utf-8")
    assert nianbao("fmt", "甲.yaml", "--check", cwd=tmp_path).returncode == 1
    assert path.read_text(encoding="utf-8") == MIXED
    assert nianbao("fmt", "甲.yaml", cwd=tmp_path).returncode == 0
    assert nianbao("fmt", "甲.yaml", "--check", cwd=tmp_path).returncode == 0


def test_topics_go_under_headings(tmp_path):
    (tmp_path / "甲.yaml").write_text(MIXED, encoding="utf-8")
    process = nianbao("fmt", "甲.yaml", "--group", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert "    行政执法: {立案: 5件}   # 台账\n" in (tmp_path / "甲.yaml").read_text(encoding="utf-8")


def test_of_several_files_none_is_changed_where_one_cannot_be_read(tmp_path):
    (tmp_path / "甲.yaml").write_text(MIXED, encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("年度：2023\n", encoding="utf-8")
    process = nianbao("fmt", "甲.yaml", "乙.yaml", cwd=tmp_path)
    assert process.returncode == 1
    assert "乙.yaml:1" in said(process)
    assert (tmp_path / "甲.yaml").read_text(encoding="utf-8") == MIXED
