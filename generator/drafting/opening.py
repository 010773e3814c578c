"""导语: its switchable clauses, the year's formulations taken from the dated library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    formula = words["提法"]
    superiors = f"{words['上级党委']}、{words['上级政府']}"
    context = {
        **words,
        "领导": Value(own.led_by, ("导语.领导",)) if own.led_by else Value(superiors, ("单位.上级",)),
        "指导": _own(own.guided_by, "指导"),
        "指导思想": formula("指导思想"),
        "法治思想": words["法治思想"],
        "会议精神": Value(own.spirit, ("导语.会议精神",)) if own.spirit else _sessions(formula),
        "讲话": _own(own.speech, "讲话"),
        "落实": _fulfilled(own.fulfilling, words["纲要"], without=own.without),
        "目标": _own(own.goal, "目标"),
        "举措": _own(own.measures, "举措"),
        "成效": _own(own.effect, "成效"),
    }
    context |= {name: ABSENT for name in own.without if name in context}
    body = render_template(templates, "导语.md.j2", context)
    return "".join(line.strip() for line in body.splitlines())


def _own(text: str, name: str) -> Value | Absent:
    return own_value(text, f"导语.{name}", "。；，") if text else ABSENT


def _sessions(formula: Callable[[str], Value | Absent]) -> Value | Absent:
    """Join the party's sessions and, in the years that follow one, the work conference on law-based governance."""
    held = [one for kind in ("会议精神", "工作会议") if isinstance(one := formula(kind), Value)]
    grounds = tuple(ground for one in held for ground in one.grounds)
    return Value(join_names(one.text for one in held), grounds) if held else ABSENT


def _fulfilled(own: tuple[str, ...], outline: Value | Absent, *, without: tuple[str, ...]) -> Value | Absent:
    """Join the outline in force (纲要) and what the clerk named himself: documents first, then the rest."""
    kept = outline.text if isinstance(outline, Value) and "纲要" not in without else ""
    names = [name for name in dict.fromkeys([kept, *own]) if name]
    documents = join_names(name for name in names if name.startswith("《"))
    rest = join_names(name for name in names if not name.startswith("《"))
    grounds = (*(outline.grounds if kept else ()), *(("导语.落实",) if own else ()))
    return Value("和".join(text for text in (documents, rest) if text), grounds) if names else ABSENT
