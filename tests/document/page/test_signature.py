"""署名 and 成文日期: the arithmetic of 7.3.5, in characters of 3号."""

from __future__ import annotations

import pytest

from generator.document.page.signature import place_signature

DATE = "2024年1月15日"
# digits are half a character, each character is 5 twips closer, and digits touch characters in five places
WIDE = 6.5 + 5 * 0.15 - 10 * 5 / 320


def rights(layout, units, sealed, date=DATE):
    return [right / 320 for right in place_signature(units, date, layout, sealed=sealed).rights]


def test_unit_longer_than_the_date_without_seal(layout):
    unit, date = rights(layout, ["云溪县云溪镇人民政府"], sealed=False)
    assert unit == pytest.approx(2)
    left_of_unit, left_of_date = unit + 10 - 50 / 320, date + WIDE
    assert left_of_unit - left_of_date == pytest.approx(2, abs=0.01)


def test_date_longer_than_the_unit_without_seal(layout):
    unit, date = rights(layout, ["石桥镇政府"], sealed=False)
    assert date == pytest.approx(2)
    assert (unit + 5 - 25 / 320) - (date + WIDE) == pytest.approx(2, abs=0.01)


def test_several_units_without_seal_end_together(layout):
    first, second, date = rights(layout, ["中共云溪镇委员会", "云溪镇人民政府办公室"], sealed=False)
    assert first == second == pytest.approx(2)
    assert date > 0


def test_with_seal_every_unit_is_centred_on_the_date(layout):
    *units, date = rights(layout, ["中共云溪镇委员会", "云溪镇人民政府"], sealed=True)
    assert date == pytest.approx(4)
    for right, count in zip(units, (8, 7), strict=True):
        assert right + (count - count * 5 / 320) / 2 == pytest.approx(date + WIDE / 2, abs=0.01)


def test_a_very_long_unit_with_seal_pushes_the_date_in(layout):
    unit, date = rights(layout, ["莫力达瓦达斡尔族自治旗云溪镇人民政府办公室"], sealed=True)
    assert unit == pytest.approx(0)
    assert date + WIDE / 2 == pytest.approx((21 - 21 * 5 / 320) / 2, abs=0.01)


def test_space_above(layout):
    plain = place_signature(["甲镇人民政府"], DATE, layout, sealed=False)
    assert 'w:before="579"' in plain.units[0]
    assert "w:before" not in plain.date
    assert plain.height == 3 * 579
    sealed = place_signature(["甲镇委", "甲镇人民政府"], DATE, layout, sealed=True)
    assert ['w:before="1158"' in sealed.units[0], 'w:before="2316"' in sealed.units[1]] == [True, True]
    alone = place_signature([], DATE, layout, sealed=False)
    assert (alone.units, 'w:before="579"' in alone.date) == ((), True)


def test_whole_characters_are_given_in_characters_too(layout):
    placing = place_signature(["云溪县云溪镇人民政府"], DATE, layout, sealed=False)
    assert 'w:right="640" w:rightChars="200"' in placing.units[0]
