"""The tags of templates: {% 要点 "label" %} and {% 分句 %}…{% 完 %}."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from generator.draft import marks


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
        call = self.call_method("_sentence")
        return nodes.CallBlock(call, [], [], body).set_lineno(token.lineno)

    def _sentence(self, caller: Callable[[], Any]) -> str:
        return join_clauses(str(caller()))


def join_clauses(body: str) -> str:
    """Join the clauses of a rendered body, one a line, into one sentence, or into nothing.

    A clause with a missing value is dropped. One without any value leads in to what follows it and
    goes when nothing does. A line that ends in ； closes a group. 零 replaces its whole clause.
    """
    groups: list[list[str]] = [[]]
    lead: list[str] = []
    for line in (raw.strip() for raw in body.splitlines()):
        closes = line.endswith("；")
        clause = line.rstrip("；，。 ")
        if marks.ZERO in clause:
            clause = _zero_sentence(clause)
        if clause and marks.MISSING not in clause:
            if marks.OPEN in clause:
                groups[-1] += [*lead, clause]
                lead = []
            else:
                lead = [clause]
        if closes:
            groups.append([])
            lead = []
    sentence = "；".join("，".join(group) for group in groups if group)
    return sentence + "。" if sentence else ""


def _zero_sentence(clause: str) -> str:
    start = clause.index(marks.ZERO) + 1
    return clause[start : clause.index(marks.CLOSE, start) + 1]
