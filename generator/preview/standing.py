"""Whether what was brought into a facts file still stands in it, however the lines around it have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.amending.amendment import VALUE, is_fact
from generator.facts.sentences import cut_sentence
from generator.preview.actions import Bring
from generator.problems import FactsError
from generator.topics.loading import SENTENCES
from generator.yamltext.source import read_source


def stands(brought: Bring, text: str) -> bool:
    """Tell whether what was brought in is there: the values that came, as often, and none that went.

    Of a text that is no readable file what it last had is not known to be gone.
    """
    try:
        before, after, now = (_values(one) for one in (*brought, text))
    except FactsError:
        return True
    return all(now[one] >= after[one] for one in after - before) and all(
        now[one] <= after[one] for one in before - after
    )


@lru_cache(maxsize=256)
def _values(text: str) -> Counter[tuple[str, str]]:
    """Count the values of a text, each by its own name, wherever they stand: a topic that was moved has them still."""
    return Counter(_said("", read_source(text.encode(), "").data))


def _said(name: str, content: Any) -> Iterator[tuple[str, str]]:
    """Give names and values; a sentence as its marks and what is written around them, which change by themselves."""
    if isinstance(content, dict):
        for key, one in content.items():
            yield from _said(_named(name, str(key), beside=is_fact(content)), one)
    elif isinstance(content, list):
        for one in content:
            yield from _said("" if isinstance(one, str) else name, one)
    elif content:
        marks = cut_sentence(content).marks
        around, at = "", 0
        for one in marks:
            yield one.label, one.written or ""
            around, at = f"{around}{content[at : one.start]}【{one.label}】", one.end
        yield name, around + content[at:]


def _named(name: str, key: str, *, beside: bool) -> str:
    """Name what stands under a key; what is said beside a figure is that figure's, the same beside another is not."""
    if beside:
        return name if key == VALUE else f"{name}.{key}"
    return "" if key == SENTENCES else key
