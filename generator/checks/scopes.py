"""Of which part of the year, and of which place, a sentence speaks."""

from __future__ import annotations

from generator.checks.scan import start_behind
from generator.patterns import pattern

SENTENCE = pattern("[。；！？\n]")
_SCOPE = pattern(
    r"上半年|下半年|[前一二三四]季度|(?<![\d年])(?:[1-9]|1[01]|12(?!月(?:底|3[01]日)))月|(?<![十每第])(?:十[一二]?|[一二三四五六七八九])月"
    r"|元旦|春节|清明|端午|中秋|国庆|年初|当[天日月]|全[县区市省国]|[一-龥]{2,3}(?:村|社区)(?![民级两组干])|派出所|司法所"
)
"""Until the end of December is the whole year."""
_FAR = 200
"""How far before a place its sentence is read."""


def period_and_place(text: str, at: int) -> frozenset[str]:
    """Give what the sentence says, before a place in a text, of the part of the year and of the place it speaks of."""
    start = max(start_behind(SENTENCE, text, at), at - _FAR)
    where = text.rfind(_DURING, start, at)
    during = text[max(start, where - len(_DURING)) : where] + _DURING if where >= 0 else ""
    return frozenset([*_SCOPE.findall(text, start, at), during]) - {""}


_DURING = "期间"
"""With the two characters before it: 春节期间 and 国庆期间 are not one."""
