"""The words for what lies below a unit: 村（社区）, or 村 or 社区 alone where it has only these."""

from __future__ import annotations

from collections.abc import Mapping

from generator.facts.head import Territory
from generator.facts.levels import TOWNSHIPS
from generator.facts.records import Places
from generator.numbers.quantity import Quantity

ANY_PLACE = "村（社区）"
_BOTH = {
    "村": ANY_PLACE,
    "村级": "村级",
    "村居": "村居",
    "村居民": "村（居）民",
    "村居公约": "村规民约、居民公约",
}
_VILLAGES = {"村": "村", "村级": "村级", "村居": "乡村", "村居民": "村民", "村居公约": "村规民约"}
_COMMUNITIES = {"村": "社区", "村级": "社区", "村居": "社区", "村居民": "居民", "村居公约": "居民公约"}


def words_below(territory: Territory, level: str | None) -> dict[str, str]:
    """Give the words by the names under which templates know them: 村 村级 村居 村居民 村居公约.

    For a township whose territory tells which of the two it has also 基层 and 下级, which else go by the level alone.
    """
    words = _words(territory)
    if level not in TOWNSHIPS or words is _BOTH:
        return dict(words)
    return {**words, "基层": words["村"], "下级": f"科室、{words['村']}"}


def place_names(territory: Territory) -> tuple[str, ...]:
    """Give the names of villages and communities that the file tells."""
    return tuple(
        name for one in (territory.villages, territory.communities) if isinstance(one, tuple) for name in one
    )


def _words(territory: Territory) -> Mapping[str, str]:
    """Tell by what is written: a kind that the file says nothing of is not there where the other one is."""
    villages, communities = _has(territory.villages), _has(territory.communities)
    if villages is communities:
        return _BOTH
    return _VILLAGES if villages else _COMMUNITIES


def _has(places: Places) -> bool:
    return bool(places.number) if isinstance(places, Quantity) else bool(places)
