"""The dated library: what may be cited when, and that the openings never run ahead of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formulations import citable, library
from generator.problems import UserError
from tests.each import each

YEARS = range(2018, 2027)


@each(
    ("year", "signed", "name", "text"),
    [
        (2018, None, "法治思想", "习近平总书记全面依法治国新理念新思想新战略"),
        (2019, None, "会议精神", "党的十九大和十九届二中、三中、四中全会精神"),
        (2020, None, "会议精神", "党的十九大和十九届二中、三中、四中、五中全会精神"),
        (2020, date(2020, 11, 2), "法治思想", "习近平总书记全面依法治国新理念新思想新战略"),
        (2020, None, "法治思想", "习近平法治思想"),
        (2020, date(2021, 2, 25), "纲要", "《法治政府建设实施纲要（2015—2020年）》"),
        (2021, None, "会议精神", "党的十九大和十九届历次全会精神"),
        (2021, None, "普法规划", "“八五”普法规划"),
        (2022, None, "会议精神", "党的二十大精神"),
        (2022, date(2023, 3, 10), "会议精神", "党的二十大和二十届二中全会精神"),
        (2023, date(2024, 1, 20), "会议精神", "党的二十大和二十届二中全会精神"),
        (2024, None, "会议精神", "党的二十大和二十届二中、三中全会精神"),
        (2025, None, "工作会议", "中央全面依法治国工作会议精神"),
        (2025, date(2026, 1, 15), "普法规划", "“八五”普法规划"),
        (2026, None, "纲要", None),
        (2026, None, "普法规划", "“九五”普法规划"),
        (2023, None, "工作会议", None),
    ],
)
def test_an_opening_takes_the_wording_of_its_year(year, signed, name, text):
    assert library().opening(name, year, signed) == text


def test_the_parts_of_an_opening_have_their_names():
    assert tuple(library().openings) == ("指导思想", "法治思想", "会议精神", "工作会议", "纲要", "普法规划")


@given(st.sampled_from(YEARS), st.integers(0, 120))
def test_no_opening_holds_what_is_not_citable(year, days):
    signed = date(year, 12, 1) + timedelta(days)
    barred = [
        mark
        for entry in library()
        if entry.too_early(year, signed) or entry.outdated(year, signed)
        for mark in entry.marks
        if not mark.startswith("党的十")
    ]
    text = "，".join(filter(None, (library().opening(name, year, signed) for name in library().openings)))
    assert not [mark for mark in barred if mark in text]


@pytest.mark.parametrize(
    ("year", "wording", "may"),
    [
        (2020, "党的二十大", False),
        (2022, "党的二十大", True),
        (2019, "习近平法治思想", False),
        (2023, "“七五”普法规划", False),
        (2020, "“七五”普法规划", True),
        (2021, "《法律援助法》", False),
        (2022, "《法律援助法》", True),
        (2020, "《合同法》", True),
        (2021, "《合同法》", False),
    ],
)
def test_what_may_be_cited(year, wording, may):
    assert (wording in {entry.wording for entry in citable(year)}) is may


def test_every_entry_is_whole():
    for entry in library():
        assert entry.wording
        assert entry.use in {"指导", "做法", "法律", "日子", "称谓"}, entry.wording
        assert entry.sure in {"高", "中", "低"}, entry.wording
        assert entry.source, entry.wording
        assert not (entry.since and entry.until and entry.since > entry.until), entry.wording
        assert not (entry.published and entry.since and entry.published > entry.since), entry.wording
        for form in entry.wrong_forms:
            assert form.grade in {"错误", "提醒", "建议"}
            assert form.wrong != form.right
            assert form.why


def test_no_wrong_form_is_a_right_one_elsewhere():
    shelf = library()
    wrong = {
        form.wrong for entry in shelf for form in entry.wrong_forms if form.grade != "建议" and not form.since
    }
    assert wrong.isdisjoint(entry.wording for entry in shelf)
    assert wrong.isdisjoint(f"《{name}》" for name in shelf.law_names)


OWN = """提法:
- 写法: “五办四中心”
  起: 2024-01-01
  认: [五办四中心]
  误写:
    错误: |
      四办五中心 → “五办四中心”：数目颠倒（2024-02-01起）
- 写法: 党的二十大
  止: 2023-01-01
"""


def test_own_entries_are_added_and_take_the_place_of_built_in_ones(tmp_path):
    own = tmp_path / "提法.yaml"
    own.write_text(OWN, encoding="utf-8")
    entries = {entry.wording: entry for entry in library(own=own)}
    assert entries["“五办四中心”"].wrong_forms[0].since == date(2024, 2, 1)
    assert entries["党的二十大"].until == date(2023, 1, 1)
    assert library(own=tmp_path / "没有.yaml") is library()


@pytest.mark.parametrize(
    "text",
    [
        "提法:\n- 类别: 会议\n",
        "提法:\n- 写法: 甲\n  起: 二〇二四年\n",
        "提法:\n- 写法: 甲\n  误写:\n    错误: |\n      没有箭头\n",
        "提法: [\n",
        "- 甲\n",
    ],
)
def test_a_file_that_is_not_of_the_form_is_named(tmp_path, text):
    own = tmp_path / "提法.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="提法") as caught:
        library(own=own)
    assert not re.search("[A-Za-z]{2}", caught.value.message.replace("提法.yaml", ""))
