"""What a template sees of the facts: values that print themselves with their ground, or drop out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.drafting import marks
from generator.facts import EMPTY
from generator.facts.earlier import BEFORE
from generator.facts.marked import OwnText
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.wording import join_names
from generator.yamltext.path import dotted


@dataclass(slots=True, eq=False)
class Value:
    """One fact as a template prints it.

    `raw` is what the clerk wrote, typed; `before` is last year's, which stood at `earlier`; `zero` is the sentence
    that stands for 零; `grounds` are the paths of the facts behind the text; `wording` is the 说法 that goes with it,
    `trend` the marked comparison with last year's where the file asks for it, `than` what that is of; `until` is the
    day on which the figure ends where that is not the report's.
    """

    text: str
    grounds: tuple[str, ...]
    raw: Any = None
    before: Any = None
    zero: str = ""
    wording: str = ""
    earlier: str = ""
    trend: str = ""
    until: str = ""
    than: str = BEFORE

    def __str__(self) -> str:
        """Print the value with its marks."""
        if self.zero and isinstance(self.raw, Quantity) and self.raw.number == 0:
            said = f"截至{self.until}{self.zero}" if self.until else self.zero
            return marks.ZERO + marks.value(said, self.grounds)
        shown = marks.value(self.text, self.grounds)
        if self.until:
            shown = f"{shown}{marks.UNTIL}{self.until}{marks.UNTIL_END}"
        return f"{shown}{marks.TREND}{self.trend}{marks.TREND_END}" if self.trend else shown

    def __bool__(self) -> bool:
        """Every value is there, 否 alone is not so."""
        return self.raw is not False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of a 名单; any other value is one."""
        return self.raw if isinstance(self.raw, tuple) else (self.text,)

    def __len__(self) -> int:
        """Give the length of a 名单; any other value is one."""
        return len(self.names)

    def __iter__(self) -> Iterator[Value]:
        """Give the names of a 名单 one by one."""
        return (Value(name, self.grounds, name) for name in self.names)

    def saying(self, text: str) -> Value:
        """Give another text that rests on the same facts."""
        return Value(text, self.grounds, text, trend=self.trend, until=self.until)

    def and_then(self, between: str, other: Value) -> Passage:
        """Give this and another one behind it, each with its own grounds."""
        joint = [Value(between, ())] if between else []
        return passage([*self.parts, *joint, *other.parts], (self.raw, other.raw))

    @property
    def parts(self) -> tuple[Value, ...]:
        """The pieces of own words with marks in them; any other value is one."""
        return (self,)


@dataclass(slots=True, eq=False)
class Passage(Value):
    """Own words with marked facts in them: each piece is printed with its own ground."""

    pieces: tuple[Value, ...] = ()

    @property
    def parts(self) -> tuple[Value, ...]:
        """The pieces, each with its own ground."""
        return self.pieces

    def __str__(self) -> str:
        """Print the pieces one behind the other, each with its marks."""
        return "".join(map(str, self.pieces))


class Absent:
    """缺: prints a mark that drops its clause; whatever a filter makes of it is absent too."""

    grounds: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Print the mark of a missing value."""
        return marks.MISSING

    def __bool__(self) -> bool:
        """Be false, as a missing value."""
        return False

    def __len__(self) -> int:
        """Be empty, as a missing list."""
        return 0

    def __iter__(self) -> Iterator[Value]:
        """Be empty, as a missing list."""
        return iter(())


@dataclass(slots=True, eq=False)
class InOwnWords(Absent):
    """A value that the unit's own sentence prints: no clause can print it, but what it is of can be told by it."""

    raw: Any
    wording: str = ""
    until: str = ""


ABSENT = Absent()


def gap(name: str, path: str, unit: str = "", wording: str = "") -> Value:
    """Give what stands in a draft for a value that is asked after."""
    text = f"【待填：{name}（{unit}）】" if unit else f"【待填：{name}】"
    return Value(text, (path,), EMPTY, wording=wording)


def marked_text(text: str, *grounds: str) -> str:
    """Give a text of the facts with its marks."""
    return str(Value(text, grounds, text))


_SENTENCE = pattern(r"[^。！？]*[。！？]+[”’）》]*|[^。！？]+")
_ENDED = pattern(r"[。！？；，、：…][”’）》]*$")


def own_value(text: str, path: str, trailing: str = "") -> Value:
    """Give own words with their grounds, those of marked facts at their place, without `trailing` signs at the end."""
    bare = text.rstrip(trailing)
    if not isinstance(text, OwnText):
        return Value(bare, (path,), text)
    return passage(_pieces(text, path, trailing), text)


def own_list(texts: Sequence[str], path: str, trailing: str) -> Value:
    """Give several own texts as one, with ； between them."""
    if not any(isinstance(one, OwnText) for one in texts):
        return Value("；".join(one.rstrip(trailing) for one in texts), (path,), texts)
    pieces: list[Value] = []
    for one in texts:
        pieces += [Value("；", (path,))] if pieces else []
        pieces += _pieces(one, path, trailing)
    return passage(pieces, texts)


def passage(pieces: Sequence[Value], raw: Any) -> Passage:
    """Give pieces, each with its own grounds, as one value."""
    grounds = tuple(dict.fromkeys(ground for piece in pieces for ground in piece.grounds))
    return Passage("".join(piece.text for piece in pieces), grounds, raw, pieces=tuple(pieces))


def _pieces(text: str, path: str, trailing: str = "") -> list[Value]:
    """Give an own text as values: each of its sentences with its path, each mark with that of its fact."""
    parts = list(text.pieces) if isinstance(text, OwnText) else [text]
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip(trailing)
    pieces: list[Value] = []
    for one in parts:
        if isinstance(one, str):
            pieces += [Value(words, (path,), words) for words in _SENTENCE.findall(one)]
        else:
            pieces.append(Value(one.text, tuple(map(dotted, one.grounds)), one.value))
    return pieces


def own_sentences(texts: Iterable[tuple[str, str]]) -> str:
    """Give own sentences, each with its path, as one running text: as written, with a stop where one has no end."""
    return "".join(
        f"{passage(_pieces(text, path), text)}{'' if _ENDED.search(text) else '。'}" for text, path in texts
    )


def printed(raw: Any) -> str:
    """Give the text of a typed fact: as written, a 名单 joined by 、."""
    if type(raw) is tuple:
        return join_names(raw)
    if type(raw) is bool:
        return "是" if raw else "否"
    return str(raw)
