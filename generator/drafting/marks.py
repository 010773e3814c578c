"""Marks that printed values leave in a template's output, and what becomes of them.

A template prints facts as values that know their ground. Between rendering and the finished text
they stand between private characters, so that a clause with a missing value can be dropped and
each sentence knows the facts behind it. No fact can hold such a character: reading refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.patterns import pattern

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
MISSING = "\ue003"
ZERO = "\ue004"
ONCE, ONCE_TEXT, ONCE_END = "\ue005", "\ue00b", "\ue00d"
POINT, POINT_END = "\ue006", "\ue007"
_BETWEEN_GROUNDS = "\ue008"
OR = "\ue00c"
SUBJECT = "主语"
"""The key of the words that say who did it."""
TREND, TREND_END = "\ue009", "\ue00a"
UNTIL, UNTIL_END = "\ue011", "\ue012"
"""Round the day on which the figure before it ends."""
NEW_PARAGRAPH, RUN_ON = "\ue00e", "\ue00f"
PARTED = "\ue010"
"""Between points that are one paragraph, or one each where the part of the report has long ones."""

_ONCE = pattern(
    f"{ONCE}([^{ONCE_TEXT}]*){ONCE_TEXT}([^{ONCE_END}]*){ONCE_END}|{OPEN}[^{MIDDLE}]*\\.(?:正文|做法|亮点|活动)[.{MIDDLE}]"
)
_TREND = pattern(f"{TREND}([^{TREND_END}]*){TREND_END}")
_UNTIL = pattern(f"{UNTIL}([^{UNTIL_END}]*){UNTIL_END}")
_VALUE = pattern(f"{OPEN}([^{MIDDLE}]*){MIDDLE}[^{CLOSE}]*{CLOSE}")
_GROUND = pattern(f"{OPEN}[^{MIDDLE}\\n]*{MIDDLE}")  # within its line, as texts are gone through by lines
_ACTIVE = pattern(r"[\\`*_\[\]<>&~|]")
_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_NEW_PARAGRAPH = pattern(f"\n*({OPEN}[^{MIDDLE}]*{MIDDLE})?{NEW_PARAGRAPH}")
_RUN_ON = pattern(f"(?:{OPEN}[^{MIDDLE}]*{MIDDLE})?{RUN_ON}")
_BREAK = pattern(r"\s*\n\s*")
_BREAK_IN_CHINESE = pattern(r"(?<=[^\x00-\u2012])\s*\n\s*(?=[^\x00-\u2012])")
_LINE_START = pattern(r"(#|=|[-+](?=\s|$)|-{2,}|:(?=-))|(\d{1,9})([.)])")


def value(text: str, grounds: tuple[str, ...]) -> str:
    """Mark a printed value: its text, with nothing in it that Markdown would take for markup."""
    shown = text if text.isalnum() else escape_markdown(text)
    return f"{OPEN}{_BETWEEN_GROUNDS.join(grounds)}{MIDDLE}{shown}{CLOSE}"


def escape_markdown(text: str) -> str:
    """Make a text stand literally within a Markdown paragraph, in one line; Chinese is joined without a blank."""
    line = _BREAK.sub(" ", _BREAK_IN_CHINESE.sub("", text)) if "\n" in text else text
    return _ACTIVE.sub(r"\\\g<0>", line) if _ACTIVE.search(line) else line


def guard(paragraph: str) -> str:
    """Keep the beginning of a paragraph from being read as a heading, a list or a rule."""
    found = _LINE_START.match(paragraph)
    if found is None:
        return paragraph
    kept = f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
    return kept + paragraph[found.end() :]


class GroundedSentence(NamedTuple):
    """One sentence of the report and the paths of the facts behind it; none: it is formulaic."""

    text: str
    grounds: tuple[str, ...]


def strip_marks(marked: str) -> str:
    """Take the marks off: values as their texts, 全年 where a paragraph has it first."""
    marked = _once(marked)
    if TREND in marked:
        marked = _TREND.sub(r"，\1", marked)
    if UNTIL in marked:
        marked = with_days(marked)
    return (_GROUND.sub("", marked) if OPEN in marked else marked).replace(CLOSE, "").replace(PARTED, "")


def once(text: str, key: object = "") -> str:
    """Mark words that a paragraph says once: first, and again behind others of the same `key`."""
    return f"{ONCE}{key}{ONCE_TEXT}{text}{ONCE_END}"


def trends_last(clause: str) -> str:
    """Put what compares a value with last year's at the end of its clause; elsewhere it stands behind the value."""
    trends = _TREND.findall(clause)
    return "，".join([_TREND.sub("", clause), *trends])


def with_days(marked: str) -> str:
    """Say of each figure that has one the day on which it ends: 231件（截至11月30日）."""
    return _UNTIL.sub(r"（截至\1）", marked)


def day_of(clause: str) -> str:
    """Give the day on which the one figure at the end of a clause ends; an empty text for any other clause."""
    days = _UNTIL.findall(clause)
    return days[0] if len(days) == 1 and clause.endswith(UNTIL_END) else ""


def without_day(clause: str) -> str:
    """Leave out the days of a clause."""
    return _UNTIL.sub("", clause)


_ALL_YEAR = once("全年")


def all_year_of(clause: str) -> str:
    """Give the 全年 of a clause, marked, or nothing."""
    return _ALL_YEAR if _ALL_YEAR in clause else ""


def not_all_year(clause: str) -> str:
    """Leave out 全年 where a figure of the clause ends on a day of its own."""
    return clause.replace(_ALL_YEAR, "") if UNTIL in clause else clause


