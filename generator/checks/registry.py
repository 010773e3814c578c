"""The rules by code: each is one function with its title, its level, one bad and one good example."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from inspect import getdoc
from typing import NamedTuple

from generator.checks.material import Finding, Material, Other
from generator.problems import Level

GROUPS = ("数据", "标注", "结构", "提法", "文字", "隐私", "雷同", "篇幅")

Find = Callable[[Material], Iterator[Finding]]


class Example(NamedTuple):
    """A piece of a report (Markdown, or one plain paragraph) with what is known of it.

    `facts` and `last` are facts files as YAML text, this year's and last year's; `others` are the reports
    that it shares passages with. The tests and the reference page are made from examples.
    """

    text: str = ""
    year: int = 2023
    level: str = "街道"
    date: str = ""
    name: str = ""
    facts: str = ""
    last: str = ""
    others: tuple[Other, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One thing that is checked: the code, a title, how sure it is, its examples and the function that looks.

    `level` is that of a finding which has none of its own, `gravest` the gravest that any may have. The rule has
    nothing to find in a report that says none of the words `only_with`; without such words it always looks. What it
    finds is not told where a rule of `yields_to` finds fault with the same words. `errors` looks for all errors that
    `find` gives and for less of what only reminds.
    """

    code: str
    title: str
    level: Level
    gravest: Level
    bad: Example
    good: Example
    find: Find = field(repr=False)
    errors: Find = field(repr=False)
    only_with: frozenset[str] = frozenset()
    yields_to: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """Give the group, such as 数据."""
        return self.code.partition("-")[0]

    @property
    def explanation(self) -> str:
        """Give the docstring: 查什么, 为什么, 怎么改."""
        return getdoc(self.find) or ""


_REGISTER: dict[str, Rule] = {}


def rule(  # noqa: PLR0913  # what is told of a rule beside its docstring, each by its name
    code: str,
    title: str,
    *,
    bad: str | Example,
    good: str | Example,
    level: Level = Level.WARNING,
    gravest: Level | None = None,
    only_with: Iterable[str] = (),
    yields_to: tuple[str, ...] = (),
    errors: Find | None = None,
) -> Callable[[Find], Find]:
    """Register the function below as the rule `code`; codes are given once, `bad` and `good` are its examples.

    `gravest` is to be given where some of its findings are graver than `level`: what is an error stops a render.
    `only_with` are fixed words, in simplified characters, one of which is in every text that it finds fault with.
    `yields_to` are the codes of the rules that tell more exactly what is wrong with the same words. `errors` is to be
    given where the errors alone are found in much less time.
    """

    def register(find: Find) -> Find:
        if code in _REGISTER:
            raise ValueError(f"{code} is given twice")
        _REGISTER[code] = Rule(
            code,
            title,
            level,
            gravest or level,
            _example(bad),
            _example(good),
            find,
            errors or find,
            frozenset(only_with),
            yields_to,
        )
        return find

    return register


def _example(given: str | Example) -> Example:
    return given if isinstance(given, Example) else Example(given)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give all rules of the modules in `generator/checks/rules`, in the order of groups and codes."""
    import pkgutil

    folder = importlib.import_module("generator.checks.rules")

    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    return tuple(sorted(_REGISTER.values(), key=lambda one: (GROUPS.index(one.group), one.code)))


def registered(code: str) -> Rule:
    """Give the rule of that code, whose module must have been imported; raises KeyError for any other."""
    return _REGISTER[code]
