"""This year's figures against last year's."""

from __future__ import annotations

import pytest

from generator.checks.sample import facts
from tests.checks.examples import codes

PAIRS = [
    ("{化解: 198起}", "{化解: 198起}", "数据-25"),
    ("{化解: 198起}", "{化解: 198件}", ""),
    ("{化解: 6起}", "{化解: 6起}", ""),
    ("{人民调解员: 45名}", "{人民调解员: 45名}", ""),
    ("{化解: 1980起}", "{化解: 198起}", "数据-26"),
    ("{化解: 19起}", "{化解: 198起}", "数据-26"),
    ("{化解: 0起}", "{化解: 198起}", "数据-26"),
    ("{化解: 240起}", "{化解: 198起}", ""),
    ("{化解: 240起}", "{}", ""),
]


@pytest.mark.parametrize(("now", "before", "code"), PAIRS)
def test_two_years(now, before, code):
    last = f"矛盾纠纷化解: {before}" if before != "{}" else "政务公开: {主动公开: 141条}"
    found = [one for one in codes(facts(f"矛盾纠纷化解: {now}", last=last)) if one in ("数据-25", "数据-26")]
    assert found == ([code] if code else [])


def test_without_last_year_there_is_nothing_to_compare():
    assert not {"数据-25", "数据-26"} & set(codes(facts("矛盾纠纷化解: {化解: 198起}")))
