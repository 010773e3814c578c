"""Whether enough speaks for the field that a figure of an old report most likely is: a wrong one is worse than none."""

from __future__ import annotations

from generator.numbers.units import PERCENT
from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.joined import last_of_rates
from generator.recognition.qualifiers import QUALIFIERS
from generator.recognition.ranking import RankedField
from generator.recognition.weighing import POINTS_OF

_LEAST, _REPORTED, _SAID, _EXPLAINED, _BOTH = 4.0, 0.75, 0.45, 0.4, 0.36
_EXPLAINED_OF_SPOKEN, _SAID_OF_SPOKEN = 0.38, 0.6
_OF_RATE = 0.6
"""Many things have rates of the same name: nearly all that is said of one must be the field's own."""
_WHOLLY, _FAR, _NEARLY = 0.9, 12.0, 0.35
"""A field all of whose words are said may have a few more beside them."""
_PART = "其中"
_OTHER = pattern(
    "|".join(QUALIFIERS[name] for name in ("上年", "增减", "计划", "平均", "极值", "每", "部分", "另外"))
)
_RATE = pattern("([一-龥]{2})率")


def is_meant(one: RankedField, said: Said, *, spoken: bool) -> bool:
    """Tell whether enough speaks for a field: what it counts is said, and little else is, or a real report said it so.

    `spoken` tells that its own words stand in the clause. A rate is only what is called so; a word that makes the
    figure another thing (新增, 每) makes it none of a field that does not say it.
    """
    if one.score < _LEAST:
        return False
    if one.reported >= _REPORTED or said.figure.unit in POINTS_OF:
        return True
    if _is_other(one, said) or _is_other_rate(one, said):
        return False
    least = _OF_RATE if said.figure.unit == PERCENT else _EXPLAINED_OF_SPOKEN if spoken else _EXPLAINED
    enough = one.said * one.explained >= _BOTH or (spoken and one.said >= _SAID_OF_SPOKEN)
    if said.figure.unit != PERCENT and one.said >= _WHOLLY and one.score >= _FAR and one.explained >= _NEARLY:
        return True
    return one.said >= _SAID and one.explained >= least and enough


def _is_other(one: RankedField, said: Said) -> bool:
    """Tell whether a word in the clause that is none of the field's own makes the figure a part, a plan, a change."""
    own = "|".join((*one.spoken.names, *one.spoken.phrases))
    return any(
        word not in own and not (word == _PART and one.spoken.is_part) for word in _OTHER.findall(said.before)
    )


def _is_other_rate(one: RankedField, said: Said) -> bool:
    """Tell a rate that is called otherwise than the field, 应诉率 for 胜诉率, or whose first word nobody says."""
    if said.figure.unit != PERCENT:
        return False
    called = _RATE.search(last_of_rates(said.before))
    if called is not None and not any(called[1] in name for name in one.spoken.names):
        return True
    heard = said.sentence + said.before + said.after
    return not any(name[:2] in heard for name in one.spoken.names)
