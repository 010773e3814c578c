"""Jinja's immutable sandbox, in which also nothing grows beyond reason and nothing goes on for ever.

The engine's own sandbox keeps a template from the machine, not from filling its memory: a text that is doubled thirty
times over is a gigabyte. So whatever makes one text of several is measured while it is made, and whatever can be
repeated (a loop, a macro, a block, a file that is included) looks at the clock each time.
"""

# ruff: noqa: N802, N815  # the engine calls the methods that go through a template after its nodes

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from types import BuiltinMethodType
from typing import Any

from jinja2 import Template, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

CHARACTERS = 400_000
"""The longest text that a template may make: longer than any report."""

SECONDS = 20
_SOURCE = 50_000
"""The longest template: to compile one takes time by the square of its length."""

_PRINTED = 4 * CHARACTERS
_LARGEST_FACTOR = 10_000


class Allowance:
    """What one rendering may still print, into whatever block, and until when it must be done."""

    def __init__(self) -> None:
        """Begin with a whole one."""
        self.characters = _PRINTED
        self.until = time.monotonic() + SECONDS

    def take(self, characters: int) -> None:
        """Take so many characters from it; raises SecurityError when none are left."""
        self.characters -= characters
        if self.characters < 0:
            raise SecurityError(f"拼出的文字超过{_PRINTED}字")


_allowance: ContextVar[Allowance] = ContextVar("allowance")


def joined(pieces: Iterable[Any], between: str = "") -> str:
    """Make one text of several.

    Raises SecurityError when it is longer than any report.
    """
    texts = list(map(str, pieces))
    # told before they are joined: all may be one and the same long text
    if sum(map(len, texts)) > CHARACTERS:
        raise SecurityError(f"拼出的文字超过{CHARACTERS}字")
    return between.join(texts)


def _concatenated(*pieces: Any) -> str:
    return joined(pieces)


def _entered(characters: int) -> None:
    """Begin the body of a loop, a macro, a block or a file, in which so many characters are written down."""
    allowance = _allowance.get()
    allowance.take(characters)
    if time.monotonic() > allowance.until:
        raise SecurityError(f"{SECONDS}秒还没有执行完")


_BOUNDS = {"~": _concatenated, "{": _entered}
"""Filters that no template can name, for they are no names: what ~ does, and what each body begins with."""


@pass_context
def _printed(_: Any, value: Any) -> str:
    """Print a value; what asks for the context is not reckoned while the template is compiled."""
    text = str(value)
    _allowance.get().take(len(text) + 1)
    return text


class _Bounds(NodeTransformer):
    """Builds the bounds into a template.

    No list may hold a list: printed, such a one is as long as 2 to the depth.
    """

    def __init__(self, name: str | None, file: str | None) -> None:
        self.where = name, file

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        first, *others = node.nodes
        return nodes.Filter(first, "~", others, [], None, None, lineno=node.lineno)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        if node.name in {"varargs", "kwargs"}:
            raise TemplateSyntaxError(f"模板里不能用“{node.name}”", node.lineno, *self.where)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:
        return self._flat(node, node.items)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        return self._flat(node, node.items if node.ctx == "load" else ())

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return self._flat(node, [pair.value for pair in node.items])

    def _flat(self, node: nodes.Node, items: Iterable[nodes.Expr]) -> nodes.Node:
        if not all(isinstance(one, nodes.Const) for one in items):
            raise TemplateSyntaxError("括号里的一组只能是写定的文字或数", node.lineno, *self.where)
        return node

    def _entering(self, node: Any) -> Any:
        self.generic_visit(node)
        characters = sum(len(text.data) for one in node.body for text in one.find_all(nodes.TemplateData))
        entered = nodes.Filter(nodes.Const(characters), "{", [], [], None, None)
        node.body.insert(0, nodes.ExprStmt(entered, lineno=node.lineno))
        return node

    visit_Template = visit_For = visit_Macro = visit_CallBlock = visit_Block = _entering


class _BoundedTemplate(Template):
    """A template of which each rendering has an allowance of its own, and what it is given without a copy."""

    def new_context(self, given: Any = None, _shared: Any = None, inner: Any = None) -> Context:
        """Give a context that looks into what it is given; there are no globals to put beside it."""
        return super().new_context(given, shared=True, locals=inner)

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Render within the allowance; raises SecurityError where it does not do."""
        token = _allowance.set(Allowance())
        try:
            return super().render(*args, **kwargs)
        finally:
            _allowance.reset(token)


class Sandbox(ImmutableSandboxedEnvironment):
    """What a template runs in: it reads what it is given, joins texts, and calls what is ours."""

    template_class = _BoundedTemplate
    concat: Callable[[Iterable[str]], str] = staticmethod(joined)
    intercepted_binops = frozenset({"+", "*", "**", "<<", "%"})

    def __init__(self, **settings: Any) -> None:
        """Begin with no template loaded; what is written down is reckoned only where it is reached."""
        super().__init__(finalize=_printed, optimized=False, **settings)
        self.filters = {name: self.filters[name] for name in ("first", "last", "length", "list")} | _BOUNDS

    def compile(  # type: ignore[override]  # the engine tells by overloads what `raw` gives
        self, source: str, name: str | None = None, filename: str | None = None, **rest: Any
    ) -> Any:
        """Compile a template with the bounds built in; raises TemplateSyntaxError."""
        if len(source) > _SOURCE:
            raise TemplateSyntaxError(f"模板超过{_SOURCE}字，请分成几个文件", 1, name, filename)
        tree = self.parse(source, name, filename)
        return super().compile(_Bounds(name, filename).visit(tree), name, filename, **rest)

    def make_globals(self, d: Any) -> dict[str, Any]:  # noqa: ARG002  # as the engine has it
        """Give no globals: a template has what it is given."""
        return {}

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a function of ours straight: only a macro asks for the context, only within loops more is given."""
        if kwargs or isinstance(function, Macro) or not self.is_safe_callable(function):
            return super().call(context, function, *args, **kwargs)
        return function(*args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with small whole numbers, and add up texts."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return joined((left, right))
        small = all(isinstance(one, int) and abs(one) <= _LARGEST_FACTOR for one in (left, right))
        if not small or operator == "**":
            raise SecurityError(f"模板里不能作这样的运算：{operator}")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give a part of a record before anything that Python's mapping has of that name."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """Refuse the methods of Python's own types: 'x'.ljust(10 ** 9) is a gigabyte, too."""
        inner = getattr(obj, "__wrapped__", obj)  # the engine wraps str.format
        return not isinstance(inner, BuiltinMethodType) and super().is_safe_callable(obj)
