"""Jinja's immutable sandbox, in which also nothing grows beyond reason.

The engine's own sandbox keeps a template from the machine, not from filling its memory: a text that is doubled thirty
times over is a gigabyte. So whatever makes one text of several is measured while it is made.
"""

# ruff: noqa: N802  # the compiler calls its methods after the nodes

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import BuiltinMethodType, FunctionType
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.drafting.values import ABSENT, Value

CHARACTERS = 400_000
ABSENT_TEST = "缺"
"""The test that a fact is missing, written by the tags."""

_LARGEST_FACTOR = 10_000


def joined(pieces: Iterable[Any]) -> str:
    """Make one text of several.

    Raises SecurityError when it is longer than any report.
    """
    texts = list(map(str, pieces))
    # told before they are joined: all may be one and the same long text
    if sum(map(len, texts)) > CHARACTERS:
        raise SecurityError(f"拼出的文字超过{CHARACTERS}字")
    return "".join(texts)


class Pieces(list[str]):
    """The texts that a block is joined of, measured one by one while they are made."""

    length = 0

    def append(self, piece: str) -> None:
        """Add a text; raises SecurityError when all are longer than any report."""
        self.extend((piece,))

    def extend(self, pieces: Iterable[str]) -> None:
        """Add several texts; raises SecurityError, too."""
        texts = tuple(pieces)
        self.length += sum(map(len, texts))
        if self.length > CHARACTERS:
            raise SecurityError(f"拼出的文字超过{CHARACTERS}字")
        super().extend(texts)


class _Generator(CodeGenerator):
    """Compiles `~` and blocks to a measured joining, and no list of lists: printed, such a one is as long as 2 to the depth."""

    def buffer(self, frame: Frame) -> None:
        frame.buffer = self.temporary_identifier()
        self.writeline(f"{frame.buffer} = environment.pieces()")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.joined((")
        for one in node.nodes:
            self.visit(one, frame)
            self.write(", ")
        self.write("))")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Compile 缺, which guards every clause, to a comparison; a call would cost as much as the clause.

        A name that nobody declared is not absent: it is refused where it is printed, if its clause is rendered at all.
        """
        if node.name != ABSENT_TEST:
            super().visit_Test(node, frame)
        elif isinstance(node.node, nodes.Name):
            self.write(f"({frame.symbols.ref(node.node.name)} is environment.absent)")
        else:
            self.visit(node.node, frame)
            self.write(" is environment.absent")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:
        self._flat(node.items, node)
        super().visit_List(node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:
        if node.ctx == "load":
            self._flat(node.items, node)
        super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        self._flat((pair.value for pair in node.items), node)
        super().visit_Dict(node, frame)

    def _flat(self, items: Iterable[nodes.Expr], node: nodes.Node) -> None:
        if not all(isinstance(one, nodes.Const) for one in items):
            self.fail("括号里的一组只能是写定的文字或数", node.lineno)


class Sandbox(ImmutableSandboxedEnvironment):
    """What a template runs in: it reads what it is given, joins texts, and calls what is ours."""

    code_generator_class = _Generator
    absent = ABSENT
    pieces: type[list[str]] = Pieces
    joined = staticmethod(joined)
    concat: Callable[[Iterable[str]], str] = staticmethod(joined)
    intercepted_binops = frozenset({"+", "*", "**", "<<", "%"})

    def __init__(self, **settings: Any) -> None:
        """Begin with no template loaded."""
        super().__init__(**settings)
        self.loaded: dict[str, Template] = {}

    def template(self, name: str) -> Template:
        """Give a template, loaded once; to find it again among those that the engine keeps costs more."""
        found = self.loaded.get(name)
        if found is None:
            found = self.loaded[name] = self.get_template(name)
            found.globals = {}  # there are none, and for each rendering the engine goes through its chain of two
        return found

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with small whole numbers, and add up texts."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return joined((left, right))
        small = all(isinstance(one, int) and abs(one) <= _LARGEST_FACTOR for one in (left, right))
        if not small or operator == "**":
            raise SecurityError(f"模板里不能作这样的运算：{operator}")
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a plain function as it is: a template can make none, so it is one that it was given."""
        if type(obj) is FunctionType and not hasattr(obj, "__wrapped__"):  # the engine wraps str.format
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give a part of a record before anything that Python's mapping has of that name, and any part of a value."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        if type(obj) is Value and attribute in Value.__slots__:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """Refuse the methods of Python's own types: 'x'.ljust(10 ** 9) is a gigabyte, too."""
        inner = getattr(obj, "__wrapped__", obj)  # the engine wraps str.format
        return not isinstance(inner, BuiltinMethodType) and super().is_safe_callable(obj)
