"""Which alternatives of a pattern no case needs, those of look-behinds too, where all are of one width."""

import pytest

from bench.branches import idle


@pytest.mark.parametrize(
    ("text", "said", "needless"),
    [
        ("甲|乙", "甲", ["乙"]),
        ("(?<=律师|村民)人", "律师人", ["村民"]),
        ("(?<!律师|村民)人", "村民人，好人", ["律师"]),
        ("(?<=(?:群众|干部).)在", "干部们在", ["群众"]),
        ("甲(?:乙|)", "甲", ["乙"]),
    ],
)
def test_an_alternative_without_which_all_is_found_is_idle(text, said, needless):
    assert list(idle(text, 0, [said])) == needless
