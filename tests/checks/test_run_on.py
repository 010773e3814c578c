"""Figures behind which another deed follows without a mark."""

from __future__ import annotations

import pytest

from generator.checks.figures import statements
from generator.checks.run_on import run_on


def _places(text):
    return [at for one in statements((text,)) for at in run_on(one)]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("化解劳动争议18件涉及职工93人。", "化解劳动争议18件"),
        ("培养“法律明白人”126名建成示范村6个。", "培养“法律明白人”126名"),
        ("举办法治讲座6场累计观看2万人次。", "举办法治讲座6场"),
    ],
)
def test_the_place_is_behind_the_figure(text, before):
    assert _places(text) == [len(before)]


@pytest.mark.parametrize(
    "text",
    [
        "对18件涉及职工的案件提级办理。",
        "其中6件涉及土地。",
        "分3批培训干部。",
        "组织200人参加培训3次。",
        "化解纠纷18件，涉及93人。",
    ],
)
def test_what_goes_with_the_figure_needs_no_mark(text):
    assert _places(text) == []
