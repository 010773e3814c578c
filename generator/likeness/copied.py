"""The progress of a county with what the units' own words have in common: half of them alike is to be looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.county.status import Progress
from generator.likeness.alike import find_alike
from generator.resources import Templates

_SHARE = 0.5
"""So much of a report's own words in another's is no chance, as the rule on --against has it."""


def with_copied(progress: Progress, templates: Templates) -> Progress:
    """Give the progress with each unit whose own words stand in another's for a half or more, and whose these are."""
    units = {one.sent.path: one.unit.name for one in progress.units if one.sent and not one.sent.unread}
    if len(units) < 2:
        return progress
    found: dict[Path, tuple[str, float]] = {}
    for pair in find_alike([*units], (), templates).pairs:
        sides = (pair.one.path, pair.other.path)
        for own, other, share in zip(sides, sides[::-1], pair.shares, strict=True):
            if share >= max(_SHARE, found.get(own, ("", 0.0))[1]):
                found[own] = (units[other], share)
    told = (
        one._replace(copied=found.get(one.sent.path, ("", 0.0))) if one.sent else one
        for one in progress.units
    )
    return replace(progress, units=tuple(told))
