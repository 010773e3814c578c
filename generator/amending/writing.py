"""Contents as YAML text: quoted where a facts file needs it, never folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.amending.amendment import Content, is_fact
from generator.yamltext.builder import grow

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
BEHIND_NAME, IN_LIST, IN_BRACKETS = "a: {}\n", "a:\n  - {}\n", "a: [{}, b]\n"
"""Where a text stands as a value: what can be written without quotes differs."""
_READ_AS: dict[str, Callable[[str], object]] = {
    BEHIND_NAME: lambda text: {"a": text},
    IN_LIST: lambda text: {"a": [text]},
    IN_BRACKETS: lambda text: {"a": [text, "b"]},
}
_NAME, _FLOW_NAME = "{}: b\n", "a: {{{}: b}}\n"


def written_text(text: str, frame: str, style: str = "") -> str:
    """Give a text as a value, in the given quotes (`"`, `'` or none) if it can be read back so, else in others."""
    return _first_good(text, frame, _READ_AS[frame](text), style)


def written_name(name: str, *, flow: bool = False) -> str:
    """Give the name of an entry, in quotes where it needs them."""
    return (
        _first_good(name, _FLOW_NAME, {"a": {name: "b"}}) if flow else _first_good(name, _NAME, {name: "b"})
    )


def in_brackets(content: Content) -> str:
    """Give a content on one line: 甲, {值: 198件, 来源: 司法所}, [甲, 乙]."""
    if isinstance(content, str):
        return written_text(content, IN_BRACKETS)
    if isinstance(content, Mapping):
        return "{" + ", ".join(bracket_entries(content)) + "}"
    return "[" + ", ".join(in_brackets(one) for one in content) + "]"


def bracket_entries(content: Mapping[str, Content]) -> list[str]:
    """Give the entries of a mapping as they stand between braces."""
    return [f"{written_name(name, flow=True)}: {in_brackets(one)}" for name, one in content.items()]


def entry_lines(content: Mapping[str, Content], indent: int, step: int) -> Iterator[str]:
    """Give the lines of a mapping's entries, its names `indent` blanks in, what stands below them `step` further."""
    blanks = " " * indent
    for name, one in content.items():
        if isinstance(one, str):
            yield f"{blanks}{written_name(name)}: {written_text(one, BEHIND_NAME)}".rstrip()
        elif is_fact(one):
            yield f"{blanks}{written_name(name)}: {in_brackets(one)}"
        else:
            yield f"{blanks}{written_name(name)}:"
            if isinstance(one, Mapping):
                yield from entry_lines(one, indent + step, step)
            else:
                yield from item_lines(one, indent + step, step)


def item_lines(content: Sequence[Content], indent: int, step: int) -> Iterator[str]:
    """Give the lines of a list's items, its dashes `indent` blanks in."""
    for one in content:
        if isinstance(one, Mapping) and not is_fact(one):
            first, *rest = entry_lines(one, indent + 2, step)
            yield f"{' ' * indent}- {first.lstrip()}"
            yield from rest
        else:
            written = written_text(one, IN_LIST) if isinstance(one, str) else in_brackets(one)
            yield f"{' ' * indent}- {written}".rstrip()


def _first_good(text: str, frame: str, wanted: object, style: str = "") -> str:
    """Give the first way of writing that reads back as the text and without a reminder, else without an error."""
    ways = [text, _double(text), _single(text)]
    if style == '"':
        ways = [ways[1], ways[2]]
    elif style == "'":
        ways = [ways[2], ways[1]]
    elif '"' in text or "\\" in text:
        ways = [ways[0], ways[2], ways[1]]
    readings = [(way, grow(frame.format(way), "")) for way in ways if way is not None]
    good = [(way, tree) for way, tree in readings if tree.fault is None and tree.data == wanted]
    clean = [way for way, tree in good if not tree.problems]
    return next(iter(clean or [way for way, _ in good]), _double(text))


def _double(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'


def _single(text: str) -> str | None:
    return None if "\n" in text or "\t" in text else "'" + text.replace("'", "''") + "'"
