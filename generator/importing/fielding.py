"""Fields instead of sentences, where the template's own sentence from these fields says the same facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.importing.marking import MarkedLine, State
from generator.importing.writing import MarkedGroup, MarkedReport
from generator.numbers.prose import figures
from generator.patterns import pattern
from generator.recognition.fillers import FREE
from generator.recognition.surroundings import pairs_of
from generator.wordlist import common_words

Drafted = Callable[[str, Mapping[str, str]], str]
"""Gives what the template of a topic says of fields with these values."""

_FIGURE = pattern("[0-9][0-9.,]*[余多]?[万亿]?[一-龥%]")
_SIGNS = pattern("[^一-龥]")


def with_fields(report: MarkedReport, drafted: Drafted) -> MarkedReport:
    """Give a report whose topics have fields for those sentences, at their beginning or end, that templates can say."""
    return report._replace(
        measures=tuple(
            heading._replace(topics=tuple(_with_fields(topic, drafted) for topic in heading.topics))
            for heading in report.measures
        )
    )


def _with_fields(topic: MarkedGroup, drafted: Drafted) -> MarkedGroup:
    """Try all sentences, then those at the end, the most first: a field's sentence stands before or behind 正文."""
    lines = topic.lines
    for begin in range(len(lines)):
        tail = lines[begin:]
        values = {figure.field: figure.written for line in tail for figure in line.figures}
        joined = begin > 0 and any(line.old.begins for line in tail)
        if (
            values
            and not joined
            and all(map(_has_sure_fields, tail))
            and _is_said(topic.key, tail, values, drafted)
        ):
            return topic._replace(lines=lines[:begin], fields=tuple(values.items()))
    return topic


def _has_sure_fields(line: MarkedLine) -> bool:
    """Tell a sentence that is no point of a list and whose figures are all fields of its topic for certain."""
    own = all(one.state is State.SURE and one.label == one.field for one in line.figures)
    return bool(line.figures) and own and not line.old.counted


def _is_said(topic: str, lines: Sequence[MarkedLine], values: Mapping[str, str], drafted: Drafted) -> bool:
    """Tell whether the template says every figure and every word of the sentences, and no figure more."""
    written = "".join(line.old.text for line in lines)
    said = drafted(topic, values)
    if sorted(one.text for one in figures(said)) != sorted(one.text for one in figures(written)):
        return False
    words = {pair for pair in pairs_of(_plain(written)) if pair in common_words()}
    return words <= pairs_of(_plain(said)) | pairs_of(said)


def _plain(text: str) -> str:
    return _SIGNS.sub("|", FREE.sub("|", _FIGURE.sub("|", text)))
