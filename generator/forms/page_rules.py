"""What the page that is filled in a browser knows: the program's own patterns, words and messages, as plain data."""

from __future__ import annotations

import re
from typing import Any

from generator.forms.asking import Asked
from generator.forms.filling_in import NOTHING, SAME, fix_in_a_form
from generator.numbers.dates import DATE_FORMS
from generator.numbers.numerals import BARE_PLACES
from generator.numbers.quantity import TOGETHER
from generator.numbers.units import COMPOUND, FAMILIES, LONGEST_WORD, MEASURED, SCALED, SCALES
from generator.numbers.width import FOLD as WIDTH
from generator.numbers.written import BLANKS, FOLD, FORM, LONGEST, MISTAKES, THOUSANDS
from generator.topics.kinds import (
    COMPUTED,
    FREQUENCIES,
    MONTH_AND_DAY,
    NO,
    PART_OF_DATE,
    SEPARATOR,
    STOPS,
    YES,
    sample,
)

_NAMED = re.compile(r"\(\?P<")


def page_rules() -> dict[str, Any]:
    """Give the patterns as JavaScript writes them, the measure words by family, and what is said of each mistake."""
    return {
        "form": _js(FORM.pattern),
        "longest": LONGEST,
        "mistakes": [
            (_js(one.pattern), one.message, fix_in_a_form(one.fix), one.instead) for one in MISTAKES
        ],
        "fold": _signs(FOLD),
        "width": _signs(WIDTH),
        "blanks": _js(BLANKS.pattern),
        "thousands": _js(THOUSANDS.pattern),
        "together": _js(TOGETHER.pattern),
        "families": _families(),
        "measured": [*MEASURED],
        "longestWord": LONGEST_WORD,
        "compound": _js(COMPOUND.pattern),
        "scaled": _js(SCALED.pattern),
        "scales": {name: int(number) for name, number in SCALES.items()},
        "barePlaces": BARE_PLACES,
        "frequencies": _js(FREQUENCIES.pattern),
        "partOfDate": _js(PART_OF_DATE.pattern),
        "monthAndDay": _js(MONTH_AND_DAY.pattern),
        "dates": [_js(one.pattern) for one in DATE_FORMS],
        "stops": _js(STOPS.pattern),
        "separator": _js(SEPARATOR.pattern),
        "computed": COMPUTED,
        "yes": sorted(YES),
        "no": sorted(NO),
        "nothing": sorted(NOTHING),
        "same": sorted(SAME),
    }


def row_rules(row: Asked) -> dict[str, Any]:
    """Give what the page needs of one row."""
    field = row.field
    rules: dict[str, Any] = {"key": row.key, "base": row.base, "units": [*field.units] if field else []}
    if field:
        rules |= {"kind": field.kind, "sample": sample(field)}
    if field and field.wordings:
        rules["wordings"] = dict(field.wordings)
    if field and field.zero:
        rules["zero"] = True
    if field and field.numerator:
        rules["rate"] = True
    if not row.label:
        rules["named"] = True
    return rules


def _js(pattern: str) -> str:
    return _NAMED.sub("(?<", pattern).replace(r"\Z", "$")


def _signs(table: dict[int, int]) -> dict[str, str]:
    return {chr(one): chr(other) for one, other in table.items()}


def _families() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for name, family in FAMILIES.items():
        for word in family:
            words.setdefault(word, []).append(name)
    return words
