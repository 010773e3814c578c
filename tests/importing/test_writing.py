"""The facts file of an old report, as text."""

import pytest

from generator.importing.writing import chapter_order_of
from tests.importing.reports import FOUR_PARTS, JOINT, SIX_CHAPTERS, proved


def test_the_file_is_laid_out_as_new_lays_one_out():
    facts, _proof, _markdown = proved(FOUR_PARTS)
    for line in (
        "年度: 2023",
        "  简称: 云岭街道",
        "标题: 云岭街道2023年法治政府建设年度报告",
        "主送机关: 区委、区政府",
        "  多元化解矛盾纠纷，守住平安底线:",
        "    矛盾纠纷化解:",
        "        - 全年排查矛盾纠纷【排查：231件】，化解矛盾纠纷【化解：198起】。",
        '        - "【接排】二是抓宣传。"',
        "  - 标题: 充实执法力量",
        "  日期: 2024-01-20",
    ):
        assert line in facts.split("\n"), line
    assert max(map(len, facts.split("\n"))) < 120


def test_order_and_titles_are_kept_by_the_notice():
    facts, _proof, markdown = proved(JOINT)
    assert "  部分顺序:\n    - 第一责任人\n    - 举措成效\n" in facts
    assert markdown.index("第一责任人职责情况") < markdown.index("普法宣传")


def test_a_missing_part_is_asked_after():
    facts, _proof, markdown = proved(SIX_CHAPTERS)
    assert "第一责任人:    # 原文没有这一部分，请补上" in facts
    assert "【待填：第一责任人】" in markdown


def test_doubtful_figures_stand_in_comments():
    facts, proof, _markdown = proved(FOUR_PARTS)
    assert facts.count("# 疑：") == proof.doubtful > 0


@pytest.mark.parametrize(
    ("order", "full"),
    [
        ((), ("举措成效", "第一责任人", "不足", "计划", "其他情况")),
        (("举措成效", "不足", "计划"), ("举措成效", "第一责任人", "不足", "计划", "其他情况")),
        (("第一责任人", "举措成效"), ("第一责任人", "举措成效", "不足", "计划", "其他情况")),
    ],
)
def test_missing_parts_stand_where_they_usually_do(order, full):
    assert sorted(chapter_order_of(order)) == sorted(full)
    assert chapter_order_of(order) == full
