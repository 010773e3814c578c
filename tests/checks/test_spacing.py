"""A report as it is read: figures without blanks and in plain digits, every finding at its place as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import findings
from generator.checks.material import Finding
from generator.checks.spacing import spoken
from tests.checks.cases import rule_cases
from tests.checks.examples import codes, material
from tests.each import each

FIGURES = [
    ("数据-01", "全年应诉 14 起，胜诉 13 起，胜诉率 92.85%。", "92.85%"),
    ("数据-01", "全年应诉１４起，胜诉１３起，胜诉率９２.８５％。", "９２.８５％"),
    ("数据-01", "全年应诉\u300014\u3000起，胜诉\u00a013 起，胜诉率 92.85 %。", "92.85 %"),
]


@pytest.mark.parametrize(("code", "text", "words"), FIGURES)
def test_blanks_and_wide_digits_hide_nothing(code, text, words):
    one = material(text, year=2023, level="街道", name="城东街道")
    places = [finding for rule, finding in findings(one) if rule.code == code]
    assert [one.blocks[finding.block].text[finding.start : finding.end] for finding in places] == [words]


def spaced(text: str, blank: str) -> str:
    """Put blanks on both sides of every figure that touches Chinese."""
    pieces = []
    for before, sign in zip(" " + text, text, strict=False):
        if ((before.isdigit() or before == "%") and "一" <= sign <= "龥") or (
            sign.isdigit() and "一" <= before <= "龥"
        ):
            pieces.append(blank)
        pieces.append(sign)
    return "".join(pieces)


TEXTS = [
    case
    for case in rule_cases()
    if case.bad and case.example.text and any(map(str.isdigit, case.example.text))
]


@each(
    "case",
    [case for case in TEXTS if case.code.startswith(("数据", "提法"))],
    ids=lambda case: case.example.text[:20],
)
def test_every_rule_on_figures_sees_past_blanks(case):
    example = case.example
    written = example.__class__(**{**example._asdict(), "text": spaced(example.text, " ")})
    assert case.code in {rule.code for rule, _ in findings(material(written))}


@given(st.text(alphabet="全年件起，。 \u3000\u00a014%０％A\n#", max_size=40))
def test_places_lead_back(text):
    one = material(text, year=2023, level="街道", name="城东街道")
    read = spoken(one)
    for number, (block, plain) in enumerate(zip(one.blocks, read.material.blocks, strict=True)):
        for at, sign in enumerate(plain.text):
            place = read.as_written(Finding("", "", number, at, at + 1))
            assert (place.end, sign) == (
                place.start + 1,
                block.text[place.start].translate(str.maketrans("０％", "0%")),
            )


def test_a_report_without_them_is_given_as_it_is():
    one = material("全年应诉14起，使用App 3款。", year=2023, level="街道", name="城东街道")
    assert spoken(one).material is one
    assert codes("全年应诉14起，使用App 3款。") == []


def test_the_cells_of_a_table_stay_apart():
    table = "# 题\n\n| 项目 | 2023年 |\n| --- | --- |\n| 化解纠纷 | 198起 |\n"
    assert not {"文字-06", "文字-24"} & set(codes(table))
