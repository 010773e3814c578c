"""Width: full-width letters, digits and signs in half width."""

from generator.numbers.width import fold_width


def test_width():
    assert fold_width("２０２４年Ａｂ，９６．２％（一）\u3000：") == "2024年Ab，96.2%（一） ："
