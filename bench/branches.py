"""Which alternatives of the rules' patterns does no case match? What is listed is untested, or can never match.

    python -m bench.branches generator/checks/rules/rough.py generator/checks/rules/frames.py

An alternative is taken out of its pattern, and the pattern tried on all that the cases of the module's rules say. Where
every match is the same with it and without, no case needs it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from importlib import import_module

from generator.checks.registry import Rule, all_rules
from generator.patterns import pattern
from tests.checks.cases import rule_cases
from tests.checks.examples import material

DEFERRED = type(pattern(""))
UNSAID = "\ue000"
"""What no case has, put in an alternative's place."""
_WIDEST = 12
"""No alternative of a look-behind, where all are of one width, is wider."""


def alternatives(text: str) -> list[tuple[int, int]]:
    """Give from where to where each alternative of a pattern goes, of groups in groups too; none of a lone one."""
    found: list[tuple[int, int]] = []
    groups = [[0]]
    for token in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P?<?[=!:]|P<\w+>))?|[|)]", text):
        sign = token.group()
        if sign[0] == "(":
            groups.append([token.end()])
        elif sign == "|":
            groups[-1].append(token.end())
        elif sign == ")":
            found += _spans(groups.pop(), token.start())
    return found + _spans(groups[0], len(text))


def _spans(begins: list[int], end: int) -> list[tuple[int, int]]:
    ends = [*(one - 1 for one in begins[1:]), end]
    return list(zip(begins, ends, strict=True)) if len(begins) > 1 else []


def patterns_in(value: object) -> Iterator[tuple[str, int]]:
    """Give the patterns in a module's constant, text and flags, however deep in tables."""
    if isinstance(value, DEFERRED):
        yield value.text, value.given
    elif isinstance(value, dict):
        yield from patterns_in([*value, *value.values()])
    elif isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from patterns_in(one)


def said_by_cases(rules: Iterable[Rule]) -> str:
    """Give all paragraphs that the cases of some rules have, each on a line."""
    codes = {one.code for one in rules}
    read = (material(case.example) for case in rule_cases() if case.code in codes)
    return "\n".join(dict.fromkeys(block.text for one in read for block in one.blocks))


def idle(text: str, flags: int, said: list[str]) -> Iterator[str]:
    """Give the alternatives of a pattern without which it matches the same."""

    def matched(one: str) -> list[list[tuple[int, int]]]:
        made = re.compile(one, flags)
        return [[match.span() for match in made.finditer(line)] for line in said]

    now = matched(text)
    for start, end in alternatives(text):
        if start < end and matched(_without(text, start, end)) == now:
            yield text[start:end]


def _without(text: str, start: int, end: int) -> str:
    """Give a pattern with one alternative never matched, as wide as the others where a look-behind asks for it."""
    for width in range(1, _WIDEST):
        without = text[:start] + UNSAID * width + text[end:]
        try:
            re.compile(without)
        except re.error:
            continue
        return without
    raise ValueError(f"no text of one width stands for {text[start:end]!r} of {text!r}")


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("modules", nargs="+", help="modules of rules: generator/checks/rules/rough.py")
    for path in reader.parse_args().modules:
        name = path.removesuffix(".py").replace("/", ".")
        said = said_by_cases(one for one in all_rules() if one.find.__module__ == name).split("\n")
        for constant, value in vars(import_module(name)).items():
            for text, flags in dict.fromkeys(patterns_in(value)):
                if found := list(idle(text, flags, said)):
                    print(f"{path} {constant} {text[:40]!r}: {' '.join(found)}")


if __name__ == "__main__":
    main()
