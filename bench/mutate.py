"""One small thing wrong in a file, in as many ways as there are: what bench/mutants.py tries."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
_PAIRS = (
    (ast.Lt, ast.LtE),
    (ast.Gt, ast.GtE),
    (ast.Eq, ast.NotEq),
    (ast.In, ast.NotIn),
    (ast.Is, ast.IsNot),
    (ast.And, ast.Or),
    (ast.Add, ast.Sub),
    (ast.Mult, ast.Div),
    (ast.BitOr, ast.BitAnd),
)
SWAPPED: dict[type, type] = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
MESSAGES = {"Finding", "Problem"}  # what is said to people is not tried word by word
ASKED = {"matches", "saying"}  # of Material, whose words let a text through to a pattern
GATES = {
    "_BLANK_WORDS",
    "_CONGRESSES",
    "_GAP_WORDS",
    "_AD",
    "_TALK",
    "_HIDING",
    "_AHEAD_WORDS",
    "_TELLING",
    "_TRIGGERS",
}  # words for the same
"""What does the same when it is made empty, and is therefore not tried: an empty word is in every text, so that more
texts are asked for a pattern, which costs time and finds nothing else; and `strict=` of zip, which tells of rows of
unlike length, of which there are none."""


class Mutant(NamedTuple):
    """One change: the bytes from start to end of a file are replaced."""

    path: str
    line: int
    start: int
    end: int
    old: str
    new: str


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Give what could stand in a node's place, each wrong in one thing."""
    match node:
        case ast.Constant():
            yield from _other_constants(node.value)
        case ast.Compare() | ast.BoolOp() | ast.BinOp():
            yield from _other_operators(node)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Return(ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.IfExp(test, body, other):
            yield ast.IfExp(test, other, body)


def _other_constants(value: object) -> Iterator[ast.AST]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() | float():
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case str() if value and (not set("，。") & set(value) or set("[|\\") & set(value)):
            yield ast.Constant("")  # but no sentence, which has a comma or a stop and is no pattern


def _other_operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, operators, others):
            for at, operator in enumerate(operators):
                turned = [*operators[:at], SWAPPED[type(operator)](), *operators[at + 1 :]]
                yield ast.Compare(left, turned, others)
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(SWAPPED[type(operator)](), values)
        case ast.BinOp(left, operator, right) if type(operator) in SWAPPED:
            if not any(isinstance(side, ast.JoinedStr) or _text(side) for side in (left, right)):
                yield ast.BinOp(left, SWAPPED[type(operator)](), right)


def _told_apart(node: ast.AST, name: str, parts: list[ast.AST], gates: set[ast.AST]) -> list[ast.AST]:
    """Leave out of the parts of a node those that do the same when they are changed."""
    match node:
        case ast.Call(ast.Attribute(attr=asked)) if asked in ASKED and name == "args":
            return [one for one in parts if not _text(one) and not isinstance(one, ast.Tuple)]
        case ast.Call() if name == "keywords":
            return [one for one in parts if getattr(one, "arg", "") not in {"only_with", "strict"}]
        case ast.Tuple() if name == "elts":
            return [one for one in parts if one not in gates]
        case ast.Module():
            return [
                one
                for one in parts
                if one not in gates
                and not (isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) in GATES)
            ]
    return parts


def _gates(tree: ast.Module) -> Iterator[ast.AST]:
    """Give words that only let a text through to a shape that says the same: constants, and cells of tables."""
    stated = {ast.unparse(one.targets[0]): one for one in tree.body if isinstance(one, ast.Assign)}
    tables = {name: one.value for name, one in stated.items()}
    nodes = list(ast.walk(tree))
    asked = Counter(
        ast.unparse(getattr(each, "value", each))
        for one in nodes
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in ASKED
        for each in one.args
        if isinstance(each, ast.Starred) or one.func.attr == "saying"
    )
    for loop in nodes:
        if isinstance(loop, (ast.For, ast.comprehension)) and isinstance(loop.target, ast.Tuple):
            for row in _rows(loop.iter, tables):
                cells = zip(loop.target.elts, getattr(row, "elts", ()), strict=False)
                yield from (cell for name, cell in cells if ast.unparse(name) in asked)
    used = Counter(one.id for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load))
    yield from (stated[name] for name, times in asked.items() if name in stated and times == used[name])


def _rows(table: ast.AST, tables: dict[str, ast.expr]) -> Iterator[ast.AST]:
    """Give the rows of a table that is written out, here or under its name, or put together of such."""
    written = tables.get(ast.unparse(table), table)
    for row in getattr(written, "elts", ()):
        yield from _rows(row.value, tables) if isinstance(row, ast.Starred) else (row,)


def _text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _looked_into(node: ast.AST, gates: set[ast.AST]) -> Iterator[ast.AST]:
    """Walk what may be changed: no annotation, decorator, docstring, message, formatted text or what does the same."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        for child in _told_apart(node, name, value, gates) if isinstance(value, list) else [value]:
            said = isinstance(child, ast.Call) and getattr(child.func, "id", "") in MESSAGES
            bare = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            if isinstance(child, ast.AST) and not bare and not isinstance(child, (ast.JoinedStr, ast.Raise)):
                yield from (one for one in _looked_into(child, gates) if not (said and _text(one)))


def mutants_of(path: str) -> Iterator[Mutant]:
    """Give all changes of a file; some may be none, see `is_one`."""
    source = (ROOT / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    for node in _looked_into(tree, set(_gates(tree))):
        if isinstance(node, (ast.expr, ast.stmt)):
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
            for change in changes(node):
                old = source[start:end].decode()
                yield Mutant(path, node.lineno, start, end, old, ast.unparse(change))


def is_one(mutant: Mutant) -> bool:
    """Tell whether Python can read the mutant, and it is not the file itself; this takes a while for each."""
    source = (ROOT / mutant.path).read_bytes()
    try:
        other = ast.parse(source[: mutant.start] + mutant.new.encode() + source[mutant.end :])
    except SyntaxError:
        return False
    return ast.dump(other) != ast.dump(ast.parse(source))
