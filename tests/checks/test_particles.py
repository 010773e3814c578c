"""Where 的, 地 and 得 stand for one another."""

from __future__ import annotations

import pytest

from generator.checks.particles import misplaced_particles, words_of_kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("增强群众得法治观念", [(4, "的")]),
        ("行政执法地专项监督", [(4, "的")]),
        ("贯彻党地二十大精神", [(3, "的")]),
        ("认真得听取意见", [(2, "地")]),
        ("占用耕的建房", [(3, "地")]),
        ("问题的到有效解决", [(2, "得")]),
    ],
)
def test_each_is_told_by_the_words_beside_it(text, told):
    assert list(misplaced_particles(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "因地制宜地开展宣讲",
        "户籍所在地村委会",
        "做得不够深入",
        "深得群众信任",
        "高质量地完成任务",
        "备耕的农户",
        "",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert list(misplaced_particles(text)) == []


def test_no_word_is_a_thing_and_a_way_to_do_it():
    assert not words_of_kind("怎样") & words_of_kind("事物")
