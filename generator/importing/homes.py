"""The topic that each passage of an old report is of: by its heading, its words, and what its figures may be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from generator.importing.passages import OldSentence
from generator.recognition.ranking import FieldRanking
from generator.topics.topic import DUTIES

_KNOWN = 1.2
_BY_FIGURE, _MOST_OF_FIGURE = 0.03, 20.0


class Reporting(NamedTuple):
    """Whose report it is, as far as fields depend on it: the level of the unit and the year; None where not known."""

    level: str | None
    year: int | None


class HomePassage(NamedTuple):
    """Sentences that stand together, and the topic that they are of, empty for none."""

    home: str
    sentences: tuple[OldSentence, ...]


def homed_passages(
    passages: Sequence[Sequence[OldSentence]], heading: str, ranking: FieldRanking, reporting: Reporting
) -> list[HomePassage]:
    """Give the passages under a heading with their topics, those side by side of one topic put together.

    A topic stands once under a heading: what comes back to it goes with the passage before.
    """
    told: list[HomePassage] = []
    for passage in passages:
        here = told[-1].home if told else ""
        known = {one.home for one in told}
        home = home_of(passage, heading, ranking, reporting, known)
        if told and (home in {here, ""} or (home in known and home != here)):
            told[-1] = told[-1]._replace(sentences=(*told[-1].sentences, *passage))
        else:
            told.append(HomePassage(home, tuple(passage)))
    return told


def likely_topics(passage: Sequence[OldSentence], heading: str, ranking: FieldRanking) -> Mapping[str, float]:
    """Tell of each topic how likely a passage is of it, by what it stands under: a point by its own first words."""
    text = "".join(one.text for one in passage)
    if passage and passage[0].counted:
        return ranking.likely_homes(text + heading, passage[0].text[2:])
    return ranking.likely_homes(text, heading)


def home_of(
    passage: Sequence[OldSentence],
    heading: str,
    ranking: FieldRanking,
    reporting: Reporting,
    known: Collection[str] = (),
) -> str:
    """Give the topic that a passage is most likely of, one of those `known` under its heading before others."""
    text = "".join(one.text for one in passage)
    likely = likely_topics(passage, heading, ranking)
    scores = {home: score for home, score in likely.items() if home != DUTIES}
    for ranked in ranking.rank(text, reporting.level, reporting.year):
        figure = ranked.under(likely)
        best: dict[str, float] = {}
        for field in figure.fields:
            home = field.spoken.home
            best[home] = max(best.get(home, 0.0), min(field.score, _MOST_OF_FIGURE))
        for home, score in best.items():
            if home in scores:
                scores[home] += _BY_FIGURE * score
    return max(scores, key=lambda home: scores[home] * (_KNOWN if home in known else 1), default="")
