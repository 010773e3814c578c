"""What may be said beside a figure, as the form offers it: where it comes from, its own last day, last year's, 同比."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.amending.amendment import COMPARED, ORIGIN, is_fact
from generator.facts.compared import DATED, FIGURES
from generator.facts.days import UNTIL
from generator.facts.earlier import BEFORE, SAME_SPAN, compared_to
from generator.preview.form_model import SaidBeside

_LABELS = {ORIGIN: "出处", COMPARED: "写同比"}
_HINTS = {
    ORIGIN: "如：司法所台账，不印进报告",
    UNTIL: "如：2025-11-30，同全篇的不写",
    BEFORE: "上年全年的数，如：91件",
    SAME_SPAN: "上年截至同一天的数，如：91件",
    COMPARED: "报告里写“较上年……”",
}


def beside_of(kind: str, content: Any, day: date | None, *, compared: bool) -> tuple[SaidBeside, ...]:
    """Give what may be said beside a value of a kind of field, and what is; nothing where there is no single value.

    `day` is that on which the figure ends; what is `compared` by itself needs not be asked for.
    """
    said = content if isinstance(content, dict) else {}
    if not (is_fact(content) or (isinstance(content, str) and content)):
        return ()
    keys = [ORIGIN]
    keys += [UNTIL] if kind in DATED else []
    keys += [
        one for one in (BEFORE, SAME_SPAN) if kind in FIGURES and (said.get(one) or one == compared_to(day))
    ]
    keys += [COMPARED] if kind in FIGURES and (said.get(COMPARED) or not compared) else []
    return tuple(_beside(key, str(said.get(key, ""))) for key in keys)


def _beside(key: str, text: str) -> SaidBeside:
    return SaidBeside(
        key, _LABELS.get(key, key), text, _HINTS.get(key, ""), ticked=key == COMPARED and text in ("", "是")
    )
