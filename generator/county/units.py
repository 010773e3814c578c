"""Whose a file is: the units of the notice's list, found by the names that files give themselves."""

from __future__ import annotations

from collections.abc import Iterable

from generator.facts.notice import ListedUnit
from generator.near import nearest_name

_ORGANS = ("人民政府", "办事处", "党工委", "委员会", "党委", "街道办", "政府")
_ABOVE = frozenset("省市县区旗州盟府委会")
"""What the name of a unit's superior ends in, which stands before its own: 临淄区稷下街道."""


class UnitList:
    """The units that are to send a report, to be found by name."""

    def __init__(self, units: Iterable[ListedUnit]) -> None:
        """Take the units in their order."""
        self.units = tuple(units)
        called = [(name, unit) for unit in self.units for name in (unit.name, *unit.aliases)]
        self._called = dict(reversed(called))
        self._bare = {_bare(name): unit for name, unit in reversed(called)}

    def of(self, names: Iterable[str]) -> ListedUnit | None:
        """Give the unit with one of these names, which may have an organ's behind it, or its superior's before."""
        written = ["".join(name.split()) for name in names]
        exact = (self._called.get(one) or self._bare.get(_bare(one)) for one in written)
        return next(filter(None, exact), None) or self._below_its_superior(written)

    def _below_its_superior(self, names: Iterable[str]) -> ListedUnit | None:
        found = [
            (len(called), unit)
            for name in map(_bare, names)
            for called, unit in self._bare.items()
            if name.endswith(called) and name.removesuffix(called)[-1:] in _ABOVE
        ]
        return max(found, key=lambda one: one[0])[1] if found else None

    def spoken_of(self, text: str) -> ListedUnit | None:
        """Give the unit that a title or a file's name speaks of: of several the one with the longest name."""
        found = [(len(called), unit) for called, unit in self._called.items() if called in text]
        return max(found, key=lambda one: one[0])[1] if found else None

    def misnamed(self, text: str, unit: ListedUnit) -> str:
        """Give the unit that the name of a unit's file speaks of, where it is another one; else an empty text."""
        if any(called in text for called in (unit.name, *unit.aliases)):
            return ""
        other = self.spoken_of(text)
        return other.name if other and other != unit else ""

    def nearest(self, names: Iterable[str]) -> str:
        """Give the listed name most like one of these, or an empty text."""
        known = [unit.name for unit in self.units]
        return next((near for name in names if (near := nearest_name(_bare(name), known))), "")


def _bare(name: str) -> str:
    """Give a unit's name without its organ: 稷下街道 of 稷下街道办事处."""
    return next(
        (name.removesuffix(organ) for organ in _ORGANS if name.endswith(organ) and name != organ), name
    )
