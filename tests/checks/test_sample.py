"""The sample report is sound: what a rule finds in an example made of it is the change alone."""

import pytest

from generator.checks.sample import facts, whole
from tests.checks.examples import codes


def test_the_sample_is_sound_but_short():
    assert codes(whole()) == ["篇幅-01"]


def test_a_change_must_be_of_something_that_is_there():
    with pytest.raises(ValueError, match="not in the sample"):
        whole("没有这句话", "")


def test_the_sample_facts_are_sound():
    assert codes(facts("法治宣传教育: {普法活动: 50余场}")) == ["篇幅-01"]
