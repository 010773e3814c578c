"""The tags of templates: {% 要点 "label" %} and {% 分句 %}…{% 完 %}."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from generator.drafting import marks

SENTENCE = "成句"
"""The filter by which 分句 joins its clauses; a block filter costs less than a call."""


class ReportTags(Extension):
    """Points, and sentences of which each line is a clause."""

    tags = {"要点", "分句"}  # noqa: RUF012  # the form that jinja2 asks for

    def parse(self, parser: Parser) -> nodes.Node:
        """Read one of the tags."""
        token = next(parser.stream)
        if token.value == "要点":
            label = parser.parse_expression()
            pieces: list[nodes.Expr] = [
                nodes.TemplateData(marks.POINT),
                label,
                nodes.TemplateData(marks.POINT_END),
            ]
            return nodes.Output(pieces, lineno=token.lineno)
        body = parser.parse_statements(("name:完",), drop_needle=True)
        joined = nodes.Filter(None, SENTENCE, [], [], None, None)
        return nodes.FilterBlock(body, joined, lineno=token.lineno)


def join_clauses(body: str) -> str:
    """Join the clauses of a rendered body, one a line, into one sentence, or into nothing.

    A clause with a missing value is dropped. One without any value leads in to what follows it and
    goes when nothing does. A line that ends in ； closes a group. 零 replaces its whole clause.
    """
    if marks.OPEN not in body:
        return ""
    groups: list[list[str]] = [[]]
    lead: list[str] = []
    for line in body.splitlines():
        written = line.strip()
        clause = written.rstrip("；，。 ")
        if marks.ZERO in clause:
            clause = _zero_sentence(clause)
        if clause and marks.MISSING not in clause:
            if marks.OPEN in clause:
                clause = marks.trends_last(clause) if marks.TREND in clause else clause
                groups[-1] += [*lead, clause]
                lead = []
            else:
                lead = [clause]
        if written[-1:] == "；":
            groups.append([])
            lead = []
    sentence = "；".join(["，".join(group) for group in groups if group])
    return f"{sentence}。" if sentence and not _is_ended(sentence) else sentence


def _is_ended(sentence: str) -> bool:
    """Tell whether a sentence closes with own words such as “太好了！”, which need no stop."""
    last = sentence[:-1].rstrip("”’）》")
    return sentence[-1] == marks.CLOSE and last.endswith(("。", "！", "？"))


def _zero_sentence(clause: str) -> str:
    start = clause.index(marks.ZERO) + 1
    return clause[start : clause.index(marks.CLOSE, start) + 1]
