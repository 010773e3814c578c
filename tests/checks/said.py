"""What the rules say of each fault in their cases: the sentence, the remedy and what may stand there, in said/.

`python -m tests.checks.said` writes the files anew and shows what has changed; it is to be read as a clerk reads it.
With codes behind it, as in `python -m tests.checks.said 文字-50`, it asks only these rules and keeps the rest.
A line of a case is its code and what it is given, as its row has it, nothing for the rule's own bad example; the lines
below are what the rule says.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.checks import findings
from generator.checks.material import Finding
from generator.checks.registry import GROUPS, Example, all_rules
from tests.checks.cases import rule_cases
from tests.checks.examples import material

SAID = Path(__file__).parent / "said"


def said(there: Iterable[Finding]) -> list[str]:
    """Give what findings say, a line each, and behind an arrow what `check --fix` puts there."""
    return [f"{one.message}{one.fix}{_put(one)}".replace("\n", "\\n") for one in there]


def _put(finding: Finding) -> str:
    return "" if finding.mend is None else f" → {finding.mend or '（删去）'}"


def golden(code: str, given: str = "") -> list[str]:
    """Give what the files hold of a case by its code and what it is given, none for a rule's own example."""
    return _files().get(f"{code} {given}", [])


@cache
def _files() -> dict[str, list[str]]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAID.glob("*.txt")))
    cases = [case.split("\n  ") for case in re.split(r"\n(?! )", text)]
    return {line: told for line, *told in cases}


def _now(group: str, asked: tuple[str, ...]) -> Iterator[str]:
    own = [(rule.code, "", rule.bad) for rule in all_rules()]
    for code, given, example in (
        *own,
        *((one.code, one.given, one.example) for one in rule_cases() if one.bad),
    ):
        if code.startswith(group):
            yield f"{code} {given}"
            told = _said_of(code, example) if code in asked or not asked else golden(code, given)
            yield from (f"  {one}" for one in told)


def _said_of(code: str, example: Example) -> list[str]:
    return said(found for rule, found in findings(material(example)) if rule.code == code)


def refresh(*asked: str) -> None:
    """Write every file anew, of the rules with these codes or of all; show what has changed."""
    SAID.mkdir(exist_ok=True)
    for group in GROUPS:
        lines = list(_now(group, asked))
        path = SAID / f"{group}.txt"
        before = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
        shown = difflib.unified_diff(before, lines, path.name, "现在", lineterm="", n=1)
        sys.stdout.writelines(f"{line[:300]}\n" for line in shown)
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    refresh(*sys.argv[1:])
