"""What a file's report rests on: another content of it, or of what stands beside it, is another state."""

from pathlib import Path

import pytest

from generator.county.state import content_state

FACTS = "年度: 2023\n通知: 上级通知.yaml\n单位: {名称: 甲镇人民政府, 简称: 甲镇}\n"


@pytest.mark.parametrize("name", ["甲镇-2023.yaml", "甲镇-2022.yaml", "上级通知.yaml", "提法.yaml"])
def test_another_content_is_another_state(tmp_path: Path, name: str) -> None:
    """The file, last year's, its notice, own formulations: each counts, and one that is put there later."""
    source = tmp_path / "甲镇-2023.yaml"
    source.write_text(FACTS, encoding="utf-8")
    before = content_state(source)
    (tmp_path / name).write_text("年度: 2022\n", encoding="utf-8")
    assert content_state(source) != before


def test_the_same_content_is_the_same_state(tmp_path: Path) -> None:
    """Whenever it was written, and whatever else lies there."""
    source = tmp_path / "甲镇-2023.yaml"
    source.write_text(FACTS, encoding="utf-8")
    before = content_state(source)
    source.write_text(FACTS, encoding="utf-8")
    (tmp_path / "乙镇-2023.yaml").write_text(FACTS, encoding="utf-8")
    assert content_state(source) == before


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    """Has a state too."""
    assert content_state(tmp_path / "甲镇-2023.yaml")
