"""Which rules there are, and where: known without importing them, so that only those are that a report has need of."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from generator.cached import kept, state_of_code
from generator.checks.codes import CODES
from generator.checks.material import Material
from generator.checks.registry import Rule, all_rules, registered
from generator.checks.scan import WordSearch
from generator.problems import Level


class Listed(NamedTuple):
    """A rule by its code: the module that it stands in, its gravest level, and the words that it waits for."""

    code: str
    module: str
    gravest: Level
    only_with: frozenset[str]


@cache
def rules_by_code() -> tuple[Listed, ...]:
    """Give all rules, in the order of groups and codes."""
    here = Path(__file__).parent
    state = state_of_code(sorted(path for folder in (here, here / "rules") for path in folder.glob("*.py")))
    return tuple(
        Listed(code, module, Level(gravest), frozenset(words))
        for code, module, gravest, words in kept("规则", [state, sys.version], _rows)
    )


def _rows() -> list[list[Any]]:
    return [[one.code, one.find.__module__, one.gravest.value, sorted(one.only_with)] for one in all_rules()]


@cache
def listed_for_errors() -> tuple[Listed, ...]:
    """Give the rules that can find an error; the others only remind."""
    return tuple(one for one in rules_by_code() if one.gravest is Level.ERROR)


@cache
def listed_of_group(group: str) -> tuple[Listed, ...]:
    """Give the rules of one group, such as 数据."""
    return tuple(one for one in rules_by_code() if one.code.partition("-")[0] == group)


def rules_for(material: Material, listed: tuple[Listed, ...]) -> Iterator[Rule]:
    """Give those of some rules that may find something in a report.

    A rule that waits for words which the report doesn't say is not even imported.
    """
    said = {word for text in material.wordings for _end, word in _waited_for(listed).places(text)}
    for one in listed:
        if not (one.only_with and one.only_with.isdisjoint(said)):
            yield _imported(one.module, one.code)


def title_of(code: str) -> str:
    """Give the title of a rule, or of a code that is said of files; the code itself where there is none."""
    module = next((one.module for one in rules_by_code() if one.code == code), "")
    if module:
        return _imported(module, code).title
    return next((one.title for one in CODES if one.code == code), code)


@lru_cache(maxsize=2)
def _waited_for(listed: tuple[Listed, ...]) -> WordSearch:
    return WordSearch(chain.from_iterable(one.only_with for one in listed))


@cache
def _imported(module: str, code: str) -> Rule:
    import_module(module)
    return registered(code)
