"""Which fields the figures of an old report may be, and how much speaks for each: a wrong one is worse than none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.importing.homes import Reporting, home_of, likely_topics
from generator.importing.passages import OldPassage
from generator.recognition.against import (
    counts_another,
    hangs_on_another,
    is_called,
    is_count_of,
    is_event_with,
    is_of_a_part,
    is_other_kind,
    is_standing,
    is_twin_meant,
    is_unnamed,
    names_another,
    of_another_topic,
    of_named_topic,
    of_unnamed_office,
)
from generator.recognition.clauses import Said
from generator.recognition.deeds import is_what_they_did
from generator.recognition.elsewhere import (
    is_one_of_many,
    leaves_its_body_unsaid,
    leaves_its_head_unsaid,
    others_did_it,
)
from generator.recognition.joined import counts_jointly
from generator.recognition.laid_out import laid_out
from generator.recognition.leading import is_led
from generator.recognition.matcher import Matcher, Recognised
from generator.recognition.meant import is_meant
from generator.recognition.ranking import FieldRanking, RankedField, RankedFigure
from generator.recognition.spoken import FieldWords
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.topic import DUTIES, Field

CERTAIN = 100.0
"""What the matcher of single sentences is sure of goes before all."""
_NAMED, _SPOKEN, _WHOLE = 50.0, 2.5, 2.5
"""Then what its words call as the topic's field is called; what the matcher only holds for likely is likelier, and so
is one of whose names no sign is missing beside the figure."""
_LED, _CALLED = 10.0, 0.9
"""What the heads of the unit are said to have done is theirs, whatever topic it stands under."""
_HEADS_OWN = 1.5
"""What is told of the heads is rather theirs than that of a topic with a field so called."""
_OF_ITS_TOPIC = 1.5
_CERTAINLY, _REPORTED = 0.5, 0.75
_LONG_NAME = 4
_EACH = "各"
"""宪法宣传、民法典宣讲各1场次: what stands before it counts each of several."""
_HOPELESS = 0.0
"""Below this a field is neither taken nor near enough to one that is."""


class Claim(NamedTuple):
    """A figure that may be a field: how much speaks for it, whether that is enough, and the value.

    `against` tells that its words name something else: it is none of the field, however much is alike.
    """

    score: float
    home: str
    field: Field
    value: Any
    meant: bool
    certain: bool
    against: bool = False


class ClaimedFigure(NamedTuple):
    """A figure, what the matcher of single sentences says of it, and the fields that it may be, the likeliest first."""

    said: Said
    known: Recognised | None
    claims: tuple[Claim, ...]


class Claimant:
    """Weighs the fields for the figures of one report's passages, each passage once."""

    def __init__(self, matcher: Matcher, ranking: FieldRanking, reporting: Reporting) -> None:
        """Keep what tells fields."""
        self._matcher, self._ranking, self._reporting = matcher, ranking, reporting
        self._figures: dict[OldPassage, tuple[ClaimedFigure, ...]] = {}

    def figures(self, passage: OldPassage) -> tuple[ClaimedFigure, ...]:
        """Give the figures of a passage with their claims; those of a plan have none."""
        if passage not in self._figures:
            self._figures[passage] = tuple(self._claimed(passage))
        return self._figures[passage]

    def _claimed(self, passage: OldPassage) -> list[ClaimedFigure]:
        text = passage.text
        if not any(sign.isdigit() for sign in text):
            return []
        known = {one.end: one for one in self._matcher.recognise(text, passage.home)}
        likely = self._likely(passage)
        done: list[ClaimedFigure] = []
        for ranked in self._ranking.rank(text, *self._reporting):
            figure, matched = ranked.under(likely), known.get(ranked.said.end)
            last = done[-1] if done and "。" not in text[done[-1].said.end : figure.said.start] else None
            claims = self._claims(figure, matched, passage, last) if passage.of_the_year else ()
            done.append(ClaimedFigure(figure.said, matched, tuple(claims)))
        return done

    def _likely(self, passage: OldPassage) -> dict[str, float]:
        """Tell of each topic how likely a passage is of it; its own, or what it speaks of, goes before."""
        likely = likely_topics(passage.sentences, passage.heading, self._ranking)
        elsewhere = passage.home in {"", DUTIES}
        about = (
            home_of(passage.sentences, passage.heading, self._ranking, self._reporting)
            if elsewhere
            else passage.home
        )
        return {**likely, **dict.fromkeys({passage.home, about} - {""}, _OF_ITS_TOPIC)}

    def _claims(
        self, figure: RankedFigure, known: Recognised | None, passage: OldPassage, last: ClaimedFigure | None
    ) -> Sequence[Claim]:
        """Give the fields that a figure may be, the likeliest first; `last` is the figure before it in its sentence."""
        written = passage.text[figure.said.start : figure.said.end]
        claims = []
        going_on = self._going_on(figure, passage, last)
        for one in figure.fields:
            spoken = known is not None and known.key == one.key
            others = _is_told_of_others(one.spoken, figure.said, passage.heading) or _is_of_a_part(
                one, figure, last
            )
            strict = (
                spoken and known is not None and known.sure and not (others or _twin_is_named(one, figure))
            )
            named = (
                known is not None and not others and self._is_named(one, known.label, figure.said, passage)
            )
            if (one.score < _HOPELESS and not (spoken or named)) or is_count_of(
                one.spoken.field, figure.said
            ):
                continue
            value = _value(known.written if strict and known else written, one.spoken.field)
            if value is None:
                continue
            meant = strict or named or one.key == going_on or is_meant(one, figure.said, spoken=spoken)
            certain = strict or named or one.said * one.explained >= _CERTAINLY or one.reported >= _REPORTED
            # of another topic than that of its text only what is certain is taken
            meant = meant and (certain or one.key[0] == passage.home or passage.home in {"", DUTIES})
            against = others or (not (strict or named) and self._speaks_against(one, figure, passage, last))
            more = CERTAIN if strict else max(_SPOKEN * spoken, _NAMED * named)
            if one.key[0] == DUTIES != passage.home and one.said >= _CALLED and is_led(figure.said):
                more += _LED
            more += _HEADS_OWN * (one.key[0] == DUTIES == passage.home)
            score = one.score + more + _WHOLE * _stands_whole(one, figure)
            claims.append(
                Claim(score, one.key[0], one.spoken.field, value, meant and not against, certain, against)
            )
        return sorted(claims, key=lambda claim: -claim.score)

    def _going_on(
        self, figure: RankedFigure, passage: OldPassage, last: ClaimedFigure | None
    ) -> tuple[str, str]:
        """Give the field that a clause says together with the figure before it in its sentence.

        办结76件 behind 受理信访78件, 整改34个 behind 发现问题34个; two empty texts where it is none.
        """
        best = last.claims[0] if last and last.claims else None
        if best is None or not best.meant or passage.home not in {best.home, ""}:
            return "", ""
        fields = [one.spoken for one in figure.fields if one.key[0] == best.home]
        said = figure.said
        told = laid_out(said, said.sentence + said.before, fields)
        return (best.home, told[0].field.name) if len(told) == 1 else ("", "")

    def _is_named(self, one: RankedField, label: str, said: Said, passage: OldPassage) -> bool:
        """Tell whether a figure is called as a field of its topic, of the heads' own, or the one so called anywhere."""
        if is_what_they_did(one.spoken, said):
            return True
        if not is_called(label, one.spoken, said):
            return False
        home = one.key[0]
        if home == DUTIES != passage.home:
            return is_led(said)
        alone = self._matcher.homes_with(label, "") == (home,)
        return home == passage.home or (alone and (not passage.home or len(label) > _LONG_NAME))

    def _speaks_against(
        self, one: RankedField, figure: RankedFigure, passage: OldPassage, last: ClaimedFigure | None
    ) -> bool:
        spoken, said = one.spoken, figure.said
        others = [other.spoken for other in figure.fields if other is not one]
        if is_other_kind(spoken, said) or of_another_topic(spoken, said, passage.home, passage.heading):
            return True
        if (
            counts_jointly(spoken, said, others)
            or others_did_it(spoken, said)
            or is_one_of_many(spoken, said, self._matcher.homes_with(spoken.field.name, ""))
            or counts_another(spoken, said, others)
            or of_unnamed_office(spoken, said, passage.home, passage.heading)
            or self._is_twin_of_heads(spoken, said, passage)
        ):
            return True
        if one.reported >= _REPORTED:
            return False
        elsewhere = spoken.home not in {passage.home, DUTIES} and passage.home != DUTIES
        if (
            (elsewhere and leaves_its_head_unsaid(spoken, said))
            or of_named_topic(spoken, said, self._matcher.homes)
            or self._is_home_twin(spoken, figure, passage)
            or is_unnamed(spoken, said)
            or names_another(spoken, said, others)
        ):
            return True
        best = last.claims[0] if last and last.claims else None
        return last is not None and hangs_on_another(spoken, said, best.home if best and best.meant else "")

    def _is_twin_of_heads(self, one: FieldWords, said: Said, passage: OldPassage) -> bool:
        """Tell a field of the heads, whom a text of another part does not name, where a topic has one of that name."""
        if one.home != DUTIES or passage.home in {DUTIES, ""} or is_led(said):
            return False
        return len(self._matcher.homes_with(one.field.name, "")) > 1

    def _is_home_twin(self, one: FieldWords, figure: RankedFigure, passage: OldPassage) -> bool:
        """Tell a field of another topic where the text's own topic has one of that name that the figure cannot be."""
        if passage.home in {one.home, "", DUTIES} or one.home in passage.text:
            return False
        mine = (passage.home, one.field.name)
        return not any(other.key == mine for other in figure.fields) and bool(
            self._matcher.homes_with(one.field.name, passage.home)
        )


