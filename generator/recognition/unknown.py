"""The figures of a text in which none can be a field: each has a label of its own."""

from __future__ import annotations

from generator.recognition.clauses import said_figures
from generator.recognition.labels import own_label
from generator.recognition.matcher import Recognised


def label_alone(text: str) -> tuple[Recognised, ...]:
    """Give the figures of a text in which none can be a field, each with its label: of a plan, of one activity."""
    done: list[Recognised] = []
    for said in said_figures(text):
        if not said.vague:
            last = done[-1].label if done else ""
            label = own_label(said, last)
            done.append(Recognised(said.start, said.end, text[said.start : said.end], label=label))
    return tuple(done)
