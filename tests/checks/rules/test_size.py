"""Reports and parts that are too thin or too long."""

from __future__ import annotations

import pytest

from generator.checks.sample import SAMPLE
from tests.checks.examples import codes

CLAUSE = "街道综合行政执法队规范文书制作，落实公示、全过程记录和法制审核制度，第{}次评查案卷20卷。"


def report(sentences: int) -> str:
    added = "".join(f"\n\n{CLAUSE.format(number)}" for number in range(sentences))
    return SAMPLE.replace("全年化解矛盾纠纷198起。", f"全年化解矛盾纠纷198起。{added}")


@pytest.mark.parametrize(
    ("sentences", "level", "found"),
    [(0, "街道", "篇幅-01"), (40, "街道", ""), (40, "县区", ""), (200, "街道", "篇幅-02"), (200, "县区", "")],
)
def test_length_by_level(sentences, level, found):
    hits = {
        code
        for code in codes(report(sentences), level=level, name="稷下街道")
        if code in ("篇幅-01", "篇幅-02")
    }
    assert hits == ({found} if found else set())


def test_a_short_text_is_no_short_report():
    assert not [code for code in codes("全年化解矛盾纠纷198起。") if code.startswith("篇幅")]


def test_shortcomings_of_a_few_signs():
    text = SAMPLE.replace("执法装备不全，主要原因是执法办公室尚未配备执法记录仪。", "因故暂无。")
    assert "篇幅-06" in codes(text, name="稷下街道")