def _is_of_a_part(one: RankedField, figure: RankedFigure, last: ClaimedFigure | None) -> bool:
    """Tell whether what a field counts as a whole is said of a part, by 其中 or by the figure before it."""
    best = last.claims[0] if last and last.claims else None
    return is_of_a_part(one.spoken, figure.said, best.field if best and best.meant else None)


def _is_told_of_others(one: FieldWords, said: Said, heading: str) -> bool:
    """Tell whether what a field counts is said of somebody else, of nobody, or of what there is: sure or not."""
    unsaid = leaves_its_body_unsaid(one, said, heading) or is_standing(one, said) or is_event_with(one, said)
    return unsaid or said.before.endswith(_EACH) or is_what_they_did(one, said) is False


def _twin_is_named(one: RankedField, figure: RankedFigure) -> bool:
    """Tell whether the sentence names the topic of another field of the same name: 法律意见 of 法律顾问."""
    return any(
        other.spoken.field.name == one.spoken.field.name
        and other is not one
        and is_twin_meant(one.spoken, other.spoken, figure.said)
        for other in figure.fields
    )


def _stands_whole(one: RankedField, figure: RankedFigure) -> bool:
    """Tell whether a name stands beside the figure, no sign missing, that is not part of another field's name."""
    said = figure.said
    names = [name for name in one.spoken.names if len(name) >= _LONG_NAME]
    longer = [name for other in figure.fields if other is not one for name in other.spoken.names]
    return any(
        (name in said.before or name in said.after)
        and not any(name in other and name != other for other in longer)
        for name in names
    )


def _value(written: str, field: Field) -> Any:
    """Give what is written as a field reads it; None where it cannot."""
    try:
        return read(choose(written, field)[1], field)
    except MisreadError:
        return None
