"""bench/prose.py: what it counts, and that nothing of it is left in the examples and in made files."""

import runpy
from collections import Counter
from pathlib import Path

import pytest

from generator.drafting import marks

BENCH = runpy.run_path(str(Path(__file__).parents[1] / "bench" / "prose.py"))
EXAMPLES = Path(__file__).parents[1] / "examples"
NEVER = ["重说", "少于三点", "有薄点", "全年", "等措施", "缺主语", "相邻"]


def fact(text, field):
    return marks.value(text, (f"举措成效.甲.{field}",))


THREE = f"一是抓制度。{fact('3项', '子')}，{fact('5项', '丑')}。"


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        (f"办{fact('3件', '子')}。", {"段落": 1}),
        (f"全年办{fact('3件', '子')}，全年发{fact('2份', '丑')}。", {"段落": 1, "全年": 1}),
        (f"采取{fact('宣讲', '子')}等措施。", {"段落": 1, "等措施": 1}),
        (
            f"{THREE}二是开展检查。开展检查{fact('3次', '寅')}。",
            {"段落": 1, "一是": 1, "少于三点": 1, "有薄点": 1, "要点": 2, "薄要点": 1, "标签": 2, "重说": 1},
        ),
        (f"一是{fact('建队', '亮点.1')}。{fact('增3人', '亮点.1')}。", {"段落": 1, "一是": 1, "少于三点": 1, "有薄点": 1, "要点": 1, "薄要点": 1}),
    ],
)  # fmt: skip
def test_what_is_counted_in_a_paragraph(line, counted):
    assert Counter(place.row for place in BENCH["under_heading"](line, None)) == counted


def test_transitions_and_subjects_are_counted_over_a_report():
    report = """\
# 云岭镇2024年报告
## 一、甲
办3件。
## 二、乙
镇长学法3次。
云岭镇开会。
学法3次。
## 三、丙
主要原因是甲。
主要原因是乙。
原因主要是丙。
主要原因是丁。
"""
    found = Counter(place.row for place in BENCH["measured"]("云岭镇", report))
    assert found == {"段落": 4, "第二部分": 3, "缺主语": 1, "过渡": 4, "相邻": 1, "重复": 2}


def test_made_files_are_the_same_each_time_and_of_10_to_25_topics():
    texts = [BENCH["made_text"](number) for number in range(16)]
    assert texts == [BENCH["made_text"](number) for number in range(16)]
    assert len(set(texts)) == 16


def test_the_examples_and_made_files_read_as_they_should(tmp_path):
    found = BENCH["counted"](tmp_path, EXAMPLES, 8, show=False)
    assert {row: found[row] for row in NEVER if found[row]} == {}
    assert found["薄要点"] < found["要点"] / 20
