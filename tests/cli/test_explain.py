"""`explain` through the real command."""

import json

from tests.cli.command import EXAMPLES, assert_chinese, nianbao, said

FACTS = EXAMPLES / "稷下街道-2023.yaml"


def test_each_sentence_with_its_lines(tmp_path):
    process = nianbao("explain", FACTS, cwd=tmp_path)
    assert process.returncode == 0
    lines = FACTS.read_text(encoding="utf-8").splitlines()
    number = next(index for index, line in enumerate(lines, 1) if "化解: 198" in line)
    assert f"    {FACTS.name}:{number}:7  化解: 198" in said(process)
    assert "固定用语，不含事实" in said(process)
    assert_chinese(said(process).replace("LED", ""))


def test_a_table_that_is_somewhere_else_or_nobodys_roll_up_ends_nothing(tmp_path):
    """A unit may write of its own table where a number comes from."""
    text = FACTS.read_text(encoding="utf-8")
    (line,) = (one for one in text.splitlines() if one.strip().startswith("化解: 198"))
    written = line.partition("化解: ")[0] + "化解: {值: 198件, 来源: 明细见台账.csv}"
    (tmp_path / FACTS.name).write_text(text.replace(line, written), encoding="utf-8")
    process = nianbao("explain", FACTS.name, cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert "找不到文件：台账.csv。请核对" in said(process)
    assert "句有依据" in said(process)


def test_where_a_number_comes_from_is_told_once(tmp_path):
    """It stands in the line already where value and source are written on one; below the value it does not."""
    text = FACTS.read_text(encoding="utf-8")
    (line,) = (one for one in text.splitlines() if one.strip().startswith("化解: 198"))
    start = line.partition("化解: ")[0]
    for written in (
        f"{start}化解: {{值: 198件, 来源: 司法所调解台账}}",
        f"{start}化解:\n{start}  值: 198件\n{start}  来源: 司法所调解台账",
    ):
        (tmp_path / FACTS.name).write_text(text.replace(line, written), encoding="utf-8")
        told = said(nianbao("explain", FACTS.name, cwd=tmp_path)).splitlines()
        behind = [one for one in told if "司法所调解台账" in one]
        assert behind
        assert all(one.count("司法所调解台账") == 1 for one in behind)


def test_json(tmp_path):
    process = nianbao("explain", FACTS, "--json", cwd=tmp_path)
    sentences = json.loads(process.stdout)
    assert all(set(one) == {"sentence", "formulaic", "formulas", "remarks", "grounds"} for one in sentences)
    assert any(
        ground["written"].strip().startswith("化解: 198") for one in sentences for ground in one["grounds"]
    )


def test_a_text_has_no_grounds(tmp_path):
    (tmp_path / "报告.md").write_text("# 标题\n", encoding="utf-8")
    process = nianbao("explain", "报告.md", cwd=tmp_path)
    assert process.returncode == 2
    assert_chinese(said(process))
