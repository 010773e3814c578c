"""Which line is out of line: where the parser stumbles over an indent, the lines around it decide who is wrong.

It stumbles at the first line that fits nothing, which often is the first *right* one after a slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.patterns import pattern
from generator.yamltext.pitfalls import Pitfall

_OPENS = pattern(r":\s*(?:#.*)?$")
_DASHES = pattern(r" *(?:- +)*")


def misplaced(lines: Sequence[str], at: int) -> Pitfall | None:
    """Find the line with the wrong indent: line `at`, where the parser stumbled, or a sibling above it.

    Gives None when line `at` can stand where it stands.
    """
    indent, levels = indent_of(lines[at]), list(_levels(lines, at))
    if not levels or (indent in levels and indent <= levels[0]):
        return None
    around = {level: list(_around(lines, at, level)) for level in levels if level != indent}
    siblings = {
        level: [n for n in near if n < at and level in _stands(lines[n])] for level, near in around.items()
    }

    def likeness(level: int) -> tuple[int, bool, int]:
        same_kind = bool(siblings[level]) and _opens(lines[siblings[level][0]]) == _opens(lines[at])
        return abs(level - indent), not same_kind, -level

    level = min(around, key=likeness)
    first = next(iter(siblings[level]), at)
    votes = {one: sum(one in _stands(lines[n]) for n in around[level]) for one in (level, indent)}
    # Of two that are alike, the one with nothing below its colon errs, or the one with an odd indent.
    for_indent = (_is_hollow(lines, first), votes[indent], level % 2)
    for_level = (_is_hollow(lines, at), votes[level], indent % 2)
    if first != at and for_indent > for_level:
        return _finding(lines, first, indent_of(lines[first]) + indent - level)
    return _finding(lines, at, level)


def uneven_items(lines: Sequence[str], first: int, last: int) -> Pitfall | None:
    """Find an item out of line: those on the lines below `first` have run into the item that begins there."""
    sunken = [number for number in range(first + 1, last + 1) if lines[number].lstrip().startswith("- ")]
    if not sunken:
        return None
    above, below = indent_of(lines[first]), indent_of(lines[sunken[0]])
    if len(sunken) > 1 or above % 2 > below % 2:
        return _finding(lines, first, below)
    return _finding(lines, sunken[0], above)


def indent_of(line: str) -> int:
    """Count the blanks that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _finding(lines: Sequence[str], at: int, wanted: int) -> Pitfall:
    indent = indent_of(lines[at])
    meant = f"缩进{wanted}格" if wanted else "顶格写"
    message = f"这一行缩进了{indent}格，与前后各行对不齐。"
    fix = f"与前后各行同级的，请{meant}；是下一级的，请比上一级多缩进两格，上一级的冒号后面不写内容。"
    return Pitfall(at, indent, "格式-05", message, fix, " " * wanted + lines[at].lstrip())


def _around(lines: Sequence[str], at: int, level: int) -> Iterator[int]:
    """Give the lines that may be siblings of line `at` if it belongs to a level, from the top down."""
    indent = indent_of(lines[at])
    above: list[int] = []
    met = False
    for number in _written(lines, range(at - 1, -1, -1)):
        here = _stands(lines[number])[0]
        if here < min(indent, level) or (met and here <= level < indent and _opens(lines[number])):
            break
        met = met or level in _stands(lines[number])
        above.append(number)
    yield from reversed(above)
    for number in _written(lines, range(at, len(lines))):
        here = indent_of(lines[number])
        if here < min(indent, level):
            return
        ends = here <= level < indent
        alike = _opens(lines[number]) == _opens(lines[at])
        if (
            alike if ends else level < indent or here == indent
        ):  # else it is no sibling, but above or below one
            yield number
        if ends:
            return


def _levels(lines: Sequence[str], at: int) -> Iterator[int]:
    """Give the indents that are open above a line, the deepest first."""
    least = len(max(lines[:at], key=len, default="")) + 1
    for number in _written(lines, range(at - 1, -1, -1)):
        for level in _stands(lines[number]):
            if level < least:
                least = level
                yield level
        if not least:
            return


def _stands(line: str) -> tuple[int, ...]:
    """Give the indents at which a line stands; `- 问题: 甲` has two, that of its text first."""
    content = len(_DASHES.match(line).group())  # type: ignore[union-attr]  # it matches every line
    return tuple(dict.fromkeys((content, indent_of(line))))


def _is_hollow(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line opens something, and nothing stands in it."""
    below = next(_written(lines, range(at + 1, len(lines))), None)
    if not _opens(lines[at]) or below is None or lines[below].lstrip().startswith("- "):
        return False
    return indent_of(lines[below]) <= _stands(lines[at])[0]


def _opens(line: str) -> bool:
    return bool(_OPENS.search(line))


def _written(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[int]:
    return (
        number for number in numbers if lines[number].strip() and not lines[number].lstrip().startswith("#")
    )
