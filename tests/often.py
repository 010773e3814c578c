"""How often a property is tried: so many times in the usual run, twenty times as many, and others, by `run.py soak`."""

from hypothesis import settings

USUALLY = 50
SOAKED = 20 * USUALLY


def often(times: int) -> settings:
    """Try a property so many times in the usual run."""
    return settings(max_examples=max(1, times * settings.default.max_examples // USUALLY))
