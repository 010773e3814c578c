"""Which words of a sentence our templates say: told from the templates, not guessed from how many say them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.drafting.clauses import setting_of
from generator.drafting.shape_reading import ClauseShape
from generator.drafting.shapes import shapes_of, shapes_of_opening
from generator.facts.head import Unit
from generator.facts.library import PLANS, SHORTCOMINGS, read_library
from generator.patterns import pattern
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.topic import Topic

THIS_UNIT = "本单位"
"""What stands in a sentence for the name of its unit, so that one set of shapes serves all units."""
_CUT = pattern("([，。；：！？]+)")
_WORDS = frozenset({"文字", "名单"})
_LEAD = pattern(
    "^(?:[一二三四五六七八九十]{1,3}是|同时，|此外，|其中，?|[^，。；]{0,4}(?:原因在于|原因主?要?是|这?主?要?是(?:因为|由于)|究其原因，)|从原因看，|分析原因，)"
)
_TURN = pattern(
    "(?:究其原因|从原因看|分析原因|其原因|主要原因|原因主要?|主要表现)[在是为，]{0,2}|(?:针对|结合|围绕|就)[^，]*的?(?:问题|实际)"
    "|对[^，]{2,40}的问题|从[^，]{2,40}入手|[该此]项整改.{0,8}|现将.{0,40}(?:报告|汇报)(?:如下)?|特此报告|存在(?:的|以下|一些)?.{0,6}(?:不足|问题)"
)
_MOST_CLAUSES, _SIGNS = 4, "，。；：！？、"
_LEAST_KEY = 2
_SURE = 6
"""A clause of which the template says so many characters is the template's even where words of the unit stand in it."""


class TemplateWords:
    """Takes out of a sentence the clauses that our templates can say for units of one level, whatever the year."""

    def __init__(self, level: str | None, templates: Templates) -> None:
        """Take the templates apart; what they take from the dated formulations no normal form has."""
        topics = read_topics(templates)
        setting = setting_of(Unit(short=THIS_UNIT, level=level or "镇"), None, templates)
        opening, its_shapes = shapes_of_opening(setting)
        self._topics: Mapping[str, Topic] = {**topics.measures, **topics.duties, opening.name: opening}
        shapes = {**shapes_of(topics, setting), opening.name: its_shapes}
        self._texts = {label for one in shapes.values() for label in one.labels}
        self._texts.update(_library_clauses(templates))
        self._by_key: dict[str, list[tuple[str, ClauseShape]]] = defaultdict(list)
        for one in shapes.values():
            for clause in one.clauses:
                for anchor in clause.anchors:
                    self._by_key[anchor[:_LEAST_KEY]].append((anchor, clause))

    def own_part(self, sentence: str) -> str:
        """Give what of a sentence the templates do not say: clauses of the unit's own, and own words within others."""
        pieces = _CUT.split(_LEAD.sub("", sentence))
        clauses, signs = pieces[::2], [*pieces[1::2], ""]
        kept, at = [], 0
        while at < len(clauses):
            known, told = self._longest(clauses, signs, at)
            if known:
                kept.append(told)
            elif clauses[at]:
                kept.append(self._listed(clauses[at]) + signs[at])
            at += known or 1
        return "".join(kept).strip(_SIGNS)

    def _listed(self, clause: str) -> str:
        """Give a clause without the items that the templates say: short facts are told one behind the other, with 、."""
        items = clause.split("、")
        told = [self._said(item) for item in items]
        if len(items) == 1 or not any(one is not None for one in told):
            return clause
        return "、".join(item if one is None else one for item, one in zip(items, told, strict=True)).strip(
            "、"
        )

    def _longest(self, clauses: list[str], signs: list[str], at: int) -> tuple[int, str]:
        """Tell how many clauses from one on the templates say together, and the own words within them.

        Clauses that the templates say to the last word are taken at once, else those of which they say most.
        """
        best, most = (0, ""), 0
        text = ""
        for many in range(1, min(_MOST_CLAUSES, len(clauses) - at) + 1):
            text += clauses[at + many - 1]
            told = self._said(text)
            if told == "":
                return many, ""
            if told is not None and len(text) - len(told) > most:
                best, most = (many, told), len(text) - len(told)
            text += signs[at + many - 1]
        return best

    def _said(self, text: str) -> str | None:
        """Give the own words within what a template says, None where none says it."""
        if not text or text in self._texts or _TURN.fullmatch(text):
            return ""
        found = (self._own_words(shape, text) for shape in self._may_say(text))
        return min((one for one in found if one is not None), key=len, default=None)

    def _may_say(self, text: str) -> Iterator[ClauseShape]:
        seen = set()
        for start in range(len(text)):
            for anchor, shape in (
                *self._by_key.get(text[start : start + _LEAST_KEY], ()),
                *self._by_key.get(text[start], ()),
            ):
                if id(shape) not in seen and text.startswith(anchor, start):
                    seen.add(id(shape))
                    yield shape

    def _own_words(self, shape: ClauseShape, text: str) -> str | None:
        match = shape.pattern.fullmatch(text)
        if match is None:
            return None
        fields = self._topics[shape.topic].fields
        own = "，".join(
            match[group]
            for group, slot in shape.slots.items()
            if slot.how not in ("是", "零", "说法") and fields[slot.field].kind in _WORDS and match[group]
        )
        return own if len(text) - len(own) >= min(_SURE, len(text)) else None


@lru_cache(maxsize=16)
def template_words(level: str | None, templates: Templates) -> TemplateWords:
    """Give what takes the templates' words out of the sentences of such a unit; made once a process."""
    return TemplateWords(level, templates)


def _library_clauses(templates: Templates) -> Iterator[str]:
    """Give the clauses of the common shortcomings and plans that a file may choose by name."""
    for name in (SHORTCOMINGS, PLANS):
        for entry in read_library(templates, name).values():
            for part in entry.values():
                for text in part if isinstance(part, list) else [part]:
                    yield from filter(None, _CUT.split(text)[::2])
