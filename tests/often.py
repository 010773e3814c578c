"""How often a property is tried: so many times in the usual run, ten times as many, and others, by `run.py soak`."""

from hypothesis import settings

USUALLY = 100


def often(times: int) -> settings:
    """Try a property so many times in the usual run."""
    return settings(max_examples=max(1, times * settings.default.max_examples // USUALLY))
