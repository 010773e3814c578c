"""Which sentences of a report are its own, of a facts file and of a report by whomever."""

import pytest

from generator.files import save
from generator.likeness.reading import TO_THE_LETTER, own_sentences_of, read_for_likeness
from generator.resources import Templates

FACTS = """\
年度: 2023
单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇}
举措成效:
  矛盾纠纷化解:
    化解: 198起
    排查: 231件
    正文:
      - 把调解桌搬到老槐树下，由老支书轮流坐班，单独调处【老槐树调处：41起】。
不足:
  - {问题: 懂法的人少, 表现: 年轻人多在外务工，留下的老人不会用手机看材料}
"""
REPORT = """\
# 云岭镇2023年法治政府建设年度报告

## 一、推进法治政府建设的主要举措和成效

排查矛盾纠纷231件，化解198起。把调解桌搬到老槐树下，由老支书轮流坐班。

云岭镇人民政府
"""


@pytest.fixture
def files(tmp_path):
    for name, text in (("甲.yaml", FACTS), ("乙.md", REPORT), ("坏.yaml", "年度: [\n")):
        save(tmp_path / name, text.encode("utf-8"))
    return tmp_path


def _own(path, *, figures_too=False):
    return own_sentences_of(path, Templates(), figures_too=figures_too)


def test_of_a_facts_file_its_own_words_with_their_lines(files):
    assert [(one.text, one.line) for one in _own(files / "甲.yaml")] == [
        ("把调解桌搬到老槐树下，由老支书轮流坐班，单独调处41起。", 8),
        ("年轻人多在外务工，留下的老人不会用手机看材料", 10),
    ]


def test_of_any_report_what_no_template_says(files):
    (one,) = _own(files / "乙.md")
    assert (one.text, one.line) == ("把调解桌搬到老槐树下，由老支书轮流坐班。", 5)


def test_of_templates_the_sentences_with_several_figures_when_asked(files):
    *_others, drafted = _own(files / "甲.yaml", figures_too=True)
    assert drafted.normal.startswith(TO_THE_LETTER)
    assert "231" in drafted.normal
    assert "198" in drafted.normal


def test_what_is_kept_of_a_report(files):
    read = read_for_likeness(files / "乙.md", Templates(), figures_too=False)
    assert (read.unit, read.year, read.problem) == ("云岭镇", 2023, None)
    assert read.normals == "把调解桌搬到老槐树下由老支书轮流坐班"


@pytest.mark.parametrize("name", ["坏.yaml", "没有.md", "表.xlsx"])
def test_what_cannot_be_read_says_why(files, name):
    read = read_for_likeness(files / name, Templates(), figures_too=False)
    assert read.normals == ""
    assert read.problem.message
