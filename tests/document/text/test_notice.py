"""What the front matter says of the superior's notice."""

from datetime import date

import pytest

from generator.document.text.blocks import read_blocks
from generator.document.text.notice import Demands, demands
from generator.numbers.span import WHOLE
from generator.problems import FactsError


def document(notice):
    return read_blocks(f"---\n通知:\n{notice}\n---\n\n# 甲镇报告\n")


def test_what_is_asked_for():
    found = demands(
        document(
            "  标题: 甲镇报告\n  部分标题: {不足: 三、存在的不足, 计划: 打算}\n  字数: 不超过3000\n  举措占比: 不超过一半\n  小标题: 6个\n  截止: 2024-03-01"
        ).front
    )
    assert (found.title, found.deadline) == ("甲镇报告", date(2024, 3, 1))
    assert found.chapters == (("不足", "存在的不足"), ("计划", "打算"))
    assert 3000 in found.length
    assert (found.share.high, found.headings.high) == (WHOLE // 2, 6)


def test_without_a_notice_nothing_is():
    assert demands(read_blocks("# 甲镇报告\n").front) == Demands()


@pytest.mark.parametrize(
    ("notice", "named"),
    [
        ("  字数: 很长", "通知.字数"),
        ("  截止: 明天", "通知.截止"),
        ("  举措占比: 多些", "通知.举措占比"),
        ("  小标题: [6]", "通知.小标题"),
        ("  截止: 2024-02-30", "通知.截止"),
        ("  部分标题: [甲]", "通知.部分标题"),
        ("  部分标题: {不足: [甲]}", "通知.部分标题"),
        ("  标题: [甲]", "通知.标题"),
        ("  主送: 甲", "主送"),
        ("  - 甲", "通知"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(notice, named):
    with pytest.raises(FactsError) as caught:
        document(notice)
    (problem,) = caught.value.problems
    assert named in problem.message
    assert problem.place.line in (2, 3)
    assert problem.fix
