"""标注句: a sentence of the unit's own in which facts are marked, 排查矛盾纠纷【排查：231件】, cut into text and marks.

`【排查：231件】` is the fact and the place where it is printed; `【化解率】` prints a fact that stands elsewhere or is
derived; `【排查：】` is asked after; `【【` is a 【 of the text. There is no other syntax, no nesting and no logic: what is
none of these is text, or a slip that is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.numbers.written import BEFORE
from generator.patterns import pattern

OPEN, CLOSE = "【", "】"
NEW_PARAGRAPH, RUN_ON = "另起一段", "接排"
"""Said at the beginning of an own text: it begins a paragraph, or goes on in the one before it."""
BREAKS = {NEW_PARAGRAPH: "\ue00e", RUN_ON: "\ue00f"}
"""What stands for them in a text that was read; drafting makes paragraphs of it. No fact can hold such a character."""
LONGEST_LABEL = 24
"""No label is longer; a longer text in brackets is no mark but a text of the sentence."""

_BEFORE = pattern(f"(?:{BEFORE})$|[0-9０-９]$")
_MORE = pattern("余|多(?![一-龥])|以上|以下|左右|上下")
_MORE_OR_UNIT = pattern(
    "余|多|以上|以下|左右|上下|(?:人次|万元|件|起|次|场|份|人|名|户|个|元|%)(?![一-龥]{0,2}[法案工才民均])"
)
_COLON = pattern("[：:]")


class Mark(NamedTuple):
    """A mark: its label, what is written behind the colon (None where there is no colon), and its place in the text."""

    label: str
    written: str | None
    start: int
    end: int


class MarkSlip(NamedTuple):
    """What is wrong at a place of a sentence, and how to mend it, in Chinese; `sure` where it can't be meant."""

    start: int
    message: str
    fix: str
    sure: bool = True


class MarkedSentence(NamedTuple):
    """A sentence in pieces, texts and marks in their order; joined they say what is written."""

    pieces: tuple[str | Mark, ...]
    slips: tuple[MarkSlip, ...] = ()

    @property
    def marks(self) -> Iterator[Mark]:
        """The marks, in their order."""
        return (one for one in self.pieces if isinstance(one, Mark))


