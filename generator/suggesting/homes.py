"""Which topics words that stand over a figure are about: a heading, the office that sent it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from generator.patterns import pattern
from generator.recognition.matcher import Matcher, matcher_for
from generator.topics.topic import DUTIES, Topics

_ENDS = pattern("(?:综合|办公室|管理|服务|大队|中队|中心|[办所站队科股局])+$")
_OFFICE = pattern("(?:办公室|中心|[办所站队科股局])$")
_ASIDE = pattern("[（(][^（）()]*[)）]")
_LEAST, _LONGEST = 2, 12


class Homes:
    """Tells the topics that a heading or an office is about."""

    def __init__(self, topics: Topics) -> None:
        """Take the topics' names and offices."""
        self._matcher: Matcher = matcher_for(topics)
        self._offices: Mapping[str, str] = {one.name: one.office for one in topics if one.part != DUTIES}
        self.names = (*topics.measures, DUTIES)

    def is_office(self, words: str) -> bool:
        """Tell whether words are the name of an office and not of its work."""
        return bool(_OFFICE.search(words)) and not any(words in name or name in words for name in self.names)

    @lru_cache(maxsize=256)  # noqa: B019  # made once for a run
    def of_words(self, words: str) -> frozenset[str]:
        """Give the topics that a heading names, else the one that its words are most like; none for a longer text."""
        if len(words) > _LONGEST or "：" in words:
            return frozenset()
        named = [one for one in self.names if words in one or one in words]
        like = () if named else self._matcher.homes_of(_ASIDE.sub("", words))
        return frozenset(named or (like if len(like) == 1 else ()))

    @lru_cache(maxsize=256)  # noqa: B019  # made once for a run
    def of_office(self, office: str) -> frozenset[str]:
        """Give the topics of an office, however it is called for short: 执法队, 综合执法办, 便民中心."""
        core = _ENDS.sub("", office) or office
        core = core[-_LEAST:] if len(core) > _LEAST else core
        if len(core) < _LEAST:
            return frozenset()
        return frozenset(
            name for name, known in self._offices.items() if _in_order(core, known) or core in name
        )


def _in_order(core: str, text: str) -> bool:
    """Tell whether the characters of a core stand in a text in their order."""
    at = 0
    for sign in core:
        at = text.find(sign, at) + 1
        if not at:
            return False
    return True
