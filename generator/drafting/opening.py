"""导语: its switchable clauses, the year's formulations taken from the dated library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.drafting.environment import render_template
from generator.drafting.values import ABSENT, Absent, Value, own_value
from generator.facts import Facts
from generator.resources import Templates
from generator.wording import join_names


def write_opening(facts: Facts, templates: Templates, words: Mapping[str, Any]) -> str:
    """Give the opening paragraph, marked; the clerk's own one where he wrote it whole."""
    own = facts.head.opening
    if own.text:
        return str(own_value(own.text, "导语.正文"))
    formulas = formulas_of(facts, words)
    context = {
        **words,
        **formulas,
        "领导": _own(own.led_by, "领导") or formulas["领导"],
        "指导": _own(own.guided_by, "指导"),
        "会议精神": _own(own.spirit, "会议精神") or formulas["会议精神"],
        "讲话": _own(own.speech, "讲话"),
        "落实": _fulfilled(own.fulfilling, words["纲要"], without=own.without),
        "目标": _own(own.goal, "目标"),
        "举措": _own(own.measures, "举措"),
        "成效": _own(own.effect, "成效"),
    }
    context |= {name: ABSENT for name in own.without if name in context}
    body = render_template(templates, "导语.md.j2", context)
    return "".join(line.strip() for line in body.splitlines())


def formulas_of(facts: Facts, words: Mapping[str, Any]) -> dict[str, Value | Absent]:
    """Give the clauses that rest on no fact of the file, by the names under which they can be left out (不写)."""
    formula = words["提法"]
    return {
        "领导": Value(words["上级党政"], _telling_superior(facts)),
        "指导思想": formula("指导思想"),
        "法治思想": words["法治思想"],
        "会议精神": _sessions(formula),
        "纲要": words["纲要"],
    }


def _telling_superior(facts: Facts) -> tuple[str, ...]:
    """Give the path of what tells who stands above the unit: its 上级, else its long name."""
    unit = facts.head.unit
    return ("单位.上级",) if unit.superior else ("单位.名称",) if unit.names else ()


def _own(text: str, name: str) -> Value | Absent:
    return own_value(text, f"导语.{name}", "。；，") if text else ABSENT


def _sessions(formula: Callable[[str], Value | Absent]) -> Value | Absent:
    """Join the party's sessions and, in the years that follow one, the work conference on law-based governance."""
    return _joined(one for kind in ("会议精神", "工作会议") if isinstance(one := formula(kind), Value))


def _fulfilled(own: tuple[str, ...], outline: Value | Absent, *, without: tuple[str, ...]) -> Value | Absent:
    """Join the outline in force (纲要) and what the clerk named himself: documents first, then the rest."""
    kept = [outline] if isinstance(outline, Value) and "纲要" not in without else []
    paths = [f"落实.{number}" for number in range(1, len(own) + 1)] if len(own) > 1 else ["落实"]
    read = (_own(text, path) for text, path in zip(own, paths, strict=False))
    written = (one for one in read if isinstance(one, Value))
    named = {one.text: one for one in (*kept, *written) if one.text}.values()
    documents = _joined(one for one in named if one.text.startswith("《"))
    rest = _joined(one for one in named if not one.text.startswith("《"))
    both = [one for one in (documents, rest) if isinstance(one, Value)]
    return both[0].and_then("和", both[1]) if len(both) > 1 else next(iter(both), ABSENT)


def _joined(values: Iterable[Value]) -> Value | Absent:
    """Join what stands side by side as names do, each with its own grounds."""
    whole: Value | Absent = ABSENT
    for one in values:
        if isinstance(whole, Value):
            between = join_names((whole.text, one.text))[len(whole.text) : -len(one.text)]
            whole = whole.and_then(between, one)
        else:
            whole = one
    return whole
