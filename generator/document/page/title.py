"""The title's lines: broken where the sense allows, as even as that leaves them (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from generator.document.page.layout import Layout
from generator.document.text.block import Document
from generator.document.text.measure import text_width

_YEAR = r"(?:19|20)\d\d(?:[—－-](?:19|20)?\d\d)?年?度?"
_QUOTED = r"《[^》]*》|“[^”]*”|〔[^〕]*〕|（[^）]*）"
_STEP = r"[一-龥]+?(?:自治区|自治州|自治县|自治旗|开发区|特别行政区|人民政府|委员会|办事处|民族乡|街道|[省州盟市县区旗乡镇](?!政府|委|族))"
# what a break costs: least before the year or 关于, where the unit's name ends, most within that name
_AFTER_NAME, _AT_BLANK, _BETWEEN_WORDS, _WITHIN_NAME = 0.0, -2.0, 9.0, 14.0
# and what each character costs by which a line is over its wish, or over what fits
_OVERFULL, _IMPOSSIBLE = 5.0, 10_000.0
_MOST_PIECES, _MOST_LINES, _LONGEST = 16, 5, 120


def title_lines(document: Document, layout: Layout) -> list[str]:
    """Give the lines of a document's title: those that its front matter gives (标题分行), else by sense."""
    given = document.head.get("标题分行")
    if given or not document.title:
        return list(given or ())
    most = layout.text_width / layout.points("标题.字号") / 20
    wish = min(layout.number("标题.每行字数"), most)
    return break_title(document.title, layout.names("标题.词"), wish=wish, most=most)


def break_title(title: str, words: Sequence[str], *, wish: float, most: float) -> list[str]:
    """Give the lines of a title.

    `words` are never cut; `wish` is the width in characters that a line should keep to, `most` what fits. A blank in
    the title (between joint issuers) is a place to break; where no break falls it stays as one full-width blank.
    """
    if len(title) > _LONGEST or (text_width(title) <= wish and " " not in title.strip()):
        return [title]
    pieces = list(_pieces(title.strip(), words))
    if len(pieces) > _MOST_PIECES:
        return [title]
    best, lines = float("inf"), [title]
    for count in range(1, min(len(pieces), _MOST_LINES) + 1):
        for cuts in combinations(range(1, len(pieces)), count - 1):
            cost, broken = _judge(pieces, cuts, wish, most)
            if cost < best:
                best, lines = cost, broken
        if best < _IMPOSSIBLE and count > 1:
            break
    return lines


def _judge(
    pieces: Sequence[tuple[str, float]], cuts: tuple[int, ...], wish: float, most: float
) -> tuple[float, list[str]]:
    edges = (0, *cuts, len(pieces))
    lines = [
        "".join(text for text, _ in pieces[a:b]).strip().replace(" ", "\u3000") for a, b in pairwise(edges)
    ]
    widths = [text_width(line) for line in lines]
    mean = sum(widths) / len(widths)
    cost = sum(pieces[cut][1] for cut in cuts) + sum(abs(one - mean) for one in widths) / 2
    cost += sum(_OVERFULL * (one - wish) for one in widths if one > wish)
    cost += sum(_IMPOSSIBLE for one in widths if one > most)
    return cost, lines


def _pieces(title: str, words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Give what must stay whole, each with the cost of a line beginning there."""
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<whole>{_QUOTED})|(?P<year>{_YEAR})|(?P<word>{known or '(?!)'})|(?P<blank>\s+)"
    )
    at, named, cost = 0, False, _WITHIN_NAME
    for match in pattern.finditer(title):
        yield from _rest(title[at : match.start()], cost, named=named)
        at = match.end()
        if match["blank"]:
            cost = _AT_BLANK
            yield " ", _WITHIN_NAME * 10
            continue
        first = match["year"] or match["word"] == "关于"
        yield match.group(), _AFTER_NAME if first and not named else _BETWEEN_WORDS
        named, cost = named or bool(first), _BETWEEN_WORDS
    yield from _rest(title[at:], cost, named=named)


def _rest(text: str, cost: float, *, named: bool) -> Iterator[tuple[str, float]]:
    """Give the pieces of what is no known word: a unit's name step by step, else single characters kept to the left."""
    if not text:
        return
    if named:
        # a loose 的 or 和 stays with the word before it
        yield text, cost if len(text) > 1 else _WITHIN_NAME * 10
        return
    at = 0
    for match in re.finditer(_STEP, text):
        yield text[at : match.end()], _WITHIN_NAME if at else cost
        at = match.end()
    if at < len(text):
        yield text[at:], _WITHIN_NAME if at else cost
