"""The figures of the corpus, both halves: faults found, sound passages flagged."""

from __future__ import annotations

import pytest

from generator.problems import Level
from tests.checks.corpus import cases, flags

FOUND = {"自拟": 0.95, "仿公开报告": 0.90}


@pytest.mark.parametrize("aside", [False, True], ids=["参照", "留出"])
@pytest.mark.parametrize("name", FOUND)
def test_faults_are_found(name, aside):
    bad = [case for case in cases(name) if case.bad and case.aside is aside]
    found = sum(bool(flags(case)) for case in bad)
    assert len(bad) > 90
    assert found / len(bad) >= FOUND[name]


@pytest.mark.parametrize("aside", [False, True], ids=["参照", "留出"])
@pytest.mark.parametrize("name", FOUND)
def test_what_is_sound_is_left_alone(name, aside):
    good = [case for case in cases(name) if not case.bad and case.aside is aside]
    errors = [case.text for case in good if any(problem.level is Level.ERROR for problem in flags(case))]
    warned = [case.text for case in good if flags(case) and case.text not in errors]
    assert len(good) > 60
    assert len(errors) / len(good) <= 0.01, errors
    assert len(warned) / len(good) <= 0.05, warned
