"""The tags of templates: {% 要点 "label" %}, {% 要点 选("label", …) %} and {% 分句 %}…{% 完 %}."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes, pass_context
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

from generator.drafting import marks
from generator.drafting.choices import CHOOSING
from generator.drafting.sandbox import joined
from generator.drafting.values import Absent
from generator.drafting.zeros import zeros_as_one

SENTENCE = "成句"
"""The filter by which 分句 joins its clauses; a block filter costs less than a call."""

EVERY_WORDING = "各种说法"
"""The filter that gives a label in all its wordings."""

TOLD = "有"
"""The filter that looks whether a sentence has a fact to tell."""

_WORDS = frozenset({str, Absent})
_TWICE = 2


class ReportTags(Extension):
    """Points, and sentences of which each line is a clause."""

    tags = {"要点", "分句"}  # noqa: RUF012  # the form that jinja2 asks for

    def parse(self, parser: Parser) -> nodes.Node:
        """Read one of the tags."""
        token = next(parser.stream)
        if token.value == "要点":
            label = _with_its_wordings(parser.parse_expression())
            pieces = [nodes.TemplateData(marks.POINT), *label, nodes.TemplateData(marks.POINT_END)]
            return nodes.Output(pieces, lineno=token.lineno)
        body = parser.parse_statements(("name:完",), drop_needle=True)
        clauses = nodes.Filter(None, SENTENCE, [], [], None, None)
        sentence = nodes.FilterBlock(body, clauses, lineno=token.lineno)
        return _where_told(sentence, body)


def _where_told(sentence: nodes.Node, body: list[nodes.Node]) -> nodes.Node:
    """Give a sentence that is not written where nothing that it names is a fact: nothing would be left of it."""
    names = [name for part in body for name in part.find_all(nodes.Name)]
    set_within = {name.name for name in names if name.ctx == "store"}
    named = {name.name for name in names} - set_within - CHOOSING
    if not named or any(part.find(nodes.Include) for part in body):
        return sentence
    first, *others = (nodes.Name(name, "load") for name in sorted(named))
    return nodes.If(
        nodes.Filter(first, TOLD, others, [], None, None), [sentence], [], [], lineno=sentence.lineno
    )


def is_told(*named: Any) -> bool:
    """Tell whether anything that a sentence names may be a fact: it is neither absent nor mere words."""
    return not _WORDS.issuperset(map(type, named))


@pass_context
def every_wording(context: Context, choose: Any, *wordings: Any) -> str:
    """Give the wordings of a label from the chosen one on, and then those before it."""
    environment: Any = context.environment
    texts = [str(one) for one in wordings]
    start = texts.index(str(environment.call(context, choose, *wordings))) if texts else 0
    return joined((*texts[start:], *texts[:start]), marks.OR)


def _with_its_wordings(label: nodes.Expr) -> list[nodes.Expr]:
    """Give a label's expression, for 选(…) with each of its wordings: the first that suits the text is taken."""
    if isinstance(label, nodes.Call) and isinstance(label.node, nodes.Name) and label.node.name == "选":
        label = nodes.Filter(label.node, EVERY_WORDING, label.args, [], None, None)
    elif not (isinstance(label, nodes.Filter) and label.name == "配"):
        return [label]
    return [nodes.TemplateData(marks.OR), label]


def join_clauses(body: str) -> str:
    """Join the clauses of a rendered body, one a line, into one sentence, or into nothing.

    A clause with a missing value is dropped. One without any value leads in to what follows it and
    goes when nothing does. A line that ends in ； closes a group, and 。 alone on a line closes the sentence before it,
    where what follows is no part of what was told as one. 零 replaces its whole clause.
    """
    if marks.OPEN not in body:
        return ""
    groups: list[list[str]] = [[]]
    stops = ["；"]
    lead: list[str] = []
    for line in body.splitlines():
        if marks.MISSING in line and marks.ZERO not in line and "；" not in line:
            continue
        written = line.strip()
        clause = written.rstrip("；，。 ")
        if marks.ZERO in clause:
            clause = _zero_sentence(clause)
        if clause and marks.MISSING not in clause:
            if marks.OPEN in clause:
                clause = marks.not_all_year(clause)
                clause = marks.trends_last(clause) if marks.TREND in clause else clause
                groups[-1] += [*lead, clause]
                lead = []
            else:
                lead = [clause]
        if written[-1:] == "；" or written == "。":
            groups.append([])
            stops.append(written[-1])
            lead = []
    groups = [zeros_as_one(group) for group in groups] if marks.ZERO in body else groups
    groups = [_days_once(group) for group in groups] if marks.UNTIL in body else groups
    sentence = ""
    for stop, group in zip(stops, groups, strict=True):
        told = "。".join(map("，".join, _by_whole(group)))
        sentence += (stop if sentence and told else "") + told
    return f"{sentence}。" if sentence and not _is_ended(sentence) else sentence


def _days_once(clauses: list[str]) -> list[str]:
    """Say once, behind the last of them, on which day several figures end with which a sentence begins."""
    days = [marks.day_of(clause) for clause in clauses]
    alike = next((at for at, day in enumerate(days) if not day or day != days[0]), len(days))
    if alike < _TWICE:
        return list(map(marks.with_days, clauses))
    last = f"{marks.without_day(clauses[alike - 1])}（均截至{days[0]}）"
    return [*map(marks.without_day, clauses[: alike - 1]), last, *map(marks.with_days, clauses[alike:])]


def _by_whole(clauses: list[str]) -> list[list[str]]:
    """Part the clauses of a sentence that tells twice what is among a whole: before the second one's whole."""
    if sum(map(_tells_a_part, clauses)) < _TWICE:
        return [clauses]
    sentences: list[list[str]] = [[]]
    for clause, following in zip(clauses, [*clauses[1:], ""], strict=True):
        if _tells_a_part(following) and any(map(_tells_a_part, sentences[-1])):
            sentences.append([])
        sentences[-1].append(clause)
    return sentences


def _tells_a_part(clause: str) -> bool:
    return clause.startswith("其中")


def _is_ended(sentence: str) -> bool:
    """Tell whether a sentence closes with own words such as “太好了！”, which need no stop."""
    last = sentence[:-1].rstrip("”’）》")
    return sentence[-1] == marks.CLOSE and last.endswith(("。", "！", "？"))


def _zero_sentence(clause: str) -> str:
    """Give what stands for the whole clause, with its mark, and 全年 before it where the clause has it."""
    start = clause.index(marks.ZERO)
    return marks.all_year_of(clause) + clause[start : clause.index(marks.CLOSE, start) + 1]


TAG_FILTERS = {SENTENCE: join_clauses, TOLD: is_told, EVERY_WORDING: every_wording}
"""What the tags are compiled to."""
