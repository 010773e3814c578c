"""Marks that part what belongs together, each at its place, and the like where the mark is right."""

from __future__ import annotations

import pytest

from generator.checks.stray import STRAY


def _stray(text: str) -> set[int]:
    return {match.start("at") for shape, _right, _why in STRAY for match in shape.finditer(text)}


@pytest.mark.parametrize(
    "text",
    [
        "对|，重大决策开展合法性审查。",
        "为进一步规范|，行政执法行为，聘请律师3名。",
        "不断完善|，调解工作机制，实现就地化解。",
        "严格落实|，“三项制度”，规范执法。",
        "镇司法所|，组织开展讲座12场。",
        "把法治建设|，纳入年度考核。",
        "群众的|，法治意识进一步增强。",
        "全年共|，调解纠纷68件。",
        "镇党委和|、镇政府联合印发方案。",
        "取得一定成效|：但与期待相比还有差距。",
        "针对上述问题|：镇里制定整改方案。",
    ],
)
def test_a_mark_that_parts_what_belongs_together_is_found(text):
    before, _, after = text.partition("|")
    assert _stray(before + after) == {len(before)}
    assert not _stray(before + after[1:])


@pytest.mark.parametrize(
    "text",
    [
        "促成双方握手言和，群众得到实惠。",
        "措施持续完善，群众满意度明显提高。",
        "发现流浪乞讨人员的，应当告知救助站。",
        "案件分为三类：一般、较大、重大。",
        "成立普法队12支：机关3支、村9支。",
        "现将情况告知群众，分别登记。",
    ],
)
def test_a_mark_that_belongs_there_passes(text):
    assert not _stray(text)