class BareText(NamedTuple):
    """A sentence without its marks' brackets: the text, where each character of it is written, what marks print."""

    text: str
    places: tuple[int, ...]
    taken: tuple[tuple[int, int], ...]

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no mark prints any of a stretch of the text."""
        return not any(first < end and start < last for first, last in self.taken)


def without_brackets(text: str, cut: MarkedSentence) -> BareText:
    """Give a sentence as it reads without brackets, and where it is written."""
    printed, places, taken, at = "", [], [], 0
    for piece in cut.pieces:
        if isinstance(piece, Mark):
            written = piece.written or ""
            taken.append((len(printed), len(printed) + len(written)))
            printed, at = printed + written, piece.end
            places += [piece.start] * len(written)
            continue
        for _sign in piece:
            places.append(at)
            at += 2 if text.startswith(OPEN * 2, at) else 1
        printed += piece
    return BareText(printed, tuple(places), tuple(taken))


def as_text(printed: str) -> str:
    """Write a printed text so that it is read back as it is, with no mark in it."""
    written = printed.replace(OPEN, OPEN * 2)
    for word, sign in BREAKS.items():
        written = written.replace(sign, f"{OPEN}{word}{CLOSE}")
    return written


def without_breaks(printed: str) -> str:
    """Give a printed text that is going to stand alone, without what is said of paragraphs in it."""
    for sign in BREAKS.values():
        printed = printed.replace(sign, "")
    return printed


@lru_cache(maxsize=1024)
def cut_sentence(text: str) -> MarkedSentence:
    """Cut a sentence into texts and marks; slips are named and stand as text."""
    pieces: list[str | Mark] = []
    slips: list[MarkSlip] = []
    plain, at = "", 0
    while (start := text.find(OPEN, at)) >= 0:
        plain, at = plain + text[at:start], start
        if text.startswith(OPEN * 2, at):
            plain, at = plain + OPEN, at + 2
            continue
        end = _end(text, at)
        if (said := text[at + 1 : end - 1].strip()) in BREAKS and text[end - 1] == CLOSE:
            plain, at = plain + BREAKS[said], end
            continue
        mark = _mark(text, at, end)
        if mark is None:
            slips.append(_no_mark(text, at, end))
            plain, at = plain + text[at:end], end
            continue
        slips += _touching(text, mark)
        pieces += [plain, mark] if plain else [mark]
        plain, at = "", end
    plain += text[at:]
    return MarkedSentence((*pieces, plain) if plain else tuple(pieces), tuple(slips))


def _end(text: str, at: int) -> int:
    """Give where the brackets that open at a place end: behind their 】, or before the next 【 or the end of the text."""
    close, again = text.find(CLOSE, at), text.find(OPEN, at + 1)
    if close < 0 or 0 <= again < close:
        return again if again > 0 else len(text)
    return close + 1


def _mark(text: str, at: int, end: int) -> Mark | None:
    """Read the brackets at a place; None where they are no mark: not closed, empty, with a long text in them."""
    if text[end - 1] != CLOSE:
        return None
    label, *rest = _COLON.split(text[at + 1 : end - 1], maxsplit=1)
    label = label.strip()
    if not label or len(label) > LONGEST_LABEL or label == "待填" or "\n" in label:
        return None
    return Mark(label, rest[0].strip() if rest else None, at, end)


def _no_mark(text: str, at: int, end: int) -> MarkSlip:
    """Say what is wrong with brackets that are no mark."""
    if text[end - 1] != CLOSE:
        if text[end : end + 1] == OPEN:
            return MarkSlip(
                at,
                "标注里又套了标注，或前一个【没有写】。",
                "标注不能套标注，请写成并列的两个，如【立案：19件】【办结：19件】。",
            )
        return MarkSlip(
            at,
            f"“{text[at : at + 8]}”后面没有写】。",
            "请补上】，如【排查：231件】；要印出【本身，写两个【【。",
        )
    inside = _COLON.split(text[at + 1 : end - 1], maxsplit=1)[0].strip()
    if inside == "待填":
        return MarkSlip(at, "“待填”不能作标注的名称。", "请写这个数的名称，如【排查：】，值可以先空着。")
    if not inside:
        return MarkSlip(
            at, "标注里没有写名称。", "请写成【名称：数值】，如【排查：231件】；要印出【本身，写两个【【。"
        )
    return MarkSlip(
        at,
        f"“{text[at : at + 8]}……”太长，不像标注，照原文印出。",
        "不是标注的，可不理会，或把【写成【【。",
        sure=False,
    )


def _touching(text: str, mark: Mark) -> Iterator[MarkSlip]:
    """Name a word of approximation or a measure word that touches a mark from outside: it belongs within."""
    if mark.written == "":
        return
    bare = mark.written is None or mark.written[-1:].isdigit()
    before = _BEFORE.search(text, 0, mark.start)
    after = (_MORE_OR_UNIT if bare else _MORE).match(text, mark.end)
    word = before or after
    if word is not None:
        inside = mark.written or "…"
        meant = f"{word[0]}{inside}" if before else f"{inside}{word[0]}"
        message = f"“{word[0]}”写在标注【{mark.label}】外面，程序读不到它。"
        if mark.written is None and after and not before:  # the figure is shown with its own measure word
            message += f"这个数自带量词的，会印成“{word[0]}{word[0]}”这样的重字。"
            yield MarkSlip(mark.start, message, f"请删去后面的“{word[0]}”。", sure=False)
            return
        yield MarkSlip(mark.start, message, f"请写进标注里，如【{mark.label}：{meant}】。", sure=False)
