"""Parts under whatever name."""

import pytest

from generator.importing.chapters import (
    JOINT,
    OTHER,
    PLANS,
    SHORTCOMINGS,
    is_general,
    part_of,
    tells_plans,
    tells_shortcomings,
)
from generator.topics.topic import DUTIES, MEASURES
from tests.each import each


@each(
    ("heading", "part"),
    [
        ("推进法治政府建设的主要举措和成效", MEASURES),
        ("工作开展情况", MEASURES),
        ("着力解决突出问题，维护群众权益", MEASURES),
        ("上年度问题整改情况", MEASURES),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", DUTIES),
        ("党政主要领导履行职责情况", DUTIES),
        ("存在的不足和原因", SHORTCOMINGS),
        ("存在问题", SHORTCOMINGS),
        ("问题与短板", SHORTCOMINGS),
        ("工作中存在的主要困难", SHORTCOMINGS),
        ("下一步工作打算", PLANS),
        ("2024年推进法治政府建设的主要安排", PLANS),
        ("2024年工作重点", PLANS),
        ("今后努力方向", PLANS),
        ("存在的问题及整改措施", JOINT),
        ("存在的不足和下一步打算", JOINT),
        ("其他需要报告的情况", OTHER),
        ("2023年法治政府建设工作", MEASURES),
    ],
)
def test_a_heading_opens_its_part(heading, part):
    assert part_of(heading, 2023) == part


@pytest.mark.parametrize(
    ("heading", "general"),
    [("主要举措、取得成效及特色亮点", True), ("工作开展情况", True), ("简政放权，切实转变政府职能", False)],
)
def test_a_general_heading(heading, general):
    assert is_general(heading) is general


def test_paragraphs_that_begin_a_part_without_a_heading():
    assert tells_shortcomings("2020年取得了一定的成效，但还存在一些差距和问题。一是…")
    assert not tells_shortcomings("化解了存在的问题12个。")
    assert tells_plans("2021年我区将持续深化法治政府建设。", 2020)
    assert tells_plans("下一步，我镇将做好以下工作：", None)
    assert not tells_plans("2020年我区办理案件。", 2020)
