"""The figures of the corpus, both halves: faults found, sound passages flagged."""

from __future__ import annotations

import pytest

from generator.problems import Level
from tests.checks.corpus import cases, flags

FOUND = {"自拟": 0.95, "仿公开报告": 0.90}


# every second passage usually, all of them in the soak run
some = pytest.mark.parametrize("step", [2, pytest.param(1, marks=pytest.mark.soak)])


@some
@pytest.mark.parametrize("aside", [False, True], ids=["参照", "留出"])
@pytest.mark.parametrize("name", FOUND)
def test_faults_are_found(name, aside, step):
    bad = [case for case in cases(name) if case.bad and case.aside is aside][::step]
    found = sum(bool(flags(case)) for case in bad)
    assert len(bad) > 90 // step
    assert found / len(bad) >= FOUND[name]


@some
@pytest.mark.parametrize("aside", [False, True], ids=["参照", "留出"])
@pytest.mark.parametrize("name", FOUND)
def test_what_is_sound_is_left_alone(name, aside, step):
    good = [case for case in cases(name) if not case.bad and case.aside is aside][::step]
    errors = [case.text for case in good if any(problem.level is Level.ERROR for problem in flags(case))]
    warned = [case.text for case in good if flags(case) and case.text not in errors]
    assert len(good) > 60 // step
    assert len(errors) / len(good) <= 0.01, errors
    assert len(warned) / len(good) <= 0.05, warned
