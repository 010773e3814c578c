"""Names in notes: what stands behind a field's own name and a colon (示范服务室：新居服务中心、洋蛮河村)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.suggesting.homes import Homes
from generator.suggesting.phrases import Phrase
from generator.topics.topic import DUTIES, Topics

_KINDS = frozenset({"名单", "文字", "频次", "名次", "日期"})
_LONGEST = 60


class NamesReader:
    """Knows the fields that hold words, by their names."""

    def __init__(self, topics: Topics) -> None:
        """Take the declarations."""
        self._homes = Homes(topics)
        self._fields: dict[str, list[tuple[str, str]]] = {}
        for topic in topics:
            home = topic.name if topic.name in topics.measures else DUTIES
            for field in topic.fields.values():
                for name in (field.name, *field.aliases) if field.kind in _KINDS else ():
                    self._fields.setdefault(name, []).append((home, field.name))

    def tell(self, phrase: Phrase) -> Iterator[tuple[str, str, bool]]:
        """Give topic and field of what a phrase says, and whether it surely is that one; nothing for other phrases."""
        label = phrase.context[0] if phrase.context else ""
        fields = self._fields.get(label, [])
        if not fields or len(phrase.text) > _LONGEST:
            return
        meant = self._homes.of_office(phrase.speaker.office).union(
            *map(self._homes.of_words, phrase.context[1:])
        )
        spoken = [one for one in fields if one[0] in meant]
        home, field = (spoken or fields)[0]
        yield home, field, len(fields) == 1 or len(spoken) == 1
