"""The tags of templates: {% 要点 "label" %} and {% 分句 %}…{% 完 %}."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from generator.drafting import marks
from generator.drafting.filters import FILTERS
from generator.drafting.sandbox import ABSENT_TEST

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
        return _sentence(body).set_lineno(token.lineno, override=False)


def _sentence(body: Iterable[nodes.Node]) -> nodes.Node:
    """Join the clauses of a body, each behind a test that the facts it prints are there, and all behind one that any is.

    Most fields of a topic are missing in most reports, and what is dropped need not be rendered.
    """
    clauses = [(clause, _absent(clause)) for clause in _lines(body)]
    tests = [test or _nothing(clause) for clause, test in clauses if test or not _is_plain(clause)]
    joined = nodes.Filter(None, SENTENCE, [], [], None, None)
    block = nodes.FilterBlock([node for one in clauses for node in _guarded(*one)], joined)
    if not tests or None in tests:
        return block
    return nodes.If(reduce(nodes.And, tests), [], [], [block])


def _absent(clause: list[nodes.Node]) -> nodes.Expr | None:
    """Give a test that a fact which the clause prints is missing; None where that cannot be told before rendering."""
    facts = [name for node in clause for name in _printed(node)]
    if not facts or not all(_in_one_line(node) for node in clause):
        return None
    tests: list[nodes.Expr] = [nodes.Test(name, ABSENT_TEST, [], [], None, None) for name in facts]
    return reduce(nodes.Or, tests)


def _nothing(clause: list[nodes.Node]) -> nodes.Expr | None:
    """Give a test that a clause which stands on one condition, {% if 项.目标 %}…{% endif %}, is empty."""
    match clause:
        case [nodes.If(test=test, elif_=[], else_=[])]:
            return nodes.Not(test)
    return None


def _guarded(clause: list[nodes.Node], absent: nodes.Expr | None) -> list[nodes.Node]:
    if not clause:
        return []
    rest: list[nodes.Node] = [nodes.Output([nodes.TemplateData("；\n")])] if _closes(clause) else []
    _add(clause, nodes.TemplateData("\n"), clause[-1].lineno)
    return clause if absent is None else [nodes.If(absent, rest, [], clause).set_lineno(clause[0].lineno)]


def _in_one_line(node: nodes.Node) -> bool:
    """Tell whether a piece of a clause only prints, on condition or not, and on condition neither a line end nor a ；."""
    if isinstance(node, nodes.Output):
        return True
    inner = node.find_all((nodes.Stmt, nodes.TemplateData, nodes.Const))
    return isinstance(node, nodes.If) and all(map(_only_prints, inner))


def _only_prints(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Stmt):
        return isinstance(node, nodes.Output | nodes.If)
    text = str(node.data if isinstance(node, nodes.TemplateData) else getattr(node, "value", ""))
    return "\n" not in text and "；" not in text


def _is_plain(clause: list[nodes.Node]) -> bool:
    pieces = (piece for node in clause for piece in getattr(node, "nodes", [node]))
    return all(isinstance(piece, nodes.TemplateData) for piece in pieces)


def _lines(body: Iterable[nodes.Node]) -> Iterator[list[nodes.Node]]:
    """Cut a body into its lines; a tag within a line stays with it."""
    line: list[nodes.Node] = []
    for node in body:
        if not isinstance(node, nodes.Output):
            line.append(node)
            continue
        for piece in node.nodes:
            if not isinstance(piece, nodes.TemplateData):
                _add(line, piece, node.lineno)
                continue
            first, *rest = piece.data.split("\n")
            _add(line, nodes.TemplateData(first), node.lineno)
            for text in rest:
                yield line
                line = []
                _add(line, nodes.TemplateData(text), node.lineno)
    yield line


def _add(line: list[nodes.Node], piece: nodes.Expr, lineno: int) -> None:
    if isinstance(piece, nodes.TemplateData) and not piece.data:
        return
    if line and isinstance(line[-1], nodes.Output):
        line[-1].nodes.append(piece)
    else:
        line.append(nodes.Output([piece], lineno=lineno))


def _printed(node: nodes.Node) -> Iterator[nodes.Expr]:
    """Give the facts that a piece of a clause prints, as they are or through our filters: 件数, or 项.措施 of a record."""
    for piece in getattr(node, "nodes", ()):
        fact = _unfiltered(piece)
        if isinstance(fact, nodes.Name) or (
            isinstance(fact, nodes.Getattr) and isinstance(fact.node, nodes.Name)
        ):
            yield fact


def _unfiltered(piece: nodes.Node | None) -> nodes.Node | None:
    while isinstance(piece, nodes.Filter) and piece.name in FILTERS:
        piece = piece.node
    return piece


def _closes(clause: list[nodes.Node]) -> bool:
    last = getattr(clause[-1], "nodes", [None])[-1]
    return isinstance(last, nodes.TemplateData) and last.data.rstrip().endswith("；")


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