def _once(paragraph: str) -> str:
    """Leave out what was said last of the same key; 全年 also where a fact of the paragraph says it."""
    if ONCE not in paragraph:
        return paragraph
    without = paragraph.replace(_ALL_YEAR, "")
    if "全年" not in _ONCE.sub("", without):
        without = paragraph.replace(_ALL_YEAR, "全年", 1).replace(_ALL_YEAR, "")
    return _each_once(without) if ONCE in without else without


def _each_once(text: str, only: str | None = None) -> str:
    """Leave out what was said last of the same key; `only` of this key where one is named."""
    said: dict[str, str] = {}

    def first(match: re.Match[str]) -> str:
        key, words = match.groups()
        if key is None:  # own words, which may tell of another
            said.clear()
            return match[0]
        if only not in (None, key):
            return match[0]
        unsure = key == SUBJECT and (_another_follows(match) or _another_before(match))
        again = said.get(key) == words and not unsure
        said[key] = words
        return "" if again else words

    return _ONCE.sub(first, text)


def _another_follows(subject: re.Match[str]) -> bool:
    """Tell whether the sentence goes on to say another subject, which would be read for one that is left out."""
    rest = subject.string[subject.end() :].partition("。")[0]
    return any(one[1] == SUBJECT and one[2] != subject[2] for one in _ONCE.finditer(rest))


def _another_before(subject: re.Match[str]) -> bool:
    """Tell whether the sentence before the one that a subject opens tells of another one, too."""
    before = subject.string[: subject.start()]
    last = before.removesuffix("。").rpartition("。")[2] if before.endswith("。") else ""
    return any(one[1] == SUBJECT and one[2] != subject[2] for one in _ONCE.finditer(last))


def with_subjects(point: str) -> str:
    """Say who did it within one point that is counted: it does not begin with the subject of the one before it."""
    return _each_once(point, SUBJECT) if ONCE in point else point


def finished(marked: str) -> str:
    """Take the marks off a text, line by line; what begins with a fact is kept from becoming a heading or a list."""
    lines = list(map(_once, marked.split("\n")))
    shown = strip_marks("\n".join(lines)).split("\n")
    for number, line in enumerate(lines):
        start = line[:1]
        if start == OPEN:
            shown[number] = guard(shown[number])
        elif start == "#" and shown[number].endswith(
            "#"
        ):  # Markdown would take it for the end of the heading
            shown[number] = f"{shown[number][:-1]}\\#"
    return "\n".join(shown)


def in_paragraphs(marked: str) -> str:
    """Begin a paragraph, or go on in the one before, where the clerk's own words say so; a heading is never gone on."""
    if NEW_PARAGRAPH not in marked and RUN_ON not in marked:
        return marked
    paragraphs: list[str] = []
    for one in _NEW_PARAGRAPH.sub(r"\n\n\g<1>", marked).split("\n\n"):
        if paragraphs and not paragraphs[-1].startswith("#") and _RUN_ON.match(one):
            paragraphs[-1] += one
        else:
            paragraphs.append(one)
    return "\n\n".join(paragraphs).replace(RUN_ON, "")


def parted(part: str, longest: int) -> str:
    """Give the counted points of a part a paragraph each where those of one heading are longer, else let them run on.

    So all headings of a part look alike. 全年 is said once in all points of one heading.
    """
    blocks = [_once(one) if PARTED in one else one for one in part.split("\n\n")]
    long = any(PARTED in one and len(strip_marks(one)) > longest for one in blocks)
    return "\n\n".join(blocks).replace(PARTED, "\n\n" if long else "")


def grounds(marked: str) -> tuple[str, ...]:
    """Give the grounds of all values in a marked text, each once, in order."""
    if OPEN not in marked:
        return ()
    every = _BETWEEN_GROUNDS.join(_VALUE.findall(marked))
    return tuple(dict.fromkeys(filter(None, every.split(_BETWEEN_GROUNDS))))


_SENTENCE_END = pattern(rf"[。！？：]+[”’）》]*{CLOSE}?")


@lru_cache(maxsize=512)
def sentences(marked_paragraph: str) -> tuple[GroundedSentence, ...]:
    """Cut a marked paragraph into sentences with their grounds."""
    whole, start, pieces = _once(marked_paragraph), 0, []
    for match in _SENTENCE_END.finditer(whole):
        if whole.count(OPEN, start, match.end()) == whole.count(CLOSE, start, match.end()):
            pieces.append(whole[start : match.end()])
            start = match.end()
    pieces.append(whole[start:])
    shown = ((piece, strip_marks(piece)) for piece in pieces)
    return tuple(GroundedSentence(unescape(text), grounds(piece)) for piece, text in shown if text.strip())


_FIRST = pattern(f"(?:{OPEN}[^{MIDDLE}]*{MIDDLE}|[^。{OPEN}]+)*(?:。{CLOSE}?)?")


def first_sentence(marked: str) -> str:
    """Give a marked text up to its first 。, which stands in no ground, with the end of the value that it closes."""
    return _FIRST.match(marked)[0]  # type: ignore[index]  # it matches any text


def every_sentence(marked: str) -> Iterator[str]:
    """Give a marked text sentence by sentence, each up to its 。; a value is not torn."""
    piece = ""
    while marked:
        first = first_sentence(marked)
        marked, piece = marked[len(first) :], piece + first
        if piece.count(OPEN) == piece.count(CLOSE) or not marked:
            yield piece
            piece = ""


def unescape(text: str) -> str:
    """Undo `escape` and `guard`."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
