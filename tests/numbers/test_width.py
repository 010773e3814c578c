"""Width: full-width letters, digits and signs in half width."""

import string
import unicodedata

from generator.numbers.width import fold_width


def test_width():
    assert fold_width("２０２４年Ａｂ，９６．２％（一）\u3000：") == "2024年Ab，96.2%（一） ："


def test_letters_digits_and_signs_of_figures_are_folded_and_nothing_else():
    wide = [chr(code) for code in range(0xFF00, 0xFFF0)]
    folded = {one for one in wide if fold_width(one) != one}
    assert {fold_width(one) for one in folded} == {*string.ascii_letters, *string.digits, *"%+-./"}
    assert all(fold_width(one) == unicodedata.normalize("NFKC", one) for one in folded)
