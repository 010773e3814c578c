"""Clauses that meet without a mark, and those that go on without one."""

from __future__ import annotations

import pytest

from generator.checks.clauses import CLAUSES


def _met(text: str) -> set[int]:
    return {match.start(match.lastgroup or 0) for shape, _why in CLAUSES for match in shape.finditer(text)}


@pytest.mark.parametrize(
    "text",
    [
        "接待来访咨询178人次|代写法律文书23份。",
        "受理来信32件|来访41批次。",
        "执法力量不足|部分队员身兼数职。",
        "针对执法不规范问题|街道组织专题培训4次。",
        "法治建设稳步推进|群众满意度持续提高。",
        "印发《普法清单》|明确责任站所9个。",
        "邀请律师|法官、检察官授课。",
        "整治占道经营|乱停乱放等行为。",
        "经费保障有限|普法设施更新较慢。",
    ],
)
def test_where_two_clauses_meet_is_found_unless_a_mark_stands_there(text):
    before, _, after = text.partition("|")
    assert _met(before + after) == {len(before)}
    assert not _met(f"{before}，{after}")


@pytest.mark.parametrize(
    "text",
    [
        "经费不足部分由街道解决。",
        "组织120名网格员参加培训3场。",
        "力量不足导致装备老旧。",
        "下一步，街道将抓好落实。",
    ],
)
def test_what_goes_on_passes(text):
    assert not _met(text)
