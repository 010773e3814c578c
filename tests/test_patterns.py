"""A pattern compiled at its first use is as good as one that was compiled at once."""

import re

import pytest

from generator.patterns import pattern


def test_it_does_what_a_pattern_does():
    late, early = pattern(r"(?P<数>\d+)件", re.ASCII), re.compile(r"(?P<数>\d+)件", re.ASCII)
    text = "立案19件，办结19件"
    for _ in range(2):
        assert late.search(text)["数"] == "19"
        assert late.findall(text) == early.findall(text)
        assert late.sub("□", text) == early.sub("□", text)
        assert late.match("19件").span() == (0, 3)
        assert (late.pattern, late.flags, dict(late.groupindex)) == (early.pattern, early.flags, {"数": 1})


def test_what_is_no_pattern_is_told_at_the_first_use():
    late = pattern("(")
    with pytest.raises(re.error):
        late.search("甲")


def test_two_patterns_are_two_keys():
    assert len({pattern("甲"), pattern("甲")}) == 2
