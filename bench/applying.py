"""A mutant put into the process that runs: its functions get the new code, its constants the new values.

What was kept of earlier answers by this module, or by any that imports it, is forgotten. Where a name is bound at
import in another way (a class, a default), only a fresh process shows the mutant: then `put_in` says so.
"""

from __future__ import annotations

import ast
import functools
import gc
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from bench.mutate import Mutant

_OURS = ("generator", "tests")


class Module:
    """A module as it is loaded, and as its file has it."""

    def __init__(self, path: str, everything: list[object]) -> None:
        self.file = Path(path).resolve()
        self.source = self.file.read_bytes()
        self.tree = ast.parse(self.source)
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self.loaded = sys.modules[name]
        dependent = _dependents(name)
        self.functions = [
            one
            for one in everything
            if isinstance(one, FunctionType) and one.__code__.co_filename == str(self.file)
        ]
        self.caches = [
            one for one in everything if isinstance(one, type(_imports)) and one.__module__ in dependent
        ]
        self._function: dict[int, ast.FunctionDef] = {}
        self._statement: dict[int, ast.stmt] = {}
        for node in ast.walk(self.tree):  # the outer ones first
            if isinstance(node, ast.FunctionDef):
                for line in range(node.body[0].lineno, (node.end_lineno or 0) + 1):
                    self._function.setdefault(line, node)
            if isinstance(node, ast.stmt):
                self._statement.update(dict.fromkeys(lines_of(node), node))

    def around(self, line: int) -> range:
        """Give the lines of the innermost statement that holds a line."""
        return lines_of(self._statement[line])

    def function(self, line: int) -> ast.FunctionDef | None:
        """Give the outermost function whose body holds a line; none for what is run at import."""
        return self._function.get(line)

    def bound(self, line: int) -> set[str]:
        """Give the names that a statement of the module itself binds, and all that are made of these."""
        names: set[str] = set()
        for one in self.tree.body:
            targets = _targets(one)
            if targets and (line in lines_of(one) or names & _used(one)):
                names |= targets
        return names

    def way(self, line: int) -> str:
        """Tell how a change of a line gets in: as "code", as "values" of names, or in a "fresh" process only."""
        function = self.function(line)
        if function:
            return "fresh" if function.name in _used_at_import(self.tree) else "code"
        return "values" if self.bound(line) else "fresh"

    def first_statement(self, line: int) -> tuple[int, int]:
        """Give the bytes, from and to, of the first statement of the function that holds a line, but its docstring."""
        body = self._function[line].body
        described = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
        first = body[1] if described and len(body) > 1 else body[0]
        starts = [0, *accumulate(len(one) for one in self.source.splitlines(keepends=True))]
        end = starts[(first.end_lineno or 1) - 1] + (first.end_col_offset or 0)
        return starts[first.lineno - 1] + first.col_offset, end

    def users(self, names: set[str]) -> Iterator[ast.FunctionDef]:
        """Give the functions that use one of some names."""
        for one in ast.walk(self.tree):
            if isinstance(one, ast.FunctionDef) and names & _used(one):
                yield one


def put_in(mutant: Mutant, module: Module) -> bool:
    """Change what is loaded; False where only a fresh process will do."""
    new = module.source[: mutant.start] + mutant.new.encode() + module.source[mutant.end :]
    way = module.way(mutant.line)
    if way == "fresh":
        return False
    if way == "code":
        _replace_code(module, new)
    else:
        _replace_values(module.loaded, module.bound(mutant.line), new)
    for one in module.caches:
        one.cache_clear()
    return True


def _replace_code(module: Module, new: bytes) -> None:
    old = {code: key for key, code in _codes(compile(module.source, str(module.file), "exec"))}
    now = dict(_codes(compile(new, str(module.file), "exec")))
    for one in module.functions:
        code = now.get(old.get(one.__code__, ()))
        if code and code.co_freevars == one.__code__.co_freevars:
            one.__code__ = code


def _codes(code: CodeType, above: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], CodeType]]:
    """Give all that is compiled in a code, each with where it is: the names above it, and the how manieth it is."""
    seen: defaultdict[str, int] = defaultdict(int)
    for one in code.co_consts:
        if isinstance(one, CodeType):
            key = (*above, one.co_name, seen[one.co_name])
            seen[one.co_name] += 1
            yield key, one
            yield from _codes(one, key)


def _replace_values(loaded: ModuleType, names: set[str], new: bytes) -> None:
    tree = ast.parse(new)
    scratch = {name: value for name, value in vars(loaded).items() if name.startswith("__")}
    for one in tree.body:
        if isinstance(one, ast.ClassDef):
            scratch[one.name] = vars(loaded)[one.name]
            continue
        if isinstance(one, ast.FunctionDef):  # what registers it does so once
            one.decorator_list = [each for each in one.decorator_list if not isinstance(each, ast.Call)]
        exec(compile(ast.Module([one], []), str(loaded.__file__), "exec"), scratch)
    for name in names:
        old = vars(loaded)[name]
        for other in list(sys.modules.values()):
            if vars(other).get(name) is old:
                setattr(other, name, scratch[name])


def _targets(one: ast.stmt) -> set[str]:
    match one:
        case ast.Assign(targets) if all(isinstance(name, ast.Name) for name in targets):
            return {name.id for name in targets if isinstance(name, ast.Name)}
        case ast.AnnAssign(ast.Name(name)):
            return {name}
    return set()


def _used(one: ast.AST) -> set[str]:
    return {
        node.id for node in ast.walk(one) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _used_at_import(tree: ast.Module) -> set[str]:
    """Give the names that the statements of a module use, but those in its functions and classes."""
    return {
        name
        for one in tree.body
        if not isinstance(one, (ast.FunctionDef, ast.ClassDef))
        for name in _used(one)
    }


def lines_of(one: ast.stmt) -> range:
    """Give the lines of a statement, without those of the statements in it."""
    inner = getattr(one, "body", None)
    last = max(one.lineno, inner[0].lineno - 1) if inner else one.end_lineno or one.lineno
    return range(one.lineno, last + 1)


def loaded_callables() -> list[object]:
    """Give all functions and caches that are loaded."""
    gc.unfreeze()  # else none of them is told
    return [one for one in gc.get_objects() if isinstance(one, (FunctionType, type(_imports)))]


@functools.cache
def _imports() -> dict[str, set[str]]:
    """Give of each of our modules those that it imports, in functions too."""
    ours = {
        name: Path(str(module.__file__)).read_text("utf-8")
        for name, module in sys.modules.items()
        if name.startswith(_OURS) and getattr(module, "__file__", None)
    }
    return {
        name: set(re.findall(r"(?:from|import) ((?:generator|tests)[\w.]*)", text))
        for name, text in ours.items()
    }


def _dependents(name: str) -> set[str]:
    """Give a module and all that import it, at whatever remove."""
    found, more = {name}, {name}
    while more := {one for one, imported in _imports().items() if imported & more} - found:
        found |= more
    return found
